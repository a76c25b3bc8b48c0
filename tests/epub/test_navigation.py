"""Navigation, landmarks, pages, NCX and the printed contents."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.epub import EpubOptions, write_epub
from converter.model import (
    Article,
    Contents,
    ContentsEntry,
    ContentsSection,
    Figure,
    Heading,
    Issue,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Text,
)
from converter.profile import Profile
from converter.resources import Resources
from tests.support.epub import NAMESPACES, Epub, NavPoint
from tests.support.issues import full_issue, paragraph

COVER = Path(__file__).with_name("cover.png")
TYPE = f"{{{NAMESPACES['epub']}}}type"
OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER)


def made(issue: Issue, folder: Path) -> Epub:
    write_epub(issue, folder / "book.epub", OPTIONS)
    return Epub(folder / "book.epub")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Epub:
    return made(full_issue(), tmp_path_factory.mktemp("navigation"))


def outline(points: tuple[NavPoint, ...], depth: int = 0) -> list[str]:
    return [
        line
        for point in points
        for line in (f"{'  ' * depth}{point.text}", *outline(point.children, depth + 1))
    ]


def test_navigation_goes_by_section_article_with_authors_and_heading(book: Epub) -> None:
    assert outline(book.nav()) == [
        "卷首引语",
        "版权页",
        "目录",
        "卷首",
        "  卷首语",
        "人物",
        "  门牌比地图记得更久 ——访河湾镇邮递员沈一帆 / 陆知、顾南星",
        "    一、门牌的来历",
        "      （一）三次编号",
        "    二、走过的路",
        "河流",
        "  一条河怎样回来 / 单晓舟",
        "  把灯留在渡口 / 河湾镇文化站课题组",
        "卷末",
    ]


def test_headings_inside_boxes_stay_out_of_the_navigation(book: Epub) -> None:
    assert "从木到瓷" not in " ".join(outline(book.nav()))


def test_landmarks_name_the_parts_of_the_book(book: Epub) -> None:
    nav = book.tree(book.nav_name)
    links = nav.xpath("//x:nav[@epub:type='landmarks']//x:a", namespaces=NAMESPACES)
    kinds = {link.get(TYPE): link.get("href") for link in links}
    assert kinds == {
        "cover": "cover.xhtml",
        "copyright-page": "masthead.xhtml",
        "toc": "contents.xhtml",
        "frontmatter": "front.xhtml",
        "bodymatter": "a01.xhtml",
        "backmatter": "back.xhtml",
    }


def test_printed_pages_are_listed_and_marked_where_they_begin(book: Epub) -> None:
    pages = book.nav("page-list")
    assert [page.text for page in pages] == ["5", "6", "7", "9", "10"]
    for page in pages:
        file, _, fragment = page.target.partition("#")
        (mark,) = book.tree(file).xpath(f"//*[@id='{fragment}']")
        assert mark.get("role") == "doc-pagebreak"
        assert mark.get("aria-label") == f"第{page.text}页"


def test_the_ncx_has_sections_and_articles(book: Epub) -> None:
    ncx = book.tree("EPUB/toc.ncx")
    labels = ncx.xpath("//ncx:navMap/ncx:navPoint/ncx:navLabel/ncx:text", namespaces=NAMESPACES)
    assert [one.text for one in labels] == [
        "卷首引语",
        "版权页",
        "目录",
        "卷首",
        "人物",
        "河流",
        "卷末",
    ]
    deepest = ncx.xpath("//ncx:navPoint/ncx:navPoint/ncx:navPoint", namespaces=NAMESPACES)
    assert deepest == []
    (uid,) = ncx.xpath("//ncx:meta[@name='dtb:uid']/@content", namespaces=NAMESPACES)
    assert uid == book.metadata("dc:identifier")[0]
    orders = ncx.xpath("//ncx:navPoint/@playOrder", namespaces=NAMESPACES)
    assert [int(one) for one in orders] == sorted(int(one) for one in orders)


def test_the_contents_page_shows_what_the_printed_one_shows_with_links(book: Epub) -> None:
    page = book.tree("EPUB/contents.xhtml")
    rows = [
        (
            [" ".join("".join(t.itertext()).split()) for t in item.xpath(".//*[@class='title']")],
            [one.text for one in item.xpath(".//*[@class='author']")],
            [one.text for one in item.xpath(".//*[@class='page']")],
            item.xpath("./x:a/@href", namespaces=NAMESPACES),
        )
        for item in page.xpath("//x:li", namespaces=NAMESPACES)
    ]
    assert rows == [
        (["门牌比地图记得更久 ——访河湾镇邮递员沈一帆"], ["陆知", "顾南星"], ["5"], ["a01.xhtml"]),
        (["一条河怎样回来"], ["单晓舟"], ["9"], ["a02.xhtml"]),
        (["没有印出来的一篇"], ["佚名"], ["12"], []),
        (["把灯留在渡口"], ["河湾镇文化站课题组"], ["10"], ["a03.xhtml"]),
    ]
    sections = page.xpath("//x:h2/text()", namespaces=NAMESPACES)
    assert sections == ["人物", "河流"]


def test_without_pages_there_is_no_page_list_and_no_claim_of_one(tmp_path: Path) -> None:
    article = Article("a01", (Text("渡口"),), blocks=(paragraph("灯亮着。"),))
    book = made(Issue(articles=(article,)), tmp_path)
    assert book.nav("page-list") == ()
    assert "pageNavigation" not in book.metadata(
        "opf:meta[@property='schema:accessibilityFeature']"
    )
    assert not book.metadata("opf:meta[@property='pageBreakSource']")


def test_articles_without_section_stand_for_themselves(tmp_path: Path) -> None:
    articles = (
        Article("a01", (Text("渡口"),), blocks=(Heading(Text("灯"), 1), paragraph("亮着。"))),
        Article("a02", (), blocks=(paragraph("没有题目的一篇，写的是一盏灯怎样亮过整个夏天。"),)),
        Article("a03", ()),
    )
    assert outline(made(Issue(articles=articles), tmp_path).nav()) == [
        "目录",
        "渡口",
        "  灯",
        "没有题目的一篇，写的是一盏灯怎样亮过整个……",
        "未题名",
    ]


def test_more_than_ninety_nine_articles_keep_their_order_by_file_name(tmp_path: Path) -> None:
    articles = tuple(Article(f"x{n}", (Text(f"第{n}篇"),)) for n in range(1, 121))
    book = made(Issue(articles=articles), tmp_path)
    files = [name for name in book.spine if Path(name).stem[1:].isdigit()]
    assert files == sorted(files)
    assert len(files) == 120


def printed(issue: Issue, folder: Path) -> list[str]:
    """The titles on the contents page, in order."""
    page = made(issue, folder).tree("EPUB/contents.xhtml")
    titles = page.xpath("//x:li//x:span[@class='title']", namespaces=NAMESPACES)
    return ["".join(title.itertext()) for title in titles]


def test_a_section_without_a_name_stands_where_its_articles_do(tmp_path: Path) -> None:
    def entry(title: str, article: str) -> ContentsEntry:
        return ContentsEntry((title,), page="7", article=article)

    contents = Contents(
        sections=(
            ContentsSection("", (entry("稿约", "a03"),)),
            ContentsSection("历史", (entry("渡口的账", "a01"), entry("水尺", "a02"))),
        )
    )
    articles = tuple(
        Article(f"a{n:02}", (Text(title),), section=section, blocks=(paragraph("水涨了。"),))
        for n, title, section in ((1, "渡口的账", 0), (2, "水尺", 0), (3, "稿约", -1))
    )
    issue = Issue(contents=contents, section_names=("历史",), articles=articles)
    assert printed(issue, tmp_path) == ["渡口的账", "水尺", "稿约"]


def test_what_a_section_is_about_stands_on_the_contents_page_alone(tmp_path: Path) -> None:
    entry = ContentsEntry(("渡口的账",), page="7", article="a01")
    article = Article("a01", (Text("渡口的账"),), section=0, blocks=(paragraph("水涨了。"),))
    contents = Contents(sections=(ContentsSection("特别策划", (entry,), theme="渡船百年"),))
    book = made(
        Issue(contents=contents, section_names=("特别策划",), articles=(article,)), tmp_path
    )
    page = book.tree("EPUB/contents.xhtml")
    (name,) = page.xpath("//x:h2", namespaces=NAMESPACES)
    (theme,) = page.xpath("//x:p[@class='theme']", namespaces=NAMESPACES)
    assert ("".join(name.itertext()), "".join(theme.itertext())) == ("特别策划", "渡船百年")
    assert "特别策划" in str(book.nav())
    assert "渡船百年" not in str(book.nav())


def test_the_lines_of_a_title_are_one_in_the_navigation(tmp_path: Path) -> None:
    article = Article("a01", (Text("三本账，"), Text("两条船")), blocks=(paragraph("水涨了。"),))
    assert outline(made(Issue(articles=(article,)), tmp_path).nav()) == ["目录", "三本账，两条船"]


def test_a_line_before_the_articles_has_no_page_for_itself(tmp_path: Path) -> None:
    masthead = Masthead("江岸", entries=(MastheadEntry(MastheadKind.PUBLISHER, "出版", ("社",)),))
    front = (Figure(Text("封面：二号渡船")),)
    issue = Issue(masthead, front=front, articles=(Article("a01", (Text("水尺"),)),))
    book = made(issue, tmp_path)
    assert "EPUB/front.xhtml" not in book.spine
    assert "封面：二号渡船" in book.text("EPUB/masthead.xhtml")
    assert outline(book.nav()) == ["版权页", "目录", "水尺"]

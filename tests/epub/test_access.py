"""Accessibility metadata: each statement is borne out by the files, or not made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from converter.epub import EpubOptions, write_epub
from converter.epub.access import access_of
from converter.model import Article, Issue, Masthead, MastheadEntry, MastheadKind, Text
from converter.profile import Profile
from converter.render import words
from converter.resources import Resources
from tests.support.epub import Epub
from tests.support.issues import full_issue, paragraph

COVER = Path(__file__).with_name("cover.png")
OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER)
NAV = '<nav epub:type="toc"><a href="a.xhtml">a</a></nav>'
PAGE = "<body><h1>渡口</h1><p>灯亮着。</p></body>"


def told(issue: Issue, folder: Path, options: EpubOptions = OPTIONS) -> dict[str, list[str]]:
    write_epub(issue, folder / "book.epub", options)
    book = Epub(folder / "book.epub")
    names = (
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    )
    return {name: book.metadata(f"opf:meta[@property='schema:{name}']") for name in names}


def features(page: str = PAGE, nav: str = NAV, css: str = "") -> set[str]:
    return set(access_of([page], nav, css, words("zh-Hans"), vertical=False).features)


def test_an_issue_with_everything_tells_everything(tmp_path: Path) -> None:
    found = told(full_issue(), tmp_path)
    assert found["accessMode"] == ["textual"]
    assert found["accessModeSufficient"] == ["textual"]
    assert found["accessibilityHazard"] == ["none"]
    assert set(found["accessibilityFeature"]) == {
        "ARIA",
        "alternativeText",
        "displayTransformability",
        "horizontalWriting",
        "pageBreakMarkers",
        "pageNavigation",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
    }
    (summary,) = found["accessibilitySummary"]
    for part in ("读屏软件", "原刊页码", "注释", "表格", "封面图片"):
        assert part in summary


def test_what_an_issue_lacks_is_not_claimed(tmp_path: Path) -> None:
    article = Article("a01", (Text("渡口"),), blocks=(paragraph("灯亮着。"),))
    found = told(Issue(articles=(article,)), tmp_path)
    assert not {"pageBreakMarkers", "pageNavigation"} & set(found["accessibilityFeature"])
    (summary,) = found["accessibilitySummary"]
    for part in ("原刊页码", "注释", "表格"):
        assert part not in summary


def test_pages_of_which_the_contents_alone_tell_are_those_where_articles_begin(
    tmp_path: Path,
) -> None:
    article = Article("a01", (Text("渡口"),), blocks=(paragraph("灯亮着。"),), first_page="5")
    (summary,) = told(Issue(articles=(article,)), tmp_path)["accessibilitySummary"]
    assert "标有文章在原刊的起始页码。" in summary
    assert "原刊页码" not in summary


def test_a_vertical_edition_says_so(tmp_path: Path) -> None:
    found = told(full_issue("zh-Hant-TW"), tmp_path, replace(OPTIONS, vertical=True))
    assert "verticalWriting" in found["accessibilityFeature"]
    assert "horizontalWriting" not in found["accessibilityFeature"]
    assert "報讀軟體" in found["accessibilitySummary"][0]


def test_a_style_sheet_that_binds_the_reader_is_no_longer_transformable(tmp_path: Path) -> None:
    styles = tmp_path / "styles"
    styles.mkdir()
    own = (Resources().style_text("epub.css")) + "p { color: #333; font-size: 12pt }"
    (styles / "epub.css").write_text(own, encoding="utf-8")
    found = told(full_issue(), tmp_path, replace(OPTIONS, resources=Resources(styles=styles)))
    assert "displayTransformability" not in found["accessibilityFeature"]


def test_a_picture_without_description_is_visual_content() -> None:
    access = access_of(
        [PAGE, '<body><img src="x.png" alt=""/></body>'], NAV, "", words("zh-Hans"), vertical=False
    )
    assert access.modes == ("textual", "visual")
    assert access.sufficient == ()
    assert "alternativeText" not in access.features


def test_what_moves_or_sounds_is_a_hazard_not_looked_into() -> None:
    access = access_of(
        [PAGE, '<body><video src="x.mp4"></video></body>'],
        NAV,
        "",
        words("zh-Hans"),
        vertical=False,
    )
    assert access.hazards == ("unknown",)


def test_headings_and_contents_count_only_where_they_are() -> None:
    assert "structuralNavigation" in features()
    assert "structuralNavigation" not in features("<body><p>灯</p></body>")
    assert "tableOfContents" not in features(nav="<nav></nav>")


def test_a_head_says_what_it_is_the_head_of(tmp_path: Path) -> None:
    write_epub(full_issue(), tmp_path / "book.epub", EpubOptions(Profile(), Resources()))
    text = Epub(tmp_path / "book.epub").source("EPUB/a01.xhtml")
    assert '<th scope="col" rowspan="2">年份</th>' in text
    assert '<th scope="colgroup" colspan="2">件数</th>' in text
    assert '<th scope="row" class="number">1990</th><td class="number">12万</td>' in text


def test_a_label_of_the_masthead_without_anything_beside_it_is_a_line(tmp_path: Path) -> None:
    issue = full_issue()
    label = MastheadEntry(MastheadKind.STAFF, "编委会", (), ())
    entries = (*issue.masthead.entries, label)
    issue = replace(issue, masthead=replace(issue.masthead, entries=entries))
    write_epub(issue, tmp_path / "book.epub", EpubOptions(Profile(), Resources()))
    text = Epub(tmp_path / "book.epub").source("EPUB/masthead.xhtml")
    assert '<p class="plain">编委会</p>' in text
    assert "<dt>编委会</dt>" not in text


def test_the_names_of_a_staff_share_lines_and_no_number_is_said_twice(tmp_path: Path) -> None:
    entries = (
        MastheadEntry(MastheadKind.ISSUE, "", ("第3期（总第47期）",)),
        MastheadEntry(MastheadKind.ISSUE, "", ("2031年第3期（总第47期）",)),
        MastheadEntry(MastheadKind.STAFF, "编委", ("林汀", "季如川")),
        MastheadEntry(MastheadKind.TELEPHONE, "电话", ("0199-4433", "0199-4434")),
    )
    issue = replace(full_issue(), masthead=Masthead("渡口", entries=entries))
    write_epub(issue, tmp_path / "book.epub", EpubOptions(Profile(), Resources()))
    text = Epub(tmp_path / "book.epub").source("EPUB/masthead.xhtml")
    assert '<div class="row names"><dt>编委</dt><dd>林汀</dd><dd>季如川</dd></div>' in text
    assert '<div class="row"><dt>电话</dt>' in text
    assert text.count("第3期（总第47期）") == 1


def test_what_cover_and_masthead_both_say_is_told_once(tmp_path: Path) -> None:
    entries = (
        MastheadEntry(MastheadKind.PARALLEL_TITLE, "", ("DUKOU XUEBAO",)),
        MastheadEntry(MastheadKind.ISSUE, "", ("2031年第3期（第19卷　总第61期）",)),
        MastheadEntry(MastheadKind.DATE, "", ("2031年9月15日出版",)),
        MastheadEntry(MastheadKind.PARALLEL_TITLE, "", ("DUKOU XUEBAO",)),
        MastheadEntry(MastheadKind.ISSUE, "", ("2031年第3期（总第61期）",)),
        MastheadEntry(MastheadKind.DATE, "", ("2031年9月15日出版",)),
    )
    issue = replace(full_issue(), masthead=Masthead("渡口学报", entries=entries))
    write_epub(issue, tmp_path / "book.epub", EpubOptions(Profile(), Resources()))
    text = Epub(tmp_path / "book.epub").source("EPUB/masthead.xhtml")
    assert [text.count(line) for line in ("DUKOU XUEBAO", "9月15日出版", "总第61期")] == [1, 1, 1]
    assert "2031年第3期（第19卷　总第61期）" in text

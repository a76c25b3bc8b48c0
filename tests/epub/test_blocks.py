"""What the blocks of an article are marked as, for the style sheet to set them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from converter.epub import EpubOptions, write_epub
from converter.model import (
    Article,
    Block,
    Box,
    Figure,
    Heading,
    Issue,
    Paragraph,
    Role,
    Table,
    TableCell,
    Text,
)
from converter.profile import Profile
from converter.resources import Resources
from tests.support.epub import NAMESPACES, Epub


def page_of(tmp_path: Path, *blocks: Block, back: tuple[Block, ...] = ()) -> Any:
    article = Article("a01", (Text("渡口"),), blocks=blocks, back=back)
    target = tmp_path / "book.epub"
    write_epub(
        Issue(articles=(article,)),
        target,
        EpubOptions(Profile(), Resources(), cover=Path(__file__).with_name("cover.png")),
    )
    return Epub(target).tree("EPUB/a01.xhtml")


def classes(page: Any, words: str) -> list[str]:
    (found,) = page.xpath(f"//x:p[contains(., '{words}')]", namespaces=NAMESPACES)
    return (found.get("class") or "").split()


def test_facts_about_a_work_are_told_from_the_credit_that_closes_a_page(tmp_path: Path) -> None:
    def credit(text: str) -> Paragraph:
        return Paragraph(Text(text), Role.CREDIT)

    page = page_of(
        tmp_path,
        credit("监制：江上客"),
        credit("片长：九十分钟"),
        Paragraph(Text("船靠了岸。")),
        credit("图／林汀"),
        Heading(Text("《水尺》"), 1),
        credit("上渡出版社，十八元"),
        Paragraph(Text("水退了。")),
        back=(credit("责任编辑：桑榆"), credit("校对：季如川")),
    )
    for words in ("监制", "片长", "十八元"):
        assert classes(page, words) == ["credit", "fact"]
    for words in ("图／林汀", "责任编辑", "校对"):
        assert classes(page, words) == ["credit"]


def test_a_figure_says_that_its_picture_is_missing(tmp_path: Path) -> None:
    page = page_of(tmp_path, Paragraph(Text("船靠了岸。")), Figure(Text("图一 水尺")))
    (figure,) = page.xpath("//x:figure", namespaces=NAMESPACES)
    assert ["".join(child.itertext()) for child in figure] == ["〔图略〕", "图一 水尺"]


def test_a_table_of_short_cells_is_centred(tmp_path: Path) -> None:
    def table(*cells: str) -> Table:
        return Table(
            (
                tuple(TableCell(Text(cell), header=True) for cell in ("镇", "水位")),
                tuple(TableCell(Text(cell)) for cell in cells),
            )
        )

    page = page_of(tmp_path, table("上渡", "12.6"), table("中渡", "比去年同月的水位高出八成有余"))
    found = page.xpath("//x:table", namespaces=NAMESPACES)
    assert [one.get("class") for one in found] == ["brief short", None]


def test_a_short_table_and_a_short_box_are_not_parted(tmp_path: Path) -> None:
    row = (TableCell(Text("上渡")), TableCell(Text("12.6")))
    line = Paragraph(Text("水尺以米计。"))
    lines = [(line,), (line,) * 9, (Paragraph(Text("水尺以米计。" * 21)),)]
    boxes = (Box("链接", None, blocks) for blocks in lines)
    page = page_of(tmp_path, Table((row,) * 10), Table((row,) * 11), *boxes)
    told = page.xpath("//x:table | //x:aside", namespaces=NAMESPACES)
    assert [one.get("class") for one in told] == ["brief short", "brief", "box short", "box", "box"]


def test_what_parts_number_and_name_of_a_caption_is_marked(tmp_path: Path) -> None:
    table = Table(((TableCell(Text("上渡")), TableCell(Text("12.6"))),), Text("表一 三处水尺"))
    page = page_of(tmp_path, table, Figure(Text("图2　老渡口")), Figure(Text("图中 老渡口")))
    assert page.xpath("string(//x:caption)", namespaces=NAMESPACES) == "表一 三处水尺"
    assert page.xpath("//x:span[@class='em']/..", namespaces=NAMESPACES) == page.xpath(
        "//x:caption", namespaces=NAMESPACES
    )


def test_origins_in_the_midst_of_a_text_stay_where_they_were_read(tmp_path: Path) -> None:
    body = Paragraph(Text("渡口的账册一共三本。"))
    origin = Paragraph(Text("收稿日期：2031-04-02"), Role.CREDIT)
    page = page_of(tmp_path, body, origin, body)
    lines = page.xpath("//x:p", namespaces=NAMESPACES)
    told = ["".join(line.itertext())[:4] for line in lines]
    assert told[told.index("渡口的账") :] == ["渡口的账", "收稿日期", "渡口的账"]


def test_the_wish_that_ends_a_letter_stands_at_the_edge(tmp_path: Path) -> None:
    letter = (Text("水尺的事，容后再禀。此致"), Text("敬礼"))
    signed = Paragraph(Text("林汀"), Role.SIGNATURE)
    page = page_of(tmp_path, *(Paragraph(text) for text in letter), signed)
    assert classes(page, "敬礼") == ["wish"]
    assert classes(page, "此致") == []


def test_what_is_told_of_a_table_is_no_credit_of_the_article(tmp_path: Path) -> None:
    table = Table(((TableCell(Text("上渡")), TableCell(Text("12.6"))),))
    told = Paragraph(Text("注：水位为八时所测。"), Role.CREDIT)
    page = page_of(tmp_path, Paragraph(Text("水涨了。")), table, told, Paragraph(Text("水退了。")))
    assert classes(page, "八时") == ["credit", "table-note"]


def test_a_table_of_many_columns_is_made_for_a_narrow_screen(tmp_path: Path) -> None:
    heads = tuple(TableCell(Text(f"{at}℃/75%"), header=True) for at in range(7))
    cells = tuple(TableCell(Text("95.2a")) for _ in range(7))
    page = page_of(tmp_path, Table((heads, cells)), Table((heads[:4], cells[:4])))
    found = page.xpath("//x:table", namespaces=NAMESPACES)
    assert [one.get("class") for one in found] == ["brief short wide", "brief short"]
    assert len(page.xpath("//x:th/x:wbr", namespaces=NAMESPACES)) == 11
    assert "".join(found[0].itertext()).split()[0].startswith("0℃/75%")


def test_origins_in_the_midst_of_a_text_are_told_from_it(tmp_path: Path) -> None:
    body = Paragraph(Text("渡口的账册一共三本。"))
    received = Paragraph(Text("收稿日期：2031-04-02"), Role.CREDIT)
    funding = Paragraph(Text("基金项目：河湾镇文献整理"), Role.FUNDING)
    page = page_of(tmp_path, body, received, funding, body)
    assert classes(page, "收稿日期") == ["credit", "origin"]
    assert classes(page, "基金项目") == ["funding", "origin"]


def test_the_number_of_a_source_is_raised_and_linked(tmp_path: Path) -> None:
    source = Paragraph(Text("[1] 林汀. 水尺[M]. 上渡: 上渡出版社, 2019."), Role.REFERENCE)
    page = page_of(tmp_path, Paragraph(Text("水位上升[1]，文献[1]已经说过。")), back=(source,))
    assert page.xpath("string(//x:sup)", namespaces=NAMESPACES) == "[1]"
    links = page.xpath("//x:p//x:a", namespaces=NAMESPACES)
    assert [(one.get("role"), one.get("href"), one.get("id")) for one in links] == [
        ("doc-biblioref", "#source-1", "cited-1"),
        ("doc-biblioref", "#source-1", None),
        ("doc-backlink", "#cited-1", "source-1"),
    ]

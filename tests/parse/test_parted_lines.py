"""Lines that OCR has parted as if each were a paragraph, and tables of which it has left the cells."""

from __future__ import annotations

from converter.pipeline import Restored
from tests.support.blocks import headings, sourced, texts
from tests.support.restored import restored

HEAD = ("目录\n盐井里的账　荀百川　4\n守闸人　季有田　9", "盐井里的账", "荀百川")
OTHER = ("守闸人", "季有田", "守闸的人在河边住了四十年，夜里听水声就知道明天要不要开闸。")
OPENING = "盐井在镇子的北坡，井口盖着一块磨盘大的石板，石板上凿了两个眼，一个穿绳子，一个看天色。"
ABOVE = "管井的人每天记一笔账，天晴记几桶，天阴记几桶，记了六十年，记到最后一本的时候，井水已"
BELOW = "经淡得像茶。他还是照样打上来，照样倒进锅里熬，熬出来的盐只够一家人吃，就不再往外头卖了。"
LAST = "后来镇上通了自来水，盐井边长出一棵皂角树，树荫正好盖住那块石板。"


def issue(*pieces: str) -> Restored:
    return restored("\n\n".join([*HEAD, OPENING, *pieces, *OTHER]))


def test_the_lines_of_a_box_that_blank_ones_part_are_its_text() -> None:
    frame = (
        "熬盐要用三口锅，头锅去泥，二锅",
        "去苦，三锅收盐。灶里的火一夜不",
        "能断，断了就要从头再来。",
    )
    made = issue(ABOVE, "小知识", *frame, BELOW, LAST)
    assert sourced(made.issue) == [("小知识", "", ["".join(frame)], "")]
    assert texts(made.issue)[:3] == [OPENING, ABOVE + BELOW, LAST]


def test_the_rest_of_a_cut_sentence_is_no_line_of_a_box() -> None:
    said = "熬盐要用三口锅，头锅去泥，二锅去苦，三锅收盐。"
    made = issue(ABOVE, "小知识", said, BELOW, LAST)
    assert sourced(made.issue) == [("小知识", "", [said], "")]
    assert texts(made.issue)[:3] == [OPENING, ABOVE + BELOW, LAST]


def test_the_first_line_of_a_paragraph_is_no_heading() -> None:
    line, rest = (
        "那年冬天盐井枯了，管井的老",
        "人下到井底去看，井底的石缝里还有一点水，水面上漂着一片槐树叶子。",
    )
    made = issue(line, rest, LAST)
    assert headings(made.issue) == []
    assert texts(made.issue)[:3] == [OPENING, line + rest, LAST]


def test_a_heading_stays_one() -> None:
    made = issue("淡下去的井水，浓起来的日子", LAST)
    assert headings(made.issue) == ["淡下去的井水，浓起来的日子"]


def test_cells_of_a_table_are_no_headings() -> None:
    cells = ("熬盐的用料", "一口锅卤水40斤", "三口锅120斤", "干柴25斤75斤", "皂角", "少许适量")
    made = issue(
        "熬一锅盐要用的东西，都记在账的最后一页上，一共六样，缺一样也熬不成。", *cells, LAST
    )
    assert headings(made.issue) in ([], [cells[0]])  # the line above a table may be its heading
    assert [text for text in cells if text not in repr(made.issue)] == []


def test_entries_of_a_frame_begin_lines_of_their_own() -> None:
    column = OPENING + ABOVE[:20] + "，也就没有什么可记的了。" + LAST + BELOW[3:]
    lines = [column[at : at + 18] for at in range(0, len(column), 18)]
    entries = [
        ["盐井里的人和三口锅"],
        ["31户：在盐井边上住过的", "人家。"],
        ["3口：井水变淡以前天天生", "着火的锅。"],
        ["60年：从头一本账记到最后", "一本账。"],
    ]
    inset = ["小知识", *(line for entry in entries for line in entry)]
    body = [*HEAD, *lines[:4], *inset, *lines[4:]]
    other = [one[at : at + 18] for one in OTHER for at in range(0, len(one), 18)]
    made = restored("\n".join([*body, *other]))
    ((label, title, own, _),) = sourced(made.issue)
    assert (label, title) == ("小知识", entries[0][0])
    assert own == ["".join(entry) for entry in entries[1:]]


def test_a_heading_below_a_table_whose_rows_are_whole_stays_one() -> None:
    table = "| 年份 | 桶数 |\n|---|---|\n| 1958 | 412 |\n| 1978 | 230 |\n| 1998 | 57 |"
    made = issue(ABOVE + BELOW, table, "最后一本账", LAST)
    assert headings(made.issue) == ["最后一本账"]

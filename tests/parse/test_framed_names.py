"""Names in 【】 that head sidebars as others in 【】 do, though no list has them."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading
from converter.segment.units.bullets import items_of
from converter.source import Line
from tests.support.restored import restored

PROSE = """\
井台上的石板是从北坡抬下来的，四个人抬一块，
歇了七回。井水冬天冒热气，夏天冰手，挑水的人
要排队，先来的把扁担横在桶上，便算占了位子。
老辈人说井里有一条白鳝，谁也没有见过，可是谁
也不往井里吐唾沫。
"""
MORE = """\
后来通了自来水，井台就空了。石板缝里长出了青
苔，只有几个老人还来坐坐，说这里凉快。前年修
路要填井，他们不肯，说填了井，村子就没有眼睛
了。
"""


def issue(first: str, second: str) -> list[Article]:
    """Two articles with a sidebar each."""
    text = "乡土\n2001年第3期\n\n目录\n井台……贺兰(2)\n碾盘……季芳(3)\n\n"
    text += f"井台\n贺兰\n{PROSE}{first}{MORE}{PROSE}{MORE}{PROSE}{MORE}"
    text += f"碾盘\n季芳\n{PROSE}{MORE}{second}{PROSE}{MORE}{PROSE}"
    return list(restored(text).issue.articles)


def boxes(article: Article) -> list[tuple[str, str]]:
    return [
        (block.label, block.title.value if block.title else "")
        for block in article.blocks
        if isinstance(block, Box)
    ]


KNOWN = "【小知识】\n　　花岗石的比重约为二点七，一块长一米、宽半米、\n厚两寸的石板重二百多斤。\n"
COUNTED = "【小统计】\n　　全乡有古井三十一口，还在用的七口，井深最多的\n十九米。\n"


def test_a_name_in_the_same_brackets_as_a_known_one_heads_a_sidebar() -> None:
    first, second = issue(COUNTED, KNOWN)
    assert boxes(first) == [("小统计", "")]
    assert boxes(second) == [("小知识", "")]
    assert not any(isinstance(block, Heading) for block in first.blocks)


def test_who_the_expert_is_may_be_told_near_such_a_sidebar() -> None:
    expert = "【专家简介】\n贺兰，乡水利站技术员，打井三十年。\n"
    first, _ = issue(expert + MORE + COUNTED, KNOWN)
    assert boxes(first) == [("小统计", "")]


def test_a_title_may_stand_beside_such_a_name() -> None:
    titled = COUNTED.replace("】", "】　古井有多少", 1)
    assert boxes(issue(titled, KNOWN)[0]) == [("小统计", "古井有多少")]


def test_a_word_like_a_long_name_heads_one_as_well() -> None:
    assert boxes(issue(COUNTED.replace("小统计", "路史小札"), KNOWN)[0]) == [("路史小札", "")]


def test_where_no_other_name_is_one_of_a_sidebar_nothing_tells() -> None:
    first, _ = issue(COUNTED, "")
    assert boxes(first) == []


def test_several_such_names_near_each_other_are_points() -> None:
    points = "【井水】\n" + PROSE + "【井绳】\n" + MORE
    first, second = issue(points, KNOWN)
    assert boxes(first) == []
    assert boxes(second) == [("小知识", "")]


CUT = "井台上的石板是从北坡抬下来的，四个人抬一块，歇了七回，抬到第八回的时候，"
REST = "领头的人忽然站住了，说这块石板底下压着一只蛤蟆，要等它爬出来再走。"
LAW = "【条文】井、泉、渠由村民共同维护，任何人不得填埋、占用或者向其中倾倒污物，违者由村委会责令恢复。"


def cut_by(*boxes_of: str) -> list[Article]:
    """An issue of one article for each box, which it cuts."""
    listed = "".join(f"{name}……{who}({at})\n" for at, (name, who) in enumerate(PEOPLE, 2))
    text = f"乡土\n2001年第3期\n\n目录\n{listed}\n"
    for (name, who), box in zip(PEOPLE, boxes_of, strict=True):
        text += f"{name}\n\n{who}\n\n{PROSE.replace(chr(10), '')}\n\n{CUT}\n\n{box}\n\n{REST}\n\n"
    return list(restored(text).issue.articles)


PEOPLE = (("井台", "贺兰"), ("碾盘", "季芳"))


def test_a_name_in_brackets_that_cuts_a_sentence_more_than_once_is_that_of_boxes() -> None:
    for article in cut_by(LAW, LAW.replace("】", "】\n\n").replace("井、泉", "碾盘、渡口")):
        assert boxes(article) == [("条文", "")]


@pytest.mark.parametrize("name", ["【师傅语录】", "※师傅语录※ ", "★师傅语录★"])
def test_a_name_in_a_frame_before_its_text_within_a_sentence_is_that_of_a_box(name: str) -> None:
    first, second = cut_by(f"{name}石头不是抬下来的，是哄下来的。", KNOWN)
    assert boxes(first) == [("师傅语录", "")]
    assert boxes(second) == [("小知识", "")]


def test_parts_in_brackets_below_one_another_are_none() -> None:
    parts = "【选石】要北坡的，敲一敲声音发脆，\n\n【下山】四个人抬一块，绳子要用旧的，新绳太滑。\n\n【铺台】先铺中间。"
    first, _ = cut_by(parts, KNOWN)
    assert boxes(first) == []


def test_a_name_that_has_lost_a_bracket_or_is_letter_spaced() -> None:
    first, second = cut_by(
        "小知识】 石板有多重\n\n花岗石的比重约为二点七，一块一米长的石板重二百多斤。",
        "链 接 ｜ 石板有多重\n\n花岗石的比重约为二点七，一块一米长的石板重二百多斤。",
    )
    assert boxes(first) == [("小知识", "石板有多重")]
    assert boxes(second) == [("链接", "石板有多重")]


def test_lines_that_all_end_with_a_semicolon_are_items() -> None:
    texts = ("井台、井栏：二百一十斤；", "碾盘：八百三十斤；", "渡口的石阶，每级：一百九十斤。")
    lines = [Line(at, text) for at, text in enumerate(texts, 1)]
    assert items_of(lines) == {1, 2, 3}
    assert not items_of(lines[1:])


def test_the_source_of_a_box_in_a_column_ends_there() -> None:
    law = "【小知识】井、泉、渠由村民共同维护，任何人不得填埋、占用或者向其中倾倒污物。\n来源：《石桥村村规民约》第九条\n"
    column = PROSE.splitlines(keepends=True)
    first, _ = issue("".join((*column[:2], law, *column[2:])), "")
    box = next(block for block in first.blocks if isinstance(block, Box))
    assert box.attribution is not None
    assert box.attribution.text.value == "来源：《石桥村村规民约》第九条"


def test_of_names_that_all_stand_so_one_cuts_a_sentence() -> None:
    middle = PROSE.index("要排队")
    named = COUNTED.replace("小统计", "村史札").replace("】", "】　古井有多少", 1)
    cut = f"{PROSE[:middle]}{named}{PROSE[middle:]}"
    text = "乡土\n2001年第3期\n\n目录\n井台……贺兰(2)\n碾盘……季芳(3)\n\n"
    text += f"井台\n贺兰\n{PROSE}{MORE}{cut}{MORE}{PROSE}{MORE}"
    text += f"碾盘\n季芳\n{PROSE}{MORE}{COUNTED}{PROSE}{MORE}{PROSE}"
    first, second = restored(text).issue.articles
    assert boxes(first) == [("村史札", "古井有多少")]
    assert boxes(second) == [("小统计", "")]


LEDGER = "账本 | 一口井一年的花销\n\n收入：卖水六百担，得钱三十千文。\n\n"
HANDLE = "乡土词典 | 井绳\n\n麻搓的粗绳，浸过桐油，一根可用三年，断了要全村人凑钱另换。\n\n"
COUNT = "数说古井 | 全乡的井\n\n全乡有古井三十一口，还在用的七口，井深最多的有十九米。\n\n"


def barred(*added: str) -> list[Article]:
    """An issue whose sidebars have a bar between their names and their titles."""
    one, other = PROSE.replace("\n", ""), MORE.replace("\n", "")
    text = "乡土\n2001年第3期\n\n目录\n井台……贺兰(2)\n碾盘……季芳(3)\n\n"
    text += f"井台\n\n贺兰\n\n{one}\n\n{CUT}\n\n{added[0]}{REST}\n\n{other}\n\n{added[1]}"
    text += f"碾盘\n\n季芳\n\n{other}\n\n{CUT}\n\n{added[2]}{REST}\n\n{one}\n\n"
    return list(restored(text).issue.articles)


def test_a_bar_and_a_title_at_the_end_of_an_article_as_within_the_sentences_of_others() -> None:
    first, second = barred(HANDLE, LEDGER, COUNT)
    assert boxes(first) == [("乡土词典", "井绳"), ("账本", "一口井一年的花销")]
    assert boxes(second) == [("数说古井", "全乡的井")]


def test_one_such_sidebar_makes_no_form() -> None:
    first, _ = barred(HANDLE, LEDGER, "")
    assert boxes(first) == [("乡土词典", "井绳")]

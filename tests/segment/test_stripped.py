"""Hard-wrapped text whose first-line indents the OCR took away: two em are missing."""

from __future__ import annotations

import itertools

import pytest

from converter.segment import Unit, make_units
from converter.segment.units.grid import grid_of
from converter.segment.units.indents import lost_indents
from converter.source import Line

# Columns of sixteen em; the first line of each paragraph has fourteen.
COLUMN = """\
河水从上游下来到这里转了一个
弯弯里停着几条旧船船上一个人也没
有。
老渡口在镇子的南头石阶有三十
一级最下面的两级常年浸在水里长着
青苔。
摆渡的人照旧坐在石阶上等着对
岸那个人喊他一等就是半天有时候谁
也不来。
那盏灯还是从前的灯灯罩换过三
回灯芯一回也没有换过亮到后半夜才
熄。
对岸的人听见桨声就知道是谁。
也知道他今天高不高兴缆绳绕了三圈
才回屋。
名词
涨水的时候渡口要往上移九级。
退水以后石阶上留着一层细细的泥沙
踩上去很软道理并不难懂的人也懂。
道理说穿了只有两个字：等水退下去
再修桥。"""


def units(text: str) -> list[Unit]:
    return make_units(Line(number, line) for number, line in enumerate(text.split("\n"), 1))


def test_first_lines_that_are_two_em_short_tell_the_measure() -> None:
    grid = grid_of([[Line(n, text) for n, text in enumerate(COLUMN.split("\n"), 1)]])
    assert (grid.measure, grid.stripped) == (16.0, True)


def test_a_full_line_after_a_sentence_goes_on_with_its_paragraph() -> None:
    found = units(COLUMN)
    assert [unit.first for unit in found] == [1, 4, 7, 10, 13, 16, 17]
    assert found[4].text.startswith("对岸的人听见桨声就知道是谁。也知道")
    assert "：等水退下去再修桥。" in found[6].text


def test_a_short_line_that_ends_nothing_is_no_end_of_a_paragraph() -> None:
    assert units(COLUMN)[5].text == "名词"


def test_paragraphs_without_indents_are_not_stripped() -> None:
    flush = "\n".join(
        line for _ in range(6) for line in ("渡口的石阶一共有三十一级长着青苔呢", "灯亮。")
    )
    groups = [[Line(n, text) for n, text in enumerate(flush.split("\n"), 1)]]
    assert not grid_of(groups).stripped


def test_a_mark_that_hangs_over_a_first_line_is_no_em_of_it() -> None:
    hung = COLUMN.replace(
        "对岸的人听见桨声就知道是谁。\n也知道他今天高不高兴缆绳绕了三圈",
        "对岸的人听见桨声就知道是谁来\n也知道他今天高不高兴要不要喝酒。\n老艄公今天高高兴兴地又过了河，\n他把缆绳在木桩上绕了三圈又绕一圈",
    )
    assert "老艄公今天高高兴兴地又过了河，他把" in " ".join(unit.text for unit in units(hung))
    assert any(unit.text.startswith("老艄公") for unit in units(hung))


INDENTED = """　　河水从上游下来到这里转了一个
弯，弯里停着几条旧船。
　　老渡口在镇子的南头，石阶有三
十一级。
　　摆渡的人照旧坐在石阶上等着对
岸那个人喊他。
　　那盏灯还是从前的灯，灯罩换过
三回。
　　一、施工期间，堤顶道路不得通
行，车辆一律从堤下绕行。
　　二、渡船末班改为晚上七点，误
了的人可以走石桥。
　　三、由此带来的不便，请大家多
多包涵。
　　　　苇塘镇水利管理站
　　　　2021年3月5日"""


def test_a_numbered_line_that_is_full_goes_on_flush() -> None:
    texts = [unit.text for unit in units(INDENTED)]
    assert "一、施工期间，堤顶道路不得通行，车辆一律从堤下绕行。" in texts
    assert "三、由此带来的不便，请大家多多包涵。" in texts


def test_the_date_under_a_signature_stands_by_itself() -> None:
    assert [unit.text for unit in units(INDENTED)][-2:] == ["苇塘镇水利管理站", "2021年3月5日"]


def test_a_numbered_line_that_lacks_its_indent_goes_on() -> None:
    items = "清淤的办法\n1．先量渠的长短，再挖渠底的\n土。\n2．挖出来的泥，要堆在渠边上\n晒干。"
    texts = [unit.text for unit in units(f"{COLUMN}\n{items}")]
    assert "1．先量渠的长短，再挖渠底的土。" in texts
    assert "2．挖出来的泥，要堆在渠边上晒干。" in texts


KEPT = """\
　　老渡口在镇子的南头，石阶有三
十一级，长着青苔。
　　摆渡的人照旧坐在石阶上等着对
岸那个人喊他。"""
LOST = """\
    旧　灯
        张水生
那盏灯还是从前的灯，灯罩换过
三回，灯芯一回也没换过，亮到后半
夜才熄。
对岸的人听见桨声就知道是谁，
也知道他今天高不高兴缆绳绕了三圈
这才慢慢回屋。
涨水的时候，渡口要上移九级，
退水以后石阶上留一层泥沙，踩上去
很软。"""


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_page_that_lost_its_indents_tells_its_paragraphs_by_their_first_lines(
    between: str,
) -> None:
    found = units(between.join([KEPT, KEPT, LOST, KEPT]))
    texts = [unit.text for unit in found]
    assert sum(text.startswith("那盏灯") and text.endswith("才熄。") for text in texts) == 1
    assert sum(text.startswith("对岸的") and text.endswith("慢慢回屋。") for text in texts) == 1
    assert sum(text.startswith("涨水的") and text.endswith("很软。") for text in texts) == 1
    assert not any(unit.opens is False for unit in found if unit.text[0] in "那对涨")


def test_what_goes_on_below_a_pull_quote_has_lost_its_indents_as_well() -> None:
    cut = f"{LOST}\n那一年有人来量河量完了请大\n家吃一顿饭饭吃完了桥还是没有影子也"
    rest = "没有人再问起那座桥的事情。\n所以你们来的时候只要记得灯。\n灯是我点的河是大家的。"
    for quote, whole in (("渡口有灯，\n就有人回来。\n\n", True), ("", True), ("\f", False)):
        text = "\n\n".join([KEPT, KEPT, f"{cut}\n\n{quote}{rest}", KEPT])
        texts = [unit.text for unit in units(text)]
        assert ("所以你们来的时候只要记得灯。灯是我点的河是大家的。" in texts) == whole


def test_a_full_page_without_an_end_of_a_paragraph_has_lost_nothing() -> None:
    page = [Line(n, "渡口的石阶一共有三十一级长着青苔呢") for n in range(1, 13)]
    grid = grid_of([[Line(n, text) for n, text in enumerate(f"{KEPT}\n{KEPT}".split("\n"))]] * 2)
    assert grid.indented
    assert lost_indents(page, grid) == []


TALK = """\
　　师：渠里的水从哪里来？
　　生1：从水库里来，水库在后山的
顶上。
　　师：那水库里的水又是从哪里来
的？你们想一想，再说一说看，好吗？
生2：从天上来，下一场大雨就来
一库水。
　　师：好。
　　生3：还有泉水。
　　生4：还有雪水。"""


def test_a_label_that_opens_turns_elsewhere_opens_one_without_its_indent() -> None:
    texts = [unit.text for unit in units(f"{KEPT}\n{KEPT}\n{TALK}")]
    assert "生2：从天上来，下一场大雨就来一库水。" in texts


def page(*paragraphs: str, measure: int = 16, indent: int = 2) -> list[str]:
    """Paragraphs in lines of one measure, without the indents that they have in print."""
    lines: list[str] = []
    for text in paragraphs:
        cuts = [0, *range(measure - indent, len(text), measure), len(text)]
        lines += [text[start:end] for start, end in itertools.pairwise(cuts)]
    return lines


SHORT = "河水从上游下来到这里转了一个弯弯里停着几条旧船船上一个人也没有呢。"
FULL = (
    "摆渡的人照旧坐在石阶上等着对岸那个人喊他一等就是半天有时候谁也不来他就把缆绳再绕一圈才回屋去。"
)


def test_what_is_set_into_a_column_tells_nothing_of_its_indents() -> None:
    """Below the box a full line goes on with the sentence that it cuts, and is no first one."""
    box = ["名词", "涨水的时候渡口要", "往上移九级。"]
    lines = page(SHORT, FULL, SHORT)
    cut = [*lines[:5], *box, *lines[5:], *page(SHORT)]
    grid = grid_of([[Line(n, text) for n, text in enumerate(cut, 1)]])
    whole = grid._replace(measure=15.0, indented=True, stripped=False)
    found = lost_indents([Line(n, text) for n, text in enumerate(cut, 1)], whole)
    assert [one.grid.measure for one in found] == [16.0]


def test_the_paragraphs_below_headings_tell_that_their_indents_are_lost() -> None:
    lines = ["开头一句话。", "渡口", *page(SHORT), "渡船", *page(FULL), "灯", *page(SHORT)]
    whole = grid_of([[Line(n, text) for n, text in enumerate(lines, 1)]])._replace(
        measure=15.0, indented=True, stripped=False
    )
    found = lost_indents([Line(n, text) for n, text in enumerate(lines, 1)], whole)
    assert [one.grid.measure for one in found] == [16.0]


PAGES = (
    (
        "修钟的人每个月上一回钟楼，给齿轮添一点油，不许别人去碰指针，一上去就是半天的工夫，谁喊他也不下来。",
        "钟停在四点十分，已经停了十一年整。他说钟停着也是一种走法，只是比别人走得慢一些，有的是耐性。",
        "卖伞的人从来不看天，只看河里的水。河面上起了皱纹，他就把伞一把一把撑开来，挂在桥栏上头等人来买。",
    ),
    (
        "送信的人认得全镇所有的狗。他说狗比门牌可靠，门牌换过三回，狗还是那几只狗，远远见了他就摇尾。",
        "有一回他病了三天，三条街上的狗都蹲在邮局的门口，等他慢慢地走出来，谁来赶也不肯走开半步。",
    ),
)
"""Two pieces of a page of 24 em; the second paragraph and the fourth end where a line is full."""


def wrapped(text: str, measure: int = 24) -> list[str]:
    """The lines of a paragraph whose indent is lost."""
    first, rest = text[: measure - 2], text[measure - 2 :]
    return [first, *(rest[at : at + measure] for at in range(0, len(rest), measure))]


def test_one_page_that_lost_its_indents_among_paragraphs_on_a_line_each() -> None:
    whole = "\n\n".join(f"{one}{other}" for one, other in itertools.permutations(PAGES[0], 2))
    page = "\n\n".join("\n".join(itertools.chain(*map(wrapped, piece))) for piece in PAGES)
    found = units(f"{whole}\n\n{page}\n\n{whole}")
    assert [unit.text for unit in found if len(unit.lines) > 1] == [*PAGES[0], *PAGES[1]]


def test_the_measure_of_prose_between_the_short_lines_of_programs() -> None:
    prose = "写程序的人把每一行都读过一遍，再让机器读第二遍，机器读出来的错比人读出来的多得多"
    lines = [line for at in range(44) for line in (prose[: 31 + at % 4], "i = i + 1", "end", "10")]
    groups = [[Line(at, text) for at, text in enumerate(lines, 1)]]
    assert 31 <= grid_of(groups).measure <= 34
    whole = [[Line(at, f"{text}{prose}。" * (at % 3)) for at, text in enumerate(lines, 1)]]
    assert not grid_of(whole).measure


def test_paragraphs_on_a_line_each_of_one_page_that_lost_its_indents() -> None:
    whole = ["".join(one) for one in itertools.permutations(PAGES[0], 2)]
    indented = "\n\n".join(f"\u3000\u3000{text}" for text in whole)
    page = [*whole[:2], "渡口的名字", whole[2][:-1]]
    found = units(f"{indented}\n\n" + "\n\n".join(page) + f"\n\n{indented}")
    assert not any(unit.opens is False for unit in found)
    # A single piece without an indent is what a page or a box has cut off.
    found = units(f"{indented}\n\n{whole[0]}\n\n{indented}")
    assert [unit.opens for unit in found].count(False) == 1
    # So are two, of which one stands below what breaks off.
    found = units(f"{indented[:-1]}\n\n{whole[0]}\n\n{whole[1]}\n\n{indented}")
    assert [unit.opens for unit in found].count(False) == 2


def test_they_are_told_as_well_where_other_pages_keep_their_printed_lines() -> None:
    whole = ["".join(one) for one in itertools.permutations(PAGES[0], 2)]
    indented = "\n\n".join(f"\u3000\u3000{text}" for text in whole)
    kept = "\n\n".join(
        "\n".join(
            [f"\u3000\u3000{text[:14]}", *(text[at : at + 16] for at in range(14, len(text), 16))]
        )
        for text in whole * 3
    )
    page = [*whole[:2], "渡口的名字", whole[2]]
    found = units(f"{kept}\n\n{indented}\n\n" + "\n\n".join(page) + f"\n\n{indented}")
    assert not any(unit.opens is False for unit in found if unit.text in whole)


def of(text: str) -> list[str]:
    """The units of what stands below the column, behind a blank line."""
    return [
        unit.text for unit in units(f"{COLUMN}\n\n{text}") if unit.first > COLUMN.count("\n") + 1
    ]


BOARDS = """\
旧船板锯成四块，刨平，打孔，
两块钉在门的后面，两块架在窗下，
剩下来的碎料不要扔，留着晾干，烧
水的时候正好引火。"""


@pytest.mark.parametrize("signed", ["", "（陆小舟）"])
@pytest.mark.parametrize("name", [[], ["旧船板的用处"], ["小窍门", "旧船板的用处"]])
def test_full_lines_below_one_without_its_indent_are_no_verse(name: list[str], signed: str) -> None:
    signs = [signed] if signed else []
    whole = BOARDS.replace("\n", "")
    assert of("\n".join([*name, BOARDS, *signs])) == [*name, whole, *signs]


def test_lines_of_one_length_are_verse_where_indents_are_lost() -> None:
    verse = "春水初生漫过石阶，桨声摇过石桥西，\n老艄公坐在船头上，一声不响听黄鹂，\n对岸的人还没有来，\n斜风细雨两三犁。"
    assert of(verse) == verse.split("\n")


def test_a_first_line_that_ends_a_sentence_goes_on_where_its_box_is_an_em_narrower() -> None:
    knots = """\
旧麻绳打了死结，不必剪断。
找一根细竹签，从结中间轻轻地挑
松一点再换一边，挑几下就开了，
不伤绳子也不伤手。"""
    assert of(f"解死结\n{knots}") == ["解死结", knots.replace("\n", "")]


def test_a_full_line_below_a_full_one_opens_no_turn_where_indents_are_lost() -> None:
    asked = "有人问渡口什么东西最不怕水泡\n又不怕风吹，谁见了都要让它三分？"
    goes_on = "答：是石头。可是守着石头过一辈子\n的人未必认得石头。"
    opens = "答：是石头。可是守着石头过一\n辈子的人，未必认得每一块石头，石\n头也不认得人。"
    assert of(f"{asked}\n{goes_on}") == [f"{asked}\n{goes_on}".replace("\n", "")]
    assert of(f"{asked}\n{opens}") == [asked.replace("\n", ""), opens.replace("\n", "")]

"""What a monthly of party affairs prints: notes by the day, letters, photographs, boxes of many names."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Issue, Paragraph, Verse
from converter.parse.assemble.repeats import repeated
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawEntry
from converter.parse.contents.rows import Row
from converter.parse.contents.teller import SectionTeller
from converter.parse.cutting import breaks_off
from converter.parse.issue.lead_quotes import take_lead_quotes
from converter.parse.issue.quotes import take_quotes
from converter.parse.learnt.framed import set_like
from converter.parse.learnt.places import Place
from converter.segment import Unit
from converter.segment.units import is_day
from converter.source import Line
from tests.support.blocks import boxes, quotes, sourced, texts
from tests.support.restored import listed, restored

MILL = [
    "柳湾乡的油坊停了十一年，去年冬天又冒起了烟。坊主的儿子从城里回来，带回一本记满方子的旧账，账上的字是他祖父写的。",
    "头一个月榨坏了四百斤菜籽，他没有声张，把油渣拌进猪食，又去邻乡请来一位封了榨的老师傅，老师傅只肯看，不肯说。",
    "到了第三个月，油清了，香气飘过两道田埂，村里人提着瓶子来打油，排队的时候顺便把修桥的事也商量定了。",
]
BRIDGE = [
    "桥是四十年前修的，桥面只有两米宽，收割机开不过去，对岸三百亩稻子年年要靠人背，背到后来就没有人愿意种了。",
    "算下来要二十六万元，乡里出一半，村里出三成，剩下的五万多元由种田的人家按亩摊，摊不起的出工，一天抵一百二十元。",
    "桥修好的那天没有人剪彩，第一个过桥的是一台收割机，开得很慢，后面跟着一长串看热闹的孩子和两只狗。",
]


def units(*lines: str) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(lines, 1)]


def issue(*parts: str, more: list[str] = BRIDGE) -> Issue:
    """An issue of two articles, the first with the parts, the second with some more."""
    contents = ["目录", "1 油坊又冒烟 张水", "3 桥上的收割机 李山"]
    lines = [*contents, "油坊又冒烟", "张水", *parts, "桥上的收割机", "李山", *more]
    return restored("\n\n".join(lines)).issue


@pytest.mark.parametrize("text", ["五月二十日 小满", "3月6日（惊蛰）", "四月五日　清明　小雨"])
def test_a_solar_term_beside_a_day(text: str) -> None:
    assert is_day(text)
    assert not is_day("五月二十日 小满仓")


def test_who_signs_a_letter_breaks_off_no_sentence() -> None:
    assert not breaks_off("柳湾师范学院离退休第二支部 张小川")
    assert breaks_off("他说油坊停了十一年，去年冬天又冒起")
    assert breaks_off("榨油要看火。今")


def test_captions_in_a_row_where_photographs_tell_the_article() -> None:
    shown = [
        "▲7月12日，油坊的师傅在晾菜籽，地面温度五十九度。",
        "▲7月14日，修桥的人在等潮水退下去。",
    ]
    lead = "七月中旬，柳湾乡连续十一天没有下雨，本刊记者拍下了几个不肯歇的人。"
    contents = ["目录", "1 油坊又冒烟 张水", "3 大暑里的人 李山"]
    tail = ["大暑里的人", "李 山　摄影报道", lead, *shown]
    made = restored("\n\n".join([*contents, "油坊又冒烟", "张水", *MILL, *tail])).issue
    blocks = made.articles[1].blocks
    assert [block.caption.value for block in blocks if isinstance(block, Figure)] == shown


def test_the_end_of_a_paragraph_is_no_caption_where_photographs_tell_the_article() -> None:
    cut = ("收割机开到桥头停下来，司机说桥面太窄，要等到退潮才看得见两边的", "石头栏杆。")
    shown = "七月的柳湾桥。栏杆是去年新换的。 李 山/摄"
    last = ("天快黑的时候潮水退下去，收割机上了桥，全村的人都站在岸上，等着听那", "最后的一声响。")
    contents = ["目录", "1 油坊又冒烟 张水", "3 桥上的收割机 李山"]
    tail = ["桥上的收割机", "撰文、摄影/李 山", BRIDGE[0], *cut, shown, *last]
    made = restored("\n\n".join([*contents, "油坊又冒烟", "张水", *MILL, *tail])).issue
    blocks = made.articles[1].blocks
    found = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert found == [BRIDGE[0], "".join(cut), "".join(last)]
    assert [block.caption.value for block in blocks if isinstance(block, Figure)] == [shown]


def test_a_pull_quote_without_a_stop_before_the_first_title() -> None:
    said = "油坊的烟不是烧出来的，是一斤一斤榨出来的，榨坏了也不要声张"
    contents = ["目录", "1 油坊又冒烟 张水", "3 桥上的收割机 李山"]
    made = restored(
        "\n\n".join([*contents, said, "油坊又冒烟", "张水", *MILL, "桥上的收割机", "李山", *BRIDGE])
    ).issue
    found = [text.value for quote in made.articles[0].pull_quotes for text in quote.paragraphs]
    assert found == [said]


def test_a_paragraph_that_says_its_own_pull_quote_is_none_of_the_next_article() -> None:
    own = "一本旧账救了一座油坊，算的是人心。"
    last = "三百亩稻子要过桥，油坊也要过桥；一本旧账救了一座油坊，收割机开过去，桥才算修好了。"
    parts = [units(*BRIDGE, own), units(*MILL, last), units(*BRIDGE)]
    titles = ["油坊的旧账", "桥上的收割机"]
    assert [len(one) for one in take_quotes(parts, titles, [0, 0], [0, 0])] == [1, 0]


def test_two_pull_quotes_the_lower_of_which_is_in_other_words() -> None:
    again, other = MILL[0], "油坊的旧账不是写给外人看的，而是写给菜籽和油渣看的。"
    parts = [units(again, other), units(*MILL), units(*BRIDGE)]
    titles = ["油坊的旧账", "桥上的收割机"]
    found = take_quotes(parts, titles, [0, 0], [0, 0])[0]
    assert [unit.text for quote in found for unit in quote] == [again, other]


def test_two_lines_that_the_text_below_calls_a_poem() -> None:
    poem = "窑火灭了，\n缸子还是热的。"
    found = issue(*MILL[:2], poem, "这是我二十岁时写的两行诗，登在厂报的最后一期上。", MILL[2])
    assert [list(one.lines) for one in found.articles[0].blocks if isinstance(one, Verse)] != []
    found = issue(*MILL[:2], poem, "这是我二十岁时记下的两句话，写在账本的最后一页上。", MILL[2])
    assert not any(isinstance(one, Verse) for one in found.articles[0].blocks)


ONE, TWO = "油坊又冒烟 村里的事好商量", "桥上的收割机"


def test_an_author_below_a_title_that_the_body_has_on_one_line() -> None:
    printed = [ONE, "中共柳湾市委常委、组织部部长 荀 岚", *MILL, TWO, "李 山", *BRIDGE]
    body = BodyIndex([Line(at, text) for at, text in enumerate(printed, 1)])
    teller = SectionTeller([], "first", body)
    entry = RawEntry(ONE.split(), page="6")
    row, below = Row(["荀 岚"], [3], gap=True, alone=True), Row([f"14 {TWO} 李 山"], [4], gap=True)
    assert not teller.is_section(row, below, entry, pending=False)


@pytest.mark.parametrize("form", ["{1} {0}\n", "{0} {1}\n"])
def test_a_section_and_its_theme_below_an_entry_that_the_house_signs(form: str) -> None:
    entries = [
        form.format(f"{ONE} 本刊评论员", "4"),
        "特别策划·小院大治\n",
        form.format(f"{TWO} 李 山", "9"),
        "启事\n",
        form.format("短讯 王 禾", "12"),
    ]
    body = [ONE, "本刊评论员", *MILL, TWO, "李 山", *BRIDGE, "短讯", "王 禾", *BRIDGE]
    made = restored("\n\n".join(["目 录", f"卷首\n{''.join(entries)}", *body]))
    found = [(section, authors) for section, _, authors, _ in listed(made)]
    assert found[:2] == [("卷首", ("本刊评论员",)), ("特别策划·小院大治", ("李山",))]


ABRIDGED = "关于乡村商量的书，都可以写成一把油瓶"


def test_a_thought_that_leaves_words_out_near_what_it_abridges() -> None:
    source = "我提着瓶子排在后面，觉得读过的那些关于“乡村商量”的书，都可以写成这么一把油瓶。"
    lines = units(MILL[0], source, MILL[1], ABRIDGED, MILL[2])
    nothing = [None] * len(lines)
    assert repeated(lines, nothing, [False] * len(lines)) == {3}
    # What the paragraph right below says again may be its heading.
    lines = units(MILL[0], MILL[1], ABRIDGED, source, MILL[2])
    assert not repeated(lines, nothing, [False] * len(lines))


def test_a_thought_that_differs_by_particles_from_what_it_repeats() -> None:
    again = "一天抵一百二十元的账，却是算在桥上，更是算在人心上。"
    source = f"{BRIDGE[1]}一天抵一百二十元的账，是算在桥上，也是算在人心上。"
    lines = units(BRIDGE[0], source, again, BRIDGE[2])
    nothing = [None] * len(lines)
    assert repeated(lines, nothing, [False] * len(lines)) == {2}
    # Below the last paragraph of a box it is none of that.
    own = ["水深三米二，涨水的时候五米一。"]
    found = issue(*MILL, source, BRIDGE[2], "数说", *own, again)
    assert boxes(found) == [("数说", "", own)]


def test_paragraphs_each_of_which_says_what_a_word_means_are_one_box() -> None:
    terms = [
        "“一肩挑”，是指村党组织书记同时担任村民委员会主任和村级集体经济组织负责人。",
        "“望星桥”，是指横在两座山梁之间、只容一人走过的木板，过桥的时候不许回头。",
    ]
    found = issue(
        MILL[0], "一、先看账", "链接", *terms, "（一）旧账", MILL[1], "（二）新账", MILL[2]
    )
    assert boxes(found) == [("链接", "", terms)]


RULES = [
    "第三条，谁家来了亲戚要在走廊里搭床的，提前跟左右邻居打声招呼，一般不超过五个晚上。",
    "第四条，共用厨房的灶台早上六点到六点半归要上早班的人先用，其他人让一让。",
]


def test_a_name_over_several_paragraphs_and_the_work_they_are_from_is_a_box() -> None:
    found = issue(*MILL, "公约摘登", *RULES, "——柳湾新村十七号楼《楼栋公约》")
    assert sourced(found) == [("公约摘登", "", RULES, "柳湾新村十七号楼《楼栋公约》")]
    # Among headings of its form it is one of them.
    found = issue(
        MILL[0], "旧账新算", MILL[1], "公约摘登", *RULES, "——柳湾新村十七号楼《楼栋公约》"
    )
    heads = [block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)]
    assert "公约摘登" in heads


def test_a_page_cuts_a_rule_which_is_no_title() -> None:
    cut = [RULES[0][:22], RULES[0][22:]]
    head, tail = (
        "到了第三个月，油清了，香气飘过两道田埂，村里人提着瓶",
        "子来打油，排队的时候商量修桥。",
    )
    found = issue(MILL[0], head, "链接", *cut, RULES[1], "——柳湾新村《楼栋公约》", tail, MILL[1])
    assert boxes(found)[0][1] == ""


def test_a_box_with_its_source_behind_a_semicolon() -> None:
    head = "油坊立了四条规矩：榨坏了不许声张；排队的人一人一瓶；赊账的当面写在墙上；"
    tail = "欠过三回的，第四回要替油坊挑一天水；挑不动的可以请人，工钱自己出。"
    said = ["头一年别想着挣钱，先把灯修亮了，把积水填平了，大家就晓得你是真干活的。", "信任跟存钱一样，平时一块两块往里存，急用的时候才取得出来。"]  # fmt: skip
    found = issue(
        MILL[0], head, "一线声音", *said, "——柳湾乡青瓦村党支部书记 柏如松", tail, MILL[1]
    )
    assert sourced(found) == [("一线声音", "", said, "柳湾乡青瓦村党支部书记 柏如松")]
    assert head + tail in texts(found)


def test_names_before_their_texts_as_several_boxes_have_them() -> None:
    def place(at: int, name: str) -> Place:
        return Place(at, name, MILL[at % 3], bracketed=False, labelled=False)

    known = {name: [place(at, name)] for name, at in (("链接", 3), ("背景", 20), ("数说", 40))}
    places = {**known, "油坊小账本": [place(60, "油坊小账本")]}
    assert list(set_like(places, known, [], ["油坊小账本"])) == ["油坊小账本"]
    del places["背景"]
    assert list(set_like(places, known, [], ["油坊小账本"])) == []


def test_pull_quotes_between_the_author_and_the_text() -> None:
    mill, bridge = ("".join(text) for text in (MILL, BRIDGE))
    well = f"{bridge}水清见底才算得上一口好井。"
    said = [
        "到了第三个月，油清了，香气飘过两道田埂。",
        "桥修好的那天没有人剪彩，后面跟着一长串看热闹的孩子。",
        "水清见底才算得上一口好井。",
        "砌墙不能只靠手快，手快会歪；要靠吊线，吊线不会说谎。",
    ]
    bodies = [
        units(text, below, *MILL)
        for text, below in zip(said, (mill, bridge, well, mill), strict=True)
    ]
    found: list[list[list[Unit]]] = [[] for _ in bodies]
    take_lead_quotes([[], *bodies], found)
    assert ["".join(unit.text for quote in one for unit in quote) for one in found] == said
    # Where no others stand so, it may be a paragraph.
    alone: list[list[list[Unit]]] = [[]]
    take_lead_quotes([[], units(said[3], mill, *MILL)], alone)
    assert alone == [[]]


def test_a_piece_that_leaves_a_quotation_open_is_no_pull_quote() -> None:
    lines = [
        text[at : at + 24] for text in (*MILL, *BRIDGE, *MILL) for at in range(0, len(text), 24)
    ]
    head, piece = "年年要靠人背，背到后来就没有人愿意种了，对于连", "续两年没有人种的，可以“谁种谁"
    tail = "收”，收割机开得过去的地方，不许荒着。"
    found = issue(MILL[0], f"{BRIDGE[0]}{head}", piece, tail, MILL[2], more=["\n".join(lines)])
    assert piece not in quotes(found)


def test_a_line_above_an_indented_one_is_no_caption_that_a_sentence_goes_on_below() -> None:
    """Where photographs tell the article, the short end of a sentence may stand alone at the top of a page."""
    rows = [
        f"　　{text}"[at : at + 20] for text in BRIDGE * 3 for at in range(0, len(text) + 2, 20)
    ]
    cut = "　　收割机开到桥头停下来，大家都围上去看，司机说桥面太窄，要把厚的那一边"
    tail = "\n".join((*rows, cut[:20], cut[20:], "", "往下压，慢慢退回来。", "", *rows))
    contents = ["目录", "1 油坊又冒烟 张水", "3 桥上的收割机 李山"]
    head = [*contents, "油坊又冒烟", "张水", *MILL, "桥上的收割机", "撰文、摄影/李 山"]
    blocks = restored("\n\n".join([*head, tail])).issue.articles[1].blocks
    assert not any(isinstance(block, Figure) for block in blocks)

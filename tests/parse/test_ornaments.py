"""Sidebars whose only name is a title with an ornament, and headings that have one as well."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph
from converter.parse.items import item_form
from converter.parse.ornaments import sidebar_marks
from converter.segment import Unit
from converter.source import Line
from tests.support.blocks import boxes
from tests.support.restored import restored

LEAD = "水渠修了三年，从水库一直修到后山的稻田，通水那天，稻田里的人都停下来看，连狗也跟着跑。"
HEAD = "渠水从水库下来，到了村口分成两股，一股进田，一股进塘。天旱的时候，管水"
TAIL = "的人要守一夜，天亮才把闸门放下来，回家睡上一整天。"
LAST = "稻田的主人们都站在田埂上，等着看自己家的那一道口子什么时候见水，谁也不肯先走。"
CUT = "渡口只剩下一根拴船的木桩，木桩上的绳印有两指深，下雨的时候积着水，鸟来喝水，人也"
REST = "来喝水，只是要先把落在里面的叶子吹开，再等水静下来。"
FERRY = "摆渡的人姓邬，在船上过了四十年，说话的声音比桨声大不了多少，岸上的人要弯下腰才听得见。"
END = "桥通车的第二天，船就拴在了柳树上，再没有解开过，邬师傅每天还是五点起来烧水。"
ITEMS = [
    "时间：早上六点开船，天黑收船。",
    "价钱：一人两元，孩子不收。",
    "地址：镇子南头，石阶下面。",
]
STALLS = [
    "豆腐：一天三板，卖完为止。",
    "竹器：筛子和背篓，可以定做。",
    "秤：公平秤在街口，谁都可以用。",
]
MARKET = "散集以后，街上只剩下一地的菜叶和几只狗，扫街的人来得比狗还晚。"
NOTES = ["清淤每年冬天做一次，泥挑上来堆在渠边。", "堆过一冬的泥，开春再撒进田里。"]


def issue(*bodies: tuple[str, ...]) -> Issue:
    """An issue of up to three articles with these bodies, one line a paragraph."""
    titles = ["水渠记", "渡口记", "赶集的人"][: len(bodies)]
    parts = ["目录", *(f"{page} {title} 张水" for page, title in enumerate(titles, 1)), ""]
    for title, body in zip(titles, bodies, strict=True):
        parts += [title, "文／张水", *body, ""]
    return restored("\n".join(parts)).issue


@pytest.mark.parametrize("mark", ["■ ", "■", "◆ ", "▲", "★ "])
def test_a_title_with_an_ornament_in_broken_sentences_is_that_of_a_box(mark: str) -> None:
    found = issue(
        (LEAD, HEAD, f"{mark}渠上的泥到哪里去了", *NOTES, TAIL, LAST),
        (FERRY, CUT, f"{mark}渡口的船", *ITEMS, REST, END),
    )
    assert boxes(found) == [("", "渠上的泥到哪里去了", NOTES), ("", "渡口的船", ITEMS)]
    texts = [
        [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
        for article in found.articles
    ]
    assert texts == [[LEAD, HEAD + TAIL, LAST], [FERRY, CUT + REST, END]]


def test_what_is_proved_by_some_holds_for_those_between_whole_paragraphs() -> None:
    found = issue(
        (LEAD, HEAD, "■ 渠上的泥到哪里去了", *NOTES, TAIL, LAST),
        (FERRY, CUT, "■ 渡口的船", *ITEMS, REST, END),
        (
            "集从五更开始，天一亮就散，卖豆腐的和卖竹器的各占一条街。",
            MARKET,
            "■ 集上的摊子",
            *STALLS,
        ),
    )
    assert [(label, title) for label, title, _ in boxes(found)] == [
        ("", "渠上的泥到哪里去了"),
        ("", "渡口的船"),
        ("", "集上的摊子"),
    ]
    assert boxes(found)[2][2] == STALLS


def test_headings_with_an_ornament_stay_headings_though_one_sentence_lost_its_end() -> None:
    found = issue(
        (LEAD, "■ 修渠的人们", LAST, "■ 管水的一夜", HEAD + "的人。"),
        (FERRY + "渡船停了以后没有人再来", "■ 渡口的黄昏", END, "■ 木桩上的绳印", MARKET),
    )
    assert boxes(found) == []
    names = [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]
    assert {"修渠的人们", "管水的一夜", "木桩上的绳印"} <= set(names)


def _units(texts: list[str]) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=False) for at, text in enumerate(texts, 1) if text]


BROKEN = [HEAD, "■ 渠上的泥", NOTES[0], TAIL, "", CUT, "■ 渡口的船", ITEMS[0], REST]


def test_several_broken_sentences_prove_an_ornament() -> None:
    assert sidebar_marks([_units(BROKEN)]) == {"■"}
    assert sidebar_marks([_units(BROKEN[:4])]) == frozenset()


@pytest.mark.parametrize(
    "line", ["■ 摄影／老桅", "■ 责任编辑：张水", "■ 渠上的泥堆好了。", "■ 时间：天亮"]
)
def test_credits_sentences_and_items_are_no_titles(line: str) -> None:
    assert (
        sidebar_marks([_units([line if "■" in text else text for text in BROKEN])]) == frozenset()
    )


def test_items_with_an_ornament_are_a_list() -> None:
    listed = [HEAD, "■ 铁锹十把", "■ 扁担二十根", "■ 箩筐四十只", TAIL]
    assert sidebar_marks([_units(listed), _units(listed)]) == frozenset()


def test_a_list_of_single_words_under_a_bare_title_in_a_broken_sentence_is_a_box() -> None:
    words = [
        "听：用指节敲船板，声音发闷的要换。",
        "看：缝里的麻丝发白，就该补油了。",
        "摸：手上不沾油，才算干透。",
    ]
    found = boxes(issue((FERRY, CUT, "怎样看一条船", *words, REST, END)))
    assert found == [("", "怎样看一条船", words)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("听：用指节敲船板，声音发闷的要换。", "label"),
        ("香：焙到第三遍才出来。", "label"),
        ("问：船还开吗？", ""),
        ("答：不开了。", ""),
        ("王：船还开吗？", ""),
        ("甲：船还开吗？", ""),
        ("听：“船要开了。”", ""),
        ("说：", ""),
    ],
)
def test_single_words_open_items_and_who_speaks_opens_a_turn(text: str, form: str) -> None:
    assert item_form(text) == form


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("责任编辑　方小舟", "责任编辑 方小舟"),
        ("责任编辑：方　舟　校对：余 音", "责任编辑：方舟 校对：余音"),
        ("（编辑 / 蒲 樱）", "（编辑 / 蒲樱）"),
    ],
)
def test_the_blanks_of_a_credit_part_its_words(printed: str, kept: str) -> None:
    text = f"目录\n\n岸边的灯 宋小满 4\n\n岸边的灯\n\n宋小满\n\n{LEAD}\n\n{printed}\n"
    article = restored(text).issue.articles[0]
    last = (*article.blocks, *article.back)[-1]
    assert isinstance(last, Paragraph)
    assert last.text.value == kept

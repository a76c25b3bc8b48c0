"""Forms of a home monthly as the text layer of a PDF: pages of two columns behind form feeds, a blank line after each column.

Captions open pages, boxes may stand below their folio, and one page may have lost its indents.
"""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Paragraph
from converter.parse.boxes.start import decided_start
from converter.segment import make_units
from converter.source import Line
from tests.support.blocks import boxes_of, headed_boxes
from tests.support.restored import restored

SIZE = 21
TEXTS = [
    "补碗的人每年立秋以后来，挑一副担子，前头是风箱，后头是一只装着铜钉的木匣，走到井台边上就放下来，不吆喝，先把风箱拉响。",
    "各家听见声音，就把一年里摔坏的碗找出来，用旧报纸包着送过去。碗底都写着姓，他看一眼，按先后摆成一排，太阳晒到哪只就补哪只。",
    "钻眼最费工夫，钻头只有米粒大，弓弦一来一回，瓷粉落在他的膝盖上，落了三十年，那条裤子再也洗不干净了。",
    "我母亲有一只青边的大碗，是她出嫁时候带来的，先后补过三回，一共十一颗钉。她说盛汤的时候要慢，汤慢了，人也就不急了。",
    "后来镇上开了瓷器店，一只碗还抵不上补碗的钱，井台边上的人渐渐少了，只有几个老人还来，说是补碗，其实是坐着说话。",
    "有一年他没有来，第二年也没有来。第三年来了一个年轻人，挑着同一副担子，木匣上的铜扣换了新的，问他，说是外甥。",
    "外甥补得快，电钻一响就是一个眼，价钱也公道。可是母亲看了半天，把那只青边的碗又包起来，抱回了家里。",
    "如今那只碗在我的柜子里，十一颗钉都还亮着，我用它装钥匙，每天出门的时候摸一下碗边，凉的，滑的，像井台上的石头。",
]

OTHERS = [
    "抽屉里有一把断了齿的梳子，一枚没有盖的章，还有半截蓝粉笔，都不知道是谁放进去的，也没有人想过要扔。",
    "搬家那天抽屉卡住了，父亲把整张桌子翻过来敲，敲出来一张公交月票，照片上的人比我现在还要年轻十岁。",
    "新家没有抽屉，都是柜子，门一关什么也看不见，找东西的时候，才想起旧抽屉的好处是拉开就全都在那里。",
]


def column(text: str, indent: int = 2) -> list[str]:
    """The lines of a paragraph, the first with its indent."""
    first = SIZE - 2 if indent else SIZE
    lines = [text[:first], *(text[at : at + SIZE] for at in range(first, len(text), SIZE))]
    return ["\u3000" * indent + lines[0], *lines[1:]]


def lost(text: str) -> list[str]:
    """The same where the indent is lost that the page has in print."""
    return [line.strip() for line in column(text)]


def prose(*texts: str) -> list[str]:
    return [line for text in texts for line in column(text)]


def article(*pages: list[str], title: str = "井台边上的风箱", head: str = "文／何渡") -> Article:
    """An article on several pages, each as its lines, and another one behind it."""
    lines = ["目 录", "CONTENTS", "手艺", f"03　{title} ／ 何渡", "灯下", "09　旧抽屉 ／ 苏圆", ""]
    lines += ["\f手 艺 CRAFT", title, *head.split("\n")]
    for at, page in enumerate(pages, 3):
        lines += ["\f手艺 CRAFT"] if at > 3 else []
        lines += [*page, "", f"2019.08 器物 {at:02}"]
    lines += ["\f灯 下 NIGHT", "旧抽屉", "文／苏圆", *prose(*OTHERS), "", "2019.08 器物 09"]
    return restored("\n".join(lines) + "\n").issue.articles[0]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def captions(found: Article) -> list[str]:
    return [block.caption.value for block in found.blocks if isinstance(block, Figure)]


CUT = "装钉子的木匣共有七层，每一层的铜钉粗细都不同，最细的比针还细，要对着光才看得见上"
REST = "面的纹路。"
"""The sentence goes on below in a few words, which tell little."""


def test_flush_lines_with_which_no_paragraph_can_end_are_a_caption() -> None:
    assert len(column(CUT)[-1]) > SIZE - 2
    shown = ["木匣的七层抽屉都能拉开。最底下的一层，装的", "是弓弦。"]
    made = article(
        [*prose(*TEXTS[:3]), *column(CUT)],
        ["", *shown, "", REST, *prose(*TEXTS[3:6])],
    )
    assert captions(made) == ["".join(shown)]
    assert CUT + REST in paragraphs(made)


WHOLE = "钉子有粗有细，最细的一种比缝衣针还细，平日里都拿油纸包着，放在木匣的最底下一层。"
AFTER = "有一回孩子们趁他打盹把油纸打开来看，他醒了也不恼，说看归看，不许用嘴去吹。"


def test_a_thing_that_is_named_above_the_flush_rest_of_a_full_paragraph_is_a_caption() -> None:
    assert len(column(WHOLE)[-1]) >= SIZE - 1
    shown = ["补碗人和他的“七层宝匣”。上面的铜扣是用旧门", "环打的。"]
    made = article(
        [*prose(*TEXTS[:3]), *column(WHOLE)],
        ["", *shown, "", *column(AFTER, 0), *prose(*TEXTS[3:6])],
    )
    assert captions(made) == ["".join(shown)]
    assert WHOLE + AFTER in paragraphs(made)


def test_a_thing_that_is_named_flush_between_whole_paragraphs_is_a_caption() -> None:
    shown = "锯开的碗底。第三圈，能看见钉子的脚。"
    made = article(prose(*TEXTS[:4]), ["", shown, "", *prose(*TEXTS[4:])])
    assert captions(made) == [shown]
    assert paragraphs(made) == TEXTS


def test_it_is_a_paragraph_where_others_are_flush_too() -> None:
    shown = "锯开的碗底。第三圈，能看见钉子的脚。"
    first, second = (
        [line for text in texts for line in lost(text)] for texts in (TEXTS[:4], TEXTS[4:])
    )
    made = article(first, ["", shown, "", *second])
    assert captions(made) == []


LIST = [
    "2. 对好两边碎口，拿棉线从碗底兜住，打",
    "一个活结，晾到太阳落山，再看看有没有错开的",
    "地方。",
    "3. 在离开碎口一指宽的地方点墨，两边都",
    "点得一样高，钻头走起来才不会歪掉。",
    "4. 点完以后用清水洗一遍，手也洗干净，",
    "墨要留得住。",
    "5. 最后钻眼，钻到七分深，再深就透了。",
]
BEHIND = "做完这四样，才轮到打钉，钉子要先在火上烤一烤，烤到发蓝，再趁热轻轻敲进去。"


def test_lines_have_lost_their_indents_as_those_below_them_on_their_page() -> None:
    """What stands behind the last item is a paragraph: it breaks off two em short, though that one is full."""
    below = [line for text in TEXTS[3:7] for line in lost(text)]
    lines = [
        *prose(*TEXTS, *OTHERS),
        "",
        "\f" + LIST[0],
        *LIST[1:],
        *lost(BEHIND),
        "钉子的火候",
        "",
        *below,
    ]
    units = make_units([Line(at, text) for at, text in enumerate(lines, 1)])
    assert BEHIND in [unit.text for unit in units]
    assert "".join(LIST[:3]) in [unit.text for unit in units]


NOTE = [
    "补一只碗要排三天队，请先到井台的本",
    "子上写下姓名和碗的样子，或者写信：",
    "bowls@example.org",
]

BROKEN = "第三年的秋天他总算又来了。担子还是那一副担子，木匣却换了一只新的，外头还厚厚刷着"
MORE = "桐油。他把钉子含在嘴里，一颗一颗地吐出来，说话的时候就含在腮边。"


def test_a_running_head_ends_a_box_below_its_folio() -> None:
    made = article(
        [
            *prose(*TEXTS[:3]),
            *column(BROKEN),
            "",
            "2019.08 器物 03",
            "",
            "排队须知",
            "\u3000\u3000" + NOTE[0],
            *NOTE[1:],
            "\f手艺 CRAFT",
            *column(MORE, 0),
            *prose(*TEXTS[3:6]),
        ],
    )
    assert headed_boxes(made) == [("排队须知", ["".join(NOTE)])]
    assert BROKEN + MORE in paragraphs(made)


ASKED = "问：我的碗口裂了一道细纹，盛热汤的时候会渗，不盛的时候又看不出来，能不能补？（临江读者）"


def test_a_wrapped_paragraph_with_its_indent_is_no_second_line_of_a_subtitle() -> None:
    told = "答：能补，但不必钉。用蛋清和石灰调匀，趁湿抹在里面，阴干三天，再煮一次米汤。"
    made = article(prose(ASKED, told, *TEXTS[:4]), head="——本期坐堂：老窑口的补碗师傅何渡")
    assert made.subtitle is not None
    assert made.subtitle.value == "——本期坐堂：老窑口的补碗师傅何渡"
    assert paragraphs(made)[:2] == [ASKED, told]


TIPS = [
    "洗好的碗要碗底朝上，搁在竹架子上晾，水才流得干净。",
    "一叠不要超过三只，叠得多了，碗和碗会咬住，夏天尤其如此。",
]


def tips(title: str) -> list[str]:
    return [title, *prose(*TIPS)]


@pytest.mark.parametrize("above", [[""], []])
def test_boxes_under_a_name_and_a_title_are_alike(above: list[str]) -> None:
    """One of them cuts a sentence; where such a line is right below a paragraph, it may be a heading."""
    made = article(
        [*prose(*TEXTS[:2]), "", *tips("灶边话　洗碗的两个不"), "", *prose(*TEXTS[2:4])],
        [*column(CUT), "", *tips("碗柜里　放碗的门道"), "", REST, *prose(*TEXTS[4:6])],
        [*prose(TEXTS[6]), *above, *tips("老规矩　添碗的时候"), "", *prose(TEXTS[7])],
    )
    found = [(label, title) for label, title, _ in boxes_of(made)]
    alike = [("灶边话", "洗碗的两个不"), ("老规矩", "添碗的时候")] if above else []
    assert set(alike) <= set(found)
    assert ("碗柜里", "放碗的门道") in found
    assert above or ("灶边话", "洗碗的两个不") not in found


def test_a_wide_blank_parts_a_name_from_a_title_that_is_longer_or_shorter() -> None:
    def read(text: str) -> tuple[str, str]:
        start = decided_start(make_units([Line(1, text)])[0])
        return start.label, start.rest

    assert read("灶边话　洗碗的两个不") == ("灶边话", "洗碗的两个不")
    assert read("灶边人　灶边话") == ("灶边人灶边话", "")

"""What a city's weekly has: a letter that many sign, a remark of the editors, a talk and its caption."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Issue, Paragraph, Role
from converter.parse.boxes import is_attribution
from converter.parse.letters.signers import is_placed, names_somebody
from converter.segment.units import make_units
from converter.source import Line
from tests.support.restored import restored

OTHER = "渡口只剩下一根拴船的木桩，木桩上的绳印有两指深，下雨的时候积着水，鸟来喝。"


@pytest.mark.parametrize(
    "text",
    ["水泵厂宿舍居民　程远山等三十一人", "白桥镇 石小满等12户", "三号楼　程远山等五位业主"],
)
def test_the_first_of_many_signs_for_all(text: str) -> None:
    assert is_placed(text)


def test_the_first_of_many_signs_without_a_place() -> None:
    assert names_somebody("程远山等三十一人")
    assert not names_somebody("三十一人")
    assert not is_placed("水泵厂宿舍　等三十一人")


REMARK = [
    "    井台上的石头还在，绳印有两指深，孩子们",
    "说该填了，省得有人掉下去，我舍不得。",
    "    （本刊记者已问过物业，物业的经理答复说",
    "先不填井，七月二十日请大家来商量。井台怎么",
    "修，水怎么验，日后的结果本刊还会接着往下说。",
    "——编者）",
    "    第二天一早来了三个人，把井台又量了一遍",
    "才走，问他们是谁家的，都不肯说出来。",
]


def test_the_name_behind_a_remark_closes_it() -> None:
    units = make_units([Line(number, text) for number, text in enumerate(REMARK, 1)])
    assert [unit.first for unit in units] == [1, 3, 7]
    assert units[1].text.endswith("接着往下说。——编者）")


def test_what_closes_a_remark_is_no_source() -> None:
    assert not is_attribution("——编者）")
    assert is_attribution("——摘自《渡口志》（2019年版）")


def talk(*last: str) -> Issue:
    parts = [
        *("目录", "老井 张水 1", "渡口 李山 3", "老井", "张水"),
        "记者：您头一回守井是哪一年？",
        "程远山：是我母亲走的那一年。她那口井没有人看，我就夜里自己去看，看了三年。",
        "记者：后来呢？",
        "程远山：后来井干了，人也散了，我还是每天去坐一坐，坐到灯都亮了才回家。",
        *last,
    ]
    rest = ["记者：您还去吗？", "程远山：去。", "渡口", "李山", OTHER]
    return restored("\n\n".join([*parts, *rest])).issue


def roles(found: Issue) -> dict[str, Role]:
    blocks = found.articles[0].blocks
    return {one.text.value: one.role for one in blocks if isinstance(one, Paragraph)}


TOLD = "采访结束，天已经黑了。程远山喝了一口水，提着马灯走到井台边上去了。"


def test_the_reporter_tells_of_who_has_spoken() -> None:
    more = "井台边上没有人，绳子也收起来了，灯照着石头上的绳印。"
    assert roles(talk(TOLD, more))[TOLD] is Role.BODY
    assert roles(talk(TOLD, more))[more] is Role.BODY


@pytest.mark.parametrize(
    "said",
    [
        "有人在井台边上喊“程远山快来”，来的人提着一盏马灯，灯灭了又点上。",
        "我对自己说，程远山啊程远山，井都干了，还看什么，可第二天又去了。",
        "井台边上没有人，绳子也收起来了，灯照着石头上的绳印。",
    ],
)
def test_who_says_his_own_name_goes_on_speaking(said: str) -> None:
    assert roles(talk(said))[said] is Role.ANSWER


def captions(found: Issue) -> list[str]:
    return [one.caption.value for one in found.articles[0].blocks if isinstance(one, Figure)]


def test_a_caption_names_who_talks_by_where_he_is() -> None:
    caption = "井台边的程远山。石头上没有字，绳印有两指深，是三代人磨出来的。"
    assert captions(talk(TOLD, caption)) == [caption]


@pytest.mark.parametrize(
    "text",
    [
        "井台边的石小满。石头上没有字，绳印有两指深，是三代人磨出来的。",  # nobody who talks
        "井台边的程远山老了，石头上没有字，绳印有两指深。",
        "记忆中的程远山。我去的那天，井台上没有人，绳印有两指深。",
    ],
)
def test_other_words_about_somebody_are_text(text: str) -> None:
    assert captions(talk(TOLD, text)) == []


LETTERS = [
    "我们院里原有一口老井，是祖父那一辈人凿的，几代孩子都在井台上写过作业。六月底来了几个工人，三下五除二填了，说要划停车位，请来看看是谁填的。",
    "（本刊记者已与物业联系。物业经理说过，停车位暂缓施工，七月二十日召开全体业主会议来商量表决。其结果如何本刊会继续关注。——编者）",
    "贵刊上一期有一张照片，一个女人在雨里打水，那就是我。那天孩子要去考二胡，雨下得睁不开眼，我不知道有人拍照，请洗一张给我们，钱由我出。",
    "我每天从井台边走到桥头上班，七百多米的路要绕开两个报刊亭和三排自行车，还有一根电线杆立在路当中，希望停车的朋友抬一抬手，给人留条路。",
]


def set_in(text: str, measure: int = 20) -> list[str]:
    """The lines of a paragraph with an indent of two em."""
    first = measure - 2
    rest = range(first, len(text), measure)
    return ["    " + text[:first], *(text[at : at + measure] for at in rest)]


def test_a_heading_stands_below_the_remark_on_a_letter() -> None:
    one, remark, two, three = map(set_in, LETTERS)
    lines = [
        *("目录", "老井／张水……1", "读者来信……2", "", "  老井", "", "        张水", ""),
        *(*set_in(OTHER + OTHER) * 6, "", "  读者来信", "", "      谁填了我们的井", ""),
        *(*one, "      水泵厂宿舍居民　程远山等三十一人", *remark, "", "      照片上的人是我", ""),
        *(*two, "                白桥小学　石小满", "", "      请给我们留条路", ""),
        *(*three, "                白桥镇　石若溪"),
    ]
    blocks = restored("\n".join(lines)).issue.articles[-1].blocks
    heads = [block.text.value for block in blocks if isinstance(block, Heading)]
    assert heads == ["谁填了我们的井", "照片上的人是我", "请给我们留条路"]
    told = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert LETTERS[1] in told
    assert "水泵厂宿舍居民 程远山等三十一人" in told

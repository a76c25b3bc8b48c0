"""What an article ends with: its own last words, and no picture or pull quote set into them."""

from __future__ import annotations

import pytest

from converter.model import Block, Figure, Heading, Paragraph, PullQuote, Role
from tests.support.restored import restored

OPENING = (
    "清淤队进场那天，水位已经退到石阶的第九级。测量员何若溪在岸上钉了三根木桩，"
    "每一根上都缠着红布条，远远看去像三个站着等渡船的人。"
)
PROSE = (
    "淤泥里翻出来的东西摆了半条街：铜勺、瓦当、半截船桨，还有一只完好的青花小碗。"
    "老人们围着看，说这只碗他们见过，从前摆在渡口的茶摊上。"
)
LAST = ("最后一车淤泥运走的时候，天已经黑了。大家坐在石阶上，把鞋里的水倒出来，", "谁也没有先走。")


def blocks(*parts: str) -> list[Block]:
    text = "\n\n".join(("目录", "清淤记 林小满 3", "清淤记", "林小满", OPENING, PROSE, *parts))
    return list(restored(text).issue.articles[0].blocks)


def test_a_picture_in_the_last_paragraph_stands_above_it() -> None:
    caption = "何若溪（左）在岸边测量水位，林小满摄"
    found = blocks(PROSE, LAST[0], caption, LAST[1])
    assert [type(one) for one in found[-2:]] == [Figure, Paragraph]
    assert isinstance(found[-1], Paragraph)
    assert found[-1].text.value == "".join(LAST)


def test_a_pull_quote_in_the_last_paragraph_stands_above_it() -> None:
    quote = "“老人们围着看，说这只碗他们见过。”"
    found = blocks(PROSE, LAST[0], quote, LAST[1])
    assert isinstance(found[-1], Paragraph)
    assert any(isinstance(one, PullQuote) for one in found)


def test_below_a_heading_it_stays() -> None:
    caption = "何若溪（左）在岸边测量水位，林小满摄"
    found = blocks("## 收工", LAST[0], caption, LAST[1])
    assert [type(one) for one in found[-3:]] == [Heading, Paragraph, Figure]


HOUR = "夜里十一点，测量员用铅锤量水深。铅锤比浮尺更不怕水流。"


def test_a_scene_at_an_hour_below_the_last_sentence_is_a_caption() -> None:
    found = blocks("".join(LAST), HOUR)
    assert [one.caption.value for one in found if isinstance(one, Figure)] == [HOUR]
    assert isinstance(found[-1], Paragraph)
    assert found[-1].text.value == "".join(LAST)


@pytest.mark.parametrize(
    "ending",
    [
        "夜里十一点，测量员用铅锤量了最后一次水深。第二天的水又退了一级。",
        "夜里十一点，测量员用铅锤量水深。",
        "他对大家说，夜里十一点，测量员用铅锤量水深。铅锤比浮尺更不怕水流。",
    ],
)
def test_the_end_of_a_story_is_none(ending: str) -> None:
    assert not any(isinstance(one, Figure) for one in blocks("".join(LAST), ending))


def test_who_acts_under_his_trade_alone_may_end_the_text() -> None:
    told = "测量员说，这一带的水深从来没有人量过，只好一寸一寸地来。" + PROSE
    assert not any(isinstance(one, Figure) for one in blocks(told, "".join(LAST), HOUR))


NEWS = [
    "## 石桥换了新栏杆",
    "东街的石桥换上了新栏杆，一共四十二根，每根上刻着一种水鸟，由镇上的石匠分头刻成。",
    "## 白鹭回来了",
    "护林队在芦花荡连续三天看见白鹭，最多的一次有十九只，这是九年来的头一回。",
    "## 老井清洗一新",
    "西街的老井清洗完毕，井底捞出铜钱三十七枚、木桶铁箍两只，都交给了文化站保存。",
]


def test_a_picture_below_several_pieces_stands_beside_its_own() -> None:
    found = blocks(*NEWS, "芦花荡里的白鹭。护林队供图")
    at = next(at for at, one in enumerate(found) if isinstance(one, Figure))
    above = found[at - 1]
    assert isinstance(above, Paragraph)
    assert above.text.value == NEWS[3]


def test_a_picture_of_none_of_them_stays() -> None:
    found = blocks(*NEWS, "渡口的冬天。护林队供图")
    assert [type(one) for one in found[-2:]] == [Paragraph, Figure]  # below the last heading


def test_who_answers_does_not_speak_of_himself_by_name() -> None:
    talk = [
        "问：守闸守了多少年？",
        "卓远山：三十一年。头几年不识水性，见了大水就怕。",
        "问：现在呢？",
        "卓远山：现在怕的是没有水。",
        "卓远山在闸房里。他身后的木板上记着每年的水位。",
        "问：往后谁来守？",
        "卓远山：总会有人来的，闸在这里，人就在这里。",
    ]
    text = "\n\n".join(["目录", "守闸人 林小满 3", "守闸人", "林小满", *talk])
    found = restored(text).issue.articles[0].blocks
    figures = [one.caption.value for one in found if isinstance(one, Figure)]
    assert figures == ["卓远山在闸房里。他身后的木板上记着每年的水位。"]


def test_who_gave_the_pictures_is_a_credit_and_its_bracket_closed() -> None:
    found = restored(
        f"目录\n\n清淤记 林小满 3\n\n清淤记\n\n林小满\n\n{OPENING}\n\n{PROSE}\n\n（照片由河湾镇文化站提供"
    )
    (credit,) = found.issue.articles[0].back
    assert isinstance(credit, Paragraph)
    assert (credit.role, credit.text.value) == (Role.CREDIT, "（照片由河湾镇文化站提供）")


def below_author(last: str) -> list[Block]:
    return blocks("".join(LAST), "（作者单位：河湾镇文化站）", last)


def test_a_sentence_below_the_authors_house_is_a_caption() -> None:
    found = below_author("木桩上的红布条只剩半截，风吹雨淋，颜色还在。")
    assert any(isinstance(one, Figure) for one in found)
    assert isinstance(found[-1], Paragraph)
    assert found[-1].text.value == "".join(LAST)


@pytest.mark.parametrize(
    "word",
    ["本文写作时得到河湾镇文化站的帮助，谨此致谢。", "又及：木桩上的红布条，后来只剩下半截。"],
)
def test_a_word_to_the_reader_is_none(word: str) -> None:
    assert not any(isinstance(one, Figure) for one in below_author(word))


def test_a_quotation_whose_end_is_lost_ends_with_its_paragraph_within_a_page() -> None:
    lost = f"何若溪说：“{PROSE}"
    after = f"{OPENING}老人们说：再见。”大家都笑了。"
    page = (OPENING, lost, after, f"{PROSE}{LAST[0]}", "· 3 ·", LAST[1], PROSE, "· 4 ·", PROSE, "· 5 ·")  # fmt: skip
    texts = [one.text.value for one in blocks(*page) if isinstance(one, Paragraph)]
    assert lost in texts


@pytest.mark.parametrize(
    "line",
    ["【线上】渡口夜话第三回，老人们讲石阶", "测量数据所在的地址是https://example.com/river/steps"],
)
def test_what_tells_where_something_is_may_be_said_twice_and_is_no_pull_quote(line: str) -> None:
    found = blocks(f"{PROSE}请看{line}。{OPENING}", PROSE, line, OPENING + PROSE, PROSE)
    said = [one.paragraphs[0].value for one in found if isinstance(one, PullQuote)]
    assert not any(line[:6] in text for text in said)

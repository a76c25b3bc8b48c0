"""Pull quotes of a few sentences that are set into another one, and what only looks like them."""

from __future__ import annotations

import pytest

from converter.model import Article, Box
from converter.parse.turned_thoughts import is_long_thought
from tests.support.articles import quotes, texts
from tests.support.restored import restored

BODY = [
    "青湾镇有四百一十二口水井，井口用青石砌成，石沿上是一道一道绳子磨出来的槽。自来水通到各家以后，井盖都上了锁，钥匙挂在村委会墙上的一排钉子上，挂了八年，没有人去取。",
    "去年大旱，水厂隔日供水，才有人想起那排钥匙。村干部挨口去开，三百多把锁锈死了，只好用锤子敲。井里的水还在，只是掉进去许多东西，光是搪瓷脸盆就捞上来十七只。",
    "镇里请来打井的老师傅，把每一口井的深浅、水色和邻居写在一张卡片上，卡片挂在井沿，下雨也淋不着。谁家淘的井，就由谁家看着，一年里淘两次，不收钱，也不发钱。",
    "有人担心这样坚持不了多久。半年以后去看，卡片上的字换过了三回，一回比一回工整，最后一回是小学生写的，还在角上画了一只青蛙。",
    "今年水厂修好了新的管子，井却没有再锁上。傍晚总有人提着桶去打水，说是浇菜用的，其实家家的菜园都通了水管，他们只是想在井边站一站，说几句话。",
]
THOUGHT = (
    "守住一口井，守的不只是水，更是一家人同另一家人的来往。井台热闹不热闹，看上去是用水的事，"
    "归根到底是人心的事，急不得，也省不得。"
)
PLAIN = (
    "井壁的青石来自北山的采石场，每块重一百二十斤左右，由八个人抬下山来，一天只能抬两块。"
    "采石场关闭以后，山脚改成了苗圃，种的是樟树和枫香。"
)
LAST = [
    "卖秤的人",
    "顾小池",
    "老街上还有一家秤铺，星要一颗一颗钉上去，钉歪了就要重来，所以一天只做两杆。",
]


def article(*parts: str) -> Article:
    head = ["目录", "井台上的卡片　柳望川　2", "卖秤的人　　　顾小池　6"]
    text = "\n\n".join([*head, "井台上的卡片", "柳望川", *parts, *LAST])
    return restored(text).issue.articles[0]


def cut(text: str, behind: str) -> tuple[str, str]:
    at = text.index(behind) + len(behind)
    return text[:at], text[at:]


def test_a_few_sentences_that_say_what_matters_cut_another_one() -> None:
    head, tail = cut(BODY[2], "把每一口井的深浅、水色和邻")
    made = article(*BODY[:2], head, THOUGHT, tail, *BODY[3:])
    assert quotes(made) == [THOUGHT]
    assert texts(made) == BODY
    assert not any(isinstance(block, Box) for block in made.blocks)


@pytest.mark.parametrize(("below", "said"), [(-1.0, []), (1.0, [THOUGHT])])
def test_what_no_word_below_carries_on_goes_on_in_the_sentences_themselves(
    below: float, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The odds of the words on both sides are poor where a sentence goes on with a rare one."""
    head, tail = cut(BODY[2], "把每一口井的深浅、水色和邻")

    def odds(_above: str, text: str, _trigrams: object) -> float:
        return below if text == tail else -4.0

    monkeypatch.setattr("converter.parse.assemble.cut_in.carries_on", odds)
    assert quotes(article(*BODY[:2], head, THOUGHT, tail, *BODY[3:])) == said


def test_the_rest_of_the_sentence_may_say_their_words() -> None:
    told = f"{BODY[2][:-1]}，老师傅说，守住一口井，守的不只是水，更是一家人同另一家人的来往。"
    head, tail = cut(told, "挂在井沿，下雨也淋不")
    made = article(*BODY[:2], head, THOUGHT, tail, *BODY[3:])
    assert quotes(made) == [THOUGHT]
    assert told in texts(made)


def test_what_tells_of_something_is_no_thought() -> None:
    head, tail = cut(BODY[2], "把每一口井的深浅、水色和邻")
    made = article(*BODY[:2], head, PLAIN, tail, *BODY[3:])
    assert quotes(made) == []


def test_a_paragraph_between_whole_ones_stays_one() -> None:
    made = article(*BODY[:2], THOUGHT, *BODY[2:])
    assert quotes(made) == []
    assert THOUGHT in texts(made)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THOUGHT, True),
        (PLAIN, False),
        (THOUGHT.replace("一口井", "412口井"), False),
        (
            "本办法所称水井，是指农村公用的取水井。使用者应当保持井台清洁，不得在井边洗刷农药器具，更不得填埋。",
            False,
        ),
        ("老师傅说他不怕淘井，只怕没有人看。" + THOUGHT, False),
        (
            "他淘了一辈子的井，不是为了工钱，而是为了听见水声。井底的水响一声，他的心就放下来一截，一直放到底。",
            False,
        ),
    ],
)
def test_thoughts_have_no_figures_and_nobody_tells_them(text: str, *, expected: bool) -> None:
    assert is_long_thought(text) is expected


def wrapped(text: str, size: int) -> list[str]:
    """Lines of ``size`` characters, none of which begins with a mark."""
    lines: list[str] = []
    while text:
        end = size - (text[size : size + 1] in tuple("，。"))
        lines.append(text[:end])
        text = text[end:]
    return lines


NAME = "名词卡片"
BOX = "井卡一式三份，一份挂在井沿，一份由村里存放，还有一份交给小学保管，每学期誊写一遍，错字由老师改正。"


def column(*set_in: str) -> Article:
    lines = [line for text in BODY[:2] for line in wrapped(text, 22)]
    split = wrapped(BODY[2], 22)
    lines += [*split[:2], *set_in, *split[2:]]
    lines += [line for text in BODY[3:] for line in wrapped(text, 22)]
    head = ["目录", "井台上的卡片　柳望川　2", "卖秤的人　　　顾小池　6", ""]
    last = [*LAST[:2], *wrapped(LAST[2], 22)]
    text = "\n".join([*head, "井台上的卡片", "柳望川", *lines, "", *last])
    return restored(text).issue.articles[0]


def test_they_are_told_by_their_larger_type_in_a_column() -> None:
    made = column(*wrapped(THOUGHT, 17))
    assert quotes(made) == [THOUGHT]
    assert BODY[2] in texts(made)


def test_they_may_stand_right_above_a_box() -> None:
    made = column(*wrapped(THOUGHT, 17), NAME, *wrapped(BOX, 20))
    assert quotes(made) == [THOUGHT]
    (found,) = (block for block in made.blocks if isinstance(block, Box))
    assert found.label == NAME
    assert BODY[2] in texts(made)


ALONE = "井口是圆的，日子要一桶一桶打上来。"


def test_one_turned_sentence_between_long_paragraphs_is_a_pull_quote() -> None:
    made = article(*BODY[:2], ALONE, *BODY[2:])
    assert quotes(made) == [ALONE]
    assert texts(made) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "他守的不是井，是井边的那些话。",
        "“井口是圆的，日子要一桶一桶打上来。”",
        "四百口井合起来，是一句话：井不是水，是人。",
        "青石缝里有一年长出了一棵小桑树。",
    ],
)
def test_a_line_that_takes_up_the_text_or_has_no_turn_is_none(line: str) -> None:
    made = article(*BODY[:2], line, *BODY[2:])
    assert quotes(made) == []


def test_nor_is_one_where_the_author_has_others_as_short() -> None:
    short = ["水还在。", "井也还在。"]
    made = article(*BODY[:2], ALONE, BODY[2], short[0], BODY[3], short[1], BODY[4])
    assert quotes(made) == []
    assert ALONE in texts(made)

"""Numbers of headings that OCR has misread, told by those that count to them."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

TEXT = "河水从上游下来，到这里转了一个弯。"


def cleaned(*heads: str, text: str = TEXT, without: tuple[str, ...] = ()) -> list[str]:
    """The headings as they are cleaned, each over a text."""
    texts = [line for head in heads for line in (head, text)]
    made = clean([Line(at, line) for at, line in enumerate(texts, 1)], without=without)
    assert clean(made.lines, without=without).lines == made.lines
    return [line.text for line in made.lines[::2]]


@pytest.mark.parametrize(
    "heads",
    [
        ("一、渡口", "＝、石阶", "三、老街", "二、石阶"),
        ("一、渡口", "二、石阶", "兰、老街", "三、老街"),
        ("－、渡口", "二、石阶", "三、老街", "一、渡口"),
        ("九、渡口", "+、石阶", "十、石阶"),
        ("（一）渡口", "（＝）石阶", "（三）老街", "（二）石阶"),
        ("一、渡口", "二，石阶有多少级", "三、老街", "二、石阶有多少级"),
        ("一、渡口", "二.石阶有多少级", "三、老街", "二、石阶有多少级"),
        ("一、渡口", "二 石阶有多少级", "三、老街", "二、石阶有多少级"),
        ("一、渡口", "二丶石阶", "二、石阶"),
        ("（一）渡口", "〈二）石阶", "（三）老街", "（二）石阶"),
        ("（一）渡口", "（二〉石阶", "（三）老街", "（二）石阶"),
        ("4. 渡口", "5。 石阶", "6. 老街", "5. 石阶"),
        ("1. 渡口", "Z. 石阶", "3. 老街", "2. 石阶"),
        ("第一天　渡口", "第＝天　石阶", "第三天　老街", "第二天　石阶"),
        ("2 渡口", "2.l 石阶", "2.2 老街", "2.1 石阶"),
        ("2.1 渡口", "2。2 石阶", "3 老街", "2.2 石阶"),
        ("2.1 渡口", "Z.2 石阶", "2.3 老街", "2.2 石阶"),
        ("2.1 渡口", "2 2 石阶", "2.3 老街", "2.2 石阶"),
    ],
)
def test_what_counts_to_a_number_tells_it_and_its_mark(heads: tuple[str, ...]) -> None:
    *printed, right = heads
    found = cleaned(*printed)
    assert [one for one, other in zip(found, printed, strict=True) if one != other] == [right]
    assert cleaned(*printed, without=("look-alikes", "width")).count(right) == 0


@pytest.mark.parametrize(
    "heads",
    [
        ("一、渡口", "兰、石阶"),  # 二、 is not there
        ("一、渡口", "二 石阶有多少级", "二、老街"),
        ("一 渡口的老船", "一、石阶", "二、老街", "二 石阶有多少级"),  # two series
        (
            "一、渡口",
            "二，船工说，河水从上游下来，到这里转了一个弯，又转了一个弯，再往下就看不见了。",
        ),
        ("一、渡口", "二 岸", "三、老街"),
        ("2.1 渡口", "2.O5 石阶", "2.3 老街"),
        ("1978 渡口", "l978 石阶"),
    ],
)
def test_what_no_number_counts_to_stays(heads: tuple[str, ...]) -> None:
    assert cleaned(*heads) == list(heads)


def test_a_line_of_a_text_that_goes_on_is_no_heading() -> None:
    lines = [
        "一、渡口",
        "过河的人先把桨放下来再说自己要到对岸的什么地方去，还有",
        "二 十三个人在等船",
        "三、老街",
    ]
    made = clean([Line(at, line) for at, line in enumerate(lines, 1)])
    assert made.lines[2].text == lines[2]

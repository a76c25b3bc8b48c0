"""What OCR has read in a drawing: letters and strokes right above a caption, and no text."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.model import Article, Figure, Heading, Paragraph
from converter.parse.issue.drawings import drawings_in
from converter.source import Line
from tests.support.restored import restored

HEAD = "渡口\n1991年第5期\n主办：河湾镇文化站\n主编：沈一帆\n\n目录\n船桨的用法……沈一帆（2）\n船匠的手……陆遥（3）\n\n"
ABOVE = """\
　　渡口的桨换过三回，最后一回是杉木
的，轻，吃水浅，握的地方缠着一圈旧麻
绳。"""
BROKEN = """\
　　学摇船先学站，脚要分开，膝盖要软，
船往哪边歪，人就往另一边坐。站稳了再"""
REST = """\
拿桨，桨板入水要直，出水要平，不要挑
起水花来。"""
OTHER = """\
　　坡上的灯是前年装的，装灯那天来了
很多人，站在灯底下照相。灯亮起来的时
候，有个孩子问，月亮是不是坏了。"""


def first(body: str) -> Article:
    text = f"{HEAD}船桨的用法\n沈一帆\n\n{body}\n\n船匠的手\n陆遥\n\n" + f"{OTHER}\n" * 12
    return restored(text).issue.articles[0]


def seen(article: Article) -> tuple[list[str], list[str], list[str]]:
    """The captions, the headings and the paragraphs of an article."""
    figures = [one.caption.value for one in article.blocks if isinstance(one, Figure)]
    heads = [one.text.value for one in article.blocks if isinstance(one, Heading)]
    return figures, heads, [one.text.value for one in article.blocks if isinstance(one, Paragraph)]


def whole(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("scrawl", ["| ae\n— >_", "7 NN\n) OO =", "\\ \\ _\nVA <\n~ ee ("])
def test_strokes_above_a_caption_are_dropped_and_the_line_below_is_one(scrawl: str) -> None:
    article = first(f"{ABOVE}\n\n{scrawl}\n握桨的地方缠着麻绳\n\n{BROKEN}\n{REST}")
    assert seen(article) == (
        ["握桨的地方缠着麻绳"],
        [],
        [whole(ABOVE), whole(BROKEN) + whole(REST)],
    )


def test_a_drawing_cuts_a_sentence_as_a_picture_does() -> None:
    article = first(f"{ABOVE}\n{BROKEN}\n\n| ae\n— >_\n三把桨从左向右排列\n\n{REST}")
    assert seen(article) == (
        ["三把桨从左向右排列"],
        [],
        [whole(ABOVE), whole(BROKEN) + whole(REST)],
    )


def test_nothing_of_a_drawing_is_lost() -> None:
    made = restored(
        f"{HEAD}船桨的用法\n沈一帆\n\n{ABOVE}\n\n| ae\n— >_\n握桨的地方缠着麻绳\n\n{BROKEN}\n{REST}\n\n船匠的手\n陆遥\n\n{OTHER}\n"
    )
    drops = [one.text for one in made.issue.drops if one.reason == "chart-label"]
    assert drops == ["| ae", "— >_"]


def found(text: str, *known: str) -> tuple[list[int], list[int]]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    drawn = drawings_in(lines, frozenset(map(key, known)))
    return sorted(drawn.scrawls), sorted(drawn.captions)


def test_letters_and_strokes_right_above_a_few_words() -> None:
    assert found("\n| ae\n— >_\n握桨的地方缠着麻绳\n\n") == ([2, 3], [4])


@pytest.mark.parametrize(
    "text",
    [
        "\n| ae\n握桨的地方缠着麻绳\n\n",
        "\n| ae\n— >_\n\n握桨的地方缠着麻绳\n\n",
        "\n| ae\n— >_\n握桨的地方缠着麻绳，\n\n",
        "\n| ae\n— >_\n握桨的地方缠着麻绳\n拿桨的地方没有\n",
        "他说\n| ae\n— >_\n握桨的地方缠着麻绳\n\n",
        "\nV = Sh\nS = ab\n长方体的体积和面积\n\n",
        "\n5 5 | 6 6 | 5 -\n3 3 | 2 2 | 1 -\n小船儿轻轻飘荡在水中\n\n",
        "\n| a | b |\n| c | d |\n握桨的地方缠着麻绳\n\n",
        "\nA)\nB)\n选出你认为对的一个\n\n",
        "\nboat\nriver\n这两个词你认得吗同学\n\n",
        "\n| 1\n— >_\n握桨的地方缠着麻绳\n\n",
    ],
    ids=[
        "one line",
        "a gap",
        "a clause",
        "text below",
        "text above",
        "formulas",
        "a tune",
        "a table",
        "items",
        "words",
        "no letter",
    ],
)
def test_what_is_no_drawing_or_has_no_caption(text: str) -> None:
    assert found(text) == ([], [])


def test_a_title_below_a_drawing_is_no_caption() -> None:
    assert found("\n| ae\n— >_\n船桨的用法\n\n", "船桨的用法，从头说起") == ([], [])

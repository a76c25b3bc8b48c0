"""Names of boxes that the marks of the OCR tell."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph, PullQuote, Role
from converter.parse.assemble.notes import _NOTE_START
from converter.pipeline import restore
from tests.support.blocks import boxes_of as boxes

TEXT = "水渠修了三年，从水库一直修到后山的稻田。通水那天，稻田里的人都停下来看。"
LAST = "稻田的主人们都站在田埂上，等着看自己家的那一道口子什么时候见水。"
NOTE = "清淤每年冬天做一次，泥挑上来堆在渠边，开春再撒进田里。"
HEAD = "渠水从水库下来，到了村口分成两股。天旱的时候，管水"
TAIL = "的人要守一夜，天亮才把闸门放下来。"


def articles(*bodies: tuple[str, ...]) -> list[Article]:
    titles = ["水渠记", "图书室", "赶集的人"][: len(bodies)]
    contents = "\n".join(f"{page} {title} 张水" for page, title in enumerate(titles, 1))
    parts = ["目录", contents]
    for title, body in zip(titles, bodies, strict=True):
        parts += [f"# {title}", "张水", TEXT, *body, LAST]
    return list(restore("\n\n".join(parts).encode(), name="x.txt").issue.articles)


def test_a_bold_name_in_what_is_set_apart() -> None:
    titled = f"> **渠上账本**\n>\n> **一担泥的账**\n>\n> {NOTE}"
    beside = "> **过闸须守** 开闸以前先看下游，有人有牛都要等。"
    (article,) = articles((titled, "第二年渠上多了一道闸。", beside))
    assert boxes(article) == [
        ("渠上账本", "一担泥的账", [NOTE]),
        ("过闸须守", "", ["开闸以前先看下游，有人有牛都要等。"]),
    ]
    assert not any(isinstance(block, PullQuote) for block in article.blocks)


def test_what_is_set_apart_without_a_name_is_a_pull_quote() -> None:
    (article,) = articles(("> 渠不怕长，就怕没有人清淤。",))
    assert boxes(article) == []
    assert any(isinstance(block, PullQuote) for block in article.blocks)


@pytest.mark.parametrize(
    ("set_apart", "leads"),
    [
        (
            "渠上的人换了三拨，石碑一直没有换。我们在渠首守了三夜，想弄明白一件事：水是谁放的？",
            True,
        ),
        # It says again what the article says, or what somebody says in it.
        ("从水库一直修到后山的稻田，通水那天谁也没有回家，都在田埂上守着等着看那一道口子。", False),
        ("“渠上的人换了三拨，石碑一直没有换，谁家放水，谁家看水，天黑以前一定要关闸。”", False),
    ],
)
def test_what_is_set_apart_over_the_text_leads_in_unless_it_is_said_again(
    set_apart: str,
    leads: bool,  # noqa: FBT001
) -> None:
    source = f"目录\n\n1 水渠记 张水\n\n# 水渠记\n\n文/张水\n\n> {set_apart}\n\n{TEXT}\n\n{LAST}"
    (article,) = restore(source.encode(), name="x.txt").issue.articles
    blocks = [*article.front, *article.blocks]
    standfirsts = [
        block.text.value
        for block in blocks
        if isinstance(block, Paragraph) and block.role is Role.STANDFIRST
    ]
    assert (standfirsts == [set_apart]) is leads
    assert any(isinstance(block, PullQuote) for block in blocks) is not leads


def test_a_bold_head_of_a_paragraph_is_no_note_with_stars() -> None:
    assert _NOTE_START.match("*本文是渠志的一章，有删节。")
    assert _NOTE_START.match("** 渠首的石碑，今已不存。")
    assert not _NOTE_START.match("**看好渠首的闸**。天亮以前开，天黑以前关，谁也不许替谁。")
    assert not _NOTE_START.match("*看好渠首的闸*。天亮以前开，天黑以前关。")


def test_a_name_proved_in_one_place_holds_in_the_others() -> None:
    cut = (HEAD, "**渠上账本** 一担泥的账", NOTE, TAIL)
    whole = ("**渠上账本** 一袋灰的账", "一袋灰三十斤，够补一丈渠。")
    one, other = articles(cut, whole)
    assert boxes(one) == [("渠上账本", "一担泥的账", [NOTE])]
    assert HEAD + TAIL in [b.text.value for b in one.blocks if isinstance(b, Paragraph)]
    assert [(label, title) for label, title, _ in boxes(other)] == [("渠上账本", "一袋灰的账")]


def test_a_bold_name_that_cuts_no_sentence_is_none() -> None:
    (article,) = articles(("**老张** 每天走一遍渠。", "**老李** 每天守一夜闸。"))
    assert boxes(article) == []


def test_a_label_that_takes_turns_with_another_opens_a_paragraph() -> None:
    (article,) = articles(("【病例】张先生夜里腿疼。", "【点评】先查再补，往往最省。"))
    assert boxes(article) == []
    (article,) = articles((NOTE, "【点评】先查再补，往往最省。"))
    assert [label for label, _, _ in boxes(article)] == ["点评"]


@pytest.mark.parametrize(
    "opening",
    [
        "> **渠上人物　邵阿福**\n>\n> {}",
        "> **渠上人物｜邵阿福**\n>\n> {}",
        "> **【渠上人物】 邵阿福**\n>\n> {}",
        "**链接**｜渠上的邵阿福\n\n{}",
        "**链接**：渠上的邵阿福\n\n{}",
    ],
)
def test_a_title_beside_the_bold_name(opening: str) -> None:
    (article,) = articles((HEAD, opening.format(NOTE), TAIL))
    (box,) = boxes(article)
    name, title = ("链接", "渠上的邵阿福") if "链接" in opening else ("渠上人物", "邵阿福")
    assert (box[0], box[1]) == (name, title)
    assert box[2][0] == NOTE


def test_a_bold_name_in_the_markup_of_a_heading_that_cuts_a_sentence() -> None:
    named = "#### **动手挖** 挖一条小水渠"
    (article,) = articles((HEAD, named, NOTE, TAIL))
    assert boxes(article) == [("动手挖", "挖一条小水渠", [NOTE])]
    assert HEAD + TAIL in [one.text.value for one in article.blocks if isinstance(one, Paragraph)]


def test_a_heading_that_is_bold_in_part_below_a_whole_sentence_is_no_box() -> None:
    (article,) = articles(("#### **动手挖** 挖一条小水渠", NOTE))
    assert boxes(article) == []
    assert "动手挖 挖一条小水渠" in [
        one.text.value for one in article.blocks if isinstance(one, Heading)
    ]

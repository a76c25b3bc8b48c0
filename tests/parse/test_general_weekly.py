"""A weekly in columns: leads across them, captions as wide as they are, words over a title."""

from __future__ import annotations

from converter.model import Article, Paragraph, Role
from converter.parse.issue.beside import captions_in_columns
from converter.parse.issue.spanning import wide_paragraphs
from converter.source import Line
from tests.support.columns import cut
from tests.support.restored import restored

STORY = (
    "修表的人每天早上八点开门，先把昨天修好的表都上一遍弦，再坐下来喝一杯茶。他说表和人一样，刚醒的时候走得不准，要等一等。",
    "铺子只有一扇门那么宽，柜台后面的墙上挂着三十一只钟，没有两只走得一样。街坊说听惯了倒也睡得着，哪天停了反而要醒。",
    "去年冬天有个年轻人送来一只摔坏的怀表，说是外婆留下的，问能不能修。老人看了半天，说能修，就是要等，等到什么时候也说不准。",
    "年轻人隔几天就来一趟，也不催，坐在门口看老人修别的表。到了春天，怀表走起来了，他却还是常常来，有时候带两个烧饼。",
)


def column(*texts: str) -> list[str]:
    """Paragraphs in lines of 19 em, the first of each with an indent."""
    return [line for text in texts for line in ("　　" + text[:17], *cut(text[17:], 19))]


def lines(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def texts_of(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


LEAD = (
    "城南的修表铺开了四十一年，三十一只钟一直挂在墙上，没有一只走得准。",
    "如今铺子要搬，街坊们才想起来问一问这些钟是谁的，修表的人又要到哪",
    "里去，墙上那些停了的钟还有没有人来取。我们在铺子里坐了整整二十天",
    "，看见了不少事情。",
)


def test_a_lead_across_the_columns_is_one_paragraph() -> None:
    text = lines([*LEAD, *column(*STORY)])
    assert [len(one) for one in wide_paragraphs(text, 19.0)] == [4]
    assert list(wide_paragraphs(text, 33.0)) == []


def test_paragraphs_of_one_line_each_are_no_lead() -> None:
    text = lines([line + "他说这句话的时候没有抬头。" for line in LEAD[:3]] + column(*STORY))
    assert list(wide_paragraphs(text, 19.0)) == []


def test_a_caption_whose_first_line_fills_the_column() -> None:
    body = column(*STORY, *STORY)
    text = [
        *body,
        "　　到搬家那天，街坊都来了，钟一共装了十",
        "老人坐在柜台后面给一只座钟换上新的发条",
        "年轻人在看　陆遥摄",
        "二箱，放在三轮车上慢慢推过去，没有一只停",
        "下来。",
        *body,
    ]
    found = [[line.text for line in one] for one in captions_in_columns(lines(text), 19.0)]
    assert found == [text[len(body) + 1 : len(body) + 3]]


CONTENTS = "钟楼\n2018年第9期\n目录\n封面故事\n4 钟要搬走了 陆遥\n对话\n6 “表和人一样” 何若溪\n"


def issue(over: str = "三十一只钟的下落", last: str = "") -> tuple[Article, ...]:
    talk = f"记者：您为什么不收徒弟？\n唐守时：{STORY[0]}\n记者：以后呢？\n唐守时：{STORY[1]}"
    body = [
        "封面故事",
        over,
        "钟要搬走了",
        "文/陆遥",
        "",
        *STORY,
        "",
        "对话",
        "“表和人一样”",
        "文/何若溪",
        "",
        talk,
        last,
    ]
    return restored(CONTENTS + "\n" + "\n".join(body)).issue.articles


def test_words_between_the_section_and_the_title_lead_to_it() -> None:
    first, _ = issue()
    assert [line.value for line in first.title] == ["钟要搬走了"]
    assert first.kicker is not None
    assert "三十一只钟的下落" in first.kicker.value
    assert texts_of(first) == list(STORY)


def test_who_speaks_is_told_of_at_the_end() -> None:
    told = "唐守时，1949年生，钟楼街人，1970年起修表，2004年起任修表行会会长。"
    _, talk = issue(last=told)
    (block,) = talk.back
    assert isinstance(block, Paragraph)
    assert block.text.value == told
    assert block.role is Role.BIOGRAPHY


def test_a_page_of_the_contents_has_no_zero_before_it() -> None:
    text = CONTENTS.replace("4 钟", "04 钟").replace("6 “", "06 “")
    made = restored(
        f"{text}\n钟要搬走了\n文/陆遥\n\n{STORY[0]}\n\n“表和人一样”\n文/何若溪\n\n{STORY[1]}\n"
    )
    assert [article.first_page for article in made.issue.articles] == ["4", "6"]

"""Issues as the text layer of a PDF file gives them: form feeds, feet that count the pages, lines apart."""

from __future__ import annotations

from converter.model import MarkKind, article_texts
from converter.parse.contents.pages import without_folios
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import rows_of
from converter.parse.contents.sections import section_style
from converter.segment import make_units
from converter.segment.regions.page_top import top_of_page
from converter.source import Line
from tests.support.restored import listed, restored

TITLES = {
    "渡口的账本": 1,
    "夜班船上的热水": 4,
    "一座水闸的三任看守": 7,
    "谁来修河湾的石阶": 10,
    "缆桩与旧电线杆": 13,
    "雨季之前的最后一次清淤": 16,
}
NAMES = ("陶然", "季云", "梁小满", "秦河湾", "沈家禾", "何一帆")
LEAD = "县里最后一条渡船停了，船上的人说起三十年里过河的人，他们的货物，他们等船时说的那些话，以及堤岸上一年比一年高的水位线。"
TEXT = "船到岸的时候天还没有亮，堤上的人把缆绳一根一根地收回来，数了又数，"
WORDS = [
    "石阶",
    "水位",
    "粮仓",
    "纸鸢",
    "木匠",
    "谷场",
    "旧信",
    "米粒",
    "缆桩",
    "船舱",
    "灯塔",
    "堤岸",
    "河湾",
    "雨季",
    "渡口",
    "水闸",
    "看守",
    "账本",
]


def lines_of(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def contents() -> list[str]:
    """Two pages of contents, each with its heading at its side, read behind some entries."""
    rows = [[title, "", str(page), ""] for title, page in TITLES.items()]
    first = ["\f槐江", "2019年春", "", *rows[0], "目录", "", *rows[1], *rows[2], "III", ""]
    return [*first, "\f" + rows[3][0], *rows[3][1:], *rows[4], "目录", "", *rows[5], "IV", ""]


def issue() -> str:
    """An issue whose articles have three pages each, and a standfirst above who wrote them."""
    texts = contents()
    for (title, page), name in zip(TITLES.items(), NAMES, strict=True):
        opening = [title, "", LEAD[:32], LEAD[32:], "", f"◎ {name}", ""]
        for at in range(3):
            word = WORDS[page + at - 1]
            own = [f"{word}还是老样子，{TEXT[:24]}", TEXT[24:] + f"后来说起{word}的人没有几个。"]
            own = [*opening, *own] if at == 0 else own
            texts += ["\f" + own[0], *own[1:], "", "槐江", "", f"{page + at}/18", ""]
    return "\n".join(texts)


def test_the_entries_above_the_heading_are_read_and_each_page_is_that_above_it() -> None:
    made = restored(issue())
    assert [(title, int(page)) for _, title, _, page in listed(made)] == [*TITLES.items()]
    titles = ["".join(text.value for text in one.title) for one in made.issue.articles]
    assert titles == [*TITLES]


def test_pages_begin_below_the_feet_of_those_before_them() -> None:
    *_, last = restored(issue()).issue.articles
    marks = [mark for text in article_texts(last) for mark in text.marks]
    assert [mark.target for mark in marks if mark.kind is MarkKind.PAGE] == ["17", "18"]


def test_who_signs_below_the_standfirst_has_the_mark_of_all_authors() -> None:
    made = restored(issue())
    signed = [one.bylines[0].authors[0].name for one in made.issue.articles]
    assert signed == [*NAMES]


def test_the_heading_may_stand_below_entries_of_its_page() -> None:
    page = ["\f渡口的账本", "", "1", "", "目录", "", "夜班船", "", "4"]
    assert top_of_page(lines_of("封面。", *page), 5) == 1
    assert top_of_page(lines_of("封面。", "\f2019年春", *page[1:]), 5) == 2
    assert top_of_page(lines_of(TEXT, *page[1:]), 4) == 4  # no form feed
    assert top_of_page(lines_of("封面。", *page[:-1], "1"), 5) == 5  # the folio of a page
    assert top_of_page(lines_of("封面。", page[0], TEXT, *page[2:]), 5) == 5
    assert top_of_page(lines_of("封面。", page[0], "", "", *page[3:]), 5) == 5


def test_numerals_above_form_feeds_are_the_folios_of_the_contents() -> None:
    texts = ["渡口的账本", "", "1", "III", "", "\f夜班船", "", "4", "", "V", "堤"]
    kept = [line.text for line in without_folios(lines_of(*texts))]
    assert kept == [text for text in texts if text != "III"]


def test_blank_lines_around_all_rows_tell_no_sections() -> None:
    rows = rows_of(lines_of(*(text for title in TITLES for text in (title, ""))), RawContents())
    assert section_style(rows) == ("alone", False)
    mixed = lines_of("堤岸", "", *[*TITLES][:3], "", "渡船", "", *[*TITLES][3:])
    assert section_style(rows_of(mixed, RawContents())) == ("alone", True)


FULL = [
    "船到岸的时候天还没有亮，堤上的人把缆绳一根一根地收回来，",
    "数了又数，船舱里的水已经舀干，灯也熄了，后来的事谁也没有",
    "想到，大家只记得那年的水来得早，石阶淹了一半，看闸的人一",
    "夜没有睡，第二天清早又去量了一回。",
]


def paragraphs(*texts: str) -> list[str]:
    """The paragraphs of printed lines, below others that tell how wide the column is."""
    units = make_units(lines_of(*FULL, *FULL, *texts, *FULL, *FULL), frozenset())
    return [unit.text for unit in units if unit.first > 2 * len(FULL)]


def test_a_line_torn_before_a_quotation_is_one_of_its_paragraph() -> None:
    torn = ["清淤的船走得很慢，", "“守夜人”的船还要慢，过一座桥要"]
    assert paragraphs(*torn)[0].startswith("".join(torn))
    assert paragraphs("清淤的船走得很慢。", torn[1])[0] == "清淤的船走得很慢。"
    opening = "“守夜人”的船还要慢，过一座桥要停三次，每次停一"
    assert paragraphs("石阶", opening)[0] == "石阶"
    assert paragraphs("清淤的船", f"　　{torn[1]}")[0] == "清淤的船"

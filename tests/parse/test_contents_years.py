"""Contents without pages, of which a title ends with a year."""

from __future__ import annotations

from tests.support.restored import listed, restored

TITLES = (
    "船老大的一副手套",
    "在江上装一台收音机",
    "Tidewater 入门（第二部分）",
    "船厂夜校 2021",
    "缆绳的七种打法",
    "谁动过那张潮水表",
)
PROSE = "机器装好的那天晚上，{}旁边围了二十几个人，谁也不走，直到船老大过来说，明天还要出工。"


def _issue(rows: tuple[str, ...]) -> str:
    body = [part for title in TITLES for part in ("", title, "", PROSE.format(title[:4]))]
    return "\n".join(["江上工友", "第12期", "", "目录", "", *rows, *body])


def test_the_year_is_no_page_where_no_entry_has_one() -> None:
    made = restored(_issue(TITLES))
    assert ("船厂夜校 2021", "") in [(title, page) for _, title, _, page in listed(made)]
    assert ["".join(line.value for line in one.title) for one in made.issue.articles] == [*TITLES]


def test_among_pages_it_stays_what_it_is_read_as() -> None:
    rows = tuple(f"{title.removesuffix(' 2021')} {at}" for at, title in enumerate(TITLES, 2019))
    assert [page for *_, page in listed(restored(_issue(rows)))] == [*map(str, range(2019, 2025))]

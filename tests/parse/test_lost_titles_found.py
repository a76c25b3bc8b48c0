"""More of what tells where the titles stood that only the contents have."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

TEXT = "水站的灯一直亮到后半夜，守站的人把闸门的高低记在一本簿子上，一个钟头记一回，记满一页就在页角上画一个小圈，好让接班的人看见。"
TITLES = ("闸门边上的簿子", "替人看表的老曲", "一条河为什么会改道", "桥头的修伞铺")
NAMES = ("季长庚", "苗田心", "方砚秋", "鲁一苇")
SECTIONS = ("水文", "人物", "讲堂", "街巷")
PAGES = ("4", "9", "13", "20")


def _titles(
    rows: list[str],
    signed: tuple[str, ...] = NAMES,
    over: tuple[str, ...] = SECTIONS,
    lost: str = TITLES[1],
) -> list[str]:
    """The titles of an issue with these rows of contents, whose body lacks one of them."""
    body: list[str] = []
    for title, who, section in zip(TITLES, signed, over, strict=True):
        body += [section, title, *who.split("\n")]
        body += [f"{TEXT[:-1]}，{title[:2]}{one}。" for one in "一二三"]
    kept = [line for line in body if line not in {lost, ""}]
    text = "望河\n\n2022年第6期（总第88期）\n\n目 录\n\n" + "\n".join(rows) + "\n\n"
    issue = restored(text + "\n\n".join(kept)).issue
    return ["".join(line.value for line in one.title) for one in issue.articles]


def _rows(form: str) -> list[str]:
    rows = zip(SECTIONS, TITLES, NAMES, PAGES, strict=True)
    return [
        form.format(section=section, title=title, who=who, page=page)
        for section, title, who, page in rows
    ]


def test_below_a_section_that_the_body_has_with_its_english() -> None:
    over = tuple(f"{name} RIVER AND PEOPLE" for name in SECTIONS)
    rows = _rows("{section}\n{title} …… {who} {page}")
    assert _titles(rows, over=over, lost=TITLES[0]) == list(TITLES)


def test_below_a_section_with_an_english_name() -> None:
    over = ("FEATURE", "INTERVIEW", "LECTURE", "STREET")
    rows = _rows("{section}\n{title} ／ {who} ／ {page}")
    for name, english in zip(SECTIONS, over, strict=True):
        rows = [row.replace(name, english) for row in rows]
    assert _titles(rows, over=over) == list(TITLES)


def test_below_a_section_in_a_frame() -> None:
    over = tuple(f"【{name}】" for name in SECTIONS)
    rows = _rows("【{section}】　{title}　　　　{who}　{page}")
    assert _titles(rows, over=over) == list(TITLES)


def test_the_page_may_stand_within_the_row_or_be_one_of_a_newspaper() -> None:
    assert _titles(_rows("{title}（{page}）…………{who}"), over=("",) * 4) == list(TITLES)
    assert _titles(_rows("{page}版　{title}　{who}"), over=("",) * 4) == list(TITLES)


def test_the_contents_have_the_whole_line_of_who_signs() -> None:
    signed = tuple(f"高一（{at}）班 {name}" for at, name in enumerate(NAMES, 1))
    rows = _rows("{section}\n{page} {title} {who}")
    for name, line in zip(NAMES, signed, strict=True):
        rows = [row.replace(name, line) for row in rows]
    assert _titles(rows, signed) == list(TITLES)


@pytest.mark.parametrize("lost", TITLES[:2])
def test_who_signs_stands_below_the_page(lost: str) -> None:
    assert _titles(_rows("{section}\n{title}　0{page}\n{who}"), lost=lost) == list(TITLES)


def test_who_signs_may_have_a_row_as_it_has_a_line() -> None:
    signed = tuple(f"文/{name}" for name in NAMES)
    rows = [row.replace("{}", "") for row in _rows("{section}\n{page} {title}\n文/{who}")]
    assert _titles(rows, signed) == list(TITLES)


def test_the_second_line_of_a_title_is_none_of_another_entry() -> None:
    rows = _rows("{page} {title}\n和河边的日子 ..... {who}")
    rows = [row.replace("和河边", f"和第{at}段河边") for at, row in enumerate(rows, 1)]
    signed = tuple(f"和第{at}段河边的日子\n{name}" for at, name in enumerate(NAMES, 1))
    found = _titles(rows, signed, over=("",) * 4)
    assert found[1] == "替人看表的老曲和第2段河边的日子"


@pytest.mark.parametrize("place", ["", "望河水站　"])
def test_a_text_that_who_wrote_it_closes_begins_below_the_end_of_the_one_above(place: str) -> None:
    body: list[str] = []
    for title, who in zip(TITLES, NAMES, strict=True):
        body += [title] if title != TITLES[1] else []
        body += [f"{TEXT[:-1]}，{title[:2]}{one}。" for one in "一二三"]
        body.append(f"（{place}{who}）")
    rows = _rows("{title} …… {who}（{page}）")
    text = "望河\n\n2022年第6期（总第88期）\n\n目 录\n\n" + "\n".join(rows) + "\n\n"
    issue = restored(text + "\n\n".join(body)).issue
    assert ["".join(line.value for line in one.title) for one in issue.articles] == list(TITLES)

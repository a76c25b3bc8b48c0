"""Contents in tables of HTML or of pipes, as tools that read the layout of a page give them."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ENTRIES = [
    ("卷首语", "灯下", "", "柴望", "3"),
    ("特稿", "把渡口的灯点到天亮", "", "梅笛", "4"),
    ("特稿", "守住河上的船 管好岸边的桩", "", "何若溪 沈川", "7"),
    ("史料", "一本桐油账", "——访老船工欧阳穗", "梅笛", "11"),
    ("书架", "慢的学问", "", "", "14"),
]
PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"


def _body() -> str:
    lines = []
    section = ""
    for name, title, subtitle, who, _ in ENTRIES:
        if name != section:
            lines.append(f"# {name}")
            section = name
        lines += [f"# {part}" for part in title.split()]
        lines += [part for part in (subtitle, who and f"文 / {who}") if part]
        lines += [f"{PROSE[:-1]}，{title[:4]}{at}。" for at in "一二三"]
    return "\n\n".join(lines)


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _by_section() -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    found: list[tuple[str, list[tuple[str, str, str, str]]]] = []
    for name, *entry in ENTRIES:
        if not found or found[-1][0] != name:
            found.append((name, []))
        title, subtitle, who, page = entry
        found[-1][1].append((title, subtitle, who, page))
    return found


def _deep() -> str:
    """The names of sections in cells that span the rows of their entries."""
    rows = []
    for name, entries in _by_section():
        for at, (title, subtitle, who, page) in enumerate(entries):
            first = "" if at else f"<td rowspan='{len(entries)}'>{name}</td>"
            rows.append(_row(title + (subtitle and f"<br>{subtitle}"), who, page))
            rows[-1] = rows[-1].replace("<tr>", f"<tr>{first}", 1)
    return f"<table>{''.join(rows)}</table>"


def _torn(*, last: bool, across: bool) -> str:
    """Each line of a title in a row of its own, the page first or last."""
    rows = []
    for name, entries in _by_section():
        rows.append(f"<tr><td colspan='3'>{name}</td></tr>" if across else _row(name, "", ""))
        for title, subtitle, who, page in entries:
            lines = [*title.split(), *([subtitle] if subtitle else [])]
            for at, line in enumerate(lines):
                begins, ends = at == 0, at == len(lines) - 1
                own = who if ends else ""
                if last:
                    rows.append(_row(line, own, page if ends else ""))
                else:
                    rows.append(_row(page if begins else "", line, own))
    return f"<table>{''.join(rows)}</table>"


def _within() -> str:
    """The page in the cell of the title."""
    rows = []
    for name, entries in _by_section():
        rows.append(_row(name, ""))
        rows += [_row(f"{page} {title}{subtitle}", who) for title, subtitle, who, page in entries]
    return f"<table>{''.join(rows)}</table>"


def _pipes() -> str:
    """Sections in rows across the table, one of them like the name of somebody."""
    rows = []
    for name, entries in _by_section():
        rows.append(f"| {name} | | |")
        for title, subtitle, who, page in entries:
            rows.append(f"| {title}{subtitle and '<br>' + subtitle} | {who} | {page} |")
    return "\n".join([rows[0], "|---|---|---|", *rows[1:]])


def _beside() -> str:
    """The name of the section in the cell of the title."""
    rows = [_row(f"{name} {title}{sub}", who, page) for name, title, sub, who, page in ENTRIES]
    return f"<table>{''.join(rows)}</table>"


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(_deep(), id="deep cells"),
        pytest.param(_torn(last=False, across=True), id="torn, page first"),
        pytest.param(_torn(last=True, across=True), id="torn, page last"),
        pytest.param(_torn(last=False, across=False), id="torn, names in first cells"),
        pytest.param(_within(), id="page within"),
        pytest.param(_pipes(), id="pipes"),
        pytest.param(_beside(), id="name beside"),
    ],
)
def test_contents_in_tables_are_read_entry_by_entry(contents: str) -> None:
    made = restored(f"# 目录\n\n{contents}\n\n{_body()}")
    assert [(s, t.replace(" ", ""), who, page) for s, t, who, page in listed(made)] == [
        (name, title.replace(" ", ""), tuple(who.split()), page)
        for name, title, _, who, page in ENTRIES
    ]
    assert len(made.issue.articles) == len(ENTRIES)


def test_a_leader_that_a_stray_sign_cuts_gains_no_dots() -> None:
    made = restored(
        "水车的变迁 ......... 何小溪 4\n磨坊的变迁 . .\ufffd. . . 石桥镇水务站 6\n桥头的灯 . . . . . 程山 11\n"
    )
    assert made.account is not None
    assert made.account.balanced, made.account


def test_a_section_in_a_row_of_its_own_is_no_line_of_the_title_below() -> None:
    """Although the running heads of the body have both on one line."""
    listed = [("专论", "水车的变迁", "何小溪", 3), ("手记", "磨坊的夜晚", "程 山", 5)]
    table = "\n".join(
        f"| {section} | | |\n{'|---|---|---|' + chr(10) if at == 0 else ''}| {title} | {who} | {page} |"
        for at, (section, title, who, page) in enumerate(listed)
    )
    text = "水从上游下来，转过三架水车才到镇上，镇上的人听着水声起床。" * 4
    body = "\n\n".join(
        f"{title}\n\n{who}\n\n{text}{text[:40]}\n\n· {page} ·\n\n{section} {title}\n\n{text[40:]}"
        for section, title, who, page in listed
    )
    made = restored(f"目 录\n\n{table}\n\n{body}\n")
    assert [one.name for one in made.issue.contents.sections] == ["专论", "手记"]
    assert [one.title[0].value for one in made.issue.articles] == ["水车的变迁", "磨坊的夜晚"]

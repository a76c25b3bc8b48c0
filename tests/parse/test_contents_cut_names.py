"""Names that OCR has cut at the edge of a cell of the contents, or of a line."""

from __future__ import annotations

import pytest

from converter.parse.contents.body import BodyIndex
from converter.parse.contents.cut_names import with_names_whole
from converter.source import Line
from tests.support.ferry import BOATS, STONES
from tests.support.restored import listed, restored

ENTRIES = [
    ("渡口的灯由谁来点", "季有田", "4"),
    ("修船人怎样过冬", "罗长庚", "9"),
    ("把石阶修到田埂上", "沈一帆", "12"),
]
BODY = "\n\n".join(
    f"{title}\n\n渡口管理站站长 {name}\n\n{STONES}\n\n{BOATS}" for title, name, _ in ENTRIES
)
TABLE = "| {2} | {0} | {1} |"


def contents(form: str, cut: int, gap: str) -> str:
    rows = []
    for title, name, page in ENTRIES:
        own = name == "罗长庚"
        rows.append(form.format(title, name[:cut] if own else name, page))
        rows += [gap.format(name[cut:])] if own else []
    return "渡口\n2020年第3期\n\n目录\n\n" + "\n".join(rows) + "\n\n" + BODY + "\n"


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize("gap", ["{}", "\n{}\n", "| | | {} |"])
def test_the_rest_of_a_name_goes_back_to_it(cut: int, gap: str) -> None:
    made = restored(contents(TABLE, cut, gap))
    assert listed(made) == [("", title, (name,), page) for title, name, page in ENTRIES]


def test_what_the_body_has_as_a_section_ends_no_name() -> None:
    text = contents(TABLE, 3, "\n灯\n").replace(
        f"{ENTRIES[2][0]}\n\n", f"灯\n\n{ENTRIES[2][0]}\n\n"
    )
    assert [authors for _, _, authors, _ in listed(restored(text))] == [
        (name,) for _, name, _ in ENTRIES
    ]


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        (("9　修船人怎样过冬　罗", "长庚"), True),
        (("罗", "长庚"), False),
        (("罗", "长", "庚"), False),
    ],
)
def test_what_is_set_from_top_to_bottom_has_not_been_cut(
    rows: tuple[str, ...], *, whole: bool
) -> None:
    lines = [Line(at, row) for at, row in enumerate(rows, 1)]
    made = with_names_whole(lines, BodyIndex([Line(9, "渡口管理站站长 罗长庚")]))
    assert any("罗长庚" in line.text for line in made) is whole

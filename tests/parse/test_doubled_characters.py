"""Titles of which OCR has read a character twice, over the text or in the contents."""

from __future__ import annotations

import pytest

from converter.pipeline import Restored
from tests.support.ferry import BOATS, STONES
from tests.support.restored import restored

TITLES = ("渡口的灯由谁来点", "修船人怎样过冬", "把石阶修到田埂上")
NAMES = ("季有田", "罗长庚", "沈一帆")


def issue(listed: str, printed: str, *, where: int = 1) -> Restored:
    """An issue of three titles, of which one reads otherwise in the contents or over its text."""
    rows, body = [], []
    for at, (title, name) in enumerate(zip(TITLES, NAMES, strict=True)):
        rows.append(f"{listed if at == where else title} …… {name} {2 + 3 * at}")
        body += [printed if at == where else title, name, STONES, BOATS]
    return restored("渡口\n2021年第3期\n\n目录\n\n" + "\n".join(rows) + "\n\n" + "\n\n".join(body))


@pytest.mark.parametrize(
    "misread", ["修修船人怎样过冬", "修船船人怎样过冬", "修船人怎样过过冬", "修船人怎样过冬冬"]
)
def test_the_title_stands_as_the_other_side_has_it(misread: str) -> None:
    for made in (issue(TITLES[1], misread), issue(misread, TITLES[1])):
        found = made.issue
        assert [one.title[0].value for one in found.articles] == list(TITLES)
        assert [
            "".join(entry.title) for part in found.contents.sections for entry in part.entries
        ] == list(TITLES)
        assert [one.code for one in made.diagnostics if one.code == "TOC004"] == ["TOC004"]
        (change,) = (one for one in found.changes if one.rule == "misread-title")
        assert (len(change.before), change.after) == (1, "")


def test_a_word_that_is_said_twice_keeps_both() -> None:
    whole, lost = "天天有人等渡船", "天有人等渡船"
    found = issue(whole, lost).issue
    assert found.articles[1].title[0].value == whole
    assert issue(whole, whole).issue.changes == ()


@pytest.mark.parametrize("listed", ["桐油和麻蝇哪里买", "桐油和麻麻绳哪里买", "油和麻绳哪里买"])
def test_contents_do_not_end_above_a_title_that_the_body_has_otherwise(listed: str) -> None:
    """The pages stand above the last entries, so that nothing but the body tells them."""
    titles = (TITLES[0], "桐油和麻绳哪里买", "沉船捞起来以后", "过河的人都要记账")
    names = (*NAMES, "白小船")
    rows = [
        f"{title} / {name}"
        for title, name in zip((titles[0], listed, *titles[2:]), names, strict=True)
    ]
    contents = "\n".join([rows[0], "", "2", "", "5", "", "8", "", "11", "", *rows[1:]])
    body = "\n\n".join(
        f"{title}\n\n{name}\n\n{STONES}\n\n{BOATS}"
        for title, name in zip(titles, names, strict=True)
    )
    found = restored(f"渡口\n2021年第3期\n\n目录\n\n{contents}\n\n\n{body}").issue
    assert [one.title[0].value for one in found.articles] == list(titles)
    assert [one.bylines[0].text.value for one in found.articles] == list(names)
    assert sum(len(part.entries) for part in found.contents.sections) == len(titles)

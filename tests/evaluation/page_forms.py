"""Forms of a case with what programs put between pages, as they read one after the other.

Each takes a case and gives the lines of the form, of which the truth is the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluation.cases import Case
from tests.evaluation.told_forms import LONG, PAGE, ROW, contents, inner_place, texts

_NAMES = ("===== page_{:04d}.png =====", "## IMG_{:04d}.jpg", "扫描件_{:03d}", "Page: {}")
_REMARKS = (
    "以下是图片中的文字内容：",
    "Here is the extracted text from the image:",
    "[空白页]",
    "（图片无文字）",
)


def filed(case: Case) -> list[str]:
    """The name of the file of each page over its text, also where a page ends within a paragraph."""
    return _over_pages(case, _NAMES)


def remarked(case: Case) -> list[str]:
    """What a model says of each page before its text, or of an empty one."""
    return _over_pages(case, _REMARKS)


def _over_pages(case: Case, forms: Sequence[str]) -> list[str]:
    """The lines with one of some lines between pages, by the length of the case."""
    lines = texts(case)
    form = forms[len(lines) % len(forms)]
    found: list[str] = []
    since, page = 0, 1
    for line in lines:
        since += 1
        place = _cut(line)
        if since < PAGE or (line.strip() and not (place and page % 3 == 0)):
            found.append(line)
            continue
        mark = ["", form.format(page), ""]
        found += [line[:place], *mark, line[place:]] if place else mark
        since, page = 0, page + 1
    return found


def page_twice(case: Case) -> list[str] | None:
    """A page from the middle of the body once more behind itself, where it may cut paragraphs."""
    lines, region = texts(case), contents(case) or range(0)
    middle = max(region.stop, len(lines) // 2)
    places = [at for at in range(middle, len(lines)) if _cut(lines[at])]
    last = next((at for at in places if at > places[0] + PAGE // 2), 0)
    if not last:
        return None
    first, head, foot = places[0], _cut(lines[places[0]]), _cut(lines[last])
    page = ["", lines[first][head:], *lines[first + 1 : last], lines[last][:foot]]
    return [
        *lines[:first],
        lines[first][:head],
        *page,
        *page,
        "",
        lines[last][foot:],
        *lines[last + 1 :],
    ]


def _cut(line: str) -> int:
    """A place within a paragraph where a page may end, 0 for none."""
    return inner_place(line) if len(line) >= LONG and not ROW.match(line) else 0

"""How the cases are restored in other forms that an engine or an archive may give the same issue.

``python -m tests.evaluation.varied``: each case in each form, of which the truth is the same, and
the cases that lose most against their own form. ``--way doubled`` takes one form, ``--folder DIR``
the issues of another folder; ``-v`` tells every miss.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from converter import patterns as re
from converter.hanzi import HAN, is_han
from tests.evaluation import report
from tests.evaluation.cases import Case, Outcome, evaluate, hand_made, in_folder
from tests.evaluation.compare import AIMED
from tests.evaluation.no_contents import lines_of_contents

_MARKUP = ("|", "- |", "#", "<", "-")
_NO_START = frozenset("，。、；：？！”’）》」』")
_MEASURE = 36
"""Characters of a line, where each is broken."""
_SPREAD, _FRONT = 3, 5
"""Contents over a third of the lines are spread over the issue, and a masthead ends within a fifth of them."""
_LOST = 3
"""Misses more than in its own form that make a case worth a look."""
_FIGURES = tuple(name for name in AIMED if name != "kept")


def _texts(case: Case) -> list[str]:
    text = case.data.decode("gb18030") if _is_gb(case.data) else case.data.decode("utf-8-sig")
    return text.replace("\r\n", "\n").split("\n")


def _is_gb(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def close(case: Case) -> list[str]:
    """Without blank lines."""
    return [line for line in _texts(case) if line.strip()]


def doubled(case: Case) -> list[str]:
    """A blank line between all lines, as Markdown parts paragraphs; tables stay whole."""
    found: list[str] = []
    within = False
    for line in _texts(case):
        blank, row = not line.strip(), line.lstrip("- ").startswith("|")
        if blank or (row and not within):
            found += [""] if found and found[-1] else []
        within = not blank and (within or row)
        if not blank:
            found += [line] if within else [line, ""]
    return found


def flush(case: Case) -> list[str]:
    """Without indents."""
    return [line.strip() for line in _texts(case)]


def broken(case: Case) -> list[str]:
    """All long lines broken at one measure, without indents."""
    return [part for line in _texts(case) for part in _broken(line)]


def _broken(line: str) -> Iterator[str]:
    if len(line) <= _MEASURE or line.lstrip().startswith(_MARKUP):
        yield line
        return
    first = 0
    while first < len(line):
        last = first + _MEASURE
        while last < len(line) and line[last] in _NO_START:
            last += 1
        yield line[first:last]
        first = last


def spaced(case: Case) -> list[str]:
    """Short lines with a blank between their characters."""
    word = re.compile(rf"[{HAN}]{{2,6}}")
    return [" ".join(line) if word.fullmatch(line) else line for line in _texts(case)]


def blanked(case: Case) -> list[str]:
    """A blank behind each mark."""
    return [re.sub(r"([，。；：])(?=\S)", r"\1 ", line) for line in _texts(case)]


def straight(case: Case) -> list[str]:
    """Straight quotation marks."""
    return [line.translate(str.maketrans("“”‘’", "\"\"''")) for line in _texts(case)]


def half(case: Case) -> list[str]:
    """Marks of half the width behind Chinese characters."""
    marks = str.maketrans("，：；？！（）", ",:;?!()")
    return [line.translate(marks) for line in _texts(case)]


def beheaded(case: Case) -> list[str] | None:
    """Without what stands above the contents: the masthead and the cover."""
    texts, region = _texts(case), _contents(case)
    if region is None or region.start * _FRONT > len(texts):
        return None
    return texts[region.start - 1 :]


def turned(case: Case) -> list[str] | None:
    """The contents at the end."""
    region = _contents(case)
    if region is None:
        return None
    texts = _texts(case)
    rest = [line for at, line in enumerate(texts, 1) if at not in region]
    return [*rest, "", *texts[region.start - 1 : region.stop - 1]]


def misread(case: Case) -> list[str] | None:
    """One character of every other longer line of the contents read as another one."""
    region = _contents(case)
    if region is None:
        return None
    texts = _texts(case)
    for number in region:
        text = texts[number - 1]
        places = [at for at, char in enumerate(text) if is_han(char)]
        if number % 2 and len(places) >= _LINE:
            at, other = places[2], _OTHERS[number % len(_OTHERS)]
            texts[number - 1] = text[:at] + other + text[at + 1 :]
    return texts


_LINE, _OTHERS = 9, "民北打水意海点什由海"
"""Han characters of a line that is rather a title than a section's name, and what one is read as."""


def _contents(case: Case) -> range | None:
    """The numbers of the lines of the contents, ``None`` if there are none in one place."""
    from converter.pipeline import restore

    region = lines_of_contents(restore(case.data, name=f"{case.name}.txt").issue)
    return region if region and len(region) * _SPREAD <= len(_texts(case)) else None


Way = Callable[[Case], list[str] | None]
WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        close,
        doubled,
        flush,
        broken,
        spaced,
        blanked,
        straight,
        half,
        beheaded,
        turned,
        misread,
    )
}


def varied(case: Case, way: Way) -> Case | None:
    """The case in another form; ``None`` if it has none."""
    texts = way(case)
    return None if texts is None else Case(case.name, "\n".join(texts).encode(), case.truth)


def _misses(outcome: Outcome) -> int:
    own = (outcome.figures[name] for name in _FIGURES)
    return sum(one.expected + one.got - 2 * one.hits for one in own)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; always 0, as they have no aim yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--way", action="append", choices=sorted(WAYS), help="only this form")
    parser.add_argument("--case", action="append", default=[], help="only this case")
    parser.add_argument("--folder", type=Path, help="the issues of this folder")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell every miss")
    options = parser.parse_args(argv)
    whole = in_folder(options.folder) if options.folder else hand_made()
    cases = [one for one in whole if not options.case or one.name in options.case]
    own = {case.name: _misses(evaluate(case, via="model")) for case in cases}
    for name in options.way or WAYS:
        made = (varied(case, WAYS[name]) for case in cases)
        outcomes = [evaluate(case, via="model") for case in made if case is not None]
        for one in outcomes:
            if options.verbose and (text := report.failures(one)):
                sys.stdout.write(text + "\n")
            if (more := _misses(one) - own[one.name]) > _LOST:
                sys.stdout.write(f"{more} more misses: {report.line(one)}\n")
        title = f"{name}: {len(outcomes)} issue(s)"
        sys.stdout.write(report.table(title, report.total(outcomes)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

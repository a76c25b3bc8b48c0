"""Other forms of the heads of a case: titles, bylines and headings on more lines or on fewer.

Each takes a case and gives the lines of the form; ``None`` where the case has no such form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, is_han
from tests.evaluation.cases import Case
from tests.evaluation.reading import normal
from tests.evaluation.told_forms import ROW, contents, headings, texts, titles

_NO_START, _NO_END = frozenset("，。、；：？！”’）》」』〉】…—·"), frozenset("“‘（《「『〈【—")
_LEAST, _HEADING, _THREE = 3, 12, 15
"""Characters of a part of a line, of a heading that is broken, and of a title in three lines."""
_BYLINE, _TITLE, _TEXT = 40, 10, 24
"""Characters of the longest byline, of the shortest title that is broken, and of a line of text."""
_SEPARATORS = ("　", " ", " / ", "｜", " 文／")
_TWO = re.compile(rf"(?<![{HAN}])[{HAN}]{{2}}(?![{HAN}])")
_LATIN = re.compile("[A-Za-z0-9 \u3000]")
_NUMBER = re.compile("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")


def parted(case: Case) -> list[str]:
    """Longer titles of the body in two lines."""
    return _broken(case, _is_title(case), 2, _TITLE)


def threefold(case: Case) -> list[str]:
    """Long titles of the body in three lines."""
    return _broken(case, _is_title(case), 3, _THREE)


def spaced_titles(case: Case) -> list[str]:
    """Titles of the body with a blank between their characters, every other one with a wide one."""
    is_title, found, turn = _is_title(case), list[str](), 0
    for text, inside in _lines(case):
        if inside and is_title(text) and not _LATIN.search(text):
            found.append(" \u3000"[turn % 2].join(text.strip()))
            turn += 1
        else:
            found.append(text)
    return found


def split_headings(case: Case) -> list[str]:
    """Longer headings of the body in two lines."""
    return _broken(case, _is_heading(case), 2, _HEADING)


def run_on_headings(case: Case) -> list[str]:
    """Headings with numbers on the line of the text below them, a blank between the two."""
    known, found = _is_heading(case), list[str]()
    for text, inside in _lines(case):
        last = _last(found)
        long = inside and len(text.strip()) >= _TEXT
        if long and last >= 0 and _NUMBER.match(found[last].strip()) and known(found[last]):
            found[last:] = [f"{found[last].rstrip()}　{text.strip()}"]
        else:
            found.append(text)
    return found


def glued(case: Case) -> list[str]:
    """The byline far behind the title, on its line."""
    return _signed(case, ("  ",))


def stroked(case: Case) -> list[str]:
    """The byline behind the title, with one blank or a stroke between the two."""
    return _signed(case, _SEPARATORS)


def _signed(case: Case, separators: Sequence[str]) -> list[str]:
    is_title, found, turn = _is_title(case), list[str](), 0
    names = {normal(name) for one in case.truth.articles for name in one.authors}
    for text, inside in _lines(case):
        last = _last(found)
        byline = normal(text)
        signs = (
            len(byline) <= _BYLINE
            and "。" not in byline
            and any(byline.endswith(name) for name in names)
        )
        if inside and signs and last >= 0 and is_title(found[last]) and not is_title(text):
            separator = separators[turn % len(separators)]
            # Neither 文／ before an office, nor a stroke beside one.
            if byline not in names:
                separator = separators[0]
            turn += 1
            found[last:] = [f"{found[last].rstrip()}{separator}{text.strip()}"]
        else:
            found.append(text)
    return found


def together(case: Case) -> list[str] | None:
    """The name of the section and the title below it on one line, and the title and its subtitle."""
    if contents(case) is None:
        return None
    is_title, found = _is_title(case), list[str]()
    sections = {normal(one.section) for one in case.truth.articles if one.section}
    subtitles = {normal(one.subtitle) for one in case.truth.articles if one.subtitle}
    for text, inside in _lines(case):
        last = _last(found)
        name = normal(found[last]) if last >= 0 else ""
        if inside and is_title(text) and name in sections and not is_title(found[last]):
            found[last:] = [f"{found[last].strip()}　{text.strip()}"]
        elif inside and normal(text) in subtitles and last >= 0 and is_title(found[last]):
            found[last:] = [f"{found[last].rstrip()}　{text.strip()}"]
        else:
            found.append(text)
    return found


def split_names(case: Case) -> list[str]:
    """Each of several authors on a line of its own, and names of two characters set wide."""
    sets = {
        normal("".join(one.authors)): one.authors
        for one in case.truth.articles
        if one.authors and all(len(name) <= 4 for name in one.authors)
    }
    is_title, found = _is_title(case), list[str]()
    for text, inside in _lines(case):
        names = sets.get(normal(text), ())
        if inside and names and not is_title(text):
            found += [f"{name[0]}　{name[1]}" if len(name) == 2 else name for name in names]
        else:
            found.append(text)
    return found


# --- lines and their parts ----------------------------------------------------------------


def _lines(case: Case) -> Iterator[tuple[str, bool]]:
    """The lines, and whether each is one of the body that may be changed."""
    region = contents(case) or range(0)
    for number, text in enumerate(texts(case), 1):
        yield text, bool(text.strip()) and number not in region and not ROW.match(text)


def _is_title(case: Case) -> Callable[[str], bool]:
    known = titles(case)
    return lambda text: normal(text) in known


def _is_heading(case: Case) -> Callable[[str], bool]:
    known = headings(case)
    return lambda text: normal(text) in known


def _last(found: Sequence[str]) -> int:
    """The place of the last line with text, -1 for none."""
    return next((at for at in range(len(found) - 1, -1, -1) if found[at].strip()), -1)


def _broken(case: Case, known: Callable[[str], bool], count: int, least: int) -> list[str]:
    """The lines, of which those that are ``known`` and long enough are several."""
    found: list[str] = []
    for text, inside in _lines(case):
        if inside and known(text) and len(text.strip()) >= least:
            indent = text[: len(text) - len(text.lstrip())]
            found += [indent + part for part in _parts(text.strip(), count)]
        else:
            found.append(text)
    return found


def _parts(text: str, count: int) -> list[str]:
    """A line in so many parts about as long as each other, none of which begins or ends with a wrong mark."""
    parts, start = [], 0
    for number in range(1, count):
        aimed = len(text) * number // count
        places = sorted(range(start + _LEAST, len(text) - _LEAST), key=lambda at: abs(at - aimed))
        place = next((at for at in places if _may_break(text, start, at)), 0)
        if place:
            parts.append(text[start:place].strip())
            start = place
    return [*parts, text[start:].strip()]


def _may_break(text: str, start: int, at: int) -> bool:
    before, behind = text[start:at].rstrip(), text[at:].lstrip()
    if min(len(normal(before)), len(normal(behind))) < _LEAST:
        return False
    if behind[0] in _NO_START or before[-1] in _NO_END:
        return False
    return is_han(before[-1]) or is_han(behind[0])

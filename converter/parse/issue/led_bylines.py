"""Who signs right before the first words of a text, on their line: 某局局长　某某 民以食为天，…….

The title stands above; the contents have who wrote it, or the byline is one beyond doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, ends_sentence, key, width
from converter.names import is_name
from converter.parse.byline import read_byline
from converter.parse.contents.marks import SUBTITLE
from converter.parse.issue.close_bylines import Listed
from converter.segment import parted_at
from converter.source import Line

_BLANK = re.compile(r"(?<=\S)[ \t\u3000]+(?=\S)")
"""Where a byline may end."""
_POINTED = re.compile(r"[，。；？！,;?!【〔《\[]")
_LONGEST, _TEXT, _SHORT = 48, 16, 5
"""Characters of a byline, and the fewest of the text behind it on its line, and of a whole sentence there."""
_TITLE, _LEAST = 64, 4
"""The most em of a line of a title, and the fewest characters of a title that tells a text below it."""
_ABOVE = 3
"""Lines above a text that may be its title and subtitle."""
_SURE, _MARKED = 0.9, 0.7
"""How sure a byline is that no contents have, and one behind a mark."""
_ROWS = ("|", "<", ">", "#", "-")


def with_bylines_before_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which the first of a text and who signs it before that are two.

    The lines above are a title of the ``contents``, with its subtitle perhaps.
    """
    listed: Listed | None = None
    made: list[Line] = []
    above: list[str] = []
    for line in body:
        at = 0
        if above and above[0] and _may_be_led(line.text):
            if listed is None and contents:  # few issues have such a line
                listed = Listed(contents)
            at = _text_begins(line.text, above, listed)
        made += parted_at(line, at) if at else [line]
        if not line.blank:
            above = [line.text if _may_head(line.text) else "", *above[: _ABOVE - 1]]
    return made


def _may_head(text: str) -> bool:
    """True for a line that may be one of a title, or its subtitle."""
    short = len(text) <= _TITLE and width(text) <= _TITLE
    return short and text[0] not in "|<" and not text.rstrip().endswith("。")


def _may_be_led(text: str) -> bool:
    """True for a line of text with a blank after so few characters as a byline has."""
    bare = text.strip()
    return (
        len(bare) > _TEXT
        and not bare.startswith(_ROWS)
        and _BLANK.search(bare, 0, _LONGEST) is not None
        and _POINTED.search(bare) is not None
    )


def _text_begins(text: str, above: Sequence[str], listed: Listed | None) -> int:
    """Where the text of a line begins, behind who signs it; 0 if nobody does.

    More words that still sign the title are of the byline. Where no contents are ``listed``, what
    signs beyond doubt does so below a few words without a full stop.
    """
    titles = list(_titles(above))
    if not titles:
        return 0
    start = len(text) - len(text.lstrip())
    first = _POINTED.search(text)
    stop = min(start + _LONGEST, first.end() if first is not None else len(text))
    cuts = [hit for hit in _BLANK.finditer(text, start, stop) if _is_text(text[hit.end() :])]
    for at in range(len(cuts) - 1, -1, -1):
        byline = text[: cuts[at].start()].strip()
        names = (_signers(byline, title, over, listed) for title, over in titles)
        if signers := next(filter(None, names), None):
            further = (hit for hit in cuts[:at:-1] if _sign(text[: hit.start()], signers))
            return next(further, cuts[at]).end()
    return 0


def _sign(byline: str, names: Sequence[str]) -> bool:
    """True for a byline of these authors, and where they work perhaps."""
    reading = read_byline(byline.strip(), known=frozenset(names))
    if reading is None or reading.certainty < _SURE:
        return False
    return [author.name for author in reading.authors] == names


def _is_text(text: str) -> bool:
    """True for what is long enough, begins as a text does, and is set no wider than text is."""
    long = len(text) >= _TEXT or (len(text) >= _SHORT and ends_sentence(text))
    return long and text[0] not in _ENDING and not _SET_WIDE.match(text)


_ENDING = frozenset("，。；：、！？）》”’…,.;:!?)")
_SET_WIDE = re.compile(rf".{{0,6}}[{HAN}，。]\s[{HAN}，。]\s")


def _signers(byline: str, title: str, above: Sequence[str], listed: Listed | None) -> list[str]:
    """Those who sign a title, which is a key, with the keys ``above`` it; [] for no byline.

    The contents name them, or have the title and they sign in so many words: with an office, a mark or
    what they have done before the name, or with a name of two characters that is set wide.
    """
    if listed is not None and (names := listed.signers(byline, title, above)):
        return names
    reading = read_byline(byline)
    if reading is None:
        return []
    least = _MARKED if byline.lstrip()[0] in SHAPES else _SURE
    signed = reading.certainty >= least
    if listed is not None and not listed.has_title(title, above, loosely=signed):
        return []
    sure = signed or _is_set_wide(byline)
    return [author.name for author in reading.authors] if sure else []


def _is_set_wide(byline: str) -> bool:
    """True for 某　某, a name of two characters between which no text has a blank."""
    words = byline.split()
    return [len(word) for word in words] == [1, 1] and is_name("".join(words))


def _titles(above: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The keys of what may be the title over a text, each with those of the lines over it.

    ``above`` are the lines over the text, the nearest first; one is a subtitle perhaps.
    """
    lines = above[1:] if SUBTITLE.match(above[0]) else above
    keys = [key(one) for one in lines]
    for count in (1, 2):
        title = "".join(reversed(keys[:count]))
        if len(keys) >= count and all(keys[:count]) and len(title) >= _LEAST:
            yield title, keys[count:]

"""Pull quotes that tell whose words they are: a few short lines and a name behind a dash."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.names import is_name, is_office
from converter.parse.boxes import attribution_text, is_attribution

_MOST_LINES = 4
_LINE, _WHOLE = 44, 100
"""Em of one line and of the whole quotation."""
_PERSON = re.compile(rf"^(?P<name>[{HAN}·]{{2,7}}|[{HAN}] [{HAN}])(?:[，、,（(／/\s].{{1,24}})?$")


_POSTED = re.compile(
    rf"^(?P<post>[{HAN}]{{2,20}})[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$"
)
"""某某厂厂长　某某: the post before the name."""


def speaker_of(line: str) -> str:
    """The person behind the dash of a line (——马成岭，救护车驾驶员), "" where there is none."""
    text = line.strip()
    if not (text.startswith(("——", "—", "－－", "一一")) and is_attribution(_dashed(text))):
        return ""
    said = attribution_text(_dashed(text))
    posted = _POSTED.match(said)
    hit = posted if posted is not None and is_office(posted["post"]) else _PERSON.match(said)
    name = squeeze(hit["name"]) if hit else ""
    return name if name and is_name(name) else ""


def _dashed(text: str) -> str:
    return f"——{text[2:]}" if text.startswith("一一") else text


def signed_to(texts: Sequence[str], *, broken: bool, known: Callable[[str], bool]) -> int:
    """Where the name stands under a pull quote that begins the texts, 0 if none does.

    ``texts`` are lines or pieces; ``broken`` tells that a sentence breaks off before it.
    ``known`` tells whether the article names somebody elsewhere: a letter and a motto are
    signed, too, but by those of whom the text does not speak.
    """
    size = 0.0
    for mark in range(1, min(len(texts), 1 + _MOST_LINES)):
        text = texts[mark - 1].strip()
        size += width(text)
        if not text or width(text) > _LINE or size > _WHOLE or is_attribution(text):
            return 0
        name = speaker_of(texts[mark])
        if name:
            return mark if (broken or _is_whole(texts[:mark])) and known(name) else 0
    return 0


def _is_whole(texts: Sequence[str]) -> bool:
    """True for one sentence, or for lines none of which but the last ends one."""
    return not any(ends_sentence(text) for text in texts[:-1])

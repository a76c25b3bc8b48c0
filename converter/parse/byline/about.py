"""Lines beside a title that say of whom it is, or who took the pictures, and not who wrote."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import squeeze
from converter.names.works import PICTURES, WRITING, one_of
from converter.parse.byline import forms

_ALSO_WRITES = re.compile(rf"\s(?:{one_of(WRITING)})\s*[/／：:｜|]")


def names_subject(text: str) -> bool:
    """专访某公司首席执行官某某: a subtitle that names whom an article is about."""
    return len(text) <= 40 and forms.ABOUT.match(text.strip()) is not None


_BOTH = re.compile(
    r"^(?:[摄攝]影?[并並兼]?(?:[·、&＆/／]\s?)?(?:撰?文|文字)|(?:撰?文|文字)[并並兼]?(?:[·、&＆/／]\s?)?(?:摄影|攝影|[摄攝图圖])"
    r"|[图圖]\s?[·、&＆/／]?\s?文)(?=[\s/／：:｜|])"
)


_REPORTS = re.compile(r"[\s/／|｜](?:[摄攝]影|[图圖]文)[报報][道导導]$")


def tells_by_pictures(text: str) -> bool:
    """True for 摄影并文 某某, 图·文／某某, 某某　摄影报道: who wrote took the photographs as well."""
    plain = text.strip().lstrip("□■◎○●◇◆ ")
    return _BOTH.match(plain) is not None or _REPORTS.search(plain) is not None


def shows_pictures(text: str) -> bool:
    """True for 图｜本刊记者 某某: a line that names nobody but who made the pictures."""
    label = forms.PREFIX.match(text.strip())
    return (
        label is not None
        and squeeze(label["word"]) in PICTURES
        and not _ALSO_WRITES.search(text, label.end())
    )

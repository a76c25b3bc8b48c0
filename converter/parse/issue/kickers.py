"""The kicker (引题, 栏目) of an article: what stands above its title and is no name of its section."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import CIRCLED, has_han, key
from converter.model import Text
from converter.parse.contents import RawSection
from converter.parse.context import Context, piece_of
from converter.parse.issue.titles import kicked_title
from converter.parse.openings import Opening, is_divided
from converter.segment import Unit, is_part

_DRESSED = re.compile(
    r"^[●○■□◆◇★☆※▲△▼▽◎▌▍▎▪·•【\[〖〔]+\s*(?P<name>[^】\]〗〕]+?)\s*[●○■□◆◇★☆※▲△▼▽◎▌▍▎▪·•】\]〗〕]*$"
)
"""【灯下老秤】, ● 灯下老秤 ●."""


def kicker_of(
    opening: Opening, units: Sequence[Unit], listed: Sequence[RawSection], context: Context
) -> tuple[Text | None, list[int]]:
    """The lines above a title as its kicker, and which units; what names but the section is dropped.

    ``listed`` are the sections of the contents, whose themes are kickers. In a newspaper the
    lines of a headline above its title are the kicker, each a clause of its own.
    """
    sections = {key(section.name) for section in listed}
    themes = {key(section.theme) for section in listed if section.theme}
    heads = _page_heads(opening, units, sections)
    for at in heads:
        context.ledger.drop(units[at].first, units[at].text, "running-head")
    kept = set(opening.overline).difference(heads)
    for at, reason in _above(opening):
        if at in heads:
            continue
        text = units[at].text
        counted = len(text) > 1 and text[-1] in CIRCLED  # 封面③
        more = is_divided(text) if reason == "section-name" else has_han(text) or is_part(text)
        more = more or key(text) in themes
        if counted or (more and key(text) not in sections):
            kept.add(at)
        else:
            context.ledger.drop(units[at].first, text, reason)
    lines = [_plain(units[at], context) for at in sorted(kept)]
    kicked = None if context.headlines else kicked_title(opening, units)
    if kicked is not None and key(kicked[0]) in sections:
        context.ledger.drop(units[opening.title[0]].first, kicked[0], "section-name")
    elif kicked is not None:
        lines.append(Text(kicked[0]))
    kicker = Text(" ".join(line.value for line in lines)) if lines else None
    return kicker, sorted(kept)


def _page_heads(opening: Opening, units: Sequence[Unit], sections: Collection[str]) -> list[int]:
    """The units above a title that say it whole: the head of its page, and no kicker."""
    title = key("".join(units[at].text for at in opening.title))
    above = dict.fromkeys((*opening.overline, *(at for at, _ in _above(opening))))
    return [at for at in above if title not in sections and key(units[at].text) == title]


def _above(opening: Opening) -> list[tuple[int, str]]:
    """The units above a title with the reason for which they are left out."""
    return [
        *((at, "kicker") for at in opening.columns),
        *((at, "section-name") for at in opening.kickers),
    ]


def _plain(unit: Unit, context: Context) -> Text:
    """A line without its brackets and ornaments."""
    hit = _DRESSED.match(unit.text.strip())
    if hit is None:
        return context.ledger.text([piece_of(unit)], blanks=True)
    context.ledger.drop_rest(unit.first, unit.text, hit["name"], "label-mark")
    return context.ledger.text([piece_of(unit, hit["name"])], blanks=True)

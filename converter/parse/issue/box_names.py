"""Names of boxes that no list has and the issue itself tells: the profile gets them, the user hears of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.hanzi import key
from converter.parse.boxes import with_names_closed
from converter.parse.context import Context
from converter.parse.cutting import cutting_names
from converter.parse.frames import framed_like
from converter.parse.issue.misread_labels import SURE, with_labels_read
from converter.parse.learnt import LearntName, learn_names, with_names_apart
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line

_LONGEST = 32
"""Characters of the name of a box and a title beside it."""


def learn_from_lines(body: list[Line], known: frozenset[str], context: Context) -> list[Line]:
    """Learn the names that stand over texts again and again; returns the lines with them apart.

    ``known`` are the keys of titles, sections and authors, which are no such names.
    """
    labels: dict[str, float] = dict.fromkeys(context.profile.boxes.labels, SURE)
    body = with_labels_read(with_names_closed(body), labels, known, context.ledger)
    context.profile = _with_marked_names(body, known, context.profile)
    learnt = learn_names(body, context.profile, known)
    labels |= {one.name: one.times for one in learnt.names}
    if learnt.names and (read := with_labels_read(body, labels, known, context.ledger)) != body:
        body = read
        context.profile = context.profile.with_box_labels(labels)
        learnt = learn_names(read, context.profile, known)
    context.profile = context.profile.with_box_labels(one.name for one in learnt.names)
    context.once = frozenset(one.name for one in learnt.names if one.times == 1)
    _say(learnt.names, context)
    return with_names_apart(body, learnt.glued) if learnt.glued else body


def _with_marked_names(body: list[Line], known: frozenset[str], profile: Profile) -> Profile:
    """The profile with the names that have the mark before a title which others have: ▶动动手　叠纸船."""
    doubted = frozenset(profile.boxes.ambiguous)
    sure = profile.boxes.sure
    marked = framed_like((line.text.strip() for line in body), sure, doubted)
    new = (name for name in marked.difference(sure, doubted) if key(name) not in known)
    return profile.with_box_labels(sorted(new))


def learn_from_cuts(
    units: Sequence[Unit], parts: Iterable[Sequence[Unit]], context: Context
) -> None:
    """Learn the names that are told by the sentences they cut.

    ``units`` are those of the whole issue, ``parts`` those of each article.
    """
    names = cutting_names(parts, context.trigrams, context.profile, context.repeated)
    context.profile = context.profile.with_box_labels(names)
    lines: dict[str, list[int]] = {}
    for unit in units if names else ():
        # 磨匠口诀, 磨匠口诀　凿石磨
        name = next((name for name in names if unit.text.startswith(name)), "")
        if name and len(unit.text) <= _LONGEST:
            lines.setdefault(name, []).append(unit.first)
    context.once |= {name for name, at in lines.items() if len(at) == 1}
    _say((LearntName(name, at[0], len(at)) for name, at in lines.items()), context)


def _say(names: Iterable[LearntName], context: Context) -> None:
    """Say of each name that was learnt where it first stands."""
    for one in names:
        context.ledger.doubt("BOX003", one.line, label=one.name, count=one.times)

"""A text and its marks as XHTML phrasing content."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from converter import patterns as re
from converter.model import Mark, MarkKind, Text
from converter.render.citations import Within
from converter.render.links import safe_link

Tags = tuple[str, str]
"""An opening and a closing tag."""

NO_TAGS: Tags = ("", "")

_PLAIN: dict[MarkKind, Tags] = {
    MarkKind.SPEAKER: ('<b class="speaker">', "</b>"),
    MarkKind.RUN_IN: ('<strong class="run-in">', "</strong>"),
    MarkKind.LABEL: ('<b class="label">', "</b>"),
    MarkKind.SUB: ("<sub>", "</sub>"),
    MarkKind.SUP: ("<sup>", "</sup>"),
    MarkKind.EMPHASIS: ("<em>", "</em>"),
    MarkKind.STRONG: ("<strong>", "</strong>"),
    MarkKind.CLASSICAL: ('<span class="classical">', "</span>"),
    MarkKind.SEAM: NO_TAGS,
}
_POINTS = frozenset({MarkKind.PAGE, MarkKind.SEAM})
_ACTIVE = frozenset({MarkKind.LINK, MarkKind.NOTE_REF})

# C0 and C1 controls, surrogates and non-characters cannot stand in XML 1.0 (§2.2, Char).
_FORBIDDEN = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]),
    0x09: " ",
    0x0A: "\n",
    0x0D: "\n",
}
# To look first is four times as quick as to translate every text.
_SUSPECT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def readable(value: str) -> str:
    """``value`` without the characters that XML 1.0 forbids; a tab becomes a blank."""
    return value.translate(_FORBIDDEN) if _SUSPECT.search(value) else value


def escape(value: str) -> str:
    """What ``html.escape`` gives; that module loads the names of all characters as well."""
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return value.replace('"', "&quot;").replace("'", "&#x27;")


def xml_text(value: str) -> str:
    """``value`` escaped for XML, without the characters that XML 1.0 forbids."""
    return escape(readable(value))


def sound_marks(text: Text) -> tuple[Mark, ...]:
    """The marks that lie within the text and nest, outermost first.

    A model that an editor has changed by hand can hold others; they are left out, so that
    what is rendered is well-formed in any case. Page breaks and seams are points.
    """
    length, ends, sound = len(text.value), list[int](), list[Mark]()
    for mark in sorted(text.marks, key=lambda mark: (mark.start, -mark.end)):
        point = mark.start == mark.end
        if not 0 <= mark.start <= mark.end <= length or point != (mark.kind in _POINTS):
            continue
        if sound and mark == sound[-1]:
            continue
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if point or not ends or mark.end <= ends[-1]:
            sound.append(mark)
            if not point:
                ends.append(mark.end)
    return tuple(sound)


def _passive(marks: Sequence[Mark]) -> frozenset[Mark]:
    """The links and note marks that must not be links: a link cannot stand in a link.

    A note's mark wins over the link around it, otherwise the outer one wins.
    """
    active = [mark for mark in marks if mark.kind in _ACTIVE]
    notes = [mark for mark in active if mark.kind is MarkKind.NOTE_REF]
    out: set[Mark] = {
        mark
        for mark in active
        if mark.kind is MarkKind.LINK
        and any(mark.start <= note.start and note.end <= mark.end for note in notes)
    }
    last = -1
    for mark in active:
        if mark in out:
            continue
        if mark.start < last:
            out.add(mark)
        else:
            last = mark.end
    return frozenset(out)


def inline(
    text: Text | None,
    *,
    note_ref: Callable[[Mark], Tags] | None = None,
    page: Callable[[Mark], Tags] | None = None,
    cite: Callable[[Mark], Tags] | None = None,
    plain: Callable[[str], str] = xml_text,
    links: bool = True,
) -> Markup:
    """The text as safe markup; ``None`` gives the empty string.

    ``note_ref``, ``page`` and ``cite`` give the opening and closing tags of footnote marks, of
    page breaks and of links within the article, which differ between the EPUB and the PDF;
    ``plain`` escapes a stretch of unmarked text; without ``links`` addresses stay plain text.
    The characters of the text come out unchanged and in order, whatever the marks say.
    """
    if text is None:
        return Markup("")
    if not text.marks:
        return Markup(plain(text.value))  # noqa: S704  (escaped in plain)
    marks = sound_marks(text)
    passive = _passive(marks)
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    points: dict[int, list[str]] = {}
    for mark in marks:
        tags = NO_TAGS if mark in passive else _tags(mark, note_ref, page, cite, links=links)
        if mark.start == mark.end:
            points.setdefault(mark.start, []).append("".join(tags))
        else:
            opens.setdefault(mark.start, []).append(tags[0])
            # Marks come outermost first, so they close in the opposite order.
            closes.setdefault(mark.end, []).insert(0, tags[1])
    out: list[str] = []
    last = 0
    for offset in sorted({*opens, *closes, *points}):
        out.append(plain(text.value[last:offset]))
        out += [*closes.get(offset, ()), *points.get(offset, ()), *opens.get(offset, ())]
        last = offset
    out.append(plain(text.value[last:]))
    return Markup("".join(out))  # noqa: S704  (every part is escaped above)


def _tags(
    mark: Mark,
    note_ref: Callable[[Mark], Tags] | None,
    page: Callable[[Mark], Tags] | None,
    cite: Callable[[Mark], Tags] | None,
    *,
    links: bool,
) -> Tags:
    match mark.kind:
        case MarkKind.NOTE_REF:
            return note_ref(mark) if note_ref else NO_TAGS
        case MarkKind.PAGE:
            return page(mark) if page else NO_TAGS
        case MarkKind.LINK if isinstance(mark.target, Within):
            return cite(mark) if cite and links else NO_TAGS
        case MarkKind.LINK:
            href = safe_link(mark.target) if links else ""
            return (f'<a href="{escape(href)}">', "</a>") if href else NO_TAGS
        case kind:
            return _PLAIN[kind]

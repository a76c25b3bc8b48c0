"""A text and its marks as XHTML phrasing content."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from converter.model import Mark, MarkKind, Text

_PLAIN: dict[MarkKind, tuple[str, str]] = {
    MarkKind.SPEAKER: ('<b class="speaker">', "</b>"),
    MarkKind.RUN_IN: ('<strong class="run-in">', "</strong>"),
    MarkKind.LABEL: ('<b class="label">', "</b>"),
    MarkKind.SUB: ("<sub>", "</sub>"),
    MarkKind.SUP: ("<sup>", "</sup>"),
    MarkKind.EMPHASIS: ("<em>", "</em>"),
    MarkKind.STRONG: ("<strong>", "</strong>"),
    MarkKind.CLASSICAL: ('<span class="classical">', "</span>"),
    MarkKind.SEAM: ("", ""),
}

# C0 and C1 controls, surrogates and non-characters cannot stand in XML 1.0 (§2.2, Char).
_FORBIDDEN = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]),
    0x09: " ",
    0x0A: "\n",
    0x0D: "\n",
}


def xml_text(value: str) -> str:
    """``value`` escaped for XML, without the characters that XML 1.0 forbids."""
    return escape(value.translate(_FORBIDDEN), quote=True)


def _no_tags(_: Mark) -> tuple[str, str]:
    return ("", "")


def _link(mark: Mark) -> tuple[str, str]:
    return (f'<a href="{escape(mark.target, quote=True)}">', "</a>")


def inline(
    text: Text | None,
    *,
    note_ref: Callable[[Mark], tuple[str, str]] = _no_tags,
    page: Callable[[Mark], tuple[str, str]] = _no_tags,
) -> Markup:
    """The text as safe markup; ``None`` gives the empty string.

    ``note_ref`` and ``page`` give the opening and closing tags of footnote marks and of
    page breaks, which differ between the EPUB and the PDF.
    """
    if text is None:
        return Markup("")
    if not text.marks:
        return Markup(xml_text(text.value))  # noqa: S704  (escaped in xml_text)
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    points: dict[int, list[str]] = {}
    for mark in text.marks:
        match mark.kind:
            case MarkKind.NOTE_REF:
                tags = note_ref(mark)
            case MarkKind.PAGE:
                tags = page(mark)
            case MarkKind.LINK:
                tags = _link(mark)
            case kind:
                tags = _PLAIN[kind]
        if mark.start == mark.end:
            points.setdefault(mark.start, []).append("".join(tags))
        else:
            opens.setdefault(mark.start, []).append(tags[0])
            # Marks come outermost first, so they close in the opposite order.
            closes.setdefault(mark.end, []).insert(0, tags[1])
    out: list[str] = []
    last = 0
    for offset in sorted({*opens, *closes, *points}):
        out.append(xml_text(text.value[last:offset]))
        out += [*closes.get(offset, ()), *points.get(offset, ()), *opens.get(offset, ())]
        last = offset
    out.append(xml_text(text.value[last:]))
    return Markup("".join(out))  # noqa: S704  (every part is escaped above)

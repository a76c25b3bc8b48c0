"""Accessibility metadata, each statement computed from the finished files.

EPUB Accessibility 1.1 §2 and the schema.org accessibility properties vocabulary 2.0.
A statement that the content does not bear out is worse than none, so nothing here looks
at what the program meant to do: only at what it wrote.
"""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.render.words import Words
from converter.values import NamedTuple

_IMAGE = re.compile(r"<img\b[^>]*>")
_ALTERNATIVE = re.compile(r'\balt="[^"]+"')
_TEXT = re.compile(r">[^<]*\w[^<]*<")
_MOVING = re.compile(r"<(?:audio|video|script|canvas|iframe|object|embed)\b|\.gif\b")
_RIGID = re.compile(
    r"font-size\s*:\s*[\d.]+(?:px|pt|cm|mm|in)\b|!important|(?<![\w-])color\s*:\s*(?!inherit)[#\w]"
)
_HEADING = re.compile(r"<h[1-6]\b")


class Access(NamedTuple):
    """The values of the schema.org properties."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


def access_of(pages: Iterable[str], nav: str, css: str, words: Words, *, vertical: bool) -> Access:
    """What the XHTML ``pages``, the navigation document and the style sheet bear out."""
    text = "\n".join(pages)
    images = _IMAGE.findall(text)
    described = all(_ALTERNATIVE.search(image) for image in images)
    has_text = bool(_TEXT.search(text.partition("<body")[2]))
    moving = _MOVING.search(text) is not None
    found = {
        "tableOfContents": 'epub:type="toc"' in nav and "href=" in nav,
        "readingOrder": True,  # one spine, every file linear, no positioned content
        "structuralNavigation": bool(_HEADING.search(text)),
        "displayTransformability": not _RIGID.search(css),
        "alternativeText": bool(images) and described,
        "pageNavigation": 'epub:type="page-list"' in nav,
        "pageBreakMarkers": 'role="doc-pagebreak"' in text,
        "ARIA": ' role="doc-' in text,
        "verticalWriting" if vertical else "horizontalWriting": True,
    }
    breaks = text.count('role="doc-pagebreak"')
    paged = found["pageNavigation"] and found["pageBreakMarkers"]
    starts = breaks == text.count('<header>\n<span epub:type="pagebreak"')
    told = {
        words.access_text: found["displayTransformability"],
        words.access_contents: found["tableOfContents"],
        words.access_headings: found["structuralNavigation"],
        words.access_pages: paged and not starts,
        words.access_starts: paged and starts,
        words.access_notes: 'role="doc-noteref"' in text,
        words.access_sources: 'role="doc-biblioref"' in text,
        words.access_tables: "<table" in text,
        words.access_cover: found["alternativeText"],
        words.access_hazard: not moving,
    }
    # The pictures here show no more than their descriptions say, so text alone is enough.
    return Access(
        modes=("textual",) if described or not images else ("textual", "visual"),
        sufficient=("textual",) if has_text and described else (),
        features=tuple(name for name, borne_out in found.items() if borne_out),
        hazards=("unknown",) if moving else ("none",),
        summary="".join(sentence for sentence, borne_out in told.items() if borne_out),
    )

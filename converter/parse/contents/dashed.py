"""Subtitles that a reading has made entries of their own: ——访某某 below a title."""

from __future__ import annotations

from converter.parse.contents.marks import DASHED
from converter.parse.contents.raw import RawContents, RawEntry


def settle_dashed(contents: RawContents) -> None:
    """Put what begins with a dash to the entry above, with its page and author where that has neither."""
    kept: list[RawEntry] = []
    for entry in contents.entries:
        above = kept[-1] if kept else None
        bare = not (entry.page or entry.authors_text) and len(entry.texts) == 1
        if above is not None and not (above.page or above.authors_text):
            bare = len(entry.texts) in (1, 2)  # page and author stand beside the second line
        dashed = bare and DASHED.match(entry.texts[0]) is not None
        if (
            above is None
            or not dashed
            or above.section != entry.section
            or any(DASHED.match(text) for text in above.texts)
        ):
            kept.append(entry)
            continue
        above.texts = [*above.texts, *entry.texts]
        above.page, above.printed_page = (
            above.page or entry.page,
            above.printed_page or entry.printed_page,
        )
        above.authors_text = above.authors_text or entry.authors_text
        above.lines = [*above.lines, *entry.lines]
    contents.entries[:] = kept

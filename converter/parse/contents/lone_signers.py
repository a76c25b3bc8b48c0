"""Who signs an entry of the contents, read as an entry of its own: both have lost the page."""

from __future__ import annotations

from converter.names import is_body, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import is_staff
from converter.parse.contents.raw import RawContents, RawEntry


def settle_lone_signers(contents: RawContents, body: BodyIndex) -> None:
    """标题, and 本刊编辑部 below it as an entry: the body has that right under the title."""
    kept: list[RawEntry] = []
    for entry in contents.entries:
        above = kept[-1] if kept else None
        if above is not None and above.section == entry.section and _signs(entry, above, body):
            above.add_authors(entry.texts[0])
            above.lines += entry.lines
        else:
            kept.append(entry)
    contents.entries[:] = kept


def _signs(entry: RawEntry, above: RawEntry, body: BodyIndex) -> bool:
    if entry.page or entry.authors_text or len(entry.texts) != 1:
        return False
    if above.authors_text or not above.texts:
        return False
    text = entry.texts[0]
    if not (is_staff(text) or is_body(text) or split_names(text) is not None):
        return False
    return any(body.is_signed(one, text) for one in (above.texts[-1], "".join(above.texts)))

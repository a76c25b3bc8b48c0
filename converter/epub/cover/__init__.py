"""The cover: drawn from the masthead, or the user's own picture."""

from __future__ import annotations

from converter.diagnostics import Diagnostic
from converter.epub.cover.design import draw_cover, headlines_of, sections_of
from converter.epub.cover.picture import user_picture
from converter.epub.identity import Identity, one_line
from converter.epub.options import EpubOptions
from converter.model import Issue
from converter.render.words import Words
from converter.values import NamedTuple


class Cover(NamedTuple):
    """A picture with its description; ``name`` is its file in the EPUB."""

    name: str
    media_type: str
    data: bytes
    alt: str
    problems: tuple[Diagnostic, ...] = ()


def make_cover(issue: Issue, identity: Identity, words: Words, options: EpubOptions) -> Cover:
    """The cover of an issue. Raises ``UsageFaultError`` for a picture that is none."""
    alt = f"{words.cover}{words.colon}{identity.title}"
    if options.cover is not None:
        picture = user_picture(options.cover)
        return Cover(
            f"cover.{picture.suffix}", picture.media_type, picture.data, alt, picture.problems
        )
    headlines = () if identity.number else headlines_of(issue)
    sections = sections_of(issue)
    data, problems = draw_cover(identity, headlines, sections, options.profile.colours)
    shown = [one_line(" ".join(one.lines)) for one in headlines] or (
        sections if identity.number else ()
    )
    told = words.list_stop.join(shown)
    return Cover(
        "cover.png", "image/png", data, f"{alt}{words.stop}{told}" if told else alt, problems
    )

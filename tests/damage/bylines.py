"""Names as bylines and contents print them."""

from __future__ import annotations

from tests.damage.draft import Piece, Signer
from tests.damage.style import Style


def shown_name(style: Style, signer: Signer) -> str:
    """A name, letter-spaced if it has two characters and the magazine does so."""
    return style.name_gap.join(signer.name) if len(signer.name) == 2 else signer.name


def byline_of(style: Style, piece: Piece) -> str:
    """The line that names who signs an article, "" for an unsigned one."""
    if not piece.signers:
        return ""
    first = piece.signers[0]
    if first.is_body:
        return first.name
    names = (style.name_gap or " ").join(shown_name(style, signer) for signer in piece.signers)
    if first.office:
        bracketed = style.byline == "bracket-office"
        return f"{names}（{first.office}）" if bracketed else f"{first.office} {names}"
    if piece.told_to:
        return f"口述/{shown_name(style, first)} 整理/{shown_name(style, piece.signers[1])}"
    who = f"{piece.lead} {names}".strip()
    if piece.pictures_by:
        return f"文/{who} 图/{piece.pictures_by}"
    before = {"text-slash": "文/", "text-bar": "文｜", "square": "□ ", "circle": "○"}.get(
        style.byline, ""
    )
    if style.byline == "author-colon" and not piece.lead:
        before = "作者："
    return before + who

"""Articles that a filler cuts within a sentence: what stands below who signs that is their rest.

……换到了右边的口袋，左边 | 守车上的年夜饭 | …… | （某某） | 别了一朵小小的白花。…….
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, width
from converter.parse.openings import Opening, signature_of
from converter.segment import Unit

_PARAGRAPHS, _SMALL = 5, 600
"""The most paragraphs of a filler, and em of all of them."""
_TEXT = 12
"""Em of the shortest text that breaks off."""


def return_rests(
    parts: Sequence[list[Unit]], openings: Sequence[Opening], units: Sequence[Unit]
) -> None:
    """Give the rest of an article back to it, and the filler that cuts it who signs at its end.

    ``parts`` are the units before the first article and those of each; ``units`` are all. No title
    stands below the filler, so that nothing else can be there but what carries the sentence on.
    """
    for above, own, opening in zip(parts[1:], parts[2:], openings[1:], strict=False):
        at = _signed_at(own) if above and _breaks_off(above[-1].text) else 0
        if not at or opening.bylines or at + 1 >= len(own):
            continue
        reading = signature_of(own[at].text, surely=True)
        if reading is None:
            continue
        opening.bylines.append((units.index(own[at]), reading))
        above.extend(own[at + 1 :])
        del own[at:]


def _breaks_off(text: str) -> bool:
    """True for text that ends within a sentence."""
    plain = text.rstrip()
    return width(plain) >= _TEXT and (is_han(plain[-1]) or plain[-1] in "，、")


def _signed_at(units: Sequence[Unit]) -> int:
    """The unit with nothing but a name in brackets, below a few whole paragraphs; 0 for none."""
    size = 0.0
    for at, unit in enumerate(units[: _PARAGRAPHS + 1]):
        if at and unit.text[0] in "（(" and signature_of(unit.text, surely=True) is not None:
            return at
        size += width(unit.text)
        if not ends_sentence(unit.text) or size > _SMALL:
            return 0
    return 0

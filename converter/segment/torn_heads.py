"""Running heads that OCR has put on two lines, or of which it has misread a character.

齿轮 over 2024年4月, where other pages have 齿轮 2024年4月: what a head is made of is known from
those of the other pages. A character misread is told by a sentence that breaks off above, or by
the date or the folio in the head, for a title above its own text may be made of the same words.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, key, only_difference
from converter.look_alikes import look_alike
from converter.segment.page_edges import breaks_off
from converter.source import Line

_HEAD = "running-head"
_AGAIN, _OFTEN = 2, 3
"""So many heads of one form are no chance; so many tell one with a character misread."""
_LONGEST, _LEAST, _NEAR = 60, 4, 2
"""Characters of the longest line of a head and of the shortest head, and lines from its first to its second."""
_DIGIT = re.compile(r"\d")


def torn_heads(
    lines: Sequence[Line],
    keep: Container[str],
    sections: Container[str],
    reasons: Mapping[int, str],
) -> Iterator[int]:
    """The positions of such lines.

    ``keep`` are the keys of what repeats by right, ``sections`` those of the names of sections,
    which stand on a line of their own over a title.
    """
    heads = Counter(_form(line.text) for line in lines if reasons.get(line.number) == _HEAD)
    known = {form: n for form, n in heads.items() if len(form) >= _LEAST and n >= _AGAIN}
    by_size = {size: [*forms] for size, forms in itertools.groupby(sorted(known, key=len), key=len)}
    filled = [at for at, line in enumerate(lines) if not line.blank]
    texts = {at: _form(lines[at].text) for at in filled if len(lines[at].text) <= _LONGEST}
    above = ""
    for at, below in itertools.zip_longest(filled, filled[1:], fillvalue=-1):
        line = lines[at]
        if line.number in reasons:
            second = below in texts and lines[below].number not in reasons
            if second and texts.get(at, "") + texts[below] in known:
                yield below
            continue
        own = key(line.text)
        form = texts.get(at, "") if own not in keep and own not in sections else ""
        pair = form + texts[below] if form and below in texts and below - at <= _NEAR else ""
        if pair in known:
            yield at
            if lines[below].number not in reasons:
                yield below
            continue
        if form and not ends_sentence(line.text):
            cut, alike = breaks_off(above), by_size.get(len(form), ())
            if any(_is_misread(form, one, cut=cut and known[one] >= _OFTEN) for one in alike):
                yield at
                continue
        above = line.text.rstrip()


def _form(text: str) -> str:
    """What the heads of all pages have: the words, and 0 for each digit."""
    return _DIGIT.sub("0", key(text))


def _is_misread(text: str, head: str, *, cut: bool) -> bool:
    """True for two forms of which one character differs: any with a date or a folio, one like it below a ``cut``."""
    pair = only_difference(text, head)
    if pair is None or not all(map(is_han, pair)):
        return False
    return "0" in head or (cut and look_alike(*pair))

"""Boxes between two rules, where a document model draws those for the frame: * * *, **资料**, ……, * * *.

Such a rule is told from those that part pages or the parts of a text by what stands right below
every other one of its kind: a name in bold, or behind the marks of a heading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze
from converter.segment.rules import is_rule
from converter.source import Line

_NAME = re.compile(
    r"^\s*(?:#{2,6}\s+)?\*\*[^*\s。，；][^*。；]{0,23}\*\*(?:[ \u3000]*[^*\s。；][^*。；]{0,23})?$"
)
"""**资料**, **资料**　某某."""
_MOST = 12
"""Paragraphs in such a frame."""


def fenced_boxes(lines: Sequence[Line]) -> dict[int, int]:
    """The first and last lines of the boxes that stand between two rules, by their numbers."""
    if not any("**" in line.text for line in lines):
        return {}
    rules: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if is_rule(line.text):
            rules[squeeze(line.text)].append(at)
    found: dict[int, int] = {}
    for places in rules.values():
        pairs = list(zip(places[::2], places[1::2], strict=False))
        boxes = [_between(lines, *pair) for pair in pairs]
        if len(places) == 2 * len(pairs) and all(boxes):
            found.update((box[0].number, box[-1].number) for box in boxes)
    return found


def _between(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The lines with a text between two rules, if a name and whole paragraphs stand there; else none."""
    texts = [line for line in lines[first + 1 : last] if not line.blank]
    named = 1 < len(texts) <= _MOST and _NAME.match(texts[0].text) is not None
    if not named or any(is_rule(line.text) for line in texts):
        return []
    return texts if any(ends_sentence(line.text) for line in texts[1:]) else []

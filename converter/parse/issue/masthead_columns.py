"""A masthead that OCR has read in two columns: first all labels (主管： | 主办： | 社 长：), then what they announce."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import squeeze
from converter.model import MastheadKind as Kind
from converter.parse.masthead.kinds import kind_of_label
from converter.segment.regions import MASTHEAD_LABELS
from converter.source import Line

_FEWEST = 3
"""So many labels under each other that announce nothing are no chance."""
_KNOWN = 2
"""So many of them are among those that mastheads have."""
_LONGEST = 12
"""Characters of the longest label."""
_SPACED = 40
"""The same with blanks between them."""
_LABELLED = re.compile(r"^[^：:\d]{1,12}[：:]\s*\S")
_FORMS = {
    Kind.POSTAL_CODE: re.compile(r"^\d{6}$"),
    Kind.TELEPHONE: re.compile(r"^[\d（(][\d\s（）()、，/／转轉—–－-]{5,}"),
    Kind.WEB: re.compile(r"[A-Za-z]{2,}\.[A-Za-z]{2,}|^[A-Za-z\d_]+$"),
    Kind.EMAIL: re.compile("@"),
    Kind.PRICE: re.compile(r"\d|[元圆圓]"),
}
"""What the values of some labels look like."""


def with_labels_beside(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with each label before its value, where as many of these stand below the labels.

    The same object if there are no such columns. The places of the values are blank lines.
    """
    texts = [line.text.strip() for line in lines]
    beside: dict[int, str] = {}
    at = 0
    while at < len(lines):
        labels = _column(texts, at, labels=True)
        values = _column(texts, labels[-1] + 1, labels=False, most=len(labels)) if labels else []
        if _belong(texts, labels, values):
            for label, value in zip(labels, values, strict=True):
                beside[label], beside[value] = _announced(texts[label], texts[value]), ""
        at = labels[-1] + 1 if labels else at + 1
    if not beside:
        return lines
    return [line._replace(text=beside.get(at, line.text)) for at, line in enumerate(lines)]


def _column(texts: Sequence[str], start: int, *, labels: bool, most: int = 0) -> list[int]:
    """The places of the labels from one on, or of as many values, whatever blank lines are between."""
    found: list[int] = []
    for at in range(start, len(texts)):
        if not texts[at]:
            if labels and not found:
                break
            continue
        if _is_label(texts[at]) is not labels or (most and len(found) == most):
            break
        found.append(at)
    return found


def _is_label(text: str) -> bool:
    """True for 主管： and 社 长：, and for a label that mastheads have without its colon."""
    bare = squeeze(text) if len(text) <= _SPACED else ""
    if not 0 < len(bare) <= _LONGEST:
        return False
    return bare.rstrip("：:") in MASTHEAD_LABELS or (
        bare[-1] in "：:" and kind_of_label(bare[:-1]) is not None
    )


def _belong(texts: Sequence[str], labels: Sequence[int], values: Sequence[int]) -> bool:
    """True if each value may be announced by the label at its place."""
    if len(labels) < _FEWEST or len(values) != len(labels):
        return False
    bare = [squeeze(texts[at]).rstrip("：:") for at in labels]
    if sum(name in MASTHEAD_LABELS for name in bare) < _KNOWN:
        return False
    below = values[-1] + 1
    if below < len(texts) and texts[below] and not _LABELLED.match(texts[below]):
        return False  # more values than labels
    if any(_LABELLED.match(texts[at]) for at in values):
        return False
    told = [
        form.search(texts[value]) is not None
        for name, value in zip(bare, values, strict=True)
        if (form := _FORMS.get(kind_of_label(name) or Kind.OTHER)) is not None
    ]
    return all(told)


def _announced(label: str, value: str) -> str:
    return f"{label}{value}" if label[-1] in "：:" else f"{label} {value}"

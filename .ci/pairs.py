#!/usr/bin/env python3
"""Count ``converter/parse/data/pairs.txt`` anew: which characters stand side by side in prose.

    python .ci/pairs.py FILE[=WEIGHT]...

Each file is plain Simplified prose in UTF-8, a paragraph a line, of one kind; its characters
count ``WEIGHT`` times (1 if none is given), so that no kind drowns the others. The table in the
project was counted in some forty million characters of public prose: news, talks, essays,
papers, histories. Nothing of a text is kept but how often two characters stand side by side.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from converter.hanzi import is_han
from converter.parse.usage import BEGIN, TABLE, kind_of, letter_of

LEAST, LEAST_BEGINS = 30, 2
"""So often a pair stands side by side that is kept, and a paragraph begins with it."""
TELLING, OFTENER = 6, 4.0
"""So often one that does so by so many times oftener than the two characters let expect."""
RARE = 20
PARAGRAPH = 16
"""Characters of a text that is no heading."""
MARKS = "，、：；。！？“”‘’《》（）—…·0#"
HEAD = """\
# How often characters stand side by side in prose, counted in many million characters: the
# first one, a tab, how often it stands there at all, how much rarer than anywhere (behind ¶ and
# a character: than behind that one) all others are, in hundredths, then those that stand behind
# it, as often as the letter before them tells (see letter_of in usage.py). ¶ is the beginning of
# a paragraph, and ¶ with a character what is behind that one there; 0 is a digit, # a Latin letter.
# First of all stands how many characters were counted.
# Made by .ci/pairs.py.
"""


def main(arguments: list[str]) -> int:
    """Count in the files of the command line."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for argument in arguments:
        name, _, weight = argument.partition("=")
        own: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in _paragraphs(Path(name)):
            for first, second in pairwise(text):
                own[first][second] += 1
            own[text[-1]][""] += 1
            if len(text) >= PARAGRAPH:
                own[BEGIN][text[0]] += 1
                own[BEGIN + text[0]][text[1]] += 1
        for first, behind in own.items():
            for second, times in behind.items():
                counts[first][second] += times * float(weight or 1)
    size = sum(sum(behind.values()) for first, behind in counts.items() if BEGIN not in first)
    times = {first: sum(behind.values()) for first, behind in counts.items()}
    shares = {char: often / size for char, often in times.items() if BEGIN not in char}
    lines = []
    for first, behind in sorted(counts.items()):
        usual = shares
        if BEGIN in first and len(first) > 1:
            own = counts[first[1:]]
            usual = {char: often / times[first[1:]] for char, often in own.items()}
        lines.append(_line(first, behind, usual))
    TABLE.write_text(f"{HEAD}\t{size:.0f}\n" + "".join(lines), encoding="utf-8")
    return 0


def _paragraphs(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if text := "".join(map(kind_of, "".join(line.split()))):
                yield text


def _line(first: str, behind: Counter[str], usual: dict[str, float]) -> str:
    """The line of the table for what stands behind a character, "" for a rare one.

    ``usual`` is how often each character stands where nothing is known.
    """
    total, begins = sum(behind.values()), BEGIN in first
    if not all(char == BEGIN or is_han(char) or char in MARKS for char in first):
        return ""
    if total < (LEAST_BEGINS if begins else RARE):
        return ""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    rest = usually = 1.0
    for second, times in behind.items():
        if not (is_han(second) or (second and second in MARKS)):
            continue
        telling = times >= TELLING and times >= OFTENER * total * usual.get(second, 1.0)
        if times >= (LEAST_BEGINS if begins else LEAST) or (telling and not begins):
            by_letter[letter_of(times)].append(second)
            rest -= times / total
            usually -= usual.get(second, 0.0)
    rarer = max(0.01, rest) / max(0.01, usually)
    runs = (letter + "".join(sorted(by_letter[letter])) for letter in sorted(by_letter))
    return f"{first}\t{letter_of(total)}{letter_of(100 * rarer)}{''.join(runs)}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How the cases are restored when they are printed anew on real pages and read back by an OCR's rules.

``python -m tests.evaluation.pressed``: each case once, in one of three houses and three ways of
reading (line by line, in paragraphs, in paragraphs without heads and folios). Cases of which a
float has left the page are counted and left out: what is not on the paper nobody can read.
``--seeds 3`` prints each that many times; ``-v`` tells every miss. With ``--worn`` the lines lose
what an engine takes from them.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.evaluation import report
from tests.evaluation.cases import CASES, Case, Outcome, evaluate
from tests.evaluation.from_truth import read_truth
from tests.evaluation.read_page import read_lines
from tests.evaluation.seeds import read_seeds
from tests.evaluation.typeset_truth import HOUSES, Json, printed
from tests.evaluation.worn import Worn

_WAYS = 3
_WORN = "--worn"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; always 0, as they have no aim yet."""
    asked = list(sys.argv[1:] if argv is None else argv)
    worn = _WORN in asked
    asked = [one for one in asked if one != _WORN]
    seeds, verbose = read_seeds(asked, __doc__, "misses", usual=1)
    outcomes: list[Outcome] = []
    lost = 0
    for case in cases(seeds, worn=worn):
        if case is None:
            lost += 1
            continue
        outcomes.append(evaluate(case, via="model"))
        if verbose and (text := report.failures(outcomes[-1])):
            sys.stdout.write(text + "\n")
    title = f"{'worn' if worn else 'pressed'}: {len(outcomes)} issue(s), {lost} left out"
    sys.stdout.write(report.table(title, report.total(outcomes)) + "\n")
    return 0


def cases(seeds: range, *, worn: bool = False) -> Iterator[Case | None]:
    """The cases as they are read from paper; ``None`` for one of which something is not on it."""
    for seed in seeds:
        for at, path in enumerate(sorted(CASES.glob("*/truth.json"))):
            yield _pressed(path, at + seed, seed, worn=worn)


def _pressed(path: Path, turn: int, seed: int, *, worn: bool) -> Case | None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    house = turn % len(HOUSES)
    way = turn // len(HOUSES) % _WAYS
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "issue.pdf"
        pdf.write_bytes(printed(truth, HOUSES[house], seed))
        text = read_lines(pdf, joined=way > 0, furniture=way < _WAYS - 1)
        if not _is_whole(truth, text):
            return None
        if worn:
            text = read_lines(
                pdf, joined=way > 0, furniture=way < _WAYS - 1, worn=Worn(turn * 100 + seed)
            )
    for article in truth["articles"]:
        article["page"] = ""  # which is that of another layout
    return Case(f"{path.parent.name}-{house}{way}", text.encode(), read_truth(truth))


def _is_whole(truth: Json, text: str) -> bool:
    """True if every paragraph of a box and every pull quote stands in the text."""
    told = re.sub(r"\s", "", text)
    parts = [
        part
        for article in truth["articles"]
        if not article.get("optional")
        for block in article["blocks"]
        if block["kind"] == "box"
        for part in (*block["paragraphs"], block["attribution"])
    ]
    return all(re.sub(r"\s", "", part) in told for part in parts)


if __name__ == "__main__":
    sys.exit(main())

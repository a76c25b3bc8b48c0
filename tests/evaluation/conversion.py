"""How well the Traditional editions are made: sentences with their truth, against bare OpenCC.

``sentences/*.txt`` hold sentences of our own: a line is the Simplified text, what Taiwan
writes and, where that differs, what Hong Kong writes, parted by tabs. ``[佔占]`` stands for
one character of which an editor would let either pass. A figure is the number of wrong
characters in 10,000 Han; each line is an issue of its own, so that none helps another.

The first five are single sentences, the first of them written to be difficult. From the
sixth on they are prose in paragraphs, each written before it was measured for the first
time: what it gave then stands at its head, and that figure, not today's, says how well text
that nobody has seen is converted. No sentence went into a dictionary; what it showed was
mended by rules for any text, from the fifteenth on by clauses from which weights are learnt.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from converter.hanzi import is_han
from converter.model import Article, Issue, Paragraph, Text
from converter.variant import Edition, convert

SENTENCES = Path(__file__).with_name("sentences")
_BARE = {Edition.TAIWAN: "s2tw", Edition.HONG_KONG: "s2hk"}
_MARKS = str.maketrans("「」『』", "“”‘’")
_SHAPES = str.maketrans(
    "説户脱閲税鋭悦兑温卧藴醖蜕敍揾愠嫺衞", "說戶脫閱稅銳悅兌溫臥蘊醞蛻敘搵慍嫻衛"
)
"""The shapes that Hong Kong's schools teach are right where its press prints the others."""
_GROUP = re.compile(r"\[([^\]]+)\]|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Simplified sentence and, per edition, the characters that are right at each place."""

    file: str
    line: int
    source: str
    truths: dict[Edition, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A wrong character: where it stands, what it is, what it should be."""

    sentence: Sentence
    offset: int
    got: str
    right: str

    def __str__(self) -> str:
        source, at = self.sentence.source, self.offset
        around = f"{source[max(0, at - 6) : at]}▸{source[at : at + 6]}"
        place = f"{self.sentence.file}:{self.sentence.line}"
        return f"{place:16} {around:16} {self.got} instead of {'/'.join(self.right)}"


@dataclass(slots=True)
class Tally:
    """Han characters that were looked at, and the faults among them."""

    han: int = 0
    sentences: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Wrong characters in 10,000."""
        return len(self.faults) / self.han * 10_000 if self.han else 0.0


def sentences(folder: Path = SENTENCES) -> Iterator[Sentence]:
    """All sentences; raises ValueError where a truth does not fit its source."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            source, taiwan, *rest = line.split("\t")
            texts = {Edition.TAIWAN: taiwan, Edition.HONG_KONG: rest[0] if rest else taiwan}
            truths = {edition: _places(text) for edition, text in texts.items()}
            if any(len(places) != len(source) for places in truths.values()):
                msg = f"{path.name}:{number}: source and truth are of different length"
                raise ValueError(msg)
            yield Sentence(path.stem, number, source, truths)


def _places(truth: str) -> tuple[str, ...]:
    return tuple(group or char for group, char in _GROUP.findall(truth))


def through_pipeline(source: str, edition: Edition) -> str:
    """A sentence as the only paragraph of an issue, converted."""
    paragraph = Paragraph(Text(source), id="p1")
    issue = Issue(articles=(Article("a1", (Text("一"),), blocks=(paragraph,)),))
    made, _ = convert(issue, edition)
    block = made.articles[0].blocks[0]
    return block.text.value if isinstance(block, Paragraph) else ""


def compare(sentence: Sentence, edition: Edition, made: str) -> list[Fault]:
    """The wrong characters of a sentence; quotation marks of either convention are right."""
    truth = sentence.truths[edition]
    if len(made) != len(truth):
        return [Fault(sentence, 0, made, "".join(place[0] for place in truth))]
    return [
        Fault(sentence, at, got, right)
        for at, (got, right) in enumerate(zip(made, truth, strict=True))
        if got.translate(_SHAPES) not in right.translate(_SHAPES)
        and got.translate(_MARKS) not in right.translate(_MARKS)
    ]


def measure(edition: Edition, file: str = "") -> tuple[Tally, Tally]:
    """Ours and bare OpenCC's tally of an edition."""
    from opencc import OpenCC

    bare = OpenCC(_BARE[edition])
    ours, theirs = Tally(), Tally()
    for sentence in sentences():
        if file and sentence.file != file:
            continue
        for tally, made in (
            (ours, through_pipeline(sentence.source, edition)),
            (theirs, bare.convert(sentence.source)),
        ):
            tally.sentences += 1
            tally.han += sum(map(is_han, sentence.source))
            tally.faults += compare(sentence, edition, made)
    return ours, theirs


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures. Returns 1 if bare OpenCC is not beaten in every edition."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.conversion")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every wrong character")
    parser.add_argument("--file", default="", help="only the sentences of this file")
    options = parser.parse_args(argv)
    beaten = True
    for edition in _BARE:
        for file in sorted({sentence.file for sentence in sentences()}):
            if options.file and file != options.file:
                continue
            ours, theirs = measure(edition, file)
            beaten &= len(ours.faults) < len(theirs.faults)
            sys.stdout.write(
                f"{edition.value} {file}: {ours.sentences} sentences, {ours.han} Han; wrong in 10,000: "
                f"{ours.rate:.2f} ({len(ours.faults)}), bare OpenCC {theirs.rate:.1f} ({len(theirs.faults)})\n"
            )
            if options.verbose:
                sys.stdout.write("".join(f"    {fault}\n" for fault in ours.faults))
    return 0 if beaten else 1


if __name__ == "__main__":
    sys.exit(main())

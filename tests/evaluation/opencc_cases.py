"""OpenCC's own public test cases through our pipeline, where a checkout of OpenCC is given.

The package that is installed holds no test data, and none of it is copied here. With
``python -m tests.evaluation.opencc_cases --opencc PATH`` (``PATH`` is a checkout, or the file
``testcases.json`` itself) each case of the configurations that the editions use becomes an issue
of its own, and is compared line by line with what is expected.

What differs by nothing but :data:`ON_PURPOSE` is counted by itself: there stands where our
editions write another form than OpenCC and want to. What else differs is printed with ``-v``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.model import Article, Issue, Mark, MarkKind, Paragraph, Text
from converter.variant import Edition, convert

_CASES = ("test/testcases/testcases.json", "testcases/testcases.json", "testcases.json")
_WAYS = {
    "s2t": ("zh-Hans", Edition.TRADITIONAL, False),
    "s2tw": ("zh-Hans", Edition.TAIWAN, False),
    "s2twp": ("zh-Hans", Edition.TAIWAN, True),
    "s2hk": ("zh-Hans", Edition.HONG_KONG, False),
    "t2s": ("zh-Hant", Edition.SIMPLIFIED, False),
    "tw2s": ("zh-Hant-TW", Edition.SIMPLIFIED, False),
    "tw2sp": ("zh-Hant-TW", Edition.SIMPLIFIED, True),
    "hk2s": ("zh-Hant-HK", Edition.SIMPLIFIED, False),
}
"""OpenCC's configurations: the language of the source, the edition, whether with vocabulary."""
ON_PURPOSE = {
    "s2t": {
        "當噹": "a bell rings 叮噹, and 丁當 is another writing of it",
        "柺拐": "拐杖 is what both regions print",
        "谿溪": "谿 of old names is left to a glossary",
        "製制": "調制 is the modulation of a signal",
    },
    "s2tw": {
        "汙污": "Taiwan's press and the ministry's newer texts print 污",
        "鏈鍊": "what is pulled or worn is 拉鍊 and 項鍊",
        "僱雇": "雇主 and 雇員 are the words of Taiwan's law",
        "柺拐": "拐杖 is what both regions print",
        "製制": "調制 is the modulation of a signal",
    },
    "s2hk": {
        "説說": "the shape of the schools' list that the press does not print",
        "麪麵": "the same",
        "釐厘": "the unit is 厘米 in Hong Kong, whatever stands in a saying beside it",
        "枴拐": "拐杖 is what both regions print",
        "衛衞": "the shape of the schools' list is the one that the government prints",
        "腊臘": "a name that only a glossary can tell",
        "綫線": "the press prints 線; a name may keep 綫 by a glossary",
    },
    "tw2s": {
        "甚什": "甚麼 is 什么 on the mainland",
        "丁叮": "a bell that rings is 叮当 in the mainland's dictionaries",
        "𫫇噁": "the press prints 二噁英, whose signs every face has",
    },
}
"""Where an edition writes the second form for OpenCC's first, and why. What the forms of a region
are stands in ``converter/variant/data/house-*.txt``."""
_LEFT = "a word that stands in Traditional characters already is somebody's own, or a name"
WORDS_ON_PURPOSE = {
    "s2twp": {
        ("福斯汽車", "大眾公司"): "it may be any company of the public",
        ("永續性", "持久性"): "the convention on such pollutants is 持久性 in Taiwan, too",
        ("社群", "社區"): "where people live together is 社區 in Taiwan, too",
        ("調變", "調製"): "what is mixed is 調製, and one word alone does not tell",
        ("後設資料", "元數據"): _LEFT,
        ("調色盤", "調色板"): _LEFT,
        ("錄影帶", "錄像帶"): _LEFT,
        ("資料庫", "數據庫"): _LEFT,
    },
    "tw2sp": {
        ("画素", "像素"): "画素 is no word of the mainland",
        ("图标", "图示"): "what a picture shows is 图示 in both regions",
        ("社区", "社群"): "社群 is a word of the mainland, too",
        ("内核", "核心"): "核心 is a word of both regions, seldom of computers",
        ("凤梨干", "菠萝干"): "the mainland's word for the fruit",
        ("奇异果干", "猕猴桃干"): "the same",
    },
}
"""Where the vocabulary has another word than OpenCC's, theirs and ours, and why: it is to be right
for a magazine, in which few words are of computers."""
_SAME_AS = {"s2twp": "s2tw", "tw2sp": "tw2s"}
_MARKS = str.maketrans("“”‘’「」『』", "\"\"''\"\"''")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a case: what was made of it and what was expected."""

    way: str
    source: str
    expected: str
    made: str
    marked: str = ""
    """The same with a stretch of it in bold, across words and phrases."""

    @property
    def verdict(self) -> str:
        """``same``, ``on purpose`` or ``other``."""
        ours, theirs = self.made.translate(_MARKS), self.expected.translate(_MARKS)
        if ours == theirs:
            return "same"
        for their, our in WORDS_ON_PURPOSE.get(self.way, ()):
            ours, theirs = ours.replace(our, their), theirs.replace(our, their)
        wanted = ON_PURPOSE.get(_SAME_AS.get(self.way, self.way), {})
        pairs = {a + b for a, b in zip(theirs, ours, strict=False) if a != b}
        return "on purpose" if len(ours) == len(theirs) and pairs <= wanted.keys() else "other"


def cases_in(path: Path) -> list[dict[str, object]]:
    """The cases of a checkout; the file has comments and commas that JSON does not."""
    files = [path] if path.is_file() else [path / name for name in _CASES]
    text = next(file for file in files if file.is_file()).read_text(encoding="utf-8")
    text = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    cases: list[dict[str, object]] = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]
    return cases


def lines_of(path: Path) -> Iterator[Line]:
    """All lines of the cases whose configuration an edition uses, converted."""
    for case in cases_in(path):
        expected = case["expected"]
        for way, wanted in expected.items() if isinstance(expected, dict) else ():
            if way in _WAYS:
                first = wanted if isinstance(wanted, str) else wanted[0]
                pairs = zip(str(case["input"]).split("\n"), first.split("\n"), strict=False)
                for source, right in pairs:
                    if source.strip():
                        made = (through_pipeline(source, way, bold=bold) for bold in (False, True))
                        yield Line(way, source, right, *made)


def through_pipeline(source: str, way: str, *, bold: bool = False) -> str:
    """A line as the only paragraph of an issue, converted, perhaps with its middle in ``bold``."""
    language, edition, vocabulary = _WAYS[way]
    third = len(source) // 3
    middle = Mark(MarkKind.STRONG, third, max(third + 1, 2 * third))
    paragraph = Paragraph(Text(source, (middle,) if bold else ()), id="p1")
    issue = Issue(articles=(Article("a1", (Text("一"),), blocks=(paragraph,)),), language=language)
    made, _ = convert(issue, edition, vocabulary=vocabulary)
    block = made.articles[0].blocks[0]
    return block.text.value if isinstance(block, Paragraph) else ""


def main(argv: Sequence[str] | None = None) -> int:
    """Print how many lines are as OpenCC expects, without a checkout that there is none."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.opencc_cases")
    parser.add_argument("--opencc", type=Path, help="a checkout of OpenCC, or its testcases.json")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what else differs")
    options = parser.parse_args(argv)
    if options.opencc is None:
        sys.stdout.write("OpenCC's own cases: not measured (--opencc PATH gives a checkout)\n")
        return 0
    lines = list(lines_of(options.opencc))
    counts = Counter((line.way, line.verdict) for line in lines)
    for way in _WAYS:
        same, meant, other = (counts[way, kind] for kind in ("same", "on purpose", "other"))
        sys.stdout.write(
            f"OpenCC's cases, {way}: {same} of {same + meant + other} lines as expected, "
            f"{meant} other on purpose, {other} else\n"
        )
    apart = sum(line.marked != line.made for line in lines)
    sys.stdout.write(
        f"OpenCC's cases with a stretch in bold: {apart} of {len(lines)} differ from plain\n"
    )
    if options.verbose:
        for line in lines:
            if line.verdict == "other":
                sys.stdout.write(
                    f"  {line.way} {line.source}\n    {line.expected}\n    {line.made}\n"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())

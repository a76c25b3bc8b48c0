"""Blanks that an OCR engine puts between any two characters, as Tesseract does.

In such an issue a blank says nothing: 本刊编 辑部 is one body, 车 立 恒 one man. They are taken
out before anything else is read, but for wide ones, and for those that by the issue's own
witness part a title or an office from a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import CJK_MARKS, HAN, ends_sentence, has_han, is_han, key, squeeze
from converter.source import Line

NAME = "ocr-spaces"

_CHINESE = f"{HAN}{re.escape(CJK_MARKS)}"
_BETWEEN = re.compile(rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}])")
_POINTS = re.escape(",;:!?()")
_MEANINGLESS = re.compile(
    rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}{_POINTS}])|(?<=[{_POINTS}]) (?=[{_CHINESE}])"
    rf"|(?<=[{_CHINESE}]) (?=\d[\d.]*\s*[^\d\s.])|(?:(?<=[^\d.]\d)|(?<=[^\d.]\d\d)|(?<=[^\d.]\d\d\d)|(?<=\d\d\d\d)"
    rf"|(?<=[^\d.]\d\.\d)|(?<=[^\d.]\d\d\.\d)) (?=[{_CHINESE}])"
)
"""Not beside a number at either end of a line, which may be a page or that of a heading."""
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_LONG = 16
"""Characters of a line that certainly is running text: a name or a heading has fewer."""
_SAMPLE = 400
_ROW = re.compile(r"^(?P<row>.*?\S)[\s/／|.…·]*\d{1,4}\s*$")
_LABELLED = re.compile(rf"^(?P<label>[{HAN}\s]{{2,14}}?)\s*[:：]\s*(?P<value>[{HAN}\s]{{2,16}})$")
_TAIL = re.compile(r"[\s)）】\]]*$")


def spaces(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The blanks to take out, by the indexes of their lines; {} for an issue without such."""
    if not _spaced(lines):
        return {}
    names, parted = _witnesses(lines)
    edits: dict[int, list[Edit]] = {}
    for at, line in enumerate(lines):
        if " " not in line.text:
            continue
        kept = {*parted.get(at, ()), *_before_names(line.text, names)}
        found = [
            Edit(hit.start(), hit.end(), "")
            for hit in _MEANINGLESS.finditer(line.text)
            if hit.start() not in kept
        ]
        if found:
            edits[at] = found
    return edits


def _spaced(lines: Sequence[Line]) -> bool:
    """True if most lines of running text have blanks between their characters."""
    seen = torn = 0
    for line in lines:
        text = line.text
        if len(text) < _LONG:
            continue
        blanks = text.count(" ")
        if len(text) - blanks < _LONG or not has_han(text):
            continue
        seen += 1
        torn += blanks >= 2 and len(_BETWEEN_HAN.findall(text)) >= 2
        if seen >= _SAMPLE:
            break
    return torn >= 3 and torn * 2 > seen


def _short(text: str) -> bool:
    return len(squeeze(text)) <= 48 and not ends_sentence(text)


def _witnesses(lines: Sequence[Line]) -> tuple[frozenset[str], dict[int, list[int]]]:
    """The names that the masthead and the contents tell, and the blanks before the latter.

    What follows a title in a row of the contents is its author: the title itself stands
    on a line of its own over the article.
    """
    whole = {key(line.text) for line in lines if _short(line.text) and len(line.text) > 3}
    names: set[str] = set()
    parted: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        text = line.text
        if " " not in text or not _short(text):
            continue
        label = _LABELLED.match(text)
        if label and len(squeeze(label["value"])) <= 4:
            names.add(squeeze(label["value"]))
        row = _ROW.match(text)
        if row is None:
            continue
        for blank in _BETWEEN.finditer(row["row"]):
            title, author = key(text[: blank.start()]), squeeze(row["row"][blank.end() :])
            if len(title) >= 4 and title in whole and 2 <= len(author) <= 16:
                parted.setdefault(at, []).append(blank.start())
                if len(author) <= 4:
                    names.add(author)
    return frozenset(names), parted


_WORK = frozenset(
    [
        "文",
        "图",
        "图文",
        "文图",
        "摄影",
        "责任编辑",
        "责编",
        "编辑",
        "美编",
        "美术编辑",
        "校对",
        "整理",
        "采写",
        "撰文",
        "供图",
        "插图",
        "绘图",
        "翻译",
        "译",
        "执笔",
        "口述",
        "记者",
        "通讯员",
    ]
)


def _after_work(text: str) -> Iterator[int]:
    """The blank after 摄影 and its kin, which a name at the end of the line completes."""
    for blank in _BETWEEN.finditer(text[:16]):
        if squeeze(text[: blank.start()]).lstrip("（([【") in _WORK:
            yield blank.start()


def _before_names(text: str, names: frozenset[str]) -> Iterator[int]:
    """The blank before a known name at the end of a short line."""
    if not names or not _short(text):
        return
    bare = text[: len(text) - len(_TAIL.search(text)[0])]  # type: ignore[index]  # matches ""
    tail = ""
    for at in range(len(bare) - 1, 0, -1):
        if len(tail) > 4:
            return
        if bare[at] == " " and tail in names:
            if is_han(bare[at - 1]):
                yield at
            yield from _after_work(bare[:at])
            return
        tail = bare[at].strip() + tail

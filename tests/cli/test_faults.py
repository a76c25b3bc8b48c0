"""Errors are told in the user's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from converter.cli.faults import in_chinese
from converter.source.read import _SIGNATURES

CONVERTER = Path(__file__).parents[2] / "converter"
SPOKEN_ELSEWHERE = {"review", "corrections", "diagnostics", "typeset"}
"""The desk says what it refuses by itself; what follows “file:line:” in corrections is English."""
NOT_FOR_USERS = {
    "ValueError",
    "TypeError",
    "RuntimeError",
    "LookupError",
    "OSError",
    "AttributeError",
}


def _sentence(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            said = [part.value if isinstance(part, ast.Constant) else "9" for part in parts]
            return "".join(map(str, said))
    return None


def _raised(path: Path) -> Iterator[str]:
    """The sentences of errors that a module raises: ``msg = …`` and ``raise SomeError(msg)``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for body in (getattr(node, field, None) for field in ("body", "orelse", "finalbody")):
            if not isinstance(body, list):
                continue
            for one, following in pairwise(body):
                if not (isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "msg"):
                    continue
                if not isinstance(following, ast.Raise) or following.exc is None:
                    continue
                kind = ast.unparse(following.exc).partition("(")[0]
                sentence = _sentence(one.value)
                if sentence and kind not in NOT_FOR_USERS:
                    yield sentence


def _all_raised() -> list[str]:
    found: list[str] = []
    for path in sorted(CONVERTER.rglob("*.py")):
        if not SPOKEN_ELSEWHERE & set(path.relative_to(CONVERTER).parts):
            found += _raised(path)
    return found


def test_every_sentence_that_a_command_may_end_with_is_known_in_chinese() -> None:
    raised = _all_raised()
    assert len(raised) > 50
    raised.remove("9:9: 9")  # a line of a glossary, of whose sentence this is the frame
    assert [sentence for sentence in raised if in_chinese(sentence) is None] == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a.txt: the file holds no text", "a.txt：文件中没有文字"),
        (
            "a.png: not a text file but a picture; run OCR on it first",
            "a.png：不是文本文件，而是图片；请先作文字识别",
        ),
        ("the file holds no text", "文件中没有文字"),
        (
            "a.txt: not a text file but a PDF file; export its OCR text first",
            "a.txt：不是文本文件，而是 PDF 文件；请先导出其识别文本",
        ),
        (
            "the folder holds no .txt file and no model (.json)",
            "文件夹中没有 .txt 文件，也没有模型（.json）",
        ),
        ("disk full", "磁盘已满"),
        ("in/a.txt: its model beside it is converted instead", "in/a.txt：改为转换旁边的模型"),
        (
            (
                "--vertical: only issues in Traditional Chinese get vertical lines; "
                "--traditional tw, hk or t makes such an edition"
            ),
            "--vertical：只有繁体才竖排；--traditional tw、hk 或 t 可另出繁体版",
        ),
        ("cannot write out/a.pdf: No space left on device", "无法写入 out/a.pdf：磁盘已满"),
        ("cannot write out/a.pdf: Strange thing", "无法写入 out/a.pdf：Strange thing"),
        (
            "a.toml:3: unknown key “tittle”; did you mean “title”?",
            "a.toml:3：没有“tittle”这一项；是否应为“title”？",
        ),
        (
            "--cover: cannot use a.txt: it is no picture that can be read (JPEG and PNG are best)",
            "--cover：无法使用 a.txt：不是可读的图片（最好用 JPEG 或 PNG）",
        ),
        ("in/a.txt: needs more memory than there is", "in/a.txt：内存不足"),
        ("out: No such file or directory", "out：没有这个文件或文件夹"),
        ("cannot read the profile a.toml: Permission denied", "无法读取体例文件 a.toml：没有权限"),
    ],
)
def test_a_sentence_keeps_its_names_and_reasons(english: str, chinese: str) -> None:
    assert in_chinese(english) == chinese


@pytest.mark.parametrize("text", ["", "something else: not known", "a.txt:3: a fault nobody knows"])
def test_what_is_not_known_stays_as_it_is(text: str) -> None:
    assert in_chinese(text) is None


@pytest.mark.parametrize("kind", sorted({kind for _, kind in _SIGNATURES}))
def test_every_kind_of_file_that_is_no_text_is_named_in_chinese(kind: str) -> None:
    assert in_chinese(kind) is not None


def test_what_a_sentence_takes_over_stands_in_both_languages() -> None:
    """But for the kind of thing (key, table), which Chinese leaves out."""
    from converter.cli.faults import _SENTENCES

    for english, chinese in _SENTENCES:
        wanted = set(re.findall(r"\{(\w+)\}", english)) - {"what"}
        assert set(re.findall(r"\{(\w+)\}", chinese)) - {"what"} == wanted, english

"""Any bytes: a result or a plain error, never a traceback, never a lost character.

The error of a bad file is a :class:`FukanError` with a message that is a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.diagnostics import FukanError
from converter.pipeline import Restored, restore
from tests.damage import damaged_issue
from tests.damage.monsters import monsters
from tests.evaluation.kept import cleaned_counts, dropped_counts, model_counts
from tests.support.drawn import drawn

MONSTERS = monsters(5_000)
CASES = sorted((Path(__file__).parent / "cases").glob("*/issue.txt"))
many = drawn(250)
some = drawn(40)
few = drawn(20)


def survive(data: bytes) -> Restored | None:
    """Restore bytes; ``None`` for a plain error. Anything else is a failure of the test."""
    try:
        made = restore(data, name="fuzz.txt")
    except FukanError as error:
        message = str(error)
        assert message.startswith("fuzz.txt")
        assert "\n" not in message
        assert len(message) > 20
        return None
    assert made.source is not None
    need = cleaned_counts(made.source, made.issue.changes)
    lost = need - (model_counts(made.issue) + dropped_counts(made.issue.drops))
    assert not lost, f"lost: {dict(lost.most_common(8))}"
    assert made.account is not None
    assert made.account.balanced, (made.account.missing, made.account.surplus)
    for found in made.diagnostics:
        assert found.message("en")
        assert found.message("zh")
    return made


@given(st.binary(max_size=2000))
@example(b"")
@example(b"\x00")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00\xd8")
@example("\ud7ff\U0010ffff".encode())
@many
def test_any_bytes(data: bytes) -> None:
    survive(data)


@given(st.text(max_size=1500))
@example("\u2028\u2029\x85\x1c\x0b\x0c")
@example("\u202e目录\u202c\n一、\u200d\n")
@example("\U000e0001" * 50)
@example("[0]0000■\n目录\n0 0000")
@example("́" * 200)
@many
def test_any_text(text: str) -> None:
    survive(text.encode("utf-8", "surrogatepass"))


@given(
    st.text(st.sampled_from("目录专稿一二三、，。12 .…|-\n《》“”（）记者：链接——#*"), max_size=600),
    st.sampled_from(
        ("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "big5hkscs", "utf-32", "utf-7")
    ),
)
@many
def test_any_encoding(text: str, encoding: str) -> None:
    survive(text.encode(encoding, "ignore"))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "utf-16-le", "utf-32"])
def test_an_issue_reads_the_same_in_every_encoding(encoding: str) -> None:
    text = damaged_issue(3, "sample").text
    plain = restore(text.encode(), name="a.txt").issue
    made = restore(text.encode(encoding), name="a.txt").issue
    assert made.articles == plain.articles
    assert made.masthead == plain.masthead


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_an_issue_reads_the_same_with_any_line_ends(newline: str) -> None:
    text = damaged_issue(4, "sample").text
    plain = restore(text.encode(), name="a.txt").issue
    made = restore(text.replace("\n", newline).encode(), name="a.txt").issue
    assert made.articles == plain.articles


def cut(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data))]


def flip(data: bytes, rng: Random) -> bytes:
    made = bytearray(data)
    for _ in range(rng.randrange(1, 60)):
        made[rng.randrange(len(made))] = rng.randrange(256)
    return bytes(made)


def splice(data: bytes, rng: Random) -> bytes:
    at, other = rng.randrange(len(data)), rng.randrange(len(data))
    return data[:at] + data[other : other + 4000] + data[at:]


def mix(data: bytes, rng: Random) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def squeeze(data: bytes, rng: Random) -> bytes:
    """All blank lines gone, or all lines joined, or a line break after every character."""
    text = data.decode("utf-8", "ignore")
    match rng.randrange(3):
        case 0:
            text = "\n".join(line for line in text.split("\n") if line.strip())
        case 1:
            text = text.replace("\n", " ")
        case _:
            text = "\n".join(text[:3000])
    return text.encode()


def sprinkle(data: bytes, rng: Random) -> bytes:
    """Characters with a meaning to the parser, anywhere."""
    text = list(data.decode("utf-8", "ignore"))
    marks = [
        "\n",
        "\n\n",
        "“",
        "”",
        "（",
        "）",
        "《",
        "|",
        "#",
        "——",
        "一、",
        "①",
        "{{",
        "</p>",
        "\x00",
        "\ufffd",
        "☁\ufe0f",
    ]
    for _ in range(rng.randrange(1, 80)):
        text.insert(rng.randrange(len(text)), rng.choice(marks))
    return "".join(text).encode()


DRESSES = (
    *("- {}", "**{}**", "## {}", "> {}", "- **{}**", "# **{}**", "* {}", "1. {}", "~~{}~~"),
    *("<b>{}</b>", "{}■", "【{}】", "| {} |", "{}{{}}", "——{}", "（{}）", "　　{}"),
    *("☁\ufe0f {}", "{}☔\ufe0f", "☆{}☆", "[{}](#a)"),
)


def dress(data: bytes, rng: Random) -> bytes:
    """Short lines in marks that elsewhere say what they are, as models of documents add them."""
    lines = data.decode("utf-8", "ignore").split("\n")
    for at, line in enumerate(lines):
        if line.strip() and len(line) < 60 and rng.random() < 0.25:
            lines[at] = rng.choice(DRESSES).replace("{}", line, 1)
    return "\n".join(lines).encode()


@pytest.mark.parametrize("hurt", [cut, flip, splice, mix, squeeze, sprinkle, dress])
@given(seed=st.integers(0, 10**6))
@example(seed=190)  # an author's line between the entries of the contents
@example(seed=379)  # an author's name that is a section's as well
@example(seed=209)  # a box that has lost its name
@some
def test_a_mangled_issue(hurt: Callable[[bytes, Random], bytes], seed: int) -> None:
    data = damaged_issue(seed % 40, ("sample", "other")[seed % 2]).data
    survive(hurt(data, Random(seed)))  # noqa: S311  (no secret)


@given(data=st.data(), seed=st.integers(0, 10**6))
@few
def test_a_case_in_other_dress(data: st.DataObject, seed: int) -> None:
    text = data.draw(st.sampled_from(CASES)).read_bytes()
    survive(dress(text, Random(seed)))  # noqa: S311  (no secret)


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS.keys())
def test_a_monster(text: str) -> None:
    """No limit of recursion is met. How the time grows, ``tests/benchmarks/parse.py`` measures."""
    assert survive(text.encode()) is not None


def test_a_control_character_in_a_title_reaches_no_message() -> None:
    made = survive("目录\n\n标\x07题 …… 3\n\n标\x07题\n\n正文。\n".encode())
    assert made is not None
    assert all("\x07" not in found.message("en") for found in made.diagnostics)

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from converter import kept, patterns
from tests.support.tools import ROOT

HAN = "[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


@pytest.mark.parametrize(
    ("pattern", "flags", "text"),
    [
        (rf"^(?P<a>{HAN}{{2,4}})\s*(?:(?P<b>\d+)|x)?$", 0, "复刊 24"),
        (r"[a-z]+", re.IGNORECASE, "山 Shan\n河 HE"),
        (r"a.b", re.DOTALL, "a\nb"),
        (r"\w", re.ASCII, "字w"),
        (r"(?i)issn|(?<=第)\d", 0, "ISSN 第3期"),
        ("", 0, "字"),
    ],
)
def test_an_expression_finds_what_that_of_re_finds(pattern: str, flags: int, text: str) -> None:
    ours, theirs = patterns.compile(pattern, flags), re.compile(pattern, flags)
    for name in ("match", "search", "fullmatch"):
        found, wanted = getattr(ours, name)(text), getattr(theirs, name)(text)
        assert (found is None) == (wanted is None)
        if wanted is not None:
            assert (found.span(), found.groups(), found.groupdict()) == (
                *(wanted.span(), wanted.groups(), wanted.groupdict()),
            )
    assert ours.findall(text) == theirs.findall(text)
    assert ours.split(text) == theirs.split(text)
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)


def test_the_functions_are_those_of_re() -> None:
    assert patterns.sub("[山水]", lambda hit: hit[0] * 2, "青山绿水") == "青山山绿水水"
    assert patterns.sub("[山水]", "", "青山绿水", 1) == "青绿水"
    assert patterns.split("[、，]", "山、水，云", 1) == ["山", "水，云"]
    assert patterns.findall("[a-z]", "aBc", patterns.IGNORECASE) == ["a", "B", "c"]
    assert [hit.start() for hit in patterns.finditer("山", "山上山")] == [0, 2]
    assert patterns.match("山", "河山") is None
    assert patterns.fullmatch("河山", "河山") is not None
    assert patterns.search("山", "河山") is not None


def test_bytes_are_searched_as_well() -> None:
    assert patterns.compile(rb"/Count (\d+)").findall(b"<< /Count 12 >>") == [b"12"]


def test_a_faulty_expression_is_told_when_it_is_used() -> None:
    faulty = patterns.compile("(山")
    with pytest.raises(re.error, match="unterminated subpattern"):
        faulty.search("山")


# Compiles one expression and prints how often the compiler of re was called for it.
COUNTED = """
import re._compiler as compiler
from converter import patterns
calls, code = [], compiler._code
compiler._code = lambda tree, flags: calls.append(1) or code(tree, flags)
found = patterns.compile("^(?P<year>[12]\\\\d{3})年").match("2024年")
print(found["year"], len(calls))
"""


def counted(cache: Path) -> str:
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", COUNTED],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=env,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_what_one_run_has_compiled_the_next_one_finds(tmp_path: Path) -> None:
    assert counted(tmp_path) == "2024 1"
    assert counted(tmp_path) == "2024 0"


# Prints a digest of all expressions that the modules of the program have.
LISTED = """
import hashlib, importlib, pkgutil
import converter
from converter import patterns
seen, lazy = [], patterns._lazy
patterns._lazy = lambda *given: seen.append(ascii(given)) or lazy(*given)
for module in pkgutil.walk_packages(converter.__path__, "converter."):
    if module.name.startswith(tuple(f"converter.{name}" for name in
            ("names", "clean", "segment", "parse", "proof", "epub", "render", "variant"))):
        importlib.import_module(module.name)
print(len(seen), hashlib.sha256("".join(sorted(seen)).encode()).hexdigest())
"""


def test_expressions_are_the_same_in_every_run() -> None:
    said = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", LISTED]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=ROOT, env=env
        )
        said.add(done.stdout)
        assert int(done.stdout.split()[0]) > 200
    assert len(said) == 1, "what is kept must be found again"


def test_a_long_list_of_words_is_kept_in_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = "|".join(f"词{number}" for number in range(1000))
    first = patterns._Programs(patterns._compiler())
    assert first.pattern(words, 0).findall("词7词1000") == ["词7", "词1"]
    assert first.pattern("词", 0).search("词")
    first._write()
    assert len(list((tmp_path / "fukan" / "patterns").iterdir())) == 2
    monkeypatch.setattr(patterns, "_compiled", lambda *_: (_ for _ in ()).throw(TypeError))
    again = patterns._Programs(patterns._compiler())
    monkeypatch.setattr(re, "compile", lambda *_: None)
    assert again.pattern(words, 0).findall("词7") == ["词7"]


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"i\x01\x00\x00\x00", b"{"])
def test_a_spoilt_file_is_made_anew(tmp_path: Path, rubbish: bytes) -> None:
    counted(tmp_path)
    (file,) = (tmp_path / "fukan" / "patterns").iterdir()
    file.write_bytes(rubbish)
    assert counted(tmp_path) == "2024 1"
    assert counted(tmp_path) == "2024 0"


def test_a_program_that_is_none_is_compiled_anew(tmp_path: Path) -> None:
    import marshal

    counted(tmp_path)
    (file,) = (tmp_path / "fukan" / "patterns").iterdir()
    programs = marshal.loads(file.read_bytes())  # noqa: S302  (our own)
    for key, (flags, code, groups, names, numbers) in programs.items():
        programs[key] = (flags, code[:-8], groups, names, numbers)
    file.write_bytes(marshal.dumps(programs))
    assert counted(tmp_path) == "2024 1"


def test_a_cache_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert counted(blocked) == "2024 1"
    assert counted(blocked) == "2024 1"


def test_a_python_with_other_compilers_uses_re(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = patterns._Programs(None)
    assert programs.pattern("山+", 0) == re.compile("山+")
    changed = patterns._Programs(patterns._compiler())
    monkeypatch.setattr(
        patterns, "_compiled", lambda *_: (_ for _ in ()).throw(AttributeError("gone"))
    )
    assert changed.pattern("河{9}", 0) == re.compile("河{9}")


def test_only_what_this_user_has_kept_is_recalled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept.keep(b"data", "a", "b")
    assert kept.recall("a", "b") == b"data"
    assert kept.recall("a", "c") is None
    assert [path.name for path in (tmp_path / "fukan" / "a").iterdir()] == ["b"]
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert kept.recall("a", "b") is None

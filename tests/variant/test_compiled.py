"""The packed dictionary: the same as the group that it replaces, made once, never needed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from converter.pipeline import restore
from converter.variant import compiled, engine, tables, ways
from converter.variant.compiled import one_of
from converter.variant.editions import PATHS
from tests.evaluation.conversion import sentences


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "fukan" / "opencc"


def loaded(key: str, *, vocabulary: bool = False) -> engine.Engine:
    return engine.Engine(PATHS[key], vocabulary=vocabulary, house=True)


def clib() -> tuple[Path, str]:
    import opencc

    return Path(opencc.__file__).parent / "clib", opencc.__version__


@pytest.mark.parametrize(
    ("key", "words"), [("s2tw", "vocabulary"), ("s2hk", ""), ("s2hk", "vocabulary")]
)
def test_it_converts_as_the_group_does(
    key: str, words: str, monkeypatch: pytest.MonkeyPatch, sample: Path
) -> None:
    vocabulary = bool(words)
    lines = [sentence.source for sentence in sentences()]
    lines += sample.read_text(encoding="utf-8").splitlines()
    dropped = tables.words_of(PATHS[key].dropped)
    lines = [line for line in lines if not any(word in line for word in dropped)]
    packed = loaded(key, vocabulary=vocabulary)
    monkeypatch.setattr(engine, "is_ours", lambda _: False)
    monkeypatch.setattr(ways, "one_of", lambda *_: None)
    group = loaded(key, vocabulary=vocabulary)

    assert [packed.convert(line) for line in lines] == [group.convert(line) for line in lines]


def test_it_is_made_without_the_phrases_that_are_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = loaded("s2tw")
    assert packed.plain("屋里正在开会，位于军营") == "屋裡正在開會，位於軍營"
    monkeypatch.setattr(engine, "is_ours", lambda _: False)
    monkeypatch.setattr(ways, "one_of", lambda *_: None)
    group = loaded("s2tw")  # there they can but be left undecided
    assert group.plain("屋里正在开会") == "屋裡正在開會"
    assert group.convert("周旋于军统").text == "周旋於軍統"
    assert [guess.character.source for guess in group.convert("周旋于军统").guesses] == ["于"]


@pytest.mark.parametrize("key", ["t2s", "tw2s"])
def test_so_does_the_way_back(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [places for s in sentences() for places in map("".join, s.truths.values())]
    packed = loaded(key)
    monkeypatch.setattr(engine, "is_ours", lambda _: False)
    monkeypatch.setattr(ways, "one_of", lambda *_: None)
    group = loaded(key)

    assert [packed.plain(line) for line in lines] == [group.plain(line) for line in lines]


def test_it_is_made_once_and_whole(home: Path) -> None:
    loaded("s2tw")
    (made,) = home.iterdir()
    first = made.stat()
    loaded("s2tw")

    assert [path.name for path in home.iterdir()] == [made.name]
    assert made.stat().st_mtime_ns == first.st_mtime_ns
    assert made.suffix == ".ocd"


def test_the_way_is_kept_with_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the second run on nothing is written, nor looked for in a folder of its own."""
    first = loaded("s2tw", vocabulary=True)
    kept = sorted((home.parent / "opencc-ways").iterdir())
    monkeypatch.setattr(ways.Way, "made", None)
    second = loaded("s2tw", vocabulary=True)

    assert [path.suffix for path in kept] == [".zip"]
    assert first.convert("头发信息，里面").text == second.convert("头发信息，里面").text


def test_a_way_needs_nothing_beside_its_file(home: Path) -> None:
    made = loaded("s2tw").plain("剪头发")
    for path in home.iterdir():
        path.unlink()

    assert loaded("s2tw").plain("剪头发") == made == "剪頭髮"
    assert not list(home.iterdir())


def test_texts_may_be_converted_ahead() -> None:
    texts = ["头发", "", "干净", "头发", "两\n行", "后来"]
    engine = loaded("s2tw")

    ahead = engine.ahead(texts)

    assert set(ahead) == {"头发", "", "干净", "后来"}
    assert all(engine.convert(text, made) == engine.convert(text) for text, made in ahead.items())
    assert engine.ahead([]) == {}
    assert engine.ahead(["头发", "\ud800"]) == {}


def test_a_way_is_made_anew_when_one_of_its_files_changes(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(tables.DATA, data)
    for module in (engine, tables, ways):
        monkeypatch.setattr(module, "DATA", data)
    assert loaded("s2tw").plain("干净") == "乾淨"
    with (data / "phrases-tw.txt").open("a", encoding="utf-8") as file:
        file.write("干净\t幹淨\n")

    assert loaded("s2tw").plain("干净") == "幹淨"
    assert len(list((home.parent / "opencc-ways").iterdir())) == 2


def test_a_way_that_is_gone_is_made_again_to_the_byte(home: Path) -> None:
    loaded("s2tw")
    (way,) = (home.parent / "opencc-ways").iterdir()
    first = way.read_bytes()
    way.unlink()
    loaded("s2tw")

    assert way.read_bytes() == first


def test_an_empty_way_is_not_loaded(home: Path) -> None:
    loaded("s2tw")
    (way,) = (home.parent / "opencc-ways").iterdir()
    way.write_bytes(b"")

    assert loaded("s2tw").plain("剪头发") == "剪頭髮"
    assert way.stat().st_size > 0


def test_another_word_makes_another_file(home: Path, tmp_path: Path) -> None:
    words = tmp_path / "a.txt"
    words.write_text("头发\t頭髮\n", encoding="utf-8")
    one = one_of([words], *clib())
    words.write_text("# more\n头发\t頭毛\n里程\t里程\n", encoding="utf-8")
    other = one_of([words], *clib())

    assert one is not None
    assert other is not None
    assert one != other
    assert one.parent == home


def test_without_the_tool_the_group_does_the_work(home: Path, tmp_path: Path) -> None:
    words = tmp_path / "a.txt"
    words.write_text("头发\t頭髮\n", encoding="utf-8")

    assert one_of([words], tmp_path / "no-such-folder", "1") is None
    assert not list(home.glob("*.ocd*"))


def test_a_tool_without_the_fast_form_makes_the_other(home: Path, tmp_path: Path) -> None:
    folder, version = clib()
    tool = tmp_path / "bin" / "opencc_dict"
    tool.parent.mkdir()
    tool.write_text(
        f'#!/bin/sh\ncase "$*" in *"-t ocd") exit 1;; esac\nexec {folder}/bin/opencc_dict "$@"\n',
        encoding="utf-8",
    )
    tool.chmod(0o755)
    words = tmp_path / "a.txt"
    words.write_text("头发\t頭髮\n", encoding="utf-8")

    made = one_of([words], tmp_path, version)

    assert made is not None
    assert made.suffix == ".ocd2"
    assert list(home.iterdir()) == [made]


def test_a_tool_that_fails_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    tool = tmp_path / "bin" / "opencc_dict"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    tool.chmod(0o755)
    words = tmp_path / "a.txt"
    words.write_text("头发\t頭髮\n", encoding="utf-8")

    assert one_of([words], tmp_path, "1") is None
    assert list(home.iterdir()) == []


def test_a_user_without_a_place_for_it_gets_the_edition_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert loaded("s2tw").plain("干净") == "乾淨"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert loaded("s2tw").plain("皇后") == "皇后"


def test_a_file_of_somebody_else_is_not_read(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "a.txt"
    words.write_text("头发\t頭髮\n", encoding="utf-8")
    made = one_of([words], *clib())
    assert made is not None
    assert made.is_relative_to(home)
    monkeypatch.setattr(os, "geteuid", lambda: made.stat().st_uid + 1)

    assert one_of([words], *clib()) is None


def test_a_damaged_file_is_passed_over(home: Path) -> None:
    loaded("s2tw")
    (way,) = (home.parent / "opencc-ways").iterdir()
    for file in (*home.glob("*.ocd"), way):
        file.write_bytes(file.read_bytes()[:1000])

    assert loaded("s2tw").plain("剪头发") == "剪頭髮"


def test_old_files_are_swept_away(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_KEPT", 2)
    words = tmp_path / "a.txt"
    for form in "髮發罰":
        words.write_text(f"头发\t頭{form}\n", encoding="utf-8")
        assert one_of([words], *clib()) is not None

    assert len(list(home.glob("*.ocd"))) == 2


def test_parsing_packs_nothing(home: Path, sample: Path) -> None:
    restore(sample)

    assert not home.exists()

"""The keys know everything that an output depends on, and nothing else."""

from __future__ import annotations

import ast
import importlib.metadata
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.batch import Recipe, fingerprint
from converter.batch.fingerprint import Part, keys, own, surroundings
from converter.batch.produce import companions
from converter.epub import EpubOptions
from converter.files import digest
from converter.pdf import PdfOptions
from converter.profile import Profile
from converter.resources import Resources
from tests.support.tools import ROOT

Key = tuple[Part, str]
MODEL: Key = ("model", "")
EPUB: Key = ("epub", "")
PDF: Key = ("pdf", "")
EPUB_TW: Key = ("epub", "zh-Hant-TW")
PDF_TW: Key = ("pdf", "zh-Hant-TW")
ALL = {MODEL, EPUB, PDF, EPUB_TW, PDF_TW}


@pytest.fixture(autouse=True)
def own_folders(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    # A test may put another in the place of some.
    fonts = (fingerprint._fonts, fingerprint._typefaces)
    own = (fingerprint._own_files, fingerprint._own_times)
    kept = (surroundings, *fonts, *own, fingerprint._installed)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    for cached in kept:
        cached.cache_clear()
    yield
    for cached in kept:
        cached.cache_clear()


def recipe() -> Recipe:
    return Recipe(editions=("", "zh-Hant-TW"))


def changed(before: Recipe, after: Recipe) -> set[Key]:
    """The keys that differ, those of files that only one of the two makes left out."""
    old, new = keys(before), keys(after)
    return {key for key in old.keys() & new.keys() if old[key] != new[key]}


def test_the_same_recipe_has_the_same_keys() -> None:
    assert keys(recipe()).keys() == ALL
    assert changed(recipe(), recipe()) == set()


@pytest.mark.parametrize(
    ("name", "rebuilt"),
    [
        ("pdf.css", {PDF, PDF_TW}),
        ("pdf-front.css", {PDF, PDF_TW}),
        ("themes/classic.css", {PDF, PDF_TW}),
        ("epub.css", {EPUB, EPUB_TW}),
        ("tokens.css", ALL - {MODEL}),
        ("library.css", set()),
        ("batch.css", set()),
    ],
)
def test_a_style_rebuilds_what_reads_it(name: str, rebuilt: set[Key], tmp_path: Path) -> None:
    before = replace(recipe(), resources=Resources(styles=tmp_path))
    old = keys(before)
    sheet = tmp_path / name
    sheet.parent.mkdir(exist_ok=True)
    sheet.write_text("p { color: red }", encoding="utf-8")
    assert {key for key in old if old[key] != keys(before)[key]} == rebuilt


@pytest.mark.parametrize(
    ("name", "rebuilt"),
    [
        ("pdf/article.html", {PDF, PDF_TW}),
        ("epub/article.xhtml", {EPUB, EPUB_TW}),
        ("library/issue.html", set()),
    ],
)
def test_a_template_rebuilds_what_reads_it(name: str, rebuilt: set[Key], tmp_path: Path) -> None:
    before = replace(recipe(), resources=Resources(templates=tmp_path))
    old = keys(before)
    template = tmp_path / name
    template.parent.mkdir()
    template.write_text("x", encoding="utf-8")
    assert {key for key in old if old[key] != keys(before)[key]} == rebuilt


def test_options_count_for_their_own_kind_only() -> None:
    epub = EpubOptions(profile=Profile(), resources=Resources(), embed_fonts=True)
    assert changed(recipe(), replace(recipe(), epub=epub)) == {EPUB, EPUB_TW}
    assert changed(recipe(), replace(recipe(), pdf=PdfOptions(page="a4"))) == {PDF, PDF_TW}
    assert changed(recipe(), replace(recipe(), vocabulary=True)) == {EPUB_TW, PDF_TW}
    assert changed(recipe(), replace(recipe(), kinds=("pdf",))) == set()


def test_what_the_user_asked_for_by_name_counts_against_the_house() -> None:
    assert changed(recipe(), replace(recipe(), asked=frozenset({"page"}))) == {PDF, PDF_TW}
    assert changed(recipe(), replace(recipe(), asked=frozenset({"vertical"}))) == {EPUB, EPUB_TW}


def test_the_content_of_named_files_counts_and_not_their_names(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(b"a\tb")
    shutil.copy(one, two)
    with_one = replace(recipe(), glossaries=(one,))
    assert changed(with_one, replace(recipe(), glossaries=(two,))) == set()
    assert changed(recipe(), with_one) == {EPUB_TW, PDF_TW}
    old = keys(with_one)
    one.write_bytes(b"a\tc")
    assert {key for key in old if old[key] != keys(with_one)[key]} == {EPUB_TW, PDF_TW}


def test_the_picture_of_the_cover_counts_for_the_epub(tmp_path: Path) -> None:
    picture = tmp_path / "cover.jpg"
    picture.write_bytes(b"1")
    epub = EpubOptions(profile=Profile(), resources=Resources(), cover=picture)
    before = replace(recipe(), epub=epub)
    old = keys(before)
    picture.write_bytes(b"2")
    assert {key for key in old if old[key] != keys(before)[key]} == {EPUB, EPUB_TW}


def test_a_profile_and_its_glossary_count_for_everything(tmp_path: Path) -> None:
    profile, glossary = tmp_path / "p.toml", tmp_path / "words.toml"
    glossary.write_text("", encoding="utf-8")
    profile.write_text('[house]\nglossaries = ["words.toml"]\n', encoding="utf-8")
    given_ = replace(recipe(), profile=profile)
    old = keys(given_)
    profile.write_text('name = "x"\n[house]\nglossaries = ["words.toml"]\n', encoding="utf-8")
    new = keys(given_)
    assert {key for key in old if old[key] != new[key]} == ALL
    glossary.write_text("# changed", encoding="utf-8")
    assert {key for key in old if keys(given_)[key] != new[key]} == ALL


def test_other_fonts_rebuild_the_files_but_not_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    old = keys(recipe())
    surroundings.cache_clear()
    monkeypatch.setattr(fingerprint, "_fonts", lambda: "other fonts")
    new = keys(recipe())
    assert {key for key in old if old[key] != new[key]} == {PDF, PDF_TW}
    surroundings.cache_clear()
    monkeypatch.setattr(fingerprint, "_typefaces", lambda: "other typefaces")
    new = keys(recipe())
    assert {key for key in old if old[key] != new[key]} == ALL - {MODEL}


@pytest.mark.parametrize(
    ("library", "rebuilt"),
    [
        ("weasyprint", {PDF, PDF_TW}),
        ("ebooklib", {EPUB, EPUB_TW}),
        ("jinja2", ALL - {MODEL}),
        ("pydantic", ALL),
    ],
)
def test_another_version_of_a_library_rebuilds_what_it_makes(
    library: str, rebuilt: set[Key], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = keys(recipe())
    surroundings.cache_clear()
    other = {**fingerprint._installed(), library: "0.0.1"}
    monkeypatch.setattr(fingerprint, "_installed", lambda: other)
    new = keys(recipe())
    assert {key for key in old if old[key] != new[key]} == rebuilt


@pytest.mark.parametrize(
    ("module", "rebuilt"),
    [
        ("pdf/new.py", {PDF, PDF_TW}),
        ("epub/new.py", {EPUB, EPUB_TW}),
        ("parse/new.py", ALL),
        ("variant/data/new.txt", ALL - {MODEL}),
        ("cli/new.py", set()),
        ("library/new.py", set()),
        ("pdf/__pycache__/new.pyc", set()),
    ],
)
def test_the_program_itself_counts(
    module: str, rebuilt: set[Key], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parse").mkdir()
    (tmp_path / "parse" / "one.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    old = keys(recipe())
    surroundings.cache_clear()
    fingerprint._own_files.cache_clear()
    fingerprint._own_times.cache_clear()
    path = tmp_path / module
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("2", encoding="utf-8")
    new = keys(recipe())
    assert {key for key in old if old[key] != new[key]} == rebuilt


def test_the_program_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    told = fingerprint._program("epub")
    monkeypatch.setattr(fingerprint, "digest_of_tree", lambda _: "read again")
    for cached in (fingerprint._own_files, fingerprint._own_times):
        cached.cache_clear()
    assert fingerprint._program("epub") == told
    fingerprint._own_times.cache_clear()
    (tmp_path / "one.py").write_text("2", encoding="utf-8")
    assert fingerprint._program("epub") != told


def test_the_versions_of_libraries_are_those_that_their_own_files_tell() -> None:
    for name in {name for names in fingerprint._LIBRARIES.values() for name in names}:
        try:
            version: str | None = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            version = None
        assert fingerprint._installed().get(name) == version


def test_every_library_that_the_program_imports_is_in_a_key() -> None:
    known = {name for names in fingerprint._LIBRARIES.values() for name in names}
    of_import = importlib.metadata.packages_distributions()
    # Command line and batch put nothing into an output.
    folders = [
        path
        for path in (ROOT / "converter").rglob("*.py")
        if path.relative_to(ROOT / "converter").parts[0] not in fingerprint._FOR_NONE
    ]
    assert len(folders) > 50
    missing = {}
    for path in folders:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in {name.partition(".")[0] for name in names}:
                if name in sys.stdlib_module_names or name in {"converter", "__future__"}:
                    continue
                distributions = {one.lower().replace("_", "-") for one in of_import.get(name, [])}
                if not distributions & known:
                    missing[path.name] = name
    assert missing == {}


def test_an_issue_is_known_by_its_bytes_its_name_and_its_corrections(tmp_path: Path) -> None:
    issue, corrections = tmp_path / "01.txt", tmp_path / "01.corrections.toml"
    issue.write_bytes(b"x")

    def key() -> str:
        return own(issue, issue.read_bytes(), companions(issue))

    first = key()
    assert key() == first
    assert own(tmp_path / "02.txt", b"x", ()) != first
    assert own(issue, b"y", ()) != first
    corrections.write_text("", encoding="utf-8")
    assert key() != first
    assert companions(tmp_path / "02.txt") == ()
    (tmp_path / "fukan.toml").write_text("", encoding="utf-8")
    assert companions(tmp_path / "02.txt") == (tmp_path / "fukan.toml",)


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_digests_do_not_run_parts_together(one: list[str], two: list[str]) -> None:
    assert (digest(*one) == digest(*two)) == (one == two)


def test_machines_can_be_compared_by_what_differs() -> None:
    here = surroundings("pdf")
    assert here.differences(here) == []
    assert here.differences(here._replace(fonts="x", program="y")) == ["program", "fonts"]

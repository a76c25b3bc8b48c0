"""What is made again after a change, and what is left alone."""

from __future__ import annotations

import errno
import gc
import gzip
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from converter.batch import Job, Recipe, Row, Status, convert, fingerprint, keys
from converter.batch import work as work_module
from converter.batch.fingerprint import surroundings
from converter.batch.produce import page_count
from converter.batch.work import failed, forget_peak, peak_memory
from converter.diagnostics import InputError, OutputError
from converter.epub import EpubOptions
from converter.pdf import PdfOptions
from converter.pdf.write import forget
from converter.profile import Profile
from converter.resources import Resources
from converter.store import IssueState
from tests.batch.magazine import write_issue
from tests.support.command import files
from tests.support.tools import run

EPUB, PDF = "01.epub", "01.pdf"


class Desk:
    """An issue, folders for what may change, and a recipe."""

    def __init__(self, folder: Path) -> None:
        self.issue = write_issue(folder / "in")
        self.output = folder / "out"
        self.templates, self.styles = folder / "templates", folder / "styles"
        for made in (self.templates / "pdf", self.templates / "epub", self.styles):
            made.mkdir(parents=True)
        self.recipe = Recipe(resources=Resources(self.templates, self.styles))

    def convert(self, **more: bool) -> Row:
        recipe = self.recipe
        job = Job(self.issue, "01", self.output, recipe, keys(recipe), **more)
        return convert(job)

    def beside(self, name: str, text: str) -> None:
        (self.issue.parent / name).write_text(text, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Desk(tmp_path)
    first = made.convert()
    assert (first.status, first.reason, first.made) == (Status.DONE, "", (EPUB, PDF))
    return made


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as handle:
        handle.write(text)


def pdf_style(desk: Desk) -> None:
    (desk.styles / "pdf.css").write_bytes(desk.recipe.resources.style_text("pdf.css").encode())
    append(desk.styles / "pdf.css", "\np { color: #333 }\n")


def epub_style(desk: Desk) -> None:
    text = desk.recipe.resources.style_text("epub.css")
    (desk.styles / "epub.css").write_text(f"{text}\np {{ color: #333 }}\n", encoding="utf-8")


def pdf_template(desk: Desk) -> None:
    (own,) = (folder for folder in desk.recipe.resources.template_paths[1:])
    name = min(path.name for path in (own / "pdf").glob("*.html"))
    text = (own / "pdf" / name).read_text("utf-8")
    (desk.templates / "pdf" / name).write_text(f"{text}{{# mine #}}", encoding="utf-8")


def corrections(desk: Desk) -> None:
    desk.beside("01.corrections.toml", '[[drop]]\nline = 8\ntext = "CN 99-1234/G0"\n')


def profile(desk: Desk) -> None:
    desk.beside("fukan.toml", 'name = "river"\n')


def text(desk: Desk) -> None:
    append(desk.issue, "\n桥上又亮起一盏灯，那是新来的人点的。\n")


def pdf_option(desk: Desk) -> None:
    desk.recipe = replace(desk.recipe, pdf=PdfOptions(columns=2), asked=frozenset({"columns"}))


def epub_option(desk: Desk) -> None:
    resources = desk.recipe.resources
    epub = EpubOptions(profile=Profile(), resources=resources, embed_fonts=True)
    desk.recipe = replace(desk.recipe, epub=epub)


def edition(desk: Desk) -> None:
    desk.recipe = replace(desk.recipe, editions=("", "zh-Hant-TW"))


def lost_file(desk: Desk) -> None:
    (desk.output / PDF).unlink()


def damaged_file(desk: Desk) -> None:
    path = desk.output / EPUB
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def touched(desk: Desk) -> None:
    for path in (desk.issue, desk.output / EPUB):
        os.utime(path, (1, 1))


def damaged_manifest(desk: Desk) -> None:
    (IssueState.of(desk.output, "01").folder / "manifest.json").write_bytes(b"{")


def lost_model(desk: Desk) -> None:
    IssueState.of(desk.output, "01").model.unlink()


def one_format(desk: Desk) -> None:
    desk.recipe = replace(desk.recipe, kinds=("epub",))


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        (pdf_style, {PDF}),
        (epub_style, {EPUB}),
        (pdf_template, {PDF}),
        (corrections, {EPUB, PDF}),
        (profile, {EPUB, PDF}),
        (text, {EPUB, PDF}),
        (pdf_option, {PDF}),
        (epub_option, {EPUB}),
        (edition, {"01.zh-Hant-TW.epub", "01.zh-Hant-TW.pdf"}),
        (lost_file, {PDF}),
        (damaged_file, {EPUB}),
        (touched, set()),
        (damaged_manifest, {EPUB, PDF}),
        (lost_model, {EPUB, PDF}),
        (one_format, set()),
    ],
)
def test_only_what_changed_is_made_again(
    change: Callable[[Desk], None], rebuilt: set[str], desk: Desk
) -> None:
    before = {name: (desk.output / name).stat().st_ino for name in (EPUB, PDF)}
    change(desk)
    row = desk.convert()
    assert row.reason == ""
    assert set(row.made) == rebuilt
    assert row.status is (Status.DONE if rebuilt else Status.UNCHANGED)
    after = {name: (desk.output / name).stat().st_ino for name in (EPUB, PDF)}
    assert {name for name in before if before[name] == after[name]} >= before.keys() - rebuilt
    assert (row.pages, row.articles, row.boxes) == (5 if change is not one_format else 0, 2, 1)
    again = desk.convert()
    assert (again.status, again.diagnostics) == (Status.UNCHANGED, row.diagnostics)


def test_other_fonts_or_libraries_make_the_files_again_and_nothing_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = files(desk.output)
    monkeypatch.setattr(fingerprint, "_fonts", lambda: "others")
    monkeypatch.setattr(fingerprint, "_typefaces", lambda: "others")
    surroundings.cache_clear()
    try:
        assert desk.convert().made == (EPUB, PDF)
    finally:
        surroundings.cache_clear()
    assert files(desk.output) == old


def test_force_makes_everything_again_in_the_same_bytes(desk: Desk) -> None:
    old = files(desk.output)
    assert desk.convert(force=True).made == (EPUB, PDF)
    assert files(desk.output) == old


def test_what_fails_leaves_the_old_files_and_the_reason(desk: Desk) -> None:
    old = files(desk.output)
    desk.issue.write_bytes(b"")
    row = desk.convert()
    assert row.status is Status.FAILED
    assert row.exit_code == 65
    assert row.reason.endswith("the file holds no text")
    assert files(desk.output) == old


def test_a_fault_of_the_program_is_a_row_and_its_traceback_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        msg = "1 / 0\nmore"
        raise ZeroDivisionError(msg)

    monkeypatch.setattr(work_module, "produce", broken)
    kept = IssueState.of(desk.output, "01").failure
    row = desk.convert(force=True)
    assert row.exit_code == 70
    assert row.reason == (
        f"a fault of the program (ZeroDivisionError: 1 / 0); please report it with {kept}"
    )
    assert "ZeroDivisionError: 1 / 0" in kept.read_text("utf-8")
    monkeypatch.undo()
    assert desk.convert(force=True).status is Status.DONE
    assert not kept.exists()


def test_at_no_moment_is_another_model_on_record_than_the_one_that_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run dies between the new model and the first file; then the old text comes back."""
    original = desk.issue.read_bytes()
    text(desk)
    real = IssueState.save_model

    def die(self: IssueState, text: str) -> None:
        real(self, text)
        raise KeyboardInterrupt

    monkeypatch.setattr(IssueState, "save_model", die)
    with pytest.raises(KeyboardInterrupt):
        desk.convert()
    monkeypatch.undo()
    desk.issue.write_bytes(original)
    desk.convert()
    kept = gzip.decompress(IssueState.of(desk.output, "01").model.read_bytes()).decode()
    assert "新来的人" not in kept
    assert json.loads(kept)["masthead"]["title"] == "河湾手记"


@pytest.mark.parametrize(
    ("error", "code", "said", "fatal"),
    [
        (RecursionError(), 65, "the input is nested too deeply", ""),
        (MemoryError(), 71, "needs more memory than there is", ""),
        (InputError("no good"), 65, "no good", ""),
        (OutputError("cannot write it"), 73, "cannot write it", ""),
    ],
)
def test_errors_become_rows(
    error: Exception, code: int, said: str, fatal: str, tmp_path: Path
) -> None:
    job = Job(tmp_path / "01.txt", "01", tmp_path, Recipe(), {})
    row = failed(job, error)
    assert (row.exit_code, row.reason, row.fatal) == (code, said, fatal)


def test_a_full_disk_is_known_by_its_cause(tmp_path: Path) -> None:
    job = Job(tmp_path / "01.txt", "01", tmp_path, Recipe(), {})
    for number in (errno.ENOSPC, errno.EDQUOT):
        cause = OSError(number, "full")
        error = OutputError("cannot write it")
        error.__cause__ = cause
        assert failed(job, error).fatal == "disk full"


def test_the_pages_of_a_pdf_are_counted_as_poppler_counts_them(desk: Desk) -> None:
    path = desk.output / PDF
    line = next(one for one in run("pdfinfo", path).splitlines() if one.startswith("Pages:"))
    assert page_count(path) == int(line.split()[1])


def test_the_boxes_of_a_pdf_do_not_outlive_the_next(desk: Desk) -> None:
    gc.collect()
    before = _documents()
    desk.recipe = replace(desk.recipe, editions=("", "zh-Hant-TW"))
    desk.convert(force=True)
    desk.convert(force=True)
    assert len(_documents() - before) <= 1  # the last one, which a program that ends need not undo
    forget()
    assert _documents() - before == set()


def _documents() -> set[int]:
    return {id(one) for one in gc.get_objects() if type(one).__name__ == "Document"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forgets a peak")
def test_the_memory_of_an_issue_is_its_own() -> None:
    forget_peak()
    before = peak_memory()
    held = bytearray(b"x") * (64 << 20)  # written to, and so held
    assert peak_memory() >= before + len(held) // 2
    del held
    forget_peak()
    assert peak_memory() < before + (32 << 20)

"""Watching: what is saved is noticed, what depends on it is made anew, faults are said."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from converter.batch import Recipe
from converter.batch.preview import Preview
from converter.batch.watch import Watch, files_of
from converter.cli import main
from converter.diagnostics import UsageFaultError
from converter.model import Issue
from converter.resources import Resources
from tests.corrections.samples import ISSUE, line
from tests.support import pdf
from tests.support.tools import ROOT


def text_of(document: Path) -> str:
    """The text of a PDF without its line breaks."""
    return "".join(pdf.text(document).split())


def test_a_change_a_new_file_and_a_lost_one_are_noticed_once(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a", encoding="utf-8")
    watch = Watch(lambda: (one, two), pause=0.01)
    assert watch.wait(looks=3) == ()
    one.write_text("ab", encoding="utf-8")
    assert watch.wait(looks=3) == (one,)
    assert watch.wait(looks=3) == ()
    two.write_text("b", encoding="utf-8")
    one.unlink()
    assert watch.wait(looks=3) == (one, two)


def test_a_file_that_was_replaced_by_another_of_the_same_length_is_noticed(tmp_path: Path) -> None:
    """Editors save beside the file and rename."""
    path, other = tmp_path / "style.css", tmp_path / ".style.css.swp"
    path.write_text("a", encoding="utf-8")
    watch = Watch(lambda: (path,), pause=0.01)
    before = path.stat()
    other.write_text("b", encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert watch.wait(looks=3) == (path,)


def test_all_that_a_conversion_depends_on_is_watched(tmp_path: Path) -> None:
    issue, styles = tmp_path / "issue.txt", tmp_path / "styles"
    styles.mkdir()
    (styles / "tokens.css").write_text(":root {}", encoding="utf-8")
    issue.write_text(ISSUE, encoding="utf-8")
    (tmp_path / "issue.glossary.toml").write_text("", encoding="utf-8")
    recipe = Recipe(resources=Resources(styles=styles))
    found = set(files_of([str(issue)], tmp_path / "out", recipe))
    assert {
        issue, tmp_path / "issue.corrections.toml", tmp_path / "issue.glossary.toml",
        styles / "tokens.css", ROOT / "styles" / "pdf.css", ROOT / "templates" / "pdf" / "article.html",
    } <= found  # fmt: skip


def test_the_preview_holds_one_article_and_nothing_else(tmp_path: Path) -> None:
    issue = tmp_path / "issue.txt"
    issue.write_text(ISSUE, encoding="utf-8")
    assert main(["convert", str(issue), "-o", str(tmp_path / "out"), "--article", "2"]) == 0
    (made,) = (tmp_path / "out").glob("*.pdf")
    assert made.name == "issue.article-2.pdf"
    text = text_of(made)
    assert "面馆的账本" in text
    assert "清溪渡口" not in text
    assert "主编" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--article", "3"], "issue.txt has 2 articles, not 3"),
        (["--article", "0"], "issue.txt has 2 articles, not 0"),
        (["--article", "1", "-f", "epub"], "leave --format epub out"),
    ],
)
def test_a_preview_that_cannot_be_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    issue = tmp_path / "issue.txt"
    issue.write_text(ISSUE, encoding="utf-8")
    assert main(["convert", str(issue), "-o", str(tmp_path / "out"), *arguments]) == 64
    assert message in capsys.readouterr().err


def test_the_issue_of_a_preview_is_restored_anew_only_when_its_files_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = tmp_path / "issue.txt"
    issue.write_text(ISSUE, encoding="utf-8")
    written: list[str] = []

    def to_pdf(one: Issue, *_: object) -> tuple[()]:
        written.append(one.articles[0].id)
        return ()

    monkeypatch.setattr("converter.batch.preview.to_pdf", to_pdf)
    preview = Preview(issue, "issue", 2, tmp_path, Recipe())
    preview.make()
    kept = preview._kept
    preview.make()
    assert preview._kept is kept
    assert written == ["a02", "a02"]
    (tmp_path / "issue.corrections.toml").write_text(
        f"[[title]]\nline = {line('水的脾气')}\ntext = '水的脾气'\nstarts = true\n",
        encoding="utf-8",
    )
    preview.make()
    assert preview._kept is not kept
    with pytest.raises(UsageFaultError):
        Preview(issue, "issue", 9, tmp_path, Recipe()).make()


@contextmanager
def watching(*arguments: str | Path) -> Iterator[Callable[[str], dict[str, Any]]]:
    """``fukan convert --watch --json``; gives a function that waits for an event."""
    command = [
        sys.executable,
        "-m",
        "converter",
        "convert",
        *map(str, arguments),
        "--watch",
        "--json",
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = process.stdout

    def wait(event: str) -> dict[str, Any]:
        while True:
            row = lines.readline()
            assert row, f"the watch ended before {event}"
            found: dict[str, Any] = json.loads(row)
            if found["event"] == event:
                return found

    try:
        wait("watching")
        yield wait
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.communicate()


def test_a_saved_style_issue_correction_or_template_is_shown_at_once(tmp_path: Path) -> None:
    issue, out = tmp_path / "issue.txt", tmp_path / "out"
    issue.write_text(ISSUE, encoding="utf-8")
    styles, templates = tmp_path / "styles", tmp_path / "templates"
    shutil.copytree(ROOT / "styles", styles)
    (templates / "pdf").mkdir(parents=True)
    looks = ("--styles", styles, "--templates", templates)
    with watching(issue, "-o", out, "--article", "1", *looks) as wait:
        made = out / "issue.article-1.pdf"
        before = made.read_bytes()
        tokens = styles / "tokens.css"
        began = time.monotonic()
        tokens.write_text(tokens.read_text("utf-8").replace("1.714", "1.9"), encoding="utf-8")
        assert wait("changed")["files"] == [str(tokens)]
        wait("preview")
        # The bar is two seconds on a machine of its own; tests share theirs.
        assert time.monotonic() - began < 30
        wait("watching")
        styled = made.read_bytes()
        assert styled != before
        issue.write_text(
            ISSUE.replace("一年里最忙的是腊月", "一年里最忙的是正月"), encoding="utf-8"
        )
        wait("preview")
        wait("watching")
        assert "最忙的是正月" in text_of(made)
        beside = tmp_path / "issue.corrections.toml"
        beside.write_text(
            f"[[drop]]\nline = {line('桥今年秋天')}\ntext = '桥今年秋天通车'\n", encoding="utf-8"
        )
        wait("preview")
        wait("watching")
        assert "桥今年秋天通车" not in text_of(made)
        own = templates / "pdf" / "article.html"
        text = (ROOT / "templates" / "pdf" / "article.html").read_text("utf-8")
        own.write_text(text.replace("{% for byline", "{% for"), encoding="utf-8")
        wait("watching")  # the fault was said; the watch goes on
        own.write_text(text.replace('class="subtitle"', 'class="subtitle" '), encoding="utf-8")
        wait("preview")


def test_a_whole_conversion_is_watched_and_makes_only_what_changed(tmp_path: Path) -> None:
    issue, out = tmp_path / "issue.txt", tmp_path / "out"
    issue.write_text(ISSUE, encoding="utf-8")
    styles = tmp_path / "styles"
    shutil.copytree(ROOT / "styles", styles)
    with watching(issue, "-o", out, "--styles", styles) as wait:
        sheet = styles / "epub.css"
        sheet.write_text(sheet.read_text("utf-8") + "\np { color: inherit }\n", encoding="utf-8")
        assert wait("issue")["made"] == ["issue.epub"]
        wait("watching")
        issue.write_text(ISSUE.replace("桥今年秋天", "桥明年秋天"), encoding="utf-8")
        assert set(wait("issue")["made"]) == {"issue.epub", "issue.pdf"}
        wait("watching")

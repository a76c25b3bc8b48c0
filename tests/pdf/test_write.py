"""A PDF comes out whole, the same every time, and says what it is."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from converter.diagnostics import OutputError, UsageFaultError
from converter.model import Article, Issue, Masthead, Paragraph, SourceInfo, Text
from converter.pdf import PdfOptions, write_pdf
from tests.pdf.conftest import Build, Built
from tests.pdf.sample import sample_issue
from tests.support import pdf
from tests.support.tools import run

EDITIONS = ("screen", "press", "archive")


@pytest.mark.parametrize("edition", EDITIONS)
def test_qpdf_finds_every_edition_sound(build: Build, edition: str) -> None:
    run("qpdf", "--check", build(edition=edition).path)


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_said_of_a_sound_issue(build: Build, edition: str) -> None:
    said = [diagnostic.message() for diagnostic in build(edition=edition).diagnostics]

    assert said == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_issue_gives_the_same_bytes(
    build: Build, edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(edition=edition)
    again = tmp_path / "again.pdf"
    # A clock that moved on and another zone must leave no trace.
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    write_pdf(first.issue, again, first.options)

    assert (
        hashlib.sha256(again.read_bytes()).digest()
        == hashlib.sha256(first.path.read_bytes()).digest()
    )


def test_title_authors_language_and_keywords_are_the_issues_own(screen: Built) -> None:
    said = pdf.info(screen.path)

    assert said["Title"] == "江岸月读 2024年第3期　总第117期"
    assert said["Author"].split(", ") == ["闻水生", "本刊编辑部", "桑榆", "季如川", "林汀"]
    assert said["Keywords"] == "江上, 访谈, 诗页"
    assert said["CreationDate"].startswith("2024-03-15")
    with pikepdf.open(screen.path) as document:
        assert str(document.Root.Lang) == "zh-Hans"


def test_the_xmp_packet_agrees_with_the_information_dictionary(screen: Built) -> None:
    with pikepdf.open(screen.path) as document, document.open_metadata() as xmp:
        assert xmp["dc:title"] == document.docinfo["/Title"]
        assert ", ".join(xmp["dc:creator"]) == document.docinfo["/Author"]
        assert xmp["pdf:Keywords"] == document.docinfo["/Keywords"]
        assert xmp["pdf:Producer"] == document.docinfo["/Producer"]
        assert xmp["dc:identifier"] == "ISSN 1234-5679; CN 00-1234/G"
        assert list(xmp["dc:language"]) == ["zh-Hans"]


def test_the_lines_of_a_title_are_not_run_together_in_the_description(build: Build) -> None:
    text = (Paragraph(Text("只有一段话。")),)
    titles = (("让渡口慢慢热闹起来", "沅川老码头修缮十年"), ("石桥的",), ())
    articles = tuple(
        Article(f"a{at}", tuple(map(Text, lines)), blocks=text) for at, lines in enumerate(titles)
    )
    with pikepdf.open(build(Issue(articles=articles)).path) as document:
        subject = str(document.docinfo["/Subject"])
    assert subject == "让渡口慢慢热闹起来 沅川老码头修缮十年；石桥的"


def test_an_issue_of_which_nothing_is_known_still_becomes_a_book(build: Build) -> None:
    bare = Issue(
        articles=(Article(id="a01", title=(), blocks=(Paragraph(Text("只有一段话。")),)),),
        source=SourceInfo(name="scan-07.txt"),
    )

    built = build(bare)

    assert "只有一段话。" in pdf.text(built.path)
    assert pdf.info(built.path)["Title"] == "scan-07"


def test_an_empty_issue_is_a_cover(build: Build) -> None:
    built = build(Issue(masthead=Masthead(title="空刊")))

    assert pdf.page_count(built.path) == 1
    assert "空刊" in pdf.text(built.path)


def test_characters_that_xml_forbids_do_not_stop_the_book(build: Build) -> None:
    issue = Issue(
        masthead=Masthead(title="控制\x07符"),
        articles=(
            Article(
                id="a01", title=(Text("标\x0c题"),), blocks=(Paragraph(Text("正\x00文\ufffe。")),)
            ),
        ),
    )

    text = pdf.text(build(issue).path)

    assert "控制符" in text
    assert "标题" in text
    assert "正文。" in text


def test_the_old_file_stays_if_the_new_one_cannot_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "issue.pdf"
    target.write_bytes(b"the old file")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("converter.pdf.write.serialise", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_pdf(sample_issue(), target, PdfOptions())

    assert target.read_bytes() == b"the old file"
    assert [path.name for path in tmp_path.iterdir()] == ["issue.pdf"]


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"edition": "paper"}, "--pdf: paper is none of screen, press, archive"),
        ({"page": "a5"}, "--page: a5 is none of 16k, 32k, a4, b5"),
        ({"columns": 3}, "--columns: 3 is none of 1, 2"),
        ({"signature": 6}, "--signature: 6 is none of 4, 8, 16"),
        ({"size": 40.0}, "--size: 40 pt is not between 8 and 16"),
        ({"theme": "../../etc"}, "--theme: '../../etc' is not the name of a theme"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(chosen: dict[str, object], message: str) -> None:
    with pytest.raises(UsageFaultError) as caught:
        PdfOptions(**chosen)  # type: ignore[arg-type]

    assert str(caught.value) == message


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageFaultError, match="there is no theme 'baroque' in styles/themes"):
        write_pdf(sample_issue(), tmp_path / "x.pdf", PdfOptions(theme="baroque"))


def test_two_issues_of_one_run_do_not_disturb_one_another(build: Build, tmp_path: Path) -> None:
    first = build()
    other = replace(sample_issue(), articles=sample_issue().articles[2:])
    write_pdf(other, tmp_path / "other.pdf", PdfOptions(theme="modern"))
    again = tmp_path / "again.pdf"
    write_pdf(first.issue, again, first.options)

    assert again.read_bytes() == first.path.read_bytes()

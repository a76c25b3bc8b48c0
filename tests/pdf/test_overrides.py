"""What a designer may own: templates, sheets, tokens and themes, file by file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from weasyprint.text import ffi

from converter.diagnostics import UsageFaultError
from converter.model import Article, Issue, Masthead, MastheadEntry, MastheadKind, Paragraph, Text
from converter.pdf import PdfOptions, engine, write_pdf
from converter.pdf.sheets import sheets
from converter.pdf.tokens import TokenError, read_tokens, substitute
from converter.profile import Colours, Profile
from converter.resources import Resources
from tests.pdf.conftest import Build
from tests.support import pdf
from tests.support.tools import ROOT

ISSUE = Issue(
    Masthead("家样", entries=(MastheadEntry(MastheadKind.SPONSOR, "主办", ("编辑部",)),)),
    articles=(Article("a", (Text("题"),), blocks=(Paragraph(Text("正文一段。")),)),),
)


def test_a_users_theme_is_found_beside_the_programs_own(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    house = tmp_path / "themes" / "house.css"
    house.write_text(":root { --primary: #123456; --size-title: 30pt }\n.title { color: red }")
    own = Resources(styles=tmp_path)

    made = sheets(PdfOptions(resources=own, theme="house"), "zh-Hans")

    assert made.tokens["primary"] == "#123456"
    assert made.tokens["size-title"] == "30pt"
    assert ".title { color: red }" in made.css
    # What the user's folder lacks is the program's.
    assert ".masthead-group" in made.css
    assert sheets(PdfOptions(resources=own), "zh-Hans").tokens["primary"] != "#123456"


def test_a_users_tokens_change_the_page(tmp_path: Path) -> None:
    shipped = (ROOT / "styles" / "tokens.css").read_text(encoding="utf-8")
    tokens = shipped.replace("--leading: 1.714", "--leading: 2")
    (tmp_path / "tokens.css").write_text(tokens, encoding="utf-8")

    plain = sheets(PdfOptions(), "zh-Hans").geometry
    own = sheets(PdfOptions(resources=Resources(styles=tmp_path)), "zh-Hans").geometry

    assert own.grid == 21
    assert own.lines < plain.lines


def test_a_users_template_replaces_one_file_only(tmp_path: Path) -> None:
    (tmp_path / "pdf").mkdir()
    masthead = tmp_path / "pdf" / "masthead.html"
    masthead.write_text('<section class="masthead"><p>本社另有版权说明</p></section>')
    target = tmp_path / "x.pdf"
    write_pdf(ISSUE, target, PdfOptions(resources=Resources(templates=tmp_path)))

    text = pdf.text(target)
    assert "本社另有版权说明" in text
    assert "主办" not in text
    assert "正文一段。" in text


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("<p>\n{{ view.mastheed }}</p>", "masthead.html, line 2: .*mastheed"),
        ("<p>\n\n{% if %}</p>", "masthead.html, line 3: "),
        ("<p>{{ view.masthead.name }}", "not well-formed near"),
    ],
)
def test_a_mistake_in_a_users_template_is_told_with_its_place(
    tmp_path: Path, template: str, said: str
) -> None:
    (tmp_path / "pdf").mkdir()
    (tmp_path / "pdf" / "masthead.html").write_text(template)

    with pytest.raises(UsageFaultError, match=f"--templates: .*{said}"):
        write_pdf(ISSUE, tmp_path / "x.pdf", PdfOptions(resources=Resources(templates=tmp_path)))
    assert not (tmp_path / "x.pdf").exists()


def test_a_declaration_that_is_ignored_is_told(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "house.css").write_text("p { text-colour: red }")
    options = PdfOptions(resources=Resources(styles=tmp_path), theme="house")
    said = write_pdf(ISSUE, tmp_path / "x.pdf", options)

    assert [one.code for one in said] == ["PDF009"]
    assert "text-colour" in said[0].message()


def test_a_token_that_nobody_declares_is_named(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "house.css").write_text("p { color: var(--no-such-ink) }")

    with pytest.raises(UsageFaultError, match="unknown token --no-such-ink"):
        sheets(PdfOptions(resources=Resources(styles=tmp_path), theme="house"), "zh-Hans")


def test_tokens_in_a_circle_are_an_error() -> None:
    with pytest.raises(TokenError, match="circle"):
        substitute("var(--a)", {"a": "var(--b)", "b": "var(--a)"})


def test_the_profiles_colours_are_the_magazines_own() -> None:
    profile = Profile(colours=Colours(primary="#006633", accent="#cc9900", tint="#eef4ee"))
    made = sheets(PdfOptions(profile=profile, theme="modern"), "zh-Hans").tokens

    assert (made["primary"], made["accent"], made["tint"]) == ("#006633", "#cc9900", "#eef4ee")
    assert made["ghost"].startswith("#e")


@pytest.mark.parametrize("name", ["classic", "modern"])
def test_the_themes_give_the_same_tokens_other_values(name: str) -> None:
    theme = (ROOT / "styles" / "themes" / f"{name}.css").read_text(encoding="utf-8")
    known = read_tokens((ROOT / "styles" / "tokens.css").read_text(encoding="utf-8"))

    assert set(read_tokens(theme)) <= {*known, "primary", "accent", "tint"}


def test_the_page_is_the_same_with_a_copy_of_all_folders(tmp_path: Path, build: Build) -> None:
    """Whoever copies the folders to begin with starts from what the program does."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(ROOT / "styles", tmp_path / "styles")
    own = Resources(templates=tmp_path / "templates", styles=tmp_path / "styles")
    write_pdf(ISSUE, tmp_path / "x.pdf", PdfOptions(resources=own))

    assert (tmp_path / "x.pdf").read_bytes() == build(ISSUE).path.read_bytes()


@pytest.mark.parametrize("theme", ["classic", "modern"])
@pytest.mark.parametrize("page", ["16k", "32k", "a4", "b5"])
def test_the_cover_holds_on_every_page_size(build: Build, page: str, theme: str) -> None:
    """Nothing on the cover runs out of the page or into the imprint."""
    articles = tuple(
        Article(
            f"a{n}", (Text("一个相当长的题目要放在封面上看一看"), Text("第二行也不短")), section=n
        )
        for n in range(6)
    )
    issue = Issue(
        Masthead("江河湖海日日新", year=2024, number="12", date="2024-12-01", issn="1234-5679"),
        articles=articles,
        section_names=tuple(f"栏目{n}" for n in range(6)),
    )
    built = build(issue, page=page, theme=theme)
    cover = [run for run in built.runs if run.page == 0 and not run.artifact]
    imprint = max(run.y for run in cover if "1234" in run.text)
    titles = [run.y for run in cover if "题目" in run.text or "第二行" in run.text]

    assert len(titles) >= 2
    assert min(titles) > imprint + 8
    width = sheets(built.options, "zh-Hans").geometry.width
    for one in cover:
        assert 0 < one.x < width


# ------------------------------------------------------------------ what the machine lacks


def test_the_slow_way_without_harfbuzzs_subsetter_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffi, "harfbuzz_subset", None)
    engine.shortcomings.cache_clear()
    try:
        (said,) = engine.shortcomings()
    finally:
        engine.shortcomings.cache_clear()

    assert said.code == "PDF004"
    assert "libharfbuzz-subset" in said.hint()

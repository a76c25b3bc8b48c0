"""The editions by the rules of their standards, as far as tools at hand can tell.

No validator of PDF/X, PDF/A or PDF/UA is in the registries that the project uses. These are
the rules that pikepdf, qpdf, poppler and Ghostscript can check; the README says what is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from converter.model import Article, Heading, Issue, Masthead, Paragraph, Text
from converter.pdf.press import BLEED_MM
from tests.pdf.conftest import Build, Built
from tests.pdf.test_page import body_runs, page_of
from tests.support import pdf
from tests.support.tools import run

MM = 72 / 25.4
EDITIONS = ("screen", "press", "archive")


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(side) for side in page.obj[f"/{name}"]]


# ------------------------------------------------------------------ all editions


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_font_is_embedded_as_a_subset_with_its_unicode(build: Build, edition: str) -> None:
    found = pdf.fonts(build(edition=edition).path)

    assert len(found) > 3
    for font in found:
        assert (font["emb"], font["sub"], font["uni"]) == ("yes", "yes", "yes"), font
        assert re.match("[A-Z]{6}\\+", font["name"]), font


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_pages_are_called_by_the_folios_printed_on_them(build: Build, edition: str) -> None:
    with pikepdf.open(build(edition=edition).path) as document:
        labels = [page.label for page in document.pages]

    assert labels[:3] == ["封面", "2", "3"]
    assert labels[9] == "10"


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_in_the_file_acts_or_leads_outside(build: Build, edition: str) -> None:
    with pikepdf.open(build(edition=edition).path) as document:
        assert "/OpenAction" not in document.Root
        assert "/AA" not in document.Root
        assert not document.is_encrypted
        names: Any = document.Root.get("/Names", {})
        assert "/JavaScript" not in names
        assert "/EmbeddedFiles" not in names
        assert document.trailer.ID is not None


# ------------------------------------------------------------------ screen: PDF/UA-1


def elements(document: pikepdf.Pdf) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """The structure elements in the order of reading, with the kinds of their parents."""

    def walk(node: Any, above: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
        if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
            return
        yield node, above
        kids: Any = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from walk(kid, (*above, str(node.S)[1:]))

    for top in document.Root.StructTreeRoot.K:
        yield from walk(top, ())


@pytest.fixture(scope="module", params=["screen", "archive"])
def tagged(request: pytest.FixtureRequest, build: Build) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(build(edition=request.param).path) as document:
        yield document


def test_the_catalog_says_what_a_tagged_file_must(tagged: pikepdf.Pdf) -> None:
    root = tagged.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "zh-Hans"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    for page in tagged.pages:
        assert page.obj.Tabs == "/S"


def test_the_screen_edition_claims_ua_and_the_archive_a(build: Build) -> None:
    with pikepdf.open(build().path) as screen, screen.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in xmp
    with pikepdf.open(build(edition="archive").path) as archive, archive.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


def test_all_that_is_painted_is_content_or_artifact(tagged: pikepdf.Pdf) -> None:
    """ISO 14289-1 §7.1."""
    for number, page in enumerate(tagged.pages):
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in {"BDC", "BMC"}:
                depth += 1
            elif operator == "EMC":
                depth -= 1
            elif operator in {"Tj", "TJ", "f", "f*", "S", "B", "B*", "sh", "Do"}:
                assert depth, f"page {number + 1}: {operator} outside of all marks"
        assert depth == 0


def test_every_mark_has_its_element_and_every_element_its_marks(tagged: pikepdf.Pdf) -> None:
    parents = tagged.Root.StructTreeRoot.ParentTree.Nums
    tree = {int(parents[at]): parents[at + 1] for at in range(0, len(parents), 2)}
    for page in tagged.pages:
        marks = [
            int(instruction.operands[1].MCID)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
        ]
        owners: Any = tree[int(page.obj.StructParents)] if "/StructParents" in page.obj else []
        assert sorted(marks) == list(range(len(owners)))


_STANDARD = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Table TR TH "
    "TD THead TBody Span Quote Note Reference Link"
)


def test_the_kinds_are_standard_or_mapped_to_standard_ones(tagged: pikepdf.Pdf) -> None:
    standard = set(_STANDARD.split())
    roles = {str(own)[1:]: str(to)[1:] for own, to in tagged.Root.StructTreeRoot.RoleMap.items()}
    assert set(roles.values()) <= standard
    counts = Counter(str(node.S)[1:] for node, _ in elements(tagged))
    assert set(counts) - standard <= set(roles)
    assert counts["Art"] == 4
    assert counts["Sidebar"] == 2
    assert counts["Note"] == counts["Reference"] == 2


def test_headings_descend_by_one_level_at_a_time(tagged: pikepdf.Pdf) -> None:
    levels = [int(str(node.S)[2]) for node, _ in elements(tagged) if re.match("/H\\d", str(node.S))]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == 3


def test_so_they_do_where_the_magazine_skips_one(build: Build) -> None:
    blocks = (
        Heading(Text("（一）直接到二级"), 2),
        Paragraph(Text("正文。")),
        Heading(Text("三"), 3),
    )
    issue = Issue(Masthead("级"), articles=(Article("a", (Text("题"),), blocks=blocks),))
    with pikepdf.open(build(issue).path) as document:
        kinds = [str(node.S) for node, _ in elements(document) if str(node.S).startswith("/H")]

    assert kinds[-3:] == ["/H1", "/H2", "/H3"]


def test_tables_notes_and_links_carry_what_they_must(tagged: pikepdf.Pdf) -> None:
    notes = []
    for node, above in elements(tagged):
        match str(node.S):
            case "/TH":
                assert node.A.Scope in ("/Row", "/Column")
                assert above[-1] == "TR"
            case "/TD" | "/TR":
                assert "Table" in above
            case "/Note":
                notes.append(bytes(node.ID))
            case "/TOCI":
                assert above[-1] == "TOC"
            case "/Link":
                (reference,) = [k for k in node.K if isinstance(k, pikepdf.Dictionary)]
                assert reference.Type == "/OBJR"
                assert str(reference.Obj.Contents)
                assert "/StructParent" in reference.Obj
                assert int(reference.Obj.F) & 4  # printed, ISO 19005-2 §6.3.2
            case _:
                pass
    assert len(notes) == len(set(notes)) == 2


def test_the_order_of_reading_is_that_of_the_issue(screen: Built) -> None:
    text = run("pdfinfo", "-struct-text", screen.path)
    said = "".join(re.findall(r'"(.*)"', text))
    wanted = ("江岸月读", "目录", "版权页", "一条江的记性", "一、船从哪里来", "江水怎样被记住",
              "作者简介", "让湿地回到地图上来", "表1", "把江水讲给孩子听", "船来的时候")  # fmt: skip
    at = said.index("版权页")
    found = []
    for words in wanted[3:]:
        at = said.index(words, at)
        found.append(at)
    assert found == sorted(found)
    # A running head is no content: the name of the magazine is not read on every page.
    assert said.count("江岸月读 · 2024年第3期") <= 2


def test_a_link_of_the_contents_leads_to_the_page_it_names(screen: Built) -> None:
    with pikepdf.open(screen.path) as document:
        names: Any = document.Root.Names.Dests.Names
        goals = {str(names[i]): names[i + 1][0] for i in range(0, len(names), 2)}
        pages: dict[Any, int] = {
            page.objgen: number for number, page in enumerate(document.pages, 1)
        }
        for link in document.pages[2].Annots:
            said = str(link.Contents)
            number = re.search(r"(\d+)\s*$", said)
            target = pages[goals[str(link.Dest)].objgen]
            title = re.split("[　0-9]", said)[0][:6]
            assert title in pdf.text(screen.path, target).replace("\n", "")
            assert number is None or int(number[1]) == target


# ------------------------------------------------------------------ archive: PDF/A-2a


def test_the_archive_has_an_output_intent_and_one_colour_space(archive: Built) -> None:
    with pikepdf.open(archive.path) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.N == 3
        profile = intent.DestOutputProfile.read_bytes()
        assert profile[36:40] == b"acsp"
        for page in document.pages:
            used = {str(i.operator) for i in pikepdf.parse_content_stream(page)}
            assert not used & {"k", "K"}
        # ISO 19005-2 §6.1.3 and §6.6.2: metadata in clear, none of it in a filter.
        assert "/Filter" not in document.Root.Metadata


# ------------------------------------------------------------------ press: PDF/X-4


@pytest.fixture(scope="module")
def sheets(press: Built) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(press.path) as document:
        yield document


def test_the_boxes_lie_one_in_the_other(sheets: pikepdf.Pdf, press: Built) -> None:
    geometry = page_of(press)
    for page in sheets.pages:
        media, bleed, trim = (box(page, f"{name}Box") for name in ("Media", "Bleed", "Trim"))
        assert media[:2] == [0, 0]
        assert trim[2] - trim[0] == pytest.approx(geometry.width, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(geometry.height, abs=0.01)
        for one, other, sign in zip(bleed, trim, (1, 1, -1, -1), strict=True):
            assert (other - one) * sign == pytest.approx(BLEED_MM * MM, abs=0.01)
        for one, other, sign in zip(media, bleed, (1, 1, -1, -1), strict=True):
            assert (other - one) * sign > 4 * MM  # the marks need room
        assert "/ArtBox" not in page.obj  # ISO 15930-7: Trim or Art, never both


def test_the_file_says_for_which_press_it_is(sheets: pikepdf.Pdf) -> None:
    (intent,) = sheets.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert intent.DestOutputProfile.N == 4
    assert str(intent.OutputConditionIdentifier)
    assert str(intent.Info)
    assert sheets.docinfo["/Trapped"] == "/False"
    with sheets.open_metadata() as xmp:
        assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"


def test_nothing_is_painted_in_rgb_and_nothing_can_be_clicked(sheets: pikepdf.Pdf) -> None:
    for page in sheets.pages:
        used = {str(i.operator) for i in pikepdf.parse_content_stream(page)}
        assert not used & {"rg", "RG", "g", "G", "sh"}
        assert "/Annots" not in page.obj


def test_running_text_is_black_ink_alone(press: Built) -> None:
    colours = {run.colour for run in body_runs(press)}

    assert colours == {(0.0, 0.0, 0.0, 1.0)}


def test_ghostscript_separates_text_on_the_black_plate_only(press: Built, tmp_path: Path) -> None:
    """No C, M or Y under running text, as a RIP makes the plates."""
    page, dpi = 7, 72
    run(
        "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}",
        f"-dFirstPage={page}", f"-dLastPage={page}",
        f"-sOutputFile={tmp_path / 'plate.tif'}", press.path,
    )  # fmt: skip
    plates = {
        name: Image.open(next(tmp_path.glob(f"*({name}).tif")))
        for name in ("Cyan", "Magenta", "Yellow", "Black")
    }
    height = plates["Black"].height
    edge = (plates["Black"].width - page_of(press).width) / 2
    checked = 0
    for one in body_runs(press):
        if one.page != page - 1 or len(one.text) < 10:
            continue
        left, bottom = one.x + edge, height - (one.y + edge)
        area = (round(left), round(bottom - 9), round(left + 200), round(bottom + 1))
        inks = {name: 255 - plate.crop(area).getextrema()[0] for name, plate in plates.items()}  # type: ignore[operator]
        assert inks["Black"] > 100
        assert inks["Cyan"] == inks["Magenta"] == inks["Yellow"] == 0
        checked += 1
    assert checked > 10


def test_colour_that_runs_off_the_page_fills_the_bleed(press: Built, tmp_path: Path) -> None:
    shown = Image.open(pdf.page_png(press.path, 1, tmp_path / "cover.png", dpi=72)).convert("RGB")
    with pikepdf.open(press.path) as document:
        left, _, right, top = box(document.pages[0], "BleedBox")
    height = shown.height
    for x, y in ((left + 2, top - 60), (right - 3, top - 60), ((left + right) / 2, top - 2)):
        pixel = shown.getpixel((int(x), int(height - y)))
        assert isinstance(pixel, tuple)
        assert sum(pixel) < 600, "paper shows in the bleed"
    outside = shown.getpixel((int(left - 3), int(height / 2 - 60)))
    assert outside == (255, 255, 255)


@pytest.mark.parametrize("signature", [4, 8, 16])
def test_blank_pages_fill_the_last_sheet(build: Build, signature: int) -> None:
    issue = replace(
        Issue(Masthead("折手")),
        articles=tuple(Article(f"a{n}", (Text("题"),)) for n in range(5)),
    )
    with pikepdf.open(build(issue, edition="press", signature=signature).path) as document:
        assert len(document.pages) % signature == 0
        assert len(document.pages) - 7 < signature
        last = document.pages[-1]
        assert {"/MediaBox", "/BleedBox", "/TrimBox"} <= set(last.obj.keys())


def test_without_a_profile_the_user_is_told(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.pdf.press.output_intent", lambda _: None)
    issue = Issue(Masthead("无特性文件"), articles=(Article("a", (Text("题"),)),))
    built = build(issue, edition="press")

    assert [one.code for one in built.diagnostics] == ["PDF006"]
    run("qpdf", "--check", built.path)

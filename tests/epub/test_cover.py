"""The cover: drawn from the masthead in the magazine's colours, or the user's own picture."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from converter.diagnostics import Diagnostic, UsageFaultError
from converter.epub import EpubOptions, write_epub
from converter.epub.cover import design
from converter.epub.cover.design import contrast
from converter.model import Issue, Masthead
from converter.profile import Profile
from converter.profile.schema import Colours
from converter.resources import Resources
from tests.support.epub import NAMESPACES, Epub
from tests.support.issues import full_issue

OPTIONS = EpubOptions(Profile(), Resources())
ALLOWED = 4_000_000
"""Pixels that stores take (Apple Books Asset Guide)."""


def made(
    issue: Issue, folder: Path, options: EpubOptions = OPTIONS
) -> tuple[Epub, Image.Image, tuple[Diagnostic, ...]]:
    problems = write_epub(issue, folder / "book.epub", options)
    book = Epub(folder / "book.epub")
    (item,) = book.package.xpath("//opf:item[@properties='cover-image']", namespaces=NAMESPACES)
    data = book.members[book.manifest[item.get("id")]]
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        assert Image.MIME[picture.format or ""] == item.get("media-type")
        return book, picture, problems


def colours_of(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The colours of a picture, those that take the most room first."""
    found = picture.convert("RGB").getcolors(1 << 20)
    assert found is not None
    return [colour for _, colour in sorted(found, reverse=True)]  # type: ignore[misc]


def test_it_has_the_size_that_stores_like_and_tells_its_colour_space(tmp_path: Path) -> None:
    _, picture, _ = made(full_issue(), tmp_path)
    assert picture.size == (1680, 2280)
    assert picture.width * picture.height < ALLOWED
    assert "srgb" in picture.info


def test_it_is_in_the_colours_of_the_profile(tmp_path: Path) -> None:
    colours = Colours(primary="#1f4e5f", accent="#c9822b", tint="#eef3f1")
    options = replace(OPTIONS, profile=Profile(colours=colours))
    _, picture, _ = made(full_issue(), tmp_path, options)
    first, second, *others = colours_of(picture)
    assert {first, second} == {(0x1F, 0x4E, 0x5F), (0xEE, 0xF3, 0xF1)}
    assert (0xC9, 0x82, 0x2B) in others


@pytest.mark.parametrize("primary", ["#ffe14d", "#101010", "#7f7f7f"])
def test_its_letters_stand_out_from_any_ground(primary: str, tmp_path: Path) -> None:
    options = replace(OPTIONS, profile=Profile(colours=Colours(primary=primary, tint=primary)))
    _, picture, _ = made(full_issue(), tmp_path, options)
    ground, ink, *_ = colours_of(picture)
    assert contrast(ground, ink) >= 4.5


def test_issues_of_a_magazine_differ_by_their_number(tmp_path: Path) -> None:
    issue = full_issue()
    other = replace(issue, masthead=replace(issue.masthead, number="5"))
    _, first, _ = made(issue, tmp_path)
    _, second, _ = made(other, tmp_path)
    small = [picture.convert("L").resize((84, 114)) for picture in (first, second)]
    different = sum(abs(a - b) > 40 for a, b in zip(*(s.tobytes() for s in small), strict=True))
    assert different > 200, "as small as a stamp they still differ"


@pytest.mark.parametrize(
    "masthead",
    [
        Masthead(),
        Masthead(title="渡"),
        Masthead(title="河湾镇文化联合会会员通讯与渡口往来书信汇编", year=2023, number="11-12"),
        Masthead(title="Ferry and Lantern Review", serial=1180),
        Masthead(title="\U00020bb7野家\U0003134f", number="<2>"),
    ],
    ids=["none", "one character", "long", "latin", "rare"],
)
def test_any_masthead_fits(masthead: Masthead, tmp_path: Path) -> None:
    issue = replace(full_issue(), masthead=masthead)
    _, picture, problems = made(issue, tmp_path)
    margin = design._MARGIN // 2
    for box in ((0, 0, margin, 2280), (1680 - margin, 0, 1680, 2280)):
        assert len(colours_of(picture.crop(box))) <= 2, "nothing runs over the edge"
    assert "EPB004" not in {problem.code for problem in problems}


def test_the_page_shows_it_and_says_what_it_shows(tmp_path: Path) -> None:
    book, _, _ = made(full_issue(), tmp_path)
    assert book.spine[0] == "EPUB/cover.xhtml"
    (image,) = book.tree("EPUB/cover.xhtml").xpath("//x:img", namespaces=NAMESPACES)
    assert image.get("role") == "doc-cover"
    assert image.get("alt") == "封面：山河评论 2023年第4期。人物；河流"
    assert book.metadata("opf:meta[@name='cover']/@content") == ["cover-image"]


def test_without_a_number_it_shows_titles(tmp_path: Path) -> None:
    issue = replace(full_issue(), masthead=Masthead(title="山河评论"))
    book, _, _ = made(issue, tmp_path)
    (image,) = book.tree("EPUB/cover.xhtml").xpath("//x:img", namespaces=NAMESPACES)
    assert "一条河怎样回来" in image.get("alt")


def test_without_a_chinese_typeface_it_has_no_words_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(design, "find_face", lambda *_: None)
    _, picture, problems = made(full_issue(), tmp_path)
    assert [one.code for one in problems if one.code == "EPB004"] == ["EPB004"]
    assert len(colours_of(picture)) == 2


def test_a_cover_is_drawn_once_and_drawn_anew_when_anything_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    drawn, draw = list[int](), design._draw

    def counted(*given: Any) -> None:
        drawn.append(1)
        draw(*given)

    monkeypatch.setattr(design, "_draw", counted)
    issue = full_issue()
    _, first, _ = made(issue, tmp_path)
    _, again, _ = made(issue, tmp_path)
    assert len(drawn) == 1
    assert again.tobytes() == first.tobytes()
    made(replace(issue, masthead=replace(issue.masthead, number="5")), tmp_path)
    made(issue, tmp_path, replace(OPTIONS, profile=Profile(colours=Colours(primary="#1f4e5f"))))
    assert len(drawn) == 3
    monkeypatch.setattr(design, "_MOST_KEPT", 2)
    made(replace(issue, masthead=replace(issue.masthead, number="6")), tmp_path)
    assert len(list((tmp_path / "cache" / "fukan" / "covers").iterdir())) == 2


# ------------------------------------------------------------------ the user's own


def own(folder: Path, picture: Image.Image, name: str, **how: object) -> EpubOptions:
    path = folder / name
    picture.save(path, **how)  # type: ignore[arg-type]
    return replace(OPTIONS, cover=path)


def test_a_fitting_picture_goes_in_as_it_is(tmp_path: Path) -> None:
    options = own(tmp_path, Image.new("RGB", (600, 800), "#369"), "own.jpg")
    book, _, problems = made(full_issue(), tmp_path, options)
    assert options.cover is not None
    assert book.members["EPUB/cover.jpg"] == options.cover.read_bytes()
    assert "EPB005" not in {one.code for one in problems}


def test_a_large_picture_is_made_smaller_and_that_is_told(tmp_path: Path) -> None:
    options = own(tmp_path, Image.new("RGB", (3000, 4000), "#369"), "own.png")
    _, picture, problems = made(full_issue(), tmp_path, options)
    assert picture.size == (1680, 2240)
    assert picture.format == "JPEG"
    (told,) = [one for one in problems if one.code == "EPB005"]
    assert told.message() == (
        "the cover picture (3000 × 4000) was converted to an sRGB JPEG of 1680 × 2240 pixels"
    )


def test_a_picture_in_press_colours_becomes_rgb(tmp_path: Path) -> None:
    options = own(tmp_path, Image.new("CMYK", (600, 800), (0, 0, 0, 255)), "own.tif")
    _, picture, _ = made(full_issue(), tmp_path, options)
    assert (picture.mode, picture.format) == ("RGB", "JPEG")


def test_a_picture_with_a_colour_profile_is_brought_to_srgb(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    options = own(tmp_path, Image.new("RGB", (60, 80), "#fff"), "own.png", icc_profile=profile)
    _, picture, _ = made(full_issue(), tmp_path, options)
    assert not picture.info.get("icc_profile")


def test_a_transparent_picture_lies_on_white(tmp_path: Path) -> None:
    options = own(tmp_path, Image.new("RGBA", (600, 800), (0, 0, 0, 0)), "own.png")
    _, picture, _ = made(full_issue(), tmp_path, options)
    colour = picture.convert("RGB").getpixel((5, 5))
    assert isinstance(colour, tuple)
    assert min(colour) > 250


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("gone.jpg", None, "No such file or directory"),
        ("text.jpg", b"no picture", "it is no picture that can be read"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "cannot use"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(
    name: str, data: bytes | None, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageFaultError, match=reason) as caught:
        write_epub(full_issue(), tmp_path / "book.epub", replace(OPTIONS, cover=path))
    assert str(caught.value).startswith(f"--cover: cannot use {path}")
    assert not (tmp_path / "book.epub").exists()


def test_a_section_with_a_name_in_two_languages_is_on_the_cover() -> None:
    names = ("FEATURE 专题", "TASTE 风味", "NOTES 编辑手记", "本刊编辑部特别策划")
    issue = Issue(Masthead("渡口"), section_names=names)
    assert design.sections_of(issue) == names[:3]

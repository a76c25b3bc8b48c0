"""Pages as the eye sees them: pictures to look at, and a comparison with those looked at before.

Every run writes each page in 150 dpi into ``.cache/pages/`` (not in the repository). The
expected pictures are small and grey; faces, hinting and the version of poppler may differ a
little, a block that has moved by a line or changed its tint may not. After a change that was
meant, look at ``.cache/pages/`` and run with ``--update-golden``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.pdf.conftest import Build, Built
from tests.support import pdf
from tests.support.tools import ROOT

EXPECTED = Path(__file__).parent / "pictures"
ARTEFACTS = ROOT / ".cache" / "pages"
_DPI = 150
_WIDTH = 260
"""Pixels of an expected picture: a line of text is five of them high."""
_MEAN = 2.0
_FAR, _FAR_SHARE = 48, 0.004
"""Grey levels of 255 by which the average pixel may differ, and how many may differ more."""


def page_with(built: Built, *words: str) -> int:
    """The number of the first page on which all these words stand."""
    pages: dict[int, str] = {}
    for run in built.runs:
        if not run.artifact:
            pages[run.page] = pages.get(run.page, "") + run.text
    return 1 + next(page for page, text in sorted(pages.items()) if all(w in text for w in words))


PAGES: dict[str, Callable[[Built], int]] = {
    "cover": lambda _: 1,
    "quotation": lambda _: 2,
    "contents": lambda _: 3,
    "masthead": lambda _: 4,
    "opening": lambda built: page_with(built, "沿江水文站原站长"),
    "inset": lambda built: page_with(built, "链接", "账本里没有写下"),
    "footnotes": lambda built: page_with(built, "据三镇联合测绘"),
    "bottom-box": lambda built: page_with(built, "江水怎样被记住", "一、数字里的变化"),
    "table": lambda built: page_with(built, "表1"),
    "interview": lambda built: page_with(built, "记者：", "陆观澜：", "把江水讲给孩子听"),
    "last": lambda built: pdf.page_count(built.path),
}


def compare(built: Built, page: int, name: str, *, update: bool) -> None:
    """Render a page, keep the picture, and compare it with the expected one."""
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    shown = pdf.page_png(built.path, page, ARTEFACTS / f"{name}.png", dpi=_DPI)
    picture = Image.open(shown).convert("L")
    height = round(picture.height * _WIDTH / picture.width)
    small = picture.resize((_WIDTH, height), Image.Resampling.BOX)
    expected = EXPECTED / f"{name}.png"
    if update or not expected.exists():
        EXPECTED.mkdir(exist_ok=True)
        small.quantize(32, dither=Image.Dither.NONE).save(expected, optimize=True)
        assert update, f"{expected} was missing: look at it, then commit it"
    before = Image.open(expected).convert("L")
    assert small.size == before.size
    soft = ImageFilter.GaussianBlur(1.2)
    difference = ImageChops.difference(small.filter(soft), before.filter(soft))
    mean = ImageStat.Stat(difference).mean[0]
    far = sum(difference.histogram()[_FAR:]) / (small.width * small.height)
    if mean > _MEAN or far > _FAR_SHARE:
        difference.point(lambda value: min(255, value * 4)).save(ARTEFACTS / f"{name}-differs.png")
    assert mean <= _MEAN, f"{name}: see {shown} and {name}-differs.png beside it"
    assert far <= _FAR_SHARE, f"{name}: see {shown} and {name}-differs.png beside it"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did_when_it_was_last_looked_at(
    screen: Built, name: str, request: pytest.FixtureRequest
) -> None:
    update = bool(request.config.getoption("--update-golden"))

    compare(screen, PAGES[name](screen), name, update=update)


@pytest.mark.parametrize("name", ["cover", "contents", "opening", "inset"])
def test_so_does_the_other_theme(build: Build, name: str, request: pytest.FixtureRequest) -> None:
    built = build(theme="modern")
    update = bool(request.config.getoption("--update-golden"))

    compare(built, PAGES[name](built), f"modern-{name}", update=update)


@pytest.mark.parametrize("name", ["two-columns", "taiwan"])
def test_so_do_two_columns_and_the_edition_for_taiwan(
    build: Build, name: str, request: pytest.FixtureRequest
) -> None:
    built = build(page="a4", columns=2) if name == "two-columns" else build(language="zh-Hant-TW")
    update = bool(request.config.getoption("--update-golden"))

    compare(built, page_with(built, "据三镇联合测绘"), name, update=update)


def test_a_line_that_moved_is_seen() -> None:
    """The comparison is not blind: a strip of the page set a line lower is a difference."""
    expected = Image.open(EXPECTED / "opening.png").convert("L")
    moved = expected.copy()
    band = expected.crop((0, 200, expected.width, expected.height - 8))
    moved.paste(band, (0, 208))
    soft = ImageFilter.GaussianBlur(1.2)
    difference = ImageChops.difference(moved.filter(soft), expected.filter(soft))

    assert sum(difference.histogram()[_FAR:]) / (moved.width * moved.height) > _FAR_SHARE

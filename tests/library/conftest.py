"""The library that most tests look at, and a browser in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.library.archive import (
    BASE,
    build,
    convert_all,
    recipe,
    serving,
    shanhe,
    write_model,
    write_text,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two magazines: three issues over two years with an edition in the other script, and one
    issue that has everything the model knows, markup in its text included."""
    folder = tmp_path_factory.mktemp("library")
    sources = [write_text(folder / "in", *which) for which in ((2022, 12, 24), (2023, 1, 25))]
    convert_all(folder / "out", sources, recipe("zh-Hant-TW"))
    more = [write_text(folder / "in", 2023, 2, 26), write_model(folder / "in", "shanhe", shanhe())]
    convert_all(folder / "out", more, recipe())
    build(folder / "out", base_url=BASE)
    return folder / "out"


@pytest.fixture(scope="session")
def site(archive: Path) -> Path:
    """The library's folder."""
    return archive / "library"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the library is served."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=chromium_path,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic"],
        )
        yield made
        made.close()

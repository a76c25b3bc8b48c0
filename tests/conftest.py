"""Fixtures for all tests."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest.register_assert_rewrite("tests.support")

from tests.support import epubcheck as epubcheck_tool  # noqa: E402  (after the line above)
from tests.support.epub import Epub  # noqa: E402
from tests.support.golden import Golden  # noqa: E402
from tests.support.tools import ROOT, chromium  # noqa: E402

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the tests in its background has them, and all that they start, ignore Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long a test takes says something of the machine, and is measured in the benchmarks.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SAMPLES = sorted((ROOT / "converter" / "sample").glob("*.txt"))
REAL_FOLDER = ROOT.parent / "shared" / "issues"
_NO_REAL = pytest.mark.skip("there is no real issue in ../shared/issues/ beside the checkout")
REAL = [pytest.param(path, id=path.stem) for path in sorted(REAL_FOLDER.glob("*.txt"))] or [
    pytest.param(None, id="none", marks=_NO_REAL)
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the expected output of golden tests anew (then read the difference)",
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The embedded sample issue."""
    (path,) = SAMPLES
    return path


@pytest.fixture(params=REAL, scope="session")
def real_issue(request: pytest.FixtureRequest) -> Path:
    """Each real issue that lies beside the checkout; the test is skipped where none does."""
    path: Path = request.param
    return path


@pytest.fixture(scope="session")
def epubcheck() -> Callable[..., list[epubcheck_tool.Message]]:
    """``epubcheck(book)`` gives EPUBCheck's messages; see :mod:`tests.support.epubcheck`."""
    return epubcheck_tool.check


@pytest.fixture(scope="session")
def read_epub() -> Callable[[Path], Epub]:
    """``read_epub(book)`` opens a finished EPUB."""
    return Epub


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The installed Chromium."""
    return chromium()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden(file, text)`` compares with an expected file; see :mod:`tests.support.golden`."""
    return Golden(bool(request.config.getoption("--update-golden")))

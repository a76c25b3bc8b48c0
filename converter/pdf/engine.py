"""One run of WeasyPrint: our own files only, its complaints heard, its garbage collected late."""

from __future__ import annotations

import ctypes.util
import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from converter.diagnostics import Diagnostic, EnvironmentFaultError

if TYPE_CHECKING:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher


class Complaints(logging.Handler):
    """Collects what the ``weasyprint`` logger says, so that nothing is ignored in silence."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())


@contextmanager
def listening() -> Iterator[Complaints]:
    """Collect the warnings of WeasyPrint (and of fontTools beneath it) inside the block."""
    complaints = Complaints()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(complaints)
        logger.propagate = False
    try:
        yield complaints
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(complaints)
            logger.propagate = propagate


@contextmanager
def late_collection() -> Iterator[None]:
    """Keep the garbage collector from walking the box tree over and over.

    The tree of a document has no garbage in cycles worth the name until it is done; with
    the stock thresholds a tenth of the time goes into looking for it.
    """
    threshold = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()


def own_files(folders: tuple[Path, ...]) -> URLFetcher:
    """A fetcher that reads files of the style folders and refuses everything else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    roots = tuple(folder.resolve() for folder in folders)

    class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def __init__(self) -> None:
            super().__init__(allowed_protocols=())

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002
            parts = urlsplit(url)
            path = Path(unquote(parts.path)).resolve()
            inside = any(path.is_relative_to(root) for root in roots)
            if parts.scheme != "file" or parts.netloc or not inside:
                msg = f"refused: {url}"
                raise ValueError(msg)
            return URLFetcherResponse(url, path.read_bytes())

    return OwnFiles()


def html_of(markup: str, fetcher: URLFetcher) -> HTML:
    """A WeasyPrint document of well-formed markup without a namespace.

    The markup is ours and well formed, so the XML parser of the standard library reads it,
    fifty times as fast as an HTML5 parser in Python, and leaves an ``aside`` inside a ``p``
    (a box that hangs on its paragraph) where it is.
    """
    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    root = ET.fromstring(markup)  # noqa: S314  (made by our templates, no DTD)
    made = HTML.__new__(HTML)
    made.base_url = None
    made.url_fetcher = fetcher
    made.media_type = "print"
    made.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
    made.etree_element = made.wrapper_element.etree_element
    return made


def css_of(text: str, folder: Path, fetcher: URLFetcher, fonts: FontConfiguration) -> CSS:
    """A sheet whose ``url()`` are relative to ``folder``."""
    from weasyprint import CSS

    base = folder.resolve().as_uri() + "/"
    return CSS(string=text, base_url=base, url_fetcher=fetcher, font_config=fonts)


def import_weasyprint() -> None:
    """Import WeasyPrint, quickly, or raise :class:`EnvironmentFaultError` with the remedy.

    cffi asks ``ctypes.util.find_library`` for every name under which a library might be
    known before it tries the one that Linux uses, and each question starts three
    processes (ldconfig, gcc, ld). None of those names is needed on Linux.
    """
    if "weasyprint" in sys.modules:
        return
    asked = ctypes.util.find_library
    if sys.platform.startswith("linux"):
        ctypes.util.find_library = lambda name: None  # noqa: ARG005  (its real parameter)
    try:
        _import()
    except EnvironmentFaultError:
        # Perhaps under another name: ask the slow way.
        for name in [one for one in sys.modules if one.split(".")[0] == "weasyprint"]:
            del sys.modules[name]
        ctypes.util.find_library = asked
        _import()
    finally:
        ctypes.util.find_library = asked


def _import() -> None:
    try:
        import weasyprint  # noqa: F401  (the import is the point)
    except OSError as error:
        msg = (
            "a system library that WeasyPrint needs is missing "
            f"({str(error).splitlines()[0]}); on Debian: "
            "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )
        raise EnvironmentFaultError(msg) from error


@cache
def shortcomings() -> tuple[Diagnostic, ...]:
    """What this machine does slowly or not at all."""
    from converter.pdf.grid import fits_installed_weasyprint

    made = []
    if not _has_quick_subsetter():
        made.append(Diagnostic.of("PDF004"))
    if not fits_installed_weasyprint():
        from weasyprint import VERSION

        made.append(Diagnostic.of("PDF005", version=VERSION))
    return tuple(made)


def _has_quick_subsetter() -> bool:
    from weasyprint.text import ffi

    subsetter = ffi.harfbuzz_subset
    # 4.1 brought the call that WeasyPrint uses; without the library, the name is None.
    return subsetter is not None and bool(ffi.harfbuzz.hb_version_atleast(4, 1, 0))


@contextmanager
def lean_fonts() -> Iterator[None]:
    """Do not copy whole font files into memory only to throw them away.

    WeasyPrint reads each font file (25 MB for a CJK face) before it cuts it down with
    HarfBuzz, which maps the file by itself. With six faces that is half of the memory.
    """
    from weasyprint.pdf import fonts

    if not _has_quick_subsetter():
        yield
        return
    stock_data, stock_init, stock_clean = (
        fonts.get_hb_object_data,
        fonts.Font.__init__,
        fonts.Font.clean,
    )

    def init(font: Any, *arguments: Any) -> None:
        fonts.get_hb_object_data = lambda *_: b""
        try:
            stock_init(font, *arguments)
        finally:
            fonts.get_hb_object_data = stock_data

    def clean(font: Any, *arguments: Any) -> None:
        stock_clean(font, *arguments)
        if not font.file_content:  # not cut down after all
            font.file_content = stock_data(font.hb_face)

    fonts.Font.__init__, fonts.Font.clean = init, clean
    try:
        yield
    finally:
        fonts.Font.__init__, fonts.Font.clean = stock_init, stock_clean

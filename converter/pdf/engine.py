"""One run of WeasyPrint: our own files only, its complaints heard, its garbage collected late."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

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
    gc.set_threshold(100_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()


def own_files(folders: tuple[Path, ...]) -> URLFetcher:
    """A fetcher that reads files of the style folders and refuses everything else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    roots = tuple(folder.resolve() for folder in folders)

    class OwnFiles(URLFetcher):
        def __init__(self) -> None:
            super().__init__(allowed_protocols=())

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ANN401, ARG002
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

    root = ElementTree.fromstring(markup)  # noqa: S314  (made by our templates, no DTD)
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

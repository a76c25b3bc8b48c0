"""A desk that is at work: the issue as it is now, and what happens to it."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from converter.diagnostics import FukanError, UsageFaultError
from converter.pipeline import glossaries_beside
from converter.profile import profile_files
from converter.review.acts import Acts
from converter.review.desk import Desk, desk
from converter.review.journal import Journal
from converter.review.page import Live, Page, totals
from converter.review.pictures import PageSet, set_pages
from converter.review.wish import Wish, open_case, pdf_options

_REMEMBERED = 24
"""Versions of the page of which the server knows what a browser has."""


class StaleError(FukanError):
    """An act speaks of a state of the files that is past."""


class Bench:
    """Holds the one issue that an editor is working on. Safe to use from several threads.

    Raises on creation what :func:`~converter.review.wish.open_case` raises.
    """

    def __init__(self, wish: Wish, language: str, token: str) -> None:
        self.wish = wish
        self.token = token
        self.page = Page(wish.resources, language, live=True)
        self.language = language
        self.journal = Journal(wish.corrections_file)
        self._lock = threading.RLock()
        self._setting = threading.Lock()
        self._stamp: tuple[object, ...] = ()
        self._known: OrderedDict[str, Mapping[str, int]] = OrderedDict()
        self._pages: tuple[str, PageSet] | None = None
        self.version = ""
        self._load()

    # -- what browsers ask for --------------------------------------------------------

    def document(self) -> str:
        """The page as it is now."""
        with self._lock:
            self._refresh()
            live = Live(self.token, self.version, self.journal.can_undo, self.wish.pages)
            return self.page.whole(self.desk, self.case.restored.issue.language, live=live)

    def since(self, version: str) -> dict[str, Any] | None:
        """What has changed since a version, ``None`` if nothing has."""
        with self._lock:
            self._refresh()
            return None if version == self.version else self._state(version)

    def act(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Do what an editor wants and tell what has changed.

        Raises :class:`StaleError` where the files are not those that the editor saw, and the
        rest of the family for acts that make no sense and files that cannot be written.
        """
        with self._lock:
            seen = str(facts.get("version", ""))
            self._refresh()
            self._current(seen)
            acts = Acts(self.case.restored, self.wish.edition)
            change = acts.change(facts)
            self.journal.decide(change.add, change.remove)
            self._load()
            if change.joined:
                left = Acts(self.case.restored, self.wish.edition).settled(change.joined)
                if left:
                    self.journal.join(left)
                    self._load()
            return self._state(seen)

    def undo(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Take back the last decision and tell what has changed."""
        with self._lock:
            seen = str(facts.get("version", ""))
            self._refresh()
            self.journal.undo()
            self._load()
            return self._state(seen)

    def pages(self) -> dict[str, Any]:
        """How many pages the PDF has and where everything is on them."""
        found = self._page_set()
        return {"total": len(found), "places": found.places}

    def picture(self, number: int) -> bytes:
        """The picture of a page, counted from 1. Raises ``IndexError``."""
        found = self._page_set()
        with self._setting:  # PDFium works in one thread at a time
            return found.picture(number - 1)

    # -- the state ----------------------------------------------------------------------

    def _page_set(self) -> PageSet:
        """The pages as set now; a second browser waits for the first one's."""
        if not self.wish.pages:
            msg = "pages were not asked for; start fukan review with --pages"
            raise UsageFaultError(msg)
        with self._setting:
            with self._lock:
                version, restored = self.version, self.case.restored
            if self._pages is None or self._pages[0] != version:
                self._give_up()
                options = pdf_options(self.wish, restored.profile)
                self._pages = (version, set_pages(restored.issue, options))
            return self._pages[1]

    def close(self) -> None:
        """End the desk."""
        with self._setting:
            self._give_up()

    def _give_up(self) -> None:
        if self._pages is not None:
            self._pages[1].close()
            self._pages = None

    def _current(self, version: str) -> None:
        if version != self.version:
            msg = "the issue or its corrections changed meanwhile; look again"
            raise StaleError(msg)

    def _files(self) -> tuple[Path, ...]:
        wish = self.wish
        beside = (*glossaries_beside(wish.path), *profile_files(wish.path.parent))
        given = (wish.path, self.journal.path, wish.profile, *wish.glossaries, *beside)
        return tuple(path for path in given if path is not None)

    def _stamped(self) -> tuple[object, ...]:
        """Sizes and times of the files, by which changes are noticed."""
        stamp: list[object] = []
        for path in self._files():
            try:
                state = path.stat()
                stamp.append((state.st_mtime_ns, state.st_size, state.st_ino))
            except OSError:
                stamp.append(None)
        return tuple(stamp)

    def _refresh(self) -> None:
        if self._stamped() != self._stamp:
            self._load()

    def _load(self) -> None:
        """Read everything anew. On an error the desk stays as it was."""
        stamp = self._stamped()
        case = open_case(self.wish)
        made = desk(case, self.language)
        self.case = case
        self.desk: Desk = made
        self.chunks: dict[str, Markup] = self.page.chunks(made)
        digest = hashlib.sha256()
        source = case.restored.issue.source
        digest.update(f"{source.sha256}\n{case.restored.profile!r}\n".encode())
        digest.update(self.journal.read().encode())
        self.version = digest.hexdigest()[:20]
        self._stamp = stamp
        self._known[self.version] = {key: hash(text) for key, text in self.chunks.items()}
        self._known.move_to_end(self.version)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def _state(self, since: str) -> dict[str, Any]:
        """The blocks that a browser lacks that has those of an earlier version."""
        before = self._known.get(since, {})
        now = self._known[self.version]
        return {
            "version": self.version,
            "undo": self.journal.can_undo,
            "order": self.page.order(self.desk),
            "totals": totals(self.desk),
            "chunks": {
                key: text for key, text in self.chunks.items() if before.get(key) != now[key]
            },
        }

    def state(self, since: str) -> dict[str, Any]:
        """The blocks that a browser lacks, whatever it wanted."""
        with self._lock:
            return self._state(since)

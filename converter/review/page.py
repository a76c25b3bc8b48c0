"""The proofing page as HTML: in blocks, so that a live desk sends only what has changed."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from converter.render import environment
from converter.resources import Resources
from converter.review.desk import Desk
from converter.review.phrases import legend, script_words, shortcuts, tab_names, weights
from converter.review.say import Say
from converter.values import NamedTuple

_LINES = 50
"""Source lines to a block: about two screens, which the browser lays out when they come near."""

_SCRIPT = ("base", "choose", "card", "acts", "lists", "pages", "events")
"""The parts of the script, in their order."""


class Pictures(NamedTuple):
    """Pictures of PDF pages, and where each item landed.

    ``places`` maps the key of an item to (page from 0, left, top, width, height), the
    lengths in hundredths of the page; ``pictures`` are ``data:`` addresses by page.
    """

    total: int
    places: Mapping[str, list[tuple[int, float, float, float, float]]]
    pictures: Mapping[int, str]


class Live(NamedTuple):
    """What a page needs that talks to a server."""

    token: str
    version: str
    undo: bool
    pages: bool


class Page:
    """Renders desks in one language. Raises ``jinja2`` errors for templates that misspell names."""

    def __init__(self, resources: Resources, language: str, *, live: bool = False) -> None:
        self.resources = resources
        self.say = Say(language)
        self.live = live
        made = environment(resources, "zh-Hans" if language == "zh" else "en")
        made.globals.update(say=self.say, words=weights(self.say), live=live)
        self._environment = made
        self._source = made.get_template("review/source.html").module
        self._restored = made.get_template("review/restored.html").module
        self._panels = made.get_template("review/panels.html").module

    def order(self, desk: Desk) -> dict[str, list[str]]:
        """The keys of the blocks of either side, in their order."""
        return {
            "source": [f"s{at + 1}" for at in range(0, len(desk.sheet), _LINES)],
            "restored": [f"r-{part.key}" for part in desk.parts],
        }

    def chunks(self, desk: Desk) -> dict[str, Markup]:
        """Every block of the page by its key."""
        source: Any = self._source
        restored: Any = self._restored
        panels: Any = self._panels
        made = {"figures": panels.figures(desk)}
        for at in range(0, len(desk.sheet), _LINES):
            made[f"s{at + 1}"] = source.block(desk.sheet[at : at + _LINES])
        for part in desk.parts:
            made[f"r-{part.key}"] = restored.part(part)
        made["panel-doubts"] = panels.doubts(desk)
        made["panel-contents"] = panels.contents(desk)
        made["panel-dropped"] = panels.dropped(desk)
        made["panel-repairs"] = panels.repairs(desk)
        if desk.forms is not None:
            made["panel-forms"] = panels.forms(desk)
        made["panel-decided"] = panels.decided(desk)
        return made

    def whole(
        self,
        desk: Desk,
        issue_language: str,
        pictures: Pictures | None = None,
        live: Live | None = None,
    ) -> str:
        """The page as one document that needs no other file."""
        script = self._script()
        style = self.resources.style_text("review.css")
        pages = pictures is not None or (live is not None and live.pages)
        keys = [key for key in tab_names(self.say) if key != "pages" or pages]
        keys = [key for key in keys if key != "forms" or desk.forms is not None]
        names = tab_names(self.say)
        template = self._environment.get_template("review/page.html")
        return template.render(
            desk=desk,
            chunks=self.chunks(desk),
            order=self.order(desk),
            tabs=[(key, names[key]) for key in keys],
            totals=totals(desk),
            legend=legend(self.say),
            shortcuts=shortcuts(self.say, live=self.live),
            language=issue_language,
            style=Markup(style),  # noqa: S704  (our own file, or the user's)
            script=Markup(script),  # noqa: S704  (the same)
            style_hash=_allowed(style),
            script_hash=_allowed(script),
            data=_json({"name": desk.name, **self._data(pictures, live)}),
        )

    def _data(self, pictures: Pictures | None, live: Live | None) -> dict[str, Any]:
        return {
            "words": script_words(self.say),
            "live": live is not None,
            "token": live.token if live else "",
            "version": live.version if live else "",
            "undo": bool(live and live.undo),
            "pages": pictures._asdict() if pictures else None,
        }

    def _script(self) -> str:
        """The parts of the script as one function, so that they see each other and no more."""
        loader = self._environment.loader
        assert loader is not None  # noqa: S101  (environment() gives one)
        names = (f"review/script/{name}.js" for name in _SCRIPT)
        parts = (loader.get_source(self._environment, name)[0] for name in names)
        return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def totals(desk: Desk) -> dict[str, int]:
    """The number in each tab."""
    counts = desk.counts
    made = {
        "doubts": counts.errors + counts.warnings + counts.notes,
        "contents": sum(1 for row in desk.contents if row.state != "same"),
        "dropped": counts.drops,
        "repairs": counts.changes,
        "decided": len(desk.decisions),
    }
    return made | ({"forms": counts.forms} if desk.forms is not None else {})


def _allowed(text: str) -> str:
    """The source expression by which a content security policy allows exactly this text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _json(data: object) -> Markup:
    """Data for a script element: nothing in it can end the element (HTML §4.12.1.3)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704  (escaped above)

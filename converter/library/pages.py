"""Renders the library's pages: the templates, and what all pages have in common."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from converter import __version__
from converter.library.indexes import author_id, letter_of
from converter.library.shelves import Magazine
from converter.library.words import LibraryWords, script_name
from converter.render import environment
from converter.resources import Resources
from converter.values import dataclass

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page. ``base`` is the site's address, ending in /, or ""."""

    title: str
    language: str
    base: str
    single: bool
    has_search: bool
    has_catalogue: bool
    """False where no issue has a file to offer: a catalogue of nothing is not valid."""

    @property
    def generator(self) -> str:
        """The program."""
        return f"Fukan {__version__}"


class Press:
    """Fills in templates; links are relative, so that the folder may lie anywhere."""

    def __init__(self, resources: Resources, site: Site, say: LibraryWords) -> None:
        self.site = site
        self.say = say
        self._environment: Environment = environment(resources, site.language)
        self._environment.globals.update(
            site=site,
            say=say,
            letter_of=letter_of,
            author_id=author_id,
            absolute=lambda target: absolute(site.base, target),
            urn=lambda name: urn(site, name),
            script_name=lambda tag: script_name(tag, say),
        )

    def page(
        self, address: str, template: str, magazine: Magazine | None = None, /, **values: Any
    ) -> str:
        """The page at ``address``; ``magazine`` is the one whose pages it belongs to."""
        made = self._environment.get_template(f"library/{template}")
        return made.render(
            address=address, magazine=magazine, to=lambda target: link(address, target), **values
        )


def link(address: str, target: str) -> str:
    """A relative link from one page to another; the target may have a fragment."""
    path, hash_, fragment = target.partition("#")
    way = quote(posixpath.basename(path)) if path == address else _way(_folder(address), path)
    return way + (f"#{quote(fragment)}" if hash_ else "")


_folder = lru_cache(maxsize=64)(posixpath.dirname)


@lru_cache(maxsize=4096)
def _way(folder: str, path: str) -> str:
    """From a folder to a file; the pages of a folder share most of what they link to."""
    # A segment with a colon would be taken for a scheme; quote leaves none.
    return quote(posixpath.relpath(path, folder or "."))


def urn(site: Site, name: str) -> str:
    """A name for a feed that stays the same wherever it is read."""
    from uuid import NAMESPACE_URL, uuid5

    return uuid5(NAMESPACE_URL, f"{site.base or f'urn:fukan:{site.title}:'}{name}").urn


def absolute(base: str, target: str) -> str:
    """The address in full, where the site's is known; index.html goes without saying."""
    path = target.removesuffix("index.html") if target.endswith("/index.html") else target
    return f"{base}{quote('' if path == 'index.html' else path)}"


def site_of(
    magazines: Sequence[Magazine], title: str, base: str, *, has_search: bool, say: LibraryWords
) -> Site:
    """The site over some magazines."""
    languages = [shelf.book.language for m in magazines for shelf in m.shelves]
    traditional = sum(language.startswith("zh-Hant") for language in languages)
    single = len(magazines) == 1
    return Site(
        title=title or (magazines[0].title if single else say.library),
        language="zh-Hant" if traditional * 2 > len(languages) else "zh-Hans",
        base=base,
        single=single,
        has_search=has_search,
        has_catalogue=any(s.book.editions for m in magazines for s in m.shelves),
    )

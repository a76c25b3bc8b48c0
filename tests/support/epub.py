"""A finished EPUB as a reading system meets it: container, package, spine, navigation."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

NAMESPACES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "opf": "http://www.idpf.org/2007/opf",
    "x": "http://www.w3.org/1999/xhtml",
}

# A book is untrusted input even here: no entities, no network.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True, slots=True)
class NavPoint:
    """An entry of the navigation: its text, its target inside the book, what is beneath."""

    text: str
    target: str
    children: tuple[NavPoint, ...] = ()


class Epub:
    """Reads ``path`` once; every member is named by its full path in the archive."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self.members = {info.filename: archive.read(info) for info in self.infos}

    @cached_property
    def package_name(self) -> str:
        """The path of the package document."""
        container = self.tree("META-INF/container.xml")
        return str(container.xpath("//c:rootfile/@full-path", namespaces=NAMESPACES)[0])

    @cached_property
    def package(self) -> Any:
        """The package document."""
        return self.tree(self.package_name)

    @cached_property
    def manifest(self) -> dict[str, str]:
        """Paths by manifest id."""
        items = self.package.xpath("//opf:manifest/opf:item", namespaces=NAMESPACES)
        return {item.get("id"): self._path(self.package_name, item.get("href")) for item in items}

    @cached_property
    def spine(self) -> list[str]:
        """The paths of the content documents in reading order."""
        refs = self.package.xpath("//opf:spine/opf:itemref/@idref", namespaces=NAMESPACES)
        return [self.manifest[ref] for ref in refs]

    @cached_property
    def nav_name(self) -> str:
        """The path of the navigation document."""
        (item,) = self.package.xpath(
            "//opf:item[contains(concat(' ', @properties, ' '), ' nav ')]", namespaces=NAMESPACES
        )
        return self.manifest[item.get("id")]

    def nav(self, kind: str = "toc") -> tuple[NavPoint, ...]:
        """The entries of a navigation of that ``epub:type``; empty where there is none."""
        lists = self.tree(self.nav_name).xpath(
            f"//x:nav[@epub:type='{kind}']/x:ol", namespaces=NAMESPACES
        )
        return self._points(lists[0]) if lists else ()

    def metadata(self, expression: str) -> list[str]:
        """Texts of the metadata, e.g. ``dc:title`` or ``opf:meta[@property='…']``."""
        found = self.package.xpath(f"//opf:metadata/{expression}", namespaces=NAMESPACES)
        return [one if isinstance(one, str) else "".join(one.itertext()) for one in found]

    def tree(self, name: str) -> Any:
        """The root element of an XML member."""
        return etree.fromstring(self.members[name], _PARSER)

    def text(self, name: str) -> str:
        """All text of a content document's body, tags removed."""
        (body,) = self.tree(name).xpath("//x:body", namespaces=NAMESPACES)
        return "".join(body.itertext())

    def source(self, name: str) -> str:
        """A member as text."""
        return self.members[name].decode("utf-8")

    def _points(self, ordered_list: Any) -> tuple[NavPoint, ...]:
        points = []
        for item in ordered_list.findall("x:li", NAMESPACES):
            label, beneath = item[0], item.find("x:ol", NAMESPACES)
            target = self._path(self.nav_name, label.get("href", ""))
            text = " ".join("".join(label.itertext()).split())
            points.append(
                NavPoint(text, target, self._points(beneath) if beneath is not None else ())
            )
        return tuple(points)

    @staticmethod
    def _path(base: str, href: str) -> str:
        if not href:
            return ""
        path, mark, fragment = unquote(href).partition("#")
        where = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
        return where + mark + fragment

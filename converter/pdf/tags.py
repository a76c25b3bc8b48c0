"""The structure tree of a tagged PDF (ISO 32000-1 §14.8, ISO 14289-1).

WeasyPrint makes one structure element for every line and every fragment of a paragraph.
Here there is one for each element of the document, however many pages it goes over, in
the order of the document, with the kinds that the issue's own structure gives: an
article, a sidebar, a table of contents, a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BY_TAG = {
    "section": "Sect",
    "div": "Div",
    "p": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "a": "Link",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "aside": "Sidebar",
    "ul": "L",
    "li": "LI",
}
_BY_CLASS = {
    "article": "Art",
    "contents-section": "TOC",
    "contents-name": "Caption",
    "entry": "TOCI",
    "pull": "PullQuote",
    "quote": "PullQuote",
    "verse": "Verse",
    "note": "Note",
    "ref": "Reference",
    "table": "Div",
}
_TRANSPARENT_CLASSES = frozenset({"opening", "body", "back", "plate", "quote-frame"})
_ROLES = {"Sidebar": "Sect", "PullQuote": "BlockQuote", "Verse": "Div"}
"""Our own kinds and the standard ones that they are mapped to."""


def kind(element: Element) -> str | None:
    """The kind of structure element, or ``None`` where the parent takes the content."""
    classes = (element.get("class") or "").split()
    for name in classes:
        if name in _BY_CLASS:
            return _BY_CLASS[name]
    if classes and classes[0] in _TRANSPARENT_CLASSES:
        return None
    return _BY_TAG.get(element.tag)


@contextmanager
def own_tags() -> Iterator[None]:
    """Let WeasyPrint make our structure tree instead of its own, inside the block."""
    import weasyprint.pdf as writer
    from weasyprint.pdf.stream import Stream

    stock_tags, stock_marked = writer.add_tags, Stream.marked

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        """Mark what is no content (running heads, leaders) as an artifact."""
        if stream._tags is not None and _is_furniture(box):  # noqa: SLF001
            with stream.artifact():
                yield
        else:
            with stock_marked(stream, box, tag):
                yield

    writer.add_tags, Stream.marked = _add_tags, marked
    try:
        yield
    finally:
        writer.add_tags, Stream.marked = stock_tags, stock_marked


_FURNITURE = frozenset({"leader", "quote-mark", "numeral"})


def _is_furniture(box: Any) -> bool:
    if box.element is None:
        return True
    return not _FURNITURE.isdisjoint((box.element.get("class") or "").split())


def _add_tags(pdf: Any, document: Any, _version: Any, page_streams: list[Any]) -> None:
    tree = _Tree(pdf, document._html.etree_element)  # noqa: SLF001
    for number, stream in enumerate(page_streams):
        tree.page(number, stream._tags)  # noqa: SLF001
    tree.links(document)
    tree.finish()


class _Node:
    """A structure element in the making. Kids are (order, bytes or node)."""

    __slots__ = ("attributes", "element", "kids", "kind", "number", "order", "page", "parent")

    def __init__(self, kind_: str, parent: _Node | None, order: int, number: int) -> None:
        self.kind = kind_
        self.parent = parent
        self.order = order
        self.number = number
        self.page = -1
        self.kids: list[tuple[int, bytes | _Node]] = []
        self.attributes = b""
        self.element: Element | None = None

    @property
    def reference(self) -> bytes:
        return b"%d 0 R" % self.number


_HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_GROUPS = frozenset(
    {
        "Document",
        "Sect",
        "Art",
        "Div",
        "TOC",
        "TOCI",
        "Sidebar",
        "PullQuote",
        "Verse",
        "Table",
        "TR",
    }
)
"""Elements whose kids are sorted into the order of the document: floats are painted first."""


def _close_ranks(nodes: list[_Node]) -> None:
    """Let no heading be more than one level below the one before it (ISO 14289-1 §7.4.2).

    How it looks is the magazine's affair: it may set （一） without 一、 before it.
    """
    before = 0
    for node in sorted(nodes, key=lambda one: one.order):
        if node.kind in _HEADINGS:
            before = min(int(node.kind[1]), before + 1)
            node.kind = f"H{before}"


class _Tree:
    def __init__(self, pdf: Any, root: Element) -> None:
        import pydyf

        class Raw(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
            raw = b""

            @property
            def data(self) -> bytes:
                return self.raw

        self._raw = Raw
        self._pdf = pdf
        self._pages = pdf.page_references
        self._order = {element: index for index, element in enumerate(root.iter())}
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._objects: list[Any] = []
        self._root = self._raw()
        pdf.add_object(self._root)
        self._document = self._node("Document", None, 0)
        self._nodes: dict[Element, _Node] = {root: self._document}
        self._all = [self._document]
        self._parent_tree: list[bytes] = []

    def _node(self, kind_: str, parent: _Node | None, order: int) -> _Node:
        thing = self._raw()
        self._pdf.add_object(thing)
        self._objects.append(thing)
        node = _Node(kind_, parent, order, thing.number)
        if parent is not None:
            parent.kids.append((order, node))
            self._all.append(node)
        return node

    def _of(self, element: Element) -> _Node:
        """The node that takes the content of an element, made if need be."""
        found = self._nodes.get(element)
        if found is not None:
            return found
        parent = self._of(self._parents[element])
        kind_ = kind(element)
        if kind_ is None:
            node = parent
        else:
            node = self._node(kind_, parent, self._order[element])
            node.element = element
            if kind_ == "TH":
                scope = "Row" if element.get("scope") == "row" else "Column"
                node.attributes = f"/A <</O /Table/Scope /{scope}>>".encode()
            elif kind_ == "Note":  # ISO 14289-1 §7.9: a note has an ID
                node.attributes = f"/ID (note-{node.number})".encode()
            if element.get("lang"):
                node.attributes += f"/Lang ({element.get('lang')})".encode()
        self._nodes[element] = node
        return node

    def page(self, number: int, marks: dict[Any, dict[str, Any]]) -> None:
        """Hang the marked content of a page into the tree."""
        page = self._pages[number]
        owners = []
        for box, mark in marks.items():
            node = self._of(box.element)
            content = b"%d" % mark["mcid"]
            if node.page < 0:
                node.page = number
            if node.page != number:
                content = b"<</Type /MCR/Pg %b/MCID %b>>" % (page, content)
            node.kids.append((self._order[box.element], content))
            owners.append(node.reference)
        self._parent_tree.append(b"%d [%b]" % (number, b" ".join(owners)))

    def links(self, document: Any) -> None:
        """Hang the link annotations into the tree, and say what each leads to."""
        import pydyf

        at = len(document.pages)
        for number, page in enumerate(document.pages):
            for _, _, _, box in page.links:
                annotation = box.link_annotation
                if not annotation:
                    continue
                node = self._of(box.element)
                if node.page < 0:
                    node.page = number
                content = b"<</Type /OBJR/Obj %b/Pg %b>>" % (
                    annotation.reference,
                    self._pages[number],
                )
                node.kids.append((self._order[box.element], content))
                annotation["StructParent"] = at
                annotation["Contents"] = pydyf.String("".join(box.element.itertext()).strip())
                annotation["F"] = 4  # ISO 19005-2 §6.3.2: annotations are printed
                self._parent_tree.append(b"%d %b" % (at, node.reference))
                at += 1

    def finish(self) -> None:
        """Serialise the nodes; the catalog's entries."""
        import pydyf

        _close_ranks(self._all)
        for node, thing in zip(self._all, self._objects, strict=True):
            thing.raw = self._serialised(node)
        parent_tree = self._raw()
        parent_tree.raw = b"<</Nums [%b]>>" % b"\n".join(self._parent_tree)
        self._pdf.add_object(parent_tree)
        roles = "".join(f"/{own} /{standard}" for own, standard in _ROLES.items()).encode()
        self._root.raw = (
            b"<</Type /StructTreeRoot/K [%b]/ParentTree %b/ParentTreeNextKey %d/RoleMap <<%b>>>>"
            % (self._document.reference, parent_tree.reference, len(self._parent_tree), roles)
        )
        catalog = self._pdf.catalog
        catalog["StructTreeRoot"] = self._root.reference
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _serialised(self, node: _Node) -> bytes:
        kids = node.kids
        if node.kind in _GROUPS:
            kids = sorted(kids, key=lambda kid: kid[0])
        listed = b" ".join(kid.reference if isinstance(kid, _Node) else kid for _, kid in kids)
        parent = node.parent.reference if node.parent else self._root.reference
        page = b"/Pg " + self._pages[node.page] if node.page >= 0 else b""
        return b"<</Type /StructElem/S /%b/P %b%b%b/K [%b]>>" % (
            node.kind.encode(),
            parent,
            page,
            node.attributes,
            listed,
        )

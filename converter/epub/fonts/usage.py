"""Which characters are set in which face, told by the style sheet as a reader applies it.

Only what decides the face is looked at: ``font-family``, ``font-weight``, and what
elements inherit (CSS Fonts Module Level 4 §2). A user's own style sheet works the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from converter.values import NamedTuple

if TYPE_CHECKING:
    from cssselect2 import ElementWrapper, Matcher


class Use(NamedTuple):
    """A family that is to be embedded, and whether its bold face is meant."""

    family: str
    bold: bool


_BOLD_BY_ITSELF = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "b", "strong"})
"""What every reading system sets bold (HTML, Rendering §15.3)."""

_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_SKIPPED = frozenset({"head", "style", "script"})


class _Face(NamedTuple):
    """What a rule says: ``None`` where it says nothing."""

    family: str | None
    bold: bool | None


def _rules(css: str) -> Iterator[tuple[list[Any], list[Any]]]:
    """Selectors and declarations of each rule outside of at-rules."""
    import tinycss2

    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield (
                rule.prelude,
                tinycss2.parse_blocks_contents(
                    rule.content, skip_comments=True, skip_whitespace=True
                ),
            )


def _face(declarations: Iterable[Any]) -> _Face:
    family: str | None = None
    bold: bool | None = None
    for one in declarations:
        if one.type != "declaration":
            continue
        words = [token for token in one.value if token.type in ("string", "ident", "number")]
        if one.lower_name == "font-family" and words:
            # The first name decides: the others are what to fall back on.
            family = str(words[0].value)
        elif one.lower_name == "font-weight" and words:
            value = words[0]
            bold = str(getattr(value, "int_value", value.value)).lower() in _BOLD
    return _Face(family, bold)


def generated_text(css: str) -> str:
    """All characters that the sheet itself puts on the page (``content``)."""
    return "".join(
        token.value
        for _, declarations in _rules(css)
        for one in declarations
        if one.type == "declaration" and one.lower_name == "content"
        for token in one.value
        if token.type == "string"
    )


def _matcher(css: str) -> Matcher:
    import cssselect2

    matcher = cssselect2.Matcher()
    for prelude, declarations in _rules(css):
        face = _face(declarations)
        if face == (None, None):
            continue
        try:
            selectors = cssselect2.compile_selector_list(prelude)
        except cssselect2.SelectorError:
            continue  # a reader skips such a rule as well
        for selector in selectors:
            if selector.pseudo_element is None:
                matcher.add_selector(selector, face)
    return matcher


def characters_by_face(
    documents: Iterable[bytes], css: str, families: Collection[str]
) -> dict[Use, set[str]]:
    """The characters set in each of the ``families``, by weight."""
    import xml.etree.ElementTree as ET

    import cssselect2

    matcher = _matcher(css)
    found: dict[Use, set[str]] = {}
    for document in documents:
        root = ET.fromstring(document)  # noqa: S314  (we have just written it)
        _walk(cssselect2.ElementWrapper.from_xml_root(root), Use("", bold=False), matcher, found)
    return {use: chars for use, chars in found.items() if use.family in families}


def _walk(
    element: ElementWrapper, above: Use, matcher: Matcher, found: dict[Use, set[str]]
) -> None:
    if element.local_name in _SKIPPED:
        return
    family, bold = above.family, above.bold or element.local_name in _BOLD_BY_ITSELF
    # Sorted by specificity and order: the last one that speaks decides.
    for _, _, _, face in matcher.match(element):
        family = family if face.family is None else face.family
        bold = bold if face.bold is None else face.bold
    use = Use(family, bold)
    characters = found.setdefault(use, set())
    characters.update(element.etree_element.text or "")
    for child in element.iter_children():
        _walk(child, use, matcher, found)
        characters.update(child.etree_element.tail or "")

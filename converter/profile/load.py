"""Reads a profile from TOML. Whatever it does not understand is an error with its line."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from converter import patterns as re
from converter.diagnostics import Severity
from converter.diagnostics.core import catalogue
from converter.model import MastheadKind
from converter.profile.schema import Boxes, Colours, House, Profile, Vocabulary
from converter.tomltext import Section, read_toml, read_written

_KEYS = (
    "name", "titles", "sections", "running-heads", "headings", "interviewers",
    "colours", "boxes", "masthead", "cleaning", "severities", "house",
)  # fmt: skip
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LEVELS = ("off", *(severity.label for severity in Severity))
_PAGES = ("16k", "32k", "a4", "b5")


def load_profile(path: Path, vocabulary: Vocabulary | None = None) -> Profile:
    """Read the profile at ``path``.

    Raises :class:`MissingInputError` if it cannot be opened and
    :class:`ModelFormatError`, which names file and line, if it is not of its form.
    """
    text = read_written(path, "profile")
    return parse_profile(text, str(path), vocabulary, folder=path.parent)


def parse_profile(
    text: str, name: str, vocabulary: Vocabulary | None = None, *, folder: Path | None = None
) -> Profile:
    """The profile that ``text`` describes; ``name`` is what messages call its file.

    Paths in it are relative to ``folder``. Raises :class:`ModelFormatError`.
    """
    known = vocabulary or Vocabulary()
    root = Section.root(read_toml(text, name))
    root.only(_KEYS)
    base = Profile()
    cleaning = root.table("cleaning")
    cleaning.only(("off",))
    return Profile(
        name=root.text("name", "").strip() or Path(name).name.split(".")[0],
        titles=_words(root, "titles"),
        colours=_colours(root.table("colours")),
        boxes=_boxes(root.table("boxes"), base.boxes),
        sections=_words(root, "sections"),
        running_heads=_words(root, "running-heads"),
        headings=_among(root, "headings", known.headings, "kind of heading number"),
        interviewers=_words(root, "interviewers"),
        masthead=_masthead(root.table("masthead")),
        cleaning_off=_among(cleaning, "off", known.cleaning, "cleaning rule"),
        severities=_severities(root.table("severities")),
        house=_house(root.table("house"), folder),
    )


def _words(section: Section, key: str) -> tuple[str, ...]:
    """Texts that are not blank."""
    found = section.texts(key)
    for index, text in enumerate(found):
        if not text.strip():
            msg = f"“{key}” holds an empty text"
            raise section.document.fault((*section.path, key, index), msg)
    return found


def _among(section: Section, key: str, allowed: Collection[str], what: str) -> tuple[str, ...]:
    found = section.texts(key)
    for index, text in enumerate(found):
        if allowed and text not in allowed:
            msg = f"“{text}” is no {what}; there are {', '.join(allowed)}"
            raise section.document.fault((*section.path, key, index), msg)
    return found


def _colours(section: Section) -> Colours:
    section.only(("primary", "accent", "tint"))
    base = Colours()

    def colour(key: str, default: str) -> str:
        value = section.text(key, default)
        if not _COLOUR.fullmatch(value):
            msg = f"“{value}” is not a colour; write # and six hexadecimal digits (#8c2f24)"
            raise section.fault(msg, key)
        return value.lower()

    return Colours(
        colour("primary", base.primary), colour("accent", base.accent), colour("tint", base.tint)
    )


def _boxes(section: Section, base: Boxes) -> Boxes:
    """``labels`` and ``ambiguous`` replace the program's lists, ``extra`` adds to the first."""
    section.only(("labels", "extra", "ambiguous"))
    labels = _words(section, "labels") or base.labels
    extra = _words(section, "extra")
    ambiguous = section.texts("ambiguous", base.ambiguous)
    joined = tuple(dict.fromkeys((*labels, *extra)))
    return Boxes(joined, tuple(label for label in ambiguous if label in joined))


def _masthead(section: Section) -> tuple[tuple[str, str], ...]:
    kinds = tuple(kind.value for kind in MastheadKind)
    found = []
    for label in section.data:
        kind = section.text(label)
        if kind not in kinds:
            msg = f"“{kind}” is no kind of masthead entry; there are {', '.join(kinds)}"
            raise section.fault(msg, label)
        found.append((label, kind))
    return tuple(found)


def _severities(section: Section) -> tuple[tuple[str, str], ...]:
    codes = catalogue()
    found = []
    for code in section.data:
        if code not in codes:
            msg = f"there is no diagnostic “{code}”; fukan explain lists them"
            raise section.fault(msg, code)
        level = section.text(code)
        if level not in _LEVELS:
            msg = f"“{level}” is no severity; there are {', '.join(_LEVELS)}"
            raise section.fault(msg, code)
        found.append((code, level))
    return tuple(found)


def _house(section: Section, folder: Path | None) -> House:
    flags = ("vertical", "vocabulary", "indent-after-heading")
    section.only(("theme", "page", "columns", "size", *flags, "glossaries"))
    page = section.text("page")
    if page and page not in _PAGES:
        msg = f"“{page}” is no size of page; there are {', '.join(_PAGES)}"
        raise section.fault(msg, "page")
    size = section.data.get("size", 0.0)
    if isinstance(size, bool) or not isinstance(size, (int, float)):
        msg = "“size” must be a number of points, such as 10.5"
        raise section.fault(msg, "size")
    glossaries = _words(section, "glossaries")
    if folder is not None:
        glossaries = tuple(str(folder / glossary) for glossary in glossaries)
    return House(
        theme=section.text("theme"),
        page=page,
        columns=section.whole("columns", least=1, most=2),
        size=float(size),
        vertical=section.flag("vertical") if "vertical" in section.data else None,
        vocabulary=section.flag("vocabulary") if "vocabulary" in section.data else None,
        indent_after_heading=(
            section.flag("indent-after-heading") if "indent-after-heading" in section.data else None
        ),
        glossaries=glossaries,
    )

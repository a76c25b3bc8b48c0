"""The Jinja2 environment: strict, escaping, with the filters that templates share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter import patterns as re
from converter.render.inline import inline, readable, xml_text
from converter.render.language import title_language
from converter.render.sources import names_itself
from converter.render.words import words

if TYPE_CHECKING:
    from jinja2 import Environment

    from converter.resources import Resources


def _finalize(value: object) -> object:
    """Every value a template prints: a text loses the characters that XML forbids."""
    return readable(value) if isinstance(value, str) else value


_TAG = re.compile("<[^>]*>")


def _bare(source: str) -> str:
    """A text without its markup. ``striptags`` would load the tables of all entities."""
    return _TAG.sub("", source) if hasattr(source, "__html__") else source


def environment(resources: Resources, language: str) -> Environment:
    """An environment over the user's templates and the program's own.

    ``words`` holds the fixed words of the templates in ``language`` (a BCP 47 tag); the
    filter ``dash`` gives what leads to a source, if anything does, ``title_language`` the
    language of a parallel of a title.
    Raises ``jinja2.UndefinedError`` at render time for a name the templates misspell.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from converter.render.compiled import KeptTemplates

    made = Environment(
        loader=FileSystemLoader([str(path) for path in resources.template_paths]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        auto_reload=False,
        bytecode_cache=KeptTemplates(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["inline"] = inline
    made.filters["xml_text"] = xml_text
    made.filters["title_language"] = title_language
    fixed = words(language)
    made.filters["dash"] = lambda source: "" if names_itself(_bare(source)) else fixed.dash
    made.globals["words"] = fixed
    return made

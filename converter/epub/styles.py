"""The one style sheet of an EPUB, put together from the sheets of its edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter import patterns as re
from converter.epub.options import EpubOptions

if TYPE_CHECKING:
    from jinja2 import Environment

_HONG_KONG = "zh-Hant-HK"
"""The edition whose shapes are not those of the others (Source Han Sans HC, PingFang HK)."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?|(:) | ([+>]) (?=[^{}]*\{)")
_ZERO = re.compile(r"(?<![\w.])0(?=\.\d)")
# Chinese house style indents every paragraph (clreq §4.2.1); some magazines do not indent
# the first one after a heading.
_NO_INDENT = "h1 + p, h2 + p, h3 + p, h4 + p, h5 + p, h6 + p, header + p { text-indent: 0; }"


def compact(css: str) -> str:
    """The sheet without comments and needless blanks."""
    bare = _AROUND.sub(r"\1\2\3", _BLANKS.sub(" ", _COMMENT.sub("", css))).strip()
    return _ZERO.sub("", bare).replace(";}", "}")


def style_sheet(language: str, options: EpubOptions, templates: Environment) -> str:
    """All rules of the edition: the common ones, its faces, its direction, its colours."""
    faces = "hant" if language.startswith("zh-Hant") else "hans"
    if language == _HONG_KONG:
        faces = "hant-hk"
    names = ["epub.css", f"epub-{faces}.css"]
    if options.vertical:
        names.append("epub-vertical.css")
    sheets = [options.resources.style_text(name) for name in names]
    colours = templates.get_template("epub/colours.css").render(colours=options.profile.colours)
    if options.profile.house.indent_after_heading is False:
        sheets.append(_NO_INDENT)
    return compact("\n".join([*sheets, colours]))

"""Embedded typefaces: open ones, each cut down to the characters that are set in it.

``usage`` tells from the pages and the style sheet which characters those are, ``subset``
cuts the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converter.diagnostics import Diagnostic
from converter.epub.cover.faces import Face, find_face
from converter.epub.fonts.usage import Use, characters_by_face, generated_text
from converter.epub.parts import Resource
from converter.values import NamedTuple


class Fonts(NamedTuple):
    """The font files, the rules that name them, and what there is to say."""

    files: tuple[Resource, ...] = ()
    css: str = ""
    problems: tuple[Diagnostic, ...] = ()


NO_FONTS = Fonts()

_FACES: dict[Use, tuple[str, str]] = {
    Use("Fukan Song", bold=False): ("song", "宋体"),
    Use("Fukan Song", bold=True): ("song-bold", "宋体"),
    Use("Fukan Hei", bold=False): ("hei", "黑体"),
    Use("Fukan Hei", bold=True): ("hei-bold", "黑体"),
    Use("Fukan Kai", bold=False): ("kai", "楷体"),
}
"""The families that the style sheets name, by the roles that the program finds files for."""

FAMILIES = frozenset(use.family for use in _FACES)

# On body alone, so that a reader's own choice of face overrules it with one rule.
_BODY = 'body { font-family: "Fukan Song", serif; }'
_LICENCE = Path(__file__).with_name("OFL.txt")
_TYPES = {"otf": "font/otf", "ttf": "font/ttf"}
_SHOWN = 20
"""So many missing characters are named."""


def embedded(language: str, documents: Sequence[bytes], css: str) -> Fonts:
    """Subsets for the XHTML ``documents``, whose style sheet is ``css``.

    The files are plain OpenType, which every reading system knows (WOFF2 would be a tenth
    smaller and unknown to Kindle and KOReader), and not obfuscated.
    """
    from converter.epub.fonts.subset import cut

    sheet = f"{css}\n{_BODY}"
    uses = characters_by_face(documents, sheet, FAMILIES)
    files, rules, problems = list[Resource](), list[str](), list[Diagnostic]()
    notices = dict[str, None]()
    glyphs = size = 0
    for use, (face, characters) in _chosen(uses, generated_text(sheet), language, problems).items():
        role, name = _FACES[use]
        made = cut(face, characters, use.family, bold=use.bold)
        if made is None:
            problems.append(Diagnostic.of("EPB007", role=name))
            continue
        file = f"fonts/{role}.{made.suffix}"
        files.append(Resource(f"font-{role}", file, _TYPES[made.suffix], made.data))
        weight = "bold" if use.bold else "normal"
        rules.append(
            f'@font-face {{ font-family: "{use.family}"; font-weight: {weight}; '
            f"font-style: normal; src: url({file}); }}"
        )
        if made.missing:
            shown = "".join(made.missing[:_SHOWN]) + ("……" if len(made.missing) > _SHOWN else "")
            problems.append(
                Diagnostic.of("EPB008", role=name, count=len(made.missing), characters=shown)
            )
        notices[made.copyright] = None
        glyphs += len(characters) - len(made.missing)
        size += len(made.data)
    if not files:
        return Fonts(problems=tuple(problems))
    told = Diagnostic.of("EPB006", count=len(files), glyphs=glyphs, size=round(size / 1024))
    licence = "\n".join([*filter(None, notices), "", _LICENCE.read_text(encoding="utf-8")])
    files.append(Resource("font-licence", "fonts/OFL.txt", "text/plain", licence.encode()))
    return Fonts(tuple(files), "\n".join([*rules, _BODY]), (told, *problems))


def _chosen(
    uses: dict[Use, set[str]], everywhere: str, language: str, problems: list[Diagnostic]
) -> dict[Use, tuple[Face, str]]:
    """The file for each use; a weight that is not installed is left to the normal one."""
    wanted = dict[Use, set[str]]()
    for use, characters in uses.items():
        role = _FACES.get(use)
        known = role is not None and find_face(role[0], language) is not None
        own = use if known else Use(use.family, bold=False)
        wanted.setdefault(own, set(everywhere)).update(characters)
    out = dict[Use, tuple[Face, str]]()
    for use, (role_name, told) in _FACES.items():
        if use in wanted:
            face = find_face(role_name, language)
            if face is None:
                problems.append(Diagnostic.of("EPB007", role=told))
            else:
                out[use] = (face, "".join(sorted(wanted[use])))
    return out

"""What is to be made of every issue of a batch, and under which names."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from converter.epub import EpubOptions
from converter.pdf import PdfOptions
from converter.profile import Profile
from converter.resources import Resources
from converter.values import NamedTuple, dataclass, field, replace

Kind = Literal["epub", "pdf"]

SOURCE_EDITION = ""
"""The edition in the script of the source; its files carry no tag in their names."""

_PAGE = ("theme", "page", "columns", "size")
HOUSE = (*_PAGE, "vertical", "vocabulary")
"""The choices that a profile's house style makes where the user makes none."""


class Output(NamedTuple):
    """One file to be made: ``name`` is its path in the output folder, with ``/``."""

    kind: Kind
    edition: str
    name: str


def _epub() -> EpubOptions:
    return EpubOptions(profile=Profile(), resources=Resources())


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that is the same for all issues of a batch.

    ``editions`` are BCP 47 tags (``zh-Hant-TW``), :data:`SOURCE_EDITION` for the script of
    the source. ``profile`` is a TOML file, or ``None`` where each issue's masthead chooses;
    ``corrections`` tells whether those beside an issue apply.
    The profile inside ``epub`` and ``pdf`` is replaced by the issue's own, whose house style
    decides the choices that are not ``asked`` for by name (:data:`HOUSE`). Travels to the
    workers by pickle.
    """

    kinds: tuple[Kind, ...] = ("epub", "pdf")
    editions: tuple[str, ...] = (SOURCE_EDITION,)
    vocabulary: bool = False
    glossaries: tuple[Path, ...] = ()
    profile: Path | None = None
    corrections: bool = True
    resources: Resources = field(default_factory=Resources)
    epub: EpubOptions = field(default_factory=_epub)
    pdf: PdfOptions = field(default_factory=PdfOptions)
    asked: frozenset[str] = frozenset()

    def for_profile(self, profile: Profile) -> Recipe:
        """The recipe with what the magazine's house style decides.

        Raises :class:`~converter.diagnostics.UsageFaultError` for a style that makes no sense.
        """
        house = {name: getattr(profile.house, name) for name in HOUSE if name not in self.asked}
        # Empty, zero and None mean that the house leaves it to the program.
        page = {name: house[name] for name in _PAGE if house.get(name)}
        vertical, vocabulary = house.get("vertical"), house.get("vocabulary")
        return replace(
            self,
            epub=replace(
                self.epub,
                profile=profile,
                resources=self.resources,
                vertical=self.epub.vertical if vertical is None else vertical,
            ),
            pdf=replace(self.pdf, profile=profile, resources=self.resources, **page),
            vocabulary=self.vocabulary if vocabulary is None else vocabulary,
            glossaries=(*self.glossaries, *(Path(one) for one in profile.house.glossaries)),
        )

    def outputs(self, name: str) -> tuple[Output, ...]:
        """The files of the issue called ``name`` (``2022/spring``), edition by edition."""
        return tuple(
            Output(kind, edition, f"{name}.{edition}.{kind}" if edition else f"{name}.{kind}")
            for edition in self.editions
            for kind in self.kinds
        )

"""What an editor asked to look at, and how to open it, again and again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.corrections import Corrections, corrections_path
from converter.diagnostics import UsageFaultError
from converter.pipeline import glossaries_beside, load_settings, restore, variant
from converter.profile import Profile
from converter.resources import Resources
from converter.review.desk import Case
from converter.values import dataclass, field, replace

if TYPE_CHECKING:
    from converter.pdf import PdfOptions


@dataclass(frozen=True, slots=True)
class Wish:
    """One issue and the choices of the command line.

    ``edition`` is the tag of an edition whose conversion is to be proofed, "" for none;
    ``vocabulary`` is ``None`` where the profile decides. ``pages`` asks for pictures of the
    PDF.
    """

    path: Path
    profile: Path | None = None
    corrections: Path | bool = True
    without: tuple[str, ...] = ()
    edition: str = ""
    vocabulary: bool | None = None
    glossaries: tuple[Path, ...] = ()
    resources: Resources = field(default_factory=Resources)
    pages: bool = False
    live: bool = False
    """True for a desk that writes corrections, whose file need not be there yet."""

    @property
    def corrections_file(self) -> Path:
        """Where decisions are written."""
        given = self.corrections
        return given if isinstance(given, Path) else corrections_path(self.path)


def open_case(wish: Wish) -> Case:
    """Restore the issue as it is now, and convert it where an edition is wished for.

    Raises the family of :class:`~converter.diagnostics.FukanError` for what cannot be read,
    and :class:`UsageFaultError` for a model, which has no source to lay beside it.
    """
    if wish.path.suffix.lower() == ".json":
        msg = f"{wish.path} is a model; review compares an issue with its OCR text (.txt)"
        raise UsageFaultError(msg)
    given = wish.corrections
    if wish.live and isinstance(given, Path) and not given.exists():
        given = False  # it begins with the first decision
    profile, corrections = load_settings(
        wish.path, wish.profile, corrections=given, without=wish.without
    )
    restored = restore(wish.path, profile=profile, corrections=corrections)
    case = Case(restored, corrections or Corrections())
    if not wish.edition:
        return case
    from converter.variant import Edition, Glossary

    house = profile.house
    beside = glossaries_beside(wish.path)
    paths = (*wish.glossaries, *beside, *map(Path, house.glossaries))
    _, report = variant(
        case.restored.issue,
        Edition(wish.edition),
        vocabulary=bool(house.vocabulary if wish.vocabulary is None else wish.vocabulary),
        glossaries=[Glossary.load(path) for path in paths],
        corrections=corrections,
    )
    return replace(case, variant=report, further=report.diagnostics)


def pdf_options(wish: Wish, profile: Profile) -> PdfOptions:
    """The page as the magazine's house style has it, for the screen."""
    from converter.pdf import PdfOptions

    house = profile.house
    names = ("theme", "page", "columns", "size")
    chosen: dict[str, Any] = {name: getattr(house, name) for name in names if getattr(house, name)}
    return PdfOptions(profile=profile, resources=wish.resources, **chosen)

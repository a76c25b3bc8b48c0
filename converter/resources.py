"""Finds templates and styles: the user's folder first, then the program's own, file by file."""

from __future__ import annotations

from pathlib import Path

from converter.diagnostics import UsageFaultError
from converter.values import dataclass

_PACKAGE = Path(__file__).resolve().parent


def _own(name: str) -> Path:
    """The program's own folder: beside ``pyproject.toml`` in a checkout, else in the package."""
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    return _PACKAGE / name


@dataclass(frozen=True, slots=True)
class Resources:
    """Where templates and styles are looked up.

    ``templates`` and ``styles`` are a user's folders, or ``None``; a file that they lack
    is taken from the program's own.
    """

    templates: Path | None = None
    styles: Path | None = None

    def __post_init__(self) -> None:
        for option, folder in (("--templates", self.templates), ("--styles", self.styles)):
            if folder is not None and not folder.is_dir():
                msg = f"{option}: {folder} is not a folder"
                raise UsageFaultError(msg)

    @property
    def template_paths(self) -> tuple[Path, ...]:
        """The folders for Jinja2's ``FileSystemLoader``, in order of precedence."""
        return (*((self.templates,) if self.templates else ()), _own("templates"))

    @property
    def style_paths(self) -> tuple[Path, ...]:
        """The folders of style sheets, in order of precedence."""
        return (*((self.styles,) if self.styles else ()), _own("styles"))

    def style(self, name: str) -> Path:
        """The path of a style sheet or another file under ``styles/``.

        Raises ``FileNotFoundError`` if no folder has it and ``ValueError`` for a name
        that would leave the folder.
        """
        for folder in self.style_paths:
            path = (folder / name).resolve()
            if not path.is_relative_to(folder.resolve()):
                msg = f"not inside the style folder: {name}"
                raise ValueError(msg)
            if path.is_file():
                return path
        raise FileNotFoundError(name)

    def style_text(self, name: str) -> str:
        """The text of a style sheet, UTF-8."""
        return self.style(name).read_text(encoding="utf-8")

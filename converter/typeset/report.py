"""What a composition did: counts and diagnostics."""

from __future__ import annotations

from converter.diagnostics import Diagnostic
from converter.values import dataclass, field


@dataclass(slots=True)
class Report:
    """Filled while documents are rendered inside ``composition``.

    ``lines`` counts the lines composed (again for every time WeasyPrint lays one out),
    ``paragraphs`` the paragraphs measured, ``fallbacks`` the lines left to WeasyPrint because
    they hold something the composition does not do, ``failures`` those where it failed.
    ``active`` is false where WeasyPrint is not the one this was written for.
    """

    active: bool = True
    lines: int = 0
    paragraphs: int = 0
    fallbacks: int = 0
    failures: int = 0
    _found: list[Diagnostic] = field(default_factory=list)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say, each thing once."""
        return tuple(self._found)

    def note(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic unless its code has been given."""
        if all(one.code != diagnostic.code for one in self._found):
            self._found.append(diagnostic)

"""What may be chosen about a PDF, and the sizes of paper."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from converter.diagnostics import UsageFaultError
from converter.profile import Profile
from converter.resources import Resources
from converter.values import dataclass, field

Edition = Literal["screen", "press", "archive"]
Page = Literal["16k", "32k", "a4", "b5"]

PAGES_MM: dict[str, tuple[float, float]] = {
    "16k": (185.0, 260.0),
    "32k": (140.0, 203.0),
    "a4": (210.0, 297.0),
    "b5": (176.0, 250.0),
}
"""Trimmed sizes in millimetres, width by height: 16开 and 大32开 of an 787×1092 and an
850×1168 sheet as GB/T 788 lists them, A4 and B5 of ISO 216."""

SIGNATURES = (4, 8, 16)
"""Pages of a folded sheet that a press edition may be padded to."""

LEAST_SIZE, MOST_SIZE = 8.0, 16.0
"""Points of body text: 小五 less one and 三号, the range a page can still carry."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How one issue becomes a PDF. Raises :class:`UsageFaultError` for what makes no sense.

    ``size`` is the body text in points (``None``: what the page calls for), ``signature``
    pads a press edition with blank pages, ``theme`` names a sheet in ``styles/themes/``,
    ``cover`` tells whether the PDF has its cover page (a preview of one article has none),
    ``style`` is the house style of punctuation (全角式, 开明式 or 半角式), ``output_profile``
    the ICC profile of the press (``None``: the best one installed).
    """

    profile: Profile = field(default_factory=Profile)
    resources: Resources = field(default_factory=Resources)
    edition: Edition = "screen"
    page: Page = "16k"
    columns: int = 1
    size: float | None = None
    signature: int | None = None
    theme: str = "classic"
    style: Literal["full", "kaiming", "half"] = "full"
    output_profile: Path | None = None
    cover: bool = True

    def __post_init__(self) -> None:
        self._one_of("--pdf", self.edition, get_args(Edition))
        self._one_of("--page", self.page, get_args(Page))
        self._one_of("--columns", self.columns, (1, 2))
        if self.signature is not None:
            self._one_of("--signature", self.signature, SIGNATURES)
        if self.size is not None and not LEAST_SIZE <= self.size <= MOST_SIZE:
            msg = f"--size: {self.size:g} pt is not between {LEAST_SIZE:g} and {MOST_SIZE:g}"
            raise UsageFaultError(msg)
        if not self.theme.replace("-", "").isalnum():
            msg = f"--theme: {self.theme!r} is not the name of a theme"
            raise UsageFaultError(msg)

    @staticmethod
    def _one_of(option: str, value: object, allowed: tuple[object, ...]) -> None:
        if value not in allowed:
            msg = f"{option}: {value} is none of {', '.join(str(one) for one in allowed)}"
            raise UsageFaultError(msg)

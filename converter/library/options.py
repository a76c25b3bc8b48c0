"""What the caller chooses about a library."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from converter.diagnostics import UsageFaultError
from converter.profile import Profile
from converter.resources import Resources
from converter.values import dataclass, field


@dataclass(frozen=True, slots=True)
class LibraryOptions:
    """What the caller chooses.

    ``base_url`` is where the site will stand ("" if unknown), ``profile`` decides how
    severe doubts about the series are. Raises :class:`UsageFaultError` for an address that is none.
    """

    output: Path
    site: Path
    title: str = ""
    base_url: str = ""
    search: bool = True
    profile: Profile | None = None
    resources: Resources = field(default_factory=Resources)

    def __post_init__(self) -> None:
        if self.base_url and not _is_web(self.base_url):
            msg = f"--base-url: {self.base_url} is not an address such as https://example.org/library/"
            raise UsageFaultError(msg)

    @property
    def base(self) -> str:
        """The address with its last slash."""
        return f"{self.base_url.rstrip('/')}/" if self.base_url else ""


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query
    except ValueError:
        return False

"""Web and mail addresses of a text as links that are safe and well-formed."""

from __future__ import annotations

from converter import patterns as re

_MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_PLAIN_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*")
"""One that needs no encoding, whose tables take long to load."""
_BARE = re.compile(r"(?:www\.)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?")
# RFC 3986: what may stand unescaped in a path, a query and a fragment.
_SAFE = "/%:@!$&'()*+,;=~-._"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def _quoted(part: str, more: str = "") -> str:
    from urllib.parse import quote

    return quote(_STRAY_PERCENT.sub("%25", part), safe=_SAFE + more, errors="replace")


def _web(target: str) -> str:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
        if not _PLAIN_HOST.fullmatch(host):
            host = host.encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:  # a port or a host that is none (UnicodeError is a ValueError)
        return ""
    if not _HOST.fullmatch(host):
        return ""
    # A user name before the host serves only to deceive (RFC 3986 §7.6), so it is left out.
    query = f"?{_quoted(parts.query, '?')}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment, '?')}" if parts.fragment else ""
    return f"{parts.scheme}://{host}{port}{_quoted(parts.path)}{query}{fragment}"


def safe_link(target: str) -> str:
    """The address as an ``href`` value, percent-encoded; "" if it must not become a link.

    Only ``http``, ``https`` and ``mailto`` addresses become links: the text of a scanned
    page is not trusted to run anything in a reading system.
    """
    scheme, colon, rest = target.strip().partition(":")
    match scheme.lower() if colon else "":
        case "http" | "https":
            return _web(f"{scheme.lower()}:{rest}")
        case "mailto":
            return f"mailto:{_quoted(rest)}" if _MAIL.fullmatch(rest) else ""
        case _:
            return ""


def link_for(value: str) -> str:
    """The ``href`` for a printed address (www.example.org, editor@example.org), or ""."""
    value = value.strip()
    if "://" in value:
        return safe_link(value)
    if "@" in value:
        return safe_link(f"mailto:{value}")
    return safe_link(f"http://{value}") if _BARE.fullmatch(value) else ""

"""The published JSON form of an :class:`Issue`, checked at the border by pydantic.

Writing needs only the standard library, so that ``fukan parse`` stays quick.
"""

from __future__ import annotations

import json
from functools import cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from converter.diagnostics import ModelFormatError
from converter.model.issue import SCHEMA_VERSION, Issue
from converter.values import names_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def members(value: Any) -> dict[str, Any]:
    """A dataclass as a mapping, as ``json`` asks for what it does not know."""
    return {name: getattr(value, name) for name in names_of(type(value))}


_plain_text = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=members).encode


def _indented(value: Any, margin: str) -> str:
    """What ``json.dumps`` writes with an indent of 1, for which that has no fast way."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return str(value)
    inner = margin + " "
    if kind is tuple:
        items = [_indented(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{margin}]" if items else "[]"
    if names := names_of(kind):
        items = [f'"{name}": {_indented(getattr(value, name), inner)}' for name in names]
        return f"{{{inner}{f',{inner}'.join(items)}{margin}}}"
    return _plain_text(value)


def to_json(issue: Issue, *, indent: bool = True) -> str:
    """The issue as JSON text, ending in a newline; the same issue gives the same text."""
    return (_indented(issue, "\n") if indent else _plain_text(issue)) + "\n"


@cache
def _adapter() -> TypeAdapter[Issue]:
    from pydantic import ConfigDict, TypeAdapter, with_config

    strict = with_config(ConfigDict(extra="forbid"))
    return TypeAdapter(strict(Issue))


def from_json(text: str | bytes) -> Issue:
    """Read an issue back. Raises :class:`ModelFormatError` that names the faulty places."""
    from pydantic import ValidationError

    try:
        issue = _adapter().validate_json(text)
    except ValidationError as error:
        faults = [
            f"{'.'.join(str(part) for part in fault['loc']) or 'document'}: {fault['msg']}"
            for fault in error.errors()[:5]
        ]
        msg = "not a Fukan model: " + "; ".join(faults)
        raise ModelFormatError(msg) from error
    if issue.schema_version != SCHEMA_VERSION:
        found = issue.schema_version
        msg = f"the model has schema version {found}, this program reads {SCHEMA_VERSION}"
        raise ModelFormatError(msg)
    return issue


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the published form."""
    return _adapter().json_schema()

"""The words of the invented prose, read from ``lexicon.toml`` beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Field:
    """What people of one field write about; phrases that fit the templates of prose."""

    name: str
    agents: tuple[str, ...]
    things: tuple[str, ...]
    deeds: tuple[str, ...]
    fruits: tuple[str, ...]
    papers: tuple[str, ...]
    notions: tuple[str, ...]
    spots: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    latin: tuple[str, ...]


@cache
def _data() -> dict[str, Any]:
    text = Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of words common to all fields."""
    return tuple(str(_data()[name]).split())


@cache
def letters(name: str) -> tuple[str, ...]:
    """A list of single characters (surnames, given names, place names)."""
    return tuple("".join(str(_data()[name]).split()))


def _field(raw: dict[str, str]) -> Field:
    lists = {
        key: tuple(value.split()) for key, value in raw.items() if key not in ("name", "units")
    }
    pairs = (item.partition("/") for item in raw["units"].split())
    return Field(name=raw["name"], units=tuple((a, b) for a, _, b in pairs), **lists)


@cache
def fields() -> tuple[Field, ...]:
    """The ten fields."""
    return tuple(_field(raw) for raw in _data()["fields"])

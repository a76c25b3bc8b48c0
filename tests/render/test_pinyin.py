from __future__ import annotations

import json

from converter.render.pinyin import _dictionary, _reading


def test_every_reading_is_found_without_reading_all() -> None:
    text = _dictionary()
    readings = {int(code): reading for code, reading in json.loads(text).items()}
    for code in [*list(readings)[::11], min(readings), max(readings)]:
        assert _reading(text, code) == readings[code]


def test_a_character_without_a_reading_has_none() -> None:
    text = _dictionary()
    for char in "\0aé。！\U0010ffff":
        assert _reading(text, ord(char)) == ""

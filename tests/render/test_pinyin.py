from __future__ import annotations

import json

from converter.render.pinyin import _dictionary, _reading


def test_every_reading_is_found_without_reading_all() -> None:
    readings = {int(code): reading for code, reading in json.loads(_dictionary()).items()}
    assert {code: _reading(code) for code in readings} == readings


def test_a_character_without_a_reading_has_none() -> None:
    for char in "\0aé。！㐂\U0010ffff":
        assert _reading(ord(char)) == ""

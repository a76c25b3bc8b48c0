"""What an OCR engine takes from the lines of a page that is no longer new.

Seen in runs of a real engine over pages set for this evaluation: blanks between words go, a leader
becomes one stroke, a dash at the beginning of a line is read as 一 or lost, marks beside folios go,
and what is set in display type is misread. Characters of the text stay, as figures compare whole
paragraphs.
"""

from __future__ import annotations

import random
import re

_HAN = r"\u4e00-\u9fff“”《》（）！？，、：；"
_BLANK = re.compile(rf"(?<=[{_HAN}])[ \u3000]+(?=[{_HAN}])")
_NUMBERED = re.compile(rf"^(\d(?:\.\d)*)[ \u3000]+(?=[{_HAN}])")
_LEADER = re.compile(rf"(?<=[{_HAN}])[ \u3000.．·…]+(?=\d{{1,3}}$)")
_FOLIO = re.compile(r"^· (\d+) ·$")
_DASH = re.compile(r"^——(?=\S)")
_HEADINGS = ("目录", "目录", "誉目", "日录", "Ⅲ", "帐Ⅲ")


class Worn:
    """Wears the lines of one issue; the same seed wears them in the same way."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  (no secret)
        self._heading = self._chance.choice(_HEADINGS)

    def __call__(self, text: str) -> str:
        """A line as the engine reads it."""
        if text in ("目录", "目 录"):
            return self._heading
        if (folio := _FOLIO.match(text)) is not None:
            return self._chance.choice(("·{}·", "·{}·", "·{}·", "{}·", "·{}", "{}")).format(
                folio[1]
            )
        text = _LEADER.sub("_", text)
        text = _DASH.sub(lambda _: self._chance.choice(("——", "一", "-", "")), text)
        text = _NUMBERED.sub(r"\1", text)
        text = _BLANK.sub(lambda hit: hit[0] if self._chance.random() < 0.1 else "", text)
        return text.replace("”", '"') if self._chance.random() < 0.05 else text

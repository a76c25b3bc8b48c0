"""The words that head the parts of a recipe, which come again in one recipe after the other."""

from __future__ import annotations

_WORDS = "主料 辅料 材料 原料 食材 配料 调料 用料 做法 制法 步骤 调味 輔料 調料 調味 步驟"
RECIPE = frozenset(_WORDS.split())
"""What it is made of, and how."""

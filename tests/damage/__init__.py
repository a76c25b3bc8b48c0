"""A generator of damaged issues: an invented issue is printed and read by a bad OCR.

``damaged_issue(seed, family)`` is deterministic. The families are ``sample`` (the
conventions of the kind of issue that was studied), ``other`` (other magazines) and
``reprint`` (the articles of the hand-made cases, in the conventions of the first).
"""

from tests.damage.draft import Draft, truth_to_json
from tests.damage.generate import Damaged, damaged_issue

__all__ = ["Damaged", "Draft", "damaged_issue", "truth_to_json"]

"""Issues without contents, of whole articles and of what a test puts between them."""

from __future__ import annotations

from converter.model import Issue
from tests.support.restored import restored

LONG = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。"
)


def article(title: str, signed: str) -> str:
    return f"{title}\n\n{signed}\n\n{LONG}\n\n{LONG}\n\n"


def issue(*parts: str) -> Issue:
    return restored(f"河湾风物\n二〇一三年第二期\n\n{''.join(parts)}").issue


def titles(found: Issue) -> list[str]:
    return ["".join(line.value for line in article.title) for article in found.articles]


FIRST = article("摆渡人的台阶", "文／陶 然")
LAST = article("水尺旁边", "文／苏 河")

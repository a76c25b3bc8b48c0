"""Contents that lack many of the articles: what little tells may tell more of them."""

from __future__ import annotations

from tests.support.restored import restored

LONG = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。"
)
LISTED = [("摆渡人的台阶", "陶然"), ("值班室的炉子", "罗岩"), ("铁皮水壶", "季舟"), ("水尺旁边", "苏河")]  # fmt: skip
LOST = [("两个人的渡口", "文／江 离"), ("木牌翻过来以后", "文／钱 塘")]
LAST_LOST = ("一封家信", "木 子")


def titles(lost: list[tuple[str, str]]) -> list[str]:
    pieces = list(LISTED)
    for at, one in enumerate(lost):
        pieces.insert(2 * at + 1, one)
    entries = "\n".join(f"{title}　{name}　{3 + 2 * pieces.index((title, name))}" for title, name in LISTED)  # fmt: skip
    pages = "".join(
        f"{title}\n\n{name}\n\n{LONG}\n\n{LONG}\n\n{3 + 2 * at}\n\n{LONG}\n\n{4 + 2 * at}\n\n"
        for at, (title, name) in enumerate(pieces)
    )
    text = f"河湾风物\n二〇一三年第二期\n\n目　录\n\n{entries}\n\n{pages}"
    found = restored(text).issue
    return ["".join(line.value for line in article.title) for article in found.articles]


def test_contents_that_lack_some_may_lack_more() -> None:
    assert LAST_LOST[0] in titles([*LOST, LAST_LOST])


def test_contents_that_lack_none_lack_nothing() -> None:
    assert LAST_LOST[0] not in titles([LAST_LOST])

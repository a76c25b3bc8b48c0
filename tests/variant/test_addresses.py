"""Addresses stay as they are, with Han characters in them or behind them."""

from __future__ import annotations

import pytest

from tests.variant.made import simplified, tw


@pytest.mark.parametrize(
    "address",
    [
        "https://例.test/后台/表.html",
        "https://zh.example.org/wiki/后汉书",
        "https://example.org/search?q=头发&page=2",
        "https://example.org/search?q=头发",
        "http://后台.example.com/a",
        "https://后台网.公司/制表",
        "www.后台.com",
        "后台@例子.公司",
        "yu@后台.com",
        "http://example.cn/a/后记#里程",
    ],
)
def test_han_characters_of_an_address_stay(address: str) -> None:
    assert tw(f"说明见 {address} ，后来改了。") == f"說明見 {address} ，後來改了。"
    assert tw(f"（说明：{address}）后来") == f"（說明：{address}）後來"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("登录www.example.cn后台查询", "登錄www.example.cn後臺查詢"),
        ("请到http://www.example.cn/查询进度。", "請到http://www.example.cn/查詢進度。"),
        ("请到http://example.cn/news/下载这里的书。", "請到http://example.cn/news/下載這裡的書。"),
        ("写信给yu@example.cn后等回复", "寫信給yu@example.cn後等回覆"),
        ("他说@后台这个号不对，后来改了", "他說@後臺這個號不對，後來改了"),
    ],
)
def test_what_is_said_behind_an_address_is_converted(source: str, expected: str) -> None:
    assert tw(source).replace("台", "臺") == expected


def test_the_way_back_leaves_them_too() -> None:
    assert simplified("見 https://例.test/後臺/表.html 。") == "见 https://例.test/後臺/表.html 。"

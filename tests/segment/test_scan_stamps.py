"""Stamps of whoever has digitized an issue, anywhere on its pages."""

from __future__ import annotations

import pytest

from converter.segment.scan_stamps import find_scan_stamps
from converter.source import Line

TEXT = "渡船的缆桩是一截旧电线杆，上面还钉着一块编号的铁皮，谁也没有去拔它。"


def found(*texts: str) -> list[int]:
    return find_scan_stamps([Line(number, text) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    "stamp",
    [
        "扫描全能王 创建",
        "由 扫描全能王 扫描创建",
        "CamScanner",
        "Scanned by CamScanner",
        "使用“pdfFactory Pro”试用版本创建",
        "?1994-2019 China Academic Journal Electronic Publishing House. All rights reserved.",
        "万方数据",
        "http://www.cnki.net",
    ],
)
def test_the_stamp_of_a_program_or_an_archive_is_told_by_itself(stamp: str) -> None:
    assert found(TEXT, "", stamp, "", TEXT) == [2]


@pytest.mark.parametrize("stamp", ["柳湾大学图书馆藏书", "www.old-ferry.example.org"])
def test_that_of_a_library_or_a_site_comes_again(stamp: str) -> None:
    page = (TEXT, "", stamp, "")
    assert found(*page, *page, *page, TEXT) == [2, 6, 10]
    assert found(*page, *page, TEXT) == []


def test_the_address_of_the_issue_itself_is_no_stamp() -> None:
    site = "www.old-ferry.example.org"
    foot = (TEXT, "", site)
    assert found("邮编：310021", site, *foot, "12", *foot, "13", *foot, "14") == []


@pytest.mark.parametrize(
    "text", ["我用白描的办法画了一张渡口的图", "县图书馆藏", "Created in 1985", "万方数据的使用"]
)
def test_words_of_the_issue_are_no_stamps(text: str) -> None:
    assert found(TEXT, "", text, "", TEXT) == []

"""Issues of a magazine that does not exist, as short as an issue can be."""

from __future__ import annotations

from pathlib import Path

TITLE = "河湾手记"

_FIRST = (
    "渡口的灯每晚七点亮起，守灯的人姓沈，守了二十一年。他说灯不怕风，怕的是没有人等。",
    "灯下有一本簿子，谁过江，谁就写一个名字。簿子写满了七本，第八本才写到一半。",
    "前年修了桥，过江的人少了，灯还是每晚亮着，因为有人从桥上看它。",
)
_SECOND = (
    "镇上的年轻人回来开了一家书店，店里不卖新书，只换旧书，一本换一本，不问厚薄。",
    "谁家的孩子考上了学，书店就在门口挂一盏纸灯，灯上写着孩子的名字和要去的城市。",
    "书换得多了，有人在书里夹一封信，写给下一个读它的人。",
)


def issue_text(
    year: int = 2023, number: int = 1, serial: int = 0, *, title: str = TITLE, paragraphs: int = 3
) -> str:
    """The text of an issue with two articles, the second one in a series by another author."""
    total = f" 总第{serial}期" if serial else ""
    first, second = (
        "\n\n".join(body[index % len(body)] for index in range(paragraphs))
        for body in (_FIRST, _SECOND)
    )
    return f"""{title}

{year}年第{number}期{total}
{year}年{number}月15日出版

ISSN 1234-5679
CN 99-1234/G0

主编：陆知秋

目 录

记事

4 渡口的灯 沈一帆
9 旧书换旧书 顾南

渡口的灯

沈一帆

{first}

旧书换旧书

顾南

{second}

链接

换书的规矩

一本换一本，书里夹着的东西归原主。

——《河湾镇志》
"""


def write_issue(
    folder: Path, name: str = "01", number: int = 1, *, year: int = 2023, paragraphs: int = 3
) -> Path:
    """Write an issue to ``folder/name.txt``."""
    path = folder / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(issue_text(year, number, paragraphs=paragraphs), encoding="utf-8")
    return path


def write_archive(folder: Path, count: int) -> list[Path]:
    """Write ``count`` issues."""
    return [write_issue(folder, f"{number:02d}", number) for number in range(1, count + 1)]

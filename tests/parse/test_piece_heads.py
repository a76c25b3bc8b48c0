"""Texts of a site, one below the other, each with a head of YAML over it."""

from __future__ import annotations

import pytest

from converter.model import Issue
from tests.support.markup import AFTER, BEFORE, balanced_issue

PIECES = """---
layout: post
title: "老渠的新水"
author: 方晓禾
tags:
  - 水利
  - 人物
url: "https://canal.example/12"
---

{again}清明前一天，上闸的铁门提起来两尺，水头走了一上午才到柳湾。守闸的人站在桥上看，一句话也不说。

> 水是慢慢来的。

---
title: 一把旧锹
date: 2023-05-05 12:00

author: 田有余
---

锹柄磨得发亮，是父亲留下的。我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。

## 锹的主人

父亲挖过三条渠，最后一条在我们村后，那年我七岁，提着水壶跟在他后面走。
"""


def _heads(issue: Issue) -> list[tuple[str, list[str]]]:
    return [
        (
            "".join(line.value for line in one.title),
            [author.name for byline in one.bylines for author in byline.authors],
        )
        for one in issue.articles
    ]


@pytest.mark.parametrize("again", ["", "# 老渠的新水\n\n", "老渠的新水\n\n"])
def test_the_head_of_a_text_gives_its_title_and_who_wrote_it_once(again: str) -> None:
    issue = balanced_issue(PIECES.format(again=again))
    assert _heads(issue) == [("老渠的新水", ["方晓禾"]), ("一把旧锹", ["田有余"])]
    assert "水利" not in "".join(str(one.blocks) for one in issue.articles)


def test_what_an_engine_says_of_a_page_is_no_title() -> None:
    issue = balanced_issue(f"---\ntitle: 扫描件三\nlanguage: zh\npages: 4\n---\n\n{BEFORE}{AFTER}")
    assert "扫描件" not in str((issue.front, issue.articles))


def test_lines_between_rules_that_are_text_stay() -> None:
    issue = balanced_issue(
        f"{BEFORE}{AFTER}\n\n---\n\n注: 水位以尺计\n\n主编: 何守田\n\n---\n\n{AFTER}{BEFORE}完。"
    )
    assert "水位以尺计" in str((issue.front, issue.articles))

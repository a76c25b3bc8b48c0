"""A newsletter written in Markdown: lists in quotations, quotations in the text, items with pictures."""

from __future__ import annotations

from converter.model import Issue
from converter.parse.byline import read_byline
from converter.pipeline import restore

PROSE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，长着一层滑腻腻的青苔。"
TEXT = f"""# 江声周刊（第 41 期）：渡口的灯

## 本周话题：渡口的灯

{PROSE}{PROSE}

守渡的老周第一天就对我说了这样一句话：

> “摇船的人分两种，一种看水，一种看天。”

{PROSE}后来我才明白他的意思。

## 讲座

{PROSE}四位老师分别讲四个晚上。

> - 乔新河（前江边航运社副社长）
> - 水边人（船工）
> - 白海平（闸口船厂经理）
> - 臧明（航道处技术员）

四个晚上都在渡口的候船室里，听的人要自己带凳子，门口有一盏灯，灯下签名。

## 见闻

1、两条渡船

{PROSE}第一条。

![](a.jpg)

2、根据缆桩推算水位（中文）

{PROSE}第二条。

![](b.jpg)

水位到底怎样量？

{PROSE}第三条。
"""


def issue_of_newsletter() -> Issue:
    return restore(TEXT.encode(), name="issue.txt").issue


def test_a_list_in_a_quotation_opens_no_article() -> None:
    titles = [article.title[0].value for article in issue_of_newsletter().articles]
    assert titles == ["本周话题：渡口的灯", "讲座", "见闻"]


def test_what_the_text_leads_up_to_is_no_pull_quote() -> None:
    first, second, _ = issue_of_newsletter().articles
    assert not first.pull_quotes
    assert {block.type for block in first.blocks} == {"paragraph"}
    assert not any(block.type == "pull-quote" for block in second.blocks)


def test_an_item_and_a_question_under_a_picture_are_no_captions() -> None:
    last = issue_of_newsletter().articles[-1]
    assert not any(block.type == "figure" for block in last.blocks)


def test_the_title_of_the_original_is_no_author() -> None:
    assert read_byline("- 原文：Events Calendar") is None
    assert read_byline("原文：The River") is None

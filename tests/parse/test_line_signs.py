"""Signs of headings that a converter has put before printed lines, and such that tell headings."""

from __future__ import annotations

from converter.model import Heading, Paragraph
from converter.segment.line_signs import without_line_signs
from converter.source import Line
from tests.support.markup import balanced_issue

PAPER = """# 闸口水位的季节变化

#### 2.1 观测的办法

#### 闸口共设水尺3 支，分别立在上游、下游和闸室之内，由守
闸人每日早晚各读一次，记在同一本簿子上。遇到开闸放水的

#### 日子，每隔30 分钟加读一次，直到水面不再起落为止；夜里另
派一人提灯照尺，读数以两人都认可的为准。如此积攒了11 年，

#### 得到的数目将近九千个，其中缺了三十二天，都是因为大水漫过了
尺顶，没有人敢下到石阶上去看。

#### 2.2 水位的起落

#### 一年里水位有两次高峰，第1 次在五月下旬，来得急去得也快；第
二次在八月，慢慢涨上来，要到秋分以后才落尽。两次高峰之间

#### 的低水期平均为41 天，最短的一年只有19 天，最长的一年有63
天，恰好都碰上上游修坝。
"""


def test_printed_lines_with_signs_of_headings_are_paragraphs() -> None:
    article = balanced_issue(PAPER).articles[0]
    told = [(b.type, b.text.value) for b in article.blocks if isinstance(b, Heading | Paragraph)]
    assert [text for kind, text in told if kind == "heading"] == [
        "2.1 观测的办法",
        "2.2 水位的起落",
    ]
    paragraphs = [text for kind, text in told if kind == "paragraph"]
    assert len(paragraphs) == 2
    assert "由守闸人每日早晚各读一次" in paragraphs[0]
    assert "如此积攒了11年，得到的数目" in paragraphs[0]
    assert paragraphs[1].endswith("恰好都碰上上游修坝。")


def test_headings_that_are_sentences_keep_their_signs_below_whole_paragraphs() -> None:
    parts = (
        ("水退了，船还在。", "信是四月写的，纸上有一圈茶渍，写信的人没有说"),
        ("闸关了，鱼还在。", "第二封只有三行，没有落款，也没有日期。"),
        ("人走了，灯还在。", "第三封是别人代写的，字很端正。"),
        ("灯灭了，人还在。", "第四封没有寄出，夹在县志第四卷里。"),
    )
    texts = [text for head, body in parts for text in (f"#### {head}", "", body, "")]
    lines = [Line(at, text) for at, text in enumerate(texts, start=1)]
    assert without_line_signs(lines) == (lines, {})

"""The labels within a line of codes are all set as labels."""

from __future__ import annotations

import pytest

from converter.model import Article, Mark, MarkKind, Paragraph, Role, Text
from converter.render.labels import with_labels


def of(line: str, *, apart: bool = False, role: Role = Role.KEYWORDS) -> Text:
    first = Mark(MarkKind.LABEL, 0, line.index("类号") + 3)  # with its colon or bracket
    article = Article("a01", (Text("渡口的账"),), front=(Paragraph(Text(line, (first,)), role),))
    (block,) = with_labels(article, apart=apart).front
    assert isinstance(block, Paragraph)
    return block.text


def labels(text: Text) -> list[str]:
    return [text.value[mark.start : mark.end] for mark in text.marks]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "中图分类号：K297 文献标识码：A 文章编号：1999-4433",
            ["中图分类号：", "文献标识码：", "文章编号："],
        ),
        ("中图分类号：K297文献标志码：A", ["中图分类号：", "文献标志码："]),
        ("[中图分类号] K297　[文献标识码] A", ["[中图分类号]", "[文献标识码]"]),
        ("中图分类号：K297　文章編號：7　DOI：10.1/x", ["中图分类号：", "文章編號：", "DOI："]),
    ],
)
def test_every_label_of_a_line_is_set_as_one(line: str, told: list[str]) -> None:
    text = of(line)
    assert text.value == line
    assert labels(text) == told


@pytest.mark.parametrize("blank", ["", " ", "　", "  "])
def test_an_em_parts_them_on_the_page(blank: str) -> None:
    text = of(f"分类号：K297{blank}文献标志码：A{blank}文章编号：19（31）03", apart=True)
    assert text.value.split("　") == [
        part + " " * (len(blank) > 1) * (at < 2)
        for at, part in enumerate(("分类号：K297", "文献标志码：A", "文章编号：19（31）03"))
    ]
    assert labels(text) == ["分类号：", "文献标志码：", "文章编号："]


def test_other_paragraphs_keep_what_looks_like_a_label() -> None:
    line = "分类号：K297 文献标识码：A"
    assert len(labels(of(line, role=Role.ABSTRACT))) == 1

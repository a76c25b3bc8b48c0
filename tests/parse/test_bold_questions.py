"""Talks whose questions are in bold type and name nobody who asks."""

from __future__ import annotations

from converter.model import Heading, Paragraph, Role
from tests.support.restored import restored
from tests.support.street import PAIL, ROPE, WELL, issue

LAMP = (
    "井口的灯是后来装的，十五瓦，夏天招虫子，冬天结霜，街上的孩子夜里出来解手，看见那点亮就不害怕了"
)
QUESTIONS = ["您为什么守着这口井？", "一根井绳用多久？", "现在还有人来打水吗？"]
ANSWERS = [f"我从小喝它。{WELL}。", f"看我的手劲。{ROPE}。", f"有，我替他们留着桶。{LAMP}。"]


def talk(questions: list[str], answers: list[str]) -> list[Paragraph | Heading]:
    body = "\n\n".join(f"**{q}**\n\n{a}" for q, a in zip(questions, answers, strict=True))
    found = restored(issue(f"{PAIL}，他守了四十年。\n\n{body}", who="采访/林其乐")).issue.articles[
        0
    ]
    return [block for block in found.blocks if isinstance(block, (Paragraph, Heading))]


def test_questions_in_bold_are_asked_of_who_answers_below() -> None:
    blocks = talk(QUESTIONS, ANSWERS)
    asked = [b.text.value for b in blocks if isinstance(b, Paragraph) and b.role is Role.QUESTION]
    answered = [b for b in blocks if isinstance(b, Paragraph) and b.role is Role.ANSWER]
    assert (asked, len(answered)) == (QUESTIONS, 3)


def test_questions_in_bold_that_nobody_answers_for_himself_are_headings() -> None:
    asked = ["井水为什么会发浑？", "一根井绳用多久？", "木桶为什么不上漆？"]
    blocks = talk(asked, [f"{WELL}。", f"{ROPE}。", f"{LAMP}。"])
    assert [b.text.value for b in blocks if isinstance(b, Heading)] == asked

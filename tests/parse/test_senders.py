"""Who sent a piece of news, in brackets behind it or on the line below."""

from __future__ import annotations

from converter.model import Paragraph
from tests.support.restored import restored

INDENT = "\u3000\u3000"
NEWS = [
    "▲3月2日，柳湾船厂新建的烘房投产，一次能烘二十立方木料，过去要晒一夏天。",
    "▲3月9日，船具协会召开价格座谈会，十四家小厂到会，没有一家说自己赚了钱。",
    "▲4月1日，老渡口的缆桩换成新的，旧桩锯成三段，分给三位退休的船工留念。",
]


def paragraphs(*news: str) -> list[str]:
    body = "\n".join(INDENT + line if line[0] == "▲" else line for line in news)
    text = (
        f"目次\n简讯三则（1）\n一根麻绳……陆遥（5）\n\n简讯三则\n{body}\n\n一根麻绳\n陆遥\n"
        f"{INDENT}搓绳的老人说，绳子断不断，不看粗细，看搓的时候心里急不急，急了就有暗伤。\n"
    )
    blocks = restored(text).issue.articles[0].blocks
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def test_a_sender_below_a_full_line_belongs_to_its_piece_as_others_do() -> None:
    found = paragraphs(
        NEWS[0], "（柳湾船厂　何　满）", NEWS[1] + "（物价分会）", NEWS[2] + "（协会秘书处）"
    )
    assert [text.split("。")[-1].replace(" ", "") for text in found] == [
        "（柳湾船厂何满）",
        "（物价分会）",
        "（协会秘书处）",
    ]


def test_senders_on_lines_of_their_own_stay_there() -> None:
    found = paragraphs(
        *(NEWS[0], "（柳湾船厂　何　满）", NEWS[1], "（物价分会　唐　果）", NEWS[2]),
        "（秘书处　陆　遥）",
    )
    assert all(text.endswith("。") for text in found if text.startswith("▲"))


def test_a_sender_between_a_question_and_its_answer_belongs_to_the_question() -> None:
    asked = "问：船底的缝用什么填，才能过一个夏天不漏水？"
    news = (
        asked + "（柳湾　何　满）",
        "答：麻丝和桐油灰。",
        asked,
        "（北岸　唐　果）",
        "答：一样。",
    )
    found = paragraphs(*news)
    assert [text[-7:] for text in found if text.startswith("问")] == [
        "（柳湾 何满）",
        "（北岸 唐果）",
    ]

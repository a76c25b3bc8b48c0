"""Short pieces under headings that end with a house and a name in brackets; cards about a person."""

from __future__ import annotations

from converter.model import Article, Paragraph, Role
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"


def article(body: str) -> Article:
    made = restored(f"渡口\n2023年第2期\n\n目录\n\n码头上的事 …… 3\n\n码头上的事\n\n{body}\n")
    return made.issue.articles[0]


def roles(found: Article) -> dict[str, Role]:
    blocks = (*found.front, *found.blocks, *found.back)
    return {block.text.value: block.role for block in blocks if isinstance(block, Paragraph)}


def test_a_house_and_a_name_in_brackets_sign_the_pieces_of_an_article() -> None:
    body = (
        f"石阶\n\n{ONE}\n\n（河湾轮渡公司 沈一帆）\n\n船灯\n\n{TWO}\n\n（河湾造船厂 陆遥）\n\n"
        f"缆绳\n\n{THREE}\n\n（渡口中学 方小舟）"
    )
    told = roles(article(body))
    assert told["（河湾轮渡公司 沈一帆）"] is Role.SIGNATURE
    assert told["（河湾造船厂 陆遥）"] is Role.SIGNATURE
    assert told["（渡口中学 方小舟）"] is Role.SIGNATURE


def test_what_somebody_did_in_brackets_is_no_signature() -> None:
    body = f"{ONE}\n\n（通讯员 沈一帆）\n\n{TWO}\n\n（执笔 陆遥）\n\n{THREE}"
    assert Role.SIGNATURE not in roles(article(body)).values()


def test_a_card_about_who_answered_is_a_biography() -> None:
    card = "人物名片：沈一帆，1958年生，河湾轮渡公司船工，在渡口撑了四十年的篙，带出徒弟十一人。"
    assert roles(article(f"{ONE}\n\n{TWO}\n\n{card}"))[card] is Role.BIOGRAPHY


def test_what_authors_are_in_brackets_at_the_end_is_a_biography() -> None:
    told = "（沈一帆系河湾学院水运系副教授，陆遥系该院硕士研究生）"
    made = restored(
        f"渡口\n2023年第2期\n\n目录\n\n码头上的事 / 沈一帆 陆 遥 / 3\n\n码头上的事\n\n"
        f"沈一帆　陆 遥\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n{told}\n"
    )
    assert roles(made.issue.articles[0])[told] is Role.BIOGRAPHY

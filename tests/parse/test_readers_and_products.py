"""What a health monthly and a trade monthly have: readers and their doctor, products, sources."""

from __future__ import annotations

from converter.model import Box, Heading, Issue, MastheadKind, Paragraph, Role, Table
from tests.support.restored import restored

HEAD = """安　身
大众健康月刊
2023年第8期（总第302期）
主办：南渡省健康教育中心
主编：程远山

目录
当令　三伏天的一杯水　5
明白账　体检单上的箭头　6
　　　　血压计准不准　8
厨房与药房　一把绿豆的两种煮法　9

"""
BODIES = {
    "三伏天的一杯水": "立秋已过，伏天未完，每年这个时候，门诊里总有几位老人被扶着进来，说是没有力气，量一量血压，偏低。",
    "体检单上的箭头": "体检单发下来，大家先找箭头，没有箭头，放进抽屉，有箭头，睡不着觉，其实箭头只是一个提示。",
    "血压计准不准": "家里有两台血压计，左边量一百三十六，右边量一百五十二，他不知道该信谁，就信了儿子的那一台。",
    "一把绿豆的两种煮法": "同样一把绿豆，煮成两种汤，差别在时间，清汤碧绿，有一股生青气，解渴最好，八分钟是关键。",
}
SECTIONS = {
    "三伏天的一杯水": "当令",
    "体检单上的箭头": "明白账",
    "一把绿豆的两种煮法": "厨房与药房",
}
MORE = "把每一年的体检单放在同一个纸袋里，医生最想看的不是今年的数，而是这条线往哪边走。"


def magazine(*body: str, of: str = "体检单上的箭头", printed: str = "") -> Issue:
    """An issue in which the article ``of`` has a body, below its title as ``printed``."""
    parts = []
    for title, text in BODIES.items():
        section = SECTIONS.get(title)
        head = printed if printed and title == of else title
        parts += [
            *([section] if section else []),
            head,
            "程远山",
            text,
            *(body if title == of else ()),
        ]
    return restored(HEAD + "\n\n".join(parts)).issue


def test_sections_beside_the_titles_of_the_contents_that_stand_over_them_in_the_text() -> None:
    made = magazine().contents.sections
    assert [(one.name, ["".join(entry.title) for entry in one.entries]) for one in made] == [
        ("当令", ["三伏天的一杯水"]),
        ("明白账", ["体检单上的箭头", "血压计准不准"]),
        ("厨房与药房", ["一把绿豆的两种煮法"]),
    ]


def test_a_letter_spaced_first_line_is_the_title_and_not_what_the_magazine_is() -> None:
    titles = [one.values for one in magazine().masthead.entries if one.kind is MastheadKind.TITLE]
    assert titles == [("安身",)]


def test_a_subtitle_on_the_line_of_its_title_that_the_contents_leave_out() -> None:
    made = magazine(of="血压计准不准", printed="血压计准不准——先看胳膊放在哪里")
    article = made.articles[2]
    assert [line.value for line in article.title] == ["血压计准不准"]
    assert article.subtitle is not None
    assert article.subtitle.value.strip("—") == "先看胳膊放在哪里"


def test_readers_who_ask_and_the_doctor_who_answers_by_name() -> None:
    body = [
        "柳镇读者　孟先生问：膝盖咔的一声，不疼，要不要拍片子？",
        "屈医生答：不疼的响，多半不要紧，肌腱从骨头上滑过去也会响。",
        "白沙读者　小章问：崴了脚，该冷敷还是热敷？",
        "屈医生答：头两天冷敷，一次十五分钟，两天以后可以热敷。",
    ]
    blocks = magazine(*body).articles[1].blocks
    roles = [one.role for one in blocks if isinstance(one, Paragraph)]
    assert roles[-4:] == [Role.QUESTION, Role.ANSWER] * 2


def test_words_over_a_table_within_a_sentence_are_its_caption() -> None:
    table = "| 指标 | 轻度 |\n|---|---|\n| 尿酸 | 一个月 |\n| 血脂 | 三个月 |"
    cut = "自己有胃溃疡，应当根治；其余的人，和医生商量着办。分餐和公筷则是人人都"
    blocks = magazine(cut, "常见指标复查时间", table, "应该做的。", MORE).articles[1].blocks
    (found,) = [one for one in blocks if isinstance(one, Table)]
    assert found.caption is not None
    assert found.caption.value == "常见指标复查时间"
    assert f"{cut}应该做的。" in [one.text.value for one in blocks if isinstance(one, Paragraph)]


def test_products_below_lines_that_end_with_no_mark() -> None:
    body = [
        "纽扣式温度记录仪",
        "直径二十七毫米，可贴在箱内任何位置，电池寿命三年，读取时用手机碰一下即可，不需要安装软件。",
        "参考价：39元",
        "供应商：汀头测温仪表厂",
        "电动尾板静音套件",
        "由四组缓冲垫和一只缓降阀组成，安装以后尾板落地的噪声下降近二十分贝，适合夜间进社区的车辆。",
        "参考价：150元",
        "供应商：潘家湾车辆配件行",
    ]
    blocks = magazine(*body).articles[1].blocks
    assert [one.text.value for one in blocks if isinstance(one, Heading)] == [body[0], body[4]]


def test_a_common_word_beside_a_title_over_what_the_house_has_compiled() -> None:
    body = [
        "数据　四县冷库一览",
        "冷库十九座，总库容六万一千吨。",
        "建成不满三年的十二座。",
        "（本刊根据实地走访整理，2024年4月）",
    ]
    blocks = magazine(*body).articles[1].blocks
    (box,) = [one for one in blocks if isinstance(one, Box)]
    assert box.label == "数据"
    assert box.title is not None
    assert box.attribution is not None

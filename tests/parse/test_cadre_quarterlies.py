"""What the magazines of Party schools and committees have: contents in columns, parts by several, quotations."""

from __future__ import annotations

import pytest

from converter.model import Block, Box, Heading, Issue, Paragraph, PullQuote, Role
from converter.parse.heal.doubled import said_twice
from converter.parse.heal.series import ends_word
from converter.parse.masthead.numbers import issue_number, year_of
from tests.support.restored import listed, restored

ONE = "摆渡的人四十年里没有出过县，两岸的人却都由他送过，谁家嫁女，谁家还债，他在船上听得比在岸上多，听过也就放进水里了。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来，他说看不出来才叫修。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音，像有人在很远的地方说话。"
IMPRINT = "水边党建\n2019年第3期\n主管：河东县委\n主办：河东县委党校\n主编：傅长林\n电话：0199-10227733\n\n"
BODY = (
    f"四十年的渡船\n\n陆小满\n\n{ONE}\n\n修碑上的字\n\n——石匠学堂见闻\n\n白若溪\n\n{TWO}\n\n"
    f"田埂上听藕\n\n青 荷 街 道\n\n{THREE}\n\n夜里放第三次水\n\n万佩文\n\n{ONE}{TWO}\n"
)


def entries(contents: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    return listed(restored(f"{IMPRINT}目录\n\n{contents}\n\n{BODY}"))


ALL = [
    ("学员论坛", "四十年的渡船", ("陆小满",), "4"),
    ("学员论坛", "修碑上的字", ("白若溪",), "6"),
    ("田间", "田埂上听藕", ("青荷街道",), "8"),
    ("田间", "夜里放第三次水", ("万佩文",), "11"),
]
HALF = "**田间**\n\n8 田埂上听藕 / 青荷街道\n11 夜里放第三次水 / 万佩文"


def test_the_pages_of_several_entries_on_one_line_below_them() -> None:
    text = (
        "**学员论坛**\n\n4 四十年的渡船 / 陆小满\n\n**田间**\n\n修碑上的字 / 白若溪\n"
        "田埂上听藕 / 青荷街道\n夜里放第三次水 / 万佩文\n6 8 11"
    )
    assert entries(text) == [ALL[0], *(("田间", *one[1:]) for one in ALL[1:])]


def test_a_house_whose_name_is_letter_spaced() -> None:
    text = (
        "| 学员论坛 | 四十年的渡船 | 陆小满 | 4 |\n| | 修碑上的字 | 白若溪 | 6 |\n"
        "| 田间 | 田埂上听藕 青 荷 街 道 | | 8 |\n| | 夜里放第三次水 | 万佩文 | 11 |"
    )
    assert entries(text) == ALL


def test_two_authors_with_their_pages_below_two_titles() -> None:
    text = (
        "☆学员论坛\n修碑上的字\n——石匠学堂见闻\n四十年的渡船\n钟　情（4）\n甘　草（6）\n"
        "☆田间\n田埂上听藕……………青荷街道（8）\n夜里放第三次水……………万佩文（11）"
    )
    body = (
        f"修碑上的字\n——石匠学堂见闻\n□ 钟　情\n{TWO}\n四十年的渡船\n□ 甘　草\n{ONE}\n"
        f"田埂上听藕\n□ 青荷街道\n{THREE}\n夜里放第三次水\n□ 万佩文\n{ONE}{TWO}\n"
    )
    assert listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}")) == [
        ("学员论坛", "修碑上的字", ("钟情",), "4"),
        ("学员论坛", "四十年的渡船", ("甘草",), "6"),
        *ALL[2:],
    ]


def test_the_theme_of_a_section_may_have_a_colon() -> None:
    text = f"**特别策划** 老手艺：不是老古董\n\n4 四十年的渡船 / 陆小满\n6 修碑上的字 / 白若溪\n\n{HALF}"
    assert [section for section, *_ in entries(text)] == ["特别策划", "特别策划", "田间", "田间"]


def blocks(text: str) -> tuple[Block, ...]:
    made: Issue = restored(f"{IMPRINT}渡口纪事\n\n文／陆小满\n\n{text}").issue
    return made.articles[0].blocks


def test_who_wrote_each_part_stands_between_its_heading_and_its_text() -> None:
    first, *lines = TWO[:28], TWO[28:]
    text = "".join(f"{line}\n" for line in (first, *lines))
    parts = [
        ("换个座位想问题", "税务干部　单晓峰"),
        ("学会说不懂", "开发区干部　游　丹"),
        ("慢一点再慢一点", "乡镇干部　田小满"),
    ]
    made = blocks("".join(f"{head}\n　　{by}\n　　{text}" for head, by in parts))
    assert [block.text.value for block in made if isinstance(block, Heading)] == [
        head for head, _ in parts
    ]
    signed = [
        block for block in made if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
    ]
    assert len(signed) == len(parts)


SAID = "在外面漂了这些年，头一回觉得自己不是一片叶子。"


def test_who_says_it_below_a_quotation_set_apart() -> None:
    half = ONE.index("谁家还债")
    text = f"{ONE[:half]}\n\n{ONE[half:]}\n\n{TWO}\n\n> {SAID}\n\n——一名船工的留言\n\n{THREE}"
    made = blocks(text)
    assert not any(isinstance(block, Box) for block in made)
    quote = next(block for block in made if isinstance(block, PullQuote))
    assert quote.attribution is not None
    assert quote.attribution.text.value == "一名船工的留言"


def test_where_it_stands_right_below_a_sentence_between_blank_lines() -> None:
    made = blocks(f"{ONE}\n\n{SAID}\n（一位船工的日记本）\n\n{TWO}\n\n{THREE}")
    quote = next(block for block in made if isinstance(block, PullQuote))
    assert quote.paragraphs[0].value == SAID
    assert quote.attribution is not None
    assert quote.attribution.text.value.strip("（）") == "一位船工的日记本"


def test_the_work_below_what_the_article_says_again() -> None:
    said = "“渡口的灯是给晚回来的人留的。”"
    text = f"{ONE}作者写道：{said}{TWO}\n\n{said}\n\n——《渡口二十年》\n\n{THREE}\n\n{TWO}"
    quote = next(block for block in blocks(text) if isinstance(block, PullQuote))
    assert quote.attribution is not None
    assert quote.attribution.text.value == "《渡口二十年》"


@pytest.mark.parametrize(
    ("above", "below", "size"),
    [
        ("从一个造船的国家", "家从此有了自己的港口，", 1),
        ("我们走访了一万户老年", "年家庭，问了三个问题，", 1),
        ("他是一个国家", "家庭困难补助的对象，", 0),
        ("日子好过了，家", "家都有了余粮，", 0),
        ("等到来年春天", "天气暖和了再说，", 0),
        ("他听见鼓声停了，回头看", "看了一眼，然后", 1),
        ("问他想不想自己跑", "跑到圈里去？他说", 1),
        ("他站在那里，想", "想过去的那些事，", 0),
        ("大家都跑过来看", "看到底是什么，", 0),
    ],
)
def test_a_noun_ends_at_the_seam_and_no_word_begins_there(
    above: str, below: str, size: int
) -> None:
    assert said_twice(above, below, None)[0] == size


def test_days_and_quarters_are_no_numbers_of_headings() -> None:
    assert ends_word("夜班归他值，每个星期", "二、星期四的夜班都是。")
    assert ends_word("全年最忙的是第", "一、二季度。")
    assert not ends_word("夜班归他值，每个人", "二、星期四的夜班")


def test_the_year_and_the_number_with_a_bar_between() -> None:
    assert (year_of("2019 | 11"), issue_number(["2019 | 11"])) == (2019, "11")


def test_what_a_box_explains_signs_nothing() -> None:
    lines = [TWO[at : at + 28] for at in range(0, len(TWO), 28)]
    text = (
        "　　大家想一想，是什么叫一个姑娘说出这样的话？不是工分，那时\n◆名词解释 幸福渠\n"
        "　　河东县内的引水渠，一九五八年开工，全长六十四公里。\n候一天的工分只值八分钱。\n"
    )
    contents = "目录\n渡口纪事……陆小满（2）\n四十年的渡船……白若溪（4）\n田埂上听藕……万佩文（8）\n\n"
    body = "\n".join(
        (
            "渡口纪事\n陆小满",
            *("　　" + "\n".join(lines) for _ in range(3)),
            text.rstrip(),
            "四十年的渡船\n白若溪",
            "　　" + "\n".join(lines),
            "田埂上听藕\n万佩文",
            "　　" + "\n".join(lines),
        )
    )
    titles = [one.title[0].value for one in restored(f"{IMPRINT}{contents}{body}\n").issue.articles]
    assert titles == ["渡口纪事", "四十年的渡船", "田埂上听藕"]


MORE = "县里的档案馆有一间屋子专门放村民按了手印的信，最早的一封写在五十年前，纸已经黄了，手印还是红的，一个一个数得清。"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("含糊的话说得多了，组织的话就不值钱了。", "含糊话说多了，组织的话就不值钱了。"),
        ("人走了，看茶凉没凉；官调了，看口碑还在不在。", "人走了，茶凉没凉、口碑还在不在。"),
        (
            "土地是有记忆的，你伤害过它，它会记几十年；你善待它，它会一点一点地还给你。",
            "土地是有记忆的，你伤害过它，它会记几十年；你善待了它，它也会一点一点地还给你。",
        ),
    ],
)
def test_a_sentence_alone_that_a_paragraph_near_it_words_otherwise(said: str, told: str) -> None:
    made = blocks(f"{ONE}{told}{TWO}\n\n{said}\n\n{THREE}\n\n{MORE}")
    assert [one.paragraphs[0].value for one in made if isinstance(one, PullQuote)] == [said]


def test_a_sentence_alone_that_opens_what_the_next_paragraph_tells() -> None:
    said = "这样的信，一共有四十七封。"
    made = blocks(f"{ONE}\n\n{said}\n\n{MORE}信里说的都是留人的事。\n\n{THREE}")
    assert not any(isinstance(one, PullQuote) for one in made)


def test_a_box_between_two_cases_parted_by_semicolons() -> None:
    first = "我们建议按照三种情况处理：干得好、村里需要的，留任；干得好、家里有困难的，妥善轮换；"
    rest = "干得一般的，按期轮换；长期走读的，召回并通报。全市拟召回的有九名。"
    made = blocks(f"{ONE}\n\n{first}\n\n延伸阅读\n\n一封留任信\n\n{TWO}\n\n{rest}\n\n{THREE}")
    box = next(one for one in made if isinstance(one, Box))
    assert len(box.blocks) == 1
    assert first + rest in [one.text.value for one in made if isinstance(one, Paragraph)]

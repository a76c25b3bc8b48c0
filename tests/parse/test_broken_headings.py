"""Headings that the printer has broken over two lines."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph
from converter.pipeline import restore
from tests.support.bend import PROSE, article

LAMP = "灯是点灯人自己做的，玻璃罩子裂过两回，用鱼胶粘好，风再大也没有灭过，船上的人看得见。"


LAST = "渡口的老人每天傍晚下到水边，看看绳子，再看看水位，回来的时候天已经黑透了，路也看不见。"


def headings(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Heading)]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("number", ["一、", "（一）", "1.1 ", "1."])
def test_a_heading_of_two_clauses_on_a_line_each_is_one_heading(number: str) -> None:
    found = article(f"{PROSE}\n\n{number}把几条旧船修成新的渡船，\n让夜里的人过得了河\n\n{PROSE}")
    assert [text.replace(" ", "") for text in headings(found)] == [
        f"{number}把几条旧船修成新的渡船，让夜里的人过得了河".replace(" ", "")
    ]
    assert paragraphs(found) == [PROSE, PROSE]


def test_a_numbered_sentence_that_goes_on_is_no_heading() -> None:
    found = article(f"{PROSE}\n\n（一）把几条旧船修成新的渡船，\n\n让夜里的人过得了河。{PROSE}")
    assert headings(found) == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("first", "second"), [("二、让旧船", "真正下得了水"), ("二、把渡口", "还给走路的人")]
)
def test_a_short_first_line_that_awaits_its_verb_is_half_a_heading(
    first: str, second: str, gap: str
) -> None:
    found = article(f"一、旧船从哪里来\n\n{PROSE}\n\n{first}{gap}{second}\n\n{LAMP}")
    assert headings(found) == ["一、旧船从哪里来", f"{first}{second}"]
    assert paragraphs(found) == [PROSE, LAMP]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("二、从“按船收钱”", "到“按人收钱”"),
        ("别把船工", "都画成老人"),
        ("一张没有写完的", "渡口价目表"),
        ("为什么没有人愿意", "坐到那张桌子后面"),
    ],
)
def test_two_short_lines_between_blank_lines_are_one_heading(first: str, second: str) -> None:
    found = article(f"{PROSE}\n\n{first}\n{second}\n\n{LAMP}")
    assert headings(found) == [f"{first}{second}"]
    assert paragraphs(found) == [PROSE, LAMP]


def test_a_heading_over_a_heading_stays_one_of_two() -> None:
    found = article(f"{PROSE}\n\n别把船工\n\n都画成老人\n\n{LAMP}")
    assert headings(found) == ["别把船工", "都画成老人"]


@pytest.mark.parametrize(
    ("listed", "printed", "lines"),
    [
        (
            "让渡口亮起来 修好最下面的三十一级石阶",
            "让渡口亮起来\n\n修好最下面的\n三十一级石阶",
            ["让渡口亮起来", "修好最下面的三十一级石阶"],
        ),
        (
            "让渡口亮起来修好三十一级石阶",
            "让渡口亮起来\n修好三十一级石阶",
            ["让渡口亮起来", "修好三十一级石阶"],
        ),
        (
            "让渡口亮起来 修好三十一级石阶",
            "让渡口亮起来\n修好三十一级石阶",
            ["让渡口亮起来", "修好三十一级石阶"],
        ),
    ],
)
def test_the_lines_of_a_title_end_where_the_contents_have_blanks(
    listed: str, printed: str, lines: list[str]
) -> None:
    text = f"目录\n\n{listed} / 张水……1\n\n老街上的早市 / 李山……3\n\n{printed}\n\n张水\n\n{PROSE}\n\n老街上的早市\n\n李山\n\n{PROSE}\n"
    issue = restore(text.encode(), name="x.txt").issue
    assert [line.value for line in issue.articles[0].title] == lines


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("修好几条旧船，", "让夜里有人过河", PROSE),
        ("“旧船不怕旧，", "怕的是没人坐”", PROSE),
        ("三、修好几条旧船，", "先要问问船家", PROSE),
        ("三百盏灯里", "没有一盏认得他", f"{PROSE}他说三百盏灯里没有一盏亮过一个月。"),
    ],
)
def test_lines_of_a_heading_that_a_blank_line_parts_are_one(
    first: str, second: str, said: str
) -> None:
    found = article(f"{said}\n\n{LAMP}\n\n{first}\n\n{second}\n\n{LAST}")
    assert headings(found) == [first + second]
    assert paragraphs(found) == [said, LAMP, LAST]


def test_two_short_lines_that_nothing_joins_are_no_heading_of_two() -> None:
    found = article(f"{PROSE}\n\n摆渡的老人们\n\n江边第四码头\n\n{LAMP}")
    assert "摆渡的老人们江边第四码头" not in headings(found)


def test_so_are_they_where_blank_lines_part_nothing() -> None:
    prose = [f"第{number}回。{PROSE}{LAMP}" for number in "三四五六七八九"]
    body = "\n".join([*prose, LAMP, "修好几条旧船，", "让夜里有人过河", LAST, *prose])
    text = f"目录\n1 渡口 张水\n3 老街 李山\n渡口\n张水\n{body}\n老街\n李山\n{PROSE}\n"
    found = restore(text.encode(), name="x.txt").issue.articles[0]
    assert headings(found) == ["修好几条旧船，让夜里有人过河"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("二、船上的三盏“不灭", "灯”"),
        ("二、由“等渡船”转向“造", "桥梁”"),
        ("二、重读《渡口", "旧事》"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_second_line_that_closes_a_bracket_is_the_rest_of_the_heading(
    first: str, second: str, gap: str
) -> None:
    rows = f"{LAMP[:20]}{gap}{LAMP[20:]}"
    found = article(f"一、旧船从哪里来\n\n{PROSE}\n\n{first}{gap}{second}{gap}{rows}")
    assert headings(found) == ["一、旧船从哪里来", f"{first}{second}"]
    assert paragraphs(found)[0] == PROSE


def test_a_paragraph_that_closes_a_bracket_is_not_the_rest_of_a_heading() -> None:
    below = "灯”是点灯人自己做的，玻璃罩子裂过两回。"
    found = article(f"一、旧船从哪里来\n\n{PROSE}\n\n二、船上的“不灭灯\n\n{below}{LAMP}\n\n{PROSE}")
    assert not any(below[:4] in text for text in headings(found))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("二、由“看天行船”转", "向“看表行船”"),
        ("二、抓好渡口的安全管", "理工作"),
        ("二、把旧船和新船", "的事情办好"),
        ("二、管好新渡船", "的“前舱”与“后舱”"),
    ],
)
def test_a_clause_that_breaks_off_goes_on_in_the_second_line(first: str, second: str) -> None:
    found = article(f"一、旧船从哪里来\n\n{PROSE}\n\n{first}\n\n{second}\n\n{LAMP}")
    assert headings(found) == ["一、旧船从哪里来", f"{first}{second}"]
    assert paragraphs(found) == [PROSE, LAMP]


def test_so_it_does_above_the_name_of_a_box() -> None:
    heads = "二、抓好渡口的安全管", "理工作"
    told = "渡船载客不得超过核定人数，风力六级以上停航。"
    found = article(
        f"一、旧船从哪里来\n\n{PROSE}\n\n{heads[0]}\n\n{heads[1]}\n\n链接\n\n{told}\n\n——《渡口守则》\n\n{LAMP}"
    )
    assert headings(found) == ["一、旧船从哪里来", "".join(heads)]
    assert paragraphs(found) == [PROSE, LAMP]


@pytest.mark.parametrize("below", ["修补的手艺", "木匠老何"])
def test_words_of_their_own_below_a_number_are_no_second_line(below: str) -> None:
    found = article(f"一、旧船从哪里来\n\n{PROSE}\n\n二、新的渡船怎样造\n\n{below}\n\n{LAMP}")
    assert f"二、新的渡船怎样造{below}" not in headings(found)


@pytest.mark.parametrize("number", ["（二）", "二是", "2."])
def test_a_numbered_sentence_cut_within_its_quotation_marks_is_no_heading(number: str) -> None:
    cut = f"{number}修船靠大家，变“谁坏谁修"
    below = f"”为“一起动手”。{LAMP}"
    found = article(f"{PROSE}\n\n{cut}\n\n{below}\n\n{PROSE}")
    assert headings(found) == []
    assert f"{cut}{below}" in [text.replace(" ", "") for text in paragraphs(found)]


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        ("（三）村里的人都愿意留下之后，给每", "条船建立档案", "\n"),
        ("（三）堤上的树一年年长起来之", "后，先修闸口", "\n\n"),
    ],
)
def test_a_heading_that_breaks_off_within_a_clause_goes_on_whatever_its_rest_looks_like(
    first: str, second: str, gap: str
) -> None:
    others = f"{PROSE}\n\n夜里的灯\n\n{LAST}\n\n桥头的树\n\n{PROSE}\n\n（一）守夜的人\n\n{LAMP}\n\n（二）修船的人\n\n{LAST}"
    found = article(f"{others}\n\n{first}{gap}{second}\n\n{LAMP}{LAST}")
    assert headings(found)[-3:] == ["（一）守夜的人", "（二）修船的人", first + second]
    assert not any(isinstance(block, Box) for block in found.blocks)


def test_the_name_of_a_box_below_a_whole_heading_is_no_part_of_it() -> None:
    found = article(f"{PROSE}\n\n一、修好每一条旧船\n小档案\n\n{LAMP}\n\n{LAST}")
    assert headings(found) == ["一、修好每一条旧船"]


def test_key_words_and_references_are_no_headings_like_the_second_line_of_one() -> None:
    front = f"摘要：{PROSE}\n\n关键词：旧船；灯；水位\n\n{LAMP}"
    back = "\n\n".join(
        f"[{at}] {who}.{what}[J].水运月刊,200{at}({at}):1-9."
        for at, (who, what) in enumerate(
            [("张水", "渡口的灯"), ("李山石", "怎样给旧船补缝上漆")], 1
        )
    )
    body = f"（一）守夜的人\n\n{LAMP}\n\n（二）让老手艺在村里的船厂中\n\n传下去，练出来\n\n{LAST}"
    found = article(f"{front}\n\n{body}\n\n{PROSE}\n\n参考文献\n\n{back}")
    assert headings(found)[:2] == ["（一）守夜的人", "（二）让老手艺在村里的船厂中传下去，练出来"]


def test_second_lines_that_all_stand_below_numbers_are_no_headings_of_their_own() -> None:
    pairs = [
        ("（一）让船工的孩子在船上", "念完六年的书"),
        ("（二）给每一条旧船的灯都配好", "不怕风的玻璃罩子"),
        ("（三）把渡口的石阶一级一级地", "修到柳树"),
    ]
    body = "\n\n".join(f"{one}\n\n{two}\n\n{LAST}" for one, two in pairs)
    found = article(f"一、水边的人\n\n{PROSE}\n\n{body}")
    assert headings(found) == ["一、水边的人", *(one + two for one, two in pairs)]


def test_a_plain_heading_at_the_foot_of_a_page_goes_on_at_the_top_of_the_next() -> None:
    body = f"{PROSE}\n\n第二个夜晚：谁都没有想\n\n- 5 -\n\n到的问题\n\n{LAMP}"
    found = article(f"{body}\n\n- 6 -\n\n{LAST}")
    assert headings(found) == ["第二个夜晚：谁都没有想到的问题"]


def test_a_full_line_at_the_foot_of_a_page_is_no_second_line() -> None:
    """A heading keeps its text on its page: what goes on overleaf is text."""
    prose = [row for text in 4 * (PROSE, LAST) for row in _rows(text, 22)]
    text = "渡口的船是大家的船，也是夜里过河人的指望和依靠，谁也不能随便把它开走，开走了要在天黑以前开回来，把灯挂好。"
    rows = _rows(text, 20)
    heads = ["一、老船从哪里来，谁也说不清", "二、修好几条旧船，让夜里有人过河"]
    body = [heads[0], *prose, heads[1], rows[0], "· 12 ·", *rows[1:], *prose]
    front = ["目录", "1 渡口 张水", "", "渡口", "张水", ""]
    found = restore("\n".join([*front, *body]).encode(), name="x.txt").issue.articles[0]
    assert headings(found) == heads


def _rows(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # No heading ends with a comma.
        ("二、给旧船换上木板，", "让夜里从对岸过河来的人都看得见桥头的灯光"),
        ("（二）只会修船，", "不会开船"),
        # Nor does one end with its colon.
        ("二、账目：", "钱从哪里来"),
        # Prose goes on so, and nothing else in the section is like the second line.
        ("二、重新认识村集体", "经济合作社的重要意义"),
        ("二、当前的管护", "工作面临的新情况"),
    ],
)
def test_a_blank_line_parts_the_lines_of_a_numbered_heading(first: str, second: str) -> None:
    number = "（一）" if first.startswith("（") else "一、"
    found = article(f"{number}旧船从哪里来\n\n{PROSE}\n\n{first}\n\n{second}\n\n{LAMP}\n\n{LAST}")
    assert headings(found) == [f"{number}旧船从哪里来", first + second]
    assert paragraphs(found) == [PROSE, LAMP, LAST]


def test_what_has_its_like_in_the_section_is_a_heading_below_a_number() -> None:
    body = f"二、重新认识村集体\n\n经济合作社的重要意义\n\n{LAMP}\n\n渡口合作社的章程\n\n{LAST}"
    found = article(f"一、旧船从哪里来\n\n{PROSE}\n\n{body}")
    assert "二、重新认识村集体" in headings(found)


@pytest.mark.parametrize("first", ["一、把几条旧船修成新的渡船，", "一、修好旧船，"])
def test_the_longer_clause_of_a_heading_below_a_comma_and_a_blank_line(first: str) -> None:
    second = "让夜里从对岸回来的人和天不亮就要过河的人都放心地过得了河"
    text = PROSE + LAMP
    found = article(f"{first}\n\n{second}\n\n{text}\n\n二、点灯\n\n{LAST}")
    assert headings(found) == [first + second, "二、点灯"]
    assert paragraphs(found) == [text, LAST]


def test_a_bracket_on_two_lines_is_of_one_heading_where_no_blank_line_parts_anything() -> None:
    body = [PROSE, LAMP, LAST] * 5
    body[8:8] = ["怎样读懂《渡船夜航", "规则》里的三盏灯"]
    text = "\n".join(["渡口", "张水", *body, "老街", "李山", PROSE * 2])
    found = restore(
        f"目录\n1 渡口 张水\n3 老街 李山\n{text}\n".encode(), name="x.txt"
    ).issue.articles[0]
    assert headings(found) == ["怎样读懂《渡船夜航规则》里的三盏灯"]


@pytest.mark.parametrize(
    ("above", "first", "second"),
    [
        ("1.几条旧船都是从哪里来的", "2.修好的渡船", "走夜路靠什么"),
        ("一、几条旧船都是从哪里来的", "二、修好的渡船", "走夜路，靠的是灯"),
        ("（一）几条旧船都是从哪里来的", "（二）修船的人在", "冬天里做什么"),
    ],
)
def test_a_lone_line_below_a_short_one_is_of_its_heading_where_all_headings_have_numbers(
    above: str, first: str, second: str
) -> None:
    found = article(f"{above}\n\n{PROSE}\n\n{first}\n\n{second}\n\n{LAMP}\n\n{LAST}")
    assert headings(found) == [above, f"{first}{second}"]
    assert paragraphs(found) == [PROSE, LAMP, LAST]


def test_lines_of_which_several_stand_below_numbers_and_over_texts_head_them() -> None:
    found = article(
        f"一、旧船从哪里来\n\n木匠的手艺\n\n{PROSE}\n\n桐油和麻丝怎么用\n\n{LAMP}\n\n二、以后怎么办\n\n灯\n\n{LAST}"
    )
    assert headings(found)[:3] == ["一、旧船从哪里来", "木匠的手艺", "桐油和麻丝怎么用"]


def test_a_part_stands_over_the_two_lines_of_its_first_heading() -> None:
    found = article(
        f"上篇 旧船\n\n一、修船的人怎样\n\n过冬\n\n{PROSE}\n\n二、桐油\n\n{LAMP}\n\n下篇 新船\n\n一、怎样守灯\n\n{LAST}"
    )
    assert headings(found)[0] == "上篇旧船"
    assert headings(found)[1] == "一、修船的人怎样过冬"


def test_a_quotation_on_two_lines_between_blank_ones_is_one_heading() -> None:
    found = article(
        f"主持人：何塘（本刊编辑）\n\n参加者：张水（摆渡人）、李山（修船人）、王石（守灯人，住在对岸）\n\n“灯不是挂\n给人看的”\n\n"
        f"何塘：渡口的灯为什么夜夜点着？\n\n张水：我先来吧。灯不是挂给人看的，是给船看的。{PROSE}\n\n李山：{LAMP}\n\n"
        f"“修船要先\n修自己的心”\n\n何塘：修船难不难？\n\n李山：修船要先修自己的心，心不静，缝就合不上。{LAST}\n\n王石：{LAMP}"
    )
    assert headings(found) == ["“灯不是挂给人看的”", "“修船要先修自己的心”"]
    assert not found.pull_quotes

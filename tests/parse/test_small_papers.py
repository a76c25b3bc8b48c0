"""What papers of clubs, works and schools have that larger magazines seldom do."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph, PullQuote, Role, Verse
from converter.parse.captions import is_unnumbered_caption
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawEntry
from converter.parse.contents.signed import settle_strokes
from converter.parse.contents.teller import is_feature
from converter.parse.headings import is_heading_text
from converter.parse.issue.apart import find_apart
from converter.parse.rolls import roll_lines
from converter.profile import Profile
from converter.segment import make_units
from converter.segment.regions import is_contents_heading
from converter.segment.regions.going_on import closing_end
from converter.segment.regions.masthead import find_foot
from converter.segment.units import is_fact
from converter.source import Line
from tests.support.articles import named, texts, titles
from tests.support.blocks import boxes
from tests.support.restored import listed, restored

ONE = "瓦窑在河的下游，烧了九十年，窑门朝南，火最旺的时候，半条河都是红的，船老大说夜里不用点灯。"
TWO = "窑工姓万的最多，姓万的人家过年不贴红对子，贴黑的，说火已经够红了，要用黑的压一压才睡得着。"
HEAD = "瓦窑\n2014年第2期\n\n"


def test_guests_on_lines_of_their_own_are_no_titles() -> None:
    roll = [
        "主持人：万喜\u3000本刊主编",
        "嘉宾：贺老实\u3000瓦窑第三代掌窑人",
        "邓 梅\u3000青石镇文化站站长",
        ONE,
    ]
    assert roll_lines(roll) == {0, 1, 2}


def test_a_common_section_with_what_it_is_about_stands_in_one_line_here_and_there() -> None:
    body = BodyIndex(
        [Line(1, "特别策划·瓦窑的冬天"), Line(2, "瓦窑·从前"), Line(3, "窑门关上以后")]
    )
    assert is_feature("特别策划·瓦窑的冬天", body)
    assert is_feature("特别策划\u3000瓦窑的冬天", body)
    assert not is_feature("瓦窑·从前", body)
    assert not is_feature("特别策划·瓦窑的夏天", body)


def test_where_all_entries_have_strokes_a_title_like_a_name_is_none() -> None:
    entries = [
        RawEntry([title], authors_text="万喜", stroke=True) for title in ("窑火", "黑对子", "窑门")
    ]
    entries.append(RawEntry(["渡口／谷雨"]))
    settle_strokes(entries)
    assert (entries[-1].texts, entries[-1].authors_text) == (["渡口"], "谷雨")


def test_who_made_an_issue_below_the_contents_that_close_it_is_no_entry() -> None:
    rows = [
        "一座窑的九十年\u3000万喜\u30001",
        "黑对子的来历\u3000邓梅\u30002",
        "窑上的讯息\u30003",
        "主编：贺山\u3000编辑：邓梅\u3000校对：万喜",
        "4",
    ]
    above = ["一座窑的九十年", ONE, "黑对子的来历", TWO, "窑上的讯息", ONE]
    lines = [Line(at, text) for at, text in enumerate([*above, "目录", *rows], 1)]
    assert closing_end(lines, len(above), len(lines)) == len(lines) - 2
    assert find_foot(lines, len(lines) - 2) == (len(lines) - 2, len(lines) - 1)


def test_the_month_and_the_number_of_an_issue_below_its_name() -> None:
    text = f"红瓦片\n小学低年级版\n2022年4月\u3000第4期\n\n瓦窑的猫\n万喜\n\n{ONE}\n\n黑对子\n邓梅\n\n{TWO}\n"
    masthead = restored(text).issue.masthead
    assert (masthead.title, masthead.year, masthead.number) == ("红瓦片", 2022, "4")
    assert titles(text) == ["瓦窑的猫", "黑对子"]


LISTED = f"{HEAD}目录\n小诗两首（2）\n窑上短诗（3）\n悄悄话（4）\n瓦窑的猫 …… 万喜（5）\n黑对子 …… 邓梅（6）\n\n"
POEMS = (
    "雨\n\n石榴街小学二（3）班\u3000方可可\n\n雨在窗上写字\n写了一行\n又擦掉一行\n\n"
    "影子\n\n白果镇小学一（1）班\u3000夏小天\n\n影子最听话\n我走它也走\n可是一到晚上\n它就先回家了\n"
)


def test_who_wrote_each_poem_stands_between_its_title_and_its_lines() -> None:
    article = named(f"{LISTED}小诗两首\n\n{POEMS}\n瓦窑的猫\n万喜\n\n{ONE}\n\n{TWO}\n", "小诗两首")
    assert [type(block) for block in article.blocks] == [Heading, Paragraph, Verse] * 2
    assert texts(article) == ["石榴街小学二（3）班 方可可", "白果镇小学一（1）班 夏小天"]


def test_verse_above_who_sent_it_though_he_stands_at_the_left_edge() -> None:
    poems = (
        "大 锤\n\u3000\u3000大锤一挥火星飞，\n\u3000\u3000烧得砖窑满天红。\n\u3000\u3000问声师傅累不累？\n（窑工\u3000马有田）\n"
        "夜 班\n\u3000\u3000月亮照在窑顶上，\n\u3000\u3000好像两行白霜。\n（司炉\u3000纪万山）\n"
    )
    article = named(f"{LISTED}窑上短诗\n{poems}\n黑对子\n邓梅\n\n{TWO}\n", "窑上短诗")
    assert [type(block) for block in article.blocks] == [Heading, Verse, Paragraph] * 2


def test_an_answer_calls_by_a_pen_name_who_signed_the_letter() -> None:
    letter = f"知心姐姐：\n\n我不敢举手，我怕说错了，同学会笑我。我该怎么办呢？\n\n二年级\u3000豆 豆\n\n豆豆：\n\n{ONE}\n\n知心姐姐\n"
    article = named(f"{LISTED}悄悄话\n\n{letter}\n瓦窑的猫\n万喜\n\n{ONE}\n", "悄悄话")
    roles = {b.text.value: b.role for b in article.blocks if isinstance(b, Paragraph)}
    assert roles["二年级 豆豆"] is Role.SIGNATURE


def test_where_letters_reach_an_association_is_of_its_masthead() -> None:
    text = f"瓦窑校友通訊\n第四十二期\u3000二零一七年十二月\n編輯：万喜\u3000鄧梅\n通訊處：青石鎮河灣道十八號轉\n\n會長的話\n\n萬喜\n\n{ONE}\n\n{TWO}\n\n舊窯門\n\n鄧梅\n\n{TWO}\n\n{ONE}\n"
    assert titles(text) == ["會長的話", "舊窯門"]


def test_a_note_at_the_foot_of_a_page_parts_the_title_of_a_box_from_its_text() -> None:
    box = "所谓龙窑，是依山坡而建、形如卧龙的长窑，一次可以烧成陶器上万件，窑头与窑尾温差很大。"
    text = (
        f"{HEAD}目录\n一座窑的九十年 …… 万喜 1\n黑对子 …… 邓梅 2\n\n一座窑的九十年\n\n万喜\n\n老窑只有两行记载①。{ONE}{TWO[:18]}\n\n名词解释 | 龙窑\n\n"
        f"① 青石县文物队：《瓦窑调查简报》，《青石文博》2010年第3期。\n\n1\n\n{box}\n\n{TWO[18:]}\n\n{ONE}\n\n2\n\n黑对子\n\n邓梅\n\n{TWO}\n\n3\n"
    )
    article = named(text, "一座窑的九十年")
    assert [note.marker for note in article.notes] == ["①"]
    (made,) = [block for block in article.blocks if isinstance(block, Box)]
    assert [one.text.value for one in made.blocks if isinstance(one, Paragraph)] == [box]


def test_one_box_for_travellers_tells_another() -> None:
    traffic = "交通\n\n省城南站每日七点半、十三点有班车到青石镇，车程约五小时，票价六十八元。\n\n"
    stay = "住宿\n\n镇上有客栈六家，价格六十元至一百二十元，须提前电话联系，自带睡袋。\n\n"
    text = f"{HEAD}目录\n走窑道 …… 万喜 1\n\n走窑道\n\n万喜\n\n{ONE}{TWO[:10]}\n\n{traffic}{TWO[10:]}\n\n{stay}第二天\n\n{ONE}\n"
    assert [name for name, *_ in boxes(restored(text).issue)] == ["交通", "住宿"]


def test_guests_under_one_another_are_lines_each_though_the_first_is_full() -> None:
    lines = [
        "\u3000\u3000嘉\u3000宾：封志远\u3000青石市人事争议仲裁院院长",
        "\u3000\u3000\u3000\u3000\u3000沈 萍\u3000青石省高级人民法院法官",
        f"\u3000\u3000{ONE[:19]}",
        *(ONE[at : at + 21] for at in range(0, 42, 21)),
    ]
    units = list(make_units([Line(at, text) for at, text in enumerate([*lines, *lines[2:]], 1)]))
    assert units[1].text == "沈 萍\u3000青石省高级人民法院法官"


def test_contents_may_say_each_entry_in_english_below_it() -> None:
    rows = "4\u3000瓦窑的窑门\u3000万喜\n\u3000\u3000The Door of the Kiln\u3000WAN Xi\n6\u3000黑对子\u3000里外工作室\n\u3000\u3000Black Couplets at New Year\u3000LIWAI Studio\n"
    text = (
        f"{HEAD}目录\n{rows}\n瓦窑的窑门\nThe Door of the Kiln\n\n万喜\nWAN Xi\n\n{ONE}\n\n{TWO}\n\n"
        f"黑对子\nBlack Couplets at New Year\n\n里外工作室\u3000LIWAI Studio\n\n{TWO}\n\n{ONE}\n"
    )
    made = restored(text)
    assert [entry[1:] for entry in listed(made)] == [
        ("瓦窑的窑门", ("万喜",), "4"),
        ("黑对子", ("里外工作室",), "6"),
    ]
    signed = [[one.name for line in article.bylines for one in line.authors] for article in made.issue.articles]  # fmt: skip
    assert signed == [["万喜"], ["里外工作室"]]


def test_a_section_that_begins_like_a_name_stands_before_a_title_that_is_signed_behind_it() -> None:
    rows = [
        ("见证", "窑门的钥匙", "邓梅"),
        ("查经", "以马忤斯路上", "林恩慈"),
        ("园地", "我们办营会", "万喜"),
    ]
    listing = "".join(
        f"{one}\u3000{title}\u3000\u3000{who}\u3000{at}\n"
        for at, (one, title, who) in enumerate(rows, 1)
    )
    body = "".join(f"【{one}】\n{title}\n{who}\n{ONE}\n{TWO}\n" for one, title, who in rows)
    found = listed(restored(f"{HEAD}目录\n{listing}\n{body}"))
    assert [entry[:3] for entry in found] == [(one, title, (who,)) for one, title, who in rows]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("营造\nYINGZAO\n2022 冬季号\u3000总第64期\n", "营造"),
        ("瓦窑鸟讯\n瓦窑观鸟会会员通讯\n2022年第3期\n", "瓦窑鸟讯"),
    ],
)
def test_what_a_quarterly_and_a_club_call_their_papers(head: str, title: str) -> None:
    text = f"{head}\n瓦窑的窑门\n\n万喜\n\n{ONE}\n\n黑对子\n\n邓梅\n\n{TWO}\n"
    masthead = restored(text).issue.masthead
    assert (masthead.title, masthead.year) == (title, 2022)


def test_moves_in_a_row_and_a_text_from_scripture_are_no_headings() -> None:
    assert not is_heading_text("1．炮二平五\u3000马8进7\u3000\u30002．马二进三\u3000车9平8")
    assert is_heading_text("1．炮二平五\u3000第2回合")
    assert is_fact("经文：路加福音二十四章十三至三十五节")


def test_a_legend_tells_a_drawing() -> None:
    assert is_unnumbered_caption("剖面图\u30001 教室\u30002 院子\u30003 书屋")
    assert not is_unnumbered_caption("剖面图\u30001 教室")


def test_a_caption_stands_between_two_lines_of_a_column() -> None:
    caption = "图为窑门（左）与掌窑人。（万喜 摄）"
    lines = [
        *(ONE[at : at + 14] for at in range(0, 42, 14)),
        caption,
        *(TWO[at : at + 14] for at in range(0, 42, 14)),
    ]
    units = list(make_units([Line(at, text) for at, text in enumerate(lines, 1)]))
    assert caption in [unit.text for unit in units]


def test_no_quotation_begins_on_the_page_before() -> None:
    """What is above a subtitle behind a dash is the title, and the end of another article."""
    column = ["掌窑人万喜在窑门边坐了一夜才", *(ONE[at : at + 14] for at in (0, 14))] * 6
    lines = [Line(at, text) for at, text in enumerate([*column, "有屋檐，下雨不用打伞。"], 1)]
    below = ["对谈", "窑火老了以后", "——万喜、邓梅对谈", *column]
    lines += [Line(at, text) for at, text in enumerate(below, len(lines) + 2)]
    assert len(column) + 1 not in find_apart(lines, Profile()).pieces


@pytest.mark.parametrize(
    "text",
    [
        "这期有什么",
        "\u3000\u3000本期导航",
        "本期有什么",
        "CONTENTS 2024.22",
        "10月号目录　CONTENTS",
    ],
)
def test_children_are_told_what_stands_inside(text: str) -> None:
    assert is_contents_heading(text)


def test_a_quotation_of_the_points_of_a_list_leaves_out_their_numbers() -> None:
    said = "窑上有三道闸：第一道，谁开的窑谁守夜；第二道，谁添的柴谁记账；第三道，谁烧的坏谁赔泥。从前就是这样，没有人敢破例。"
    quoted = "谁开的窑谁守夜，谁添的柴谁记账，谁烧的坏谁赔泥。"
    text = (
        f"{HEAD}目录\n老窑门 …… 万喜 4\n\n老窑门\n\n万喜\n\n{ONE}\n\n{said}\n\n{quoted}\n\n{TWO}\n"
    )
    article = named(text, "老窑门")
    assert texts(article) == [ONE, said, TWO]
    assert [
        block.paragraphs[0].value for block in article.blocks if isinstance(block, PullQuote)
    ] == [quoted]


def test_pieces_of_a_club_below_a_table_and_without_an_author() -> None:
    table = "| 种名 | 2020年 | 2021年 |\n|---|---|---|\n| 鹰 | 72 | 84 |\n| 雁 | 16 | 19 |\n"
    text = (
        f"{HEAD}今秋观察小结\n万 喜\n\n{ONE}\n\n{table}\n一张羽毛的来历\n\n{TWO}\n\n（贺 蓝）\n\n"
        f"第一次\n邓小暖\n\n{ONE}\n\n会费收支公告\n\n本季度收入会费及捐款一万二千元，支出九千元，账目存会址备查。\n"
    )
    assert titles(text) == ["今秋观察小结", "一张羽毛的来历", "第一次", "会费收支公告"]

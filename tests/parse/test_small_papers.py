"""What papers of clubs, works and schools have that larger magazines seldom do."""

from __future__ import annotations

from converter.model import Box, Heading, Paragraph, Role, Verse
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawEntry
from converter.parse.contents.signed import settle_strokes
from converter.parse.contents.teller import is_feature
from converter.parse.openings.unlisted import roll_lines
from converter.segment import make_units
from converter.segment.regions.going_on import closing_end
from converter.segment.regions.masthead import find_foot
from converter.source import Line
from tests.support.articles import named, texts, titles
from tests.support.blocks import boxes
from tests.support.restored import restored

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
    units = list(make_units([Line(at, text) for at, text in enumerate(roll, 1)]))
    assert roll_lines(units) == {0, 1, 2}


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

"""Poems: stanzas, their titles, and the pages over which they run."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Verse
from converter.parse.people import biographies
from converter.parse.poems import poem_titles
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored


def issue(title: str, body: str) -> Issue:
    contents = f"目录\n{title} 程远山 4\n老街的灯 白若溪 8\n\n"
    tail = "\n\n老街的灯\n白若溪\n\n老街的灯一盏一盏亮起来，照着没有人的石板路，照了一夜。\n"
    return restored(f"{contents}{title}\n程远山\n{body}{tail}").issue


def headings(found: Issue) -> list[str]:
    return [b.text.value for b in found.articles[0].blocks if isinstance(b, Heading)]


def stanzas(found: Issue) -> list[int]:
    return [len(b.lines) for b in found.articles[0].blocks if isinstance(b, Verse)]


POEMS = """\
船工
他把一条河
来回折了三十年
折痕里住着鱼，和几个
没有付钱的人

桥修好的那天
他坐在桥头抽烟
看每一辆车
怎样不用弯腰就过去了

早雾
雾先借走了对岸
后来借走了渡口的树
最后连我伸出去的手
也一起借走了

只有桨声没有人要
一声接着一声"""


@pytest.mark.parametrize("title", ["渡口手记（组诗）", "渡口短诗二首"])
def test_first_lines_of_longer_stanzas_are_titles_where_the_article_is_several_poems(
    title: str,
) -> None:
    found = issue(title, POEMS)
    assert headings(found) == ["船工", "早雾"]
    assert stanzas(found) == [4, 4, 4, 2]


def test_lines_between_blank_ones_are_one_poem_down_to_the_next_short_title() -> None:
    parted = "\n\n".join(POEMS.replace("早雾", "雾").split())
    found = issue("渡口短诗二首", f"\n{parted}\n\n责任编辑　石见川")
    assert headings(found) == ["船工", "雾"]
    assert stanzas(found) == [8, 6]


def test_short_lines_within_a_column_are_verse_under_indented_titles() -> None:
    line = "渡口的石阶一共三十一级最下面的两级常年浸在水里"
    prose = f"　　{line[2:]}\n{line}\n涨水的时候只看得见栏杆。\n" * 4
    poems = POEMS.replace("\n\n", "\n").replace("船工", "　　船工").replace("早雾", "　　早雾")
    text = (
        f"目录\n渡口短诗二首 程远山 4\n老街的灯 白若溪 8\n\n"
        f"渡口短诗二首\n程远山\n{poems}\n　　责任编辑　石见川\n老街的灯\n白若溪\n{prose}"
    )
    found = restored(text).issue
    assert headings(found) == ["船工", "早雾"]
    assert stanzas(found) == [8, 6]


def test_titles_without_an_indent_among_lines_that_have_that_of_paragraphs() -> None:
    """Who wrote them is told below the last line, which no blank one parts from it."""
    poems = "旧雨伞\n 它在门后站了一个冬天\n 像一个忘了告辞的客人\n 骨头一根一根收拢\n 黑布上还留着潮气\n\n 我撑开它的时候\n 落下来一枚车票\n 和半句话\n"
    poems += "喂马的人\n 他不说话\n 他把草一把一把地\n 递到黑暗的嘴边\n\n 夜深了，马还在嚼\n 嚼得整座山\n 都有了青草的味道\n"
    poems += "短信\n 我到了\n 天气很好\n 饭也吃了\n\n 这三句话\n 有两句是真的\n 白露，船工，业余写诗，现居河湾。"
    lines = poems.replace("\n ", "\n\u3000\u3000").split("\n")
    units = list(make_units([Line(number, text) for number, text in enumerate(lines, 1)]))
    titles = poem_titles(units, "旧雨伞（外二首）", lambda _: False)
    assert [units[at].text for at in sorted(titles)] == ["旧雨伞", "喂马的人", "短信"]


def test_the_second_poem_may_be_of_one_stanza() -> None:
    first, second = POEMS.removeprefix("船工\n").split("\n早雾\n")
    poem = second.partition("\n\n")[0]
    found = issue("渡口（外一首）", f"{first}\n早雾\n{poem}\n")
    assert headings(found) == ["早雾"]
    assert stanzas(found) == [4, 4, 4]


def test_one_poem_has_no_titles_within() -> None:
    found = issue("渡口手记", POEMS)
    assert headings(found) == []
    assert stanzas(found) == [5, 4, 5, 2]


def test_of_several_poems_beside_another_the_first_has_its_title_above() -> None:
    found = issue("渡口（外一首）", POEMS.removeprefix("船工\n"))
    assert headings(found) == ["早雾"]


def test_who_wrote_is_introduced_at_the_end_or_in_a_list() -> None:
    lines = [
        "老街的灯一盏一盏亮起来，照着没有人的石板路，照了一夜，直到卖豆浆的人推车出来，才一盏一盏地灭，灯下的猫也走了。",
        "程远山，诗人，曾做过三十年船工，著有诗集《折河》",
    ]
    units = make_units(Line(number, text) for number, text in enumerate(lines, 1))
    assert biographies(units, ("程远山",)) == {1}
    assert biographies(units, ()) == frozenset()
    lines[1] = f"（{lines[1]}。）"
    units = make_units(Line(number, text) for number, text in enumerate(lines, 1))
    assert biographies(units, ("程远山",)) == {1}
    everybody = [
        "程远山，诗人，现居澜州。",
        "白若溪，1986年生，中学教师。",
        "何若河，语言学教师，著有随笔集。",
    ]
    units = make_units(Line(2 * number, text) for number, text in enumerate(everybody, 1))
    assert biographies(units, ()) == {0, 1, 2}


def test_couplets_whose_lines_blank_ones_part_are_one_stanza() -> None:
    lines = ["头篙要直尾要弯，", "过滩先问水几番。", "莫等日头落西岭，", "迟到一步渡船关。"]
    prose = "撑船的人把口诀刻在船板上，来学的人先背口诀，再摸竹篙，摸熟了才许下水，老人们这样说："
    found = issue(
        "渡口手记", "\n\n".join([prose, *lines, "背完口诀的那一天，师傅请徒弟喝一碗酒。"])
    )
    assert stanzas(found) == [4]


def test_the_second_line_of_each_couplet_may_be_shorter() -> None:
    lines = ["进港的灯暗一点，", "费的是自家；", "出港的灯亮一点，", "谢的是人家。"]
    prose = "老人守了一辈子的灯，嘴上挂的只有这四句话，来学的人先背它，再爬上灯塔去擦玻璃，一擦就是三年。"
    found = issue("渡口手记", "\n\n".join([prose, *lines, "背完的那一天，师傅请徒弟喝一碗酒。"]))
    assert stanzas(found) == [4]


def test_a_saying_in_two_lines_that_blank_ones_part() -> None:
    prose = "撑船的人把口诀刻在船板上，来学的人先背口诀，老人们这样说："
    saying = ["会撑的人先看水，", "会看的人先等风。"]
    below = "背完了才许下水。"
    assert stanzas(issue("渡口手记", "\n\n".join([prose, *saying, below]))) == [2]
    # What a page has cut says nothing like it.
    cut = ["撑船的人先看水，", "等风的人坐在船头。"]
    assert stanzas(issue("渡口手记", "\n\n".join([prose, *cut, below]))) == []


def test_two_lines_of_a_rhyme_behind_a_colon() -> None:
    prose = "撑船的人把口诀刻在船板上，来学的人先背口诀，老人们这样说："
    rhyme = "过滩要静，收篙要稳，\n船头莫站人，船尾莫点灯。"
    other = "风来让，水来等，\n天黑不开船。"
    found = issue("渡口手记", f"{prose}\n\n{rhyme}\n\n{other}\n\n背完了才许下水。")
    assert stanzas(found) == [2, 2]
    assert stanzas(issue("渡口手记", f"{prose[:-1]}。\n\n{rhyme}\n\n背完了才许下水。")) == []


def test_lines_as_long_as_those_of_their_column_are_no_verse() -> None:
    column = (
        "水渠修了三年从水库一直修到后山的稻田\n路确实要让可是既没有开过会也没有立过\n"
        "字据，谁家让出多少都记不清楚。\n"
    )
    prose = (
        "水渠能省的是路，不是人情，更不是责任\n。不妨照样放水，只是渠首应当再加一本账\n"
        "，没有水的时候，找到人的时辰要记得多\n清楚。\n"
    )
    last = prose.replace("\n。", "。\n").replace("\n，", "，\n")
    text = "\n\n".join(["渠口", "张水", *[column] * 3, last, *[column] * 2])
    [article] = restored(text).issue.articles
    assert not [block for block in article.blocks if isinstance(block, Verse)]
    assert any(
        isinstance(block, Paragraph)
        and block.text.value.startswith("水渠能省")
        and block.text.value.endswith("清楚。")
        for block in article.blocks
    )


def _between(*lines: str, above: str, gap: str) -> list[str]:
    """The kinds of blocks of an article with some lines between its paragraphs."""
    below = "第二天一早雾还没有散，摆渡的人已经把缆绳收好，船头朝着对岸，等着第一个过江的人。"
    body = gap.join([above, *lines, below])
    text = f"目录\n石阶　陆小舟　3\n老街的灯　简一尘　8\n\n石阶\n\n陆小舟\n\n{body}\n\n老街的灯\n\n简一尘\n\n街灯修了七回，灯罩还是最早的那一批。\n"
    blocks = restored(text).issue.articles[0].blocks
    return [type(block).__name__ for block in blocks]


ON_THE_WALL = "亭子的墙上有一块补过的地方，灰浆底下露出几行墨字，是早年赶考的人歇脚时留下来的。"


@pytest.mark.parametrize(
    "lines",
    [
        ("一肩行李两脚泥", "半夜敲门借火种", "主人不问何方客", "先递一瓢热米汤"),
        ("门还没有关", "风替我走进来", "又替我把灯吹灭", "像从前一样"),
    ],
)
def test_lines_of_verse_that_blank_lines_part_are_no_headings(lines: tuple[str, ...]) -> None:
    assert _between(*lines, above=ON_THE_WALL, gap="\n\n") == ["Paragraph", "Verse", "Paragraph"]


@pytest.mark.parametrize(
    "lines",
    [
        ("青石镇粮站", "老街供销社", "渡口航运队", "县农机厂"),
        ("品名", "单价", "数量", "合计"),
    ],
)
def test_a_list_or_the_cells_of_a_table_are_no_verse(lines: tuple[str, ...]) -> None:
    assert "Verse" not in _between(*lines, above=ON_THE_WALL, gap="\n\n")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_two_lines_that_the_text_calls_what_somebody_wrote_are_verse(gap: str) -> None:
    above = "抄本的最后一页只剩两行，字迹和前面不同，守亭的老人说，那是他自己写的："
    lines = ("路断的地方", "草先走过去")
    assert _between(*lines, above=above, gap=gap) == ["Paragraph", "Verse", "Paragraph"]


def test_two_lines_below_another_colon_are_no_verse() -> None:
    above = "守亭的老人把一年的东西分成两堆，用绳子捆好，绳子上各挂一块木牌，木牌朝外："
    assert "Verse" not in _between("过冬要用的", "开春要卖的", above=above, gap="\n\n")


@pytest.mark.parametrize(("title", "verse"), [("浣溪沙·渡口", True), ("渡口的灯火", False)])
def test_a_title_that_tells_a_form_of_verse_stands_over_verse(title: str, *, verse: bool) -> None:
    lines = (
        "一盏灯悬古渡头，半江秋水半江舟。摆船人在石阶休。",
        "白发不知桥已就，长篙犹在水中浮。谁来替我系归舟。",
    )
    text = f"目录\n\n{title} 傅长林 2\n\n{title}\n\n傅长林\n\n" + "\n".join(lines)
    blocks = restored(text).issue.articles[0].blocks
    told = [[line.value for line in one.lines] for one in blocks if isinstance(one, Verse)]
    assert told == ([list(lines)] if verse else [])


INDENTED = """\
　　我们把黄昏扛在肩上，
　　和撬棍一起，走进河湾，
　　我们用桨问一问河水：
　　今夜，你有没有哪里不舒服？
　　河水用清亮的嗓子回答，
　　那声音一直跑到下游的村庄。
　　　　　　　　渡　船
　　一生只做一件事：
　　替别人选择对岸。
　　左边是码头，右边是矿山，
　　中间那一寸，
　　是我用体温焐热的地方。
"""


def test_lines_that_end_with_a_colon_are_of_their_stanza_and_a_line_in_the_middle_is_a_title() -> (
    None
):
    found = issue("河湾（外一首）", INDENTED)
    assert stanzas(found) == [6, 5]
    assert headings(found) == ["渡船"]

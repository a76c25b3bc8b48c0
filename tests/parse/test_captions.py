"""Captions, tables of cells and columns, and the heads of notes: what stands beside the text."""

from __future__ import annotations

import pytest

from converter.model import Block, Figure, Heading, Issue, Paragraph, Table, Verse
from converter.parse.captions import describes_picture, is_unnumbered_caption, object_label
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

FIRST = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在"
REST = "水里，长着青苔。对岸的人说，听见桨声就知道是谁。"
WHOLE = "那盏灯还是从前的灯，灯罩换过三回，灯芯一回也没有换过。"
OTHER = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天。"
PROSE = "\n\n".join([f"{OTHER}{WHOLE}{OTHER}"] * 8)
PICTURES = "".join(
    f"![](images/{n}.jpg)\n\n渡口的缆绳与石阶，第{n}幅。\n\n{WHOLE}{OTHER}\n\n" for n in range(4)
)


def issue(text: str) -> Issue:
    return restored(f"渡口\n\n张水\n\n{text}").issue


def blocks(found: Issue) -> list[Block]:
    return [block for article in found.articles for block in article.blocks]


def texts(found: Issue) -> list[str]:
    return [block.text.value for block in blocks(found) if isinstance(block, Paragraph)]


CAPTIONS = [
    "1936年的渡口钟楼。照片由澜州档案馆提供",
    "程远山（左）与船工们，摄于1952年",
    "程远山在渡船上检查缆绳。　何若溪／摄",
    "8月30日，沛溪县渡口，一条停航的旧船。图/本刊记者 何若溪",
    "夜里的渡口（何若溪 摄）",
    "渡口的缆绳断了，船停在对岸。美联社",
    "旧船今天下水。本报制图、资料图片",
    "渡口的缆绳与石阶。 何 溪/摄",
    "渡口小學的師生，攝於民國四十一年",
    "渡口剖面示意：石阶、暗沟、缆桩。手绘／小满",
    "天亮以前，程远山解开缆绳。他用的铁钩是父亲传下来的。何若溪摄",
    "缆桩的三种打法。何若溪绘",
    "渡口夜泊图（局部）　何若溪 临摹",
    "老艄公像　何 溪 绘",
    "天亮以前，程远山在石阶上检查缆绳。（绘图：何小满）",
    "渡口的老账本(摄影/何若溪)",
    "船工会致镇公所函原件（局部）",
    "“涨水”剧社的戏船，1958年摄于下沙",
    "渡口小学的师生，民国二十三年春摄于石阶",
    "石桥上的米斗灯何若溪摄",
    "铜牛铃，汉代，高7.2厘米",
    "青花碗　清康熙　口径12.5厘米，高6厘米",
    "铁船钉，北宋，残长12.6厘米，澜州博物馆藏",
    "上图：渡口的船坞。九条旧船由两个人照看，墙上的木牌写着每一条船补过多少次，谁补的，用了几斤桐油。摄影/何 溪",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_caption_is_told_by_its_words_even_in_a_broken_sentence(text: str) -> None:
    assert is_unnumbered_caption(text)
    found = issue(f"{WHOLE}\n\n{FIRST}\n\n{text}\n\n{REST}")
    assert len([block for block in blocks(found) if isinstance(block, Figure)]) == 1
    assert texts(found) == [WHOLE, FIRST + REST]


@pytest.mark.parametrize(
    "text",
    [
        "他说：“左边的（左）是我。”",
        "照片由他收着。",
        "这张照片摄于一九五二年，如今挂在渡口的墙上，谁来都要看一眼，看完才肯上船。",
        "图书馆",
        "老街的路灯",
        "父亲的渡船，1958年",
        "石桥上的灯火拍摄",
        "从渡口的高处航摄",
        "封航（局部地段）",
        "水位下降（局部）。",
        "本期插图　何若溪 绘",
        "封面水彩画　何若溪 绘",
        "灯塔、航标和缆桩三样，都画进了《渡口水路图》（以下简称《图",
        "③《渡口日记》（上），水边出版社2001年9月版，第373页。",
    ],
)
def test_other_lines_are_no_captions(text: str) -> None:
    assert not is_unnumbered_caption(text)


def test_a_line_drawing_is_no_road_map() -> None:
    told = "，铜铃十二只，上有缠枝纹，口沿各有一道裂。铃舌已失。"
    assert describes_picture("渡口出土铜铃线图" + told)
    assert not describes_picture("渡口今后三年路线图" + told)


def test_who_looks_at_pictures_is_in_none() -> None:
    told = "，不禁使人想起从前的日子，甚至有些伤感。渡口总有一天会消失的。"
    assert describes_picture("河湾镇老渡口的旧照" + told)
    assert not describes_picture("看看这些老渡口的旧照" + told)
    assert not describes_picture("换到最近几年的照片" + told)
    assert not describes_picture("渡船的用处正在于此。它比桥快，水深超过两米，风浪再大也停得下来。")


ROWS = [
    ["去向", "数量", "占比"],
    ["渡船", "4.3", "23%"],
    ["木船", "3.1", "17%"],
    ["不明", "11.2", "60%"],
]


@pytest.mark.parametrize("caption", ["数读 渡船去向（2023年）", ""])
def test_a_table_whose_cells_stand_on_lines_of_their_own(caption: str) -> None:
    lines = [*([caption] if caption else []), *(cell for row in ROWS for cell in row)]
    found = issue("\n".join([WHOLE, FIRST, *lines, REST, OTHER]))
    (table,) = (block for block in blocks(found) if isinstance(block, Table))
    assert [[cell.text.value for cell in row] for row in table.rows] == ROWS
    assert all(cell.header for cell in table.rows[0])
    assert (table.caption.value if table.caption else "") == caption.replace(" ", " ")
    assert texts(found) == [WHOLE, FIRST + REST, OTHER]


def test_short_lines_without_columns_of_figures_are_no_table() -> None:
    found = issue("\n\n".join([WHOLE, *(word for row in ROWS for word in row[:1] * 3), OTHER]))
    assert not any(isinstance(block, Table) for block in blocks(found))


def test_a_short_line_over_columns_is_their_caption_and_no_verse() -> None:
    rows = "年份  月息  当期\n民国二十六年  二分  十八个月\n民国三十年  五分  六个月"
    found = issue(f"{WHOLE}\n渡口当期与月息\n{rows}\n从当物看日子\n{OTHER}")
    (table,) = (block for block in blocks(found) if isinstance(block, Table))
    assert table.caption is not None
    assert table.caption.value == "渡口当期与月息"
    assert len(table.rows) == 3
    assert [b.text.value for b in blocks(found) if isinstance(b, Heading)] == ["从当物看日子"]


def test_the_head_of_notes_goes_with_them() -> None:
    found = issue(f"{WHOLE}①\n\n{OTHER}\n\n注释\n\n①《渡口志》卷六。")
    assert [note.text.value for note in found.articles[0].notes] == ["《渡口志》卷六。"]
    assert [(drop.text, drop.reason) for drop in found.drops if drop.reason == "notes-head"] == [
        ("注释", "notes-head")
    ]
    assert not any(isinstance(block, Heading) for block in blocks(found))


def test_a_line_in_brackets_is_no_heading() -> None:
    found = issue(f"（上接上期）\n\n{WHOLE}\n\n（未完待续）\n\n{OTHER}")
    assert not any(isinstance(block, Heading) for block in blocks(found))


def test_prose_that_the_page_cut_below_a_stanza_is_no_line_of_it() -> None:
    verse = "篙子点哟——点东山，\n东山石头咬人脚；\n篙子收哟——收西湾，\n西湾灯火照我还。\n"
    found = issue(f"{OTHER}\n{verse}号子没有谱，也没有定词，早晨喊的和\n傍晚喊的不一样。{WHOLE}")
    (stanza,) = (block for block in blocks(found) if isinstance(block, Verse))
    assert len(stanza.lines) == 4
    assert texts(found)[-1].startswith("号子没有谱，也没有定词，早晨喊的和傍晚喊的")


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (("铁船钉（北宋）", "残长12.6厘米，重83克　馆藏号Q2016"), 2),
        (("渡口马灯（1962年）", "高31厘米，底径14.5厘米", "纪家捐赠"), 3),
        (("铁船钉（北宋）", "出土于东门码头"), 0),
        (("铁船钉长十二厘米。", "残长12.6厘米，重83克"), 0),
        (("铁船钉（北宋）", "残长12.6厘米，断口像年轮。"), 0),
    ],
)
def test_the_label_of_an_object(lines: tuple[str, ...], end: int) -> None:
    units = [
        Unit((Line(number, text),), text, gap=number == 1) for number, text in enumerate(lines, 1)
    ]
    assert object_label(units, 0) == end


@pytest.mark.parametrize(
    ("under", "led"),
    [
        ("渡船会开，也会停。我们等了三十五天，才等到一班。", True),
        ("渡口的石阶，漲水以后只剩下最上面的十一级。", False),
    ],
)
def test_what_speaks_to_the_reader_under_the_first_picture_leads_in(
    under: str,
    led: bool,  # noqa: FBT001
) -> None:
    found = issue(f"![](images/9.jpg)\n\n{under}\n\n{PROSE}\n\n{PICTURES}")
    assert (under in texts(found)) is led


@pytest.mark.parametrize(
    ("broken", "under", "captioned"),
    [
        ("还有一只旧轮胎垫着，", "换下来的轮胎，后来在渡口的铺子里做了花盆。", True),
        ("还有一只旧轮胎垫在船底下，缆绳", "的另一头拴在石阶上，谁也没有动过。", False),
    ],
)
def test_a_sentence_under_a_picture_cuts_another_where_pictures_have_captions(
    broken: str,
    under: str,
    captioned: bool,  # noqa: FBT001
) -> None:
    below = "船不会碰到石阶。四十分钟的活儿，他一个人守了一夜。"
    cut = f"{WHOLE}{broken}\n\n![](images/9.jpg)\n\n{under}\n\n{below}"
    found = issue(f"{PROSE}\n\n{cut}\n\n{PROSE}\n\n{PICTURES}")
    figures = [block.caption.value for block in blocks(found) if isinstance(block, Figure)]
    assert (under in figures) is captioned


@pytest.mark.parametrize(
    ("under", "below", "captioned"),
    [
        (
            "由浅到深：刷一遍、刷两遍、刷三遍、刷到第五遍。最后一块是船老大心里最合适的颜色",
            "的桐油要用新布擦，擦到指头在木头上发涩为止。四十分钟的活儿，他一个人守了一夜。",
            True,
        ),
        (
            "的桐油要用新布擦，擦到指头在木头上发涩为止，四十分钟的活儿，他一个人守了一",
            "夜，天亮的时候船底的颜色已经深得看不见木头的花纹。",
            False,
        ),
    ],
)
def test_no_whole_sentence_cuts_another_where_it_goes_on_far_better_below(
    under: str,
    below: str,
    captioned: bool,  # noqa: FBT001
) -> None:
    cut = f"{WHOLE}他一遍一遍地刷，刷到后来，新鲜\n\n![](images/9.jpg)\n{under}\n\n{below}"
    found = issue(f"{PROSE}\n\n{cut}\n\n{PROSE}\n\n{PICTURES}")
    figures = [block.caption.value for block in blocks(found) if isinstance(block, Figure)]
    assert (under in figures) is captioned


def test_a_pull_quote_may_stand_below_the_caption_within_the_sentence() -> None:
    under = "船坞边的旧木牌。上面的字是船老大自己刻的：看不见，也是一种看见"
    said = "从前的孩子画船用黑蜡笔，现在用红的。"
    head, tail = "他一遍一遍地刷，刷到后来，新鲜", "的桐油要用新布擦，擦到指头在木头上发涩为止。"
    cut = f"{WHOLE}{head}\n\n![](images/9.jpg)\n{under}\n\n{said}\n\n{tail}"
    found = issue(f"{PROSE}\n\n{cut}\n\n{PROSE}\n\n{PICTURES}")
    figures = [block.caption.value for block in blocks(found) if isinstance(block, Figure)]
    assert under in figures


STEPS = "\n\n".join(
    f"{number}、{name}\n\n{text}"
    for number, name, text in (
        ("一", "备料", OTHER),
        ("二", "下水", f"先把浮球罩住，再揭去封泥，看着浮球上升。{OTHER}"),
        ("三", "效果", WHOLE),
    )
)


def test_a_numbered_picture_at_the_end_stands_below_those_before_it() -> None:
    found = issue(f"{STEPS}\n\n图1　装置\n\n图2　揭去封泥后浮球上升\n\n")
    figures = [block.caption.value for block in blocks(found) if isinstance(block, Figure)]
    assert figures == ["图1　装置", "图2　揭去封泥后浮球上升"]


def test_a_picture_that_stands_alone_at_the_end_goes_beside_what_it_shows() -> None:
    found = blocks(issue(f"{STEPS}\n\n图1　揭去封泥后浮球上升\n\n"))
    at = next(at for at, block in enumerate(found) if isinstance(block, Figure))
    below = found[at + 1]
    assert isinstance(below, Heading)
    assert below.text.value == "三、效果"


LONG = "检票员用小铁锤敲打车轮，声音清脆表示没有裂纹。她说，敲到第三年，才分得出哪一声是实的，哪一声是空的，错不了。"


def test_captions_that_open_with_the_hour_are_long_where_all_stand_below_pictures() -> None:
    told = [f"04:05　{LONG}", "04:22　司机交班。", "04:50　转盘还能用手推。"]
    day = "\n\n".join(f"![](images/{at}.jpg)\n\n{one}" for at, one in enumerate(told))
    found = issue(f"{PROSE}\n\n{day}\n\n{WHOLE}")
    captions = [one.caption.value for one in blocks(found) if isinstance(one, Figure)]
    assert captions == [one.replace("\u3000", " ") for one in told]


def test_hours_of_a_day_that_is_told_in_words_are_no_captions() -> None:
    told = [f"04:05　{LONG}", f"04:22　{LONG}", f"04:50　{LONG}"]
    day = "\n\n".join([f"![](images/1.jpg)\n\n{told[0]}", *told[1:]])
    found = issue(f"{PROSE}\n\n{day}\n\n{WHOLE}")
    assert not [one for one in blocks(found) if isinstance(one, Figure)]

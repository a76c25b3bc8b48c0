"""What a society's quarterly of engineers prints: frames in any brackets, torn tables, letters."""

from __future__ import annotations

import itertools

import pytest

from converter.model import Article, Box, Figure, Issue, Paragraph, Role, Table
from converter.parse.byline import read_byline
from converter.parse.frames import Frame, read_frame
from converter.parse.kinds import labelled
from converter.parse.speakers import Speakers
from converter.parse.tables import is_caption
from converter.segment.units.joints import is_tight, is_torn_number
from tests.support.restored import restored

WELL = "井台上的青石磨得发亮，绳子在石沿上勒出十几道沟，最深的一道可以放进两根手指，那是提水的人站得最多的地方。"
PUMP = "水泵装好的那天，全村的人都来看，水从管口喷出来，先是黄的，后来清了，有人伸手去接，接了一捧又一捧。"
PIPE = "管子埋在路边，深不过一尺，冬天要裹草绳，夏天要防车压，检修的人每月走一趟，用木棍敲，听声音是实是空。"
TANK = "水塔建在坡顶，夜里打水，白天放水，塔里的浮球升到顶就把闸拉开，这套东西是木匠想出来的，用了二十年没有坏过。"
NOTE = "浮球是一只空心的铜球，浮在水面上，水涨它也涨，连杆把它的升降传给闸门，不用人看守。"


def issue(*body: str) -> Issue:
    listed = ("目录", "坡顶的水塔　方以恒　1", "路边的管子　卜小舟　5")
    return restored("\n\n".join((*listed, *body))).issue


def first(*body: str) -> Article:
    second = ("路边的管子", "卜小舟", PIPE)
    return issue("坡顶的水塔", "方以恒", *body, *second).articles[0]


def texts(article: Article) -> list[str]:
    return [one.text.value for one in article.blocks if isinstance(one, Paragraph)]


def boxes(article: Article) -> list[tuple[str, str, list[str]]]:
    return [
        (
            box.label,
            box.title.value if box.title else "",
            [one.text.value for one in box.blocks if isinstance(one, Paragraph)],
        )
        for box in article.blocks
        if isinstance(box, Box)
    ]


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("〔巡塔日记·第三天〕", "巡塔日记", "第三天"),
        ("〖规程选摘〗4.2.1", "规程选摘", "4.2.1"),
        ("【小名词】浮球阀", "小名词", "浮球阀"),
        ("〈敲管要诀〉", "敲管要诀", ""),
        ("※图纸勘误", "图纸勘误", ""),
    ],
)
def test_names_in_any_brackets_within_a_sentence_are_those_of_boxes(
    line: str, name: str, title: str
) -> None:
    assert read_frame(line) == Frame(name, title)
    begun = "塔身是青砖砌的，外面抹一层石灰，远看是白的，走近了才看得见砖缝，缝里长着草，管塔的老人从来不"
    article = first(
        WELL, begun, line, NOTE, f"拔那些草，他说草根抓着砖，拔了反而要漏。{PUMP}", TANK
    )
    assert boxes(article) == [(name, title, [NOTE])]
    assert f"从来不拔那些草，他说草根抓着砖，拔了反而要漏。{PUMP}" in "".join(texts(article))


@pytest.mark.parametrize(
    "line", ["〔1〕 下文", "【图1】水塔", "〔英〕某某 著", "【摘要】", "【方以恒】"]
)
def test_notes_captions_labels_and_people_in_brackets_are_no_frames(line: str) -> None:
    assert read_frame(line) is None


def test_a_question_with_who_asks_it_in_brackets_behind() -> None:
    told = Speakers(
        [
            f"来函：{WELL}绳子多久换一回？（东井村　阿吉）",
            f"覆函：{PUMP}",
            "来函：冬天管子冻住了，用火烤行不行？（不具名）",
            f"覆函：{PIPE}",
        ]
    )
    asks = told.turn("来函：漏水怎么办？")
    answers = told.turn("覆函：先关闸。")
    assert asks is not None
    assert asks.asks
    assert answers is not None
    assert not answers.asks


def test_a_table_with_a_cell_on_a_line_and_years_in_its_first_column() -> None:
    cells = "年份 新井 旧井 塌井 2016—2017 6 5 1 2017—2018 8 6 2 2018—2019 3 3 0 2019—2020 17 14 3"
    begun = "老井匠把这种情形叫作“井打嗝”。他们蹲在井口听，别的井都安静，唯有一口咕咚地响，"
    head = "\n".join((WELL, begun, "表2　四年里的井", *cells.split()))
    article = first(head, f"就知道底下要塌。{PUMP}", TANK)
    tables = [one for one in article.blocks if isinstance(one, Table)]
    assert [[cell.text.value for cell in row] for row in tables[0].rows][3] == [
        "2018—2019",
        "3",
        "3",
        "0",
    ]
    assert len(tables[0].rows) == 5


def test_a_sentence_about_a_table_is_no_caption() -> None:
    assert not is_caption("表 4 列出了三个村的用水量。东井村占到一半，西井村则")
    assert not is_caption("表4显示，东井村占到一半")
    assert is_caption("表4　三个村的用水量")
    article = first(
        WELL,
        "表 4 列出了三个村的用水量。东井村占到一半以上，西井村则只有一成，",
        f"余下的是南井村。{PUMP}",
        TANK,
    )
    assert not any(isinstance(one, Figure) for one in article.blocks)


def test_where_somebody_works_before_what_he_did() -> None:
    for line in ("方以恒（坡顶水站）主答", "方以恒（坡顶水站） 整理", "方以恒（坡顶水站）作答"):
        found = read_byline(line)
        assert found is not None
        assert [(one.name, one.office) for one in found.authors] == [("方以恒", "坡顶水站")]
    assert read_byline("水渠（东段）整理") is None


def test_a_year_before_a_comma_is_no_torn_number() -> None:
    assert is_torn_number("全村用水12,", "345吨")
    assert not is_torn_number("[1] 某某. 井绳的磨损[J]. 井学, 2014,", "22(1): 31-40.")
    assert not is_tight("[1]某某.井绳的磨损[J].井学, 2014,", "22(1): 31-40.")
    assert is_tight("[1]某某.井绳的磨损[J].井学,2014,", "22(1):31-40.")


def test_who_wrote_a_paper_stands_below_its_dates() -> None:
    bare = "方以恒，男，1979年生，高级工程师，从事乡村供水二十年。"
    article = first("收稿日期：2021-03-02", bare, WELL, PUMP, TANK)
    told = {
        one.text.value: one.role
        for one in (*article.front, *article.blocks, *article.back)
        if isinstance(one, Paragraph)
    }
    assert told[bare] is Role.BIOGRAPHY


def test_the_english_title_and_author_stand_over_the_last_note() -> None:
    article = first(
        *(
            f"{WELL}〔1〕",
            PUMP,
            "The Water Tower on the Slope: A History, 1951–1979",
            "FANG Yiheng",
        ),
        "〔1〕 参见某某：《坡顶村志》，某某书局，1984年，第58页。",
    )
    roles = [
        one.role
        for one in (*article.front, *article.blocks, *article.back)
        if isinstance(one, Paragraph)
    ]
    assert roles.count(Role.PARALLEL_TITLE) == 2


def test_sections_before_titles_and_articles_that_are_sections_by_their_marks() -> None:
    found = restored(
        "\n\n".join(
            (
                *(
                    "目　次",
                    "□研究论文",
                    "坡顶的水塔　方以恒　·1—4·",
                    "□史 料",
                    "路边的管子　卜小舟　·5—7·",
                ),
                *(
                    "□函 问　井台问答四则　柴望 主答　·8—9·",
                    "□工程实践",
                    "一只铜浮球　祝念慈　·10—11·",
                ),
                *("□学会动态　·12·", "坡顶的水塔", "方以恒", WELL, "路边的管子", "卜小舟", PIPE),
                *(
                    "井台问答四则",
                    "柴望（东井水站）主答",
                    PUMP,
                    "一只铜浮球",
                    "祝念慈",
                    NOTE,
                    "学会动态",
                    TANK,
                ),
            )
        )
    ).issue
    names = [section.name for section in found.contents.sections]
    placed = [
        ("".join(line.value for line in one.title), names[one.section]) for one in found.articles
    ]
    assert placed[2:] == [
        ("井台问答四则", "函问"),
        ("一只铜浮球", "工程实践"),
        ("学会动态", "学会动态"),
    ]


def test_the_imprint_of_a_book_with_its_pages_and_a_full_stop() -> None:
    found = labelled(
        "《坡顶：一座水塔和它的村子》，某某著，某某人民出版社，2022年11月，312页，58.00元。"
    )
    assert found is not None
    assert found.role is Role.CREDIT


def test_a_short_last_line_ends_a_paragraph_before_another_member_of_its_series() -> None:
    lines = (
        *(
            "正项之外，还有两笔收入不见于任何章程。一是鱼。塔下的水坑里养着鱼",
            "管塔的人下班以后捞起来，晒干了托人带到镇上去卖，各人名下都有一本",
            "账。",
        ),
        *(
            "二是信。过路的人常在塔下歇脚，托管塔的人转交家信，每封给一个鸡蛋",
            "攒起来交给送油的车，到镇上再分送，坡顶于是成了一个不挂牌的信局。",
        ),
    )
    found = texts(first(WELL, "\n".join(lines), TANK))
    assert any(text.startswith("二是信。") for text in found)


def test_rules_of_a_house_in_a_frame_at_the_end_of_an_answer() -> None:
    begun = "塔身是青砖砌的，外面抹一层石灰，远看是白的，走近了才看得见砖缝，缝里长着草，管塔的老人从来不"
    rules = (
        "上塔先喊一声。",
        "工具怎么拿来怎么放回去。",
        "听见水响，先看闸，再看表。",
        "下雨天不上塔。",
    )
    framed = "\n".join(("【站规抄存】墙上的四句话", *rules))
    article = first(
        *(WELL, begun, "【小名词】浮球阀", NOTE, f"拔那些草，他说草根抓着砖，拔了反而要漏。{PUMP}"),
        *("".join(pair) for pair in itertools.permutations((WELL, PUMP, PIPE, TANK), 3)),
        *(PIPE, framed, "（一）夜里的水", TANK),
    )
    assert ("站规抄存", "墙上的四句话", list(rules)) in boxes(article)


def test_half_of_the_questions_are_enough_where_two_take_turns() -> None:
    told = Speakers(
        [
            f"来函|{WELL}绳子多久换一回？",
            f"覆函|{PUMP}",
            "来函|冬天管子冻住了，用火烤，",
            f"覆函|{PIPE}",
            "来函|水塔要不要刷白？",
            f"覆函|{TANK}",
            "来函|井台的石头松了，",
            f"覆函|{NOTE}",
        ]
    )
    asks = told.turn("来函|漏水怎么办？")
    assert asks is not None
    assert asks.asks


def test_letter_spaced_sections_before_titles_where_others_stand_alone() -> None:
    found = restored(
        "\n\n".join(
            (
                *(
                    "目　次",
                    "论 文",
                    "坡顶的水塔　方以恒　·1—4·",
                    "书 评",
                    "路边的管子　卜小舟　·5—7·",
                ),
                *("函 问　井台问答四则　柴望　·8—9·", "工 程", "一只铜浮球　祝念慈　·10—11·"),
                *("坡顶的水塔", "方以恒", WELL, "路边的管子", "卜小舟", PIPE),
                *("井台问答四则", "柴望", PUMP, "一只铜浮球", "祝念慈", NOTE),
            )
        )
    ).issue
    names = [section.name for section in found.contents.sections]
    assert [names[one.section] for one in found.articles] == ["论文", "书评", "函问", "工程"]


def test_common_words_name_boxes_in_the_brackets_that_sure_names_have() -> None:
    framed = [
        *(WELL, "〔小知识〕", NOTE, f"{PUMP}{TANK}", PIPE),
        *(
            f"{TANK}{WELL}",
            "〔小档案〕",
            "水塔高十二米，一九七九年建，二〇〇一年停用。",
            f"{PIPE}{PUMP}",
            WELL + TANK,
        ),
        *("〔补白〕", "有人问管塔的老人，水往高处走靠什么，老人说，靠人半夜起来。"),
    ]
    assert [label for label, _, _ in boxes(first(*framed))] == ["小知识", "小档案", "补白"]


def test_a_common_word_in_brackets_that_cuts_a_sentence_once_names_boxes_wherever_it_stands_so() -> (
    None
):
    told = first(
        *(WELL, "〔背景〕", NOTE, f"{PUMP}{TANK}", PIPE, TANK[:-9]),
        *("〔背景〕", "水塔高十二米，一九七九年建，二〇〇一年停用。", TANK[-9:], WELL + TANK),
    )
    assert [label for label, _, _ in boxes(told)] == ["背景", "背景"]

"""The small things of a study monthly: sayings on its cover, columns, boxes of figures."""

from __future__ import annotations

import pytest

from converter.model import Box, Paragraph, PullQuote
from tests.support.restored import listed, restored

FRONT = (
    "堤上学习\n2024年第4期（总第96期）\n2024年8月10日出版\n"
    "主 办：堤上市委党校\n主 编：简 如 是\n定价：20元\n\n"
)
SAYING = "把事办在群众心上，先要把脚踩在群众门前的泥里；门槛迈得多了，话就好说了。"
SOURCE = "——堤上市委书记在全市走村入户活动推进会上的讲话"
CONTENTS = (
    "目  录\n\n【要文】把闸门守到天亮 / 卞云舟 / 3\n\n【海外】一块没有栏杆的草地 / 陶令 / 5\n\n"
    "声音 / 6\n\n编读往来 / 7\n\n"
)
ONE = "闸门边的小屋里住着两个人，一个管白天，一个管夜里，交班的时候要在本子上写三行字，少一行都不算交过班。"
TWO = "去年汛期水来得早，夜班的人连着守了十一天，本子写完了两册，第三册的封面是用挂历纸糊的。"
THREE = "水退以后，镇里把小屋的窗户换成了大块的玻璃，坐在床上也看得见闸口的水尺，两个人都说值得。"
FIELD = "这片草地有四百年没有围过栏杆，每户只许放两头牛，谁家多放了一头，第二天就会不见。"
HOW = "木板上的记号是全镇最老的规矩，它没有写在任何一部法律里，却比任何一部法律都管用。"
BODY = (
    f"把闸门守到天亮\n\n卞云舟\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n"
    f"一块没有栏杆的草地\n\n陶令\n\n{FIELD}\n\n{HOW}\n\n"
)
VOICES = (
    "声音\n\n“一张表填十遍，不是表多，是我们懒得去看别人已经填\n过的那一张。”\n\n"
    "——云溪县数据局副局长苗青\n\n“评价一个村医，不要看他的墙上有几面锦旗，要看他的\n"
    "摩托车跑了多少公里。”\n\n——退休村医林守正在全市座谈会上\n\n"
)
LETTER = "编读往来\n\n编辑同志：\n\n小屋的窗户换得好，我们那里的泵房也想照着换一换，请问要多少钱？\n\n河湾村 廖有田\n"


def issue_of(*, saying: str = "", body: str = BODY) -> str:
    return FRONT + saying + CONTENTS + body + VOICES + LETTER


def test_a_saying_between_the_masthead_and_the_contents_is_the_covers() -> None:
    made = restored(issue_of(saying=f"{SAYING}\n\n{SOURCE}\n\n")).issue
    assert [quote.paragraphs[0].value for quote in made.cover_quotes] == [SAYING]
    assert made.cover_quotes[0].attribution is not None
    assert not made.front


def test_a_longer_text_between_them_is_no_saying_of_the_cover() -> None:
    texts = [ONE, TWO, THREE, FIELD, HOW]
    made = restored(issue_of(saying="\n\n".join([*texts, "——编 者"]) + "\n\n")).issue
    assert not made.cover_quotes


def test_a_column_below_another_that_is_a_section_is_a_section_too() -> None:
    assert [(section, title) for section, title, _, _ in listed(restored(issue_of()))][2:] == [
        ("声音", "声音"),
        ("编读往来", "编读往来"),
    ]


def test_the_second_line_of_a_saying_is_no_pull_quote_of_its_own() -> None:
    made = restored(issue_of()).issue.articles[2]
    assert not any(isinstance(block, PullQuote) for block in made.blocks)
    texts = [block.text.value for block in made.blocks if isinstance(block, Paragraph)]
    assert texts[::2] == [
        "“一张表填十遍，不是表多，是我们懒得去看别人已经填过的那一张。”",
        "“评价一个村医，不要看他的墙上有几面锦旗，要看他的摩托车跑了多少公里。”",
    ]


HEAD, REST = "去年汛期水来得早，夜班的人连着守了十一天，本子写完了两册，第三", TWO.split("第三")[1]
FIGURES = ("47道闸门", "312名守闸人", "去年开闭闸门1846次，准点率97.2%")


def boxed(name: str, lines: tuple[str, ...]) -> Box:
    box = "\n\n".join([name, *lines])
    body = BODY.replace(TWO, f"{HEAD}\n\n{box}\n\n{REST}")
    article = restored(issue_of(body=body)).issue.articles[0]
    texts = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert TWO in texts
    (found,) = [block for block in article.blocks if isinstance(block, Box)]
    return found


@pytest.mark.parametrize("name", ["数读", "【数读】", "资料链接"])
def test_figures_on_lines_of_their_own_are_all_the_box(name: str) -> None:
    texts = [one.text.value for one in boxed(name, FIGURES).blocks if isinstance(one, Paragraph)]
    assert tuple(texts) == FIGURES


def test_figures_beside_the_name_begin_the_list() -> None:
    texts = [
        one.text.value
        for one in boxed(f"【数读】{FIGURES[0]}", FIGURES[1:]).blocks
        if isinstance(one, Paragraph)
    ]
    assert tuple(texts) == FIGURES


def test_a_sentence_of_a_box_that_breaks_off_behind_a_figure_is_no_list() -> None:
    said = (
        "12名守闸人去年一共值班三千二百多个夜晚，从春到冬，其中有",
        "118个夜晚下着大雨，闸门在雨里开了又关，没有一次误过点。",
    )
    texts = [one.text.value for one in boxed("数读", said).blocks if isinstance(one, Paragraph)]
    assert texts == ["".join(said)]


APART = (
    "目  录\n\n要文\n\n把闸门守到天亮（3）\n\n一块没有栏杆的草地（5）\n\n海外\n\n守夜人的三册本子（7）\n\n"
    "卞云舟\n甘露 尉迟敬之\n堤上市委党校调研组\n\n\n"
)
SIGNED = (
    f"把闸门守到天亮\n\n◎ 卞云舟（闸管所所长）\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n"
    f"一块没有栏杆的草地\n\n◎ 甘露　尉迟敬之（堤上市水务局）\n\n{FIELD}\n\n{HOW}\n\n"
    "守夜人的三册本子\n\n◎ 堤上市委党校调研组\n\n三册本子摆在镇史馆的柜子里，谁都可以翻，翻过的人都说字写得真小。\n"
)


def test_authors_that_stand_in_a_column_below_the_contents_go_to_their_titles() -> None:
    made = restored(FRONT + APART + SIGNED)
    assert listed(made) == [
        ("要文", "把闸门守到天亮", ("卞云舟",), "3"),
        ("要文", "一块没有栏杆的草地", ("甘露", "尉迟敬之"), "5"),
        ("海外", "守夜人的三册本子", ("堤上市委党校调研组",), "7"),
    ]
    assert not made.issue.front


def test_such_a_column_is_told_where_a_subtitle_stands_between_and_a_title_has_two_lines() -> None:
    body = SIGNED.replace("守夜人的三册本子\n", "守夜人的三册本子\n\n——镇史馆里的一格柜子\n")
    body = body.replace("一块没有栏杆的草地\n", "一块没有\n\n栏杆的草地\n")
    assert [authors for _, _, authors, _ in listed(restored(FRONT + APART + body))] == [
        ("卞云舟",),
        ("甘露", "尉迟敬之"),
        ("堤上市委党校调研组",),
    ]


def test_names_that_sign_nothing_below_the_contents_are_no_such_column() -> None:
    others = APART.replace(
        "卞云舟\n甘露 尉迟敬之\n堤上市委党校调研组", "简如是\n苗青 林守正\n廖有田"
    )
    assert [authors for _, _, authors, _ in listed(restored(FRONT + others + SIGNED))][:2] == [
        (),
        (),
    ]


def test_who_signs_with_an_office_behind_the_name_is_no_section() -> None:
    contents = (
        "目录\n\n要文\n03　把闸门守到天亮\n汛期手记之一\n卞云舟\n05　一块没有栏杆的草地\n陶令\n"
        "海外\n07　守夜人的三册本子\n堤上市委党校调研组\n\n"
    )
    body = SIGNED.replace(
        "把闸门守到天亮\n\n◎ 卞云舟（闸管所所长）",
        "把闸门守到天亮\n汛期手记之一\n卞云舟　堤上市水务局闸门管理所党支部书记、所长",
    ).replace("◎ 甘露　尉迟敬之（堤上市水务局）", "陶令")
    assert [section for section, _, _, _ in listed(restored(FRONT + contents + body))] == [
        "要文",
        "要文",
        "海外",
    ]


def test_the_name_in_a_frame_before_a_title_that_the_body_has_on_two_lines_is_a_section() -> None:
    contents = (
        "目  录\n\n【要文】把闸门守到天亮的两个人 / 卞云舟 / 3\n\n【调研】一块没有栏杆的草地 / 陶令 / 5\n\n"
        "【随笔】守夜人的三册本子 / 简如是 / 7\n\n【海外】木板上的老规矩 / 甘露 / 8\n\n"
    )
    body = (
        f"把闸门守到\n\n天亮的两个人\n\n卞云舟\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n"
        f"一块没有栏杆的草地\n\n陶令\n\n{FIELD}\n\n守夜人的三册本子\n\n简如是\n\n{HOW}\n\n"
        "木板上的老规矩\n\n甘露\n\n木板挂在教堂门口，下雨天也不取下来，画上去的道道洗不掉。\n"
    )
    assert [section for section, _, _, _ in listed(restored(FRONT + contents + body))] == [
        "要文",
        "调研",
        "随笔",
        "海外",
    ]


def lead(said: str) -> list[str]:
    winter = [
        ONE.replace("闸门", "船闸") + THREE,
        TWO.replace("汛期", "冬天"),
        THREE.replace("镇里", "县里"),
    ]
    body = BODY.replace(ONE, "\n\n".join([f"**{said}**", ONE + TWO, FIELD, HOW, *winter]))
    article = restored(issue_of(body=body)).issue.articles[0]
    return [quote.paragraphs[0].value for quote in article.pull_quotes]


@pytest.mark.parametrize(
    "said",
    [
        "守得住闸门的不是铁，而是夜里醒着的人。",
        "守闸的人说，它没有写在任何一部法律里，却比任何一部法律都管用。",
    ],
)
def test_a_thought_in_bold_below_the_author_is_a_pull_quote(said: str) -> None:
    assert lead(said) == [said]


def test_a_longer_one_that_the_article_says_nowhere_leads_into_it() -> None:
    assert (
        lead(
            "今年春天，本刊派人沿着河堤走了九天，看了十四座闸门，记下了守闸的人说的话和没有说出来的话。"
        )
        == []
    )


OWN = "船还是那条船，桨还是那几支桨，换了一种撑法，江就过得去，心也就齐了。"
NIGHTS = "三册本子摆在镇史馆的柜子里，谁都可以翻，翻过的人都说字写得真小，一页要看半天。"
CLOSE = "守夜的人说，本子写满了可以换，闸门没有第二道。"
LAST = f"{CLOSE}柜子的钥匙挂在门后的钉子上，谁要看本子，自己去取。"
FOUR = (
    "目  录\n\n要文\n\n3　把闸门守到天亮　卞云舟\n\n5　一块没有栏杆的草地　陶令\n\n"
    "海外\n\n7　守夜人的三册本子　甘露\n\n9　玻璃窗后面的人　简如是\n\n"
)
GLASS = "换窗户的那天来了四个人，玻璃从船上抬下来，用棉被裹着，一路上没有人说话，到了才笑。"


@pytest.mark.parametrize("others", [True, False])
def test_words_above_the_first_title_are_a_pull_quote_where_another_title_has_one(
    *, others: bool
) -> None:
    second = f"{CLOSE}\n\n" if others else ""
    body = (
        f"{OWN}\n\n把闸门守到天亮\n\n卞云舟\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n"
        f"一块没有栏杆的草地\n\n陶令\n\n{FIELD}\n\n{HOW}\n\n"
        f"{second}守夜人的三册本子\n\n甘露\n\n{NIGHTS}\n\n{LAST}\n\n玻璃窗后面的人\n\n简如是\n\n{GLASS}\n"
    )
    issue = restored(FRONT + FOUR + body).issue
    found = [quote.paragraphs[0].value for quote in issue.articles[0].pull_quotes]
    assert found == [OWN] * others


def test_an_entry_that_has_lost_its_page_does_not_take_that_of_a_column_below_it() -> None:
    lost = issue_of().replace("陶令 / 5", "陶令")
    assert [(section, title, page) for section, title, _, page in listed(restored(lost))][2:] == [
        ("声音", "声音", "6"),
        ("编读往来", "编读往来", "7"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "《堤上市农产品产地冷藏保鲜设施建设实施方案》",
        "堤上市水务局、堤上市应急管理局《关于在汛期推行双人守闸制度有关工作的通知》",
        "堤上市委书记在全市走村入户活动推进会暨防汛动员大会上的讲话",
    ],
)
def test_a_long_source_behind_the_last_sentence_of_a_box_closes_it(source: str) -> None:
    said = "守闸实行双人双岗，交班的时候应当面清点钥匙和记录本，缺一样都不得离岗。"
    box = boxed("资料链接", (f"{said}——{source}",))
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [said]
    assert box.attribution is not None
    assert box.attribution.text.value == source

"""Boxes that no name and no form need tell: what stands between the halves of a sentence."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph, PullQuote
from converter.pipeline import restore

PROSE = (
    "磨坊在村子的下游，水从石槽里冲下来，带着轮子转。磨面的人天不亮就来排队，"
    "把麦子倒进斗里，再坐在门槛上等，一边等一边说话。"
)
ABOVE = "说起这座磨坊，村里的老人都有话讲，谁家的麦子磨得细，谁家的牛认得路，一样一样都记得。"
BELOW = "后来通了电，镇上开了面粉厂，石槽里的水照样流，轮子却停了，门槛上再也没有人坐。"
HEAD = "磨坊在村子的下游，水从石槽里冲下来。磨面的人天不亮就来排队，把麦"
TAIL = "子倒进斗里，再坐在门槛上等，一边等一边说话，说到太阳上了墙头。"


END = "去年秋天，有人出钱把磨坊修好了，逢年过节放水，给城里来的孩子看，孩子们都说好玩。"
STREET = "老街只有一里长，铺子却开了一百多年，早上卖豆腐，晚上卖灯笼，一年到头没有关过门。"


def article(*body: str) -> Article:
    text = "\n\n".join(
        ("目录\n1 水磨记 张水\n3 老街 李山", "水磨记", "张水", *body, END, "老街", "李山", STREET)
    )
    return restore(f"{text}\n".encode(), name="x.txt").issue.articles[0]


def box(found: Article) -> tuple[str, str, list[str], str]:
    one = next(block for block in found.blocks if isinstance(block, Box))
    texts = [block.text.value for block in one.blocks if isinstance(block, Paragraph)]
    source = one.attribution.text.value if one.attribution is not None else ""
    return one.label, one.title.value if one.title is not None else "", texts, source


def paragraphs(found: Article) -> list[str]:
    texts = [block.text.value for block in found.blocks if isinstance(block, Paragraph)]
    return texts[:-1]


POINTS = ("①磨盘要先洗净。", "②麦子要拣去石子。", "③开闸要慢，不要一下子放满。")


def test_a_list_under_words_that_nobody_knows() -> None:
    found = article(ABOVE, HEAD, "进磨坊要留心的事", *POINTS, TAIL, BELOW)
    assert box(found) == ("", "进磨坊要留心的事", list(POINTS), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_name_over_a_title_that_counts_the_items_of_a_list() -> None:
    items = (
        "水账：一天放水两次，一次一个时辰。",
        "人账：推碾子每天二十户，排队到晌午。",
        "面账：一斗麦子出八升面，留半升给看磨的人。",
    )
    above = "磨坊在村子的下游，水从石槽里冲下来。修磨坊的钱是全村凑的，有人出粮食，有人出木头和"
    below = "石灰，头一年亏空，第二年补平，从第三年起，家家都有面吃。"
    cut = "第二件是看账。账本锁在柜子里，钥匙交给三个人，每年秋天打开来看一回。前年落雨，柜子漏了水，账本泡成一团，有人"
    rest = "又想把柜子搬走。后来村里换了一只铁的，总算把账保住。"
    found = article(ABOVE, above, "算账", "水磨的三本账", *items, below, BELOW, cut, rest)
    assert box(found) == ("算账", "水磨的三本账", list(items), "")
    assert paragraphs(found) == [ABOVE, above + below, BELOW, cut + rest]


def test_a_list_without_any_words_over_it() -> None:
    points = ("1. 磨盘要先洗净。", "2. 麦子要拣去石子。", "3. 开闸要慢，不要一下子放满。")
    found = article(ABOVE, HEAD, *points, TAIL, BELOW)
    assert box(found) == ("", "", list(points), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_recipe() -> None:
    lines = ("主料：荞麦面五百克，清水一碗", "做法：和匀，醒半个时辰，擀薄，切细，下锅煮熟。")
    found = article(ABOVE, HEAD, "荞麦面", *lines, TAIL, BELOW)
    assert box(found) == ("", "荞麦面", list(lines), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_quotation_on_two_lines_is_none() -> None:
    lines = ("等磨的人不说话，磨坊里", "就只剩下水的声音。")
    found = article(ABOVE, HEAD, "\n".join(lines), TAIL, BELOW)
    assert not any(isinstance(block, Box) and block.title for block in found.blocks)


def test_a_source_below_a_list_is_that_of_the_box() -> None:
    found = article(ABOVE, HEAD, "小贴士", *POINTS, "（整理：何若溪", TAIL, BELOW)
    assert box(found) == ("小贴士", "", list(POINTS), "整理：何若溪")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


DEFINED = "水碓是借水力舂米的器具，由水轮、碓杆和石臼三部分组成，旧时多设在溪边。"


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [
        ("〔名词解释〕", "名词解释", ""),
        ("名词解释 GLOSSARY", "名词解释", ""),
        ("名词解释\n\nGLOSSARY", "名词解释", ""),
        ("名词解释/水碓的来历", "名词解释", "水碓的来历"),
        ("链\n接", "链接", ""),
        ("链\n\n接", "链接", ""),
        ("链接\n\n山沟里的水碓\n\n怎样走进博物馆", "链接", "山沟里的水碓怎样走进博物馆"),
        ("链接\n\n什么是水碓？", "链接", "什么是水碓？"),
    ],
)
def test_names_of_boxes_in_any_look(head: str, label: str, title: str) -> None:
    found = article(
        PROSE, PROSE.replace("磨坊", "油坊"), head, DEFINED, "——摘自《溪边器物志》", PROSE
    )
    assert box(found) == (label, title, [DEFINED], "摘自《溪边器物志》")


def test_who_did_something_is_no_title() -> None:
    found = article(ABOVE, "数据 / 某县统计局", BELOW)
    assert not any(isinstance(block, Box) for block in found.blocks)


def test_points_with_dots_that_stand_close() -> None:
    points = ("·磨盘要先洗净，不留旧面；", "·麦子要拣去石子；", "·开闸要慢，不要一下子放满。")
    found = article(ABOVE, HEAD, "小贴士", "\n".join(points), TAIL, BELOW)
    assert [text.strip("·") for text in box(found)[2]] == [text.strip("·") for text in points]
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_book_and_who_wrote_it() -> None:
    lines = ("书名：《水磨图说》", "作者：何若溪", "出版社：溪边出版社", "定价：36.00元")
    found = article(ABOVE, HEAD, "延伸阅读", *lines, TAIL, BELOW)
    assert box(found) == ("延伸阅读", "", list(lines), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_questions_and_answers_under_the_name_of_a_box() -> None:
    lines = (
        "问：水碓还有人做吗？",
        "答：有，全县还有三位匠人。",
        "问：到哪里学？",
        "答：三月到文化馆报名。",
    )
    found = article(ABOVE, PROSE, "名词解释", *lines, BELOW)
    assert box(found) == ("名词解释", "", list(lines), "")
    assert paragraphs(found) == [ABOVE, PROSE, BELOW]


def test_a_title_on_two_lines_over_its_text() -> None:
    found = article(
        ABOVE, HEAD, "小小水碓", "几代人的手艺", DEFINED, "（摘自《溪边器物志》）", TAIL, BELOW
    )
    assert box(found) == ("", "小小水碓几代人的手艺", [DEFINED], "摘自《溪边器物志》")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


@pytest.mark.parametrize(
    "lines",
    [
        ("地点：溪边路12号", "开放：周二至周日9:00—16:30", "票价：46元"),
        ("①磨盘要先洗净不留旧面；", "②麦子要先拣去小石子；", "③开闸要慢不要一下放满。"),
        ("41%：会修水磨的人里老人的比例。", "12座：还在转动的水磨有这么多。"),
        ("磨盘要先洗净。", "麦子要先拣去石子，再用清水淘。", "开闸要慢，不要一下子放满。"),
    ],
)
def test_lines_that_stand_close_are_items_each(lines: tuple[str, ...]) -> None:
    found = article(ABOVE, PROSE, "小贴士", "\n".join(lines), "（整理：何若溪）", BELOW)
    assert box(found) == ("小贴士", "", list(lines), "整理：何若溪")


def test_full_lines_that_end_sentences_by_chance_are_a_paragraph() -> None:
    lines = (
        "磨坊在村子的下游，水从石槽里冲下来转。",
        "磨面的人天还不亮，就一个接一个来排队。",
        "他们一边等一边说话。",
    )
    found = article(ABOVE, "\n".join(lines), BELOW)
    assert paragraphs(found) == [ABOVE, "".join(lines), BELOW]


def test_a_list_in_a_cell_is_a_box() -> None:
    cell = "| 小贴士<br>地点：溪边路12号<br>开放：周二至周日<br>票价：46元 |\n|---|"
    found = article(ABOVE, PROSE, cell, BELOW)
    assert box(found)[0] == "小贴士"
    assert len(box(found)[2]) == 3


def test_names_in_brackets_that_recur_are_no_parts_of_the_text() -> None:
    other = "戥秤是旧时称药材和银子的小秤，秤杆多用骨或者象牙，刻度细到一分。"
    found = article("[小知识]", DEFINED, PROSE, ABOVE, "[小知识]", other, BELOW)
    labels = [block.label for block in found.blocks if isinstance(block, Box)]
    assert labels == ["小知识", "小知识"]


def test_a_person_of_whom_the_text_speaks_as_well() -> None:
    card = "何若溪（1916—1986），溪边县人。早年学徒，1938年起从事水磨的制作，著有《水磨图说》。"
    below = f"说起何若溪，村里人没有不认得的。{BELOW}"
    found = article(ABOVE, f"{PROSE}修磨坊的正是何若溪。", "人物小传", card, below)
    assert box(found) == ("人物小传", "", [card], "")
    assert paragraphs(found)[-1] == below


def test_figures_are_no_source() -> None:
    told = "据统计，1957年全县尚有水碓515件，到1977年只剩51件。"
    found = article(ABOVE, HEAD, "小词典", DEFINED, told, "（整理：何若溪）", TAIL, BELOW)
    assert box(found) == ("小词典", "", [DEFINED, told], "整理：何若溪")


def test_a_name_from_which_nothing_parts_a_list() -> None:
    found = article(
        ABOVE, HEAD, "链接主料：荞麦面五百克", "做法：和匀，擀薄，切细，下锅煮熟。", TAIL, BELOW
    )
    assert box(found)[0] == "链接"
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_recipe_between_whole_paragraphs() -> None:
    lines = ("主料：荞麦面五百克，清水一碗", "做法：和匀，醒半个时辰，擀薄，切细，下锅煮熟。")
    found = article(ABOVE, PROSE, "荞麦面", *lines, BELOW)
    assert box(found) == ("", "荞麦面", list(lines), "")
    assert paragraphs(found) == [ABOVE, PROSE, BELOW]


def test_what_is_told_of_a_thing_between_whole_paragraphs() -> None:
    lines = ("年代：1879年", "材质：杉木", "尺寸：长81厘米，宽23厘米")
    found = article(ABOVE, PROSE, "水碓", *lines, BELOW)
    assert box(found) == ("", "水碓", list(lines), "")


def test_addresses_between_whole_paragraphs() -> None:
    lines = tuple(
        f"{name}文化站：溪边县水碓路{at}号，电话0100-123456{at}"
        for at, name in enumerate(("东", "西", "南"))
    )
    found = article(ABOVE, PROSE, *lines, BELOW)
    assert box(found) == ("", "", list(lines), "")


def test_recipes_of_an_article_of_recipes_are_its_own() -> None:
    dishes = [
        text
        for name in ("荞麦面", "油泼面", "刀削面")
        for text in (
            name,
            "主料：面粉五百克",
            "做法：和匀，擀薄，切细，下锅煮熟。",
            PROSE.replace("磨坊", name),
        )
    ]
    found = article(ABOVE, *dishes, BELOW)
    assert not any(isinstance(block, Box) for block in found.blocks)


def test_a_name_glued_to_several_texts_is_glued_to_all() -> None:
    facts = ("年代：1879年", "材质：杉木", "尺寸：长81厘米，宽23厘米")
    other = "戥秤是旧时称药材和银子的小秤，秤杆多用骨或者象牙，刻度细到一分。"
    third = "油篓是旧时装油的器具，用竹篾编成，里外糊上几层皮纸，滴水不漏。"
    found = article(
        ABOVE,
        f"链接{DEFINED}",
        PROSE,
        "\n".join((f"链接{facts[0]}", *facts[1:])),
        HEAD + TAIL,
        f"链接{other}",
        BELOW,
        f"链接{third}",
    )
    made = [block for block in found.blocks if isinstance(block, Box)]
    assert [block.label for block in made] == ["链接"] * 4


def test_a_name_over_the_first_word_heads_no_part() -> None:
    found = article(
        "【链接】", DEFINED, PROSE, ABOVE, "【小知识】", "①磨盘要先洗净；", "②开闸要慢。", BELOW
    )
    labels = [block.label for block in found.blocks if isinstance(block, Box)]
    assert labels == ["链接", "小知识"]


def test_a_question_with_its_answer_is_no_title() -> None:
    lines = ("问：水碓还有人做吗？", "答：有，可是不多了，全县还有三位匠人。")
    found = article(ABOVE, PROSE, "小知识", *lines, BELOW)
    assert box(found) == ("小知识", "", list(lines), "")


def test_what_was_said_at_a_meeting_is_a_box_and_what_somebody_said_none() -> None:
    said = "“磨坊里的水，先给磨面的人用，再给榨油的人用，谁也不能多占一个时辰，占了要罚一斗麦子。”"
    found = article(ABOVE, HEAD, said, "——溪边村村民代表会上的发言", TAIL, BELOW)
    assert box(found)[2:] == ([said], "溪边村村民代表会上的发言")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_card_of_a_person_within_a_sentence() -> None:
    card = "何若溪（1916—1986），溪边县人。早年学徒，1938年起从事水磨的制作，著有《水磨图说》。"
    below = f"说起何若溪，村里人没有不认得的。{BELOW}"
    found = article(f"{ABOVE}修磨坊的正是何若溪。", HEAD, "何若溪", card, TAIL, below)
    assert box(found) == ("", "何若溪", [card], "")
    assert paragraphs(found)[1:] == [HEAD + TAIL, below]


def test_questions_and_answers_within_a_sentence() -> None:
    lines = (
        "问：水碓还有人做吗？",
        "答：有，全县还有三位匠人。",
        "问：到哪里学？",
        "答：三月到文化馆报名。",
    )
    found = article(ABOVE, HEAD, "水碓小史", *lines, TAIL, BELOW)
    assert box(found) == ("", "水碓小史", list(lines), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_book_under_its_title_within_a_sentence() -> None:
    lines = ("何水 著", "柳岸出版社 2011年", "定价：20.00元")
    found = article(ABOVE, HEAD, "《水磨札记》", *lines, TAIL, BELOW)
    assert box(found) == ("", "《水磨札记》", ["何水著", "柳岸出版社2011年", lines[2]], "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_title_that_would_carry_the_sentence_on_breaks_off_itself() -> None:
    asked = (
        "问：水磨现在还转吗？",
        "答：转，但不多。全县只剩下四座。",
        "问：到哪里去看？",
        "答：逢五逢十放水，不收门票。",
    )
    found = article(ABOVE, HEAD, "子孙几代人的手艺", *asked, TAIL, BELOW)
    assert box(found) == ("", "子孙几代人的手艺", list(asked), "")


def test_what_ends_far_before_its_line_is_whole() -> None:
    column = [
        "　　磨坊在村子的下游，水从石槽里冲下来，带着轮子转。",
        "磨面的人天不亮就来排队，把麦子倒进斗里，再坐在门槛",
        "上等，一边等一边说话，说到太阳上了墙头。谁家娶了亲，",
    ]
    card = ["小贴士", "水磨的尺寸", "　　直径：一丈二尺", "　　材料：青石", "　　定价：三十元"]
    rest = [
        "谁家添了丁，都从这里传出去，传到镇上的时候已经变了样",
        "子。后来通了电，石槽里的水照样流，轮子却停了下来。",
        f"　　{BELOW[:24]}",
        BELOW[24:],
    ]
    found = article("\n".join([*column, *card, *rest]))
    assert box(found)[1:3] == ("水磨的尺寸", ["直径：一丈二尺", "材料：青石", "定价：三十元"])


@pytest.mark.parametrize("bar", ["/", " | "])
def test_a_name_that_recurs_with_a_bar_behind_it(bar: str) -> None:
    more = "磨盘用的石头要到北山去采，一块要两个人凿三天，凿好了用牛车拉回来，路上还要歇两夜。"
    text = "水磨起于何时已不可考，县里现存最早的一座造于清代，今藏县博物馆，石料采自北山。"
    found = article(
        *(
            ABOVE,
            HEAD,
            f"磨坊拾零{bar}水磨的来历",
            text,
            TAIL,
            BELOW,
            f"磨坊拾零{bar}四件要留心的事",
        ),
        *(*POINTS, more),
    )
    boxes = [one for one in found.blocks if isinstance(one, Box)]
    assert [one.label for one in boxes] == ["磨坊拾零"] * 2
    titles = [one.title.value for one in boxes if one.title is not None]
    assert titles == ["水磨的来历", "四件要留心的事"]


def test_a_question_beside_a_name_over_a_list() -> None:
    found = article(ABOVE, HEAD + TAIL, "旁白 水磨知多少？", *POINTS, BELOW)
    assert box(found) == ("旁白", "水磨知多少？", list(POINTS), "")


@pytest.mark.parametrize("head", [("小贴士", "开磨以前"), ("小贴士 开磨以前",)])
def test_a_box_above_the_byline(head: tuple[str, ...]) -> None:
    text = "\n\n".join(
        (
            *("目录\n1 水磨记 张水\n3 老街 李山", "水磨记", *head, *POINTS, "文/张水"),
            *(ABOVE, HEAD + TAIL, BELOW, END, "老街", "李山", STREET),
        )
    )
    found = restore(f"{text}\n".encode(), name="x.txt").issue.articles[0]
    assert [one.name for line in found.bylines for one in line.authors] == ["张水"]
    assert box(found) == ("小贴士", "开磨以前", list(POINTS), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


@pytest.mark.parametrize(
    ("printed", "label"), [("", ""), ("【老磨谱】", "老磨谱"), ("老磨谱　", "老磨谱")]
)
def test_a_source_where_no_blank_lines_part_paragraphs(printed: str, label: str) -> None:
    text = "水磨起于何时已不可考，县里现存最早的一座造于清代，今藏县博物馆，石料采自北山的老坑。"
    body = "\n".join((ABOVE * 2, f"{printed}{text}", "（据《水磨志》整理）", HEAD + TAIL, BELOW))
    assert box(article(body)) == (label, "", [text], "据《水磨志》整理")


@pytest.mark.parametrize(
    ("printed", "label", "title"),
    [
        ("磨坊札 水从哪里来", "磨坊札", "水从哪里来"),
        ("【磨坊札】水从哪里来", "磨坊札", "水从哪里来"),
        ("怎么磨　怎么筛", "", "怎么磨 怎么筛"),
    ],
)
def test_a_name_beside_the_title_over_a_list(printed: str, label: str, title: str) -> None:
    found = article(ABOVE, HEAD, printed, *POINTS, TAIL, BELOW)
    assert box(found) == (label, title, list(POINTS), "")


@pytest.mark.parametrize("source", ["来源：水磨县博物馆", "资料来源：水磨谱整理组"])
def test_the_source_behind_facts_looks_like_one_of_them(source: str) -> None:
    facts = ("年代：1787年", "尺寸：长六尺，宽三尺", "材料：青石", "数量：现存三件")
    found = article(ABOVE, HEAD + TAIL, "小知识", "水磨", "\n".join((*facts, source)), BELOW)
    assert box(found) == ("小知识", "水磨", list(facts), source)


def test_a_common_word_in_other_brackets_over_a_title_and_a_list() -> None:
    found = article(ABOVE, HEAD + TAIL, "〔术语〕", "认识水磨", *POINTS, BELOW)
    assert box(found) == ("术语", "认识水磨", list(POINTS), "")


def test_a_question_beside_the_name_over_questions_and_answers() -> None:
    asked = (
        "问：水磨现在还转吗？",
        "答：转，但不多。全县只剩下四座。",
        "问：到哪里去看？",
        "答：逢五逢十放水，不收门票。",
    )
    found = article(ABOVE, HEAD + TAIL, "新闻背景 水磨知多少？", *asked, BELOW)
    assert box(found) == ("新闻背景", "水磨知多少？", list(asked), "")


def test_a_name_with_its_english_that_recurs_is_no_running_head() -> None:
    text = "水磨起于何时已不可考，县里现存最早的一座造于清代，今藏县博物馆，石料采自北山的老坑。"
    more = "石料采自北山的老坑，一块要两个人凿三天，凿好了用牛车拉回来，路上还要歇两夜。"
    found = article(ABOVE, HEAD, "术语 TERMS", text, TAIL, BELOW, "术语 TERMS", more, ABOVE)
    boxes = [one for one in found.blocks if isinstance(one, Box)]
    assert [one.label for one in boxes][:1] == ["术语"]


def test_the_last_year_of_a_chronicle_names_no_box() -> None:
    years = tuple(
        f"{year}年　{what}"
        for year, what in (
            (1893, "水磨传入本县，远销邻近六县，年产量达到三千石。"),
            (1902, "县里设磨行，定价由官府公布，磨户各领执照一张。"),
            (1935, "磨行停业，匠人转入农具厂，石料改作他用。"),
        )
    )
    found = article(ABOVE, HEAD + TAIL, "知多一点", "水磨大事", *years, "（摘自《水磨志》）", BELOW)
    assert box(found)[0] == "知多一点"
    assert (len(box(found)[2]), box(found)[3]) == (3, "摘自《水磨志》")


def test_a_source_in_brackets_carries_no_item_on() -> None:
    facts = ("　　年代：1787年", "　　尺寸：长六尺，宽三尺", "　　数量：现存三件")
    column = [
        "　　磨坊在村子的下游，水从石槽里冲下来，带着轮子转。",
        "磨面的人天不亮就来排队，把麦子倒进斗里，再坐在门槛",
        "上等，一边等一边说话，说到太阳上了墙头。",
        *("小知识", "水磨", *facts, "（《水磨志》）"),
        "　　后来通了电，镇上开了面粉厂，石槽里的水照样流，轮",
        "子却停了，门槛上再也没有人坐，只有几只鸡在上面打盹。",
    ]
    found = article("\n".join(column))
    assert box(found) == ("小知识", "水磨", [one.strip() for one in facts], "《水磨志》")


CUT = "磨坊在村子的下游，磨面的人天不亮就来排队，把麦"
"""The first line of a paragraph, without a full stop."""


@pytest.mark.parametrize(
    ("lines", "label", "texts"),
    [
        (("◎磨坊家底", "石磨：两盘，青石", "石槽：一条，四丈长", "账本：一册"), "磨坊家底", 3),
        (
            (
                "☉看闸口诀",
                "水清的日子开半闸，人可以走开；",
                "水浑的日子开一闸，人要守在旁边；",
                "水大的日子不开闸，人回家睡觉。",
            ),
            "看闸口诀",
            3,
        ),
        (("※地名小注※碾子湾，旧时写作“捻子湾”，县志说因捻船绳的人家多而得名。",), "地名小注", 1),
        (
            ("【用闸规矩】一人开闸，一人看槽；开闸之前先喊三声；喊过了没有人应，再慢慢往上提。",),
            "用闸规矩",
            1,
        ),
        (
            (
                "磨工说│麦子不能太干，太干了面发黑。我们头天晚上洒一瓢水，摊开来，早上摸着刚刚不粘手。",
            ),
            "磨工说",
            1,
        ),
    ],
)
def test_names_with_marks_of_the_magazines_own(
    lines: tuple[str, ...], label: str, texts: int
) -> None:
    found = article(PROSE, CUT, *lines, TAIL, BELOW)
    named, title, told, _ = box(found)
    assert (named, title, len(told)) == (label, "", texts)
    assert paragraphs(found) == [PROSE, CUT + TAIL, BELOW]


def test_a_heading_with_such_a_mark_stands_over_text() -> None:
    found = article(ABOVE, "◎磨坊家底", BELOW, STREET)
    assert not any(isinstance(block, Box) for block in found.blocks)


def test_a_drawn_bar_ends_the_box_with_its_line() -> None:
    told = "磨工说│麦子不能太干，太干了面发黑，摊开来早上摸着刚刚不粘手。"
    cut = "看磨的人说，轮子转得"
    rest = "一样快，水大的时候就要放下半块闸板。"
    found = article(ABOVE, BELOW + cut, told, rest, PROSE)
    assert box(found)[0] == "磨工说"
    assert BELOW + cut + rest in paragraphs(found)


def test_a_name_before_its_title_behind_a_mark_over_facts_with_a_figure_in_a_label() -> None:
    facts = (
        *("建成时间：1956年3月", "位置：村子下游的石槽口", "人手：四个人，其中看闸的一个"),
        *("主要用途：磨面、榨油、碾米", "1978年产量：六万斤"),
    )
    found = article(ABOVE, HEAD, "■磨坊底细：水碾子", *facts, TAIL, BELOW)
    assert box(found) == ("磨坊底细", "水碾子", list(facts), "")
    assert paragraphs(found) == [ABOVE, HEAD + TAIL, BELOW]


def test_a_sentence_with_who_says_it_is_a_pull_quote_however_well_the_rest_fits() -> None:
    trough = "石槽是磨坊的命根子，没有石槽就没有水，没有水就没有面。石槽里的青苔一年刮两回，刮的人要脱了鞋，石槽滑得很。"
    head = "第二年，石槽里来了好水，磨坊一举还清了欠债，还给每户分了面。从此再没有人提拆石槽的事。到今年上半年，磨出来的面粉卖到了十九个县，还注册了“金石"
    tail = "槽”商标，每一袋上都印着那只轮子。"
    said = "轮子可以停，水不能断；面可以粗，秤不能轻。"
    found = article(trough, ABOVE, head, said, "——郑满仓", tail, BELOW)
    assert not any(isinstance(block, Box) for block in found.blocks)
    assert paragraphs(found) == [trough, ABOVE, head + tail, BELOW]
    assert [
        (block.paragraphs[0].value, block.attribution and block.attribution.text.value)
        for block in found.blocks
        if isinstance(block, PullQuote)
    ] == [(said, "郑满仓")]


def test_the_rest_of_a_box_cut_by_a_page_is_no_box_of_its_own() -> None:
    # The words at the cut would carry on the sentence around the box just as well.
    other = "从前打下新粮，家家都把麦子倒进斗里量一量，量过的麦子倒进囤里，剩下的麦子倒进磨眼。"
    first = "水磨建设标准是去年冬天开过三次会以后县里为全部磨坊定下的规矩，包括石槽、轮子、磨盘和门槛，要求各村的人都把麦"
    rest = "田边的石槽修好，是今后修磨坊的依据，对于保护老磨坊、教孩子认识水的力气有重要意义。"
    source = "——摘自《水磨建设标准》"
    found = article(other, ABOVE, HEAD, "链接", first, rest, source, TAIL, BELOW)
    assert box(found) == ("链接", "", [first + rest], "摘自《水磨建设标准》")
    assert paragraphs(found) == [other, ABOVE, HEAD + TAIL, BELOW]

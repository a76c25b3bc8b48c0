"""A monthly with two kinds of headings, offices below names, letters and pages of sections."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Heading, Issue, Paragraph, PullQuote, Role
from converter.parse.byline import read_byline
from converter.parse.headings import levels, numbering
from converter.parse.kinds import is_credit, is_salutation
from tests.support.restored import restored as restore

HEAD = "# 渡口\n\n写给摆渡人的杂志\n\n2019年第4期 2019年4月20日出版\n\n主办 河湾镇文化站\n\n主编 沈一帆\n\n"
ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"


FOUR = "铁匠铺的炉火一年四季不灭，打完锄头打菜刀，打完菜刀打船钉，火星子溅到街对面的药铺门口。"
FIVE = "药铺掌柜的算盘是红木做的，珠子磨得发亮，他拨珠子的时候不看珠子，看的是抓药人的脸色。"


def issue_of(*body: str, byline: str = "文 | 骆青禾") -> Issue:
    rows = "## 专题\n\nP04 夜里的渡口 / 骆青禾\n\nP12 灯下 / 尹小满\n\n"
    text = f"{HEAD}# 目录\n\n{rows}# 夜里的渡口\n\n{byline}\n\n" + "\n\n".join(body)
    return restore(f"{text}\n\n# 灯下\n\n文 | 尹小满\n\n{FOUR}\n\n{FIVE}\n").issue


def article(*body: str, byline: str = "文 | 骆青禾") -> Article:
    return issue_of(*body, byline=byline).articles[0]


def headings(*body: str) -> list[tuple[int, str]]:
    return [(b.level, b.text.value) for b in article(*body).blocks if isinstance(b, Heading)]


def paragraphs(made: Article) -> list[tuple[str, str]]:
    blocks = (*made.blocks, *made.back)
    return [(b.role.value, b.text.value) for b in blocks if isinstance(b, Paragraph)]


# -- numbers ---------------------------------------------------------------------------


@pytest.mark.parametrize("bar", [" | ", "｜", "|", " 丨 "])
@pytest.mark.parametrize("marks", ["壹贰叁", "甲乙丙", "上中下", "ⅠⅡⅢ", "一二三"])
def test_plain_headings_stand_under_numbers_with_a_stroke(bar: str, marks: str) -> None:
    first, second, third = list(marks)
    assert headings(
        f"## {first}{bar}灯还亮着", ONE, "## 桐油", TWO, "## 缆绳", THREE,
        f"## {second}{bar}三十一级石阶", ONE, "## 栏杆", TWO, f"## {third}{bar}后半夜", THREE,
    ) == [
        (1, f"{first}｜灯还亮着"), (2, "桐油"), (2, "缆绳"),
        (1, f"{second}｜三十一级石阶"), (2, "栏杆"), (1, f"{third}｜后半夜"),
    ]  # fmt: skip


def test_the_stroke_that_is_made_wide_is_a_change() -> None:
    issue = issue_of("## 壹 | 灯还亮着", ONE, "## 贰｜石阶", TWO)
    changes = [(c.before, c.after) for c in issue.changes if c.rule == "heading-bar"]
    assert changes == [("|", "｜")]


@pytest.mark.parametrize(
    "marks", ["壹 贰 叁", "甲 乙 丙", "上 中 下", "Ⅰ Ⅱ Ⅲ", "壹· 贰· 叁·", "上篇： 中篇： 下篇："]
)
def test_a_series_of_numbers_needs_no_stroke(marks: str) -> None:
    first, second, third = marks.split()
    found = headings(
        f"{first} 灯还亮着的渡口", ONE, f"{second} 三十一级石阶", TWO, f"{third} 后半夜烧水", THREE
    )
    assert [level for level, _ in found] == [1, 1, 1]


@pytest.mark.parametrize(
    "text", ["甲、乙双方的船", "中、美两国", "上 海滩", "陆 小满", "甲：你说呢", "V型梁"]
)
def test_what_begins_like_a_number_is_none(text: str) -> None:
    assert numbering(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("叁、谁来掌灯", "capital", 3),
        ("拾壹｜归途", "capital", 11),
        ("Ⅳ. 归途", "roman", 4),
        ("IV｜归途", "roman", 4),
        ("下篇｜归途", "half", 3),
        ("丁、归途", "stem", 4),
        ("三｜归途", "cn", 3),
        ("03 | 归途", "arabic", 3),
    ],
)
def test_numbers_before_headings(text: str, kind: str, value: int) -> None:
    found = numbering(text)
    assert found is not None
    assert (found.kind, found.value, found.rest[-2:]) == (kind, value, text[-2:])


def test_who_speaks_by_turns_is_no_series() -> None:
    lines = ("甲 您吃过了", "乙 还没有呢", "甲 那一块儿吃", "乙 这怎么好意思")
    assert headings(ONE, *lines, TWO) == []


def test_what_stands_before_the_first_number_is_of_its_level() -> None:
    assert headings(
        "## 引子", ONE, "## 壹｜灯", TWO, "## 桐油", THREE, "## 贰｜石阶", ONE, "## 栏杆", TWO,
        "## 尾声", THREE,
    ) == [(1, "引子"), (1, "壹｜灯"), (2, "桐油"), (1, "贰｜石阶"), (2, "栏杆"), (1, "尾声")]  # fmt: skip


@pytest.mark.parametrize(
    "parts",
    [
        "PART 1 灯还亮着/PART 2 三十一级石阶/PART 3 后半夜",
        "Part.01｜灯还亮着/Part.02｜三十一级石阶/Part.03｜后半夜",
        "NO.1 灯还亮着/NO.2 三十一级石阶/NO.3 后半夜",
        "#1 灯还亮着/#2 三十一级石阶/#3 后半夜",
        "【壹】灯还亮着/【贰】三十一级石阶/【叁】后半夜",
        "（壹）灯还亮着/（贰）三十一级石阶/（叁）后半夜",
        "其一 灯还亮着/其二 三十一级石阶/其三 后半夜",
        "之一：灯还亮着/之二：三十一级石阶/之三：后半夜",
        "卷一 灯还亮着/卷二 三十一级石阶/卷三 后半夜",
        "第一幕：灯还亮着/第二幕：三十一级石阶/第三幕：后半夜",
        "一 灯还亮着/二 三十一级石阶/三 后半夜",
        "一·灯还亮着/二·三十一级石阶/三·后半夜",
        "A 灯还亮着/B 三十一级石阶/C 后半夜",
        "❶ 灯还亮着/❷ 三十一级石阶/❸ 后半夜",
        "1—灯还亮着/2—三十一级石阶/3—后半夜",
        "子 灯还亮着/丑 三十一级石阶/寅 后半夜",
        "1958｜灯还亮着/1974｜三十一级石阶/1987｜后半夜",
        "现场｜灯还亮着/访谈｜三十一级石阶/余波｜后半夜",
    ],
)
@pytest.mark.parametrize("mark", ["## ", ""])
def test_headings_that_count_in_any_form_stand_over_plain_ones(parts: str, mark: str) -> None:
    first, second, third = parts.split("/")
    assert headings(
        mark + first, ONE, f"{mark}桐油", TWO, f"{mark}缆绳", THREE,
        mark + second, FOUR, f"{mark}栏杆", FIVE, mark + third, ONE + FOUR,
    ) == [(1, first), (2, "桐油"), (2, "缆绳"), (1, second), (2, "栏杆"), (1, third)]  # fmt: skip


def test_parts_with_one_character_stand_over_numbered_headings() -> None:
    assert headings(
        "上篇  来", ONE, "一、数麻袋的人", TWO, "二、四十六本", THREE,
        "中篇  守", ONE + TWO, "下篇  去", TWO + THREE,
    ) == [(1, "上篇 来"), (2, "一、数麻袋的人"), (2, "二、四十六本"), (1, "中篇 守"), (1, "下篇 去")]  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "values", "expected"),
    [
        (["plain", "cn", "plain", "cn", "plain"], [0, 1, 0, 2, 0], {"cn": 1, "plain": 2}),
        (["plain", "cn", "cn", "plain", "plain"], [0, 1, 2, 0, 0], {"plain": 1, "cn": 2}),
        (["plain", "cn", "cn", "plain", "cn"], [0, 1, 2, 0, 1], {"plain": 1, "cn": 2}),
    ],
)
def test_plain_headings_over_and_under_numbers(
    kinds: list[str], values: list[int], expected: dict[str, int]
) -> None:
    assert levels(kinds, (), values) == expected


@pytest.mark.parametrize(
    "heads",
    ["一张白纸/桐油/两盏灯", "十年/桐油/二十年", "上海来客/桐油/下船以后", "A面/桐油/谁在摆渡"],
)
def test_headings_that_count_nothing_are_sisters(heads: str) -> None:
    first, second, third = heads.split("/")
    found = headings(f"## {first}", ONE, f"## {second}", TWO, f"## {third}", THREE)
    assert found == [(1, first), (1, second), (1, third)]


def test_plain_headings_stand_over_numbers_that_start_anew() -> None:
    assert headings(
        "## 灯", ONE, "## 壹｜玻璃罩", TWO, "## 贰｜灯芯", THREE,
        "## 船", ONE, "## 壹｜船底", TWO, "## 贰｜船头", THREE,
    ) == [(1, "灯"), (2, "壹｜玻璃罩"), (2, "贰｜灯芯"), (1, "船"), (2, "壹｜船底"), (2, "贰｜船头")]  # fmt: skip


# -- who wrote and who edited -------------------------------------------------------------


@pytest.mark.parametrize(
    "post",
    [
        "清河师范学院乡村教育研究所副教授",
        "双井镇中心小学教师",
        "河口镇卫生院原副院长",
        "省作协副主席",
        "清河大学文学院",
        "作家、诗人",
    ],
)
def test_office_on_a_line_below_the_name(post: str) -> None:
    made = article(ONE, TWO, byline=f"文 | 骆青禾\n\n{post}")
    assert [(a.name, a.office) for b in made.bylines for a in b.authors] == [("骆青禾", post)]
    assert not any(isinstance(block, Heading) for block in made.blocks)


@pytest.mark.parametrize("post", ["《渡口》记者", "本刊特约撰稿人", "清河日报首席记者"])
def test_post_below_the_name_is_no_author(post: str) -> None:
    made = article(ONE, TWO, byline=f"骆青禾\n\n{post}")
    assert [(a.name, a.office) for b in made.bylines for a in b.authors] == [("骆青禾", post)]


@pytest.mark.parametrize(
    "head", ["我的老师", "走进县图书馆", "最后一所小学", "从船工到站长", "谁来办大学"]
)
def test_heading_below_the_name_is_no_office(head: str) -> None:
    made = article(ONE, TWO, byline=f"文 | 骆青禾\n\n## {head}")
    assert [b.text.value for b in made.blocks if isinstance(b, Heading)] == [head]


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑 盛 夏",
        "责任编辑　骆 驼",
        "责编 叶 子 美编 石 头",
        "（责任编辑 盛 夏）",
        "责任编辑 盛夏",
    ],
)
def test_pen_name_of_who_edits(line: str) -> None:
    assert is_credit(line)
    assert paragraphs(article(ONE, TWO, line))[-1][0] == "credit"


@pytest.mark.parametrize("line", ["编 辑 手 记", "责任编辑 方案很多", "编辑 手记", "校 对 记"])
def test_name_of_a_column_is_nobody_who_edits(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    "line", ["本刊编辑部 辑", "编辑部 编", "本刊资料室 辑", "本刊编辑部　整理"]
)
def test_the_house_has_put_it_together(line: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [(one.name, one.is_body) for one in reading.authors] == [
        (line.split(maxsplit=1)[0], True)
    ]


# -- letters ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["苏 木", "苏木", "尹小满"])
@pytest.mark.parametrize("date", ["2018年10月11日", "十月十一日夜", ""])
def test_letter_that_ends_with_a_question_is_no_article(name: str, date: str) -> None:
    letters = [
        "## 第一封", "骆老师：", ONE, "请问您，一个不会游泳的人，能摆好一条船吗？", name, date,
        "## 第二封", "小满老师：", TWO, "骆青禾", "2018年10月27日",
        "## 第三封", "骆老师：", THREE, name, "2018年12月2日", "责任编辑 盛 夏",
    ]  # fmt: skip
    issue = issue_of(*filter(None, letters), byline="文 | 骆青禾　尹小满")
    assert len(issue.articles) == 2
    made = issue.articles[0]
    heads = [b.text.value for b in made.blocks if isinstance(b, Heading)]
    assert heads == ["第一封", "第二封", "第三封"]
    signed = [text for role, text in paragraphs(made) if role == Role.SIGNATURE.value]
    assert signed[-1] == "2018年12月2日"
    assert "2018年10月27日" in signed


PAGES = [
    ("摆渡的人姓丁，在船上住了四十年，他把缆绳一圈一圈绕起来，绕到第三圈才停手，转过身来对着", "岸上的孩子们招一招手。"),
    ("卖豆腐的老何每天头一个上船，担子两头各是一板，白布盖得严严实实，走到船中间就停下来等", "水花落定了再往前挪。"),
    ("镇上修桥的消息传了十一年，测量的人来过三回，红白的标杆插在对岸的柳树底下，到了第二年春", "天标杆上落满了麻雀。"),
    ("学堂里的先生教孩子们写渡字，说三点水是河，度是量，量得出来的河才敢摆渡，孩子们拿竹竿去", "量，竹竿比河还要短。"),
]  # fmt: skip


def paged(edges: list[str]) -> list[str]:
    """Four paragraphs, each cut by what stands at the edge of its page."""
    return [
        piece for (cut, rest), edge in zip(PAGES, edges, strict=True) for piece in (cut, edge, rest)
    ]


def test_same_date_over_each_page_is_a_running_head() -> None:
    made = issue_of(*paged(["2019年4月20日"] * 4)).articles[0]
    assert [text for _, text in paragraphs(made)] == [cut + rest for cut, rest in PAGES]


@pytest.mark.parametrize("folio", ["0l3", "O13", "013", "0I3"])
def test_misread_folio_without_marks(folio: str) -> None:
    made = issue_of(*paged(["007", "011", folio, "017"])).articles[0]
    assert [text for _, text in paragraphs(made)] == [cut + rest for cut, rest in PAGES]


def letter_of(*body: str) -> Article:
    rows = "## 家书\n\nP04 写给十年后的你\n\nP12 灯下 / 尹小满\n\n"
    text = f"{HEAD}# 目录\n\n{rows}# 写给十年后的你\n\n" + "\n\n".join(body)
    return restore(f"{text}\n\n## 家书\n\n# 灯下\n\n文 | 尹小满\n\n{FOUR}\n").issue.articles[0]


@pytest.mark.parametrize("date", ["2018年9月1日夜", ""])
@pytest.mark.parametrize("credit", ["责任编辑 盛 夏", ""])
def test_who_sends_a_letter_stands_under_its_title_and_at_its_end(date: str, credit: str) -> None:
    made = letter_of(*filter(None, ("爸爸", "小禾：", ONE, TWO, "爸爸", date, credit)))
    assert [a.name for b in made.bylines for a in b.authors] == ["爸爸"]
    assert not [block for block in made.blocks if isinstance(block, Heading)]


def test_first_heading_that_no_end_repeats_is_no_sender() -> None:
    made = letter_of("## 灯", ONE, "## 石阶", TWO)
    assert [b.text.value for b in made.blocks if isinstance(b, Heading)] == ["灯", "石阶"]


def test_name_under_an_answer_above_who_edited_it_is_a_signature() -> None:
    made = article(
        "家长来信",
        "编辑老师：",
        ONE,
        "读者 尹小满",
        "专家回信",
        "一位着急的妈妈：",
        TWO,
        "骆青禾",
        "责任编辑 盛 夏",
    )
    heads = [b.text.value for b in made.blocks if isinstance(b, Heading)]
    assert heads == ["家长来信", "专家回信"]
    assert ("signature", "骆青禾") in paragraphs(made)


@pytest.mark.parametrize(
    "text", ["尹老師：", "親愛的讀者們：", "編輯先生：", "各位同學：", "小满爺爺：", "周校長："]
)
def test_salutations_in_traditional_characters(text: str) -> None:
    assert is_salutation(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("周校长：", True), ("欧阳主任：", True), ("历任馆长：", False), ("第二任校长：", False)],
)
def test_letters_to_somebody_in_office_are_no_talk(text: str, *, expected: bool) -> None:
    assert is_salutation(text) is expected
    made = article(text, ONE, text, TWO, text, ONE)
    said = [b for b in made.blocks if isinstance(b, Paragraph) and b.role is Role.ANSWER]
    assert not said


# -- pages that open a section ---------------------------------------------------------------

MOTTO = "桥修好以后，河还认得船吗？"
LISTED = "## 专题\n\nP04 夜里的渡口 / 骆青禾\n\nP12 灯下 / 尹小满\n\n## 书信\n\nP16 给丁师傅的信 / 叶知秋\n\n"
PAGE = ["![](images/a.jpg)", "# 书信", "LETTERS", MOTTO, "016 给丁师傅的信"]


def sections_of(page: list[str], own: str = PAGES[0][0] + PAGES[0][1]) -> Issue:
    body = ["# 夜里的渡口", "文 | 骆青禾", ONE, TWO, "# 灯下", "文 | 尹小满", THREE, FOUR]
    last = ["# 给丁师傅的信", "文 | 叶知秋", own, FIVE]
    return restore(f"{HEAD}# 目录\n\n{LISTED}专题\n\n" + "\n\n".join([*body, *page, *last])).issue


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        ["书信", MOTTO, "016 给丁师傅的信"],
        ["# 书信", "LETTERS", "016 给丁师傅的信", MOTTO],
        ["# 书信", "给丁师傅的信 016", "桥修好以后，", "河还认得船吗？"],
    ],
)
def test_motto_of_a_section_belongs_to_no_article(page: list[str]) -> None:
    issue = sections_of(page)
    assert len(issue.articles) == 3
    assert [text for _, text in paragraphs(issue.articles[1])] == [THREE, FOUR]
    dropped = "".join(drop.text for drop in issue.drops if drop.reason == "section-page")
    assert dropped == MOTTO


def test_name_of_a_section_in_two_pieces_is_none_of_the_article_above() -> None:
    rows = LISTED.replace("## 书信", "## 书信：渡口来鸿")
    page = ["书信", "渡口来鸿", MOTTO, "016 给丁师傅的信"]
    body = ["# 夜里的渡口", "文 | 骆青禾", ONE, TWO, "# 灯下", "文 | 尹小满", THREE, FOUR, *page]
    text = "\n\n".join([*body, "# 给丁师傅的信", "文 | 叶知秋", FIVE])
    issue = restore(f"{HEAD}# 目录\n\n{rows}专题\n\n{text}").issue
    made = issue.articles[1]
    assert [text for _, text in paragraphs(made)] == [THREE, FOUR]
    assert not [block for block in made.blocks if isinstance(block, Heading)]
    assert len(issue.articles) == 3


FIRST = ["专题", "渡口与人", "FERRY & PEOPLE", MOTTO]


@pytest.mark.parametrize(
    "rows",
    [
        ["夜里的渡口 / 4", "灯下 / 12"],
        ["4 夜里的渡口", "12 灯下", "4          渡口"],
    ],
)
def test_page_of_the_first_section_is_no_part_of_the_contents(rows: list[str]) -> None:
    listed = "■ 专题\n夜里的渡口 ............ 骆青禾  4\n灯下 ............ 尹小满  12\n\n■ 书信\n给丁师傅的信 ........ 叶知秋  16"
    page = "\n".join([*FIRST, "", *rows])
    body = [
        "夜里的渡口",
        "骆青禾",
        ONE,
        TWO,
        "灯下",
        "尹小满",
        THREE,
        FOUR,
        "给丁师傅的信",
        "叶知秋",
        FIVE,
    ]
    issue = restore(f"{HEAD}目录\n\n{listed}\n\n{page}\n\n" + "\n\n".join(body)).issue
    assert [len(section.entries) for section in issue.contents.sections] == [2, 1]
    assert [(e.title, e.page) for e in issue.contents.sections[0].entries] == [
        (("夜里的渡口",), "4"),
        (("灯下",), "12"),
    ]
    assert len(issue.articles) == 3
    assert issue.front == ()


def test_chosen_titles_over_the_whole_list_are_of_the_contents() -> None:
    listed = "导读\n夜里的渡口 / 4\n灯下 / 12\n\n■ 专题\n夜里的渡口 .... 骆青禾  4\n灯下 .... 尹小满  12\n给丁师傅的信 .... 叶知秋  16\n河上 .... 何见山  20"
    body = [
        "夜里的渡口",
        "骆青禾",
        ONE,
        TWO,
        "灯下",
        "尹小满",
        THREE,
        "给丁师傅的信",
        "叶知秋",
        FIVE,
    ]
    issue = restore(f"{HEAD}目录\n\n{listed}\n\n" + "\n\n".join(body)).issue
    titles = ["".join(e.title) for section in issue.contents.sections for e in section.entries]
    assert titles[-2:] == ["给丁师傅的信", "河上"]


def test_sentence_of_the_article_on_the_page_of_its_section_is_its_pull_quote() -> None:
    said = "桥修好以后，河还认得船上的人吗？"
    page = [said if part == MOTTO else part for part in PAGE]
    issue = sections_of(page, own=f"老船工问过我一句话：{said}我想了一个冬天，也没有答上来。")
    assert [t.value for q in issue.articles[2].pull_quotes for t in q.paragraphs] == [said]
    assert not [drop for drop in issue.drops if drop.reason == "section-page"]


def test_last_words_of_an_article_are_no_motto() -> None:
    issue = sections_of(["# 书信", "LETTERS"])
    assert [text for _, text in paragraphs(issue.articles[1])] == [THREE, FOUR]
    issue = sections_of([MOTTO])
    assert [text for _, text in paragraphs(issue.articles[1])] == [THREE, FOUR, MOTTO]


# -- what is set into a text ------------------------------------------------------------------


def quotes(made: Article) -> list[str]:
    return [t.value for b in made.blocks if isinstance(b, PullQuote) for t in b.paragraphs]


def test_pull_quote_from_the_very_sentence_that_it_cuts() -> None:
    said = "水里的字归龙王管，岸上的字，一擦就没有了，归我管。"
    cut = f"后来我就改了，石碑上刻的还是原来的字，碑是搬不动的。{said[:17]}"
    made = article(ONE, cut, said, said[17:], TWO)
    assert quotes(made) == [said]
    assert [text for _, text in paragraphs(made)] == [ONE, cut + said[17:], TWO]


def test_pull_quote_between_a_sentence_and_a_box() -> None:
    said = "数得完，就不叫河了。"
    cut = "豆腐还给了老何，老何不肯收，说你们的手摸过了，于是大家煮了一锅分着吃，谁也没有说话，"
    box = ["小贴士", "从泉眼到入海口，这条河一共三百一十二里，走路要走九天。"]
    made = article(
        f"岸上的孩子站起来说：“数不完才好。{said}”", ONE, cut, said, *box, "大概都在数。", TWO
    )
    assert quotes(made) == [said]


@pytest.mark.parametrize("mark", ["“ ", "“", "❝ ", '" '])
def test_large_mark_before_a_pull_quote_is_none_of_its_words(mark: str) -> None:
    said = "船和人一样，先下水，再说话。"
    cut = f"新船还没有刷漆，帆也没有挂上，不要紧，{said[:-1]}。老师傅要是说你，"
    made = article(ONE, cut, mark + said, "你就说，是丁师傅叫先下水的。", TWO)
    assert quotes(made) == [said]


def test_lines_of_a_marked_quotation_are_one_paragraph() -> None:
    (cut, rest), *_ = PAGES
    made = article(ONE, cut, "> “我摆别人的渡，\n> 别人摆我的渡。”", rest, TWO)
    assert quotes(made) == ["“我摆别人的渡，别人摆我的渡。”"]


@pytest.mark.parametrize("head", ["包袱变轻了", "起风了", "我的"])
def test_short_line_over_a_paragraph_is_a_heading_whatever_it_ends_with(head: str) -> None:
    assert headings(ONE, head, TWO) == [(1, head)]


def test_quoted_pull_quote_keeps_its_marks() -> None:
    said = "“船和人一样，先下水，再说话。”"
    cut = f"丁师傅说：{said}老师傅们听了都笑，说船上的规矩从来没有这一条，要是真的有人问起来，"
    assert quotes(article(ONE, cut, said, "你就说，是丁师傅说的。", TWO)) in ([said], [said[1:-1]])


@pytest.mark.parametrize("lead", ["里面有一段是这样写的：", "碑上的字如此说：", "信里这么讲："])
def test_what_a_colon_announces_stands_apart(lead: str) -> None:
    above = (
        f"修桥的消息传来以后，县里先来了一封表扬信，后来又来了一封批评信，两封信相差十九天。{lead}"
    )
    letter = "你镇自编船歌，联系实际，精神可嘉，但不按统一歌本进行，次序混乱，望接信后即行改正。"
    assert [text for _, text in paragraphs(article(ONE, above, letter, TWO))] == [
        ONE,
        above,
        letter,
        TWO,
    ]


def test_who_wrote_is_explained_behind_a_colon() -> None:
    above = "我和两个学生描了一千一百多个字，描了整整一个夏天，描秃了三支笔。描到后来，不用看招牌也认得出是谁写的："
    rest = "菜摊的字一律向右斜，因为他们写字的时候左手要按住秤。"
    assert [text for _, text in paragraphs(article(ONE, above, rest, TWO))] == [
        ONE,
        above + rest,
        TWO,
    ]


def test_two_short_sentences_under_a_picture_are_its_caption() -> None:
    captions = [
        "丁师傅在敲钟。这口钟已经敲了四十三年。",
        "渡口的石阶，一九八六年摄。",
        "老何和他的豆腐担子。",
    ]
    (cut, rest), *others = PAGES
    made = article(
        ONE + TWO, "![](a.jpg)", captions[1], TWO + THREE, cut, "![](b.jpg)", captions[0], rest,
        THREE + FIVE, "![](c.jpg)", captions[2], *(one + two + FOUR for one, two in others),
        FOUR + ONE, FIVE + TWO,
    )  # fmt: skip
    found = [b.caption.value for b in made.blocks if isinstance(b, Figure)]
    assert [text for text in captions if text not in found] == []
    assert cut + rest in [text for _, text in paragraphs(made)]

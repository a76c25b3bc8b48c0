"""Forms of a clinic's newsletter: pages glued between titles and authors, discussions, boxes at the foot."""

from __future__ import annotations

import pytest

from converter.model import Author
from converter.parse.issue.narrow import find_insets
from converter.parse.openings.fillers import signature_of as read_signed
from converter.parse.rolls import people_listed
from converter.source import Line
from tests.support.columns import cut
from tests.support.restored import listed, restored

SIZE = 24
TEXTS = (
    "挂号窗口早晨七点开，六点半就有人把小板凳放在台阶上排着，板凳上压一块砖头，人到对面去喝豆浆，回来谁也不会弄错谁的位置。",
    "药房的老匡抓药不看秤星，手往抽屉里一探，拿出来是三钱就是三钱，新来的姑娘不信，称了一上午，只有一味差了半分，是当归。",
    "煎药的炉子一共十二个，炉门上用粉笔写着床号，火大火小都有讲究，先武后文，快好的时候满院子都是甘草的气味，猫也来打盹。",
    "晒药的平台在三楼顶上，梅雨过后要翻晒两个星期，全院不上班的人都去帮忙，一边翻一边认，认错了一味的要请大家吃一根冰棍。",
    "出诊的自行车只剩一辆，链条换过四回，车铃是后配的，声音特别脆，山脚下的人家听见这个声音，就知道是谁来了，先把水烧上。",
    "夜里值班的人睡在门口的长椅上，电话放在枕头边，响一声就坐起来，第二声以前一定接，三十年没有让它响过第三声，换人也一样。",
)


def printed(text: str, size: int = SIZE) -> list[str]:
    return cut(text, size, 2)


def issue(contents: str, first: list[str]) -> str:
    bodies = (
        ("台阶上的板凳", first),
        ("十二个炉子", ["匡 石", *printed(TEXTS[2]), *printed(TEXTS[3])]),
        ("第二声以前", ["云 起", *printed(TEXTS[4]), *printed(TEXTS[5])]),
    )
    body = "\n".join("\n".join([title, *lines]) for title, lines in bodies)
    return f"石桥医讯\n2012年第2期（总第14期）\n本期导读\n{contents}\n{body}\n"


GLUED = "门诊\n台阶上的板凳3陶 然　十二个炉子5匡 石\n夜班\n第二声以前9云 起"


@pytest.mark.parametrize(
    "contents",
    [
        GLUED,
        GLUED.replace("陶 然　", "陶然 ").replace("匡 石", "匡石"),
        GLUED.replace("3", "（3）").replace("5", "（5）").replace("9", "（9）"),
        GLUED.replace("陶 然　", "陶然"),
    ],
)
def test_pages_stand_between_titles_and_authors_without_a_blank(contents: str) -> None:
    text = issue(contents, ["陶 然", *printed(TEXTS[0]), *printed(TEXTS[1])])
    assert listed(restored(text)) == [
        ("门诊", "台阶上的板凳", ("陶然",), "3"),
        ("门诊", "十二个炉子", ("匡石",), "5"),
        ("夜班", "第二声以前", ("云起",), "9"),
    ]


def test_lost_titles_are_put_below_the_folio_in_words() -> None:
    glued = "门诊\n台阶上的板凳3陶 然　十二个炉子5匡 石　晒药的平台7宋 阳\n出诊的车铃8倪 根　夜班的长椅9贺 英　第二声以前10云 起"
    names = ["陶 然", "匡 石", "宋 阳", "倪 根", "贺 英", "云 起"]
    titles = ["台阶上的板凳", "", "晒药的平台", "出诊的车铃", "", "第二声以前"]
    parts = [
        [f"第{at + 3}页", title, name, *printed(text)]
        for at, (title, name, text) in enumerate(zip(titles, names, TEXTS, strict=True))
    ]
    body = "\n".join(line for part in parts for line in part if line)
    made = restored(f"石桥医讯\n2012年第2期（总第14期）\n本期导读\n{glued}\n{body}\n").issue
    assert [one.title[0].value for one in made.articles] == [
        titles[0],
        "十二个炉子",
        *titles[2:4],
        "夜班的长椅",
        titles[5],
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（陶 然　云 起）", ("陶然", "云起")),
        ("（陶 然）", ("陶然",)),
        ("（欧 阳 文 山）", ("欧阳文山",)),
    ],
)
def test_two_names_with_blanks_sign_together(text: str, names: tuple[str, ...]) -> None:
    reading = read_signed(text)
    assert reading is not None
    assert reading.authors == tuple(Author(name, "") for name in names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中药房主任 陶 然", ("陶然",)),
        ("主治医师 云 起等九人　记录：住院医师 匡 石", ("云起", "匡石")),
        ("主治医师 云起等九人去了三楼的平台", ()),
        ("中药房主任 晒药的平台", ()),
    ],
)
def test_those_who_take_part_have_their_office_before_the_name(
    text: str, names: tuple[str, ...]
) -> None:
    assert people_listed(text) == names


def test_who_is_on_the_roll_speaks_though_once_only() -> None:
    turns = [
        "主持：中药房主任 陶 然",
        "参加：主治医师 云 起等九人　记录：住院医师 匡 石",
        *printed(TEXTS[0]),
        *printed("匡石：这一味的颜色不对，往年是黄的，今年发灰，我收的时候没有细看。"),
        *printed("云起：发灰是受过潮，又拿火烘过，气味还在，只是力气要差去一半左右。"),
    ]
    made = restored(issue(GLUED, ["陶 然", *turns])).issue
    told = [getattr(block, "role", "") for block in made.articles[0].blocks[-2:]]
    assert [str(role) for role in told] == ["answer", "answer"]


BOX = [
    "【石桥数字】",
    "药房每天配方一百八十帖，其中要先煎的",
    "有二十六帖，要后下的有四十一帖；一年",
    "用去甘草九百公斤。",
]


BROKEN = "给接班的人写在黑板上：炉门关上以前，先看一看"
REST = "里面还有没有水。"


def lines_of(*pages: list[str], step: int = 1) -> list[Line]:
    """Lines with numbers, of which a running head and a folio have been taken out between pages."""
    starts = (100 * at for at in range(len(pages)))
    return [
        Line(start + step * at, text)
        for start, page in zip(starts, pages, strict=True)
        for at, text in enumerate(page, 1)
    ]


@pytest.mark.parametrize("step", [1, 2])
def test_a_box_at_the_foot_of_a_page_ends_with_it(step: int) -> None:
    above = printed(TEXTS[0])
    page = [*above, BROKEN, *BOX]
    lines = lines_of(page, [REST, *printed(TEXTS[1])], step=step)
    (found,) = find_insets(lines, SIZE, {"石桥数字"})
    assert (found.label, found.end) == (len(above) + 1, len(page))


@pytest.mark.parametrize("step", [1, 2])
def test_within_a_page_it_goes_on_to_the_text_as_wide_as_the_column(step: int) -> None:
    above = printed(TEXTS[0])
    lines = lines_of([*above, BROKEN, *BOX, REST, *printed(TEXTS[1])], step=step)
    (found,) = find_insets(lines, SIZE, {"石桥数字"})
    assert found.end > len(above) + 1 + len(BOX)


def test_the_title_of_the_first_of_several_poems_is_no_name() -> None:
    poem = ["查房", "早晨八点", "一群白色的鸟落在床边", "把手焐热了", "才放在我的肚子上"]
    other = ["听诊器", "它的一头是铁", "一头是耳朵", "中间隔着软软的路"]
    head = (
        "石桥医讯\n2012年第2期（总第14期）\n\n目录\n台阶上的板凳 陶然 3\n查房（外一首） 石榴 9\n\n"
    )
    body = ["台阶上的板凳", "陶 然", *printed(TEXTS[0]), *printed(TEXTS[1])]
    made = restored(head + "\n".join([*body, "查房（外一首）", "石　榴", *poem, *other])).issue
    names = [one.name for byline in made.articles[1].bylines for one in byline.authors]
    assert names == ["石榴"]

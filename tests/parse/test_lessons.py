"""Teachers' magazines: lessons in turns of speech, who gave them and who judges them."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Issue, Paragraph, Table
from converter.parse.byline import read_byline
from converter.parse.contents.people import author_list
from tests.support.restored import restored

MEASURE = 24


def wrapped(text: str, *, lost: bool = False) -> list[str]:
    """A paragraph in lines of the column; its first line may have lost its indent."""
    rest, lines = "\u3000\u3000" + text, []
    while rest:
        size = MEASURE
        while rest[size : size + 1] in tuple("，。、；：？！”）"):
            size += 1
        lines.append(rest[:size])
        rest = rest[size:]
    return [lines[0].lstrip("\u3000") if lost else lines[0], *lines[1:]]


CONTENTS = """\
石渠教研
1997年第4期（总第22期）
目录
教学论坛
　　作业为什么越批越多……………苗　青（3）
课例评析
　　“三角形的内角和”课堂实录……谷　雨执教　江　帆点评（5）
调查报告
　　小学生近视情况的调查
　　　　………………石渠县教育局体卫股（7）
"""
RED_INK = (
    "我教书二十年，批过的作业本摞起来比教室还高。可是每到学期结束，总有学生拿着本子问我，老师，这个红叉是什么意思，为什么不是红勾。",
    "红叉是给谁看的？给家长看的，给校长看的，给检查组看的，就是没有给学生看的。学生只看见对和错，看不见错在哪里、怎样才对，这样批下去当然越批越多，越批越累。",
    "从去年起我把全批改成抽批，每天只批十本，当面批，批完了再讲一遍。十本里的错误，大概就是全班的错误，剩下的时间我用来想明天的课。",
    "有人担心学生会偷懒。我试了一个学期，偷懒的有三个，多出来的时间我专门同这三个人谈了三次话。谈完以后一个也没有了，我的红墨水也省下了两瓶。",
    "省下来的红墨水我送给了邻班的老师，他问我做什么用，我说你先收着，等哪一天你也想少批一点的时候再还给我。",
)
SAYINGS = ["　　　教室留言", "作业是写给自己看的。", "（何小满）", "红叉不咬人。", "（罗一川）"]
LESSON = (
    ("师", "拿出你们剪的三角形，量一量三个角各是多少度，把三个数加起来，看看是多少。"),
    ("生1", "我的是一百七十九度。"),
    ("生2", "我的是一百八十一度。"),
    ("师", "有没有正好一百八十度的？请把手举高一点，让大家都看得见，好不好？"),
    ("生3", "我的正好，我量了三遍，每一遍都是一百八十度，一点也不差。"),
    ("师", "量的人有三种答案，可见量是靠不住的，我们换一个办法来试一试，谁有办法？"),
    ("生4", "把三个角撕下来拼在一起！"),
    ("众生", "（齐）拼成一条直线！"),
)
SURVEY = (
    "为了掌握全县小学生的视力情况，今年三月我们对六所小学的一千二百名学生进行了检查，有效数据一千一百八十六份。",
    "检查发现，一年级近视的占百分之四，六年级占百分之三十一，五年里翻了将近三番。城里的学校比乡下的高，可是差得不多。",
    "座位离黑板太近、教室里灯泡太暗、躺着看小人书，是最常见的三个原因，也是最容易改的三个原因。",
)
TABLE = """\
表1　各年级近视人数
年级　　检查人数　　近视人数
一年级　　201　　　　8
三年级　　198　　　　29
六年级　　203　　　　63"""
LAST = "我们建议每个教室至少装六盏四十瓦的灯，座位每两个星期换一次，眼保健操由班主任带着做。"


def foot(page: int) -> list[str]:
    return [f"- {page} -", f"石渠县图书馆藏　97-0{page + 30}／048"]


def pages() -> list[str]:
    first, second, third, fourth, fifth = map(wrapped, RED_INK)
    lines = ["教学论坛", "作业为什么越批越多", "石渠县第一小学　苗　青", *first]
    lines += [*second[:2], *SAYINGS, *second[2:], *third]
    lines += [*fourth, *fifth[:2], "　　　作业本（本刊资料）", *fifth[2:], *foot(3)]
    lines += ["课例评析", "“三角形的内角和”课堂实录"]
    lines += ["执　教　石渠县实验小学　谷　雨", "点　评　石渠县教研室　江　帆"]
    for speaker, told in LESSON:
        lines += wrapped(f"{speaker}：{told}", lost=speaker in ("生2", "生3", "生4"))
    lines += wrapped("〔评〕不急着告诉学生结论，让误差自己说话。撕一撕、拼一拼，道理就看得见了。")
    lines += [*wrapped("（下课铃响，学生仍围着讲台。）"), *foot(4)]
    lines += ["调查报告", "小学生近视情况的调查", "石渠县教育局体卫股"]
    for told in SURVEY:
        lines += wrapped(told, lost=True)
    return [*lines, TABLE, *wrapped(LAST, lost=True), *foot(5)]


ISSUE = CONTENTS + "\n".join(pages()) + "\n"


@pytest.fixture(scope="module")
def issue() -> Issue:
    return restored(ISSUE).issue


def turns(article: Article) -> list[tuple[str, str]]:
    return [
        (block.text.value.partition("：")[0], block.role.value)
        for block in article.blocks
        if isinstance(block, Paragraph)
    ]


def test_turns_that_lost_their_indents_begin_by_their_labels(issue: Issue) -> None:
    assert turns(issue.articles[1])[:8] == [
        ("师", "question"),
        ("生1", "answer"),
        ("生2", "answer"),
        ("师", "question"),
        ("生3", "answer"),
        ("师", "question"),
        ("生4", "answer"),
        ("众生", "answer"),
    ]


def test_what_nobody_says_is_no_answer(issue: Issue) -> None:
    assert [role for _, role in turns(issue.articles[1])[8:]] == ["body", "body"]


def test_who_gave_a_lesson_and_who_judges_it_sign_it(issue: Issue) -> None:
    names = [author.name for line in issue.articles[1].bylines for author in line.authors]
    assert names == ["谷雨", "江帆"]
    assert issue.contents.sections[1].entries[0].authors == ("谷雨", "江帆")


def test_sayings_with_their_names_are_a_box_within_a_sentence(issue: Issue) -> None:
    blocks = issue.articles[0].blocks
    (box,) = (block for block in blocks if isinstance(block, Box))
    texts = [one.text.value for one in box.blocks if isinstance(one, Paragraph)]
    assert (box.label, texts, box.attribution) == (
        "教室留言",
        ["作业是写给自己看的。（何小满）", "红叉不咬人。（罗一川）"],
        None,
    )
    told = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert any("学生只看见对和错，看不见错在哪里" in text for text in told)


def test_a_caption_above_the_last_line_of_a_page(issue: Issue) -> None:
    (figure,) = (block for block in issue.articles[0].blocks if isinstance(block, Figure))
    assert figure.caption.value == "作业本（本刊资料）"
    assert any(
        isinstance(block, Paragraph) and block.text.value.endswith("你也想少批一点的时候再还给我。")
        for block in issue.articles[0].blocks
    )


def test_a_table_stands_below_a_full_line(issue: Issue) -> None:
    (table,) = (block for block in issue.articles[2].blocks if isinstance(block, Table))
    assert table.caption is not None
    assert table.caption.value.startswith("表1")
    assert len(table.rows) == 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("谷　雨执教　江　帆点评", ("谷雨", "江帆")),
        ("冯一帆执教、曾宽评析", ("冯一帆", "曾宽")),
        ("辛立平编", ("辛立平",)),
        ("王小编", ("王小编",)),
        ("罗一川 何小满", ("罗一川", "何小满")),
    ],
)
def test_works_behind_names_of_the_contents(text: str, names: tuple[str, ...]) -> None:
    assert author_list(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("执教：河汊县实验小学　何小满", "何小满"),
        ("评析／河汊县教研室　罗一川", "罗一川"),
        ("点　评　河汊县教研室　罗一川", "罗一川"),
        ("宋小山 编", "宋小山"),
    ],
)
def test_works_before_and_behind_names_of_bylines(text: str, name: str) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [author.name for author in reading.authors] == [name]


def test_a_letter_spaced_name_is_no_name_with_a_work() -> None:
    reading = read_byline("卓 文 编")
    assert reading is None or [author.name for author in reading.authors] != ["卓文"]


PUPILS = """\
目录

1 石桥一课 何小满

石桥一课

何小满

师（板书课题）：同学们，谁见过石桥？

生甲：我们村口就有一座。

众生：（笑）

师：为什么笑？它有几个洞？

学生A：三个，中间的最大，船从那里过。

总评：这节课不追求花样，教师的话很少，学生的话很多。
"""


def test_pupils_of_many_kinds_answer_one_teacher() -> None:
    assert turns(restored(PUPILS).issue.articles[0]) == [
        ("师（板书课题）", "question"),
        ("生甲", "answer"),
        ("众生", "answer"),
        ("师", "question"),
        ("学生A", "answer"),
        ("总评", "body"),
    ]

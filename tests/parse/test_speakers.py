"""Who speaks, who is addressed, and who made the page."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from converter.parse.kinds import is_addressed, is_credit, labelled
from converter.parse.speakers import Speakers
from tests.support.restored import restored


def turns(texts: list[str], authors: tuple[str, ...] = ()) -> list[tuple[str, bool] | None]:
    speakers = Speakers(texts, authors=authors)
    found = [speakers.turn(text) for text in texts]
    return [(turn.speaker, turn.asks) if turn else None for turn in found]


def test_two_critics_who_sign_their_dialogue_talk_and_nobody_asks() -> None:
    texts = [
        "程远山：河流是写不完的，写的人换了三代。",
        "白若溪：写不完的是岸。",
        "程：岸在动。",
        "白：动的是看岸的人。",
        "比如渡口，去年还在桥东。",
    ]
    assert turns(texts, ("程远山", "白若溪")) == [
        ("程远山", False),
        ("白若溪", False),
        ("程", False),
        ("白", False),
        None,
    ]


def test_a_full_name_and_its_first_character_are_one_voice_without_a_byline() -> None:
    texts = ["程远山：岸在动。", "白若溪：人也在动。", "程：水呢？", "白：水最慢。"]
    assert [turn is not None for turn in turns(texts)] == [True] * 4


TABLE_OF_FOUR = [
    "程远山：三位都管着闸门，先说说今年的水。",
    "欧阳小渡：水比去年早来了九天，闸门一天没有歇过。",
    "邢：我守的是下闸，上闸开得快，我这边就只好跟着跑。",
    "白若溪：船工最怕夜里开闸，灯不亮，绳子也看不清。",
    "邢：灯是去年冬天坏的，修灯的钱今年四月才到。",
    "欧阳小渡：那就先点马灯，点到新灯装好的那一天。",
    "程远山：灯的事就这样说定。",
    "白若溪：还有跳板，跳板该换了。",
]


def test_a_surname_without_its_full_name_speaks_at_a_round_table_of_others() -> None:
    assert [turn is not None for turn in turns(TABLE_OF_FOUR, ("程远山",))] == [True] * 8


def test_a_word_of_one_character_that_is_no_surname_does_not_speak_there() -> None:
    texts = [text.replace("邢：", "注：") for text in TABLE_OF_FOUR]
    assert [turn is not None for turn in turns(texts, ("程远山",))] == [
        not text.startswith("注") for text in texts
    ]


def test_who_is_quoted_once_is_no_speaker() -> None:
    assert turns(["程远山：岸在动。", "河水三年没有涨过。"], ("程远山",)) == [None, None]


ROUND_TABLE = [
    "主持人：今天请大家谈谈渡口的灯该谁来修。",
    "渡口管理站丁站长：灯归站里管，钱归镇里出，去年两家都没有动。",
    "网友摇橹：我拍了一段夜里靠船的视频，岸上黑得看不见跳板。",
    "主持人：视频我们都看过了，拍视频的团队也来了。",
    "“撑船的人”田总：我们只是觉得好看才拍的，没有想到会有人掉进水里。",
    "“撑船的人”摄像小简：那天我也在船上。",
    "主持人：镇里怎么打算？",
    "镇党委宣传办欧阳主任：十盏灯，月底以前全部换新。",
]


def test_all_who_are_called_by_post_or_age_speak_at_a_round_table() -> None:
    assert turns(ROUND_TABLE) == [
        ("主持人", True),
        ("渡口管理站丁站长", False),
        ("网友摇橹", False),
        ("主持人", True),
        ("“撑船的人”田总", False),
        ("“撑船的人”摄像小简", False),
        ("主持人", True),
        ("镇党委宣传办欧阳主任", False),
    ]


@pytest.mark.parametrize("label", ["工期", "“一盏灯”行动", "责任编辑", "灯的编号", "美术编辑"])
def test_a_thing_and_who_made_the_page_speak_at_no_round_table(label: str) -> None:
    texts = [*ROUND_TABLE, f"{label}：灯杆从码头一直排到桥下，共有四十六根。"]
    assert turns(texts)[-1] is None


SAID = [
    "镇水利站工程师：我看过图纸，石阶不是不能修，要等枯水期，一年里只有四十来天可以下水。",
    "渡口管理站安全生产科工作人员：栏杆松了十七处，我们每个月都报，报上去以后就没有回音了。",
    "某船运公司负责人：修渡口我们愿意出钱，可是钱出了，船期谁来保证，这件事要先讲清楚才行。",
    "对岸村民：老人过河买药，一个来回要半天，我们只盼着夜里也有一班船，哪怕一个星期一班。",
]


def test_those_who_speak_in_a_row_need_nobody_who_asks() -> None:
    assert turns(["以下是座谈会发言摘要。", *SAID]) == [
        None,
        ("镇水利站工程师", False),
        ("渡口管理站安全生产科工作人员", False),
        ("某船运公司负责人", False),
        ("对岸村民", False),
    ]
    assert turns(SAID[:3]) == [None] * 3


def test_the_duties_of_several_people_are_nothing_that_they_say() -> None:
    texts = [
        "站长：主持渡口全面工作，每天早晚各巡查一次，遇到大水及时上报，并且安排夜间值守的人员。",
        "副站长：协助站长开展工作，负责船只的检修和登记，每月核对一次缆绳、灯具和救生器材的数目。",
        "安全员：检查乘客人数是否超过核定的数目，制止携带危险物品上船，劝导老人和孩子先上先下船。",
        "售票员：按照公布的票价收费，不得多收，票款每天结清，交由会计入账，零钱要提前准备充足。",
    ]
    assert turns(texts) == [None] * 4


def test_who_is_called_by_a_post_speaks_nowhere_but_in_a_talk() -> None:
    texts = ["丁站长：十盏灯，月底以前全部换新。", "渡口的灯坏了三年，没有人去修。"]
    assert turns(texts) == [None, None]


def test_a_letter_addresses_the_editor_and_its_reply_is_no_interview() -> None:
    texts = [
        "编辑同志：",
        "渡口的灯坏了。",
        "编者：已经转告渡口站。",
        "编辑同志：贵刊上期说桥长三里。",
    ]
    assert turns(texts) == [None] * 4


def test_the_house_asks_where_somebody_answers() -> None:
    texts = [
        "编辑部：本子里都记些什么？",
        "孟春生：什么都记，哪家的灯是哪一年换的，哪家的狗认生。",
        "编辑部：记这些有用吗？",
        "孟春生：平时没有用，有用的时候只有一次。",
    ]
    assert turns(texts) == [("编辑部", True), ("孟春生", False)] * 2


@pytest.mark.parametrize(
    "text", ["编辑同志：贵刊上期说桥长三里。", "亲爱的读者：", "編輯好：上一期", "各位读者："]
)
def test_whom_a_letter_addresses(text: str) -> None:
    assert is_addressed(text)


@pytest.mark.parametrize("text", ["编辑：您怎么看？", "记者：桥有多长？", "程远山：岸在动。"])
def test_who_speaks_is_not_addressed(text: str) -> None:
    assert not is_addressed(text)


@pytest.mark.parametrize(
    "text",
    [
        "责任编辑 程小棠",
        "責任編輯　程小棠",
        "编辑 | 何若溪 校对 | 叶小河",
        "（编辑 | 柏舟）",
        "一审：何若溪 二审：叶小河",
    ],
)
def test_who_made_the_page(text: str) -> None:
    assert is_credit(text)
    assert labelled(text) is not None


@pytest.mark.parametrize("text", ["编辑 手记", "责任编辑 方案很多", "校对 是一门手艺"])
def test_two_words_are_no_credit(text: str) -> None:
    assert not is_credit(text)


@pytest.mark.parametrize(
    "text",
    ["（摄影 本刊通讯员 温小桥）", "（编译自《河流与人》第九期）", "（根据录音整理，经本人审阅）"],
)
def test_a_remark_in_brackets_says_where_a_text_comes_from(text: str) -> None:
    found = labelled(text)
    assert found is not None
    assert found.role.value == "credit"


def test_ornaments_before_speakers_are_no_part_of_them() -> None:
    made = restored(
        "渡口\n\n张水\n\n■记者：船几点开？\n\n□程远山：天亮就开。\n\n■记者：几点停？\n\n□程远山：天黑就停，"
        "灯亮了还要等一等，等最后一个人上岸。"
    )
    said = [b.text.value for b in made.issue.articles[0].blocks if isinstance(b, Paragraph)]
    assert said[:2] == ["记者：船几点开？", "程远山：天亮就开。"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q1：船几点开？", "A1：天亮就开。"),
        ("问 船几点开？", "答 天亮就开。"),
        ("Q 船几点开？", "A 天亮。"),
    ],
)
def test_numbered_and_spaced_labels_of_questions_and_answers(question: str, answer: str) -> None:
    found = turns([question, answer, question, answer])
    assert [turn and turn[1] for turn in found] == [True, False, True, False]


def test_a_word_and_a_blank_are_no_label_without_their_counterpart() -> None:
    assert turns(["问 路的人很多。", "问 船的人更多。"]) == [None, None]


@pytest.mark.parametrize(
    "text", ["责任编辑　程小棠　　美术编辑　叶小河", "本栏编辑 何若溪 heruoxi@example.org"]
)
def test_several_who_made_the_page_on_one_line(text: str) -> None:
    assert is_credit(text)


def test_pupils_with_numbers_are_speakers_and_figures_are_not() -> None:
    texts = [
        "师：谁的一半大？",
        "生1：一样多。",
        "生2：要看谁的饼大。",
        "师：为什么？",
        "图1：两张饼。",
    ]
    speakers = Speakers(texts)
    turns = [speakers.turn(text) for text in texts]
    assert [turn and turn.speaker for turn in turns] == ["师", "生1", "生2", "师", None]
    assert turns[1] is not None
    assert turns[1].end == 2


LESSON = """\
一节数数课

师：桌上有几个苹果？

生1：三个。

（学生笑，教师也笑。）

师：数给大家看。

生（齐）：一、二、三。

【评】数出声来，才算数过。

师：好。"""


def test_the_teacher_leads_a_lesson_and_asides_are_nobodys() -> None:
    paragraphs = [b for b in restored(LESSON).issue.articles[0].blocks if isinstance(b, Paragraph)]
    assert [(one.text.value[:2], one.role.value) for one in paragraphs] == [
        ("师：", "question"),
        ("生1", "answer"),
        ("（学", "body"),
        ("师：", "question"),
        ("生（", "answer"),
        ("【评", "body"),
        ("师：", "question"),
    ]


def test_who_talks_with_the_author_in_turn_asks_without_a_question_mark() -> None:
    texts = [
        "学员：陆老师，镇上不是不想快，是上面催得紧。",
        "陆知行：这个话很实在。把每一步的日子写在墙上，催的人也就看见了。",
        "学员：财政那边不认这个数。",
        "陆知行：时间可以同时间比，不必折成钱。",
        "我们去年就这样比过一回。",
    ]
    assert turns(texts, ("陆知行",)) == [
        ("学员", True),
        ("陆知行", False),
        ("学员", True),
        ("陆知行", False),
        None,
    ]
    assert turns(texts) == [None] * 5
    assert turns([*texts[:2], texts[1], texts[2]], ("陆知行",)) == [None] * 4


def test_whoever_leads_a_talk_asks_and_no_guest_does() -> None:
    texts = [
        "主持：单桥（本刊编辑部主任）",
        "与谈：漆小满（省交通厅干部） 尤里（省作协干部） 夏侯婴（退休教师）",
        "单桥：这本书一开头，桥就通了。它从这里开始。",
        "漆小满：我是修桥的，看了开头有点难受。桥通了，人去哪里？",
        "尤里：作者很克制，一句抱怨也没有。",
        "单桥：换了各位，渡口留不留？",
        "夏侯婴：我先说。留。",
        "漆小满：钱是有限的，能不留吗？",
    ]
    found = turns(texts)
    assert found[:2] == [None, None]
    assert [turn[1] for turn in found[2:] if turn] == [True, False, False, True, False, False]


def test_a_roll_without_a_full_stop_ends_with_its_line() -> None:
    lines = [
        "读书会",
        "单桥",
        "主持：单桥（本刊编辑部主任）",
        "与谈：漆小满（省交通厅干部） 尤里（省作协干部）",
        "桥通了，船怎么办",
        "单桥：这本书一开头，桥就通了。您看了有什么想法？",
        "漆小满：我是修桥的，看了开头有点难受。桥通了，船上的人去哪里，没有人问过。",
        "单桥：换了各位，渡口留不留？",
        "尤里：留。",
    ]
    text = "\n\n".join(lines)
    blocks = restored(text).issue.articles[0].blocks
    assert [b.text.value for b in blocks if isinstance(b, Heading)] == ["桥通了，船怎么办"]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("［责任编辑 宓 怀］", True),
        ("〔责任编辑 宓怀〕", True),
        ("[责任编辑 言青竹]", True),
        ("[责任编辑卞青竹]", True),
        ("［责编宓怀］", True),
        ("[责任编辑手记]", False),
        ("［责任编辑手记 一］", False),
        ("责任编辑 骆驼的人", False),
    ],
)
def test_who_edited_the_page_in_brackets(text: str, credit: bool) -> None:  # noqa: FBT001
    assert is_credit(text) is credit


@pytest.mark.parametrize("label", ["对话嘉宾", "特邀嘉宾", "嘉宾", "與談嘉賓", "本期嘉宾"])
def test_the_rolls_of_a_talk_are_no_text(label: str) -> None:
    lines = (
        f"{label}：白若溪（省渡口协会会长、清河中学教师）",
        "祖大勇（修船厂厂长）",
        "主持人：宋小满",
    )
    talk = ("主持人：灯塔要不要留？", "白若溪：留，夜里总有人要看它。", "祖大勇：我也说留。")
    head = ("目录", "4 灯塔夜谈 宋小满", "灯塔夜谈", "本刊记者 宋小满")
    article = restored("\n\n".join((*head, *lines, *talk))).issue.articles[0]
    found = [b for b in article.blocks if isinstance(b, Paragraph)]
    assert [b.text.value for b in found if b.role == "credit"] == list(lines)
    assert [b.text.value for b in found if b.role != "credit"] == list(talk)


@pytest.mark.parametrize(
    "line",
    [
        "（课题组成员：白若溪、程远山；执笔：程远山）",
        "（课题组组长：白若溪；成员：程远山）",
        "（本栏稿件由各渡口管理站供稿 整理：程远山）",
        "（本文由清河渡口站提供）",
    ],
)
def test_who_supplied_or_studied_it(line: str) -> None:
    found = labelled(line)
    assert found is not None
    assert found.role == "credit"


def test_a_mark_that_points_parts_speakers_from_what_they_say() -> None:
    texts = [
        "记者▷渡口还开吗？",
        "程▷逢集才开，一天两班。",
        "记者▷平时怎么过河？",
        "程▷走桥，多绕三里路。",
    ]
    assert [turn[0] if turn else "" for turn in turns(texts)] == ["记者", "程", "记者", "程"]


def test_who_takes_part_stands_above_a_talk_without_a_word_for_it() -> None:
    roll = ["白若溪 省渡口协会会长", "清河中学教师 祖大勇", "宋 满 修船厂厂长、高级工程师"]
    talk = [
        "夏言：灯塔要不要留？",
        "白若溪：留，夜里总有人要看它。",
        "祖大勇：我也说留。",
        "夏言：灯由谁来点？",
        "宋满：灯要先修一修。",
    ]
    head = ("目录", "4 灯塔夜谈 夏言", "灯塔夜谈", "主持人 夏言")
    asked = "编者按：灯塔熄灭以后，要不要留下来？本刊请三位同行来谈一谈。"
    article = restored("\n\n".join((*head, asked, *roll, *talk))).issue.articles[0]
    found = [b for b in article.blocks if isinstance(b, Paragraph)]
    assert [b.text.value for b in found if b.role == "credit"] == roll
    assert [b.text.value for b in found[-5:]] == talk
    assert not [b for b in article.blocks if isinstance(b, Heading)]


def test_two_surnames_that_take_turns_talk_though_hardly_anybody_asks() -> None:
    texts = ["施：谢谢您来渡口。", "郁：我常来。", "施：那时候还没有桥。", "郁：没有。"]
    texts += ["施：您是看着它修好的。", "郁：看了两年。"]
    assert turns(texts) == [("施", True), ("郁", False)] * 3
    assert (
        turns([text.replace("施：", "优：").replace("郁：", "劣：") for text in texts])
        == [None] * 6
    )


@pytest.mark.parametrize("turns", ["**问：**|**答：**", "**Q：**|**A：**"])
def test_a_marked_heading_over_a_question_is_none_that_the_answer_says_again(turns: str) -> None:
    ask, say = turns.split("|")
    found = restored(
        "目录\n1 渡口 张水\n3 老街 李山\n\n# 渡口\n\n张水\n\n"
        "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上的人都认得对岸的灯。\n\n"
        f"## 给每一条旧船换上新的桨\n\n{ask}船厂今年最要紧的是什么？\n\n"
        f"{say}先是把石阶修好，给每一条旧船换上新的桨，最后才谈得上油漆。\n\n"
        f"{ask}桨从哪里来？\n\n{say}自己做。何师傅说，要不怕麻烦，给每一条旧船换上新的桨。\n\n"
        "# 老街\n\n李山\n\n街上的铺子一家挨着一家，天黑了也不关门，灯一直亮到后半夜。\n"
    )
    article = found.issue.articles[0]
    heads = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["给每一条旧船换上新的桨"]


def test_a_magazine_of_one_character_asks() -> None:
    texts = ["《舷》：为什么要修旧船？", "程远山：因为旧船还能走。", "《舷》：走到哪里？"]
    assert turns(texts) == [("《舷》", True), ("程远山", False), ("《舷》", True)]


def test_readers_who_ask_once_each_are_answered_by_the_house_that_signs() -> None:
    told = [
        "钱女士：草药煎好以后可以放几天？",
        "煎药房：密封冷藏可以放七天，常温不要过夜，喝之前先闻一闻。",
        "老何：药丸太大，能掰开吃吗？",
        "煎药房：先问一问再掰，有的药掰开就不灵了。",
    ]
    assert turns(told, ("煎药房",)) == [
        ("钱女士", True),
        ("煎药房", False),
        ("老何", True),
        ("煎药房", False),
    ]
    assert turns(told) == [None] * 4
    assert turns([told[0], told[1], told[3], told[2]], ("煎药房",)) == [None] * 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("课题组组长：云起；成员：梁小舟、张水、李山；执笔：梁小舟", True),
        ("（调研组成员：梁小舟、张水；执笔人：李山）", True),
        ("成员：梁小舟、张水", False),
        ("组长：这条船归谁管；成员：大家说了算，谁也别抢", False),
    ],
)
def test_who_has_done_a_study_is_told_by_parts(text: str, *, told: bool) -> None:
    assert is_credit(text) is told


def test_who_has_signed_a_letter_is_addressed_and_does_not_speak() -> None:
    letters = [
        text
        for name in ("唐果", "柳小舟") * 2
        for text in (
            "渡口的灯坏了三天，晚上过河看不见石阶，请你们去修一修。",
            f"河湾镇中心小学 {name}",
            f"{name}：灯已经修好了，换了一只更亮的，谢谢你替大家写信来。",
        )
    ]
    told = Speakers(letters)
    assert told.names == frozenset()
    talk = [text for text in letters if "小学" not in text]
    assert Speakers(talk).names == {"唐果", "柳小舟"}

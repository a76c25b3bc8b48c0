"""What a short issue of a small house has, where nothing else helps to tell it."""

from __future__ import annotations

import re

import pytest

from converter.model import Article, Heading, Paragraph, Role, Verse
from converter.parse.byline import read_byline
from tests.support.articles import articles, named, texts, titles
from tests.support.blocks import boxes, quotes
from tests.support.restored import listed, restored

ONE = (
    "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上晒着去年的网，网眼里还挂着干了的水草。"
)
TWO = "摆渡的老人不说话，撑一篙，看一眼对岸的柳树，再撑一篙，等船靠了岸，才伸手去接那两枚铜钱。"


def said(article: Article) -> list[tuple[str, str, Role]]:
    """Who speaks, what, and as what, paragraph by paragraph."""
    return [
        (block.text.value[: block.text.marks[0].end] if block.text.marks else "", block.text.value, block.role)
        for block in article.blocks
        if isinstance(block, Paragraph)
    ]  # fmt: skip


PLAY = (
    "人物：\n老\u3000船——摆渡人，六十岁。\n青\u3000禾——学生。\n柳三姑——卖茶的。\n\n〔幕启。渡口，黄昏。\n\n"
    "老\u3000船：过河吗？\n青\u3000禾：不过。\n老\u3000船：那你等谁？\n\n〔柳三姑上。\n\n"
    "柳三姑：（笑）等茶凉。\n青\u3000禾：我等水退。\n\n老\u3000船：水今年不退了。\n"
)


def test_the_persons_of_a_play_speak_its_lines_which_are_no_verse() -> None:
    (article,) = articles(f"渡口季刊\n2009年第2期\n\n目录\n夜渡 …… 顾平 2\n\n夜渡\n顾平\n\n{PLAY}")
    assert not any(isinstance(block, Verse) for block in article.blocks)
    assert [(who, text.split("：")[-1]) for who, text, _ in said(article) if who] == [
        ("老船", "过河吗？"),
        ("青禾", "不过。"),
        ("老船", "那你等谁？"),
        ("柳三姑", "（笑）等茶凉。"),
        ("青禾", "我等水退。"),
        ("老船", "水今年不退了。"),
    ]
    assert {"老船——摆渡人，六十岁。", "青禾——学生。"} <= set(texts(article))


@pytest.mark.parametrize(("asks", "answers"), ["□■", "◆◇", "●○"])
def test_bare_marks_take_turns_before_questions_and_answers(asks: str, answers: str) -> None:
    article = named(
        "渡口季刊\n2019年第1期\n\n访老船工\n◎本刊记者 顾平\n\n"
        f"{ONE}\n\n{asks}您第一次撑船是哪一年？\n{answers}{TWO}\n\n那是一条柏木船，漆了三遍。\n\n{asks}那条船还在吗？\n{answers}{TWO}\n"
        f"{asks}后来呢？\n{answers}{ONE}\n",
        "访老船工",
    )
    roles = [role for who, _, role in said(article) if who]
    assert roles == [Role.QUESTION, Role.ANSWER] * 3
    assert said(article)[3][2] is Role.ANSWER


def test_marks_that_do_not_take_turns_are_those_of_news() -> None:
    (article,) = articles(
        f"渡口季刊\n2019年第1期\n\n渡口简讯\n◎顾平\n\n■{ONE}\n■{TWO}\n□{ONE}\n□{TWO}\n"
    )
    assert {role for _, _, role in said(article)} <= {Role.BODY, Role.LIST_ITEM}


@pytest.mark.parametrize(
    ("head", "name", "year", "number"),
    [
        ("渡口\n2022 · 6月号 · 总第87期\n", "渡口", 2022, "6"),
        ("河湾大学校友通讯\n2016年·夏  第34辑\n", "河湾大学校友通讯", 2016, "34"),
        ("渡口同乡会会刊\u3000第一百一十八期\n二〇一九年一月十五日\n", "渡口同乡会会刊", 2019, "118"),
        (
            "河湾医学杂志 2020 年 4 月第 12 卷第 2 期  Hewan Med J, April 2020, Vol. 12, No. 2\n",
            "河湾医学杂志", 2020, "2",
        ),
    ],
)  # fmt: skip
def test_the_issue_above_the_first_title(head: str, name: str, year: int, number: str) -> None:
    made = restored(
        f"{head}\n夜渡\n◎顾平\n\n{ONE}\n\n{TWO}\n\n船匠\n◎林小满\n\n{TWO}\n\n{ONE}\n"
    ).issue
    masthead = made.masthead
    assert (masthead.title, masthead.year, masthead.number) == (name, year, number)
    assert ["".join(one.value for one in article.title) for article in made.articles] == [
        "夜渡",
        "船匠",
    ]


def test_who_made_an_issue_on_its_last_line_is_no_text() -> None:
    text = f"渡口季刊\n2019年第1期\n\n夜渡\n◎顾平\n\n{ONE}\n\n{TWO}\n\n编辑：顾平\u3000林小满\u3000\u3000刻印：渡口文化站\n"
    assert texts(named(text, "夜渡")) == [ONE, TWO]


def test_rows_with_leaders_and_gifts_with_their_sums_are_paragraphs_each() -> None:
    rows = [
        "渡口小学 · · · · · · · · 两条长凳",
        "顾平 · · · · · · · · · · 5万元",
        "林小满 · · · · · · · 2万元",
    ]
    gifts = ["余伯\u3000一百元", "梅女士\u3000五十元", "渡口酒家\u3000二百元"]
    text = "\n".join((*rows, "", "以下是上月的捐款：", *gifts))
    found = texts(
        named(f"渡口季刊\n2019年第1期\n\n修桥纪事\n◎顾平\n\n{ONE}\n\n{text}\n", "修桥纪事")
    )
    assert [one.replace(" ", "") for one in found[1:4]] == [row.replace(" ", "") for row in rows]
    assert [one.replace(" ", "").replace("\u3000", "") for one in found[-3:]] == [
        one.replace("\u3000", "") for one in gifts
    ]


def test_a_pull_quote_in_marks_that_no_sentence_has() -> None:
    made = restored(
        f"渡口季刊\n2019年第1期\n\n夜渡\n◎顾平\n\n{ONE}\n\n❝雾不是遮住河，雾就是河。❞\n\n{TWO}\n"
    ).issue
    assert quotes(made) == ["❝雾不是遮住河，雾就是河。❞"]


def test_a_title_with_its_stars_is_no_rating() -> None:
    text = f"渡口季刊\n2019年第1期\n\n本月新书\n◎顾平\n\n《第三条岸》 ★★★☆\n\n{ONE}\n\n《水退》 ★★★★\n\n{TWO}\n"
    assert texts(named(text, "本月新书")) == [ONE, TWO]


def test_strokes_lead_to_authors_whose_names_are_words() -> None:
    entries = "P4 夜渡--------顾 平\nP6 修船的法子--------石 磊\nP8 渡口的定时任务--------企鹅\n"
    bodies = f"夜渡\n\n□顾 平\n\n{ONE}\n\n修船的法子\n\n□石 磊\n\n{TWO}\n\n渡口的定时任务\n\n□企 鹅\n\n{ONE}\n"
    text = f"渡口季刊\n2001年第7期\n\n目录\n\n{entries}\n{bodies}"
    assert titles(text) == ["夜渡", "修船的法子", "渡口的定时任务"]
    made = restored(text)
    assert listed(made)[-1][2] == ("企鹅",)


HEAD = "渡口季刊\n2019年第1期\n\n"


def test_columns_in_brackets_without_contents_are_articles_and_their_names_sections() -> None:
    made = restored(
        f"{HEAD}【随笔】\n一碗粥\n{ONE}\n{TWO}\n\n【渡口问答】\n问：船几点开？\n答：{ONE}\n问：夜里开不开？\n答：{TWO}\n\n"
        f"【手记】\n扫地\n林小满\n{TWO}\n{ONE}\n\n【活动预告】\n八月十六日（日）上午九时\u3000\u3000修桥\n"
        f"八月三十日（日）下午二时\u3000\u3000讲古\n以上活动均在渡口举行，欢迎参加。\n"
    ).issue
    assert made.section_names == ("随笔", "手记")
    assert [a.title[0].value for a in made.articles] == ["一碗粥", "渡口问答", "扫地", "活动预告"]
    assert [re.sub(r"\s", "", one) for one in texts(made.articles[3])] == [
        "八月十六日（日）上午九时修桥",
        "八月三十日（日）下午二时讲古",
        "以上活动均在渡口举行，欢迎参加。",
    ]


def test_headings_in_brackets_that_come_again_open_no_articles() -> None:
    parts = "".join(f"【案情】\n{ONE}\n\n【裁判】\n{TWO}\n\n【评析】\n{ONE}{TWO}\n\n" for _ in "12")
    assert titles(f"{HEAD}夜渡\n◎顾平\n\n{parts}") == ["夜渡"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("邮识问答", f"问：什么叫首日封？\n答：{ONE}\n问：黄斑怎么去掉？\n答：{TWO}\n"),
        ("会务消息", f"△八月十四日，{ONE}\n△九月三日，{TWO}\n"),
    ],
)
def test_a_column_that_nobody_signs_is_an_article_without_contents(name: str, body: str) -> None:
    assert titles(f"{HEAD}夜渡\n◎顾平\n\n{ONE}\n{TWO}\n{name}\n{body}") == ["夜渡", name]


def test_who_chose_documents_signs_and_no_cover_reaches_down_to_them() -> None:
    text = (
        "云岭史料\n2006年第1期（季刊）\n云岭省档案馆编\n\n档案公布\n\n渡口史料选（一九三八年——一九四〇年）\n孔令仪\u3000选编\n\n"
        f"编者按：{ONE}\n\n一、关于设立渡口的训令\n（一九三八年九月六日）\n\n{TWO}\n谨呈\n省渡口管理处\n"
        f"{'　' * 15}柳湾县县长\u3000马占春\n〔渡口档案，云档44—1—9〕\n\n二、船工的联名信\n（一九三九年四月）\n\n{ONE}{TWO}\n"
        f"{'　' * 10}船工\u3000杨石匠（押）\u3000等十一人叩\n〔渡口档案，云档44—1—23〕\n\n三、工作报告\n（一九四〇年正月）\n\n船到桥头，水还没有退。\n"
        "〔渡口档案，云档44—1—31〕\n"
    )
    made = restored(text).issue
    (article,) = made.articles
    assert made.section_names == ("档案公布",)
    assert [author.name for line in article.bylines for author in line.authors] == ["孔令仪"]
    headings = [b.text.value for b in article.blocks if isinstance(b, Heading)]
    assert headings == ["一、关于设立渡口的训令", "二、船工的联名信", "三、工作报告"]
    kept = [one for one in texts(article) if one.endswith("〕")]
    assert [one[-3:] for one in kept] == ["—9〕", "23〕", "31〕"]
    assert not any(isinstance(block, Verse) for block in article.blocks)


def test_who_bows_below_a_petition_at_the_right_edge_heads_nothing() -> None:
    text = (
        "云岭史料\n2006年第1期\n\n目录\n船工的联名信……3\n渡口的夜……5\n\n"
        f"船工的联名信\n孔令仪\n\n{ONE}\n{'　' * 10}船工\u3000杨石匠\u3000等十一人叩\n{TWO}\n\n渡口的夜\n顾平\n\n{ONE}\n"
    )
    letter = restored(text).issue.articles[0]
    assert not any(isinstance(block, Heading) for block in letter.blocks)


@pytest.mark.parametrize(
    "line", ["本报记者 顾平 双桥专电", "本刊记者 顾平 | 海州报道", "特约撰稿 顾平 江城急电"]
)
def test_whence_a_report_was_sent_is_no_part_of_who_wrote_it(line: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.name for author in reading.authors] == ["顾平"]


def test_a_star_beside_letter_spaced_names() -> None:
    reading = read_byline("项 明\u3000冷 月*")
    assert reading is not None
    assert [author.name for author in reading.authors] == ["项明", "冷月"]


def test_the_contents_end_where_a_marked_title_comes_again_over_a_table() -> None:
    text = (
        "# 渡口花事 2023年3月\n\n渡口爱好者协会会刊（双月刊） 总第 44 期\n\n**本期看点**\n\n- P2 三月，该做什么\n"
        "- P3 一盆常春藤 / 甘 露\n- P5 花医生门诊 / 白 术\n\n## 三月，该做什么\n\n| 时间 | 要做的事 |\n|---|---|\n"
        f"| 上旬 | 换盆 |\n| 中旬 | 播种 |\n\n{ONE}\n\n## 一盆常春藤\n\n甘 露\n\n{TWO}\n\n## 花医生门诊\n\n白 术\n\n"
        f"**Q1 叶子发红，是病吗？（海州 阿圆）**\n\nA：{ONE}\n\n**Q2 去年没有开花，是不是剪错了？**\n\nA：{TWO}\n"
    )
    made = restored(text).issue
    assert [a.title[0].value for a in made.articles] == [
        "三月，该做什么",
        "一盆常春藤",
        "花医生门诊",
    ]
    assert [who for who, _, _ in said(made.articles[2])] == ["Q1", "A", "Q2", "A"]


def test_short_lines_that_end_with_a_semicolon_are_items() -> None:
    text = f"{HEAD}任免名单\n◎顾平\n\n{ONE}\n\n任命：\n顾平为渡口管理处处长；\n林小满为副处长。\n"
    assert texts(articles(text)[0])[-2:] == ["顾平为渡口管理处处长；", "林小满为副处长。"]


def test_a_sentence_behind_a_bar_is_a_pull_quote_and_several_are_points() -> None:
    head = f"{HEAD}夜渡\n◎顾平\n\n{ONE}\n\n▌空船躺在河湾里，比停一辆车还便宜。\n\n{TWO}\n\n"
    assert quotes(restored(head).issue) == ["空船躺在河湾里，比停一辆车还便宜。"]
    assert (
        quotes(
            restored(
                f"{head}▌水退了以后，船要翻过来晒三天。\n\n修船的人说，板子要朝着太阳。\n"
            ).issue
        )
        == []
    )


def test_how_a_picture_was_taken_belongs_to_its_caption() -> None:
    text = (
        f"{HEAD}夜渡\n◎顾平\n\n{ONE}后来我换成了35毫米\n\n![](p1.jpg)\n\n渡口的冰，天亮以前要铺完。\n光圈 f/4\u3000快门 1/60s\u3000ISO 1600\n\n"
        f"定焦镜头。{TWO}\n"
    )
    (article,) = articles(text)
    assert texts(article) == [f"{ONE}后来我换成了35毫米定焦镜头。{TWO}"]


def test_the_moves_of_a_game_are_no_heading() -> None:
    text = f"{HEAD}双车\n◎顾平\n\n{ONE}\n\n1.Ra5+ Kd6 2.Rb6+ Kc7 3.Rb1 Kd6\n\n{TWO}\n"
    (article,) = articles(text)
    assert texts(article) == [ONE, "1.Ra5+ Kd6 2.Rb6+ Kc7 3.Rb1 Kd6", TWO]


@pytest.mark.parametrize(
    ("line", "who", "office"),
    [
        ("初二（5）班\u3000贺 甜", "贺甜", "初二（5）班"),
        ("本报记者 高一（3）班 林 夕", "林夕", "高一（3）班"),
        (
            "口述：顾阿宝，男，1936年生，原渡口钟表店职工",
            "顾阿宝",
            "男，1936年生，原渡口钟表店职工",
        ),
        ("物理组\u3000谷老师", "谷老师", "物理组"),
        ("匿 名", "匿名", ""),
        ("编绘：顾平", "顾平", "编绘"),
        ("◎安娜·科瓦奇\u3000作", "安娜·科瓦奇", "作"),
    ],
)
def test_who_signs_in_the_papers_of_schools_and_of_memories(
    line: str, who: str, office: str
) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors][:1] == [(who, office)]


def test_the_persons_of_a_comic_strip_speak_in_its_pictures() -> None:
    text = (
        f"{HEAD}大嘴巴河马\n编绘：顾平\n\n第1格\n河马：我的嘴巴是全森林最大的！\n第2格\n小鸟：那你能把太阳装进去吗？\n"
        "第3格\n（河马张开嘴。）\n河马：啊——\n第4格\n小鸟：哈哈，太阳在你的嘴里啦！\n河马：唔唔唔。\n"
    )
    (article,) = articles(text)
    headings = [b.text.value for b in article.blocks if isinstance(b, Heading)]
    assert headings == ["第1格", "第2格", "第3格", "第4格"]
    assert [who for who, _, _ in said(article) if who] == ["河马", "小鸟", "河马", "小鸟", "河马"]


def test_a_preface_without_contents_is_an_article_and_facts_below_bylines_are_no_headings() -> None:
    text = (
        f"老渡口口述\n第九辑\n渡口社区教育中心 编印\n\n为渡口留一份声音（代序）\n\n{ONE}\n\n渡口社区教育中心\n2020年重阳节\n\n"
        f"修钟表的人\n口述：顾阿宝，男，1936年生，原渡口钟表店职工\n整理：范 晴\n时间：2019年4月12日\n\n{TWO}\n\n"
        "主编：范 晴\u3000\u3000录音：小 鲁\u3000\u3000校对：渡口小学语文组\n内部资料\u3000赠阅\u30002020年10月印\n"
    )
    made = restored(text).issue
    assert (made.masthead.title, made.masthead.number) == ("老渡口口述", "9")
    assert [a.title[0].value for a in made.articles] == ["为渡口留一份声音（代序）", "修钟表的人"]
    assert texts(made.articles[1]) == ["时间：2019年4月12日", TWO]


def test_what_somebody_wrote_down_is_no_entry_of_its_own() -> None:
    text = (
        "渡口文艺\n一九五八年\u3000第二期\n\n目录\n一把铜扳手………………靳\u3000木（2）\n第一炉钢…………老工人\u3000贺大年（4）\n"
        "                宣传科整理\n编者的话………………（7）\n\n"
        f"一把铜扳手\n靳\u3000木\n\n{ONE}\n\n第一炉钢\n老工人\u3000贺大年\n\n{TWO}\n\n（宣传科整理）\n\n编者的话\n\n{ONE}{TWO}\n"
    )
    assert titles(text) == ["一把铜扳手", "第一炉钢", "编者的话"]


def test_the_halves_of_a_programme_stand_apart() -> None:
    text = f"{HEAD}春季音乐会曲目\n◎顾平\n\n{ONE}\n\n上半场\n1. 送别\n2. 渔歌三首\n\n中场休息\n\n下半场\n3. 乡愁\n4. 半个月亮爬上来\n"
    (article,) = articles(text)
    assert "中场休息" in texts(article)
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == ["上半场", "下半场"]


def test_the_english_of_the_magazines_name_heads_pages() -> None:
    text = (
        f"渡口合唱通讯 FERRY CHORAL NEWS\n2015年3月号 No. 61\n\n目录\n团员专访 …… 1\n渡口的船 …… 6\n\n团员专访\n采访：顾平\n\n{ONE}不可以突然\n\n"
        f"FERRY CHORAL NEWS 5\n\n煞车。{TWO}\n\n渡口的船\n\n船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的。\n"
    )
    assert texts(articles(text)[0]) == [f"{ONE}不可以突然煞车。{TWO}"]


def test_names_of_sections_in_square_brackets_and_jokes_that_are_signed() -> None:
    made = restored(
        f"{HEAD}[人间]\n母亲的号码\n□顾平\n{ONE}\n她没有删。\n\n[连载]\n码头人家（四十二）\n□老 桥\n{TWO}{ONE}\n（未完待续）\n\n"
        "[幽默]\n■病人问：“一天几次？”医生说：“一次。”病人于是吃了一天。（赵 青）\n"
        "■儿子问：“什么叫空船？”父亲说：“就是你妈不在家。”（钱 橙）\n"
    ).issue
    assert [a.title[0].value for a in made.articles] == ["母亲的号码", "码头人家（四十二）", "幽默"]
    assert [len(texts(a)) for a in made.articles] == [2, 2, 2]


def test_speakers_in_bold_before_bars() -> None:
    (article,) = articles(
        f"{HEAD}目录\n蚂蚁的路 …… 2\n\n蚂蚁的路\n采访：本刊记者 顾平\n\n**顾平**｜你为什么给蚂蚁修路？\n\n**林小满**｜{ONE}\n\n"
        f"**顾平**｜它们走了吗？\n\n**林小满**｜{TWO}\n"
    )
    assert [who for who, _, _ in said(article)] == ["顾平", "林小满"] * 2


def test_the_name_of_a_box_behind_a_small_picture() -> None:
    made = restored(
        f"{HEAD}不倒的杯子\n◎顾平\n\n{ONE}\n\n> 🔍 **名词解释：重心**\n> 各部分所受重力的作用点，越低越稳。\n\n{TWO}\n"
    ).issue
    assert [label for label, _, _ in boxes(made)] == ["名词解释"]


def test_a_leader_between_sections_and_titles() -> None:
    entries = "1. 封面故事 …… 不会倒的水杯 / 4\n2. 实验室 …… 土豆也能发电 / 8\n3. 人物 …… 给蚂蚁修路 / 10\n"
    bodies = f"**封面故事**\n\n## 不会倒的水杯\n\n*文：顾平*\n\n{ONE}\n\n**实验室**\n\n## 土豆也能发电\n\n*文：林小满*\n\n{TWO}\n\n**人物**\n\n## 给蚂蚁修路\n\n*文：石磊*\n\n{ONE}{TWO}\n"
    made = restored(f"# 少年发明家\n\n2020年第11期\n\n## 目录\n\n{entries}\n{bodies}")
    assert [(one[0], one[1], one[3]) for one in listed(made)] == [
        ("封面故事", "不会倒的水杯", "4"),
        ("实验室", "土豆也能发电", "8"),
        ("人物", "给蚂蚁修路", "10"),
    ]


def test_pages_in_words_beside_the_magazines_name_head_pages() -> None:
    text = f"柳河乡讯\n1993年第12期\n\n目录\n大桥通车 …… 顾平 2\n乡音 …… 5\n\n大桥通车\n顾平\n{ONE}\n\n柳河乡讯\u3000第2页\n\n{TWO}\n\n乡音\n\n船底刷了三遍桐油，船头换了新的缆桩。\n"
    article = named(text, "大桥通车")
    assert texts(article) == [ONE, TWO]
    assert not any(isinstance(block, Heading) for block in article.blocks)


def test_the_name_with_the_issue_on_a_line() -> None:
    text = (
        "车窗 AUTO WINDOW\u30002015.03\u3000VOL.27\n\n目录\n八十万公里 …… 顾平 6\n小电车 …… 林小满 12\n\n"
        f"八十万公里\n\nBy 顾 平\n\n{ONE}话梅是给晕\n\nP. 08 / AUTO WINDOW\n\n车的人。\n\n小电车\n\n林小满\n\n{TWO}\n"
    )
    made = restored(text).issue
    assert (made.masthead.title, made.masthead.year) == ("车窗 AUTO WINDOW", 2015)
    assert texts(made.articles[0]) == [f"{ONE}话梅是给晕车的人。"]


def test_a_large_initial_on_a_line_of_its_own_begins_its_paragraph() -> None:
    (article,) = articles(f"{HEAD}目录\n夜渡 …… 2\n\n夜渡\n\n{ONE[0]}\n\n{ONE[1:]}\n\n{TWO}\n")
    assert texts(article) == [ONE, TWO]


def test_numbers_tell_the_parts_of_a_paper_that_are_marked_as_its_title_is() -> None:
    text = "守渠的人天亮以前就出门，沿着石岸走到第三道闸，再折回来，一路数着脚下的水尺。"
    heads = ("The Keepers of the Canal", "1 引言", "2 办法", "2.1 水尺", "参考文献")
    parts = [f"# {head}\n\n{head[:2]}，{text}" for head in heads]
    found = restored("\n\n".join(["# 水渠的守护", text, *parts])).issue
    assert [article.title[0].value for article in found.articles] == ["水渠的守护"]
    assert len([b for b in found.articles[0].blocks if isinstance(b, Heading)]) >= len(heads) - 1

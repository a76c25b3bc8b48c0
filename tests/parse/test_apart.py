"""What is set into a column: pull quotes, names of boxes, sources, who edited the page."""

from __future__ import annotations

from converter.model import Box, Issue, Paragraph, PullQuote
from tests.support.restored import restored

HEAD = "渡口\n\n张水\n\n"
COLUMN = """\
老渡口在镇子的南头石阶有三十一级
最下面的两级常年浸在水里。老船工
说：“灯亮着，人就回得来。”对岸的
人都记得这句话，说了三十年也没有
改过。
那一年涨水，渡船停了七天，站在石
"""
REST = """\
阶上的人一天比一天多，谁也不肯先
回家去等。
"""


def issue(text: str) -> Issue:
    return restored(HEAD + text).issue


def texts(found: Issue) -> list[str]:
    return [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Paragraph)]


def quotes(found: Issue) -> list[PullQuote]:
    return [b for a in found.articles for b in a.blocks if isinstance(b, PullQuote)]


LAST = "那一年涨水，渡船停了七天，站在石阶上的人一天比一天多，谁也不肯先回家去等。"


def test_a_pull_quote_in_the_middle_of_a_sentence_with_its_attribution() -> None:
    found = issue(f"{COLUMN}灯亮着，人\n就回得来\n——老船工\n{REST}")
    (quote,) = quotes(found)
    assert [text.value for text in quote.paragraphs] == ["灯亮着，人就回得来"]
    assert quote.attribution is not None
    assert quote.attribution.text.value == "老船工"
    assert texts(found)[-1] == LAST


def test_a_short_line_that_says_nothing_again_is_no_pull_quote() -> None:
    assert not quotes(issue(f"{COLUMN}船上坐满了\n人\n{REST}"))


def test_a_running_head_that_comes_back_is_no_pull_quote() -> None:
    head = "渡口杂志二〇二四年\n"
    more = "河水从上游下来，到这里转了一个弯，\n弯里停着几条旧船，船上坐着几个等\n"
    assert not quotes(issue(f"{COLUMN}{head}{REST}{more}{head}天亮的人。\n"))


def test_a_box_with_its_source_between_two_lines_of_a_sentence() -> None:
    found = issue(
        f"{COLUMN}名词解释\n浮桥\n用船连成的桥，水涨桥高，水落桥低，\n行人走在上面要慢一点。\n（资料来源：渡口站）\n{REST}"
    )
    (box,) = (b for a in found.articles for b in a.blocks if isinstance(b, Box))
    assert (box.label, box.title and box.title.value) == ("名词解释", "浮桥")
    assert box.attribution is not None
    assert texts(found)[-1] == LAST


INDENTED = """\
　　盐场村的晒盐工每天四点下滩，先看
天色，再看卤水，把闸门提起一掌高。
　　去年秋天，村里把三十七口旧盐池重
新砌过，池底铺了黑砖，出盐比从前早
"""
ON = """\
了两天。老盐工蹲在埂上看了一个上午，
才说了一句话：“这一池不输我父亲。”
村支书听见以后，把这句话写在账本的头
一页，又把出盐的日子记在旁边。
　　到了腊月，第一船盐运出了港。
"""


def test_a_source_in_brackets_ends_a_short_box_above_the_rest_of_a_sentence() -> None:
    box = "　　全县盐业展销会将于三月在县城的南关\n码头举行，届时有六十家盐场参展。\n"
    for source in ("（据《海滨日报》）\n", "　　（据《海滨日报》）\n"):
        found = issue(f"{INDENTED}新闻链接\n{box}{source}{ON}")
        (one,) = (b for a in found.articles for b in a.blocks if isinstance(b, Box))
        assert one.attribution is not None
        assert one.attribution.text.value == "据《海滨日报》"
        assert len(one.blocks) == 1
        assert texts(found)[1].startswith("去年秋天，村里把三十七口旧盐池重新砌过，")
        assert texts(found)[1].endswith(
            "出盐比从前早了两天。老盐工蹲在埂上看了一个上午，才说了一句话：“这一池不输我父亲。”村支书听见以后，把这句话写在账本的头一页，又把出盐的日子记在旁边。"
        )


def test_a_remark_in_brackets_ends_no_box() -> None:
    box = "　　全县盐业展销会将于三月在县城的南关\n码头举行（具体日子由县里另行通知）\n请各场早作准备，届时有六十家参展。\n"
    found = issue(f"{INDENTED}新闻链接\n{box}{ON}")
    (one,) = (b for a in found.articles for b in a.blocks if isinstance(b, Box))
    assert one.attribution is None
    assert len(one.blocks) == 1


def test_who_edited_the_page_ends_the_article() -> None:
    found = issue(f"{COLUMN}{REST}编辑 | 何若溪 校对 | 叶小河\n")
    assert texts(found)[-1] == LAST
    (credit,) = found.articles[0].back
    assert isinstance(credit, Paragraph)
    assert credit.text.value == "编辑 | 何若溪 校对 | 叶小河"


def test_a_pull_quote_on_a_line_of_its_own_where_lines_are_paragraphs() -> None:
    first = "记者：这样办下去，最要紧的是什么？"
    answer = "程远山：剪彩那天不算数，第一百天的中午才算数。"
    broken = "程远山：我们总结了三句话，镇里补一点，船工让一点，乘客出一点，用大家的钱养"
    found = issue(
        f"{first}\n{answer}\n记者：那么账怎么算？\n{broken}\n第一百天的中午才算数。\n老船和老灯。"
    )
    assert [quote.paragraphs[0].value for quote in quotes(found)] == ["第一百天的中午才算数。"]
    assert texts(found)[-1] == f"{broken}老船和老灯。"


def test_a_line_of_running_text_that_says_a_part_of_another_again_is_no_pull_quote() -> None:
    # 的两级常年浸 stands in the middle of a clause elsewhere.
    assert not quotes(issue(f"{COLUMN}的两级常年浸在\n{REST}"))


def test_what_a_label_opens_is_no_pull_quote() -> None:
    assert not quotes(issue(f"{COLUMN}老船工：灯亮着，\n{REST}"))


def test_what_somebody_says_in_the_middle_of_a_sentence_is_a_pull_quote() -> None:
    found = issue(
        "河水转了一个弯，弯里停着几条旧船，船上坐着几个等天\n\n“灯亮着，人就回得来。”\n\n——老船工\n\n亮的人，谁也不说话。"
    )
    (quote,) = quotes(found)
    assert quote.paragraphs[0].value == "“灯亮着，人就回得来。”"
    assert quote.attribution is not None
    assert texts(found) == [
        "河水转了一个弯，弯里停着几条旧船，船上坐着几个等天亮的人，谁也不说话。"
    ]


def test_a_pull_quote_whose_last_line_is_that_of_its_sentence_as_well() -> None:
    said = "渡口的人都会说，灯亮着的时候那个\n人就一定回得来。\n"
    found = issue(f"{said}{COLUMN}灯亮着的时候那个\n人就一定回得来。\n{REST}")
    (quote,) = quotes(found)
    assert [text.value for text in quote.paragraphs] == ["灯亮着的时候那个人就一定回得来。"]
    assert texts(found)[-1] == LAST


PARAGRAPH = (
    "修桥的消息传了十一年，测量的人来过三回，红白的标杆插在柳树底下，第二年就落满了麻雀，"
    "乡里的人渐渐不再提它，只有卖豆腐的老何每天绕道十一里从铁桥上走，走到集上已经是中午。"
)
PAGE = (
    "我师傅说绳子打结的时候看不出好坏，要等它吃了水、吊过货、晒干了再吃水，三年以后才见分晓。",
    "那时候我十七岁，不懂这些，只觉得他慢，别人一天打三百个结，他打一百二十个，工钱也只有别人的一半。",
    "有一回下大雨，码头上的缆绳断了七根，他打的那一根没有断，三条船都挂在上面，挂了一夜。",
    "第二天早上雨停了，船上的人下来，一个一个同他握手，他不好意思，说是绳子自己结实。",
    "从那以后我就不嫌他慢了，我也学着慢下来，先把麻皮一根一根地理顺了再慢慢地捻，捻到手心发热为止。",
    "现在用的都是尼龙绳，机器打的，又轻又快，一天能打一万个结，可是老船工们还是要来找我。",
    "码头上的人说我傻，一个结的工夫够机器打一千个，我说机器打的结没有名字，我的结有名字。",
    "每一个结我都记得是替谁打的，哪一年打的，挂在哪一条船上，船沉了结还在，结散了船还在走。",
    "他们叫我在绳头上补一个手打的结，说这样心里踏实，我就给他们补一个，补了这么多年也没有收过钱。",
)


def column(size: int, said: str, at: int) -> str:
    """The page in lines of ``size`` em, with a quotation after the first line of a paragraph."""
    lines = []
    for index, text in enumerate(PAGE):
        own, rest = [], f"　　{text}"
        while rest:
            end = size + (rest[size : size + 1] in ("，", "。"))  # a mark hangs over the end
            own.append(rest[:end])
            rest = rest[end:]
        lines += [own[0], said, *own[1:]] if index == at else own
    return "\n".join(lines)


def test_a_quotation_in_a_page_whose_lines_alone_are_kept() -> None:
    said = "“打结骗得了眼睛，骗不了水。”"
    text = "\n\n".join([PARAGRAPH] * 12)
    found = issue(f"{text}\n\n{column(21, said, 4)}\n\n{text}\n")
    assert said in [line.value for quote in quotes(found) for line in quote.paragraphs]
    assert PAGE[4] in texts(found)

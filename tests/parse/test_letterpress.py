"""A letterpress magazine of the 1980s: authors at the ends, fillers, indents half lost."""

from __future__ import annotations

from converter.model import Article, Box, Issue, Paragraph, Verse
from tests.support.restored import restored

ISSUE = """\
灯　下
一九八五年第六期（总第41期）

目　　录

·家　事·
一杆秤…………………季桂枝(4)
旧棉袄…………………史　兰(4)
·信　箱·……………………(5)
·育　儿·
一只布老虎
　　　　　陶秀云文 方 砚图 (6)
笑话两则……………小 麻辑(7)

灯　下（月刊）
主　编：辛若水
邮发代号：99—58
定价：0.28元
·家　事·
    一 杆 秤
　　外婆门后挂着一杆小秤，枣木的秤杆，黄铜
的秤花，最多能称三斤半，称过盐，称过针线，
称过刚出壳的小鸭。
  她买菜回来总要复秤，少了一两，走二里路
也要找回去。
我问她值不值得，她说不是为了那一两菜，
是为了把话说明白。
　　后来秤砣丢了，她用一块石头替它，石头是
从河滩上拣来的，试了四十多块才试出来。
　　　　　　　　　　（季桂枝）
旧棉袄
　　箱底压着一件旧棉袄，是外公留下来的，补
丁摞着补丁，看不出颜色。
母亲每年晒一次，晒完了再叠好，从来不说
为什么。
“妈，这件还要吗？”我问她的时候天快黑，
她没有抬头。
“留着。”
“留着做什么？”
　　她把袖子翻过来，袖口里缝着一个小布袋。
　　　　　　　　　　　（史　兰)
    怎样洗毛线衣
　　先用软尺量好衣长袖长，记在纸上，水温以
三十度左右为宜，不要搓，只用手轻轻地按。
　　　　　　　　　　　　（文）
    信　　箱
主持人：辛大姐
缝纫机该归谁
　　问：我的缝纫机是婚前用自己的工资买的，
现在他说进了门就是他家的，该归谁？
　　答：婚前各自的财产一般仍归各人，有发票
为证，应当归你。
·育　儿·
    一只布老虎
　　孩子两岁那年，我给她缝了一只布老虎，眼
睛是两颗黑纽扣，尾巴里塞的是荞麦皮。
　　她抱着睡了三年。
　　　　　　（陶秀云文　方　砚图）
    笑话两则
　　　　　小　麻辑
　　顾客问秤怎么都不一样，售货员说，一样的
话您何必挑呢。
"""


def issue() -> Issue:
    return restored(ISSUE).issue


def named(title: str) -> Article:
    return next(a for a in issue().articles if "".join(t.value for t in a.title) == title)


def authors(title: str) -> list[str]:
    return [author.name for line in named(title).bylines for author in line.authors]


def texts(title: str) -> list[str]:
    blocks = named(title).blocks
    assert not any(isinstance(block, Verse) for block in blocks)
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def test_the_text_begins_right_below_the_masthead() -> None:
    assert issue().masthead.entries[-1].values == ("0.28元",)
    assert texts("一杆秤")[0].startswith("外婆门后挂着一杆小秤")


def test_the_author_in_brackets_signs_above() -> None:
    assert authors("一杆秤") == ["季桂枝"]
    assert authors("旧棉袄") == ["史兰"]
    assert "季桂枝" not in "".join(texts("一杆秤"))


def test_what_stands_below_the_author_is_a_filler() -> None:
    assert authors("怎样洗毛线衣") == ["文"]
    assert named("怎样洗毛线衣").section == -1
    assert "软尺" not in "".join(texts("旧棉袄"))


def test_works_right_behind_names() -> None:
    assert authors("一只布老虎") == ["陶秀云"]
    assert texts("一只布老虎")[1] == "她抱着睡了三年。"
    assert authors("笑话两则") == ["小麻"]


def test_a_section_with_a_page_is_an_article_too() -> None:
    found = issue()
    assert found.section_names == ("家事", "信箱", "育儿")
    assert named("信箱").section == 1


def test_a_paragraph_without_its_indent_begins_below_a_short_line() -> None:
    assert [text[:4] for text in texts("一杆秤")] == [
        "外婆门后",
        "她买菜回",
        "我问她值",
        "后来秤砣",
    ]
    assert texts("旧棉袄")[1] == "母亲每年晒一次，晒完了再叠好，从来不说为什么。"


def test_lines_of_speech_are_no_verse() -> None:
    assert "“留着。”" in texts("旧棉袄")
    assert "“留着做什么？”" in texts("旧棉袄")


def test_a_filler_that_cuts_a_sentence_is_a_box_with_a_title() -> None:
    text = ISSUE.replace(
        "从来不说\n为什么。\n",
        "从来不说\n    使旧铝锅发亮\n　　铝锅用久发黑，切忌用砂子擦。可\n把苹果皮加水放在锅里煮上一刻钟，\n"
        "再用清水洗上两遍，锅壁光亮如新。\n那是为什么，也从来不让我们碰它，更不许拆开。\n",
    )
    article = next(a for a in restored(text).issue.articles if a.title[0].value == "旧棉袄")
    box = next(block for block in article.blocks if isinstance(block, Box))
    assert box.title is not None
    assert (box.label, box.title.value) == ("", "使旧铝锅发亮")


def test_the_contents_tell_the_number_of_the_issue() -> None:
    text = ISSUE.replace(
        "灯　下\n一九八五年第六期（总第41期）\n\n目　　录\n",
        "灯　下\n\n目　　录\n\n一九八五年第六期（总第41期）\n",
    )
    masthead = restored(text).issue.masthead
    assert (masthead.year, masthead.number, masthead.serial) == (1985, "6", 41)

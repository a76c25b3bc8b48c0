"""Forms of a kitchen monthly in Markdown: captions in italics, quotes below boxes, subtitles in bold."""

from __future__ import annotations

import pytest

from converter.model import Figure
from converter.segment.regions import is_contents_heading
from tests.support.blocks import boxes, headings, quotes, texts
from tests.support.restored import listed, restored

TEXTS = (
    "磨豆腐要赶在天亮以前，豆子泡了一夜，胀得圆滚滚的，用手一捻，皮就滑下来，磨盘转得慢，一勺豆子一勺水，谁也不能替谁着急。",
    "点卤的时候屋里不许大声说话，母亲说豆花怕惊，一惊就散，我们踮着脚从灶前走过去，看见锅里先是起了云，后来云就落了下来。",
    "压豆腐用的石头是河里捡的，一块圆的一块扁的，圆的压老豆腐，扁的压嫩豆腐，压多久全凭手上的感觉，手伸进去试，水还烫着。",
    "第一板豆腐不卖，切成小块，蘸一点酱油，分给在门口等着的孩子，等着的孩子里总有几个不是我们村的，母亲也照样一人给一块。",
    "后来镇上有了机器，一个钟头能出二十板，我们家的磨盘搬到院子里，上面摆了一盆葱，雨天积了水，麻雀飞下来站在边上喝几口。",
    "去年我带孩子回去，他围着磨盘转了三圈，问这个是干什么用的，母亲从屋里端出一碗泡好的豆子，说你来推，推一圈就晓得了。",
)


def issue(first: str, contents: str = "006 天亮以前的豆腐　*陶然*") -> str:
    return (
        "# 石磨\n\n2018.11　总第 3 期　十一月五日出版\n\n**主管** 石桥市轻工业联合会\n"
        "ISSN 9938-2016　CN 99-1463/TS　定价 20.00 元\n\n## 本期菜单\n\n"
        f"**当令**\n{contents}\n**老味道**\n010 磨盘上的葱　*云起*\n013 推一圈　*匡石*\n\n"
        f"当令\n\n# 天亮以前的豆腐\n\n{first}\n\n<!-- 9 -->\n\n"
        f"老味道\n\n# 磨盘上的葱\n\n文_云起\n\n{TEXTS[4]}\n\n# 推一圈\n\n文_匡石\n\n{TEXTS[5]}\n"
    )


def body(*parts: str) -> str:
    return "\n\n".join(["文_陶然", TEXTS[0], TEXTS[1], *parts])


CAPTION = "石磨的旧照，1976年冬，磨盘上有一道裂纹，陶然摄于自家的院子"


@pytest.mark.parametrize("caption", [CAPTION, "磨坊旧影。左边的门框还在。陶然据记忆口述，云起绘"])
def test_a_line_in_italics_without_a_full_stop_is_a_caption(caption: str) -> None:
    made = restored(issue(body(f"*{caption}*", *TEXTS[2:4]))).issue
    found = [one.caption.value for one in made.articles[0].blocks if isinstance(one, Figure)]
    assert found == [caption]
    assert texts(made)[:4] == list(TEXTS[:4])


def test_a_whole_sentence_in_italics_is_none() -> None:
    made = restored(issue(body(f"*{TEXTS[3]}*", *TEXTS[2:3]))).issue
    assert not any(isinstance(one, Figure) for one in made.articles[0].blocks)


NOTE = "豆子和水的比例是一比八，夏天泡六个钟头，冬天要泡一夜，水面要没过豆子三指。"
SAID = "磨盘转得慢,一勺豆子一勺水"


def test_what_the_text_says_below_a_box_is_a_pull_quote() -> None:
    box = f"> **灶边话**\n\n> {NOTE}\n\n> {SAID}"
    items = "**老豆腐**：压得久，切得开，炖肉最好。\n\n**嫩豆腐**：压得轻，拿勺子舀着吃。"
    made = restored(issue(body(box, "<!-- 7 -->", "## 两种豆腐", items, TEXTS[2], TEXTS[3]))).issue
    assert boxes(made) == [("灶边话", "", [NOTE])]
    assert quotes(made) == [SAID.replace(",", "，")]
    assert headings(made) == ["两种豆腐"]


def test_what_it_does_not_say_is_of_the_box() -> None:
    box = f"> **灶边话**\n\n> {NOTE}\n\n> 卤水可用石膏水代替"
    made = restored(issue(body(box, *TEXTS[2:4]))).issue
    assert [len(inside) for _, _, inside in boxes(made)] == [2]


def test_an_ornament_below_the_last_line_is_dropped() -> None:
    made = restored(issue(body(TEXTS[2], "◇"))).issue
    assert [drop.text for drop in made.drops if drop.reason == "end-mark"] == ["◇"]
    assert texts(made)[2] == TEXTS[2]


def test_contents_may_be_a_menu() -> None:
    assert all(map(is_contents_heading, ("## 本期菜单", "本期一览")))
    assert not is_contents_heading("菜单")


def test_the_day_in_words_is_that_of_the_date() -> None:
    assert restored(issue(body())).issue.masthead.date == "2018-11-05"


def test_a_bold_line_below_a_heading_is_the_subtitle_behind_the_title() -> None:
    text = issue(f"**慢，是它的本分**\n\n{body()}", "006 天亮以前的豆腐　*慢，是它的本分*")
    made = restored(text)
    assert listed(made)[0] == ("当令", "天亮以前的豆腐", (), "006")
    first = made.issue.articles[0]
    assert [line.value for line in first.title] == ["天亮以前的豆腐"]
    assert first.subtitle is not None
    assert first.subtitle.value == "慢，是它的本分"

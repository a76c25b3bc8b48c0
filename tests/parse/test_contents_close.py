"""Contents whose lines OCR has read as one word each: 标题某某_4 for 标题　某某 …… 4."""

from __future__ import annotations

import pytest

from converter.pipeline import Restored
from tests.support.restored import listed as told
from tests.support.restored import restored

PIECES = [
    ("渔汛", "夜里收网的人", ("葛海生",), 4),
    ("渔汛", "潮水表上的铅笔字", ("卡佳",), 9),
    ("船谱", "一条船怎样变老", ("韩小渡", "陆秋禾"), 15),
    ("船谱", "木匠不用图纸", ("顾南山",), 21),
    ("灯下", "给灯塔写信", ("柳远舟",), 26),
]
TEXTS = [
    "船靠岸的时候天还没有亮，码头上只有一盏灯。老葛把缆绳绕了三圈，蹲下来数网眼。",
    "气象站发的潮水表贴在门后，母亲用铅笔在每一格里添上谁家的船哪天出的海。",
    "船和人一样，先是关节响，后来漏水。船坞里的师傅听一听敲板的声音，就知道它几岁。",
    "他量木头用的是自己的手掌，一拃多长，几十年没有变过，做出来的橹却从来不差一分。",
    "信寄出去半年以后才有回音，看灯塔的人说，今年冬天鸟来得早，玻璃又碎了两块。",
]


def body(*, twice: bool = False) -> str:
    """The articles, each title printed in the head of its page as well perhaps."""
    parts = []
    for (_, title, who, page), text in zip(PIECES, TEXTS, strict=True):
        head = f"{title}\n\n" if twice else ""
        signed = "，".join(who) if page != 15 else f"本刊记者{who[0]}  实习生{who[1]}"
        parts.append(f"{head}{title}\n\n{signed}\n\n{text}")
    return "\n\n".join(parts)


def contents(lead: str, heading: str = "目录", *, twice: bool = False) -> Restored:
    """What is restored of the issue under contents with nothing between titles and authors, and a lead to pages."""
    listed, last = [], ""
    for section, title, who, page in PIECES:
        listed += [section] if section != last else []
        listed.append(f"{title}{''.join(who)}{lead}{page}")
        last = section
    lines = "\n\n".join(listed)
    return restored(f"海角人家\n\n2022年第4期\n\n{heading}\n\n{lines}\n\n{body(twice=twice)}\n")


TOLD = [(section, title, who, str(page)) for section, title, who, page in PIECES]


@pytest.mark.parametrize("lead", ["_", "", "……", "．．．．．", " "])
def test_authors_are_told_from_titles_by_the_body(lead: str) -> None:
    assert told(contents(lead)) == TOLD


@pytest.mark.parametrize("heading", ["誉目", "帐Ⅲ", "Ⅲ", "日录"])
def test_a_misread_heading_is_put_right_and_recorded(heading: str) -> None:
    made = contents("_", heading)
    assert told(made) == TOLD
    issue = made.issue
    assert issue.contents.heading == "目录"
    changes = [(one.before, one.after) for one in issue.changes if one.rule == "contents-heading"]
    assert changes == [(heading, "目录")]


@pytest.mark.parametrize("heading", ["导卖", "异 读"])
def test_a_misread_heading_of_a_newspaper_is_put_right(heading: str) -> None:
    made = contents("_", heading)
    assert told(made) == TOLD
    assert made.issue.contents.heading == "导读"


def test_a_section_over_the_first_entry_is_no_heading() -> None:
    made = contents("_")
    assert told(made)[0][0] == "渔汛"
    assert not any(one.rule == "contents-heading" for one in made.issue.changes)


def test_titles_that_head_their_pages_as_well_leave_the_authors() -> None:
    assert told(contents("_", twice=True)) == TOLD


def test_the_strokes_are_dropped_as_leaders() -> None:
    drops = [drop.text for drop in contents("_").issue.drops if drop.reason == "leader"]
    assert drops == ["_"] * 5


def test_entries_run_on_behind_their_pages() -> None:
    text = (
        "海角人家\n\n2022年第4期\n\n目录\n\n渔汛\n\n夜里收网的人葛海生_4潮水表上的铅笔字卡佳_9船谱\n\n"
        "一条船怎样变老韩小渡陆秋禾_15\n\n木匠不用图纸顾南山_21灯下\n\n给灯塔写信柳远舟_26\n\n"
    )
    assert told(restored(text + body())) == TOLD


def test_a_title_that_the_body_has_with_a_misread_character_is_parted_by_its_byline() -> None:
    text = (
        "海角人家\n\n2022年第4期\n\n目录\n\n渔汛\n\n夜里收网的人葛海生_4\n\n潮水表上的铅笔宇卡佳_9\n\n船谱\n\n"
        "一条船怎样变老韩小渡陆秋禾_15\n\n木匠不用图低顾南山_21\n\n灯下\n\n给灯塔写信柳远舟_26\n\n"
    )
    found = told(restored(text + body()))
    assert [authors for _, _, authors, _ in found] == [who for _, _, who, _ in PIECES]


def test_titles_alone_with_their_pages_stay_whole() -> None:
    text = (
        "海角人家\n\n2022年第4期\n\n目录\n\n夜里收网的人4\n\n潮水表上的铅笔字9\n\n一条船怎样变老15\n\n"
        "木匠不用图纸21\n\n给灯塔写信26\n\n"
    )
    found = told(restored(text + body()))
    assert [(title, page) for _, title, _, page in found] == [
        (title, page) for _, title, _, page in TOLD
    ]


def test_short_lines_with_figures_in_a_text_are_left_alone() -> None:
    """Rows of an account end in numbers that go up, but no title or name is theirs."""
    rows = "缆绳12\n\n网坠30\n\n浮标45\n\n桐油60"
    text = f"海角人家\n\n2022年第4期\n\n{body()}\n\n{rows}\n\n以上是这条船一年的开销，账记在舱门背面。\n"
    assert not any(drop.reason == "leader" for drop in restored(text).issue.drops)
    assert "缆绳12" in str(restored(text))


def test_a_misread_heading_over_plain_entries_is_put_right() -> None:
    listed = "\n".join(f"{title}　{'　'.join(who)}　……{page}" for _, title, who, page in PIECES)
    text = f"海角人家\n\n2022年第4期\n\n誉目\n\n{listed}\n\n{body()}\n"
    made = restored(text)
    assert made.issue.contents.heading == "目录"
    assert [name for name, *_ in told(made)] == [""] * 5


def test_a_section_that_comes_again_is_no_misread_heading() -> None:
    listed = "\n".join(f"{title}　{'　'.join(who)}　……{page}" for _, title, who, page in PIECES)
    text = f"海角人家\n\n2022年第4期\n\n实录\n\n{listed}\n\n实录\n\n{body()}\n"
    made = restored(text)
    assert told(made)[0][0] == "实录"
    assert not any(one.rule == "contents-heading" for one in made.issue.changes)


def test_contents_without_a_heading_stand_between_the_name_and_the_imprint() -> None:
    listed = "\n\n".join(
        f"{section}\n\n{title}{who[0]}_{page}" for section, title, who, page in PIECES
    )
    imprint = (
        "海角人家\n\n2022年第4期（总第6期）\n\n国际标准连续出版物号：ISSN9912-0000\n\n定价：12元"
    )
    text = f"海角人家\n\n2022年第4期\n\n{listed}\n\n{imprint}\n\n{body()}\n"
    found = told(restored(text))
    assert [(title, page) for _, title, _, page in found] == [
        (title, str(page)) for _, title, _, page in PIECES
    ]


def test_a_code_of_the_imprint_below_the_last_entry_is_no_author() -> None:
    listed = "\n".join(f"{title}　{who[0]}　{page}" for _, title, who, page in PIECES)
    code = "国际标准连续出版物号：ISSN9912-0000"
    text = f"海角人家\n2022年第4期\n目录\n{listed}\n{code}\n{body()}\n"
    assert [who for _, _, who, _ in told(restored(text))] == [(who[0],) for _, _, who, _ in PIECES]


def test_authors_whose_name_is_misread_on_one_side_are_parted() -> None:
    text = body().replace("柳远舟", "柳远州何渡")
    listed = "\n\n".join(f"{title}{''.join(who)}_{page}" for _, title, who, page in PIECES)
    listed = listed.replace("柳远舟", "柳远舟何渡")
    found = told(restored(f"海角人家\n\n2022年第4期\n\n目录\n\n{listed}\n\n{text}\n"))
    assert found[-1][1:3] == ("给灯塔写信", ("柳远舟", "何渡"))


def test_the_heading_of_a_traditional_issue_is_in_its_script() -> None:
    listed = "\n".join(f"{title}　{'　'.join(who)}　……{page}" for _, title, who, page in PIECES)
    text = f"海角人家\n\n2022年第4期\n\n誉目\n\n{listed}\n\n{body()}\n"
    made = restored(text.translate(str.maketrans(HAN, HANT))).issue
    assert made.contents.heading == "目錄"


HAN = "网铅笔汛谱样变师给写灯缆绳个说听时头数没气发贴门后亲哪们刚关节来里响坞几岁东应开从却边鸟这块两层图纸远韩陆顾钓见过让话"
HANT = "網鉛筆汛譜樣變師給寫燈纜繩個說聽時頭數沒氣發貼門後親哪們剛關節來裡響塢幾歲東應開從卻邊鳥這塊兩層圖紙遠韓陸顧釣見過讓話"


def test_a_bracket_before_an_author_stays_with_the_author() -> None:
    text = body().replace("葛海生", "〔日〕葛海生")
    listed = "\n\n".join(f"{title}{''.join(who)}_{page}" for _, title, who, page in PIECES)
    listed = listed.replace("葛海生", "〔日〕葛海生")
    made = restored(f"海角人家\n\n2022年第4期\n\n目录\n\n{listed}\n\n{text}\n")
    assert told(made)[0][1:3] == ("夜里收网的人", ("葛海生",))
    assert "夜里收网的人〔" not in str(made.issue)


def test_a_page_with_a_digit_read_as_a_letter_is_no_page_of_one_digit() -> None:
    listed = "\n\n".join(f"{title}. . . . .（{who[0]}）{page}" for _, title, who, page in PIECES)
    text = f"海角人家\n\n2022年第4期\n\n目录\n\n{listed.replace('15', 'l5')}\n\n{body()}\n"
    assert [page for *_, page in told(restored(text))] == ["4", "9", "15", "21", "26"]


def test_a_text_of_a_title_and_its_author_alone_is_read() -> None:
    """Nothing but 标题 / 某某 again and again below contents of the same."""
    listed = "\n".join(
        f"夜里收网{mark}葛海生_{page}" for page, mark in enumerate("一二三四五六", 1)
    )
    restored(f"目录\n{listed}\n" + "夜里收网\n葛海生\n" * 5)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("船头", ("葛海生",)),
        ("船头上的灯", ("海角编辑部",)),
        ("船头上的灯", ("葛海生", "陆秋禾")),
    ],
)
def test_a_name_behind_a_title_that_nobody_signs_below_is_who_wrote_it(
    title: str, who: tuple[str, ...]
) -> None:
    """The body has the title on a line of its own, however short, over text."""
    rows = "\n\n".join(f"{one}{''.join(names)}_{page}" for _, one, names, page in PIECES)
    text = (
        f"海角人家\n\n2022年第4期\n\n目录\n\n{rows}\n\n{title}{''.join(who)}_30\n\n{body()}\n\n"
        f"{title}\n\n{TEXTS[0][::-1].strip('。')}。\n"
    )
    assert told(restored(text))[-1] == ("", title, who, "30")

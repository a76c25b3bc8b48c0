"""A city monthly whose columns have lost their indents: what stands in them, and where they break."""

from __future__ import annotations

import pytest

from converter.hanzi import squeeze
from converter.model import Figure, Issue, Paragraph, Role
from converter.parse.boxes import is_source
from converter.parse.heal import announces
from converter.parse.letters.signers import is_unnamed
from tests.support.blocks import boxes, headings, sourced, texts
from tests.support.columns import set_in
from tests.support.restored import listed, restored

MEASURE = 19
PLAIN = (
    "巷口的鐘樓一百年前就停了，停在七點二十分，街坊說它一天準兩次，比誰家的鐘都老實，搬走的人回來先看它一眼，才算到家。",
    "修鐘的師傅姓解，在樓下開了三十年舖，替人修過懷錶、座鐘、掛鐘，唯獨沒有上過那座樓，他說鐘不求他，他也不求鐘。",
    "前年秋天颱風吹掉了北面的玻璃，鴿子飛進去做窩，區裏的人這才想起樓上還有一座機器，來敲他的門，請他上去看看。",
    "他爬了九十六級，在機器前面坐了一個下午，出來時兩隻手都是黑的，只說了一句話，說它沒有壞，是有人叫它停的。",
    "後來他才講，擺錘下面墊着一塊木頭，木頭上刻了年月，是前一位師傅離開那天放進去的，放得很正，像替它蓋了被子。",
)
CUT = "木頭取出來以後，鐘走了四十一秒又停，師傅說這不怪它，四十一秒裏他聽見了三種聲音，最後一種他從來沒有在書上見過，也沒有人教過他應該怎樣動手去修那種聲音："
REST = "輪子還在走，擺卻先累了，好像一個人趕路趕到門口才想起沒有帶鎖匙。他於是把擺拆下來，放在窗台上曬了三天。"


def column(*paragraphs: str) -> list[str]:
    return [line for text in paragraphs for line in set_in(text, MEASURE)]


def captions(found: Issue) -> list[str]:
    return [b.caption.value for a in found.articles for b in a.blocks if isinstance(b, Figure)]


def cut(rest: str) -> list[str]:
    """The lines of what a column carries on: the first is as full as any."""
    return [rest[at : at + MEASURE] for at in range(0, len(rest), MEASURE)]


def issue(*inside: str, contents: str = "解長風", byline: str = "文／解長風") -> Issue:
    """An article with something between the lines of a sentence that a column cuts behind a colon."""
    return restored(text(*inside, contents=contents, byline=byline)).issue


def text(*inside: str, contents: str = "解長風", byline: str = "文／解長風", note: str = "") -> str:
    entries = ("04 停在七點二十分", contents, "", "09 換下來的擺", "雲起")
    other = ("換下來的擺", "", "文／雲起", "", *column(*PLAIN[2:], *PLAIN[:2]))
    lines = ("鐘樓月刊", "2019年5月號", "", "目錄", "", *entries, "", "停在七點二十分", "")
    head = (note, "", byline, "") if note else (byline, "")
    body = (*column(*PLAIN, CUT), "", *inside, *([""] if inside else []))
    return "\n".join((*lines, *head, *body, *cut(REST), *column(*PLAIN[:2]), "", *other)) + "\n"


def test_a_sentence_goes_on_behind_a_colon_that_ends_a_full_line() -> None:
    assert len(column(CUT)[-1]) == MEASURE
    assert CUT + REST in texts(issue())


def test_a_box_stands_within_such_a_sentence() -> None:
    found = issue("鐘訊", "機名：四面報時鐘", "年份：一九一九年", "重量：六百磅", "現況：待修")
    assert boxes(found) == [
        ("鐘訊", "", ["機名：四面報時鐘", "年份：一九一九年", "重量：六百磅", "現況：待修"])
    ]
    assert CUT + REST in texts(found)


@pytest.mark.parametrize(
    "lines",
    [
        ("解長風坐在鐘樓的機房裏，手邊那塊木頭於", "去年取出。（路晴攝）"),
        ("解長風坐在鐘樓的機房裏，手邊那塊木頭今", "年春天取出。（路晴攝）"),
    ],
)
def test_a_caption_of_two_lines_stands_within_it_though_the_last_might_be_one(
    lines: tuple[str, str],
) -> None:
    found = issue(*lines)
    assert captions(found) == ["".join(lines)]
    assert CUT + REST in texts(found)


def test_a_line_of_the_text_above_a_caption_is_none_of_it() -> None:
    set_so = column(PLAIN[3])
    apart = (*set_so[:1], "", set_so[1], "機房內景。（路晴攝）", "", *set_so[2:])
    found = restored(text().replace("\n".join(set_so), "\n".join(apart), 1)).issue
    assert captions(found) == ["機房內景。（路晴攝）"]
    assert texts(found).count(PLAIN[3]) == 2


def test_what_a_colon_announces_is_a_paragraph_of_its_own() -> None:
    told = CUT.replace("應該怎樣動手去修那種聲音：", "，當晚他在簿子上這樣寫道：")
    assert len(column(told)[-1]) == MEASURE
    whole = text().replace("\n".join(column(CUT)), "\n".join(column(told)))
    kept = whole.replace("\n".join(cut(REST)), "\n".join(column(REST)))
    assert [one for one in texts(restored(kept).issue) if one in (told, REST)] == [told, REST]


def test_a_name_a_title_paragraphs_and_their_source_in_one_block_are_a_box() -> None:
    lines = (
        "零件清單",
        "機房裏還有甚麼",
        *column(
            "一九一九年：擒縱輪、擺錘、報時錘、銅鏈、油杯，共一百零六件。",
            "二〇一九年：擒縱輪、擺錘和一塊木頭，共三件。",
        ),
        "（資料：解長風提供）",
    )
    found = restored(
        text().replace(
            "\n".join(column(PLAIN[1])),
            "\n".join((*column(PLAIN[1]), "", *lines, "")),
            1,
        )
    ).issue
    label, title, told, source = sourced(found)[0]
    assert (label, title, len(told), source) == (
        "零件清單",
        "機房裏還有甚麼",
        2,
        "資料：解長風提供",
    )
    assert not headings(found)


@pytest.mark.parametrize(
    ("line", "told"),
    [("（資料：解長風提供）", True), ("（数据：某局统计）", True), ("（資料：三份）", False)],
)
def test_who_gave_what_a_box_tells_stands_in_brackets(line: str, *, told: bool) -> None:
    assert is_source(line) is told


NOTE = (
    "編按：解長風，一九五二年生，在鐘樓底下開修鐘舖三十年，今年三",
    "月結業。本文據兩次訪談整理。",
)
SIGNED = "口述／解長風　整理／路晴"


def test_who_told_and_who_wrote_down_sign_an_entry_and_below_a_note_of_two_wide_lines() -> None:
    made = restored(text(contents=SIGNED, byline=SIGNED, note="\n".join(NOTE)))
    assert listed(made)[0] == ("", "停在七點二十分", ("解長風", "路晴"), "04")
    first = made.issue.articles[0]
    assert [one.value for one in first.title] == ["停在七點二十分"]
    assert [squeeze(one.text.value) for one in first.bylines] == [squeeze(SIGNED)]
    notes = [one for one in first.front if isinstance(one, Paragraph)]
    assert [(one.role, one.text.value) for one in notes] == [(Role.EDITOR_NOTE, "".join(NOTE))]
    assert not headings(made.issue)


@pytest.mark.parametrize("who", ["一个退休校对", "九龙　一个退休校对", "一位离休司机"])
def test_a_trade_that_somebody_has_left_signs_a_letter(who: str) -> None:
    assert is_unnamed(who)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("這個念頭使全書有了一個隱形的讀者：", False),
        ("他在會上提出了一個問題：", True),
        ("主要有三條路子：", True),
        ("他在簿子上這樣寫道：", True),
    ],
)
def test_a_number_of_things_announces_them_and_a_thing_with_its_kind_does_not(
    line: str, *, told: bool
) -> None:
    assert announces(line) is told

"""A literary bimonthly of Taiwan: hard-wrapped without indents, with a story, speech, poems."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Verse
from converter.parse.heal import decide
from tests.support.restored import restored

HEAD = "燈下\n文學雙月刊\n2024年8月號 第12期\n\n中華民國一一三年八月一日出版\n總編輯：沈一帆\nISSN 9931-5025\n\n"
CONTENTS = "目　錄\n\n小說\n渡口 何小滿 4\n\n詩\n夜裡的燈 陸遙 6\n\n書評\n一本船的書 唐果 8\n\n"
STORY = """\
老渡口在鎮子的南頭，石階有三十一
級，最下面的兩級常年浸在水裡，長著一
層青苔。
擺渡的人姓烏，一年裡有三百天在船
上，另外的日子在岸上等船。
「你要過河，還是只看看？」
我想了很久，說：「看看。」
他點點頭，把纜繩又繞回木樁上去，
繞了七圈，一圈也不少。
「渡口。」
他忽然說了這麼兩個字，好像在念一
個人的名字，然後就不再說話了。
那天晚上漲水，石階只看得見上面的
十一級，欄杆在水裡搖。
母親站在門口問他，什麼時候才肯把
船賣掉，搬到鎮上去住。
「等水退吧？」
他沒有回答。他把燈芯捻小，又捻大
了一點，天就快要亮了。
"""
POEM = "燈比人早睡\n船比燈早醒\n河在中間\n誰也不等\n"
MORE = "到了對岸\n我才想起\n沒有人\n叫我過來\n"
REVIEW = STORY.replace("「渡口。」\n", "").replace("「等水退吧？」\n", "")
BODY = (
    f"小說\n\n渡口\n何小滿\n\n{STORY}4 燈下 2024.08\n________\n\n{STORY.replace('一圈也不少', '一圈也不多')}小說 5\n________\n\n"
    f"詩\n\n夜裡的燈\n陸遙\n\n{POEM}\n詩 6\n________\n\n{MORE}\n詩 7\n________\n\n"
    f"書評\n\n一本船的書\n唐果\n\n{REVIEW}\n書籍資訊\n《渡船簿》，烏大河著，河灣出版社，\n民國一一二年三月初版，三二〇頁。\n\n{REVIEW}8 燈下 2024.08\n"
)


@pytest.fixture(scope="module")
def issue() -> Issue:
    return restored(HEAD + CONTENTS + BODY).issue


def texts(issue: Issue, at: int) -> list[str]:
    return [b.text.value for b in issue.articles[at].blocks if isinstance(b, Paragraph)]


def test_what_somebody_says_on_a_line_of_its_own_is_a_paragraph(issue: Issue) -> None:
    story = texts(issue, 0)
    for said in ("「你要過河，還是只看看？」", "「渡口。」", "「等水退吧？」"):
        assert story.count(said) == 2
    assert "他沒有回答。他把燈芯捻小，又捻大了一點，天就快要亮了。" in story
    assert not any(isinstance(block, Heading) for block in issue.articles[0].blocks)


def test_a_section_of_one_character_beside_a_folio_is_a_running_head(issue: Issue) -> None:
    poem = issue.articles[1]
    assert [type(block) for block in poem.blocks] == [Verse, Verse]
    assert {drop.text for drop in issue.drops if drop.text.startswith("詩 ")} == {"詩 6", "詩 7"}


def test_what_tells_of_the_book_under_review_is_a_box(issue: Issue) -> None:
    boxes = [block for block in issue.articles[2].blocks if isinstance(block, Box)]
    assert [box.label for box in boxes] == ["書籍資訊"]


def test_who_does_not_answer_carries_no_speech_on() -> None:
    assert decide("“等水退吧？”", "他笑着问。岸上没有人。").join
    for silent in ("他没有回答", "没有人回答", "无人应答"):
        assert not decide("“等水退吧？”", f"{silent}。岸上没有人。").join


def test_what_somebody_says_below_prose_is_a_paragraph_where_others_talk_line_by_line() -> None:
    talk = "「上船嗎？」\n\n「再等等。」\n\n「等誰呢？」\n\n"
    asked = f"{talk}岸上只有風，吹著一盞燈。\n\n「還有人嗎？」\n\n擺渡的人把纜繩又繞了七圈，一圈也不少。"
    found = restored(f"{HEAD}{CONTENTS}{BODY}".replace("老渡口在", f"{asked}\n老渡口在", 1)).issue
    assert "「還有人嗎？」" in texts(found, 0)


def test_the_page_may_cut_who_the_author_is_at_the_end_of_an_article() -> None:
    bio = "何小滿，1979年生於南渡。小說見於多種刊物，曾獲第四"
    cut = f"{bio}\n4 燈下 2024.08\n________\n\n屆青桐文學獎。\n"
    body = BODY.replace("4 燈下 2024.08\n________\n\n", "", 1).replace("小說 5\n", f"{cut}小說 5\n")
    back = restored(HEAD + CONTENTS + body).issue.articles[0].back
    assert bio + "屆青桐文學獎。" in [b.text.value for b in back if isinstance(b, Paragraph)]

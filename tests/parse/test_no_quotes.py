"""What says again the words of its article and is no pull quote."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from converter.hanzi import unopened
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.no_quotes import is_of_text
from converter.parse.issue.column_quotes import ColumnQuotes
from converter.parse.issue.pieces import Apart
from converter.pipeline import restore
from converter.segment import Unit
from converter.segment.units import make_units
from converter.source import Line
from tests.damage import damaged_issue
from tests.support.blocks import quotes, texts
from tests.support.restored import restored

HEAD = "渡口\n2023年第2期\n\n目录\n\n渡口的规矩　沈一帆　1\n\n渡口的规矩\n\n沈一帆\n\n"
TEXTS = [
    "渡口有三条规矩，头一条是天黑不开船。摆渡的老李把这条规矩写在船舱的门板背后，写了擦，擦了写，字迹早就看不清了。",
    "第二条是不载空手的人。空手的人要过河，得先在岸上捡一块石头，过了河把石头放在对岸的石堆上，石堆如今有一人多高。",
    "第三条规矩没有人说得清。有人说是“急不得，也等不得”，有人说是船上不许提落水的人，也有人说根本没有第三条。",
    "老李今年七十三岁，船也有四十岁了。他说人和船一样，用久了就有了脾气，要顺着脾气使，才走得长远，也走得安稳。",
]
CUT = "镇上来的干部劝他歇一歇，他坐在船头，把手里的缆绳慢慢地盘好，头也不抬，说开船这件事"


def issue(*body: str) -> tuple[list[str], list[str]]:
    found = restored(HEAD + "\n\n".join(body) + "\n").issue
    return quotes(found), texts(found)


def test_a_stop_behind_the_quotation_marks_is_that_of_the_sentence_around() -> None:
    said = "“急不得，也等不得”。"
    assert issue(*TEXTS, CUT, said, TEXTS[3][::-1].strip("。") + "。")[0] == []


def draft(tail: str) -> Draft:
    """A draft with a sentence that is not at its end."""
    paragraph = SimpleNamespace(tail=lambda size: tail[-size:])
    return cast("Draft", SimpleNamespace(open=paragraph, mid_sentence=lambda: True))


def units(*rows: str) -> list[Unit]:
    return make_units([Line(2 * at, text) for at, text in enumerate(rows)])


def test_a_piece_in_which_a_word_goes_on_and_another_breaks_off_is_of_the_text() -> None:
    pieces = units("旧小区业主在路口添一盏慢灯，也要因", "地制宜地办好食堂。")
    assert is_of_text(pieces, draft("楼长说，去年老"), 0)
    assert not is_of_text(pieces, draft("楼长说，去年的"), 0)


def test_what_ends_a_sentence_over_the_next_point_is_of_the_text() -> None:
    below = units("船终于开稳了。", "二是天黑以前收桨，收桨以后点灯。")
    assert is_of_text(below, draft("按照老规矩教了两年，"), 0)
    assert not is_of_text(below[:1] + units("竹篙也换成了新的。"), draft("按照老规矩教了两年，"), 0)


def test_a_cited_work_is_no_pull_quote() -> None:
    work = units("[4]顾明林.让老渡口真正用起来[J].长街月刊,2018(3):57-70.", "下一条。")
    assert is_of_text(work, draft(""), 0)


def test_a_line_of_a_column_that_breaks_off_in_a_word_is_no_pull_quote() -> None:
    rows = [
        "老李把这条规矩写在船舱的门板背后，写了又",
        '在渡口几乎天天发生。以"良法"为思路带',
        "着年轻人请老师傅到船头上来讲一讲老规矩，",
        "这样的事，在渡口几乎天天发生。",
        "以“良法”为思路带着大家。",
    ]
    lines = [Line(at, text) for at, text in enumerate(rows)]
    found = Apart()
    ColumnQuotes(lines, 20.0, found).find([1])
    assert found.quoted == set()


def test_what_closes_marks_that_open_above_is_the_rest_of_a_sentence() -> None:
    """Over the title of the next article, where pages of a made issue cut what somebody says."""
    made = restore(damaged_issue(114203, "sample").data, name="made.txt").issue
    said = [
        text.value for one in made.articles for told in one.pull_quotes for text in told.paragraphs
    ]
    assert said
    assert not any(map(unopened, said))

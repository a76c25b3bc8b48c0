"""Pull quotes before a title: two parted by a blank line, several in large type, those that begin a page."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.model import Article
from converter.parse.issue.quote_odds import Words, odds_of_main_piece
from converter.segment import Unit
from converter.source import Line
from tests.parse.test_pull_quotes import CANAL, MARKET, SCHOOL, last_paragraph, quotes
from tests.support.restored import restored

LISTED = ("目录", "1 水渠记 张水", "3 图书室 李山", "5 赶集 王禾", CANAL[0][:35])
CLEAR = "集市的秤准了，摊贩和顾客心里都准；公平秤不说话，吵架的人自己就少了一半。"
VAGUE = "秤砣虽小，压得住人心。"
LAST = "孩子们把借来的书包上书皮，还的时候再把书皮收回去，一张书皮能用三个学期。"


def _issue(*above: str) -> list[Article]:
    """Three articles, the last of them below some lines."""
    parts = [*LISTED, "水渠记", "张水", *CANAL, "图书室", "李山", *SCHOOL, LAST]
    return list(restored("\n\n".join([*parts, *above, "赶集", "王禾", *MARKET])).issue.articles)


def test_two_thoughts_parted_by_a_blank_line_are_told_by_the_upper_one() -> None:
    found = _issue(CLEAR, VAGUE)
    assert quotes(found[2]) == [CLEAR, VAGUE]
    assert last_paragraph(found[1]) == LAST
    # The lower one alone might as well be the end of the article.
    assert quotes(_issue(VAGUE)[2]) == []
    sure = "公平不在纸上，在人人看得见的地方。"
    assert quotes(_issue(sure)[2]) == [sure]
    assert quotes(_issue(CLEAR, sure)[2]) == [CLEAR, sure]


def test_a_long_paragraph_above_a_thought_is_none() -> None:
    assert VAGUE not in quotes(_issue(SCHOOL[0] * 2, VAGUE)[2])


MORE = (
    (
        "渡口的灯",
        "钱有余",
        "渡口的灯每天天黑点上，天亮吹灭。点灯的人换了三代，灯罩擦得看不见指纹。",
        "去年发大水，渡船停了九天，灯一夜也没有停过。对岸的人望见灯，就知道家里平安。",
    ),
    (
        "一口老井",
        "孙满仓",
        "老井的井圈上有十七道绳沟，最深的一道能放下一根手指。孩子们爱数，数一回多一道。",
        "通了自来水以后，井台边的石板没有人坐了，孙家的老人还是每天早上去扫一遍。",
    ),
)


def _with_pages(above: str, *, seen: int) -> list[str]:
    """The pull quotes of the last of five articles; ``seen`` are the pages that have a folio."""
    listed = [
        "目录",
        "1 水渠记 张水",
        "3 图书室 李山",
        "5 渡口的灯 钱有余",
        "7 一口老井 孙满仓",
        "9 赶集 王禾",
    ]
    pages = [
        ("水渠记", "张水", *CANAL),
        ("图书室", "李山", *SCHOOL),
        *MORE,
    ]
    feet = [f"· {number} ·" for number in (2, 4, 6, 8)]
    parts = [*listed, CANAL[0][:35]]
    for at, (page, foot) in enumerate(zip(pages, feet, strict=True)):
        parts += [*page, *([foot] if at >= len(pages) - seen else [])]
    text = "\n\n".join([*parts, above, "赶集", "王禾", *MARKET])
    return quotes(restored(text).issue.articles[4])


def test_a_thought_with_which_the_page_of_its_title_begins() -> None:
    thought = "过道扫干净了，心里也就干净了。"
    assert _with_pages(thought, seen=4) == [thought]
    # Where the pages of few titles are seen, the next one may begin unseen below the text.
    assert _with_pages(thought, seen=1) == []


LINES = ("集市的秤准了，", "摊贩和顾客心里都准；公平秤不说话，吵架的人自己就", "少了一半。")


@pytest.mark.parametrize("lines", [LINES, (LINES[0] + LINES[1], LINES[2])])
def test_several_thoughts_in_lines_set_close_above_a_title(lines: tuple[str, ...]) -> None:
    found = _issue("\n".join([*lines, VAGUE]))
    assert quotes(found[2]) == [CLEAR, VAGUE]


def test_a_sentence_ends_within_a_line_of_a_quotation() -> None:
    first = (
        "公平秤不说话，吵架的人自己就少了一半。",
        "集市的秤准了，摊贩和顾客心里都",
        "准，管理员也就放下了心。",
    )
    found = _issue("\n".join([*first, VAGUE]))
    assert quotes(found[2]) == ["".join(first), VAGUE]


def test_thoughts_below_the_only_blank_line_of_an_article() -> None:
    close = "\n".join([*SCHOOL, LAST])
    clear = f"{CLEAR[:-1]}，赶集的人也不用自己再带一杆秤。"
    parts = [*LISTED, "水渠记", "张水", *CANAL, "图书室", "李山", close, f"{clear}\n{VAGUE}"]
    found = restored("\n\n".join([*parts, "赶集", "王禾", *MARKET])).issue.articles
    assert quotes(found[2]) == [clear, VAGUE]


def _set(text: str, measure: int = 32) -> str:
    """A paragraph in lines of one measure."""
    return "\n".join(text[at : at + measure] for at in range(0, len(text), measure))


def test_a_title_right_below_its_quotation_whose_subtitle_the_contents_have_beside_it() -> None:
    title = "把秤放到集市当中去 让人心里都有一杆秤"
    listed = ("目录", "水渠记／张水 （1）", f"{title} ——访管理员老周／王禾 （3）")
    quotation = "秤准了，人心就准了；人心准了，路再远也会有人来，这是集市的本钱。"
    above = ("水渠记", "张水", *map(_set, CANAL), f"{quotation}\n{title}")
    text = "\n\n".join([*listed, *above, "——访管理员老周", "王禾", *map(_set, MARKET)])
    articles = restored(text).issue.articles
    assert [key("".join(line.value for line in one.title)) for one in articles] == [
        "水渠记",
        key(title),
    ]
    assert quotes(articles[1]) == [quotation]


def test_a_long_article_with_headings_has_a_pull_quote_rather_than_another() -> None:
    short, text = "水渠修了三年。", "水渠修了三年，从水库一直修到后山的稻田。" * 6
    parts = [
        _units(),
        *(_units(short) for _ in range(6)),
        _units("一、修渠", text, "二、清淤", text),
    ]
    texts = [Words("".join(unit.text for unit in part)) for part in parts]
    assert odds_of_main_piece(parts, texts, 6) > 1.0
    assert odds_of_main_piece(parts, texts, 5) == 0.0
    # A few articles tell nothing of what is long.
    assert odds_of_main_piece(parts[4:], texts[4:], 2) == 0.0


def test_the_upper_of_two_thoughts_above_a_long_article() -> None:
    upper, lower = "管一条过道，先要管住自己的手。", "公平不在纸上，在人人看得见的地方。"
    short = [
        *MORE,
        ("灶膛里的火", "周立春", "灶膛里的火一天三回，娃娃添柴。", "火不大，够一家人暖。"),
        ("门前的路", "吴小满", "门前的路铺了石子，下雨不沾泥。", "石子是从河滩上挑来的。"),
    ]
    listed = [
        "1 水渠记 张水",
        "3 图书室 李山",
        *(f"{5 + at} {one[0]} {one[1]}" for at, one in enumerate(short)),
    ]
    parts = [
        "\n".join(["目录", listed[0], *listed[2:], listed[1], "10 赶集 王禾"]),
        "水渠记",
        "张水",
        *CANAL,
    ]
    parts += [
        *(text for one in short for text in one),
        "图书室",
        "李山",
        *SCHOOL,
        LAST,
        upper,
        lower,
    ]
    parts += ["赶集", "王禾", "一、秤准了", *MARKET, "二、人散了", *MARKET]
    last = restored("\n\n".join(parts)).issue.articles[-1]
    assert quotes(last) == [upper, lower]


def test_what_points_to_the_text_above_is_no_pull_quote() -> None:
    thought = "公平不在纸上，在人人看得见的地方。"
    assert quotes(_issue(thought)[2]) == [thought]
    assert quotes(_issue(f"其中，{thought}")[2]) == []
    assert quotes(_issue(f"总之，{thought}")[2]) == []


def test_a_thought_with_each_character_of_a_short_title_speaks_of_it() -> None:
    thought = "赶早赶的是露水，摊子多了才成集。"  # of 赶集
    assert quotes(_issue(thought)[2]) == [thought]
    assert quotes(_issue(thought.replace("成集", "成市"))[2]) == []


def _units(*texts: str) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]

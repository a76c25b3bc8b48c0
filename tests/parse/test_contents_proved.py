"""Contents that the body proves, in layouts of which the reader of rows makes nothing."""

from __future__ import annotations

import pytest

from converter.parse.contents.words import WORD
from tests.support.restored import restored

PROSE = "渡口的石阶一共三十一级，水大的时候只露出最上面的五级，摆渡的人把缆绳往上挪一挪，照旧等客。"
MORE = "镇上的人都说这条河脾气好，可是管水尺的老人不这么看，他在本子上一格一格地记着它每天的心思。"
PIECES = [
    ("水边", "管水尺的老人", "何若溪", 4),
    ("水边", "石阶有多少级", "沈一帆", 7),
    ("手艺", "一根缆绳的寿命", "唐果", 9),
    ("灯下", "夜里过河的人", "陆遥", 12),
    ("灯下", "船票上的钢印", "方小舟", 15),
]
SUMMARIES = [
    "四十年里他没有缺过一天，本子摞起来有一人多高，最底下的一本已经认不出字迹，可是他背得出来。",
    "有人数出三十一级，有人数出三十三级，谁也没有数错，因为水在涨落，石头也在一年一年地往下沉。",
    "麻丝先要泡上三天，桐油要熬到起丝，搓的时候三个人不能说话，一说话手上的劲就不匀了。",
    "末班船开走以后还有人要过河，他们站在岸上喊，对岸的灯听见了，便一盏一盏亮起来。",
    "钢印是一个学徒刻的，刻反了一个字，后来谁也没有改，大家反倒凭着那个反字认得真票。",
]


def body(*, sections: bool) -> str:
    text, shown = "", ""
    for section, title, who, _ in PIECES:
        if sections and section != shown:
            text += f"{section}\n\n"
        shown = section
        text += f"{title}\n\n{who}\n\n{PROSE}\n\n{MORE}\n\n"
    return text


def paged() -> str:
    """Sections with pages of their own over entries that have theirs."""
    lines, shown = [], ""
    for section, title, who, page in PIECES:
        if section != shown:
            lines.append(f"{section} P{page}")
        shown = section
        lines.append(f"{page} {title} {who}")
    return "\n".join(lines)


def barred() -> str:
    """The section before its first title, behind a bar, and the author below."""
    lines, shown = [], ""
    for section, title, who, page in PIECES:
        lines += [f"{section}｜{title} {page}" if section != shown else f"{title} {page}", who]
        shown = section
    return "\n".join(lines)


def told() -> str:
    """A sentence under each entry that is as long as a paragraph of the body."""
    lines, shown = [], ""
    for (section, title, who, page), summary in zip(PIECES, SUMMARIES, strict=True):
        if section != shown:
            lines.append(f"\n{section}\n")
        shown = section
        lines += [f"{page} {title} {who}", f"{summary}{summary[:-1]}。"]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("contents", "printed"), [(paged(), True), (barred(), False), (told(), True), (told(), False)]
)
def test_the_body_tells_sections_and_titles(contents: str, printed: bool) -> None:  # noqa: FBT001
    issue = restored(f"目录\n\n{contents}\n\n{body(sections=printed)}").issue
    found = [
        (
            issue.section_names[article.section] if article.section >= 0 else "",
            "".join(line.value for line in article.title),
            article.first_page,
        )
        for article in issue.articles
    ]
    assert found == [(section, title, str(page)) for section, title, _, page in PIECES]


@pytest.mark.parametrize("land", ["〔日〕", "[日]", "［日］"])
def test_the_country_before_an_author_keeps_its_first_bracket(land: str) -> None:
    signed = [who if at != 1 else f"{land}村上和夫" for at, (_, _, who, _) in enumerate(PIECES)]
    rows = [
        f"{title}…………{who} {page}" for (_, title, _, page), who in zip(PIECES, signed, strict=True)
    ]
    listed = "\n".join(("水边", *rows[:2], "手艺", rows[2], "灯下", *rows[3:]))
    text = f"渡口\n2021年第3期\n\n目录\n{listed}\n声音 17　来信 18\n\n"
    for (_, title, _, _), who in zip(PIECES, signed, strict=True):
        text += f"{title}\n\n●{who}\n\n{PROSE}\n\n{MORE}\n\n"
    text += f"声音\n\n{PROSE}\n\n{MORE}\n\n来信\n\n{MORE}\n\n{PROSE}\n\n"
    issue = restored(text).issue
    assert [author.name for author in issue.articles[1].bylines[0].authors] == ["村上和夫"]
    assert not any(drop.text.endswith(land[0]) for drop in issue.drops)


def test_a_page_with_its_letter_and_a_digit_misread_is_one_word() -> None:
    words = [hit[0] for hit in WORD.finditer("P3I 水车的账本 A4 纸 CP3I")]
    assert words == ["P", "3I", "水车的账本", "A", "4", "纸", "CP", "3", "I"]

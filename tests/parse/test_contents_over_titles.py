"""Contents of mixed forms, whose sections the body prints over the titles, with a blank line between."""

from __future__ import annotations

from tests.support.restored import listed, restored

CONTENTS = """\
目次

02 編輯室報告
井邊的那一盞燈　蘇映彤

專題
渡口回來了

| | | |
|---|---|---|
| 03 | 渡口的一百年<br>——河灣小史 | 簡文樵 |
| 08 | 一張船票的旅行 | 游以晴 |

10 藍布條的船槳　周秀桃

人物專訪
12 不用買票也可以坐下來的地方　邱若水

公民筆記
15 里民大會為什麼開在船上　羅稻生

庄史拾遺
保正的渡船日記 ‧‧‧‧‧ 何梅枝 18
"""
TEXT = "渡口在鎮子的南邊，石階一共三十一級，最下面的兩級長年泡在水裡，漲水的時候只看得見欄杆。"
SUBTITLES = {"渡口的一百年": "\n——河灣小史"}
SECTIONS = [
    ("編輯室報告", [("井邊的那一盞燈", "蘇映彤")]),
    (
        "專題　渡口回來了",
        [("渡口的一百年", "簡文樵"), ("一張船票的旅行", "游以晴"), ("藍布條的船槳", "周秀桃")],
    ),
    ("人物專訪", [("不用買票也可以坐下來的地方", "邱若水")]),
    ("公民筆記", [("里民大會為什麼開在船上", "羅稻生")]),
    ("庄史拾遺", [("保正的渡船日記", "何梅枝")]),
]


def issue() -> str:
    body = "\n\n".join(
        f"{name}\n\n{title}{SUBTITLES.get(title, '')}\n\n文／{author}\n\n{TEXT}\n\n{TEXT}"
        for name, entries in SECTIONS
        for title, author in entries
    )
    return f"渡口\n2023年10月號\n\n{CONTENTS}\n{body}\n"


def test_names_over_titles_are_sections_be_their_forms_mixed() -> None:
    found = [
        (section.replace(" ", "\u3000"), title, authors)
        for section, title, authors, _ in listed(restored(issue()))
    ]
    assert found == [
        (name, title, (author,)) for name, entries in SECTIONS for title, author in entries
    ]


def test_the_page_beside_a_name_is_that_of_the_title_below() -> None:
    pages = {title: page for _, title, _, page in listed(restored(issue()))}
    assert pages["井邊的那一盞燈"] == "02"
    assert pages["保正的渡船日記"] == "18"


def test_a_title_with_its_page_over_its_subtitle_is_no_section() -> None:
    text = issue().replace(
        "12 不用買票也可以坐下來的地方　邱若水", "12 渡口的人\n——訪船匠唐果　邱若水"
    )
    text = text.replace("不用買票也可以坐下來的地方\n\n", "渡口的人\n——訪船匠唐果\n\n")
    sections = [section for section, _, _, _ in listed(restored(text))]
    assert "渡口的人" not in sections


def test_the_last_line_of_a_title_over_its_authors_names_no_section() -> None:
    titles = [
        (["夜裡的渡口", "石階上的水痕", "欄杆的來歷"], "蘇映彤"),
        (["一張船票的旅行"], "游以晴"),
        (["藍布條的船槳", "井邊的那一盞燈"], "周秀桃"),
    ]
    listing = "\n\n".join(
        f"{at} " + "\n".join(title) + f"\n  {who}" for at, (title, who) in enumerate(titles, 4)
    )
    prose = "\n".join([TEXT] * 6)
    body = "\n\n\n".join("\n".join([*title, who, prose]) for title, who in titles)
    found = listed(restored(f"目次\n\n【專題】\n\n{listing}\n\n\n{body}\n"))
    assert found == [
        ("專題", "".join(title), (who,), str(at)) for at, (title, who) in enumerate(titles, 4)
    ]

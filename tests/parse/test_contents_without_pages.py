"""Contents without pages, whose titles the body has over their authors."""

from __future__ import annotations

import pytest

from converter.model import Article, Issue
from converter.pipeline import restore

ARTICLES = (
    ("桥下的人", "沈安平"),
    ("第三个渡口", "欧阳青"),
    ("河灯记", "俞伯平"),
    ("旧船票上的县城", "唐棣华"),
    ("码头工人口述：三十年里的四次搬家", "何一山"),
    ("给水文站写一封信", "陆遥"),
)
PAIRS = tuple(zip(ARTICLES[:3], ARTICLES[3:], strict=True))
SECTIONS = ("小说", "小说", "散文", "散文", "口述", "书信")
PROSE = (
    (
        "桥修了三年，桥下的人也换了三茬。先是打桩的，后来是扎钢筋的，再后来是看桥的老头，他住在"
        "桥墩旁边的棚子里，养了一条黄狗。狗不叫，人也不爱说话，过桥的人都以为桥下没有人。"
    ),
    (
        "七月半放河灯，是我们那里的老规矩。灯是纸糊的，底下垫一块木片，点上蜡烛，顺水漂下去，漂到"
        "看不见为止。祖母说，漂得远的那一盏，是替没有回来的人点的，谁也不许去捞。"
    ),
)

LAYOUTS = {
    "titles": "\n".join(title for title, _ in ARTICLES),
    "two columns": "\n".join(f"{left[0]}　　{right[0]}" for left, right in PAIRS),
    "two columns with authors": "\n".join(
        f"{left[0]} {left[1]}　　{right[0]} {right[1]}" for left, right in PAIRS
    ),
    "author and work": "\n".join(f"{name}《{title}》" for title, name in ARTICLES),
    "author and colon": "\n".join(f"{name}：{title}" for title, name in ARTICLES),
    "section and bar": "\n".join(
        f"{section}｜{title}　{name}"
        for section, (title, name) in zip(SECTIONS, ARTICLES, strict=True)
    ),
    "summaries": "\n".join(
        f"{4 + 6 * at:02d}\n{title}\n{name}\n关于{title}，我们问了许多人，没有两个人的说法一样。\n"
        for at, (title, name) in enumerate(ARTICLES)
    ),
}


def issue(contents: str, byline: str = "{}", *, sections: bool = False) -> Issue:
    parts = [f"河岸文艺\n2023年第4期\n\n目录\n\n{contents}\n"]
    for at, (title, name) in enumerate(ARTICLES):
        parts += [f"{SECTIONS[at]}\n"] if sections else []
        parts += [f"{title}\n", f"{byline.format(name)}\n"]
        parts += [f"{PROSE[(at + turn) % 2]}{title}也是这样。\n" for turn in range(6)]
    return restore("\n".join(parts).encode(), name="x.txt").issue


def head(article: Article) -> tuple[str, str]:
    names = [one.name for byline in article.bylines for one in byline.authors]
    return "".join(line.value for line in article.title), "、".join(names)


def listed(made: Issue) -> list[str]:
    return ["".join(one.title) for section in made.contents.sections for one in section.entries]


@pytest.mark.parametrize("byline", ["{}", "文/{}", "□ {}", "{}（水乡县文化馆）"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_article_is_found(layout: str, byline: str) -> None:
    made = issue(LAYOUTS[layout], byline)
    assert [head(article) for article in made.articles] == list(ARTICLES)
    assert len(listed(made)) == len(ARTICLES)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_section_over_the_first_title_is_none_of_the_contents(layout: str) -> None:
    made = issue(LAYOUTS[layout], sections=True)
    assert [head(article) for article in made.articles] == list(ARTICLES)
    assert "小说" not in listed(made)


def test_an_imprint_below_contents_takes_none_of_their_entries() -> None:
    numbers = ("一", "七", "十三", "十九", "廿四", "三十")
    entries = "\n".join(
        f"{title}　　　　{name}　{number}"
        for (title, name), number in zip(ARTICLES, numbers, strict=True)
    )
    imprint = "一九八九年十月出版\n发行人　石大川\n地址　河岸县渡口路九号\n邮编　999999"
    made = issue(f"{entries}\n\n{imprint}")
    assert listed(made) == [title for title, _ in ARTICLES]
    assert made.masthead.title == "河岸文艺"


def test_letter_spaced_names_about_a_comma_are_two() -> None:
    entries = "\n".join(
        f"{title}　　　　{name}　{4 + 6 * at}" for at, (title, name) in enumerate(ARTICLES)
    )
    text = entries.replace("沈安平", "沈　梅、计　生")
    made = issue(text)
    (first, *_), *_ = (section.entries for section in made.contents.sections)
    assert first.authors == ("沈梅", "计生")


def test_words_in_capitals_are_of_titles_and_names_and_of_no_section() -> None:
    heads = (("水文站里的 GPS 航标", "JON BERG"), ("渡口日历", "ANNA LIND 与 EVA HOLM"), ("给石阶编号", "Łucja Königová、Jón Þór"), *ARTICLES)  # fmt: skip
    entries = "\n".join(f"{title}　{name}……{4 + 6 * at}" for at, (title, name) in enumerate(heads))
    body = "\n\n".join(
        f"{title}\n\n作者：{name}\n\n{PROSE[at % 2]}" for at, (title, name) in enumerate(heads)
    )
    made = restore(f"河岸文艺\n\n目录\n{entries}\n\n{body}".encode(), name="issue.txt").issue
    names = [name.replace(" 与 ", "、") for _, name in heads]
    assert [head(article)[1] for article in made.articles] == names
    assert [head(article)[0] for article in made.articles] == [title for title, _ in heads]


def test_names_that_stand_right_over_the_next_line_in_the_body_are_sections() -> None:
    titles = [f"{title}（作者：{name}）" for title, name in ARTICLES]
    parts = {"卷首": ["编者的话", "致读者"], "小说": titles[:3], "访谈与回忆": titles[3:]}
    listed = "\n".join("\n".join((name, *of)) for name, of in parts.items()) + "\n征稿启事"
    body = []
    for name, of in parts.items():
        body.append(name)
        for title in of:
            body += [title, *(f"{PROSE[turn]}{title[:4]}也是这样。" for turn in (0, 1))]
    text = f"河岸文艺\n\n2023年第4期\n\n目录\n{listed}\n\n" + "\n".join(body)
    sections = restore(text.encode(), name="x.txt").issue.contents.sections
    # Below signed articles a notice of the house is of no section.
    of_none = [entry.title for section in sections if not section.name for entry in section.entries]
    assert of_none == [("征稿启事",)]
    named = [section for section in sections if section.name]
    assert [section.name for section in named] == list(parts)
    found = [" ".join(entry.title) for section in named for entry in section.entries]
    assert found == [*parts["卷首"], *(title for title, _ in ARTICLES)]

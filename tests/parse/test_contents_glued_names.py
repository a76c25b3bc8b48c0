"""Entries of contents in which the blank between title and author is lost."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ONE = "编竹筐的人手上没有一块整的皮，他说竹子认手，手软了它就扎，手硬了它就断，只有不软不硬的时候，它才肯弯成一个圈。"
TWO = "晒盐的人看天要看三遍，早上看云，中午看影子，傍晚看鸟往哪边飞，三遍都对上了，第二天才敢把水放进去。"
IMPRINT = "竹盐月刊\n2016年第2期\n主管：河东县委\n主办：河东县文化馆\n主编：傅长林\n电话：0199-10227733\n\n"
ENTRIES = [
    ("不软不硬的时候", "陆小满"),
    ("三遍看天 早上看云", "河东县盐务所党支部"),
    ("把水放进去", "本刊编辑部"),
    ("竹子认手", "方远"),
    ("傍晚的鸟", "欧阳青"),
    ("影子短的时候", "万佩文"),
    ("第二天才敢", "骆知秋"),
]
BODY = "\n".join(
    "\n\n".join((title, f"□ {name}" if name == "陆小满" else name, ONE + TWO, TWO)) + "\n"
    for title, name in ENTRIES
)


def entries(glued: int, form: str) -> list[tuple[str, tuple[str, ...], str]]:
    lines = [
        form.format(title=title, gap="" if at == glued else " ", name=name, page=at * 3 + 2)
        for at, (title, name) in enumerate(ENTRIES)
    ]
    made = restored(f"{IMPRINT}目录\n\n" + "\n".join(lines) + f"\n\n{BODY}")
    return [(title, authors, page) for _, title, authors, page in listed(made)]


@pytest.mark.parametrize(
    "form", ["{page} {title}{gap}{name}", "{title}{gap}{name} {page}", "{title}{gap}{name}……{page}"]
)
@pytest.mark.parametrize("at", range(len(ENTRIES)))
def test_author_glued_to_the_title(at: int, form: str) -> None:
    assert entries(at, form) == [
        (title, (name,), str(place * 3 + 2)) for place, (title, name) in enumerate(ENTRIES)
    ]


SPACED = [
    ("不软不硬的时候", "陆 小 满"),
    ("把水放进去", "方 远"),
    ("第二天才敢开闸", "骆知秋 万佩文"),
]


@pytest.mark.parametrize("at", range(len(SPACED)))
@pytest.mark.parametrize("form", ["{page} {title}{gap}{name}", "| {title}{bar}{name} | {page} |"])
def test_letter_spaced_names_and_several_glued_to_the_title(at: int, form: str) -> None:
    others = [
        ("三遍看天", "傅长林"),
        ("竹子认手", "欧阳青"),
        ("影子短的时候", "沈一帆"),
        ("傍晚的鸟", "唐果"),
    ]
    heads = [*SPACED, *others]
    lines = [
        form.format(
            title=title,
            gap="" if place == at else " ",
            bar="" if place == at else " | ",
            name=name,
            page=place * 3 + 2,
        )
        for place, (title, name) in enumerate(heads)
    ]
    body = "\n\n".join("\n\n".join((title, name, ONE + TWO, TWO)) for title, name in heads)
    made = restored(f"{IMPRINT}目录\n\n" + "\n".join(lines) + f"\n\n{body}")
    names = [name.split() for _, name in heads]
    assert [(title, authors) for _, title, authors, _ in listed(made)] == [
        (title, ("".join(name),) if len(name[0]) == 1 else tuple(name))
        for (title, _), name in zip(heads, names, strict=True)
    ]


def test_a_house_in_no_list_glued_to_the_title() -> None:
    heads = [("夜里怎样看秤", "第二码头学秤小组"), *ENTRIES]
    lines = [
        f"{title}{'' if place == 0 else ' '}{name} {place * 3 + 2}"
        for place, (title, name) in enumerate(heads)
    ]
    made = restored(
        f"{IMPRINT}目录\n\n"
        + "\n".join(lines)
        + f"\n\n{heads[0][0]}\n\n{heads[0][1]}\n\n{TWO}{ONE}\n\n{ONE}\n\n{BODY}"
    )
    assert listed(made)[0][1:3] == (*heads[0][:1], heads[0][1:])


STRUCK = [
    ("把影子折起来", "执教/陆小满\n点评/方知白"),
    ("不软不硬的时候", "傅长林"),
    ("第二天才敢开闸", "骆知秋 万佩文"),
    ("竹子认手", "欧阳青"),
]


@pytest.mark.parametrize("stroke", ["/", "／", "｜"])
def test_names_behind_a_stroke_that_no_blank_parts(stroke: str) -> None:
    glued = ["陆小满方知白", "傅长林", "骆知秋万佩文", "欧阳青"]
    lines = [
        f"{place * 3 + 2} {title}{stroke}{names}"
        for place, ((title, _), names) in enumerate(zip(STRUCK, glued, strict=True))
    ]
    body = "\n\n".join("\n\n".join((title, by, ONE + TWO, TWO)) for title, by in STRUCK)
    made = restored(f"{IMPRINT}目录\n\n" + "\n".join(lines) + f"\n\n{body}")
    assert [(title, authors) for _, title, authors, _ in listed(made)] == [
        ("把影子折起来", ("陆小满", "方知白")),
        ("不软不硬的时候", ("傅长林",)),
        ("第二天才敢开闸", ("骆知秋", "万佩文")),
        ("竹子认手", ("欧阳青",)),
    ]


def test_what_nobody_signs_behind_a_stroke_is_no_several_names() -> None:
    heads = [("晒盐的人/石白水游记长", ""), ("竹子认手", "欧阳青"), ("影子短的时候", "傅长林")]
    lines = [f"{at * 3 + 2} {title}/{name}".rstrip("/") for at, (title, name) in enumerate(heads)]
    body = "\n\n".join(
        "\n\n".join((title.replace("/", "\n"), name, ONE + TWO, TWO)) for title, name in heads
    )
    made = listed(restored(f"{IMPRINT}目录\n\n" + "\n".join(lines) + f"\n\n{body}"))
    assert all("石白水" not in authors for _, _, authors, _ in made)

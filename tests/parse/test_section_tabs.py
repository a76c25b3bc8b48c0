"""Names of sections that the body prints in the margin of their pages: in English too, or from top to bottom."""

from __future__ import annotations

from tests.support.restored import listed, restored

TEXT = "岸上的灯亮了一排，照着收回来的船缆，也照着堤上的人，他们数了又数。"
ENTRIES = [
    ("渡口", "SHORE", "02", "夜里的渡船", "孟水生"),
    ("船厂", "YARD", "04", "缆桩的来历", "陶然"),
    ("药箱", "", "06", "船上的药要常看", "沈青"),
    ("书架", "BOOKS", "08", "渡口小窍门七则", ""),
    ("信箱", "LETTERS", "10", "读者来信", ""),
]


def issue() -> str:
    """An issue of which the letters stand on the page of the article above, whose head comes on the next."""
    contents = ["目录"]
    body: list[str] = []
    for name, english, page, title, who in ENTRIES:
        contents += [name, f"{page} {title} {who}".strip()]
        head = [f"{name} {english}"] if english else list(name)
        head = [] if name == "信箱" else head
        body += [
            *head,
            title,
            *([f"文/{who}"] if who else []),
            "",
            TEXT,
            "",
            TEXT[::-1][1:] + "。",
            "",
        ]
    return "\n".join(["河湾", "2003年第2期", *contents, "", *body, "11", "信箱 LETTERS", TEXT])


def test_each_is_the_section_of_its_entry() -> None:
    assert [(name, title) for name, title, _, _ in listed(restored(issue()))] == [
        (name, title) for name, _, _, title, _ in ENTRIES
    ]

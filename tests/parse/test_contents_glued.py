"""Contents whose words OCR has run together, told apart by the titles that the body prints."""

from __future__ import annotations

from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，灯还亮着，照着石阶。"
MORE = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天，天黑了才回屋，把灯拧暗一点。"
SECTIONS = {
    "特稿": [("灯为什么不灭", "张长水"), ("石阶上的三十一级", "李小桥")],
    "人物": [("补伞的人坐在桥头", "王大渡"), ("她认得四百个字", "赵石生")],
    "评论": [("水退以后人往哪里去", "周小船"), ("一张借条的重量", "吴青山")],
    "随笔": [("母亲的算盘", "郑春雨"), ("灯下慢读水经", "冯秋声")],
}
BODY = "\n\n".join(
    f"{name}\n\n" + "\n\n".join(f"{title}\n\n{who}\n\n{PROSE}\n\n{MORE}" for title, who in pieces)
    for name, pieces in SECTIONS.items()
)


def contents(listed: str) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    found = restored(f"河湾月刊\n2023年第3期\n\n目录\n\n{listed}\n\n{BODY}\n").issue
    assert [one.title[0].value for one in found.articles] == [
        title for pieces in SECTIONS.values() for title, _ in pieces
    ]
    return {
        section.name: [("".join(one.title), one.authors, one.page) for one in section.entries]
        for section in found.contents.sections
    }


def told(pages: list[str] | None = None) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    left = list(pages or [""] * 8)
    return {
        name: [(title, (who,), left.pop(0)) for title, who in pieces]
        for name, pieces in SECTIONS.items()
    }


def test_a_page_that_is_glued_to_its_title_is_none_of_it() -> None:
    pages = [str(page) for page in (3, 7, 12, 15, 19, 22, 26, 30)]
    left = list(pages)
    lines = [
        f"·{name}· {left.pop(0)}{title} {who}"
        for name, pieces in SECTIONS.items()
        for title, who in pieces
    ]
    assert contents("\n".join(lines)) == told(pages)

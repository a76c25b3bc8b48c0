"""Other forms of a case for which one must know what its lines are: its truth tells.

Each takes a case and gives the lines of the form, or a whole case where the truth is another too;
``None`` where the case has no such form.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from converter import patterns as re
from converter.hanzi import is_han
from tests.evaluation.cases import Case
from tests.evaluation.no_contents import lines_of_contents
from tests.evaluation.reading import Item, normal

LONG, PART, PAGE = 80, 48, 30
"""Characters of a line that is rather a paragraph, of its part before a cut, and lines of a page."""
SCRAPS = ("·", "|", "口", "1", "、", "＿", "丨", ".")
OTHERS = "民北打水意海点什由海"
"""What characters are misread as."""
_SHAPES = (
    "己已巳 未末 土士 日曰 人入 干千于 大太 夭天 玉王 目自 白百 由田 申甲 午牛 力刀 九丸 儿几 冰水 木本 休体 令今 各名 石右 "
    "在左 困因 圆园 问间 同间 问门 住往 使便 侯候 徒徙 待侍 特持 诗待 折析 拆折 扬杨 抬拾 拨拔 推堆 设没 论沦 治冶 清请 情清 "
    "晴睛 精情 渔鱼 湖潮 海悔 母每 渡度 村材 林休 技枝 校枚 桥侨 树对 读续 课棵 防访 记纪 井讲 织识 活话 说悦 调凋 谈淡 见贝 "
    "货贷 账帐 费贵 远运 近进 边过 还坏 这达 造适 遗遣 选远 老考 孝考 教孝 字宇 子了 家冢 买卖 头买 县具 真直 春舂 秋秒 冬各 "
    "夏复 风凤 雪霄 雨两 云去 乡多 岛鸟 乌鸟 马乌 来米 禾木 付竹 花化 草革 茶荼 药约 苦若 菜莱 业亚 厂广 工土 衣农 高商 城域 "
    "坝坎 地他 怀坏 灯打 炉护 灭火 浇烧 熟热 手毛 找我 抱把 拍柏 看着 眼眠 盲育 必心 快块 变恋 念含 想相 受爱 语话 书节 纸低 "
    "线钱 铁铣 银根 计针 车东 跑路 船般 航般 良食 饭饮 馆管 酒洒 牌脾 版板 斤片 方万 全金 会合 公么 分兮 从众 介个 中申 史吏 "
    "北比 伐代 传转 作昨 你称 信倍 倒到 值植 键健 像象 元无 先光 免兔 那哪 歌哥 唱喝 喜善 四匹 图团 处外 够钩 液夜 寄奇 好奸 加如"
)
"""Characters that look alike: each is read as the one behind it, and the last of them as the first."""
ALIKE = {
    one: other
    for those in reversed(_SHAPES.split())
    for one, other in zip(those, those[1:] + those[0], strict=True)
}
"""What each of them is read as."""
_ENTITIES = {
    "“": "&ldquo;",
    "”": "&rdquo;",
    "——": "&mdash;&mdash;",
    "·": "&middot;",
    "《": "&#12298;",
}
_DASHES = {"——": "--", "……": "..."}
_CORNERS = str.maketrans("“”‘’", "「」『』")
_WIDE = {
    code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
}
ROW = re.compile(r"^\s*[|#<>-]")


def texts(case: Case) -> list[str]:
    """The lines of a case, decoded."""
    try:
        text = case.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = case.data.decode("gb18030")
    return text.replace("\r\n", "\n").split("\n")


def contents(case: Case) -> range | None:
    """The numbers of the lines of the contents, ``None`` if there are none in one place."""
    region = _contents(case.name, case.data)
    return region if region and len(region) * 3 <= len(texts(case)) else None


@lru_cache(maxsize=256)
def _contents(name: str, data: bytes) -> range | None:
    """The same of a source, which all forms of a case ask for."""
    from converter.pipeline import restore

    return lines_of_contents(restore(data, name=f"{name}.txt").issue)


# --- what lines are -----------------------------------------------------------------------


def titles(case: Case) -> frozenset[str]:
    """The titles of a case and their lines, as they are compared."""
    articles = case.truth.articles
    return frozenset(normal(part) for one in articles for part in (*one.title, one.title_key))


def headings(case: Case) -> frozenset[str]:
    """The headings of a case that are no titles, as they are compared."""
    told = (item.text for item in _items(case) if item.kind == "heading")
    return frozenset(map(normal, told)) - titles(case)


def _items(case: Case) -> Iterator[Item]:
    for article in case.truth.articles:
        yield from article.items


def with_signs(case: Case, marks: dict[str, tuple[str, str]]) -> list[str]:
    """The body with what stands before and behind each title and each heading."""
    region, found = contents(case) or range(0), []
    known = {"title": titles(case), "heading": headings(case)}
    for number, line in enumerate(texts(case), 1):
        kind = _kind(line, known) if number not in region else ""
        before, behind = marks.get(kind, ("", ""))
        found.append(f"{before}{line.strip()}{behind}" if before else line)
    return found


def _kind(line: str, known: dict[str, frozenset[str]]) -> str:
    text = normal(line)
    return next((kind for kind, those in known.items() if text and text in those), "")


# --- forms --------------------------------------------------------------------------------


def hashed(case: Case) -> list[str]:
    """Titles and headings under the signs of Markdown."""
    return with_signs(case, {"title": ("# ", ""), "heading": ("## ", "")})


def level(case: Case) -> list[str]:
    """Titles and headings under one and the same sign of Markdown."""
    return with_signs(case, {"title": ("## ", ""), "heading": ("## ", "")})


def bold(case: Case) -> list[str]:
    """Titles and headings in bold."""
    return with_signs(case, {"title": ("**", "**"), "heading": ("**", "**")})


def anchored(case: Case) -> list[str]:
    """Anchors and pictures, as document models leave them, before titles and between paragraphs.

    A short line below a picture would be its caption.
    """
    marks = {"title": ('<span id="page-4-0"></span># ', ""), "heading": ("#### **", "**")}
    lines = with_signs(case, marks)
    found: list[str] = []
    for at, line in enumerate(lines):
        found.append(line)
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if at % PAGE == PAGE - 1 and not line.strip() and len(below) >= LONG:
            found += [f"![](_page_{at // PAGE}_Picture_1.jpeg)", ""]
    return found


def paged(case: Case) -> list[str]:
    """Rules between pages, some of them within paragraphs."""
    found: list[str] = []
    for at, line in enumerate(texts(case), 1):
        mark = ["", f"{{{at // PAGE}}}{'-' * 48}", ""]
        if at % PAGE == 0 and len(line) >= LONG and not ROW.match(line):
            found += [line[:PART], *mark, line[PART:]]
        elif at % PAGE == 0 and not line.strip():
            found += mark
        else:
            found.append(line)
    return found


def cut(case: Case) -> list[str]:
    """Every third long line cut by a blank line."""
    found: list[str] = []
    for at, line in enumerate(texts(case)):
        place = inner_place(line)
        if at % 3 == 0 and len(line) >= LONG and place and not ROW.match(line):
            found += [line[:place], "", line[place:]]
        else:
            found.append(line)
    return found


def inner_place(line: str) -> int:
    """A place between two Chinese characters, ``0`` if there is none."""
    places = range(PART, len(line) - PART // 2)
    return next((at for at in places if is_han(line[at - 1]) and is_han(line[at])), 0)


def littered(case: Case) -> list[str]:
    """Scraps on lines of their own, as specks of the paper are read."""
    found: list[str] = []
    for at, line in enumerate(texts(case)):
        found.append(line)
        if at % PAGE == 0 and not line.strip() and at:
            found += [SCRAPS[at // PAGE % len(SCRAPS)], ""]
    return found


def misnamed(case: Case) -> list[str] | None:
    """One character of every other title in the body that the contents have, too, read as another one."""
    known, region = titles(case), contents(case)
    if region is None:
        return None
    lines = texts(case)
    listed = normal("".join(lines[region.start - 1 : region.stop - 1]))
    found = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        name = normal(text)
        if (
            number not in region
            and number % 2
            and name in known
            and name in listed
            and len(text) > 6
        ):
            text = text[:2] + OTHERS[number % len(OTHERS)] + text[3:]
            found.append(text)
        else:
            found.append(line)
    return found


def alike(case: Case) -> list[str] | None:
    """Titles with a character read as one that looks like it, in the contents or the body by turns."""
    known, region = titles(case), contents(case)
    if region is None:
        return None
    lines = texts(case)
    for turn, name in enumerate(sorted(name for name in known if len(name) >= _NAME)):
        places = [at for at, line in enumerate(lines) if name in normal(line)]
        listed = [at for at in places if at + 1 in region]
        printed = [at for at in places if at + 1 not in region and normal(lines[at]) == name]
        at = (listed, printed)[turn % 2][:1] if len(listed) == len(printed) == 1 else []
        for place in at:
            lines[place] = _look_alike(lines[place], name)
    return lines


_NAME = 4
"""Characters of the shortest title of which one is misread."""


def _look_alike(line: str, name: str) -> str:
    """A line with the first character of the title in it that has a look-alike read as that."""
    first = next((at for at in range(len(line)) if normal(line[at:]).startswith(name)), 0)
    for at, char in enumerate(line):
        if at >= first and char in ALIKE and char in name:
            return line[:at] + ALIKE[char] + line[at + 1 :]
    return line


def untitled(case: Case) -> list[str] | None:
    """Without every other title in the body: set as pictures, they were not read."""
    return _without_titles(case, 2)


def nameless(case: Case) -> list[str] | None:
    """Without any title in the body: all are set as pictures."""
    return _without_titles(case, 1)


def _without_titles(case: Case, every: int) -> list[str] | None:
    """The lines without the first of so many titles in the body, and of so many more."""
    known, region = titles(case), contents(case)
    if region is None:
        return None
    found, turn = [], 0
    for number, line in enumerate(texts(case), 1):
        if number not in region and normal(line) in known:
            turn += 1
            if turn % every == 1 % every:
                continue
        found.append(line)
    return found


def halved(case: Case) -> list[str] | None:
    """Without the first lines of the titles in the body that have several: they were not read."""
    first = {normal(one.title[0]) for one in case.truth.articles if len(one.title) > 1}
    region = contents(case)
    if region is None or not first:
        return None
    numbered = enumerate(texts(case), 1)
    return [line for number, line in numbered if number in region or normal(line) not in first]


def entities(case: Case) -> list[str]:
    """Marks as entities of HTML."""
    return [_replaced(line, _ENTITIES) for line in texts(case)]


def dashes(case: Case) -> list[str]:
    """Dashes and ellipses as a typewriter has them."""
    return [line if ROW.match(line) else _replaced(line, _DASHES) for line in texts(case)]


def _replaced(line: str, pairs: dict[str, str]) -> str:
    for old, new in pairs.items():
        line = line.replace(old, new)
    return line


def wide(case: Case) -> list[str]:
    """Digits and Latin letters of full width."""
    return [line if ROW.match(line) else line.translate(_WIDE) for line in texts(case)]


def indented(case: Case) -> list[str]:
    """Two blanks before paragraphs, and no blank lines within the body but around verse."""
    known, around = _openings(case), around_verse(case)
    region, found = contents(case) or range(0), []
    for number, line in enumerate(texts(case), 1):
        if (region and number < region.stop) or number in around:
            found.append(line)
        elif line.strip():
            found.append(("\u3000\u3000" if _opens(line, known) else "") + line.strip())
    return found


_OPENING, _MISREAD = 10, 2
"""Letters by which a paragraph is known, and how many of them may be misread."""


def _openings(case: Case) -> frozenset[str]:
    """How paragraphs begin, those of boxes too."""
    texts = [item.text for item in _items(case) if item.kind == "paragraph"]
    texts += [text for item in _items(case) if item.box for text in item.box.paragraphs]
    return frozenset(_letters(text) for text in texts)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())[:_OPENING]


def _opens(line: str, known: frozenset[str]) -> bool:
    """True if a line begins a paragraph, a few of its letters misread or not."""
    text = _letters(line)
    return text in known or (
        len(text) == _OPENING
        and any(
            sum(map(operator.ne, text, other)) <= _MISREAD
            for other in known
            if len(other) == _OPENING
        )
    )


def around_verse(case: Case) -> frozenset[int]:
    """The numbers of blank lines around verse: nothing else parts its stanzas."""
    verse = (item for item in _items(case) if item.kind == "verse")
    known = {normal(line) for item in verse for line in item.text.split("\n")}
    found: set[int] = set()
    blank: list[int] = []
    above = False
    for number, line in enumerate(texts(case), 1):
        if not line.strip():
            blank.append(number)
            continue
        is_verse = normal(line) in known
        if above or is_verse:
            found.update(blank)
        blank, above = [], is_verse
    return frozenset(found)


def traditional(case: Case) -> Case:
    """In Traditional characters, one for one, with corner brackets; the truth as well."""
    table = _characters()
    data = "\n".join(texts(case)).translate(_CORNERS).translate(table)
    return Case(case.name, data.encode(), _turned(case.truth, table))


def _characters() -> dict[int, str]:
    from opencc import OpenCC

    one = OpenCC("s2t")
    han = [chr(code) for code in range(0x4E00, 0xA000)]
    return {
        ord(char): made for char in han if (made := one.convert(char)) != char and len(made) == 1
    }


def _turned(value: Any, table: dict[int, str]) -> Any:
    """The same value with each text in it turned."""
    if isinstance(value, str):
        return value.translate(_CORNERS).translate(table)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return dataclasses.replace(
            value, **{f.name: _turned(getattr(value, f.name), table) for f in fields}
        )
    if isinstance(value, dict):
        return {_turned(key, table): _turned(one, table) for key, one in value.items()}
    if isinstance(value, Collection) and not isinstance(value, bytes):
        return type(value)(_turned(one, table) for one in value)  # type: ignore[call-arg]
    return value

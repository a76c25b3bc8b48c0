"""Blanks that an OCR engine puts between any two characters, as Tesseract does.

In such an issue a blank says nothing: 本刊编 辑部 is one body, 车 立 恒 one man. They are taken
out before anything else is read, but for wide ones, and for those that by the issue's own
witness part a title or an office from a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import CJK_MARKS, HAN, ends_sentence, has_han, is_han, key, squeeze
from converter.names import is_name
from converter.source import Line
from converter.values import NamedTuple

NAME = "ocr-spaces"

_CHINESE = f"{HAN}{re.escape(CJK_MARKS)}"
_BETWEEN = re.compile(rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}])")
_POINTS = re.escape(",;:!?()")
_MEANINGLESS = re.compile(
    rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}{_POINTS}])|(?<=[{_POINTS}]) (?=[{_CHINESE}])"
    rf"|(?<=[{_CHINESE}]) (?=\d[\d.]*\s*[^\d\s.])|(?:(?<=[{_CHINESE}]\d)|(?<=[{_CHINESE}]\d\d)|(?<=[{_CHINESE}]\d\d\d)"
    rf"|(?<=[{_CHINESE}] \d)|(?<=[{_CHINESE}] \d\d)|(?<=[{_CHINESE}] \d\d\d)|(?<=\d\d\d\d)"
    rf"|(?<=[{_CHINESE}]\d\.\d)|(?<=[{_CHINESE}] \d\.\d)|(?<=[{_CHINESE}]\d\d\.\d)|(?<=[{_CHINESE}] \d\d\.\d)) (?=[{_CHINESE}])"
)
"""Not beside a number at either end of a line, which may be a page or that of a heading."""
_ONE_HAN = re.compile(f"[{HAN}]")
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_LONG = 16
"""Characters of a line that certainly is running text: a name or a heading has fewer."""
_SAMPLE = 400


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ROW_START = re.compile(r"^(?:[^|｜]*[|｜]\s*)?(?:\s*[\dlIO〇]{1,4}\s*[.、|｜/／]?\s+)?")
_ROW_END = re.compile(r"(?:[\s/／|.…·]+(?:第\s*)?\d{1,4}\s*[页頁]?)?\s*$")
_LABELLED = re.compile(rf"^(?P<label>[{HAN}\s]{{2,14}}?)\s*[:：]\s*(?P<value>[{HAN}\s]{{2,24}})$")
_PIECE = re.compile(rf"[{HAN}]+")
_MOST_PIECES = 16
_LONGEST_NAME = 4
_LONGEST_LABEL = 7
_CLOSERS = " )）】]"
_LABELS = _words(
    "文 图 图文 文图 摄影 责任编辑 责编 编辑 美编 美术编辑 校对 责任校对 整理 采写 撰文 供图 插图 绘图 翻译 "
    "译 执笔 口述 记者 本刊记者 通讯员 主管 主管单位 主办 主办单位 主管主办 承办 协办 出版 出版单位 编辑出版 "
    "编印 社长 副社长 总编 总编辑 副总编辑 主编 副主编 执行主编 名誉主编 社长、总编辑 编辑部主任 顾问 编委 "
    "编委会 编辑委员会 主任 副主任 委员 封面设计 版式设计 装帧设计 设计 发行 广告 地址 社址 邮编 邮政编码 电话 "
    "传真 网址 邮箱 电子邮箱 投稿邮箱 印刷 定价 出版日期 邮发代号 主辦 發行人 總編輯 主編 編輯 攝影 美術編輯 "
    "電話 出版者 本刊通讯员 特约撰稿 特约记者 实习生 实习记者 见习记者 摄影记者 主持 主持人 嘉宾 评论员 "
    "本刊评论员 撰稿 采访 "
)
_TAIL = re.compile(r"[\s)）】\]]*$")


def spaces(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The blanks to take out, by the indexes of their lines; {} for an issue without such."""
    if not _spaced(lines):
        apart = {at: _blanks(lines[at].text) for at in (*_letterspaced(lines), *_spaced_out(lines))}
        return _behind_marks(lines) | _before_units(lines) | apart
    witness = _witnesses(lines)
    edits: dict[int, list[Edit]] = {}
    alone = {squeeze(line.text) for line in lines if 2 <= len(squeeze(line.text)) <= 6}
    for at, line in enumerate(lines):
        if " " not in line.text:
            continue
        if not at or lines[at - 1].blank:
            witness.parted.setdefault(at, []).extend(_after_box_label(line.text, alone))
        kept = {*witness.parted.get(at, ()), *_before_names(line.text, witness.names)}
        found = [
            Edit(hit.start(), hit.end(), "")
            for hit in _MEANINGLESS.finditer(line.text)
            if hit.start() not in kept
        ]
        if found:
            edits[at] = found
    return edits


_UNIT = "(?:[mcdk]?m|[mk]?g|ha|[mM]?[lL]|[kM]?W|k?V|[kM]?Pa|[kMG]?Hz|k?J|h|min)(?![A-Za-z/])"
_JOINED = re.compile(rf"\d{_UNIT}")
_PARTED = re.compile(rf"(?<=[{_CHINESE}]) ?\d[\d.]*(?P<blank> ){_UNIT}(?=[{_CHINESE}]|$)")
_FEWEST_JOINED, _RARE = 6, 6


def _before_units(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The blanks of 高3 cm in an issue that mostly writes 3cm: here and there the OCR puts one in."""
    found = {
        at: [Edit(*hit.span("blank"), "") for hit in _PARTED.finditer(line.text)]
        for at, line in enumerate(lines)
        if " " in line.text and _PARTED.search(line.text)
    }
    if not found:
        return {}
    joined = sum(len(_JOINED.findall(line.text)) for line in lines if line.text)
    rare = sum(map(len, found.values())) * _RARE <= joined
    return found if joined >= _FEWEST_JOINED and rare else {}


_BEHIND = re.compile(r"[，、；：。！？] (?=[^\s|｜])")
_FEWEST_COMMAS = 12
"""Commas that tell how the issue writes them."""
_SIGNED = re.compile(rf"[{HAN}]{{2,4}}[\s/／.…]*\d{{0,3}}$")
"""某某 12, behind a title that asks."""


def _behind_marks(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The blanks behind the marks of an issue that mostly writes one there.

    看， 说。 又: a full-width mark has its own room. What ends a title (……了吗？ 某某 12) may part it from its author.
    """
    commas = sum(line.text.count("，") for line in lines)
    if commas < _FEWEST_COMMAS or sum(line.text.count("， ") for line in lines) * 2 <= commas:
        return {}
    found: dict[int, list[Edit]] = {}
    for at, line in enumerate(lines):
        edits = [
            Edit(hit.end() - 1, hit.end(), "")
            for hit in _BEHIND.finditer(line.text)
            if hit[0][0] not in "！？" or _SIGNED.match(line.text, hit.end()) is None
        ]
        if edits:
            found[at] = edits
    return found


_EACH = re.compile(rf"^\s*[{_CHINESE}](?:[ \u3000][{_CHINESE}A-Za-z\d])+\s*$")
_TOKENS = 12
"""Characters, a blank between any two of them, that are no title and no names."""


def _letterspaced(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of paragraphs all of whose characters stand apart, as those of a page may.

    Of the lines between two blank ones, all of which are such, one at least is too long for
    a title.
    """
    run: list[int] = []
    for at, line in enumerate(lines):
        if (
            " " in line.text
            and line.text.count(" ") * 2 >= len(line.text.strip()) - 1 > 1
            and _EACH.match(line.text)
        ):
            run.append(at)
            continue
        yield from _of_text(lines, run)
        run = []
    yield from _of_text(lines, run)


def _spaced_out(lines: Sequence[Line]) -> Iterator[int]:
    """The short lines all of whose characters stand apart, as those of 一 周 简 讯 and 本 刊 评 论 员 in print.

    Two or three set so may be a name, whatever they mean otherwise (温 暖). Several names in a row (卢 秋 水 方 一 舟) have nothing else to part them: the issue has one of
    them elsewhere, set so or close.
    """
    others = ""
    closed: list[str] = []
    for at, line in enumerate(lines):
        if not _ROW.match(line.text):
            continue
        text = squeeze(line.text)
        if len(_ONE_HAN.findall(text)) < _LONGEST_NAME or _names_office(text):
            continue
        if len(text) <= _NAMES and (parts := _names(text)):
            others = others or "\n".join(one.text for one in lines)
            closed = closed or [squeeze(one.text) for one in lines if " " in one.text]
            told = any(name in others for name in parts) or any(
                name in one for one in closed if one != text for name in parts
            )
            if text not in others and told:
                continue
        if len(text) <= _NAMES or not _among_torn(lines, at):
            yield at


def _among_torn(lines: Sequence[Line], at: int) -> bool:
    """True beside a line of text that has most of its blanks, but not all: both are of one paragraph."""
    beside = (line.text for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))
    return any(len(_BETWEEN_HAN.findall(text)) > 2 and not _ROW.match(text) for text in beside)


_PRINTED = rf"(?:[{_CHINESE}]|(?<=[ \u3000])\d{{1,4}}(?=[ \u3000]))"
_ROW = re.compile(
    rf"\s*{_PRINTED}(?P<blank>[ \u3000]){_PRINTED}(?:(?P=blank){_PRINTED}){{1,38}}\s*$"
)
"""A blank of one kind between any two characters; a number at either end may be a page."""
_NAMES = 12
"""Characters of a row that may be names and nothing else."""


def _names_office(text: str) -> bool:
    """True for 主 编 梅 笛: an office, and who holds it."""
    return any(text[:cut] in _LABELS and is_name(text[cut:]) for cut in range(1, len(text) - 1))


def _names(text: str) -> set[str]:
    """The names in a row of two and more, one behind the other."""
    found: set[str] = set()
    for size in range(2, min(_LONGEST_NAME, len(text) - 1)):
        rest = text[size:]
        if is_name(text[:size]) and (more := {rest} if is_name(rest) else _names(rest)):
            found |= {text[:size], *more}
    return found


def _of_text(lines: Sequence[Line], run: Sequence[int]) -> Sequence[int]:
    long = any(
        len(text := squeeze(lines[at].text)) >= _TOKENS and re.search("[，。；：？！]", text)
        for at in run
    )
    return run if long else ()


def _blanks(text: str) -> list[Edit]:
    """All blanks within a line, one by one."""
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return [Edit(at, at + 1, "") for at in range(begin, end) if text[at].isspace()]


def _spaced(lines: Sequence[Line]) -> bool:
    """True if most lines of running text have blanks between their characters."""
    seen = torn = 0
    for line in lines:
        text = line.text
        if len(text) < _LONG:
            continue
        blanks = text.count(" ")
        if len(text) - blanks < _LONG or not has_han(text):
            continue
        seen += 1
        torn += blanks >= 2 and len(_BETWEEN_HAN.findall(text)) >= 2
        if seen >= _SAMPLE:
            break
    return torn >= 3 and torn * 2 > seen


def _short(text: str) -> bool:
    return len(squeeze(text)) <= 48 and not ends_sentence(text)


class _Witness(NamedTuple):
    """What the issue says of itself: its people, and the blanks that part them from titles."""

    names: frozenset[str]
    parted: dict[int, list[int]]


def _witnesses(lines: Sequence[Line]) -> _Witness:
    """The people that the masthead and the contents name, and the blanks before them.

    What follows a title in a row of the contents is its author: the title itself stands
    on a line of its own over the article.
    """
    whole = {key(line.text) for line in lines if _short(line.text) and len(line.text) > 3}
    names: set[str] = set()
    parted: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if " " not in line.text or not _short(line.text):
            continue
        people, inner = _people(line.text, 0, len(line.text.rstrip(_CLOSERS)), staff=True)
        if people:
            names.update(people)
            parted[at] = inner
            continue
        blank = _after_label(line.text)
        begin = blank + 1 if blank >= 0 else _after_colon(line.text)
        if begin < 0:
            blank = _after_title(line.text, whole)
            begin = blank + 1
        if begin <= 0:
            continue
        end = _ROW_END.search(line.text, begin)
        people, inner = _people(line.text, begin, end.start() if end else len(line.text))
        names.update(people)
        parted[at] = [*([blank] if blank >= 0 else []), *inner]
    return _Witness(frozenset(names), parted)


_SURE_BOXES = _words(
    "链接 相关链接 延伸阅读 小贴士 小档案 名词解释 背景资料 编者按 编后 相關連結 延伸閱讀 編按 "
)
_BOXES = _words("资料 背景 数据 提示 小知识 知识 档案 案例 資料 小辭典 小檔案 ")


def _after_box_label(text: str, alone: Collection[str]) -> Iterator[int]:
    """The blank after 链接 at the head of a paragraph, and after 资料 if that stands alone elsewhere."""
    for blank in _BETWEEN.finditer(text[:12]):
        label = squeeze(text[: blank.start()])
        if label in _SURE_BOXES or (label in _BOXES and label in alone):
            yield blank.start()


def _after_label(text: str) -> int:
    """The blank after 主编 at the head of a line, -1 if none is there."""
    found = -1
    for blank in _BETWEEN.finditer(text[:24]):
        if squeeze(text[: blank.start()]).lstrip("（([【") in _LABELS:
            found = blank.start()
    return found


def _after_colon(text: str) -> int:
    """Where the value of 主 编： begins, -1 for a line without a label."""
    hit = _LABELLED.match(text)
    return hit.start("value") if hit else -1


def _after_title(text: str, whole: Collection[str]) -> int:
    """The last blank of a row before which stands a title, -1 if there is none."""
    start = _ROW_START.match(text).end()  # type: ignore[union-attr]  # matches ""
    found = -1
    for blank in _BETWEEN.finditer(text, start):
        title = key(text[start : blank.start()])
        if len(title) >= 4 and (
            title in whole
            or any(
                title[:cut] in whole and title[cut:] in whole for cut in range(4, len(title) - 3)
            )
        ):
            found = blank.start()
    rest = squeeze(_ROW_END.sub("", text[found + 1 :]))
    return found if found >= 0 and 2 <= len(rest) <= 16 else -1


class _Reading(NamedTuple):
    """A stretch read as names and offices; ``label`` tells that an office ends it."""

    cost: int
    names: list[str]
    blanks: list[int]
    label: bool
    labelled: bool


_NO_WORD = 99


def _word_cost(word: str, *, after_label: bool) -> int:
    """How little a word is like a name or an office; a pen name may follow an office."""
    if word in _LABELS or is_name(word):
        return 1 if len(word) < _LONGEST_NAME or word in _LABELS else 2
    return 3 if after_label and 2 <= len(word) <= 3 else _NO_WORD


def _people(text: str, start: int, end: int, *, staff: bool = False) -> tuple[list[str], list[int]]:
    """The names and offices that a stretch is made of, and the blanks between them; or none.

    With ``staff`` it must have some of both.
    """
    pieces = [(hit.start(), hit[0]) for hit in _PIECE.finditer(text, start, end)]
    if not pieces or len(pieces) > _MOST_PIECES:
        return [], []
    best: list[_Reading | None] = [_Reading(0, [], [], label=False, labelled=False)]
    for stop in range(1, len(pieces) + 1):
        found = None
        for begin in range(max(0, stop - _LONGEST_LABEL), stop):
            before, word = best[begin], "".join(piece for _, piece in pieces[begin:stop])
            if before is None:
                continue
            label = word in _LABELS
            cost = before.cost + _word_cost(word, after_label=before.label)
            if cost < (found.cost if found else _NO_WORD):
                blanks = [*before.blanks, pieces[begin][0] - 1] if begin else before.blanks
                names = before.names if label else [*before.names, word]
                found = _Reading(cost, names, blanks, label, before.labelled or label)
        best.append(found)
    last = best[-1]
    if last is not None and (not staff or (last.names and last.labelled)):
        return last.names, last.blanks
    if staff:
        return [], []
    joined = "".join(piece for _, piece in pieces)
    return ([joined] if 2 <= len(joined) <= 4 else []), []


def _before_names(text: str, names: frozenset[str]) -> Iterator[int]:
    """The blanks before known names at the end of a short line, and one after 摄影."""
    if not names or not _short(text):
        return
    bare = text[: len(text) - len(_TAIL.search(text)[0])]  # type: ignore[index]  # matches ""
    tail, found = "", False
    for at in range(len(bare) - 1, 0, -1):
        if bare[at] == " " and tail in names:
            if is_han(bare[at - 1]):
                yield at
            tail, found = "", True
        elif len(tail) > _LONGEST_NAME:
            break
        else:
            tail = bare[at].strip() + tail
    if found and (blank := _after_label(bare)) >= 0:
        yield blank

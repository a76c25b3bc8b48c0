"""Finds the masthead and the contents among the lines of an issue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from converter import patterns as re
from converter.hanzi import dice, ends_sentence, has_han, key, similarity, squeeze, width
from converter.source import Line

MASTHEAD_LABELS = (
    "主管 主管单位 主管部门 主办 主办单位 承办 承办单位 协办 协办单位 出版 出版单位 出版者 编辑出版 编辑 编辑单位 编印 "
    "社长 副社长 总编 总编辑 副总编辑 主编 副主编 执行主编 常务副主编 执行总编 名誉主编 名誉社长 顾问 学术顾问 法律顾问 "
    "编委 编委会 编委会主任 编辑委员会 委员 责任编辑 本期责编 责编 编辑部主任 编辑部 美术编辑 美编 版式设计 装帧设计 封面设计 "
    "设计 校对 责任校对 摄影 摄影记者 英文编辑 英文翻译 发行 发行部 广告 广告部 办公室 总编室 本刊编辑室 编辑室 记者部 通联部 总机 "
    "社址 地址 编辑部地址 通讯地址 邮编 邮政编码 电话 传真 编辑部电话 发行电话 广告电话 订阅电话 咨询电话 投稿电话 联系电话 "
    "广告联系电话 网址 网站 官网 邮箱 电子邮箱 电子信箱 信箱 电子邮件 投稿邮箱 E-mail Email 微信 微信公众号 公众号 微博 QQ "
    "发行范围 发行单位 总发行 国内发行 国外发行 国内总发行 海外发行 邮发代号 国内邮发代号 国外代号 国外发行代号 订阅 订阅处 订购处 零售 零订网订 "
    "在线订阅 印刷 印刷单位 印刷者 承印 制版 定价 每册定价 零售价 全年定价 售价 刊号 国际刊号 国内刊号 统一刊号 "
    "国际标准刊号 国内统一刊号 国际标准连续出版物号 国内统一连续出版物号 连续出版物号 创刊 创刊时间 刊期 开本 出版日期 出版时间 "
    "出版周期 印数 广告经营许可证 广告经营许可证号 广告许可证 登记证号 登记号 准印证号 内部资料准印证 声明 版权声明 本刊声明 启事 稿约 "
    "银行 户名 账号 开户行 法人代表 本刊法律顾问 "
    "社長 總編輯 副總編輯 主編 副主編 執行編輯 編輯委員會 編輯委員 發行人 發行所 發行 編輯部 美術編輯 封面設計 校對 地址 電話 傳真 網址 "
    "電子信箱 電子郵件 郵政編碼 劃撥帳號 戶名 定價 印刷 出版者 出版日期 創刊 登記證 國際標準期刊號 總經銷 經銷 版權聲明 編輯顧問 出版"
)
_LABELS = frozenset(MASTHEAD_LABELS.split())
_LABELLED = re.compile(r"^\s*(?P<label>[^\s：:][^：:]{0,24}?)\s*[：:]\s*(?P<value>.*)$")
_ISSN = re.compile(r"ISSN\s*[:：]?\s*\d{4}\s*[-—–－]\s*\d{3}[\dXx]", re.IGNORECASE)
_CN = re.compile(r"\bCN\s*[:：]?\s*\d{2}\s*[-—–－]\s*\d{4,5}")
ISSUE_LINE = re.compile(
    r"(?:(?:19|20)\d\d|[一二〇零○九八七六五四三]{4})\s*年\s*(?:第?\s*[\dA-Za-z一二三四五六七八九十]+(?:\s*[-—～~、/合]\s*[\d一二三四五六七八九十]+)?\s*[期號号]"
    r"|\d{1,2}\s*月[号號]|[春夏秋冬]季[刊号號卷])"
    r"|总\s*第\s*[\d一二三四五六七八九十百〇零]+\s*期|總\s*第\s*[\d一二三四五六七八九十百〇零]+\s*期"
    r"|第\s*[\d一二三四五六七八九十百〇零]+\s*[卷期]\s*(?:[,，\s]*第\s*[\d一二三四五六七八九十百〇零]+\s*期)"
)
_CONTENTS_HEADING = re.compile(
    r"^\s*#*\s*\**\s*[\-—【\[（(《「]*\s*(?:(?:本\s*期\s*)?(?:目\s*[录錄次]|要\s*目|总\s*目\s*[录次]|导\s*读|導\s*讀)|本\s*期\s*(?:内\s*容|內\s*容|看\s*点))\s*(?:[/|·]?\s*(?:CONTENTS|Contents|MULU))?\s*[\-—】\]）)》」]*\s*\**\s*$"
    r"|^\s*#*\s*\**\s*(?:CONTENTS|Contents|C\s+O\s+N\s+T\s+E\s+N\s+T\s+S)\s*(?:目\s*[录錄次])?\s*\**\s*$"
)
_LEADER = re.compile(r"(?:[.．·•…﹒⋯‥_‧∙⋅]\s*){3,}|…{1,}|-{4,}")
_PAGE_EDGE = re.compile(
    r"^\s*[|（(]?\s*[\dlIO〇]{1,4}\s*[|）)]?\s|\s*[|（(/]?\s*[\dlIO〇]{1,4}\s*[|）)]?\s*$"
)


class Regions(NamedTuple):
    """Line indexes (0-based, end exclusive) of what was found; ``None`` where it was not."""

    masthead: tuple[int, int] | None
    contents: tuple[int, int] | None
    cover: tuple[int, int] | None = None
    """The magazine's name and the issue line at the top, where the masthead is elsewhere."""


def masthead_label(text: str) -> str:
    """The label of a masthead line without its letter-spacing, "" if it has none."""
    hit = _LABELLED.match(text)
    if hit is None:
        return ""
    return squeeze(hit["label"])


def is_masthead_line(text: str, extra: Collection[str] = ()) -> bool:
    """True if a line by itself looks like one of a masthead; ``extra`` are further labels."""
    if width(text) > 80:
        return False
    label = masthead_label(text)
    if label and (
        label in _LABELS
        or label in extra
        or any(part in _LABELS for part in re.split(r"[/／、]", label))
    ):
        return True
    if _ISSN.search(text) or _CN.search(text):
        return True
    first = squeeze(re.split(r"[\s　]{1,}", text.strip(), maxsplit=1)[0])
    return first in _LABELS and first != squeeze(text) and not ends_sentence(text)


def is_contents_heading(text: str) -> bool:
    """True for 目录, 目 次, 本期目录, CONTENTS on a line of its own."""
    return len(text) < 40 and _CONTENTS_HEADING.match(text) is not None


def find_regions(lines: Sequence[Line], labels: Collection[str] = ()) -> Regions:
    """Find the masthead and the contents.

    The masthead is the densest run of at least three masthead lines before the body or
    at the end (``labels`` are labels of this magazine's own); the contents start at their heading or at a run of entries with leaders.
    """
    contents_at = next(
        (i for i, line in enumerate(lines[:4000]) if is_contents_heading(line.text)), None
    )
    masthead = _masthead(lines, contents_at, labels)
    if contents_at is None:
        contents = _headless_contents(lines, masthead)
    else:
        contents = (contents_at, _contents_end(lines, contents_at, masthead))
    cover = None
    if masthead and masthead[0] > 60:
        limit = min(60, contents[0] if contents else 60)
        cover = _issue_line_only(lines[:limit], None)
    return Regions(masthead, contents, cover)


def _masthead(
    lines: Sequence[Line], contents_at: int | None, labels: Collection[str]
) -> tuple[int, int] | None:
    size = len(lines)
    head = range(min(size, 400))
    tail = range(max(400, size - 200), size)
    best: tuple[int, int, int] | None = None
    for zone in (head, tail):
        hits = [i for i in zone if is_masthead_line(lines[i].text, labels)]
        for first, last, count in _clusters(lines, hits):
            if count >= 3 and (best is None or count > best[2]):
                best = (first, last, count)
    if best is None:
        return _issue_line_only(lines, contents_at)
    first, last, _ = best
    first = _reach_up(lines, first, contents_at)
    last = _reach_down(lines, last, contents_at)
    return (first, last + 1)


def _clusters(lines: Sequence[Line], hits: list[int]) -> list[tuple[int, int, int]]:
    """Runs of hits with at most three other lines of text between two of them."""
    found: list[tuple[int, int, int]] = []
    start = previous = -1
    count = 0
    for hit in hits:
        if previous >= 0 and _texts_between(lines, previous, hit) <= 3:
            count += 1
        else:
            if count:
                found.append((start, previous, count))
            start, count = hit, 1
        previous = hit
    if count:
        found.append((start, previous, count))
    return found


def _texts_between(lines: Sequence[Line], first: int, last: int) -> int:
    between = [line for line in lines[first + 1 : last] if not line.blank]
    if any(is_contents_heading(line.text) or width(line.text) > 160 for line in between):
        return 99
    return len(between)


def _issue_line_only(lines: Sequence[Line], contents_at: int | None) -> tuple[int, int] | None:
    """A cover that says no more than the title and the issue."""
    limit = contents_at if contents_at is not None else min(len(lines), 60)
    for i in range(limit):
        if ISSUE_LINE.search(lines[i].text) and width(lines[i].text) < 40:
            return (_reach_up(lines, i, contents_at), _imprint_end(lines, i + 1))
    return None


_IMPRINT = re.compile(
    r"^(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*出版)?$|出版$|(?:编印|主办|主編|主编|编)(?:[\s\u3000]|$)|^内部资料|^內部資料|免费交流$"
)


def _imprint_end(lines: Sequence[Line], end: int) -> int:
    """The end of the lines right below the issue line that tell date and publisher."""
    index = end
    while index < min(len(lines), end + 6):
        text = lines[index].text.strip()
        if text and (width(text) > 24 or not _IMPRINT.search(text)):
            break
        index += 1
        end = index if text else end
    return end


def _is_head_line(text: str) -> bool:
    """A line that may belong to the head of a masthead: short and no sentence."""
    plain = text.strip().lstrip("#").strip(" *")
    return (
        width(plain) <= 40
        and not ends_sentence(plain)
        and not plain.startswith(("——", "—", "|", "#", "-"))
        and not is_contents_heading(plain)
        and not (_LEADER.search(plain) and re.search(r"\d\s*[）)]?\s*$", plain))
    )


def _reach_up(lines: Sequence[Line], first: int, contents_at: int | None) -> int:
    """Take in the title and the issue line above the first labelled line."""
    lowest = contents_at + 1 if contents_at is not None and contents_at < first else 0
    at, taken, index = first, 0, first - 1
    while index >= lowest and taken < 8:
        text = lines[index].text
        if not text.strip():
            index -= 1
            continue
        if not _is_head_line(text):
            break
        at, taken, index = index, taken + 1, index - 1
    if contents_at is not None and contents_at < first and taken >= 5:
        return first
    return at


def _reach_down(lines: Sequence[Line], last: int, contents_at: int | None) -> int:
    """Take in what goes on below the last labelled line of the same block."""
    limit = contents_at if contents_at is not None and contents_at > last else len(lines)
    index = last + 1
    while index < limit and not lines[index].blank and index - last < 12:
        index += 1
    return index - 1


def _entry_like(text: str) -> bool:
    """A line that looks like an entry of a contents list by itself."""
    plain = text.strip()
    if not plain or width(plain) > 90:
        return False
    if plain.startswith("|") or plain.count("|") >= 2:
        return True
    if not has_han(plain):
        return bool(_LEADER.fullmatch(plain)) or plain.isdigit()
    return bool(_LEADER.search(plain) and not ends_sentence(plain)) or bool(
        re.match(r"^[\dlIO〇]{1,4}\s+\D", plain)
        or (
            re.search(r"\D[\s/（(|·]\s*[\dlIO〇]{1,4}\s*[版页頁]?[）)]?$", plain)
            and not ends_sentence(plain)
        )
    )


def _headless_contents(
    lines: Sequence[Line], masthead: tuple[int, int] | None
) -> tuple[int, int] | None:
    """A contents list that has lost its heading: at least three entries in a row."""
    limit = min(len(lines), 400)
    run: list[int] = []
    for i in range(limit):
        if masthead and masthead[0] <= i < masthead[1]:
            continue
        text = lines[i].text
        if not text.strip():
            continue
        if _entry_like(text):
            run.append(i)
        elif width(text) > 60 or ends_sentence(text):
            if len(run) >= 3:
                break
            run = []
    if len(run) < 3:
        return None
    start = run[0]
    index = start - 1
    while index >= 0 and lines[index].blank:
        index -= 1
    if index >= 0 and width(lines[index].text) <= 10 and not _inside(index, masthead):
        start = index
    return (start, _contents_end(lines, start, masthead))


def _inside(index: int, region: tuple[int, int] | None) -> bool:
    return region is not None and region[0] <= index < region[1]


def _contents_end(lines: Sequence[Line], start: int, masthead: tuple[int, int] | None) -> int:
    """The first line after the contents: prose, the masthead, or a title that comes again."""
    seen: dict[str, int] = {}
    heads: set[str] = set()
    last_entry = start
    index = start + 1
    limit = len(lines)
    if masthead and masthead[0] > start:
        limit = masthead[0]
    in_row = False
    while index < limit:
        text = lines[index].text.strip()
        # A row of a table may go on over several lines.
        in_row = bool(text) and (text.startswith("|") or in_row) and not text.endswith("|")
        if text and not in_row:
            name = key(text)
            if _is_prose(text) or _is_wrapped_prose(lines, index):
                break
            if index - start > 2 and _section_again(lines, index, seen, heads):
                break
            again = not _entry_like(text) and (
                (len(name) >= 5 and name in seen and index - seen[name] > 1)
                or _title_again(name, {part: at for part, at in seen.items() if at < index - 1})
            )
            if again and not _entries_follow(lines, index, limit):
                break
        if text:
            _remember(seen, text, index)
            if width(text) <= 16 and not _entry_like(text):
                heads.add(key(text))
            if _entry_like(text):
                last_entry = index
        index += 1
    return _close_chunk(lines, last_entry, index, seen)


def _section_again(
    lines: Sequence[Line], index: int, seen: dict[str, int], heads: set[str]
) -> bool:
    """True if a section comes again and a title that is listed stands below it."""
    if key(lines[index].text) not in heads or _entry_like(lines[index].text):
        return False
    after = index + 1
    while after < len(lines) and lines[after].blank:
        after += 1
    if after >= len(lines) or _entry_like(lines[after].text):
        return False
    title = key(lines[after].text)
    return len(title) >= 4 and title in seen


def _entries_follow(lines: Sequence[Line], index: int, limit: int) -> bool:
    """True if the list goes on: two entries more before any prose."""
    found = 0
    for at in range(index + 1, min(limit, index + 40)):
        text = lines[at].text.strip()
        if text and (_is_prose(text) or _is_wrapped_prose(lines, at)):
            break
        found += bool(_ROW_OF_CONTENTS.search(text))
    return found >= 2


_ROW_OF_CONTENTS = re.compile(r"^(?:\||[\dlIO〇]{1,4}\s+\D)|[.…·\s][\dlIO〇]{1,4}$")


_LISTED = re.compile(
    r"(?:[.．·•…﹒⋯‥_‧∙⋅]\s*){3,}\s*[^。！？]{0,40}?[（(/\s]?\s*[\dlIO〇]{1,4}\s*[）)]?\s*$|…{1,}[^。！？…]{0,40}?\s*\d{1,4}\s*$"
)
"""A line that ends in a leader and a page, an author between them perhaps."""


def _is_prose(text: str) -> bool:
    plain = _LEADER.sub("", text)
    if _LISTED.search(text):
        return False
    if text.startswith("|") or text.count("|") >= 2:
        return False
    return width(plain) > 56 or (
        ends_sentence(plain) and plain.endswith("。") and width(plain) > 12
    )


_LEAD_IN = re.compile(r"^(?:编者按|编者的话|摘\s*要|内容提要|核心提示|导语|編者按|編按)\s*[：:】]")


def _is_wrapped_prose(lines: Sequence[Line], index: int) -> bool:
    """Running text that was hard-wrapped: commas and stops in lines of one width."""
    text = lines[index].text.strip()
    if _LEAD_IN.match(text):
        return True
    if _entry_like(text) or index + 1 >= len(lines) or lines[index + 1].blank:
        return False
    after = lines[index + 1].text.strip()
    if width(text) < 14 or _entry_like(after) or not re.search(r"[，。；：、]", text):
        return False
    third = lines[index + 2].text.strip() if index + 2 < len(lines) else ""
    return (
        bool(re.search(r"[，。；：]", after))
        and ("。" in text + after + third or "，" in after)
        and abs(width(text) - width(after)) <= 4
        and not _entry_like(third)
    )


def _remember(seen: dict[str, int], text: str, index: int) -> None:
    for part in re.split(r"\s{1,}|\||[.…·]{3,}", text):
        name = key(part)
        if len(name) >= 4:
            seen.setdefault(name, index)
    seen.setdefault(key(re.sub(r"^\s*[\dlIO〇]{1,4}\s|\s[\dlIO〇]{1,4}\s*$", "", text)), index)


def _title_again(name: str, seen: dict[str, int]) -> bool:
    """True if a line is a title already listed, or the joined lines of one."""
    if len(name) >= 6 and any(
        abs(len(part) - len(name)) <= 1
        and dice(part, name) >= 0.6
        and similarity(part, name) >= 0.85
        for part in seen
    ):
        return True
    if len(name) < 8:
        return False
    rest = name
    for part in sorted(seen, key=len, reverse=True):
        if len(part) >= 4 and part in rest:
            rest = rest.replace(part, "", 1)
    return len(rest) <= len(name) * 0.15


def _close_chunk(lines: Sequence[Line], last_entry: int, stop: int, seen: dict[str, int]) -> int:
    """Contents end with the block of their last entry, not with a heading that follows it."""
    index = last_entry + 1
    while index < stop and not lines[index].blank:
        index += 1
    if not any(_entry_like(line.text) for line in lines[last_entry : last_entry + 1]) and seen:
        return stop
    return index

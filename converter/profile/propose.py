"""Proposes a profile from restored issues: what they have in common, as a file to edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import has_han, key, width
from converter.model import Box, Heading, Issue, blocks_of
from converter.profile.schema import Colours
from converter.tomltext import quoted

_NUMBERS = re.compile(r"\d+")
_EDGES = re.compile(r"^[\s|｜·•/／\-—–.．,，:：]+|[\s|｜·•/／\-—–.．,，:：]+$")


def propose(
    issues: Sequence[Issue],
    *,
    headings: Sequence[str] = (),
    interviewers: Sequence[str] = (),
    language: str = "en",
) -> str:
    """The TOML text of a profile for the magazine of ``issues``.

    ``headings`` is the ladder of numbering that they use and ``interviewers`` who asks in
    them, both found by the caller. Comments are Chinese for ``language`` "zh", else
    English. What :func:`~converter.profile.load.parse_profile` makes of the text is a
    valid profile.
    """
    say = _COMMENTS["zh" if language == "zh" else "en"]
    titles = _ranked(issue.masthead.title for issue in issues)
    heads = running_heads(issues)
    lines = [f"# {say['top']}", f"name = {quoted(titles[0] if titles else 'magazine')}"]
    lines += [f"# {say['titles']}", f"titles = {_list(titles)}", ""]
    lines += [f"# {say['sections']}", f"sections = {_list(section_names(issues))}"]
    lines += [f"# {say['heads']}", f"running-heads = {_list(heads)}"]
    lines += [f"# {say['headings']}", f"headings = {_list(headings)}"]
    lines += [f"# {say['interviewers']}", f"interviewers = {_list(interviewers)}", ""]
    lines += [f"# {say['colours']}", *_colours(), ""]
    lines += _boxes(issues, say)
    lines += ["[cleaning]", f"# {say['cleaning']}", "off = []", ""]
    lines += [f"# {say['severities']}", "[severities]", "", f"# {say['house']}", "[house]"]
    return "\n".join(lines) + "\n"


def box_labels(issues: Iterable[Issue]) -> tuple[str, ...]:
    """The names of the boxes that were found, the commonest first."""
    return _ranked(
        block.label for block in _blocks(issues) if isinstance(block, Box) and block.label
    )


def suspected_labels(issues: Sequence[Issue]) -> tuple[str, ...]:
    """Short headings without a number that come back in several articles: boxes, perhaps."""
    seen: Counter[str] = Counter()
    for issue in issues:
        for article in issue.articles:
            seen.update(
                {
                    block.text.value
                    for block in article.blocks
                    if isinstance(block, Heading) and 2 <= width(block.text.value) <= 6
                }
            )
    return tuple(text for text, count in seen.most_common() if count >= 2 and has_han(text))


def running_heads(issues: Iterable[Issue]) -> tuple[str, ...]:
    """The running heads that were dropped, without their folios, the commonest first."""
    texts: Counter[str] = Counter()
    for issue in issues:
        known = {key(name) for name in issue.section_names}
        for drop in issue.drops:
            if drop.reason != "running-head":
                continue
            text = _EDGES.sub("", _NUMBERS.sub("", drop.text))
            if key(text) and key(text) not in known:
                texts[text] += 1
    return tuple(text for text, count in texts.most_common(12) if count >= 2)


def section_names(issues: Iterable[Issue]) -> tuple[str, ...]:
    """The names of the sections in the order in which they first come."""
    return tuple(dict.fromkeys(name for issue in issues for name in issue.section_names if name))


def _blocks(issues: Iterable[Issue]) -> Iterator[object]:
    for issue in issues:
        for article in issue.articles:
            yield from blocks_of(article)


def _ranked(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in Counter(text for text in texts if text).most_common())


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def _colours() -> list[str]:
    base = Colours()
    return [
        "[colours]",
        f"primary = {quoted(base.primary)}",
        f"accent = {quoted(base.accent)}",
        f"tint = {quoted(base.tint)}",
    ]


def _boxes(issues: Sequence[Issue], say: dict[str, str]) -> list[str]:
    heads = {block.text.value for block in _blocks(issues) if isinstance(block, Heading)}
    # 大事记, a box in one article and a heading in the next, is for the program to tell.
    found = tuple(label for label in box_labels(issues) if label not in heads)
    perhaps = suspected_labels(issues)
    lines = ["[boxes]", f"# {say['boxes']}", f"extra = {_list(found)}"]
    if perhaps:
        lines.append(f"# {say['perhaps']} {', '.join(perhaps)}")
    return [*lines, ""]


_COMMENTS = {
    "en": {
        "top": "The conventions of one magazine. Delete what the program should find by itself.",
        "titles": "Issues whose masthead bears one of these titles get this profile.",
        "sections": "Names of sections, for issues whose contents were lost.",
        "heads": "Running heads (without folios): dropped wherever they stand alone.",
        "headings": "The kinds of heading numbers from the highest level to the lowest.",
        "interviewers": "Speakers that ask, beside 记者, 问 and the like.",
        "colours": "Titles and the ground of the cover; ornaments; the ground of boxes.",
        "boxes": "Names of boxes; the usual ones (链接, 延伸阅读 …) are known without.",
        "perhaps": "Perhaps these are names of boxes, too:",
        "cleaning": "Repair rules to switch off (fukan check --changes shows their names).",
        "severities": 'Weights of doubts: CODE = "off", "info", "warning" or "error".',
        "house": "Defaults for convert: theme, page, columns, size, vertical, glossaries.",
    },
    "zh": {
        "top": "一份刊物的体例。删去可由程序自行判断的项目即可。",
        "titles": "版权页刊名为下列之一的各期采用本体例。",
        "sections": "栏目名称，供目录缺失时使用。",
        "heads": "书眉（不含页码）：单独成行时一律删去。",
        "headings": "小标题序号的种类，由高到低。",
        "interviewers": "提问者的称呼（“记者”“问”等之外）。",
        "colours": "标题与封面底色；装饰色；框的底色。",
        "boxes": "框（附栏）的名称；“链接”“延伸阅读”等常见名称不写也能认出。",
        "perhaps": "下列或许也是框的名称：",
        "cleaning": "停用的清理规则（名称见 fukan check --changes）。",
        "severities": '各疑点的级别：代码 = "off"、"info"、"warning" 或 "error"。',
        "house": "convert 的默认设置：theme, page, columns, size, vertical, glossaries。",
    },
}

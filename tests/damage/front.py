"""The masthead and the contents as OCR reads them, in the styles that magazines use."""

from __future__ import annotations

from random import Random

from tests.damage import names
from tests.damage.bylines import shown_name
from tests.damage.draft import Draft, Para, Piece
from tests.damage.quotes import sentences
from tests.damage.style import Style


def _label(rng: Random, text: str, *, loose: bool) -> str:
    """A label, letter-spaced as printers set short ones."""
    if not loose or len(text) > 4 or rng.random() < 0.4:
        return text
    return " ".join(text)


def masthead(rng: Random, style: Style, draft: Draft) -> list[str]:
    """The lines of the masthead, "" for a blank one."""
    return (
        _full(rng, draft) if style.family == "sample" or rng.random() < 0.6 else _terse(rng, draft)
    )


def _phone(rng: Random) -> str:
    return f"(0{rng.randrange(310, 999)}) {rng.randrange(1000000, 9999999)}"


def _name(rng: Random) -> str:
    return names.spaced(names.person(rng))


def _full(rng: Random, draft: Draft) -> list[str]:
    where = names.county(rng)
    day = draft.date.split("-")
    loose = rng.random() < 0.8
    colon = "：" if rng.random() < 0.85 else ":"

    def entry(label: str, value: str) -> str:
        return f"{_label(rng, label, loose=loose)}{colon}{value}"

    issue = f"{draft.year}年第{draft.number}期 总第{draft.serial}期"
    lines = [draft.magazine, "", issue, f"{int(day[0])}年{int(day[1])}月{int(day[2])}日出版", ""]
    dash = " - " if rng.random() < 0.5 else "-"
    lines += [f"ISSN {draft.issn.replace('-', dash)}", f"CN {draft.cn.replace('-', dash)}", ""]
    lines += [
        entry("定价", f"{rng.randrange(8, 60)}元"),
        "",
        entry("主管", names.organ(rng)),
        entry("主办", f"{where}期刊中心"),
    ]
    lines += [entry("出版", f"《{draft.magazine}》杂志社"), ""]
    staff = rng.sample(
        ("社长", "主编", "副主编", "执行主编", "编辑部主任", "美术编辑", "责任编辑"),
        rng.randrange(2, 5),
    )
    lines += [entry(role, _name(rng)) for role in staff]
    lines.append("")
    lines += [
        entry("编辑部", _phone(rng)),
        entry("发行部", _phone(rng)),
        entry("社址", f"{where}文汇路{rng.randrange(1, 200)}号"),
    ]
    lines += [
        entry("邮编", str(rng.randrange(100000, 899999))),
        entry("网址", f"www.{draft.serial}qikan.example.cn"),
        "",
    ]
    lines += [
        entry("发行范围", "公开发行"),
        entry("邮发代号", f"{rng.randrange(2, 90)}-{rng.randrange(100, 999)}"),
    ]
    lines += [
        entry("订阅电话", _phone(rng)),
        _phone(rng),
        entry("电子邮箱", f"tougao{draft.serial}@example.net.cn"),
    ]
    lines += ["", entry("印刷", f"{where}新华印务有限公司"), ""]
    if rng.random() < 0.5:
        lines += [f"{where[:1]}市监广登字{draft.year}{rng.randrange(1000, 9999)}号", ""]
    if rng.random() < 0.5:
        lines += [
            "声明：本刊所载文章均为作者原创，未经许可不得转载；来稿三个月未获回复者可自行处理，本刊不收取任何费用。",
            "",
        ]
    return lines


def _terse(rng: Random, draft: Draft) -> list[str]:
    """A masthead of few lines, several entries on each."""
    day = draft.date.split("-")
    return [
        draft.magazine,
        rng.choice(
            (
                f"{draft.year}年第{draft.number}期（总第{draft.serial}期）",
                f"{draft.year}年第{draft.number:02d}期 总第{draft.serial}期",
                f"总第{draft.serial}期 {draft.year}年第{draft.number}期",
            )
        ),
        f"出版日期：{int(day[0])}年{int(day[1])}月{int(day[2])}日",
        "",
        f"主管单位：{names.organ(rng)}",
        f"主办单位：{names.county(rng)}期刊中心",
        f"主编：{names.person(rng)}",
        f"副主编：{names.person(rng)} {names.person(rng)}",
        f"国际标准连续出版物号：ISSN {draft.issn}",
        f"国内统一连续出版物号：CN {draft.cn}",
        f"编辑部电话：{_phone(rng)}",
        f"地址：{names.county(rng)}文汇路{rng.randrange(1, 200)}号 邮编：{rng.randrange(100000, 899999)}",
        f"定价：{rng.randrange(8, 60)}.00元",
        "",
    ]


def contents(rng: Random, style: Style, draft: Draft) -> list[str]:
    """The lines of the contents with their heading."""
    lines = [
        rng.choice(
            ("目 录", "目录", "目　录", "本期目录", "目 次")
            if style.family == "other"
            else ("目 录",)
        ),
        "",
    ]
    if style.contents == "cells":
        return [*lines, *_in_cells(rng, style, draft)]
    shown = -1
    for piece in draft.pieces:
        if not piece.listed:
            continue
        if piece.section != shown:
            shown = piece.section
            lines += [""] * bool(lines[-1]) + [_section(style, draft.sections[shown]), ""]
        form = style.contents
        if form == "mixed":
            form = "pipe" if (piece.section % 2 == 0) else "plain-first"
        lines += _entry(rng, style, piece, form)
        if form not in ("pipe-wide", "abreast"):
            lines.append("")
    return [*_abreast(lines), ""] if style.contents == "abreast" else _merge_pipes(lines)


def _abreast(lines: list[str]) -> list[str]:
    """Two entries of a section on a line, as OCR reads two columns."""
    out: list[str] = []
    for line in lines:
        if out and out[-1][-1:].isdigit() and line[-1:].isdigit() and _GAP not in out[-1]:
            out[-1] += f"{_GAP}{line}"
        else:
            out.append(line)
    return out


_GAP = "\u3000\u3000"


def _section(style: Style, name: str) -> str:
    forms = {
        "lenticular": f"【{name}】",
        "square": f"■ {name}",
        "diamond": f"◆{name}",
        "spaced": " ".join(name),
        "dots": f"· {name} ·",
    }
    return forms.get(style.section_form, name)


def _authors(style: Style, piece: Piece) -> str:
    return style.author_mark.join(shown_name(style, signer) for signer in piece.signers)


def _page(rng: Random, style: Style, piece: Piece) -> str:
    """The page number, now and then misread (l02, 1O2)."""
    shown = str(piece.page)
    if rng.random() < style.page_errors:
        return shown.replace("1", "l", 1) if "1" in shown else shown.replace("0", "O")
    return shown


def _entry(rng: Random, style: Style, piece: Piece, form: str) -> list[str]:
    page, who = _page(rng, style, piece), _authors(style, piece)
    rows = [*piece.title_in_contents, *([piece.subtitle] if piece.subtitle else [])]
    body_author = bool(piece.signers) and piece.signers[0].is_body
    if form == "pipe":
        rule = "|----|--|-----|"
        cell = "\n".join(rows)
        return [*_PIPE_HEAD, rule, f"| {page} | {cell} | {who} |", rule]
    if form == "pipe-wide":
        return [f"| {' '.join(rows)} | {who} | {page} |"]
    if form == "author-first" and who:
        rows[0], who = f"{who}：{rows[0]}", ""
    if form in ("plain-first", "first-below"):
        rows[0] = f"{page} {rows[0]}"
        if form == "plain-first" and body_author:
            return [*rows, f"..... {who}"]
    tail = {
        "plain-first": f" {who}",
        "first-below": "",
        "plain-last": f" {who} {page}",
        "abreast": f" {who} {page}",
        "summary": f" {who} {page}",
        "leader": f" {_leader(rng)} {who} {page}",
        "leader-author": f"{_leader(rng)}{f'（{who}）' if who else ''}{page}",
        "slash": f"{f'/{who}' if who else ''} {_leader(rng)} {page}",
    }.get(form, f" {_leader(rng)} {page}")
    rows[-1] += tail.rstrip().replace("  ", " ")
    if form == "abreast":
        rows = [" ".join(rows)]
    below = [f"  {who}"] if form in ("two-lines", "first-below") and who else []
    return [*rows, *(_summary(piece) if form == "summary" else below)]


def _summary(piece: Piece) -> list[str]:
    """What a text says in its first sentence, as contents have it below an entry."""
    texts = (
        block.text for block in piece.blocks if isinstance(block, Para) and block.role == "body"
    )
    said = next((part for text in texts for part in sentences(text) if len(part) >= 24), "")
    return [said] if said else []


def _in_cells(rng: Random, style: Style, draft: Draft) -> list[str]:
    """The contents as one table, with the section's name in the first cell of its first row.

    OCR may lose the bar before a row, or break the row before its page.
    """
    together = rng.random() < 0.5
    lines = ["|  |  |  |  |", "|--|--|--|--|"]
    shown = -1
    for piece in draft.pieces:
        if not piece.listed:
            continue
        name = "" if piece.section == shown else draft.sections[piece.section]
        shown = piece.section
        page, who = _page(rng, style, piece), _authors(style, piece)
        title = " ".join([*piece.title_in_contents, *([piece.subtitle] if piece.subtitle else [])])
        signed = f"{title} / {who}" if who else title
        cells = [signed] if together else [title, who]
        broken = "\n" if rng.random() < 0.15 else " | "
        row = f"| {name} | {' | '.join(cell for cell in cells if cell)}{broken}{page} |"
        lines.append(row[2:] if name and rng.random() < 0.15 else row)
    return [*lines, ""]


_PIPE_HEAD = ["- ", "- | | | |"]


def _leader(rng: Random) -> str:
    return rng.choice(("……", "…………", "......", ".........", "·····", "． ． ． ．", ". . . . ."))


def _merge_pipes(lines: list[str]) -> list[str]:
    """Entries of one table that follow each other share its head."""
    out: list[str] = []
    for line in lines:
        if line == _PIPE_HEAD[0] and len(out) > 1 and out[-1] == "" and out[-2].startswith("|--"):
            out.pop()
            out.append("\0")
        elif out and out[-1] == "\0":
            if line == _PIPE_HEAD[1] or line.startswith("|--"):
                continue
            out[-1] = line
        else:
            out.append(line)
    return out

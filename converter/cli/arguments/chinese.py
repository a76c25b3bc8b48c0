"""What ``--help`` says, in Chinese: found by the English, as the sentences of errors are.

A test knows which ones must be listed. The names of options and of their values stay.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Iterable
from typing import Any

from converter import patterns as re

HELP = {
    # Of every command.
    "positional arguments": "参数",
    "options": "选项",
    "commands": "命令",
    "actions": "操作",
    "show this help message and exit": "显示本帮助后退出",
    "show program's version number and exit": "显示版本号后退出",
    "the magazine's conventions (default: told by the masthead)": (
        "刊物的体例文件（默认：依刊头选定）"
    ),
    "leave the corrections beside the issue alone": "不应用刊期旁的更正文件",
    "an editor's corrections (default: ISSUE.corrections.toml, if there is one)": (
        "编辑的更正文件（默认：ISSUE.corrections.toml，如果有）"
    ),
    "switch a cleaning rule off (check --changes shows their names)": (
        "关闭一条清理规则（名称见 check --changes）"
    ),
    "OCR text (.txt)": "OCR 文本（.txt）",
    "OCR text (.txt) or a model (.json)": "OCR 文本（.txt）或模型（.json）",
    "OCR text or a model": "OCR 文本或模型",
    "editions in the other script": "繁简版本",
    "add a Traditional edition: tw (Taiwan), hk (Hong Kong) or t (OpenCC standard)": (
        "另出繁体版：tw（台湾）、hk（香港）或 t（OpenCC 标准）"
    ),
    "add a Simplified edition of a Traditional source": "源文为繁体时，另出简体版",
    "look at a Traditional edition, too: tw (Taiwan), hk (Hong Kong) or t (OpenCC standard)": (
        "一并查看繁体版：tw（台湾）、hk（香港）或 t（OpenCC 标准）"
    ),
    "look at a Simplified edition of a Traditional source, too": "源文为繁体时，一并查看简体版",
    "convert vocabulary as well as characters (tw)": "除用字外，用词也作转换（tw）",
    "fixed conversions (TOML or OpenCC format)": "词汇表：固定的转换（TOML 或 OpenCC 格式）",
    "looks": "外观",
    "your templates; files it lacks are the program's": "自备的模板；缺少的文件取自本程序",
    "your style sheets; files it lacks are the program's": "自备的样式表；缺少的文件取自本程序",
    "report": "报告",
    "print errors only": "只显示错误",
    # The program.
    "Republish OCR'd Chinese periodicals (复刊) as EPUB and PDF.": (
        "复刊：把中文期刊的 OCR 文本还原为 EPUB 与 PDF。"
    ),
    "convert issues to EPUB and PDF": "转换为 EPUB 与 PDF",
    "write the restored issue as JSON": "把还原的一期写成 JSON",
    "report what is doubtful in an issue": "报告一期中的疑点",
    "put an issue on an editor's desk": "供编辑对照源文审校一期",
    "say what a diagnostic code means": "解释诊断代码",
    "propose a magazine's profile": "草拟刊物的体例文件",
    "make a library of all converted issues": "把已转换的各期汇成文库",
    # convert
    "Convert issues to EPUB and PDF. What is up to date is not made again.": (
        "把各期转换为 EPUB 与 PDF。未有改动的不再重做。"
    ),
    (
        "Exit code: 0 all converted; 64 asked for nonsense, 65 bad input, 66 no such input, "
        "69 something missing on this machine, 70 a crash, 71 out of memory, 73 cannot write, "
        "75 time limit (of several failures the highest); 130 and 143 interrupted: "
        "the same command goes on where it was."
    ): (
        "退出码：0 全部转换；64 选项不合理，65 输入有误，66 没有此输入，69 本机缺少所需程序，"
        "70 程序出错，71 内存不足，73 无法写入，75 超时（多处失败时取最大值）；"
        "130、143 被中断：再次执行同一命令即从中断处继续。"
    ),
    "OCR text (.txt), model (.json), folder, pattern ('archive/**/*.txt') or @list file": (
        "OCR 文本（.txt）、模型（.json）、文件夹、通配（'archive/**/*.txt'）或 @清单文件"
    ),
    "folder for the results (default: output)": "输出文件夹（默认：output）",
    "write this format only; repeat for more (default: both)": (
        "只输出此格式；可重复（默认：两种都输出）"
    ),
    "leave the edition in the source's script out": "只出转换后的版本，不出源文字形的版本",
    "set the Traditional EPUB vertically": "繁体 EPUB 竖排",
    "embed subsets of the fonts in the EPUB": "在 EPUB 中嵌入字体子集",
    "your own cover picture (JPEG or PNG)": "自备的封面图（JPEG 或 PNG）",
    "what a person has audited, such as 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'": (
        "经人工审核符合的标准，如 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'"
    ),
    "who has audited it (--conforms-to)": "审核者（--conforms-to）",
    "kind of PDF (default: screen)": (
        "PDF 的种类：screen（屏幕，默认）、press（付印）或 archive（存档）"
    ),
    "page size (default: 16k, 185 × 260 mm)": "开本（默认：16k，185 × 260 毫米）",
    "columns of text (default: 1)": "正文栏数（默认：1）",
    "size of the body text in points": "正文字号（点）",
    "pad the press edition to whole sheets of so many pages": "付印版按此页数凑足整帖",
    "theme of the PDF (default: classic)": "PDF 的主题（默认：classic）",
    "while designing": "设计版面时",
    "convert again whenever the issue, its corrections, a template or a style is saved": (
        "刊期、更正文件、模板或样式一经保存即重新转换"
    ),
    "make the PDF of one article only, as a preview (NAME.article-N.pdf)": (
        "只出一篇文章的 PDF，以供预览（NAME.article-N.pdf）"
    ),
    "many issues": "批量转换",
    "worker processes (default: all processors)": "工作进程数（默认：全部处理器）",
    "convert what is up to date as well": "未有改动的也重新转换",
    "give an issue up after so long (default: 600 in a batch; 0: never)": (
        "一期超过此秒数即放弃（默认：批量时 600；0：不限）"
    ),
    "memory a worker may take (default: its share of the machine's; 0: no limit)": (
        "每个工作进程可用的内存（默认：按本机内存均分；0：不限）"
    ),
    "convert on the Dask cluster at tcp://HOST:PORT (needs fukan[cluster])": (
        "在 tcp://HOST:PORT 的 Dask 集群上转换（需要 fukan[cluster]）"
    ),
    "print the doubts of every issue, not of a single one only": (
        "逐期显示疑点，而不只在转换一期时"
    ),
    "report events as lines of JSON": "以 JSON 逐行报告",
    "write summary.html and summary.json here (several issues: default OUTPUT/.fukan)": (
        "把 summary.html 与 summary.json 写在这里（多期时默认：OUTPUT/.fukan）"
    ),
    # parse, check
    "Write the restored issue as JSON.": "把还原的一期写成 JSON。",
    "write to a file (default: standard output)": "写入文件（默认：标准输出）",
    "Report what is doubtful in an issue.": "报告一期中的疑点。",
    "form of the report: text, json, annotations for GitHub or SARIF 2.1.0": (
        "报告的形式：text（文字）、json、github（GitHub 注释）或 sarif（SARIF 2.1.0）"
    ),
    "the same as --format json": "同 --format json",
    "say why each doubt matters and what to do": "说明各疑点的缘由与处理办法",
    "severity from which the exit code is 1 (default: error)": (
        "达到此严重程度时退出码为 1（默认：error）"
    ),
    "list every repair of the text as well": "同时列出文字的各处修正",
    "list everything that was left out as well": "同时列出舍弃的文字",
    # review
    (
        "Show the source beside the restored issue, with every doubt, join and repair: as one "
        "HTML file, or with --serve in the browser, where decisions are written to "
        "ISSUE.corrections.toml at once."
    ): (
        "源文与还原的一期左右对照，标出各处疑点、接合与修正：写成一个 HTML 文件；"
        "或用 --serve 在浏览器中审校，所作决定随即写入 ISSUE.corrections.toml。"
    ),
    "the page (default: output/ISSUE.review.html)": "审校页（默认：output/ISSUE.review.html）",
    "show the PDF page on which each block landed": "显示各段落在 PDF 的哪一页",
    "desk": "审校台",
    "let the editor settle things in the browser": "由编辑在浏览器中审定",
    "port of the desk (default: a free one)": "审校台的端口（默认：任一空闲端口）",
    "open the page or the desk in a browser": "在浏览器中打开页面或审校台",
    # explain, profile
    "Say what a diagnostic code means.": "解释诊断代码。",
    "such as HEA003; none: list all": "如 HEA003；不给出则列出全部",
    "Propose a magazine's profile.": "草拟刊物的体例文件。",
    "propose a profile from issues of one magazine": "据同一刊物的若干期草拟体例文件",
    "Propose a profile from issues of one magazine.": "据同一刊物的若干期草拟体例文件。",
    "such as NAME.profile.toml (default: print)": "如 NAME.profile.toml（默认：显示）",
    "replace the file if it exists": "文件已有时覆盖",
    # library
    (
        "Make a website with search, OPDS catalogues, indexes and metadata of all issues that "
        "were converted into a folder, and check them as a series."
    ): ("把转换到同一文件夹的各期汇成网站，附检索、OPDS 目录、索引与元数据，并检查刊次是否连续。"),
    "folder that convert wrote to": "convert 的输出文件夹",
    "folder for the library (default: OUTPUT/library)": "文库的文件夹（默认：OUTPUT/library）",
    "name of the library (default: the magazine's)": "文库的名称（默认：刊名）",
    "the magazine's conventions: how severe doubts about the series are": (
        "刊物的体例文件：刊次疑点的严重程度"
    ),
    "address at which it will stand (adds sitemap, RSS and absolute links)": (
        "将来的网址（加上站点地图、RSS 与绝对链接）"
    ),
    "make no full-text index": "不建全文索引",
    "check the series only and make no library": "只检查刊次，不建文库",
    "severity of a doubt from which the exit code is 1 (default: error)": (
        "疑点达到此严重程度时退出码为 1（默认：error）"
    ),
    "show the library to this machine's browser": "在本机浏览器中查看文库",
    "port for --serve (default: 8000)": "--serve 的端口（默认：8000）",
    "report as JSON": "以 JSON 报告",
}


def translate(parser: argparse.ArgumentParser) -> None:
    """Let a parser and its commands speak Chinese; what is not listed stays English."""
    parser.formatter_class = Formatter
    parser.description, parser.epilog = _said(parser.description), _said(parser.epilog)
    for group in parser._action_groups:  # noqa: SLF001  (argparse shows them in no other way)
        group.title = _said(group.title)
    _translate_actions(parser._actions)  # noqa: SLF001


def _translate_actions(actions: Iterable[argparse.Action]) -> None:
    for action in actions:
        action.help = _said(action.help)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            _translate_actions(action._choices_actions)  # noqa: SLF001  (their lines of help)
            for command in action.choices.values():
                translate(command)


def _said(text: str | None) -> str | None:
    return HELP.get(text, text) if text else text


class Formatter(argparse.HelpFormatter):
    """Help in Chinese, broken where its characters, twice as wide as Latin ones, fill a line."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin the usage with 用法."""
        super().add_usage(usage, actions, groups, "用法: " if prefix is None else prefix)

    def _format_usage(self, *given: Any) -> str:
        first, *rest = super()._format_usage(*given).split("\n")
        indent = " " * (_columns("用法") - len("用法"))
        return "\n".join([first, *(indent + line if line else line for line in rest)])

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(text, width - len(indent)))


_UNIT = re.compile(r"[（“《]*(?:[!-~]+|\S)[，。、；：！？）”》…]*|\s+")
"""What stays together: a Latin word or a character, with the marks that may not part from it."""


def wrap(text: str, columns: int) -> list[str]:
    """A text in lines of so many columns of a terminal."""
    lines: list[str] = []
    line, used = "", 0
    for unit in _UNIT.findall(" ".join(text.split())):
        size = _columns(unit)
        if line and used + size > columns:
            lines.append(line.rstrip())
            line, used = "", 0
        if line or not unit.isspace():
            line, used = line + unit, used + size
    return [*lines, line.rstrip()]


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)

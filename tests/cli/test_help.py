"""What the command line says of itself and does not understand, in the user's language."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterator

import pytest

from converter.cli.arguments import build_parser
from converter.cli.arguments.chinese import HELP, wrap
from tests.support.command import fukan

CHINESE = {"LC_ALL": "zh_CN.UTF-8", "COLUMNS": "80"}
SAME = {"EPUB", "PDF"}
"""Titles that are the same in both languages."""


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser and those of its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from parsers(command)


def texts(parser: argparse.ArgumentParser) -> set[str]:
    """All that ``--help`` may say."""
    said: set[str | None] = set()
    for one in parsers(parser):
        said |= {one.description, one.epilog, *(group.title for group in one._action_groups)}
        for action in one._actions:
            said.add(action.help)
            if isinstance(action, argparse._SubParsersAction):
                said |= {choice.help for choice in action._choices_actions}
    return {text for text in said if text}


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def test_every_text_of_the_help_is_known_in_chinese() -> None:
    assert texts(build_parser()) - SAME - HELP.keys() == set()


def test_no_chinese_is_left_of_what_the_help_no_longer_says() -> None:
    assert HELP.keys() - texts(build_parser()) == set()


def test_the_help_in_chinese_names_the_same_options_and_defaults() -> None:
    for english, chinese in HELP.items():
        for name in re.findall(r"--[a-z-]+|[A-Za-z0-9.]+\.(?:toml|json|html|pdf)|\d+", english):
            assert name in chinese, english


def test_the_help_is_english_where_nobody_asks_for_chinese() -> None:
    done = fukan("--help")
    assert done.out.startswith("usage: fukan")
    assert "\ncommands:\n" in done.out


@pytest.mark.parametrize("command", ["convert", "parse", "check", "review", "explain", "library"])
def test_the_help_of_each_command_speaks_chinese(command: str) -> None:
    done = fukan(command, "--help", env=CHINESE)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"用法: fukan {command} [-h]")
    assert "\n选项:\n  -h, --help" in done.out
    assert "显示本帮助后退出" in done.out
    assert not re.search(r"\b(?:default|the|show)\b", done.out)
    assert max(map(columns, done.out.splitlines())) <= 80


def test_an_action_of_a_command_speaks_chinese_as_well() -> None:
    done = fukan("profile", "init", "--help", env=CHINESE)
    assert done.out.startswith("用法: fukan profile init")
    assert "据同一刊物的若干期草拟体例文件。" in done.out


def test_a_usage_of_several_lines_stands_in_one_column() -> None:
    first, *rest = fukan("convert", "--help", env=CHINESE).out.partition("\n\n")[0].split("\n")
    edge = columns(first[: first.index("[")])
    assert rest
    assert {len(line) - len(line.lstrip()) for line in rest} == {edge}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "fukan: 错误: 缺少参数 COMMAND"),
        (("convert",), "fukan convert: 错误: 缺少参数 INPUT"),
        (("convert", "a", "--nope"), "fukan convert: 错误: 没有这样的参数：--nope"),
        (("convert", "a", "--size"), "fukan convert: 错误: 参数 --size：缺少值"),
        (("convert", "a", "-j", "x"), "fukan convert: 错误: 参数 -j/--jobs：'x' 不是整数"),
        (("convert", "a", "--size", "x"), "fukan convert: 错误: 参数 --size：'x' 不是数"),
        (
            ("convert", "a", "--force=1"),
            "fukan convert: 错误: 参数 --force：此选项没有值，不应写 '1'",
        ),
        (
            ("review", "a", "--port", "99999"),
            "fukan review: 错误: 参数 --port：99999 不是端口（0 至 65535）",
        ),
    ],
)
def test_what_makes_no_sense_is_told_in_chinese(arguments: tuple[str, ...], said: str) -> None:
    done = fukan(*arguments, env=CHINESE)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("用法: fukan")
    assert done.err.splitlines()[-1] == said


def test_a_choice_that_there_is_not_is_told_with_those_that_there_are() -> None:
    told = fukan("convert", "a", "--page", "a3", env=CHINESE).err.splitlines()[-1]
    assert told.startswith("fukan convert: 错误: 参数 --page：没有 'a3'（可选：")
    assert "16k" in told
    told = fukan("convert", "a", "--co", "x", env=CHINESE).err.splitlines()[-1]
    assert told == (
        "fukan convert: 错误: 选项 --co 不明确，可能是 --cover, --conforms-to, --columns"
    )


@pytest.mark.parametrize("port", ["70000", "-1", "desk"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    done = fukan("review", "a.txt", f"--port={port}")
    assert done.code == 2
    assert f"argument --port: {port} is no port (0 to 65535)" in done.err


def test_the_help_is_printed_where_the_terminal_knows_no_chinese() -> None:
    done = fukan("--help", env={**CHINESE, "PYTHONIOENCODING": "ascii"})
    assert done.code == 0
    assert "\\u9009\\u9879" in done.out


def test_lines_are_broken_by_columns_and_marks_stay_with_what_they_close() -> None:
    assert wrap("输出文件夹（默认：output）", 12) == ["输出文件夹", "（默认：", "output）"]
    assert wrap("the same as --format json", 12) == ["the same as", "--format", "json"]
    assert wrap("", 12) == [""]

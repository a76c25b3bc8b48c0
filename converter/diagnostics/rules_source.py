"""Diagnostic rules of reading, cleaning, corrections and profiles."""

from converter.diagnostics.core import Rule, Severity

RULES: tuple[Rule, ...] = (
    Rule(
        code="SRC001",
        severity=Severity.INFO,
        en="the file is {encoding}; it was read as such",
        zh="文件编码为 {encoding}，已按此读取",
        why=(
            "A file that is not UTF-8 is decoded by guess when it carries no mark.",
            "不是 UTF-8 的文件，如无标记，只能凭内容推断编码。",
        ),
        fix=(
            "Look at a few lines; save the file as UTF-8 if they are garbled.",
            "抽查几行；若有乱码，请另存为 UTF-8。",
        ),
        example="issue.txt saved as GB18030 by an old editor",
    ),
    Rule(
        code="SRC002",
        severity=Severity.ERROR,
        en="{count} byte(s) of this line are not UTF-8 and show as U+FFFD",
        zh="本行有 {count} 处字节不是 UTF-8，显示为 U+FFFD",
        why=("The characters there are lost in the file itself.", "这些字在文件中已经损坏。"),
        fix=(
            "Compare with the scan and replace the character by a correction.",
            "对照扫描件，用更正文件替换该字。",
        ),
        example="a file cut in the middle of a character",
    ),


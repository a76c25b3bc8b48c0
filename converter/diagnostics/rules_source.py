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
        example=(
            "issue.txt saved as GB18030 by an old editor",
            "旧编辑器存为 GB18030 的 issue.txt",
        ),
    ),
    Rule(
        code="SRC002",
        severity=Severity.ERROR,
        en="{count} byte(s) of this line are not {encoding} and show as U+FFFD",
        zh="本行有 {count} 处字节不是 {encoding}，显示为 U+FFFD",
        why=("The characters there are lost in the file itself.", "这些字在文件中已经损坏。"),
        fix=(
            "Compare with the scan and replace the character by a correction.",
            "对照扫描件，用更正文件替换该字。",
        ),
        example=("a file cut in the middle of a character", "在一个字的中间截断的文件"),
    ),
    Rule(
        code="SRC003",
        severity=Severity.WARNING,
        en="{char} on this line is of the Private Use Area, where each font has its own signs",
        zh="本行的 {char} 属于 Unicode 私用区，各字体所指不同",
        why=(
            "Only the font of the scan's maker shows it; readers see a box.",
            "只有原字体能显示，读者看到的是方框。",
        ),
        fix=(
            "Compare with the scan and replace the character by a correction.",
            "对照扫描件，用更正文件替换该字。",
        ),
        example=("a bullet of a font of symbols", "符号字体中的项目符号"),
        source="The Unicode Standard, §23.5",
    ),
    Rule(
        code="SRC004",
        severity=Severity.INFO,
        en="the HTML has its paragraphs on {lines} line(s); each counts as one, {count} in all",
        zh="HTML 各段共用 {lines} 行，现按每段一行计，共 {count} 行",
        why=(
            "A finding names its line; where all stands on one, that would say nothing.",
            "问题以行号定位；若全文都在一行，行号便无从定位。",
        ),
        fix=(
            "Nothing need be done; break the lines at the paragraphs to find them by number.",
            "可不处理；如需按行号查找，请先在段落处换行。",
        ),
        example=(
            "<p>……</p><p>……</p>, saved from a page of the web on one line",
            "从网页另存、全部挤在一行的 <p>……</p><p>……</p>",
        ),
    ),
    Rule(
        code="COR001",
        severity=Severity.WARNING,
        en="the correction ({what}) on line {place} of the corrections file was not applied: "
        "“{quote}” is not there any more",
        zh="更正文件第 {place} 行的更正（{what}）未应用：源文中已没有“{quote}”",
        why=(
            "The source has changed since the correction was made; applying it could do harm.",
            "更正之后源文有了改动，勉强应用可能出错。",
        ),
        fix=(
            "Make the correction again, or delete it if it is not needed any more.",
            "请重新更正；若已不需要，请删去该条。",
        ),
        example=("line 12 was scanned anew", "第 12 行重新扫描过"),
        source="each correction quotes the source text it was made against",
    ),
    Rule(
        code="COR002",
        severity=Severity.INFO,
        en="the correction ({what}) on line {place} of the corrections file was made for line "
        "{before}; its text now stands here and it was applied here",
        zh="更正文件第 {place} 行的更正（{what}）原指第 {before} 行，所引文字现在本行，已在此应用",
        why=(
            "Lines were added to the source or taken from it.",
            "源文增删过行。",
        ),
        fix=(
            "Nothing, if this is the line that was meant.",
            "若确为所指之行，无需处理。",
        ),
        example=(
            "a line of the cover was added at the top of the file",
            "文件开头增加了一行封面文字",
        ),
    ),
    Rule(
        code="COR003",
        severity=Severity.WARNING,
        en="the correction on line {place} of the corrections file was not applied: “{quote}” "
        "stands {count} times on this line",
        zh="更正文件第 {place} 行的更正未应用：“{quote}”在本行出现 {count} 次",
        why=(
            "It does not say which of them is meant.",
            "不知所指是哪一处。",
        ),
        fix=(
            "Quote more of the text around it, or add occurrence = 1 (2, 3 …).",
            "请多引几个字，或加上 occurrence = 1（2、3……）。",
        ),
        example=(
            'text = "的" on a line with twenty of them',
            '一行中有二十个“的”，而更正写作 text = "的"',
        ),
    ),
    Rule(
        code="COR004",
        severity=Severity.WARNING,
        en="the correction ({what}) on line {place} of the corrections file contradicts an "
        "earlier one and was not applied",
        zh="更正文件第 {place} 行的更正（{what}）与前面的更正矛盾，未应用",
        why=("Both cannot hold.", "两条不能同时成立。"),
        fix=("Delete one of the two.", "请删去其中一条。"),
        example=(
            "level = 1 and level = 2 for the same line",
            "同一行既定为 level = 1，又定为 level = 2",
        ),
    ),
    Rule(
        code="COR005",
        severity=Severity.WARNING,
        en="the correction ({what}) on line {place} of the corrections file had no effect",
        zh="更正文件第 {place} 行的更正（{what}）没有起作用",
        why=(
            "The text is as it would be without it: something else about the place decides.",
            "结果与未更正时相同，该处另有因素在起作用。",
        ),
        fix=(
            "See how the lines around it were read; correct those first.",
            "请查看前后各行如何被识别，先更正那些行。",
        ),
        example=("a join with a line that was taken for a heading", "与误判为标题的一行接合"),
    ),
    Rule(
        code="COR006",
        severity=Severity.INFO,
        en="the doubt {code}, marked as seen on line {place} of the corrections file, "
        "is not raised any more",
        zh="更正文件第 {place} 行标为已阅的疑点 {code} 已不再出现",
        why=("The entry settles nothing.", "该条已无作用。"),
        fix=("Delete it from the corrections file.", "可从更正文件中删去。"),
        example=("the doubt went away with a correction of the text", "文字更正之后，疑点随之消失"),
    ),
    Rule(
        code="COR007",
        severity=Severity.WARNING,
        en="{count} correction(s) speak of lines of a text, but this issue was read from a model",
        zh="有 {count} 条更正针对源文各行，而本期是从模型读入的",
        why=(
            "A model has no lines; they were not applied.",
            "模型没有源文的行，这些更正未应用。",
        ),
        fix=("Correct the model itself.", "请直接修改模型。"),
        example=(
            "issue.json beside issue.corrections.toml",
            "issue.json 与 issue.corrections.toml 放在一起",
        ),
    ),
)

"""Diagnostic rules: archive."""

from converter.diagnostics.core import Rule, Severity

RULES: tuple[Rule, ...] = (
    Rule(
        "SER001",
        Severity.ERROR,
        "the restored issue {issue} is missing or damaged: the library leaves it out",
        "还原后的 {issue} 缺失或损坏，文库未收入该期",
        why=(
            "Its pages, its articles in the indexes and its place in the series are then missing.",
            "该期页面、索引条目及其在刊次中的位置因此缺失。",
        ),
        fix=(
            "Convert the issue again: fukan convert --force.",
            "请重新转换该期：fukan convert --force。",
        ),
        example=("a model that was cut off by a full disk", "因磁盘已满而中断的模型"),
    ),
    Rule(
        "SER002",
        Severity.WARNING,
        "{magazine}: {missing} is missing",
        "《{magazine}》缺{missing}",
        why=(
            "Readers of the year will look for it; the cumulative index has a gap.",
            "读者会查找该期，全年总目录也因此不全。",
        ),
        fix=(
            "Look for the file; or the number of a neighbour was misread.",
            "请查找该期文件，或核对相邻各期的期号是否误读。",
        ),
        example=("numbers 1, 2, 4 of a year", "一年中只有第 1、2、4 期"),
    ),
    Rule(
        "SER003",
        Severity.WARNING,
        "{issue} is there more than once: {files}",
        "{issue}重复：{files}",
        why=(
            "Its articles stand twice in all indexes, or two issues bear one number.",
            "索引中文章会重复出现，或两期误用同一期号。",
        ),
        fix=(
            "Take one of the files out of the archive, or correct the masthead of one.",
            "请移去其中一个文件，或更正其中一期的版权页。",
        ),
        example=("the same issue scanned twice", "同一期扫描了两次"),
    ),
    Rule(
        "SER004",
        Severity.WARNING,
        "{issue} bears the serial number {found}, its neighbours want {expected}",
        "{issue}的总期号为 {found}，按前后各期应为 {expected}",
        why=(
            "Year, number or serial number was misread, and the issue stands in a wrong place.",
            "该期的年份、期号或总期号有误读，排列位置因此有误。",
        ),
        fix=(
            "Compare the masthead with the scan and correct it.",
            "请对照扫描件更正版权页。",
        ),
        example=("serial numbers 101, 120, 103", "总期号依次为 101、120、103"),
    ),
    Rule(
        "SER005",
        Severity.WARNING,
        "{issue} is dated {date}, its place in the series is {place}",
        "{issue}的日期为 {date}，按刊次应在 {place}",
        why=(
            "Either the date or the issue's year or number was misread.",
            "日期与年份、期号之中必有一处误读。",
        ),
        fix=(
            "Compare the masthead with the scan and correct it.",
            "请对照扫描件更正版权页。",
        ),
        example=("number 5 dated before number 4", "第 5 期的日期早于第 4 期"),
    ),
    Rule(
        "SER006",
        Severity.WARNING,
        "{issue} tells neither year and number nor a serial number: it has no place in the series",
        "{issue}没有年份期号，也没有总期号，无法排入刊次",
        why=(
            "It stands after all others and in no year's index that readers look into.",
            "该期只能排在最后，读者查阅的年度总目录中没有它。",
        ),
        fix=(
            "Correct the masthead by a corrections file or in the model.",
            "请用更正文件或在模型中补上版权页。",
        ),
        example=("an issue whose masthead was not scanned", "版权页没有扫描"),
    ),
    Rule(
        "SER007",
        Severity.INFO,
        "the author “{name}” ({count}, first in {issue}) may be “{other}” ({others})",
        "作者“{name}”（{count} 篇，首见于{issue}）可能就是“{other}”（{others} 篇）",
        why=(
            "The articles of one author then stand under two names in the index.",
            "同一作者的文章因此分列于索引中的两个名字之下。",
        ),
        fix=(
            "Compare with the scan; correct the byline if it was misread.",
            "请对照扫描件，署名误读则更正。",
        ),
        example=(
            "王志刚 in five issues, 王志钢 with the same office in one",
            "五期作“王志刚”，一期职务相同而作“王志钢”",
        ),
    ),
    Rule(
        "SER008",
        Severity.INFO,
        "the section “{old}” (last in {last}) seems to go on as “{new}” (since {first})",
        "栏目“{old}”（止于{last}）似更名为“{new}”（始于{first}）",
        why=(
            "Readers who follow the section have to look under both names.",
            "读者查阅该栏目须兼查两个名称。",
        ),
        fix=(
            "Nothing, if the magazine did so; else correct the contents of the issues.",
            "如系刊物更名则无须处理；否则请更正有关各期的目录。",
        ),
        example="专题 until 2022, 专题报道 since 2023",
    ),
    Rule(
        "SER009",
        Severity.INFO,
        "the section “{name}” of {issue} may be “{other}” ({others} issues)",
        "{issue}的栏目“{name}”可能就是“{other}”（见于 {others} 期）",
        why=(
            "A misread name makes a section of its own in the index.",
            "误读的名称在索引中会成为另一个栏目。",
        ),
        fix=(
            "Compare with the scan; correct the contents if the name was misread.",
            "请对照扫描件，名称误读则更正目录。",
        ),
        example=("理论纵横 in ten issues, 理论纵模 in one", "十期作“理论纵横”，一期作“理论纵模”"),
    ),
    Rule(
        "SER010",
        Severity.WARNING,
        "{issue} gives {field} as {found}, other issues {usual}",
        "{issue}的{named}为 {found}，其他各期为 {usual}",
        why=(
            "Catalogues tell magazines apart by title, ISSN and CN.",
            "编目以刊名、ISSN 和 CN 区分期刊。",
        ),
        fix=(
            "Compare the masthead with the scan and correct it.",
            "请对照扫描件更正版权页。",
        ),
        example=("one issue with another check digit", "有一期的校验码与各期不同"),
        source="ISO 3297",
    ),
)

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
    # epub
    Rule(
        "EPB001",
        Severity.WARNING,
        "the masthead has no title: the EPUB is called “{title}”",
        "版权页没有刊名：EPUB 题名用“{title}”",
        why=(
            "Shelves, catalogues and the cover show the magazine's name.",
            "书架、书目和封面都要显示刊名。",
        ),
        fix=(
            "Add the title to the masthead of the source or of the model.",
            "在原文或模型的版权页中补上刊名。",
        ),
        example="an issue whose first pages were not scanned",
        source="EPUB 3.3 §5.5.3.2 (dc:title)",
    ),
    Rule(
        "EPB002",
        Severity.WARNING,
        "a mark in {file} points at the note “{note}”, which its article does not have",
        "{file}中有注码指向注释“{note}”，但该文没有这条注释",
        why=(
            "The mark stays in the text, but leads nowhere.",
            "注码仍保留在正文中，但无法跳转。",
        ),
        fix=(
            "Add the note to the article, or take the mark off its text.",
            "补上该条注释，或去掉注码标记。",
        ),
        example="……见报告②。 (no note ②)",
        source="EPUB 3.3 §8 (epub:type noteref)",
    ),
    Rule(
        "EPB003",
        Severity.WARNING,
        "“{address}” cannot be a link and stays plain text",
        "“{address}”不能作为链接，按普通文字保留",
        why=(
            "Only well-formed http, https and mailto addresses become links.",
            "只有格式正确的 http、https 和 mailto 地址才会成为链接。",
        ),
        fix=(
            "Correct the address in the source or the model.",
            "在原文或模型中改正该地址。",
        ),
        example="http://[example",
        source="RFC 3986; EPUBCheck RSC-020",
    ),
    Rule(
        "EPB004",
        Severity.WARNING,
        "no Chinese typeface is installed: the cover has no words",
        "没有安装中文字体：封面上没有文字",
        why=(
            "The cover is a picture, so its letters must be drawn here.",
            "封面是图片，文字须在生成时绘制。",
        ),
        fix=(
            "Install one; on Debian: apt install fonts-noto-cjk fonts-noto-cjk-extra",
            "请安装；Debian 上：apt install fonts-noto-cjk fonts-noto-cjk-extra",
        ),
        example="a machine without Noto CJK",
        source="",
    ),
    Rule(
        "EPB005",
        Severity.INFO,
        "the cover picture ({before}) was converted to an sRGB JPEG of {after} pixels",
        "封面图片（{before}）已转换为 sRGB JPEG，{after} 像素",
        why=(
            "Reading systems and stores want sRGB, JPEG or PNG, and less than 4 million pixels.",
            "阅读系统和书店要求 sRGB、JPEG 或 PNG，且少于四百万像素。",
        ),
        fix=("Nothing; or give a picture that needs no change.", "无需处理；或提供无须转换的图片。"),
        example="a TIFF, a CMYK JPEG, a picture from a camera",
        source="EPUB 3.3 §3.2 (core media types); store guidelines",
    ),
    Rule(
        "EPB006",
        Severity.INFO,
        "embedded {count} font subsets of {glyphs} characters, {size} KiB together",
        "嵌入 {count} 个字体子集，共 {glyphs} 字，{size} KiB",
        why=(
            "Embedded fonts make the file larger and bind the reader's choice of face.",
            "嵌入字体会增大文件，并限制读者选择字体。",
        ),
        fix=("Leave out --embed-fonts for the smaller file.", "不用 --embed-fonts 可得到较小的文件。"),
        example="--embed-fonts",
        source="",
    ),
    Rule(
        "EPB007",
        Severity.WARNING,
        "no typeface for {role} is installed that may be embedded: the reading system's own is used",
        "没有可嵌入的{role}字体：使用阅读系统自带的字体",
        why=(
            "Only open typefaces may be passed on inside a book.",
            "只有开放许可的字体才可随书传播。",
        ),
        fix=(
            "Install the open ones; on Debian: apt install fonts-noto-cjk fonts-lxgw-wenkai",
            "请安装开放字体；Debian 上：apt install fonts-noto-cjk fonts-lxgw-wenkai",
        ),
        example="--embed-fonts without LXGW WenKai",
        source="SIL Open Font License 1.1",
    ),
    Rule(
        "EPB008",
        Severity.WARNING,
        "the embedded {role} face lacks {count} characters of the text: {characters}",
        "嵌入的{role}字体缺 {count} 个字：{characters}",
        why=(
            "They are shown in another face, or not at all.",
            "这些字将以其他字体显示，或无法显示。",
        ),
        fix=(
            "Check that the characters are right, or leave out --embed-fonts.",
            "请核对这些字是否正确，或不用 --embed-fonts。",
        ),
        example="a character of a plane that the face does not cover",
        source="",
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
        example="line 12 was scanned anew",
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
        example="a line of the cover was added at the top of the file",
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
        example='text = "的" on a line with twenty of them',
    ),
    Rule(
        code="COR004",
        severity=Severity.WARNING,
        en="the correction ({what}) on line {place} of the corrections file contradicts an "
        "earlier one and was not applied",
        zh="更正文件第 {place} 行的更正（{what}）与前面的更正矛盾，未应用",
        why=("Both cannot hold.", "两条不能同时成立。"),
        fix=("Delete one of the two.", "请删去其中一条。"),
        example="level = 1 and level = 2 for the same line",
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
        example="a join with a line that was taken for a heading",
    ),
    Rule(
        code="COR006",
        severity=Severity.INFO,
        en="the doubt {code}, marked as seen on line {place} of the corrections file, "
        "is not raised any more",
        zh="更正文件第 {place} 行标为已阅的疑点 {code} 已不再出现",
        why=("The entry settles nothing.", "该条已无作用。"),
        fix=("Delete it from the corrections file.", "可从更正文件中删去。"),
        example="the doubt went away with a correction of the text",
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
        example="issue.json beside issue.corrections.toml",
    ),
)

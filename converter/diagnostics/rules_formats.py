"""Diagnostic rules: EPUB, PDF and their typesetting."""

from converter.diagnostics.core import Rule, Severity

RULES: tuple[Rule, ...] = (
    # pdf
    Rule(
        "PDF001",
        Severity.WARNING,
        "the face {face} is not installed; {substitute} stands in for it",
        "未安装字体“{face}”，以“{substitute}”代替",
        why=(
            "Another face has other widths, weights and marks; the page is not as designed.",
            "代用字体的字宽、粗细和标点都不同，版面会走样。",
        ),
        fix=(
            (
                "Install it; on Debian: "
                "apt install fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai"
            ),
            (
                "请安装该字体；Debian 上："
                "apt install fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai"
            ),
        ),
        example=("no fonts-lxgw-wenkai on the machine", "机器上没有 fonts-lxgw-wenkai"),
        source="fontconfig's answer to the faces of styles/tokens.css",
    ),
    Rule(
        "PDF002",
        Severity.INFO,
        "{count} character(s) are not in {face} and are set in {substitute}: {characters}",
        "字体“{face}”缺{count}个字，改用“{substitute}”：{characters}",
        why=(
            "A character from another face stands out on the page.",
            "夹用其他字体的字在版面上很显眼。",
        ),
        fix=(
            "Check that they are the right characters; name a face that has them in tokens.css.",
            "请核对是否误字；或在 tokens.css 中换用收字更全的字体。",
        ),
        example=("a rare character in a Kai box", "楷体框中的生僻字"),
        source="the characters of each face according to fontconfig",
    ),
    Rule(
        "PDF003",
        Severity.ERROR,
        "no installed font has {count} character(s): {characters}",
        "已安装的字体都没有这{count}个字：{characters}",
        why=(
            "They come out as empty boxes.",
            "这些字会印成方框。",
        ),
        fix=(
            "Compare with the scan: most are errors of the OCR; else install a font that has them.",
            "请对照扫描件，多为识别错误；确有其字则请安装收有该字的字体。",
        ),
        example="U+E000",
        source="the characters of all fonts according to fontconfig",
    ),
    Rule(
        "PDF004",
        Severity.WARNING,
        "HarfBuzz's subsetter is missing: writing the PDF takes about five times as long",
        "缺少 HarfBuzz 子集化库，生成 PDF 约慢五倍",
        why=(
            "Without it the fonts are cut down in Python.",
            "缺少该库时字体子集化由 Python 完成。",
        ),
        fix=(
            "Install it; on Debian: apt install libharfbuzz-subset0",
            "请安装；Debian 上：apt install libharfbuzz-subset0",
        ),
        example=("a machine with libharfbuzz0b only", "机器上只有 libharfbuzz0b"),
        source="measured: 12.5 s instead of 2.2 s for 116 pages",
    ),
    Rule(
        "PDF005",
        Severity.WARNING,
        "this WeasyPrint ({version}) is not the one that the page was made for; "
        "the text is not on the grid",
        "当前 WeasyPrint（{version}）与本程序所适配的版本不同，正文未对齐行格",
        why=(
            "The grid hooks into functions that changed.",
            "行格功能依赖的函数已经改变。",
        ),
        fix=(
            "Install the version that the package asks for.",
            "请安装本程序所要求的版本。",
        ),
        example="WeasyPrint 71",
        source="signatures checked at run time",
    ),
    Rule(
        "PDF006",
        Severity.ERROR,
        "no ICC profile of a press was found: the press edition has no output intent "
        "and is not PDF/X-4",
        "未找到印刷用 ICC 特性文件：印刷版没有输出意图，不符合 PDF/X-4",
        why=(
            "PDF/X-4 must say for which press its colours are meant.",
            "PDF/X-4 必须注明颜色所针对的印刷条件。",
        ),
        fix=(
            "Install one; on Debian: apt install icc-profiles-free colord-data",
            "请安装；Debian 上：apt install icc-profiles-free colord-data",
        ),
        example=("a machine without /usr/share/color/icc", "机器上没有 /usr/share/color/icc"),
        source="ISO 15930-7 §6.2",
    ),
    Rule(
        "PDF009",
        Severity.WARNING,
        "the renderer says: {message}",
        "排版引擎提示：{message}",
        why=(
            "What a sheet asks for and the renderer does not know is left out of the page.",
            "样式表中引擎不识别的声明不会生效。",
        ),
        fix=(
            "Correct the style sheet or the template it speaks of.",
            "请修改所指的样式表或模板。",
        ),
        example="Ignored `text-wrap: balance` at 12:3, unknown property.",
        source="the log of WeasyPrint",
    ),
    Rule(
        "PDF010",
        Severity.INFO,
        "page {page} has only the last lines of “{title}”: {lines} line(s) less would save it",
        "第{page}页只有《{title}》的末尾几行，减{lines}行可省去此页",
        why=(
            "A page that is nearly empty looks like one too many, and costs as much as a full one.",
            "末页几乎空白，既不美观，又多占一页。",
        ),
        fix=(
            "Cut so many lines of the article, or leave the page as it is.",
            "请在该文中删去相应行数；不便删改时可保留原样。",
        ),
        example=(
            "an article of two pages and a heading with three lines on a third",
            "两页的文章，第三页上只有一个小标题和三行字",
        ),
        source="the convention of make-up; the program has closed up what lines and white give",
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
        example=("an issue whose first pages were not scanned", "前几页没有扫描"),
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
        example=("……见报告②。 (no note ②)", "……见报告②。（没有注释②）"),
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
        example=("a machine without Noto CJK", "机器上没有 Noto CJK"),
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
        fix=(
            "Nothing; or give a picture that needs no change.",
            "无需处理；或提供无须转换的图片。",
        ),
        example=(
            "a TIFF, a CMYK JPEG, a picture from a camera",
            "TIFF、CMYK 的 JPEG、相机所拍的照片",
        ),
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
        fix=(
            "Leave out --embed-fonts for the smaller file.",
            "不用 --embed-fonts 可得到较小的文件。",
        ),
        example="--embed-fonts",
        source="",
    ),
    Rule(
        "EPB007",
        Severity.WARNING,
        "no typeface for {role} that may be embedded is installed: the reading system's is used",
        "没有可嵌入的{role}字体：使用阅读系统自带的字体",
        why=(
            "Only open typefaces may be passed on inside a book.",
            "只有开放许可的字体才可随书传播。",
        ),
        fix=(
            "Install the open ones; on Debian: apt install fonts-noto-cjk fonts-lxgw-wenkai",
            "请安装开放字体；Debian 上：apt install fonts-noto-cjk fonts-lxgw-wenkai",
        ),
        example=("--embed-fonts without LXGW WenKai", "用了 --embed-fonts，但没有 LXGW WenKai"),
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
        example=("a character of a plane that the face does not cover", "字体未收的扩展区汉字"),
        source="",
    ),
    # typeset
    Rule(
        "TYP001",
        Severity.WARNING,
        "WeasyPrint {version} is not the one the Chinese line composition was written for "
        "({reason}): lines are set by WeasyPrint alone",
        "WeasyPrint {version} 与中文排版模块不相配（{reason}）：各行由 WeasyPrint 自行排版",
        why=(
            (
                "The composition replaces functions that WeasyPrint may change at any time; with "
                "others it could spoil pages, so it stays away."
            ),
            "排版模块替换了 WeasyPrint 的内部函数，版本不符时可能排错，因此停用。",
        ),
        fix=(
            "Install the WeasyPrint of the lock file; lines are ragged and marks wide until then.",
            "请安装锁定文件中的 WeasyPrint；在此之前行尾不齐、标点不挤压。",
        ),
        example=("WeasyPrint 71 beside an older Fukan", "较旧的复刊遇到 WeasyPrint 71"),
        source="clreq §3.4",
    ),
    Rule(
        "TYP002",
        Severity.WARNING,
        "a line of text could not be composed and was set by WeasyPrint alone ({error})",
        "有一行无法由中文排版模块排版，改由 WeasyPrint 自行排版（{error}）",
        why=(
            "The line may end ragged or break before a mark.",
            "该行可能不齐，或在标点前换行。",
        ),
        fix=(
            "Report it with the paragraph; look at the page meanwhile.",
            "请连同该段落报告此问题，并检查该页。",
        ),
        example=("a defect of the program", "程序的缺陷"),
        source="clreq §3.4",
    ),
)

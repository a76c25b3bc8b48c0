"""Diagnostic rules: editions."""

from converter.diagnostics.core import Rule, Severity

RULES: tuple[Rule, ...] = (
    # variant
    Rule(
        "VAR001",
        Severity.INFO,
        "{character} became {chosen} {count} times because no phrase decided it "
        "(also possible: {others}), first in “{context}”",
        "“{character}”有{count}处没有词语可依，按默认转为“{chosen}”（另可作{others}），首见于“{context}”",
        why=(
            "One Simplified character stands for several Traditional ones, and only the word "
            "tells which; where no word is known, the commonest form is a guess.",
            "一个简体字可对应几个繁体字，须由词语判定；词典中没有的词只能取最常见的字形。",
        ),
        fix=(
            "Look through the places in the conversion report; put a wrong word into a glossary.",
            "按转换报告逐处核对；有误的词写入词汇表。",
        ),
        example="他干得好 → 他幹得好",
        source="OpenCC, STCharacters",
    ),
    Rule(
        "VAR003",
        Severity.WARNING,
        "the quotation that {mark} opens is never closed: “{context}”",
        "{mark}没有与之配对的后引号：“{context}”",
        why=(
            "How deep a quotation is nested decides between 「 and 『; without its partner "
            "that is a guess.",
            "引号的层次决定用「还是『；缺少另一半时只能推测。",
        ),
        fix=(
            "Add the missing quotation mark to the source or its corrections.",
            "在原文或校改表中补上缺失的引号。",
        ),
        example="他说：“走吧。",
        source="重訂標點符號手冊 (Ministry of Education, Taipei, 2008), 引號",
    ),
    Rule(
        "VAR004",
        Severity.WARNING,
        "{mark} closes a quotation that nothing opened: “{context}”",
        "{mark}没有与之配对的前引号：“{context}”",
        why=(
            "How deep a quotation is nested decides between 「 and 『; without its partner "
            "that is a guess.",
            "引号的层次决定用「还是『；缺少另一半时只能推测。",
        ),
        fix=(
            "Add the missing quotation mark to the source or its corrections.",
            "在原文或校改表中补上缺失的引号。",
        ),
        example="走吧。”他说。",
        source="重訂標點符號手冊 (Ministry of Education, Taipei, 2008), 引號",
    ),
    Rule(
        "VAR005",
        Severity.WARNING,
        "two glossary entries disagree on {source}: {target} ({place}) was used, "
        "{other} ({other_place}) was not",
        "词汇表对“{source}”有两种写法：采用了“{target}”（{place}），未采用“{other}”（{other_place}）",
        why=(
            "A word can become one thing only; the entry of the glossary that was named first "
            "wins, and in one glossary the entry that stands first.",
            "同一个词只能有一种结果；先列出的词汇表优先，同一词汇表内先出现的条目优先。",
        ),
        fix=(
            "Remove one of the entries, or make it a longer word that says where it holds.",
            "删去其中一条，或改为更长的词以限定范围。",
        ),
        example="信息 = “資訊” / 信息 = “訊息”",
        source="longest match first, then order",
    ),
    Rule(
        "VAR006",
        Severity.INFO,
        "the glossary entry {source} → {target} ({place}) matched nothing",
        "词汇表条目“{source}→{target}”（{place}）没有用到",
        why=(
            "An entry that never matches is often misspelt, or a longer entry takes its place.",
            "没有用到的条目往往是写错了，或被更长的条目取代。",
        ),
        fix=(
            "Check its spelling against the source; remove it if the issue has no such word.",
            "对照原文检查写法；本期没有该词则可删去。",
        ),
        example="信習 = “資訊”",
        source="a glossary is written for the text at hand",
    ),
    Rule(
        "VAR007",
        Severity.WARNING,
        "the name {name} is also a word: it was kept as {target} where it stands as a name, "
        "but not in running text",
        "人名“{name}”同时是普通词语：署名等处作“{target}”，正文中未作人名处理",
        why=(
            "In running text nothing tells the person from the word, and the word is far commoner.",
            "正文中无法区分人名与普通词语，而后者远为常见。",
        ),
        fix=(
            "If the text speaks of the person, give the name a line under [names] in a glossary.",
            "若正文所指为此人，请在词汇表的 [names] 中列出。",
        ),
        example="余波",
        source="the issue's bylines, staff, contents and speakers",
    ),
    Rule(
        "VAR008",
        Severity.WARNING,
        "there is no regional vocabulary for {edition}; only the characters were converted",
        "{edition}没有地区用词表，只转换了字形",
        why=(
            "Vocabulary belongs to a region; an edition without one has none.",
            "用词因地区而异；不分地区的版本没有用词表。",
        ),
        fix=("Choose zh-Hant-TW or zh-Hant-HK.", "请选用 zh-Hant-TW 或 zh-Hant-HK。"),
        example="--traditional t --vocabulary",
        source="the editions on offer",
    ),
    Rule(
        "VAR002",
        Severity.INFO,
        "the issue is in {language} already; its text is unchanged in {edition}",
        "本期原文已是{language}，{edition}的文字未作改动",
        why=(
            "Converting a text twice damages it.",
            "重复转换会损坏文字。",
        ),
        fix=(
            "Nothing, if the language was recognised rightly; else set it in the model.",
            "若语言识别无误则无需处理；否则请在模型中改正语言标记。",
        ),
        example="zh-Hant → zh-Hant",
        source="BCP 47 tags of source and edition",
    ),
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
            "Install it; on Debian: apt install fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai",
            "请安装该字体；Debian 上：apt install fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai",
        ),
        example="no fonts-lxgw-wenkai on the machine",
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
        example="a rare character in a Kai box",
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
        example="a machine with libharfbuzz0b only",
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
        example="a machine without /usr/share/color/icc",
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
)

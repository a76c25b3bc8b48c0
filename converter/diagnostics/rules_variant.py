"""Diagnostic rules: editions in the other script."""

from converter.diagnostics.core import Rule, Severity

_UNPAIRED_WHY = (
    (
        "How deep a quotation is nested decides between 「 and 『; without its partner that is a "
        "guess."
    ),
    "引号的层次决定用「还是『；缺少另一半时只能推测。",
)
_UNPAIRED_FIX = (
    "Add the missing quotation mark to the source or its corrections.",
    "在原文或校改表中补上缺失的引号。",
)

RULES: tuple[Rule, ...] = (
    Rule(
        "VAR001",
        Severity.INFO,
        "{character} became {chosen} at {count} place(s) because no phrase decided it "
        "(also possible: {others}), first in “{context}”",
        "“{character}”有{count}处没有词语可依，按默认转为“{chosen}”（另可作{others}），首见于“{context}”",
        why=(
            (
                "One Simplified character stands for several Traditional ones, and only the word "
                "tells which; where no word is known, the commonest form is a guess."
            ),
            "一个简体字可对应几个繁体字，须由词语判定；词典中没有的词只能取最常见的字形。",
        ),
        fix=(
            (
                "Choose the form at each place (fukan review --serve --traditional …), "
                "or put a wrong word into a glossary."
            ),
            "用 fukan review --serve --traditional …逐处核对并选定字形；或将有误的词写入词汇表。",
        ),
        example="他干得好 → 他幹得好",
        source="OpenCC, STCharacters",
    ),
    Rule(
        "VAR003",
        Severity.WARNING,
        "the quotation that {mark} opens is never closed: “{context}”",
        "{mark}没有与之配对的后引号：“{context}”",
        why=_UNPAIRED_WHY,
        fix=_UNPAIRED_FIX,
        example="他说：“走吧。",
        source="重訂標點符號手冊 (Ministry of Education, Taipei, 2008), 引號",
    ),
    Rule(
        "VAR004",
        Severity.WARNING,
        "{mark} closes a quotation that nothing opened: “{context}”",
        "{mark}没有与之配对的前引号：“{context}”",
        why=_UNPAIRED_WHY,
        fix=_UNPAIRED_FIX,
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
            (
                "A word can become one thing only; the entry of the glossary that was named first "
                "wins, and in one glossary the entry that stands first."
            ),
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
)

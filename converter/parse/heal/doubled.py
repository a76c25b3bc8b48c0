"""What the OCR has read twice at a seam: …社会主义思想社 | 会主义思想为…."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, PAIRS, is_han
from converter.parse.grams import Trigrams

REDUPLICATED = frozenset(
    "人家天年月日处步渐常刚仅往慢早好种样事时代层个条件偏恰单微默缓悄轻深大小多少久点星哈呵妈爸爷奶哥姐弟妹叔伯宝隐依频屡每纷白明暗冷清整翼济濟兢战戰栩娓彬孜滔滚滾绵綿茫葱累"
)
"""Characters that are often said twice: 慢慢, 家家."""
ANSWERS = frozenset("对對是好行不嗯哦有没沒能会會成哎啊中可走来來去")
"""What somebody may say in a word: 对。"""
_COUNTED_TWICE = re.compile("[二两兩三四五六七八九十百千\\d这這那哪某][个個]$")
_MEASURED = re.compile(f"[一二两兩三四五六七八九十百千万萬亿億几幾多余餘\\d][{HAN}]$")
_UNITS = re.compile("[十百千万萬亿億零〇][一二三四五六七八九]$")
_HOW_MANY = re.compile(
    "[一二三四五六七八九](?:[个個名位项項座条條家户戶人年月日天次种種件所]|多[个個])"
)
"""Behind the last digit of a number stands what it counts, and never another digit."""
_SOME_PEOPLE = re.compile(
    "(?:部分|有些|有的|[很许許]多|不少|所有|多数|多數|少数|少數|[一二两兩三四五六七八九十几幾每多]个)人$"
)
"""Some or all of them, behind which 人人 says nothing."""
_INDIVIDUAL = tuple("人体體别別性案税稅中")
"""八个 | 个字 counts twice by mistake, but 两个 | 个体户 and 一个 | 个地 do not."""
_ONE_THING = re.compile(f"[个個](?![的地])[{HAN}][，。；：、！？”」]")
"""一个 | 个字，: one thing; what there is one by one (一个个) is said of more than a character."""
_ADVERBS = frozenset("常刚剛仅僅往渐漸偏单單恰频頻屡屢纷紛")
"""Of those, the ones that something must follow: 单单 never ends a clause."""
_DONE_FOR_A_WHILE = (
    "说话 說話 聊天 谈心 談心 看书 看書 看报 看報 唱歌 跳舞 散步 走路 见面 見面 帮忙 幫忙 洗澡 拍手 挥手 揮手 摇头 搖頭 点头 點頭 "
    "握手 吃饭 吃飯 喝茶 打球 下棋 串门 串門 跑步 晒太 曬太 逛街 做饭 做飯 读书 讀書 写字 寫字 练字 練字 问路 問路 算账 算賬 讲理 "
    "講理 动手 動手 动脑 動腦 源不"
)
_FOR_A_WHILE = frozenset(_DONE_FOR_A_WHILE.split())
"""说 | 说话, 散 | 散步, 源 | 源不断: what is done for a while is said so, by right."""
_TRIED = frozenset(
    "看想走试試说說听聽笑问問等坐谢謝歇尝嘗找聊谈談读讀写寫玩跳动動摸转轉瞧逛干做算查练練学學讲講拜公婆舅姨姑娃"
)
"""Further characters that may be said twice at the end of a clause: 想想, 公公."""
_WHILE = frozenset("看想走试試听聽坐歇聊谈談玩转轉瞧逛")
"""Of those, what somebody does for a while, and without saying what to."""
_CALLED_TWICE = frozenset("谢謝妈媽爸爷爺奶哥姐弟妹叔")
"""Characters that open a clause said twice: 谢谢大家, 妈妈不在家."""
_CALLED_WITH = frozenset(["老太", "老爷", "老爺", "老奶", "老婆", "小弟", "小妹", "小哥", "小姐"])
"""老太太, 小妹妹: the first two characters of what some people are called."""
_BEFORE_CLAUSE = frozenset("，。！？：；、“「…")
_OFTEN = 3
"""So often must an issue say a word, the one at the seam not counted, to vouch for it."""
_TWICE_WORDS = (
    "研究 商量 讨论 討論 考虑 考慮 打听 打聽 收拾 打扮 打扫 打掃 活动 活動 休息 学习 學習 锻炼 鍛煉 琢磨 合计 合計 掂量 比划 "
    "参谋 參謀 教育 照顾 照顧 热闹 熱鬧 高兴 高興 放松 放鬆 舒服 安静 安靜 凉快 涼快 暖和 交流 介绍 介紹 了解 瞭解 体验 體驗 "
    "感受 比较 比較 请教 請教 雪白 笔直 筆直 通红 通紅 火红 火紅 漆黑 冰凉 冰涼 碧绿 碧綠 金黄 金黃"
)
_SAID_TWICE = frozenset(_TWICE_WORDS.split())
"""Words that are said twice by right: 商量商量, 笔直笔直 (ABAB)."""
AFTER_PARTICLE = {
    "地": "方区區点點里裡头頭位面图圖理址球名下上主力板铁鐵基形势勢域段震质質",
    "的": "确確",
    "了": "解然却结結",
    "着": "力手眼重陆陸装裝急落想火实實",
    "得": "到知出以意当當分失益名体體",
    "过": "去程年来往后後节節渡关關硬分于於滤濾",
    "和": "谐諧平睦解",
    "等": "级級待候于於",
    "并": "非且列",
    "及": "时時其格早",
    "性": "别別格能质質情",
    "化": "学學肥工石验驗",
    "与": "其会會",
    "而": "且",
    "所": "有以谓謂在长長",
    "或": "许許者",
    "之": "所",
}
"""Words that begin with a character that is else a particle: 渐渐地 | 地力 is no doubled 地."""


def said_twice(a: str, b: str, trigrams: Trigrams | None) -> tuple[int, str]:
    """How many characters at the end of ``a`` are said again by ``b``, and a doubt."""
    if b[0] not in a[-_REACH:]:
        return 0, ""
    if size := _opened_again(a, b):
        return size, ""
    if size := _pair_again(a, b, trigrams):
        return size, ""
    if (run := _run_said_twice(a, b)) is not None:
        return run
    if size := _closed_again(a, b) or _word_within(a, b, trigrams):
        return size, ""
    if a[-1] == b[0] and is_han(b[0]):
        return _doubled_one(a, b, trigrams)
    if (
        a[-1] == b[0]
        and b[0] in _DOUBLED
        and a.count(b[0]) + b.count(b[0]) > sum(text.count(PAIRS[b[0]]) for text in (a, b))
    ):
        return 1, ""  # 以“ | “时时放心不下”的责任感: one of the two never closes
    return 0, ""


def _pair_again(a: str, b: str, trigrams: Trigrams | None) -> int:
    """不用层层 | 层层请示: a character said twice by right is not said four times, and hardly thrice.

    天天 | 天亮就起 is of two words, as the issue may tell.
    """
    char = b[0]
    if not a.endswith(char + char) or not is_han(char) or char in _SOUNDS:
        return 0
    if b[1:2] == char:
        return 2
    known = trigrams is None or trigrams.count(b[:2]) > 1
    return int(is_han(b[1:2]) and not known and b[1] not in AFTER_PARTICLE.get(char, ""))


_SOUNDS = frozenset("哈呵嘿嘻嘎咕呱汪喵嘟嘀嗒哒咚啪哗嘩沙轰轟啊呜嗚嗡叮当當")
"""What is heard over and over: 哈哈哈哈."""


def _run_said_twice(a: str, b: str) -> tuple[int, str] | None:
    """Several characters that are said again, and a doubt; ``None`` if there are none."""
    # …社会主义思想社 | 会主义思想为…: the joined text says the same words twice in a row,
    # and the seam lies in the second of them. Shortening the first piece by one period
    # takes one of the two away.
    head = a[-_REACH:]
    joined, seam = head + b[:_LONGEST], len(head)
    for size in range(min(_LONGEST, seam), 1, -1):
        inside = _repeats(joined, seam, size)
        if inside is None or (inside and size < _SURE):
            continue
        repeated = joined[seam - inside : seam - inside + size]
        if inside and size == _SURE and _may_be_meant(repeated):
            continue  # 慢慢地慢 | 慢地走, 一天又一 | 天又一天
        if not inside and repeated[-1] in "，、；" and _is_tail(a[:-size].rstrip(), repeated):
            return size, ""
        if not inside and (_is_over_a_mark(a, repeated) or _is_long(a[:-size], repeated)):
            return size, ""
        after = joined[seam - inside + size :][:1]
        one = not _SO.search(joined[: seam - inside]) and not _CAME.match(joined[seam - inside :])
        told = one and _is_one(joined[: seam - inside - size], after)
        told = told or _is_numeral(repeated + after) or _is_half(repeated, after)
        told = told or (after != "" and repeated + after in joined[: seam - inside - size])
        if _is_words(repeated) and _by_and_by(repeated) and not told:
            return 0, "" if repeated[0] == "一" else "doubled"
        if _is_words(repeated):
            return size, ""
    return None


_LONGEST, _REACH = 30, 70
"""Characters of the longest run that is said twice, and of both with what the seam parts."""
_DOUBLED = frozenset("“「『《（")
"""Opening marks that the OCR says twice at a seam."""
_SURE = 3
"""So many characters said twice, of which the OCR has read some on either side, are no chance."""


def _repeats(text: str, seam: int, size: int) -> int | None:
    """Whether ``size`` characters around the seam are said twice in a row.

    Returns how many of the second saying stand before the seam, the fewest there can be;
    ``None`` if nothing is repeated.
    """
    after = 0
    while (
        after < size
        and seam + after < len(text)
        and (text[seam + after] == text[seam + after - size])
    ):
        after += 1
    if not after:
        return None
    inside = size - after
    if seam - inside - size < 0:
        return None
    same = all(text[seam - back] == text[seam - back - size] for back in range(1, inside + 1))
    return inside if same else None


_OPENED = re.compile(
    rf"[{HAN}]{{0,8}}[“「『《（](?:[{HAN}]{{2,12}}[”」』》）][{HAN}]{{0,8}}|[{HAN}]{{0,8}})"
)


def _opened_again(a: str, b: str) -> int:
    """“轮 | “轮流坐庄”, 办好“ | 办好“板凳课堂”: a mark that opens once, with words on a side of it.

    所以《方案》 | 《方案》第一次: what it opens may have ended before the seam.
    """
    hit = _OPENED.match(b)
    longest = len(hit[0]) if hit is not None else 0
    for size in range(min(longest, len(a)), 1, -1):
        if a.endswith(b[:size]):
            return size if not _DOUBLED.isdisjoint(b[:size]) else 0
    return 0


_CLOSED = re.compile(rf"(?P<end>[{HAN}]{{1,8}}[”’」』）》]+)[{HAN}]{{0,8}}")


def _closed_again(a: str, b: str) -> int:
    """堂” of “学堂” | 堂”，, 堂”的 | 堂”的先生: the end of what is closed already, its mark, and what is behind it."""
    hit = _CLOSED.match(b)
    sizes = range(len(hit[0]), len(hit["end"]) - 1, -1) if hit is not None else ()
    return next((size for size in sizes if a.endswith(b[:size])), 0)


def _word_within(a: str, b: str, trigrams: Trigrams | None) -> int:
    """前置制度制 | 度，: a word of the issue that is whole, begun again and ended over the seam."""
    word = a[-3:-1]
    if len(a) < _SURE or a[-1] != word[0] or b[0] != word[1] or not _is_words(word):
        return 0
    known = trigrams is not None and trigrams.count(word) >= _OFTEN
    return 2 if known and not _by_and_by(word) else 0


_BETWEEN = frozenset("又接挨比連连对對跟")


def _may_be_meant(text: str) -> bool:
    """慢慢地, 天又一: three characters that somebody may well say twice."""
    return len(set(text)) < len(text) or ("一" in text and not _BETWEEN.isdisjoint(text))


def _by_and_by(text: str) -> bool:
    """一步 of 一步一步, 一点 of 一点一点, 商量 of 商量商量: said twice by right; 一到 is not."""
    return text in _SAID_TWICE or (len(text) == 2 and text[0] == "一" and text[1] not in _NO_STEPS)


def _is_one(before: str, after: str) -> bool:
    """是一只 | 一只空桶: one thing that is there; what is there one by one has 的 or 地 behind it.

    So is what somebody has done something to: 撞坏了一扇 | 一扇窗户, 搜出一个 | 一个布包.
    """
    if before.endswith("第"):
        return True  # 第一年 | 一年的秧苗
    if _POINT.search(before):
        return False  # 二是一步 | 一步健全
    return (
        before[-1:] in tuple("是有了出成")
        and is_han(after or "。")
        and after not in tuple("的地又")
    )


_POINT = re.compile("(?:^|[，。；：？！])[一二三四五六七八九十]是$")
_SO = re.compile(r"一(\w)一\1")
_CAME = re.compile(r"一\w[^，。；]{1,6}[来來]的[，。；]")
"""灯是一盏一盏亮起来的，心是一户 | 一户暖起来的。: how it came about, and as in the clause before."""
_NO_STEPS = frozenset("到些定直切般样樣旦向方起致律并經经共时時同边邊面概举舉味再带帶体體线線")
"""一些, 一到, 一旦: what is begun by 一 and not counted by it."""


def _is_tail(before: str, repeated: str) -> bool:
    """据 | 测算，: words with a mark that end a longer clause, and so are not said twice by right."""
    words = repeated[:-1]
    whole = _is_words(words) if len(words) > 1 else is_han(words)
    return whole and (before[-1:] or "，").isalnum()


_IN_TURN = frozenset("我他她它西右下后後去那外里裡")
"""你一句，我一句，我……: by what the second of two such clauses begins."""
_OVER_A_MARK = re.compile(r"([^\W_]+)([，、；。])([^\W_]+)")


def _is_over_a_mark(a: str, repeated: str) -> bool:
    """户，干 of 四千多户，干 | 户，干部叫得出名字: the end of a clause and the start of the next.

    Not so if both clauses may be of one form: 你一句，我 | 一句，我都记下了.
    """
    parts = _OVER_A_MARK.fullmatch(repeated)
    if parts is None:
        return False
    before = re.split("[，。、；：！？“「]", a[: len(a) - len(parts[2] + parts[3])])[-1]
    in_turn = parts[3] in _IN_TURN and parts[2] != "。"
    return len(before) != len(parts[3] + parts[1]) and not in_turn


def _is_long(before: str, repeated: str) -> bool:
    """绕公平、适度、可持续的 of 围绕公平、适度、可持续的: from within a clause on, over several marks.

    Who says a clause again by right begins at its beginning.
    """
    inner = before[-1:].isalnum() and repeated[0].isalnum() and repeated[-1].isalnum()
    return len(repeated) >= _MANY and inner


_MANY = 7
"""So many characters are not said again by chance."""


def begins_again(a: str, b: str) -> int:
    """名 after 《报告》 and a full stop, and after it the stop and 名字: what ``b`` says again.

    ``b`` begins with a mark; a mark alone is not counted.
    """
    for size in range(min(_LONGEST, len(a), len(b) - 1), 1, -1):
        if a.endswith(b[:size]) and _is_words_or_one(b[1:size]):
            clause = re.split("[，。、；：！？]", a[:-size])[-1]
            return 0 if b[0] in "，、" and b[size - 1] in clause else size
    return 0


def _is_words_or_one(text: str) -> bool:
    return is_han(text) if len(text) == 1 else _is_words(text)


def _is_words(text: str) -> bool:
    return all(is_han(char) or char.isalnum() or char == " " for char in text) and (
        len(set(text.strip())) > 1
    )


def _is_word(pair: str, trigrams: Trigrams) -> bool:
    """单位, where the issue has it often and 单 not so much oftener."""
    said = trigrams.count(pair)
    return said > _OFTEN and 4 * said > trigrams.count(pair[0])


_NUMERALS = frozenset("〇零一二三四五六七八九十百千万萬亿億")


def _is_numeral(text: str) -> bool:
    """一百四: what one counts hundred by hundred (一百一百地) has no further figure behind it."""
    return len(text) > _PAIR and _NUMERALS.issuperset(text)


def _is_half(text: str, after: str) -> bool:
    """近一半 | 一半的人没有念过书: a half is one; half by half (一半一半地) ends a clause, or does something."""
    return text == "一半" and is_han(after or "。") and after != "地"


_PAIR = 2


def _in_pairs(a: str, b: str) -> bool:
    """客客气 | 气, 高 | 高兴兴: a word of two characters, each of them said twice (AABB)."""
    joined = a[-3:] + b[:3]
    seam = len(a[-3:])
    for start in range(max(0, seam - 3), seam):
        word = joined[start : start + 4]
        doubled = len(word) == 4 and word[0] == word[1] != word[2] == word[3] not in "的地得着了"
        if doubled and start < seam < start + 4 and all(map(is_han, word)):
            return True
    return False


def _each(a: str, b: str) -> bool:
    """，户 | 户都有: each of them, said at the beginning of a clause."""
    return b[1:2] in tuple("都有皆通相") and not is_han(a[-2:-1] or "，")


_ONCE = frozenset("就才也还還又已却卻便将將")
"""What begins a clause, and is not said twice there."""


def _doubled_one(a: str, b: str, trigrams: Trigrams | None) -> tuple[int, str]:
    """One character twice: dropped only if the rest of the issue does not speak against it."""
    char = b[0]
    if char in _ONCE and not is_han(a[-2:-1] or "。"):
        return 1, ""  # 放到一起，就 | 就有了冲突
    if char == "是" and _POINT.search(a):
        return 1, ""  # ；四是 | 是重新编排课间的铃声
    if _in_pairs(a, b) or _each(a, b) or b[:2] in _FOR_A_WHILE:
        return 0, ""
    if a[-2:] in _CALLED_WITH:
        return 0, ""  # 一位老太 | 太。
    if char in _CALLED_TWICE and a[-2:-1] in _BEFORE_CLAUSE:
        return 0, ""  # ……到这里， 谢 | 谢大家！
    if _COUNTED_TWICE.search(a[-2:]) and b[1:2] not in _INDIVIDUAL:
        return 1, ""
    if a[-2:] in ("一个", "一個") and _ONE_THING.match(b):
        return 1, ""
    if _MEASURED.search(a[-2:]) and b[1:2] == "的":
        return 1, ""  # 一千九百多件 | 件的处理意见
    if char in "多余餘几幾" and a[-2:-1] in _NUMERALS:
        return 1, ""  # 六十多 | 多度
    if _UNITS.search(a[-2:]) and _HOW_MANY.match(b):
        return 1, ""  # 二十一 | 一个县
    if char == "人" and _SOME_PEOPLE.search(a[-4:]):
        return 1, ""  # 有一部分人 | 人起不来
    if _is_particle(a, b) or _ends_noun(a, b) or _is_done(b):
        return 1, ""
    if char == "的" and is_han(a[-2:-1] or "。") and b[1:2] not in _BEHIND_OF:
        return 1, ""  # 群众的 | 的打量
    if _HAS_IN_A_ROW.match(a[-2:] + b[:_ROW]):
        return 1, ""  # 有事例、有 | 有数据、有反思
    if trigrams is None or len(a) < 3 or len(b) < 2:
        return 0, "doubled"
    if a[-2] in _PREPOSITIONS and _begins_word(b, trigrams):
        return 1, ""
    if _ends_clause(b) and not trigrams.count(char + char):
        return 1, ""
    if char in _WHILE and not is_han(b[1]) and trigrams.count(a[-2:]) <= 1:
        # 到群众家里坐 | 坐，: alone a clause hardly ends so, but 打听 | 听，does.
        return 0, "doubled"
    if len(b) < 3:
        return 0, "doubled"
    once = trigrams[a[-2] + b[:2]]
    left = trigrams[a[-3:-1] + char]
    twice = trigrams[a[-2] + char + char] + trigrams[char + b[:2]]
    alone = not trigrams.count(char + char)
    if alone and _is_word(b[:2], trigrams) and not _two_words(a, b, trigrams):
        return 1, ""
    if alone and _ends_thing(a, b, trigrams):
        return 1, ""
    if alone and trigrams.count(a[-2:]) > _OFTEN and trigrams.count(b[:2]) <= 1:
        return 1, ""  # 新经济 | 济组织, where the issue speaks of 经济 and never of 济组
    if (char in REDUPLICATED and not once) or (char in _TRIED and not alone):
        return 0, "" if twice else "doubled"
    if not twice and (once or (left and not _two_words(a, b, trigrams))):
        return 1, ""
    return (0, "") if twice >= once + left and twice else (0, "doubled")


_DONE = re.compile("[了着著]|到(?![底处處时時])|[过過](?![去年节節日头頭程])")


def _is_done(b: str) -> bool:
    """True for 看 | 看了一眼 and 跑 | 跑到: what is tried (看看) is neither done nor under way."""
    return b[0] in _VERBS and _DONE.match(b[1:]) is not None


_VERBS = _TRIED.difference("谢謝等公婆舅姨姑娃").union(
    "跑飞飛站躺拿放送带帶喊叫唱哭喝买買卖賣打拍推拉写寫"
)
"""What is done; 谢谢了, 等等 and 公公 are said twice by right."""
_NOUNS = {
    "家": (
        "国國专專大作厂廠商画畫科",
        "庭里裡乡鄉长長属屬族电電具务務园園风風教人中禽畜事产產用门門底境国國户戶家",
    ),
    "年": (
        "老青少中今去近当當每",
        "轻輕龄齡初底代度前后後级級终終均内內间間货貨夜味会會画畫报報关關景成年",
    ),
    "天": ("今明昨春夏秋冬当當每", "气氣空津然下上才地亮黑色冷热熱暖文数數生性堂台窗井天"),
    "人": (
        "工军軍老商诗詩客本众眾",
        "们們民员員类類才口物生家心均力士工为為间間事情性格体體选選手文数數人",
    ),
    "时": ("同当當小及临臨届屆", "间候代期刻常而装尚效光空政事局速针辰有时"),
}
"""国家 and what else begins with 家: 国家 | 家从 is no 国 | 家家, and 国家 | 家庭 is of two words."""


def _ends_noun(a: str, b: str) -> bool:
    """True for 一个国家 | 家从制造大国: a noun ends, and no word begins with its last character."""
    before, begins = _NOUNS.get(b[0], ("", ""))
    return a[-2:-1] in tuple(before) and b[1:2] not in tuple(begins) and is_han(b[1:2] or "。")


def _is_particle(a: str, b: str) -> bool:
    """说出来了 | 了。: no clause ends with a particle twice but 不甚了了."""
    closes = b[1:2] in tuple("，。、；：！？”")
    return closes and b[0] in "了的着吗呢吧" and a[-2:-1] not in "甚目"


_BEHIND_OF = frozenset("确確士哥姐")
"""的确, 的士, 的哥: words that begin with 的, and may stand behind it."""
_ROW = 12
_HAS_IN_A_ROW = re.compile(
    "[、，]有有(?![关關些的效限时時力利序机機趣所人])[^，。；、]{1,6}[、，]有"
)
"""、有有数据、有: one of several things that are there, each of which is said to be."""


_PREPOSITIONS = frozenset("在从從对對向把将將被")


def _begins_word(b: str, trigrams: Trigrams) -> bool:
    """在全 | 全省: what begins behind 在 begins a word, and a word after itself does so only by right."""
    char = b[0]
    return (
        all(map(is_han, b[:2]))
        and char not in REDUPLICATED
        and char not in _TRIED
        and b[1] not in AFTER_PARTICLE.get(char, "")
        and not trigrams.count(char + char)
    )


_THINGS = frozenset("事人时時代层層处處样樣")
"""Of the characters that are often said twice, those that end words for things: 故事, 工人."""


def _ends_thing(a: str, b: str, trigrams: Trigrams) -> bool:
    """讲几个故事 | 事。: the end of a word that the issue has elsewhere, and of the clause with it.

    There is 一层层, but nobody says 故事事.
    """
    known = trigrams.count(a[-2:]) >= _OFTEN and a[-2] not in _NUMERALS
    return b[0] in _THINGS and b[1] in "，。；！？" and known


def _ends_clause(b: str) -> bool:
    """推广 | 广。: no clause ends with such a character twice, nor is it a word after itself."""
    char, mark = b[0], b[1]
    if mark not in "，。、；：！？”」":
        return False
    return char in _ADVERBS or not (
        char in REDUPLICATED or char in _TRIED or char in AFTER_PARTICLE
    )


def _two_words(a: str, b: str, trigrams: Trigrams) -> bool:
    """全县 | 县委, 渐渐地 | 地力: true if one word may end here and another begin alike."""
    if b[1] in AFTER_PARTICLE.get(b[0], ""):
        return True
    count = trigrams.count
    if count(a[-2:]) < 3 or count(b[:2]) < 3:
        return False
    return sum(count(mark + b[:2]) for mark in "，。、；：“") >= 2

"""People whom an issue's text speaks of, told by what stands around their names.

Names of families that are words too (于 余 范 …) are looked for, and given names with such a
character (黄惠冲, 王于庭): the others need no protection. An office before the name (记者范丽娜)
or a verb of saying after it, where a clause begins with it (范丽娜介绍，), gives it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converter import patterns as re
from converter.names import is_name
from converter.variant.family import ends_as_person, is_given
from converter.variant.tables import name_rules

_TITLES = """
    书记 主任 部长 局长 厅长 司长 处长 科长 院长 校长 所长 馆长 社长 台长 站长 厂长
    行长 会长 秘书长 理事长 董事长 总经理 经理 总裁 市长 县长 区长 省长 镇长 乡长 村长
    队长 组长 班长 主席 委员 教授 副教授 研究员 院士 博士 工程师 设计师 记者 编辑 主编
    医生 医师 律师 教师 老师 作家 诗人 画家 导演 演员 学者 专家 先生 女士 同志 负责人
    创始人 村民 居民 司机 工人 师傅 战士 农民 传承人 支书 代表 队员 学生 同学 校友
    市民 将军 元帅 总理 总书记 船长 机长 连长 排长 营长 团长 师长 军长 司令 政委 警长
    店长 店主 老板 老板娘 厨师 木匠 铁匠 石匠 渔民 牧民 果农 茶农 菜农 农户 护士
    护士长 歌手 球员 教练 选手 摄影师 建筑师 雕刻家 书法家 收藏家 史学家 科学家 企业家
    艺术家 音乐家 钢琴家 小说家 文学家 翻译家 经济学家 班主任 辅导员 志愿者 总监 总编
    村官 劳模 劳动模范 护林员 管理员 讲解员 广播员 飞行员 航天员 宇航员 运动员
    教练员 指挥员 战斗员 评论员 饲养员 炊事员 驾驶员 列车员 售货员 快递员 检察官
    法官 警官 民警 交警 辅警 教官 副官 军官 评委 支委 干事 总干事 会计 秘书
    参谋 参谋长 团员 党员 烈士 英雄 标兵 学员 组员 技师 技工 钳工 电工 焊工
    花匠 裁缝 掌柜 房东 业主 住户 患者 病人 药师 大厨 主厨 领队 导游 裁判
    投手 捕手 代打 野手 门将 前锋 后卫 中场 队友 主帅 助教 棋手 选手 冠军
    获得者 候选人 主持人 合伙人 当事人 义工 志工 社工 里长 议员 立委 监事 董事
    理事 股东 干部 主播 组织委员 宣传委员 纪检委员 新兵 老兵 士兵 哨兵 主任医师
    主治医师 嘉宾 影帝 影后 名伶 琴师 鼓师 武生 花旦 老生 青衣 顾问 发言人
    乘客 读者
    作者 译者 邻居 妻子 丈夫 儿子 女儿 父亲 母亲 好友 朋友 同事
    姑父 姑母 姑姑 姨妈 姨父 舅舅 舅妈 叔叔 婶婶 伯父 伯母 爷爷 奶奶 外公 外婆 祖父 祖母
    哥哥 弟弟 姐姐 妹妹 嫂子 侄子 侄女 外甥 外甥女 表哥 表弟 表姐 表妹 堂哥 堂弟 孙子 孙女
    媳妇 婆婆 公公 岳父 岳母 未婚夫 未婚妻 男友 女友 同桌 室友 闺蜜 闺密 老伴 猎户 猎人
    理发师 屠户 货郎 船工 工友 矿工 民工 技术员 通讯员 通信员 撰稿 策展人 设计者 发明人
    创办人 继承人 出版人 得主 编剧 制片人 摄影 统筹 嫌犯 死者 伤者 被告 原告 证人 外号
    绰号 人称 别名 化名 本名 原名 检修工 老工人 养路工 管理员 保管员 会计员 船老大
    战友 搭档 徒弟 师父 导师
"""
_SAYING = """
    说 表示 介绍 告诉 认为 指出 坦言 回忆 强调 回答 笑道 感慨 解释 补充 建议 透露
    谈到 提到 写道 同志 先生 女士 教授 院士 研究员 老师 主任 院长 校长 局长 书记 医生
    博士 团队 一家 等人
"""
_OFFICES = frozenset(_TITLES.split())
_PERSONS = frozenset("员师者")
"""The last character of what somebody is, whatever that is (分析员范文杰)."""
_LONGEST_OFFICE = max(map(len, _OFFICES))
_ENDS_OF_OFFICES = frozenset(office[-1] for office in _OFFICES)
_AFTER = tuple(_SAYING.split())
_FAMILIES = "于余范郁岳台涂谷朴钟种卜丰沈姜干"
_SURE_FAMILIES = "余范郁岳姜涂谷钟沈"
"""Families that an office alone tells; 于 after one is mostly the preposition."""
_INTRODUCED = re.compile("(?:叫做?|我是)([于余范郁岳涂谷钟沈姜].{2})(?=[，,。；、：！？”])")
_SURNAMED = re.compile(
    r"姓([于余范郁岳涂谷钟沈姜游])[，,]?(?:名?叫做?|大名|本名|学名)(\1.{1,2})(?=[，,。；、：！？”])"
)
"""Who is told of by family name and name: once is enough (姓涂，叫涂满江，)."""
_SECOND, _THIRD = "于余采筑", "冲余范筑"
"""What a given name may have at its place in the whole name, and is mostly another word there."""
_LEFT_OF_NAMES = "，。；：！？“”「」、\n \u3000员师长者授友"
_DONE = (
    "反驳", "形容", "代表", "质疑", "承认", "否认", "同意", "批评", "续指", "回应", "回答", "分享",
    "直言", "呼吁", "说明", "提醒", "观察", "感叹", "描述", "估计", "澄清", "重申", "受访", "会后",
)  # fmt: skip
_NO_SECOND = {
    "采": "访写购集样用取摘编纳", "余": "下热额款粮生存波", "于": "此是今其",
    "筑": "城路梦巢墙",
}  # fmt: skip
_NO_FIRST = {"余": "有庆年宽富盈", "筑": "建修构浇铸"}
_COMMON = frozenset(
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范傅钟卢汪戴崔陆廖姚"
    "邱谭韦贾邹熊薛侯郝邵赖贺尹钱施洪龚汤陶黎莫樊殷颜庄倪庞俞翟聂丘阮岑伍麦甄霍欧"
)
"""Families that are hardly the end of another word."""
_SHORT = 2
_NOT_GIVEN = "是在于的了和与对同为而也都被把将就由从向到以及或并者我你他她它这那"
_PLACES = "外内里间旁"
"""What a word of place ends with, and hardly a name (学生于门外)."""
_OPENERS = "，。；：！？“\n"
_STOPS = "，、。；：（）！？—／/\n"
_BEGINS_WORD = re.compile(
    "余[下暇热额款粮生存毒威音韵味兴晖光烬党孽地数震力留外部晚年]|范[围例畴本文式儿]|岳[父母家丈]|谷[物粒类雨底地口仓]|"
    "钟[表楼头爱情声摆点]|姜[汁片丝汤茶末黄饼]|郁[闷结积金香葱郁]|涂[料改抹层写刷污脂鸦掉满]|沈阳"
)
"""Words that begin like a name."""


def discovered_names(texts: Sequence[str]) -> Iterator[str]:
    """Names of families that are words too, in order of appearance.

    A clause may begin with one that a verb of saying or a title follows; after an office a
    mark of punctuation is enough, and a name of three characters needs nothing at all. Who is
    introduced (名叫钟有田，) and named again is known too.
    """
    yield from _introduced(texts)
    for value in texts:
        if "姓" in value:
            yield from (found[2] for found in _SURNAMED.finditer(value) if is_name(found[2]))
        stands = _stands(value, _FAMILIES)
        for start in stands:
            name = _name_at(value, start)
            if name and is_name(name):
                yield name
        yield from _given_names(value, (*stands, *_stands(value, "采冲筑")))


def _given_names(value: str, stands: Iterable[int]) -> Iterator[str]:
    """Names whose given name has a character that is another word (专员黄惠冲指出)."""
    for at in stands:
        for inside, characters in ((1, _SECOND), (2, _THIRD)):
            start = at - inside
            likely = start >= 0 and value[start] in _COMMON and value[at] in characters
            if likely and _is_given_name(value, start, inside):
                yield value[start : start + 3]


def _is_given_name(value: str, start: int, inside: int) -> bool:
    """True if a character that may be in a given name is in one here."""
    other = value[start + 3 - inside : start + 4 - inside]
    if not is_given(other, alone=True) or other in _unlike(value[start + inside], inside):
        return False
    return _is_told(value, start, start + 3)


def _is_told(value: str, start: int, end: int) -> bool:
    """True for a name behind an office, one of a list, and what is said with it alone."""
    name = value[start:end]
    if name.startswith("曾于"):
        return False
    if office_before(value, start) and (
        _stops(value, end) or _said(value, end) or value.startswith(_DONE, end)
    ):
        return True
    if value[start - 1] == "、" and value[end : end + 1] in tuple("、），"):
        return True
    times = value.count(name)
    return times > 1 and times == value.count(name[:2]) and value[start - 1] in _LEFT_OF_NAMES


def _unlike(character: str, inside: int) -> str:
    """What makes a word of a character of a given name, behind it or before it."""
    return (_NO_SECOND if inside == 1 else _NO_FIRST).get(character, "")


def _stands(value: str, words: Iterable[str]) -> list[int]:
    """Where words stand: found one by one, faster than all at once."""
    found = []
    for word in words:
        at = value.find(word)
        while at >= 0:
            found.append(at)
            at = value.find(word, at + 1)
    return sorted(found)


def _introduced(texts: Sequence[str]) -> Iterator[str]:
    """Names of three characters that somebody is said to bear and that stand elsewhere too."""
    told = dict.fromkeys(
        found[1]
        for value in texts
        for at in _stands(value, ("叫", "我是"))
        if (found := _INTRODUCED.match(value, at)) and not _BEGINS_WORD.match(found[1])
    )
    for name in told:
        stands = sum(value.count(name) for value in texts)
        if stands > 1 and all(_may_be_given(name, at) for at in (1, 2)) and is_name(name):
            yield name


def _name_at(value: str, start: int) -> str:
    """The name that begins at ``start``, as its surroundings tell; "" if they do not."""
    office = office_before(value, start)
    opens = start == 0 or value[start - 1] in _OPENERS
    if not (office or opens):
        return ""
    if not _may_be_given(value, start + 1) or _is_no_family(value, start):
        return ""
    longer = _may_be_given(value, start + 2)
    stops = _stops(value, start + 3) and not _said(value, start + 2)
    end = start + (3 if longer and (_said(value, start + 3) or stops) else 2)
    name = value[start:end]
    told = office and _stops(value, end) and not _BEGINS_WORD.match(name)
    if told or _said(value, end):
        return name if name[0] != "于" or _is_named(name[1:]) else ""
    if office and longer and name[0] in _SURE_FAMILIES and not _BEGINS_WORD.match(name):
        return value[start : start + 3]
    return _given_behind(value, start) if office else ""


def _is_named(given: str) -> bool:
    """True for a given name behind 于, where a preposition has other words (法官于候补、试署)."""
    return is_given(given, alone=len(given) == 1)


def _is_no_family(value: str, start: int) -> bool:
    """True where a word or a place follows that the family name is a word before."""
    if value.startswith(name_rules().after.get(value[start], ()), start + 1):
        return True
    return value[start] == "于" and value[start + 2 : start + 3] in tuple(_PLACES)


def _given_behind(value: str, start: int) -> str:
    """The same where the characters of a given name must tell (县委书记于振邦在会上强调)."""
    for end in (start + 3, start + 2):
        name = value[start:end]
        if is_given(name[1:], alone=end - start == _SHORT) and ends_as_person(value, end):
            return name
    return ""


def office_before(value: str, start: int) -> bool:
    """True if an office ends right before a place (县长于海)."""
    last = value[start - 1 : start]
    if last in _PERSONS and not value.startswith("师范", start - 1):
        return True
    if last not in _ENDS_OF_OFFICES:
        return False
    first = max(0, start - _LONGEST_OFFICE)
    return any(value[at:start] in _OFFICES for at in range(first, start - 1))


def _may_be_given(value: str, at: int) -> bool:
    character = value[at : at + 1]
    return character.isalnum() and character not in _NOT_GIVEN


def _said(value: str, at: int) -> bool:
    return value.startswith(_AFTER, at)


def _stops(value: str, at: int) -> bool:
    return at >= len(value) or value[at] in _STOPS

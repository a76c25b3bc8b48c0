"""Names of quarters that end in 里: 梧桐里 keeps its 里, where 屋里 becomes 屋裡.

An old lane or a housing estate is often called so (里弄). What tells it from the word for
"inside" is a noun of settlement right behind it, somewhere in the issue: 梧桐里小区.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter import patterns as re

_SETTLEMENTS = (
    "小区", "社区", "居委会", "居民区", "街道", "新村", "胡同", "弄堂", "派出所", "牌坊", "号院",
)  # fmt: skip
"""What follows the name of a quarter, and nothing that one would be inside of."""
_HOUSES = ("食堂", "菜场", "书店", "茶馆", "公寓", "片区", "街坊", "老住户")
"""What may follow it; the name must stand twice, then."""
_AROUND = re.compile(
    "附近|一带(?!一路)|内(?![疚心部容外在向敛陆地衣裤行建化嵌藏含存])|里(?:长|办公|民)"
)
"""What is said of a lane or a ward as a whole, where 裡 would be said twice: 文华里内."""
_OWN = "家心手眼屋村店"
"""What one is inside of: 自己家里附近."""
_PEOPLED = ("人口", "居民", "住户", "里民", "军眷")
_DISTRICT = re.compile("[一-龥](?<![社园山市校景战郊地小特辖灾厂禁牧农矿港厅城古本])[区镇乡]的?$")
"""The name of a district, which goes before a ward with people in it."""
_WARDS = (
    "里长", "的里长", "的里民", "里办公", "办公处", "里民", "民活动", "民大会", "邻长", "活动中心",
    "内的里民", "前里长",
)  # fmt: skip
"""What follows the name of a ward, as Taiwan's cities have them (龍泉里的里長)."""
_WARD = re.compile(
    "(?:^|[^公华英海千十百里两几万数])里长(?![满出着了大高得成短时久]|[^，。]{0,2}[草苔毛树苗])"
    "|里民(?!间|众|族|主|警|兵|歌|俗|国)|里办公处|[市区县的，。]里名(?![医人校师家流贼产气声])"
)
"""A text that says so speaks of wards, and a district before a name makes it one of them."""
_LISTED = re.compile(
    r"(?:(?<=[区市镇乡])(?![长民政场府])|(?<=[的和与及到“「])|(?<=区有个)|(?<=[^里]、))([\u4e00-\u9fff]{2}里)"
    r"(?=[、，。的（及和与”」]|[一二三四五六七八九十]邻)"
    r"|(?<=里、)([\u4e00-\u9fff]{2}里)"
)
_DISTRICTS = "区市镇乡个"
_SENTENCE = re.compile("[^。！？\n]+")
_TOLD = re.compile(r"(?<=[乡镇区])的?(?![长民公政])([\u4e00-\u9fff]{2}里)(?=[（(「“、])")
"""A ward behind its district, which a text may name without saying what a ward is."""
_INSIDE = """
    城市 农村 乡村 山村 院子 屋子 村子 巷子 镇子 房子 箱子 柜子 弄堂 胡同 社区 小区
    老城 新城 古城 市区 县城 城区 街区 小城 大楼 楼房 楼道 家庭 生活 记忆 印象 故事
    手里 口袋 抽屉 书包 教室 病房 厨房 客厅 信箱 电梯 花园 广场 河道 田间 山谷 夜市 商圈 影片 戏院
    阁楼 意识 心灵 灵魂 文字 句子 语言 声音 音乐 歌声 歌词 日记 诗集 小说 绘本 书本 网站 平台
    课程 课本 教材 团队 组织 部门 集团 政府 制度 体系 机制 地图 画布 镜头 荧幕 萤幕 屏幕 舞台 剧场
    展场 展厅 展览 画廊 作坊 工坊 工地 农场 牧场 果园 菜园 茶园 池塘 水池 鱼缸 河流 溪谷 海底 沙漠
    岛屿 天空 黑暗 阴影 阳光 雨水 泥土 土壤 身体 血液 细胞 大脑 脑袋 肚子 眼神 眼底 怀抱 梦境 梦想
    想像 想象 现实 生命 岁月 日常 童年 青春 历史 传统 信仰 关系 情境 情感 情绪 气氛 氛围 寂静 沉默
    孤独 议题 问题 答案 数据 资料 档案 名册 清单 表格 图表 合约 条文 法律 法规 宪法 预算 市集 店面
    柜台 冰箱 烤箱 锅子 瓶子 罐子 杯子 盒子 袋子 背包 衣柜 被窝 浴室 厕所 走廊 楼梯 隧道 车厢 船舱
    机舱 机场 车站 港口 码头 监狱 牢房 军营 部队 帮派 家族 婚姻 爱情
    期间 阶段 时期 时段 年代 夜晚 假期 暑假 寒假 内心 团体 群体 作品 电影 画面 书籍 网络 网路
    手机 视频 照片 报告 文章 新闻 电话 信件 名单 系统 过程 时间 时候 年间 月份 日子
    心目 脑海 眼睛 目光 世界 全国 国家 学校 校园 单位 公司 工厂 车间 商场 超市 市场
    公园 景区 园区 环境 公寓 空间 社会 文化 高中 初中 国中 中学 大学 小学 比赛 决赛 战争 访谈
    浪潮 巷弄 部落 家中 医院 餐厅 饭店 酒店 古厝 老街 教堂 庙宇 森林 海域 水域 山区
    酒馆 茶馆 旅馆 饭馆 书店 商店 店铺 食堂 课堂 礼堂 祠堂 茶楼 酒吧 厂房 仓库 棚屋 老屋 老家 瓦房
    这个 那个 整个 哪个 几个 所有 全部 每个 各个 许多
"""
_NOUNS = frozenset(_INSIDE.split())
_GRAMMAR = frozenset("的了在是到从把被和与这那哪其内中个每区市镇乡县村")


def quarters(texts: Iterable[str]) -> Iterator[str]:
    """The names of quarters that the texts speak of (梧桐里, 松涛里), in order of appearance."""
    values = [text for text in texts if "里" in text]
    if any(_WARD.search(value) for value in values if _may_speak_of_wards(value)):
        yield from (name for value in values for name in _wards(value))
    for value in values:
        if any(f"里{mark}" in value for mark in "（(「“、"):
            yield from (n[1] for n in _TOLD.finditer(value) if _may_be_name(n[1][:2]))
    for value in values:
        at = value.find("里", 2)
        while at > 0:
            name = value[at - 2 : at + 1]
            if _may_be_name(name[:2]) and _is_settled(value, at, name, values):
                yield name
            at = value.find("里", at + 1)


def _may_speak_of_wards(value: str) -> bool:
    """A quick look, before the pattern is asked."""
    return "里长" in value or "里民" in value or "里办公" in value or "里名" in value


def _wards(value: str) -> Iterator[str]:
    """The names of wards in a text that speaks of them.

    One that no district goes before must stand in a sentence with another 里, as the wards
    of a list or a ward and its head do: 有限的空间里 stands alone.
    """
    names = [value[at - 2 : at + 1] for at in _followed(value)]
    for sentence in _SENTENCE.findall(value):
        alone = sentence.count("里") == 1
        names += [
            found[1] or found[2]
            for found in _LISTED.finditer(sentence)
            if not alone or sentence[found.start() - 1] in _DISTRICTS
        ]
    yield from (name for name in names if _may_be_name(name[:2]))


def _followed(value: str) -> Iterator[int]:
    at = value.find("里", 2)
    while at > 0:
        if value.startswith(_WARDS, at + 1):
            yield at
        at = value.find("里", at + 1)


def _is_settled(value: str, at: int, name: str, values: list[str]) -> bool:
    if value.startswith(_SETTLEMENTS, at + 1) or _is_numbered(value[at + 1 : at + 5]):
        return True
    ends = value[at + 1 : at + 2] in {"", " ", "\u3000"}
    if ends and at > 2 and value[at - 3] in "市区县镇":  # the end of an address
        return True
    around = value[at + 1 : at + 2] in tuple("附一内里") and name[1] not in _OWN
    if around and _AROUND.match(value, at + 1):
        return True
    if value.startswith(_PEOPLED, at + 1) and _DISTRICT.search(value, max(0, at - 6), at - 2):
        return True
    return value.startswith(_HOUSES, at + 1) and sum(v.count(name) for v in values) > 1


def _is_numbered(text: str) -> bool:
    """True for the number of a house (12号)."""
    number, mark, _ = text.partition("号")
    return bool(mark) and number.isdecimal()


def _may_be_name(name: str) -> bool:
    han = all("\u4e00" <= character <= "\u9fff" for character in name)
    return han and name not in _NOUNS and not _GRAMMAR.intersection(name)

"""Names under which Chinese magazines print their sections."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze
from converter.names import names_who_reads, split_names
from converter.profile.schema import in_both_scripts

_NAMES = (
    "卷首 卷首语 卷首寄语 刊首语 刊首 开篇 开卷 扉页 社论 时评 短评 评论 要论 要闻 专论 言论 论坛 "
    "特稿 本刊特稿 本期特稿 特约专稿 专稿 特写 特别关注 特别策划 特别报道 特别推荐 特别企划 本期关注 "
    "本期话题 本期策划 本期聚焦 本周话题 本周焦点 焦点 聚焦 热点 关注 专题 专题研究 专题报道 策划 "
    "封面 封面故事 封面报道 封面人物 封面文章 专栏 深度 观察 视点 视野 视角 前沿 前瞻 动态 资讯 "
    "对话 对谈 访谈 专访 人物 人物专访 人物访谈 人物对谈 人物春秋 人物志 面对面 本刊专访 专家访谈 "
    "高端访谈 圆桌 笔谈 讲堂 讲坛 课堂 课题 党课 理论 理论前沿 理论讲坛 理论学习 理论探讨 理论研究 "
    "理论随笔 学习 学习之窗 学习园地 研究 工作研究 历史研究 文学研究 教育研究 党建研究 调研 调查 "
    "调查研究 调研报告 调研与思考 调查与思考 思考 探索 探讨 实践 实务 经验 经验交流 基层 基层党建 "
    "基层实践 基层治理 基层交流 基层纪事 社会治理 一线 一线传真 一线案例 现场 直击 案例 案例分析 "
    "案例剖析 案件剖析 以案说法 法治 法官手记 法官信箱 政治与法律 经济与社会 经济 社会 民生 国际 教育 "
    "文化 文艺 艺术 科技 科学 技术 技术革新 健康 生活 财经 商业 城事 街区 乡村 影像 图片 图说 摄影 "
    "行走 旅行 地理 风物 美食 饮食 器物 收藏 史料 史料选登 史料选刊 档案公布 档案史料 史海 史海钩沉 史话 史鉴 党史 文史 档案 档案选登 "
    "口述 口述史 口述历史 亲历 往事 往事回忆 回忆 春秋 纪念 大事记 文献 年表 散文 小说 短篇小说 "
    "中篇小说 中篇连载 长篇连载 连载 诗歌 诗词 随笔 随感 杂文 杂谈 漫笔 札记 读书札记 手记 采访手记 "
    "编辑手记 记者手记 创作谈 新人 新作 文学对话 书评 书架 书房 书话 书信 书简 读书 阅读 好书 荐书 "
    "副刊 文苑 艺苑 园地 讲述 故事 童话 寓言 儿歌 科学实验 小实验 实验室 动手 动手做 问答 答疑 你问我答 "
    "读者来信 来信 来函 来函照登 信箱 声音 回声 编读 编读往来 读编往来 读者之友 编后 补白 漫画 法治漫画 "
    "新知 知识 知识小品 科学家的故事 农业科技 田间课堂 亲子课堂 家长课堂 护理课堂 论著 综述 会议综述 "
    "刊首寄语 主编寄语 主编手记 总编手记 编者的话 卷首絮语 圆桌会 圆桌会议 圆桌对话 书记沙龙 沙龙 专家视点 名家讲坛 "
    "微党课 微课堂 特载 重要文章 要文选登 权威发布 政策解读 学思践悟 党建论坛 党建动态 党建巡礼 党建纵横 支部建设 支部风采 支部工作 "
    "支部生活 支部来信 组工信箱 组织工作 组织生活 干部工作 人才工作 先锋人物 先锋风采 党员风采 典型案例 廉政建设 清风 "
    "警钟长鸣 警示录 镜鉴 以案为鉴 他山之石 域外 域外传真 环球 交流平台 学习交流 学习心得 心得体会 学习体会 成果展示 "
    "红色记忆 红色故事 家风 家风故事 史苑 史谭 诗页 诗苑 诗笺 鱼雁 消息 简讯 短讯 短波 快讯 书窗 书摘 文摘 品书 "
    "文学评论 文艺评论 思想评论 思想杂谈 教育随笔 文艺随笔 问题讨论 问题研究 国际评论 国际随笔 人物传记 悦读 阅读推荐 世象 民俗 掌故 名家 茶座 茶馆 心灵 科普 百科 医患之间 临床 护理 集邮 问讯台 本刊要闻 本院要闻 本校要闻"
)
_COMMON = frozenset(in_both_scripts(_NAMES))
_AROUND = re.compile(
    r"^(?:\W*\d{1,3}(?=\D))?[\W_]*(?:[A-Za-z][A-Za-z &'’.]*)?[\s|｜/／·]*(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,5}?)"
    r"[\s|｜/／·]*(?:之\s?[一二三四五六七八九十]|[（(][一二三四五六七八九十][）)])?[\s|｜/／·]*(?:[A-Za-z][A-Za-z &'’.]*)?[\W_]*(?:\d{1,3})?$"
)
"""FEATURE 专题, 对话 DIALOGUE, ■ 封面故事之二: what may stand around such a name."""


def is_common_section(text: str) -> bool:
    """True for a line that is no more than a name which sections of many magazines have."""
    hit = _AROUND.match(text.strip()) if len(text) <= _LINE else None
    if hit is None:
        return len(text) <= _LINE and names_who_reads(text)
    return key(hit["name"]) in _COMMON


_LINE = 40


def is_counted_section(text: str) -> bool:
    """True for 专题二　石桥三百年 and 专栏之一：渡口: one of several themes, under the name of its kind."""
    hit = _COUNTED.match(text.strip())
    return hit is not None and is_common_section(hit["kind"]) and split_names(hit["theme"]) is None


_COUNTED = re.compile(
    rf"^(?P<kind>[{HAN}]{{2,6}}?)之?[一二三四五六七八九十\d]{{1,2}}(?:\s*[|｜丨·・：:]\s*|\s+)(?P<theme>[^|｜丨/／]{{4,24}})$"
)


def is_short_name(text: str) -> bool:
    """True for a few characters without a mark of a sentence, as such a name may have that no list has."""
    return len(squeeze(text)) <= _NAME and re.search("[，。；：？！、]", text) is None


_NAME = 6

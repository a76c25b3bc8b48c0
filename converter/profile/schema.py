"""The keys of a profile and their defaults, which serve any Chinese magazine."""

from __future__ import annotations

from collections.abc import Iterable

from converter.values import NamedTuple

BOX_LABELS = (
    "Tips TIPS Tip TIP Link LINK Links INFO Info MEMO Memo "
    "链接 相关链接 知识链接 新闻链接 资料链接 背景链接 延伸链接 延伸阅读 拓展阅读 扩展阅读 "
    "相关阅读 小贴士 贴士 小知识 知识窗 知识框 知识卡片 知识点 小档案 档案 人物档案 人物简介 "
    "人物小传 名片 人物名片 小资料 资料卡 相关资料 背景资料 新闻背景 背景 资料 名词解释 名词 "
    "术语 词条 小词典 小辞典 词典 数据 数说 数读 数字 观点 声音 点评 短评 专家点评 专家观点 "
    "编辑点评 记者手记 采访手记 编后 编后语 编余 编者的话 温馨提示 提示 特别提示 注意事项 "
    "案例 典型案例 案例链接 政策链接 法条链接 法条 史料 补白 花絮 侧记 旁白 小故事 故事 问与答 "
    "你知道吗 連結 相關連結 延伸閱讀 小檔案 名詞解釋 小知識 小辭典 編後 編後語 背景資料 "
    "相關資料 知識窗 相關閱讀 提醒 特别提醒 温馨提醒 友情提醒 贴心提示 专家提醒 专家提示 "
    "专家建议 医生提醒 健康提示 安全提示 想一想 试一试 考考你 动动脑 小百科 小锦囊 小课堂 "
    "冷知识 知识拓展 知识角 名词链接 人物链接 法律链接 法规链接 律师点评 法官说法 案情回放 "
    "案例回放 相关报道 编者注 作者手记 金句 语录 延伸 拓展 建议 旁注 警示 警示录 案例警示 "
    "风险提示 风险警示 安全警示 资讯站 信息站 知识站 知识速递 知识速览 小常识 生活小常识 "
    "农谚 农事谚语 小经验 知识卡 知识小卡 攻略 旅行攻略 出行攻略 游玩攻略 参观攻略 小食单 "
    "健康小常识 小窍门 生活小窍门 小提示 小词条 百科词条 科普链接 科学小知识 术语解释 "
    "概念解释 概念链接 机构链接 企业链接 产品链接 政策速递 政策速览 政策提示 法规速递 "
    "法条速递 法律小贴士 法律提示 法官提醒 检察官提醒 律师提醒 律师说法 检察官说法 民警提醒 "
    "消防提示 出行提示 出行贴士 旅行贴士 旅游贴士 旅行提示 参观提示 观展提示 购票信息 "
    "展览信息 演出信息 活动信息 图书信息 影片信息 人物卡片 人物小档案 作者小档案 数据链接 "
    "微评 锐评 快评 微观点 微语录 时间线 时间轴 工具箱 知多一点 多知道点 名词卡 词语解释 他山之石 "
    "数字链接 相关数据 相关知识 相关概念 相关新闻 相关背景 相关政策 相关法规 相关法条 "
    "相关案例 相关人物 相关研究 历史链接 历史背景 历史资料 新闻资料 新闻词典 背景知识 "
    "背景介绍 案例启示 使用提示 操作提示 编者小语 编辑手记 编辑提醒 主编点评 名师点评 "
    "名家点评 教师点评 老师点评 评委点评 导师点评 小测试 小测验 测一测 做一做 读一读 小实验 "
    "自测 自測 自测题 自測題 "
    "生活小贴士 健康小贴士 养生小贴士 温馨小贴士 专家小贴士 数字看点 小學堂 小教室 知識補給站 "
    "延伸學習 延伸思考 旅遊資訊 交通資訊 店家資訊 展覽資訊 活動資訊 參訪資訊 走讀資訊 "
    "書籍資訊 书籍信息 本書資訊 本书信息 本書資料 本书资料 圖書資訊 新書資訊 "
    "給爸爸媽媽的話 给爸爸妈妈的话 給家長的話 给家长的话 "
    "写给家长 家长须知 "
    "記者手記 採訪手記 记者札记 記者札記 采访札记 採訪札記 作者札记 作者札記 采访后记 "
    "編輯小語 採訪後記 數字會說話 个案 個案 快问快答 速问速答 快速问答 小问号 小疑问 小揭秘 "
    "小科普 何时就医 就医提示 就医信号 就诊提示 用药提示 用药提醒 急救提示 护理提示 "
    "知多啲 知多D 知多啲啲 档案摘录 檔案摘錄 史料摘录 史料摘錄 走读地图 走讀地圖 以案释纪 以案释法 "
    "作者小传 译者小传 诗人小传 作家小传 画家小传 学者小传 嘉宾名片 专家名片 作者名片 受访者名片 "
    "谜语 灯谜 字谜 猜谜 猜一猜 脑筋急转弯 谜底 上期谜底 本期谜底 "
    "謎語 燈謎 字謎 猜謎 腦筋急轉彎 上期謎底 "
    "以案明纪 以案明法 以案学纪 以案学法 以案普法 以案说纪 资料窗 书卡 書卡 书籍卡片 影片卡片 "
    "书摘 書摘 算一算 比一比 学习笔记 学思践悟 党课素材 名言警句 名人名言 名言 典故 警句 格言 微语 "
    "上期提要 上回提要 前情提要 前文提要 前情回顾 影片资料 影片档案 剧集信息 剧目信息 专辑信息 "
    "作品信息 餐厅信息 店铺信息 "
    "一图读懂 一图看懂 一图速览 一圖讀懂 一圖看懂 一圖速覽 "
    "划重点 劃重點 政策依据 政策依據 政策原文 词解 詞解 "
    "敲黑板 翻一翻 查一查 记一记 一线声音 理论词条 党建词条 文件摘录 文件摘编 "
    "原文摘录 文献摘录 政策口袋 "
    "政策名词 政策摘录 法规摘录 数据快读 数据看点 数据说话 知识充电站 "
    "热词解读 新闻回放 事件回放 新闻名词 住宿信息 入住信息 门票信息 交通信息 旅行信息 延伸知识 "
    "小叮咛 小叮嘱 小妙招 小技巧 小释义 小字典 小辞条 思考题 学习思考题 复习思考题 思考与讨论 "
    "提个醒 提個醒 开心一刻 開心一刻 轻松一刻 輕鬆一刻"
)
"""Names under which Chinese magazines print sidebars."""

AMBIGUOUS_BOX_LABELS = (
    "背景 资料 数据 数字 观点 声音 点评 短评 名词 术语 档案 提示 案例 故事 史料 词典 词条 "
    "名片 补白 侧记 旁白 贴士 花絮 数说 数读 提醒 延伸 拓展 建议 语录 金句 编者注 个案 個案 "
    "时间线 时间轴 工具箱 谜语 灯谜 字谜 猜谜 谜底 上期谜底 本期谜底 謎語 燈謎 字謎 猜謎 "
    "上期提要 上回提要 前情提要 前文提要 前情回顾 "
    "上期謎底 书摘 書摘 学习笔记 学思践悟 名言 典故 警句 格言 微语 "
    "划重点 劃重點 政策依据 政策依據 政策原文 词解 詞解 敲黑板 翻一翻 查一查 记一记 "
    "一线声音 小妙招 小技巧 提个醒 提個醒"
)
"""Common words among them, which name a box only on their own line or in brackets."""


_TRADITIONAL = str.maketrans(
    "链连阅读贴档辞词释义资数据观声点评记编语关相识卡闻专题话语动态览问答录讯风险训历师医递锦窍门实验测试购产业务规条构纪",
    "鏈連閱讀貼檔辭詞釋義資數據觀聲點評記編語關相識卡聞專題話語動態覽問答錄訊風險訓歷師醫遞錦竅門實驗測試購產業務規條構紀",
)


def in_both_scripts(labels: str) -> tuple[str, ...]:
    """Labels as given and in Traditional characters, each once."""
    found = labels.split()
    return tuple(dict.fromkeys([*found, *(label.translate(_TRADITIONAL) for label in found)]))


class Colours(NamedTuple):
    """The magazine's colours as CSS hex triplets (#rrggbb)."""

    primary: str = "#8c2f24"
    """Titles, rules, the cover's ground."""
    accent: str = "#b8872b"
    """Small ornaments."""
    tint: str = "#f6efe4"
    """The ground of boxes."""


class Boxes(NamedTuple):
    """How the magazine names its sidebars."""

    labels: tuple[str, ...] = in_both_scripts(BOX_LABELS)
    ambiguous: tuple[str, ...] = in_both_scripts(AMBIGUOUS_BOX_LABELS)
    proved: tuple[str, ...] = ()
    """Names that stand over boxes in this very issue; the parser finds them."""

    @property
    def sure(self) -> frozenset[str]:
        """The labels that are no common words."""
        return frozenset(self.labels).difference(self.ambiguous)


class House(NamedTuple):
    """The house style: what a conversion does where the command line does not say.

    An empty text, zero and ``None`` mean "as the program does by itself".
    """

    theme: str = ""
    page: str = ""
    columns: int = 0
    size: float = 0.0
    """Points of body text."""
    vertical: bool | None = None
    vocabulary: bool | None = None
    indent_after_heading: bool | None = None
    """Whether the first paragraph after a heading of an EPUB is indented like all others."""
    glossaries: tuple[str, ...] = ()
    """Paths of glossary files; the loader makes them absolute."""


class Profile(NamedTuple):
    """What is particular to one magazine."""

    name: str = "default"
    titles: tuple[str, ...] = ()
    """Masthead titles that choose this profile."""
    colours: Colours = Colours()
    boxes: Boxes = Boxes()
    sections: tuple[str, ...] = ()
    """Names of sections, where the contents do not tell them."""
    running_heads: tuple[str, ...] = ()
    """Lines to drop wherever they stand alone."""
    headings: tuple[str, ...] = ()
    """The heading ladder from the top: kinds of numbering (see ``parse.headings``)."""
    interviewers: tuple[str, ...] = ()
    """Speaker labels that ask, beside 记者, 问 and the like."""
    masthead: tuple[tuple[str, str], ...] = ()
    """Labels of the masthead that the program does not know, and the kind of each
    (a value of :class:`~converter.model.MastheadKind`)."""
    cleaning_off: tuple[str, ...] = ()
    """Cleaning rules that are switched off."""
    severities: tuple[tuple[str, str], ...] = ()
    """Diagnostic codes whose severity is changed (off, info, warning, error)."""
    house: House = House()

    def with_box_labels(self, labels: Iterable[str]) -> Profile:
        """The profile with more names of boxes; ``labels`` are none of its own."""
        more = tuple(labels)
        if not more:
            return self
        return self._replace(boxes=self.boxes._replace(labels=(*self.boxes.labels, *more)))

    def without_box_label(self, label: str) -> Profile:
        """The profile in which ``label`` is no name of boxes."""
        if label not in self.boxes.labels:
            return self
        left = tuple(one for one in self.boxes.labels if one != label)
        return self._replace(boxes=self.boxes._replace(labels=left))


class Vocabulary(NamedTuple):
    """Names that a profile may speak of and that modules beside this one define.

    Empty where the reader does not care (nothing is checked then).
    """

    cleaning: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

"""The words for what people do for an article: 文, 口述, 摄影. Data of bylines and credits.

All other lists of such words are chosen from the first two.
"""

from __future__ import annotations

from collections.abc import Iterable

_EDITED = (
    "遗稿 遺稿 遗作 遺作 选注 選註 選注 校注 校註 点校 點校 校点 校點 译注 譯註 譯注 "
    "辑录 輯錄 辑注 輯注 輯註 笺注 箋注 笔录 筆錄 选编 選編 摘编 摘編 选辑 選輯 恭录 恭錄 敬录 敬錄"
)
"""What is done to the words of others, or left by them."""
_GATHERED = (
    "搜集 蒐集 采录 採錄 搜集整理 蒐集整理 收集整理 采录整理 採錄整理 "
    "记录整理 記錄整理 整理记录 整理記錄"
)
"""What is done to songs, tales and sayings of the people, whose authors nobody knows."""
_WRITING = (
    "文 文字 文案 图文 文图 圖文 撰文 撰稿 作者 口述 自述 讲述 講述 整理 文字整理 记录 記錄 采写 "
    "採寫 采访 採訪 采访整理 採訪整理 采访撰文 採訪撰文 编译 編譯 翻译 翻譯 译 譯 "
    "编写 編寫 执笔 執筆 编 編 著 写 作词 作曲 词 曲 报道 報導 报导 诗 詩 "
    "执教 執教 授课 授課 说课 說課 评析 評析 点评 點評 "
    "评点 評點 评课 評課 测评 測評 评测 評測 "
    "访问 訪問 答疑医生 答疑醫生 答疑专家 答疑專家 解答专家 解答專家 "
    "主持 主持人 访谈 訪談 受访 受訪 采编 採編 组稿 組稿 解答 答疑 答复 答復 主讲 主講 讲解 講解 "
    "主答 作答 访谈整理 訪談整理 "
    "答 主笔 主筆 编著 編著 小记者 小記者 小作者 学生记者 學生記者 校园记者 校園記者 "
    "编绘 編繪 编剧 編劇 编选 編選 撰 讲 講 辑 輯 实习生 實習生 摄影并文 攝影並文 "
    f"{_EDITED} {_GATHERED}"
)
RECOMMENDS = frozenset(["荐书人", "荐书", "薦書人", "薦書", "推荐人", "推薦人", "选书人", "選書人"])
"""What those do who tell of books in a column of theirs."""
WRITING = frozenset(_WRITING.split()) | RECOMMENDS
"""What an author does."""

_PICTURES = (
    "图 圖 图片 圖片 图片提供 圖片提供 照片提供 供图 供圖 摄影 攝影 摄 攝 摄影报道 绘 繪 绘图 "
    "繪圖 绘画 繪畫 插图 插圖 插画 插畫 漫画 漫畫 题图 制图 製圖 封面 设计 設計 朗诵 朗读 "
    "主播 题字 書法 书法 篆刻 剪纸 拓片 手绘 手繪 航拍 地图 地圖 视频 視頻 剪辑 统筹 統籌 "
    "策划 策劃 监制 版式 校 校对 校對 审校 審校 供稿 演唱 "
    "指导 指導 指导老师 指導老師 指导教师 指導教師 "
    "辅导老师 輔導老師 辅导教师 輔導教師 指导专家 指導專家 "
    "医学指导 醫學指導 审稿专家 審稿專家 审核专家 審核專家 "
    "专家支持 專家支持 支持专家 支持專家 科学顾问 科學顧問 学术顾问 學術顧問"
)
PICTURES = frozenset(_PICTURES.split())
"""What those do who are named beside the authors."""

_FREE = (
    "口述 自述 整理 文 图 圖 撰文 摄影 攝影 译 譯 编译 編譯 采写 採寫 绘 繪 供图 采访 採訪 "
    "采访整理 採訪整理 讲述 講述 记录 記錄 文字整理 主持 著 校 编著 撰 策划 策劃 摄影并文 攝影並文 "
    "答 主答 作答 编写 編寫 受访 受訪 执教 執教 授课 授課 评析 評析 评课 評課 "
    "指导老师 指導老師 指导教师 指導教師 辅导老师 輔導老師 辅导教师 輔導教師 "
    f"{_EDITED} {_GATHERED}"
)
FREE = frozenset(_FREE.split())
"""What may stand by itself beside a name, without a stroke."""

_LEADING = (
    "文 文字 图 撰文 作者 撰稿 执笔 采写 采访 採訪 口述 自述 讲述 整理 文字整理 記錄 记录 编译 "
    "翻译 译 作词 作曲 供图 摄影 攝影 摄 绘图 绘 朗诵 策划 采访整理 採訪整理 执教 執教 授课 授課 "
    + _GATHERED
)
LEADING = frozenset(_LEADING.split())
"""What a byline may begin with, and a blank behind it."""

_GLUED = (
    "遗稿 遺稿 遗作 遺作 口述 自述 讲述 講述 整理 编译 編譯 翻译 翻譯 译 譯 摄影 攝影 供图 供圖 "
    f"撰文 采写 採寫 插图 插圖 {_GATHERED}"
)
GLUED = frozenset(_GLUED.split())
"""What may stand right behind a name, without a blank."""

_BEHIND = (
    "文 文字 图文 圖文 撰文 撰稿 采写 採寫 采访 採訪 执笔 執筆 "
    f"编译 編譯 译 譯 翻译 翻譯 辑 輯 整理 {_GATHERED}"
)
BEHIND = frozenset(_BEHIND.split())
"""What follows names behind a stroke, pen names too; 讲述 or 摄影 may follow that of a column."""

_GATHERS = "译者 整理者 撰文者 编辑 企劃 企划 企画 企畫"
GATHERS = frozenset(_GATHERS.split())
"""What a byline may begin with as well; elsewhere these are words like others."""

MADE = frozenset("编編辑輯摄攝")
"""What somebody did, and the last character of no name: 俞 乐 编; 卓 文 编 may be two works."""
STROKES = frozenset("/／：:｜|")
"""What parts a work from the name that goes with it."""


def one_of(words: Iterable[str]) -> str:
    """The inside of a group that matches each of some words, the longest first.

    In the same order in every run, so that the expressions are the same.
    """
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))

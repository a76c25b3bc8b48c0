"""Characters that OCR takes for each other, as they look alike."""

from __future__ import annotations

_GROUPS = (
    "己已巳 戊戌戍 末未 土士 日曰 人入 王玉主 大太犬 千干于 天夭 今令 毛手 贝见 间问 处外 鸟乌 "
    "名各 朋明 末朱 徐涂 洋样详 住往佳 侯候 免兔 晴睛 历厉 刀力 儿几 白自 母毋 冶治 拔拨 泊汨 "
    "凤风 扬杨 场汤 瑞端 揣湍 袁哀 芸芝 育肓 萧肖 竞竟 壁璧 蓝篮 彬杉 祟崇 昊吴 冰水 宇字 安宴 "
    "玲珍 琳淋 钧钓 铭铬 娟涓 峰蜂 炯烔 栋拣 栗粟 析折 接按 摟接 链琏铤鏈鍵 连迕 识织职 識織職 "
    "知和 相租 关美 關闌 延廷 伸仲神 阅间阁 閱間 读续 讀續 拓柘招 扩护 贴帖 资贷货 資貸貨 料科 "
    "背脊 景影 新祈斩 闻间 聞間 词调 詞調 解鮮 释择译 釋擇譯 档挡裆 檔擋襠 案桉寨 提堤捉 示尔 "
    "温湿 醒腥 专传 家冢 点占 评坪抨 評坪 记纪讫 記紀訖 采釆 编偏 編偏 后启 小少 百白 典曲 片斤 "
    "窗窑 角甬 法怯 条枭 例列 政攻 筞策 数敉 据掘 觀歡 观现规 声芦 音昔 史吏 故敌 事亊 语悟 "
    "語悟 诗侍待 詩侍待 物牧 简筒 介个 传转 旅族放 息恖 建健 律津 师帅 師帥 医匠 康庚 妥安 常尝 "
    "经径 话活 警謦 衔衒 动功 问间 問間 答荅 微徽 课棵 課棵 速逮 览觅 递逓 讯迅 訊迅 报抿 学字 "
    "堂常 谈淡 議儀 议仪 推堆 送选 逐遂 运远 货贷 概慨 彻撤 待侍持 体休 困因 园圆 团困 兔免 "
    "村材 枝技 技枝 抱把 找我 设没 论沦 请清情精 看着 眼眠 喝渴"
)
"""A group has characters any of which is read as any other."""


def _partners() -> dict[str, frozenset[str]]:
    """The characters that look like each one that has such."""
    found: dict[str, frozenset[str]] = {}
    for group in _GROUPS.split():
        for char in group:
            found[char] = found.get(char, frozenset()).union(group)
    return found


_PARTNERS = _partners()


def look_alikes(char: str) -> frozenset[str]:
    """The characters that look like one, and itself; none if no other does."""
    return _PARTNERS.get(char, frozenset())


def look_alike(one: str, other: str) -> bool:
    """True for two characters that OCR takes for each other, and for the same one."""
    return one == other or other in look_alikes(one)

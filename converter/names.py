"""Recognises Chinese personal names, offices and institutions in bylines and contents.

A name is told by its surname (the 500 commonest cover over 99.5 % of people), its length
and what stands around it; none of the tests is certain alone, so callers combine them.
"""

from __future__ import annotations

import re

from converter.hanzi import HAN, is_han, squeeze

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻"
    "莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向"
    "古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾"
    "沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏"
    "墨哈谯笪年爱阳佟肖覃邸褐苟苑原植但仝冼展揭兰税藏蔄邝危冼卿敬渠代化初药矫郄门楼苏柴覃阿撒"
    # Traditional forms
    "趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華魏陶謝鄒喻蘇魯韋馬鳳畢鄔湯羅餘顧黃蕭貝計談龐熊紀項藍閔賈婁顏"
    "郭盧莫經繆幹應單諸鈕龔陸榮儲靳車侯寧厲劉葉龍黎賴藺喬陰聞黨譚貢勞塗邊農溫莊閻連習廣闕東歐師鞏聶"
    "簡饒豐關紅遊權蓋嶽況歸齊鍾駱萬錢岑葉蘭"
)
COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 "
    "公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 "
    "拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 左丘 东门 西门 歐陽 司馬 東方 諸葛 慕容 長孫 令狐 尉遲".split()
)

_OFFICE_ENDS = (
    "书记 副书记 主任 副主任 部长 副部长 局长 副局长 厅长 副厅长 司长 副司长 处长 副处长 科长 院长 副院长 校长 副校长 "
    "教授 副教授 讲师 研究员 副研究员 助理研究员 主席 副主席 委员 常委 巡视员 调研员 记者 编辑 主编 副主编 总编 总编辑 "
    "社长 副社长 馆长 副馆长 馆员 会长 副会长 理事长 秘书长 理事 经理 总经理 董事长 总裁 所长 副所长 院士 博士 硕士 博士生 "
    "博士后 硕士生 学者 专家 工程师 总工程师 设计师 建筑师 医师 医生 律师 教师 老师 作家 诗人 画家 导演 评论员 通讯员 "
    "撰稿人 撰稿 特派员 顾问 市长 副市长 县长 副县长 省长 副省长 区长 镇长 乡长 村支书 村长 队长 组长 台长 站长 厂长 行长 "
    "园长 团长 秘书 干事 职员 研究生 本科生 学生 志愿者 讲解员 策展人 创始人 负责人 发言人 代表 同志 先生 女士 主管 总监 "
    "政委 司令员 参谋长 书记处书记 党组成员 成员 首席专家 首席科学家 主任医师 主治医师 技师 护士长 馆主 传承人 专员 督导员 "
    "書記 主任 部長 局長 廳長 司長 處長 院長 校長 教授 講師 研究員 主席 委員 記者 編輯 主編 總編輯 社長 館長 會長 理事長 "
    "秘書長 經理 總經理 董事長 總裁 所長 博士 學者 專家 工程師 醫師 醫生 律師 教師 老師 詩人 畫家 導演 評論員 顧問 市長 縣長 "
    "特約撰述 撰述".split()
)
_OFFICE_END_SET = frozenset(_OFFICE_ENDS)
_BODY_ENDS = (
    "宣传部 组织部 统战部 编辑部 杂志社 报社 出版社 课题组 项目组 调研组 研究组 专班 党组 党委 党支部 党总支 委员会 市委 省委 县委 区委 "
    "办公室 办公厅 研究室 研究院 研究所 研究中心 学院 大学 中学 小学 学校 学会 协会 联合会 研究会 促进会 基金会 博物馆 图书馆 "
    "档案馆 文化馆 美术馆 纪念馆 展览馆 中心 集团 公司 分公司 工厂 医院 银行 法院 检察院 公安局 管理局 财政局 水利局 教育局 局 厅 "
    "政府 总队 支队 大队 工会 总工会 妇联 团委 共青团 商会 工作室 编写组 写作组 评论员 记者站 通讯社 电视台 广播台 街道 社区 "
    "村委会 居委会 中心组 本刊编辑部 本刊编辑 編輯部 雜誌社 委員會 研究院 學會 協會 大學 學院 中心 公司 基金會 博物館 圖書館".split()
)
_BODY_RE = re.compile(rf"[{HAN}·（）“”《》A-Za-z0-9]{{3,40}}(?:{'|'.join(sorted(_BODY_ENDS, key=len, reverse=True))})$")
_FOREIGN = re.compile(rf"^(?:[\[［〔（(][{HAN}]{{1,4}}[\]］〕）)])?[{HAN}A-Z.]{{1,8}}(?:[·•・][{HAN}A-Z.]{{1,8}}){{1,4}}$")
_LATIN_NAME = re.compile(r"^[A-Z][A-Za-z'’.\-]+(?: [A-Z][A-Za-z'’.\-]*){1,4}$")

# Words of two or three characters that begin with a surname and are no names.
_NO_NAMES = frozenset(
    "高度 高效 高质量 高水平 方法 方式 方向 时代 时间 时期 金融 文化 文明 成果 成就 成长 成功 安全 关键 关于 关注 程序 "
    "和谐 和平 平安 平台 温暖 常态 向前 项目 包容 左右 周期 周年 应用 应对 于是 全面 全球 全国 全力 严格 马上 水利 水平 水源 "
    "明确 明天 计划 白皮书 龙头 党委 党建 党员 党的 国家 国际 国内 广大 广场 利用 通过 有效 有力 经济 经验 经营 管理 解读 解析 "
    "强化 强国 开放 海洋 海外 农业 农村 农民 能源 能力 能够 相关 查找 代表 化解 初心 池塘 都市 家园 家庭 家风 宣传 居民 年度 "
    "步伐 东部 东北 边疆 师生 越来越 古城 古镇 古今 易地 容易 元旦 云南 云端 江河 江南 江湖 山水 山村 路径 车间 车站 石油 "
    "田野 田园 林业 林间 花开 花园 康养 华夏 华北 乐园 万里 万物 武装 双碳 双赢 连接 連接 充分 别样 终身 别墅 居家 红色 游记 "
    "公共 公益 公园 有机 商业 原则 原创 展望 展示 门户 楼宇 印象 印刷 白天 后记 后疫情 游客 何以 何谓 如何 许多 牧歌 井冈山 "
    "史话 史诗 钟声 雷锋 童年 童话 梅花 席卷 秋天 秋日 春天 甘肃 宁夏 广东 广西 江苏 江西 山东 山西 海南 云南 河南 吉林 温州 "
    "常州 杭州 郑州 广州 徐州 福州 扬州 苏州 兰州 贵州 惠州 柳州 黄山 黄河 黄土 泰山 华山 嵩山 燕山 祁连山 庐山 应当 相信 "
    "单位 车辆 房屋 房子 管道 支持 支部 支撑 任务 任何 任性 段落 毕业 毕竟 费用 贺信 祝福 杜绝 鲁迅 曲艺 游戏 国土 国企 "
    "文学 文艺 文物 文献 文旅 时评 时讯 要闻 简讯 简介 简史 空间 空中 路线 路上 马路 牛奶 羊群 鱼米 桑田 松树 柏油 从此 "
    "从业 从头 终于 全文 全书 全景 全程 全域 高校 高原 高铁 高考 金色 银行 阳光 阳台 乌镇 水乡 水库 水车 水印 水韵 师傅 "
    "易碎 石头 石桥 石刻 沙漠 沙滩 江山 江水 江边 江岸 湖水 谷雨 谷物 米粉 茶馆 花鸟 花期 叶脉 叶子 白鹭 白云 白鹤 蓝天 "
    "安居 安排 常识 常见 寻常 平原 平凡 平衡 平均 明代 清明 清代 宋代 元代 唐代 唐诗 宋词 元曲 汉代 秦岭 秦淮 "
    "丰收 丰富 温度 冷链 冷暖 暖冬 宁静 关联 关系 关爱 相遇 相约 步行 步道 司机 经典 经过 解放 解决 应急 党史 柴火 权利 "
    "权威 简单 满意 满足 隆重 充电 欧洲 东方 东西 西部 南方 北方 越野 融合 融入 益处 归来 归途 归乡 商场 海上 海岸 红船 "
    "法治 法律 法规 养老 养殖 须知 盖房 况且 年轻 年味 爱心 爱国 哈密 阳春 药材 药品 化学 化石 代际 初夏 初春 初冬".split()
)


def is_name(token: str) -> bool:
    """True if a word without blanks may well be a personal name (two to four characters)."""
    if _FOREIGN.match(token):
        return True
    size = len(token)
    if not 2 <= size <= 4 or not all(map(is_han, token)) or token in _NO_NAMES:
        return False
    if token in _OFFICE_END_SET:
        return False
    if token[:2] in COMPOUND_SURNAMES and size >= 3:
        return True
    return token[0] in SURNAMES and (size <= 3 or token[1] in SURNAMES)


def is_latin_name(text: str) -> bool:
    """True for a name in Latin script with at least two words (Pearl S. Buck)."""
    return _LATIN_NAME.match(text) is not None


def is_office(text: str) -> bool:
    """True if the text ends in the name of an office or a profession (……部党组书记、部长)."""
    return any(text.endswith(end) for end in _OFFICE_ENDS)


def is_body(text: str) -> bool:
    """True if the text ends like the name of an institution (……市委宣传部)."""
    return _BODY_RE.match(squeeze(text)) is not None


_SPLIT = re.compile(r"[\s、，,；;/／｜|&＆]+")


def join_spaced(tokens: list[str]) -> list[str]:
    """Put letter-spaced names together: 翟, 健, 林晓楠 → 翟健, 林晓楠."""
    out: list[str] = []
    pending: list[str] = []

    def flush() -> None:
        while pending:
            take = 2
            if len(pending) == 3 or (len(pending) > 3 and pending[2] not in SURNAMES):
                take = 3
            out.append("".join(pending[:take]))
            del pending[:take]

    for token in tokens:
        if len(token) == 1 and is_han(token):
            if not pending and out and out[-1] in COMPOUND_SURNAMES:
                out[-1] += token
            else:
                pending.append(token)
        else:
            flush()
            out.append(token)
    flush()
    return out


def split_names(text: str) -> tuple[str, ...] | None:
    """The names of a list of nothing but names; ``None`` if something in it is no name.

    Knows blanks, 、 and / as separators, letter-spacing, 等 at the end, and Latin names.
    """
    plain = text.strip().removesuffix("等").strip()
    if not plain:
        return None
    if is_latin_name(plain):
        return (plain,)
    tokens = join_spaced([token for token in _SPLIT.split(plain) if token])
    names: list[str] = []
    for token in tokens:
        if is_name(token):
            names.append(token)
        else:
            return None
    return tuple(names) or None

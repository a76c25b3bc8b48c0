"""Names of places that one dash joins: 中国—东盟, 成都—重庆 (GB/T 15834-2011 §4.13.3.2)."""

from __future__ import annotations

from converter import patterns as re

_PLACES = (
    "中国 美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 蒙古 印度 越南 老挝 缅甸 泰国 新加坡 马来西亚 印度尼西亚 印尼 菲律宾 "
    "柬埔寨 文莱 巴基斯坦 孟加拉国 尼泊尔 斯里兰卡 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土耳其 伊朗 沙特 "
    "以色列 巴勒斯坦 埃及 南非 肯尼亚 澳大利亚 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 乌克兰 波兰 匈牙利 意大利 西班牙 "
    "东盟 欧盟 非盟 欧洲 亚洲 非洲 美洲 拉美 加勒比 中亚 东亚 南亚 中东 中东欧 阿拉伯 海湾 太平洋 大西洋 印度洋 地中海 "
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 "
    "甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 太原 沈阳 大连 长春 哈尔滨 南京 苏州 杭州 宁波 合肥 福州 厦门 "
    "南昌 济南 青岛 郑州 武汉 长沙 广州 深圳 珠海 南宁 桂林 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 台北 高雄 "
    "東盟 歐盟 歐洲 亞洲 美國 英國 法國 德國 俄羅斯 韓國 泰國 中國 緬甸 菲律賓 澳大利亞 東亞 南亞 中亞 臺灣 臺北 澳門 廣東 廣西 "
    "雲南 貴州 陝西 甘肅 寧夏 江蘇 遼寧 黑龍江 廣州 瀋陽 蘇州 寧波 濟南 青島 鄭州 武漢 長沙 南寧 貴陽 蘭州 重慶 長春"
)
_NAME = "|".join(dict.fromkeys(_PLACES.split()))
_KIND = "省市县縣区區州港站口镇鎮村湾灣"
_BETWEEN = re.compile(rf"(?:(?:{_NAME})—(?:{_NAME})|[{_KIND}]—[\u4e00-\u9fff]{{1,4}}[{_KIND}])")
_REACH = 6
"""Characters of the longest of these names."""


def joins_places(text: str, at: int) -> bool:
    """True if the dash at an index of a text stands between two places, as it does in a name."""
    around = text[max(0, at - _REACH) : at + 1 + _REACH]
    return any(hit.start() < min(at, _REACH) < hit.end() for hit in _BETWEEN.finditer(around))

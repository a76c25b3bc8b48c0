"""The forms of classical verse, with a dot behind them as in a name from abroad: 七律·某题.

The tunes (词牌, 曲牌) are those that poems in magazines are written to, most of them of the
白香词谱, in either script.
"""

from __future__ import annotations

from converter import patterns as re
from converter.names.works import one_of

_FORMS = (
    "七律 五律 七绝 七絕 五绝 五絕 六绝 六絕 七古 五古 五排 七排 排律 古风 古風 绝句 "
    "絕句 律诗 律詩 散曲 歌行 乐府 樂府"
)
"""Forms that the number of lines and of their characters makes."""
_TUNES = (
    "浣溪沙 临江仙 臨江仙 鹧鸪天 鷓鴣天 蝶恋花 蝶戀花 清平乐 清平樂 西江月 沁园春 沁園春 "
    "水调歌头 水調歌頭 满江红 滿江紅 念奴娇 念奴嬌 菩萨蛮 菩薩蠻 忆秦娥 憶秦娥 卜算子 "
    "虞美人 浪淘沙 采桑子 採桑子 丑奴儿 减字木兰花 減字木蘭花 木兰花 木蘭花 渔家傲 "
    "漁家傲 江城子 江神子 如梦令 如夢令 踏莎行 破阵子 破陣子 鹊桥仙 鵲橋仙 行香子 青玉案 "
    "南乡子 南鄉子 南歌子 点绛唇 點絳唇 一剪梅 诉衷情 訴衷情 忆江南 憶江南 望江南 梦江南 "
    "十六字令 苍梧谣 长相思 長相思 相见欢 相見歡 乌夜啼 烏夜啼 定风波 定風波 贺新郎 "
    "賀新郎 金缕曲 金縷曲 永遇乐 永遇樂 八声甘州 八聲甘州 声声慢 聲聲慢 摸鱼儿 摸魚兒 "
    "水龙吟 水龍吟 雨霖铃 雨霖鈴 玉楼春 玉樓春 醉花阴 醉花陰 武陵春 苏幕遮 蘇幕遮 唐多令 "
    "太常引 生查子 眼儿媚 眼兒媚 阮郎归 阮郎歸 画堂春 畫堂春 少年游 少年遊 扬州慢 揚州慢 "
    "满庭芳 滿庭芳 捣练子 搗練子 调笑令 調笑令 渔歌子 漁歌子 桂枝香 风入松 風入松 小重山 "
    "柳梢青 朝中措 高阳台 高陽臺 齐天乐 齊天樂 望海潮 六州歌头 六州歌頭 千秋岁 千秋歲 "
    "汉宫春 漢宮春 御街行 洞仙歌 更漏子 巫山一段云 霜天晓角 霜天曉角 谒金门 謁金門 "
    "好事近 人月圆 人月圓 喝火令 醉太平 一斛珠 祝英台近 祝英臺近 竹枝词 竹枝詞 天净沙 "
    "天淨沙 山坡羊 折桂令 水仙子 普天乐 普天樂 清江引 落梅风 落梅風 四块玉 四塊玉 喜春来 "
    "喜春來"
)
_FORM = one_of((*_FORMS.split(), *_TUNES.split()))
_TITLED = re.compile(rf"^(?:{_FORM})[·•・‧∙．.][^，。；！？]{{1,16}}$")
_NAMED = re.compile(
    rf"^(?:{_FORM})(?:[·•・‧∙．.—\s]+[^，。；！？]{{1,16}}|\s*[（(][^（）()，。；！？]{{1,12}}[）)])?$"
)


def is_titled_verse(text: str) -> bool:
    """True for 七律·某题: what stands before a dot is a form of verse, and no part of a name."""
    return _TITLED.match(text) is not None


def names_verse(text: str) -> bool:
    """True for the title of a poem by its form: 七律·某题, 浣溪沙　某题, 如梦令（二首）, 鹧鸪天."""
    return _NAMED.match(text) is not None

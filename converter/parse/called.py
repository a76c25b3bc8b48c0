"""What people are called in a talk by others than their names: 王总, 镇农技站丁站长, 村民老柯."""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.hanzi import HAN
from converter.names import COMPOUND_SURNAMES, OFFICES, SURNAMES

_ADDRESSES = (
    "总 總 师傅 師傅 大夫 法官 检察官 檢察官 警官 老板 老闆 掌柜 掌櫃 支书 支書 主播 大爷 大爺 大妈 "
    "大媽 大娘 大叔 大伯 大姐 大哥 大嫂 阿姨 阿婆 阿公 奶奶 爷爷 爺爺 叔叔 婶 嬸 姐 哥 嫂 伯 叔 小姐 太太 "
    "同学 同學"
)
_HOUSE = "编委 编辑 編輯 主编 主編 总编 总编辑 總編 總編輯 副主编 记者 記者 通讯员 通訊員 撰稿 撰稿人 摄影师 攝影師 撰述"
"""Those who made the page, before whose names the same words stand below the text."""


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first, the same in every run."""
    return "|".join(sorted(sorted(words), key=len, reverse=True))


_POSTS = _any_of({*OFFICES, *_ADDRESSES.split()}.difference(_HOUSE.split()))
_BY_POST = re.compile(rf"(?P<surname>[{HAN}]{{1,2}}?)(?:{_POSTS})$")
"""丁主任, 欧阳教授."""
_BY_AGE = re.compile(rf"[小老阿](?P<surname>[{HAN}])$")
"""主创小张, 老柯."""
_ONE_OF = re.compile(
    "^(?:网友|網友|读者|讀者|村民|居民|市民|观众|觀眾|听众|聽眾|学员|學員|家长|家長|农户|農戶|业主|業主|职工|職工|工友|游客|遊客|顾客|顧客)"
    rf"[{HAN}]{{1,4}}$"
)
"""网友阿雾: one of many, by whatever name."""


def is_called(label: str) -> bool:
    """True for what somebody is called who talks, behind where he or she works perhaps."""
    if _ONE_OF.match(label):
        return True
    post = _BY_POST.search(label[-_LONGEST:]) or _BY_AGE.search(label)
    return post is not None and _is_surname(post["surname"])


_LONGEST = 8
"""Characters of a surname and a post."""


def _is_surname(text: str) -> bool:
    return text in COMPOUND_SURNAMES or text[-1] in SURNAMES


_PERSONS = (
    "人员 人員 负责人 負責人 农民 農民 大户 大戶 村民 居民 市民 网友 網友 员工 員工 学者 學者 研究者 公务员 公務員 干部 幹部 "
    "教师 教師 学生 學生 护士 護士 司机 司機 骑手 騎手 店主 摊主 攤主 业主 業主 家长 家長 职工 職工 工人 党员 黨員 委员 委員 "
    "志愿者 志願者 创业者 創業者 从业者 從業者 经营者 經營者 队员 隊員 村医 村醫 民警 法官 律师 律師 船工 艄公"
)
PERSONS = _any_of({*OFFICES, *_PERSONS.split()})
"""What people are, at the end of what they are called."""
_IS_PERSON = re.compile(rf"(?:{PERSONS})$")


def is_person(label: str) -> bool:
    """True for 某镇驻村干部 as for 镇农技站丁站长: somebody, be it without a name."""
    return _IS_PERSON.search(label) is not None or is_called(label)

"""Addresses of the web and of the post in a text, which no conversion may touch.

Most are ASCII and end where that ends. Han characters belong to one where the address goes on
behind them (/后台/表.html), where they are the value of a query or the last part of a path, and
in the name of a host (www.后台.com, 例子.公司). What a reader is told to do there (www.例.com/查询
进度) does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter import patterns as re

_HAN = "\u3400-\u9fff"
_TOPS = (
    "中国|中國|公司|网络|網絡|网址|網址|中文网|集团|集團|"
    "政务|公益|香港|台湾|台灣|在线|商标|网店|商城"
)
"""The top-level domains in Han characters that are in use (IANA's root zone)."""
_LABEL = rf"[{_HAN}A-Za-z0-9-]+\."
_HOST = rf"(?:{_LABEL})+(?:{_TOPS}|(?=[A-Za-z]))"
_INSIDE = rf"(?:(?<=[/=#_&?%.-])[{_HAN}]+(?=[/?=&#%_-]|\.[A-Za-z])[!-~]+)*"
_WEB = rf"(?:https?://|ftp://|www\.)(?:{_HOST}[!-~]*|[!-~]+){_INSIDE}"
_POST = (
    rf"(?:[A-Za-z0-9_.+-]+|(?:(?<=[\s，。；：:、（(])|^)[{_HAN}]{{1,6}})@"
    rf"(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+|{_HOST}[A-Za-z.]*)"
)
_TOLD = (
    "查|了解|登录|登錄|登入|下载|下載|点击|點擊|报名|報名|注册|註冊|浏览|瀏覽|获取|獲取|进行|進行|"
    "阅读|閱讀|观看|觀看"
)
"""What a reader is to do: prose behind an address that ends in a slash."""
_PROSE = f"{_TOLD}|[网網站页頁上的可或和与與及并並即就看是中在为為等官，内內]"
"""Behind the name of the host alone."""
_LAST = rf"[{_HAN}]{{1,20}}"
_VALUE = re.compile(_LAST)
_DEEP = re.compile(rf"(?!{_TOLD}){_LAST}")
_FIRST = re.compile(rf"(?!{_PROSE}){_LAST}")
_ADDRESS = re.compile(f"{_WEB}|{_POST}")
_SCHEME = "://"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand in a text."""
    if "@" not in text and _SCHEME not in text and "www." not in text:
        return
    for found in _ADDRESS.finditer(text):
        yield found.start(), _end(text, found[0], found.end())


def _end(text: str, address: str, end: int) -> int:
    """Where an address ends: behind the Han characters that are its last part, if any are."""
    last = address[-1]
    if last == "=":
        pattern = _VALUE
    elif last in "/#":
        path = address.split(_SCHEME, 1)[-1]
        pattern = _DEEP if path.count("/") > 1 or last == "#" else _FIRST
    else:
        return end
    found = pattern.match(text, end)
    return found.end() if found else end

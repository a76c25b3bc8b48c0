"""The fixed words of the library's pages, by script."""

from __future__ import annotations

from converter.render.words import in_script
from converter.values import NamedTuple


class LibraryWords(NamedTuple):
    """What the pages say of themselves, in Simplified Chinese."""

    library: str = "期刊文库"
    home: str = "首页"
    issues: str = "各期"
    years: str = "总目录"
    authors: str = "作者索引"
    sections: str = "栏目索引"
    search: str = "检索"
    search_label: str = "检索全文"
    search_hint: str = "题名、作者或正文，简体、繁体均可"
    search_go: str = "检索"
    search_needs_script: str = "检索需要 JavaScript；其余各页不需要。"
    search_needs_server: str = "检索需通过网络服务器打开本站：fukan library OUTPUT --serve。"
    search_busy: str = "正在检索……"
    search_none: str = "没有找到“{}”。"
    search_some: str = "“{}”：找到 {} 篇。"
    search_more: str = "显示更多"
    search_failed: str = "检索出错，请重新载入本页。"
    search_off: str = "本文库未建全文索引。"
    skip: str = "跳到正文"
    navigation: str = "站内导航"
    breadcrumbs: str = "当前位置"
    contents: str = "目录"
    latest: str = "最新一期"
    all_issues: str = "历年各期"
    by_year: str = "按年份"
    year_unit: str = "年"
    undated: str = "年份不详"
    issue_unit: str = "期"
    article_unit: str = "篇"
    author_unit: str = "位作者"
    page_unit: str = "页"
    annual_index: str = "总目录"
    annual_of: str = "{}年总目录"
    annual_undated: str = "总目录（年份不详）"
    annual_note: str = "括号内为期号与页码。"
    column_title: str = "题名"
    column_place: str = "期·页"
    no_section: str = "未分栏目"
    no_author: str = "未署名"
    read: str = "在线阅读"
    download: str = "下载"
    downloads: str = "下载本期"
    imprint: str = "版权页"
    about: str = "本刊"
    sponsor: str = "主办"
    publisher: str = "出版"
    previous_issue: str = "上一期"
    next_issue: str = "下一期"
    previous_article: str = "上一篇"
    next_article: str = "下一篇"
    in_this_article: str = "本文目次"
    cite: str = "引用本文"
    cite_note: str = "按 GB/T 7714—2015"
    printed_pages: str = "原刊页码"
    cover_of: str = "{}封面"
    front: str = "卷首"
    back: str = "卷末"
    subscribe: str = "订阅"
    catalogues: str = "目录与数据"
    opds_note: str = "OPDS 目录（供阅读器订阅）"
    feed_note: str = "新刊通知（Atom）"
    rss_note: str = "新刊通知（RSS）"
    data_note: str = "全部题录"
    issue_data: str = "本期题录"
    made_by: str = "由 Fukan（复刊）制作"
    magazines: str = "收录期刊"
    letters: str = "按拼音首字母"
    other_letters: str = "其他"
    institutions: str = "机构"
    simplified: str = "简体"
    traditional: str = "繁体"
    traditional_taiwan: str = "台湾繁体"
    traditional_hong_kong: str = "香港繁体"
    newest: str = "最新"
    everything: str = "全部各期"
    language: str = "文字"
    year: str = "年份"
    magazine: str = "刊物"
    jump: str = "跳到"
    notes: str = "注释"
    top: str = "回到页首"


_TRADITIONAL = {
    "library": "期刊文庫",
    "home": "首頁",
    "years": "總目錄",
    "sections": "欄目索引",
    "search": "檢索",
    "search_label": "檢索全文",
    "search_hint": "題名、作者或正文，簡體、繁體均可",
    "search_go": "檢索",
    "search_needs_script": "檢索需要 JavaScript；其餘各頁不需要。",
    "search_needs_server": "檢索須透過網路伺服器開啟本站：fukan library OUTPUT --serve。",
    "search_busy": "正在檢索……",
    "search_none": "沒有找到「{}」。",
    "search_some": "「{}」：找到 {} 篇。",
    "search_more": "顯示更多",
    "search_failed": "檢索出錯，請重新載入本頁。",
    "search_off": "本文庫未建全文索引。",
    "skip": "跳到正文",
    "navigation": "站內導覽",
    "breadcrumbs": "目前位置",
    "contents": "目錄",
    "all_issues": "歷年各期",
    "undated": "年份不詳",
    "page_unit": "頁",
    "annual_index": "總目錄",
    "annual_of": "{}年總目錄",
    "annual_undated": "總目錄（年份不詳）",
    "annual_note": "括號內為期號與頁碼。",
    "column_title": "題名",
    "column_place": "期·頁",
    "no_section": "未分欄目",
    "no_author": "未署名",
    "read": "線上閱讀",
    "download": "下載",
    "downloads": "下載本期",
    "imprint": "版權頁",
    "sponsor": "主辦",
    "in_this_article": "本文目次",
    "cite_note": "依 GB/T 7714—2015",
    "printed_pages": "原刊頁碼",
    "subscribe": "訂閱",
    "catalogues": "目錄與資料",
    "opds_note": "OPDS 目錄（供閱讀器訂閱）",
    "feed_note": "新刊通知（Atom）",
    "rss_note": "新刊通知（RSS）",
    "data_note": "全部題錄",
    "issue_data": "本期題錄",
    "made_by": "由 Fukan（復刊）製作",
    "magazines": "收錄期刊",
    "letters": "依拼音首字母",
    "institutions": "機構",
    "simplified": "簡體",
    "traditional": "繁體",
    "traditional_taiwan": "臺灣繁體",
    "traditional_hong_kong": "香港繁體",
    "everything": "全部各期",
    "notes": "註釋",
    "top": "回到頁首",
}


def library_words(language: str) -> LibraryWords:
    """The words for a BCP 47 tag; anything that is not Traditional gets Simplified."""
    return in_script(LibraryWords(), language, _TRADITIONAL)


def script_name(language: str, say: LibraryWords) -> str:
    """What readers call the script of an edition."""
    if language.endswith("-TW"):
        return say.traditional_taiwan
    if language.endswith("-HK"):
        return say.traditional_hong_kong
    return say.traditional if language.startswith("zh-Hant") else say.simplified

"""Headlines of newspapers: what stands between two articles, told by what follows it.

A newspaper's contents (导读) list a few articles at most. The others open with a headline of
several lines (引题, 主题, 副题) and then a byline, a dateline (本报讯, 某社某地某月某日电), the
items of a list of briefs, or the address of a letter. GB/T 15834 asks for no full stop after
a title, so a headline is what stands between two sentences that is none.
"""

from converter.parse.headlines.find import find_headlines
from converter.parse.headlines.signs import Headline

__all__ = ["Headline", "find_headlines"]

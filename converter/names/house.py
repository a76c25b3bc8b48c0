"""How a magazine speaks of itself and of its staff: 本刊, 编辑部, 特约记者. Data of bylines.

Each is the inside of a group of a regular expression.
"""

from __future__ import annotations

HOUSE = "本刊|本报|本報|本社|本网|本網"
"""What a magazine calls itself."""

DESK = "编辑部|編輯部|编辑室|編輯室|编辑小组|編輯小組|编辑组|編輯組"
"""Where a magazine is made."""

TEAM = "部|室|组|組|中心|委员会|委員會|团|團|队|隊"
"""How the parts of a house end, that sign together: 本刊测试组."""

PAPER = "日报|晚报|周刊|杂志|通讯社"
"""How other houses end: 某某日报."""

RANK = "首席|特约|特約|特邀|见习|見習|实习|實習|签约|簽約|专栏|專欄|专任|專任"
"""What may stand before a post, beside where somebody is posted (驻某地)."""

POST = (
    "总编辑|總編輯|主编|主編|评论员|評論員|记者|記者|通讯员|通訊員|撰稿人?|撰述|编辑|編輯"
    "|观察员|觀察員|特派员|特派員|主笔|主筆|实习生|實習生"
)
"""What those are who write for the house."""

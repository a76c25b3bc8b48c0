"""The words of the page's own furniture: tabs, keys, and what the script says."""

from __future__ import annotations

from typing import Any

from converter.review.say import Say


def weights(say: Say) -> dict[str, str]:
    """The severities, alone and in the plural."""
    return {
        "error": say("error", "错误"),
        "warning": say("warning", "警告"),
        "info": say("note", "说明"),
        "errors": say("errors", "个错误"),
        "warnings": say("warnings", "个警告"),
        "infos": say("notes", "条说明"),
    }


def tab_names(say: Say) -> dict[str, str]:
    """The lists beside the text, in their order."""
    return {
        "doubts": say("Doubts", "疑点"),
        "contents": say("Contents", "目录核对"),
        "dropped": say("Left out", "舍弃"),
        "repairs": say("Repairs", "修正"),
        "forms": say("Traditional", "繁体"),
        "pages": say("Page", "版面"),
        "decided": say("Decisions", "更正"),
    }


def shortcuts(say: Say, *, live: bool) -> list[tuple[str, str]]:
    """Keys and what they do."""
    keys = [
        ("j k", say("next, previous doubt", "下一条、上一条疑点")),
        ("n p", say("next, previous mark in the text", "下一处、上一处标记")),
        ("] [", say("next, previous block", "下一段、上一段")),
        ("/", say("search the doubts", "搜索疑点")),
        ("1 … 7", say("open a list", "打开清单")),
        ("d", say("light or dark", "明暗")),
        ("?", say("this help", "本帮助")),
        ("Esc", say("leave a field, stop moving", "离开输入框、停止移动")),
    ]
    if live:
        keys += [
            ("s", say("mark the doubt as seen", "疑点标为已阅")),
            ("a", say("accept the join", "认可接合")),
            ("x", say("part the join", "拆开接合")),
            ("m", say("join with the paragraph above", "与上一段接合")),
            ("e", say("edit the text", "编辑文字")),
            ("v", say("move the box; again: here", "移动链接框；再按：放到此段")),
            ("u", say("undo", "撤回")),
        ]
    return keys


def legend(say: Say) -> list[tuple[str, str, str]]:
    """The marks: their classes, a sample of text, what they mean."""
    return [
        ("seam", "", say("two pieces joined", "两段接合")),
        ("seam set", "", say("joined by an editor", "编辑已定的接合")),
        ("wrap", "", say("a printed line runs on", "行间接排")),
        ("change", "，", say("a repaired character", "修正的字符")),
        ("edited", "字", say("edited text", "编辑改动的文字")),
        ("drop", "—", say("left out", "舍弃的文字")),
        ("anchor", "", say("a box stood here", "链接框原在此处")),
        ("place", "", say("where a box belongs", "链接框的归属")),
        ("page", "", say("a printed page begins", "原刊页码")),
        ("form", "表", say("a doubtful conversion", "繁体存疑的字")),
    ]


def script_words(say: Say) -> dict[str, Any]:
    """What the script says; ``%`` stands for a value."""
    return {
        "line": say("Line %", "第%行"),
        "on_line": say("line %", "第%行"),
        "lines": say("lines %", "第%行"),
        "gone": say("left out", "已舍弃"),
        "blank": say("blank", "空行"),
        "nothing": say("Choose a mark, a line or a block.", "点选一个标记、一行或一段。"),
        "go": say("Go there", "前往"),
        "more": say("and % more", "另有%处"),
        "marks": {
            "seam": say("Join over a break", "跨页接合"),
            "wrap": say("Line run on", "行间接排"),
            "change": say("Repaired character", "修正的字符"),
            "edited": say("Edited text", "编辑改动"),
            "drop": say("Left out", "舍弃"),
            "anchor": say("A box stood here", "链接框原位"),
            "place": say("Place of the box", "链接框位置"),
            "page": say("Printed page", "原刊页码"),
            "form": say("Doubtful conversion", "繁体存疑"),
        },
        "seen": say("Seen", "已阅"),
        "accept": say("Accept the join", "认可接合"),
        "part": say("Part here", "在此拆开"),
        "keep": say("Keep the line", "保留此行"),
        "drop": say("Drop the line", "舍弃此行"),
        "edit": say("Edit text", "编辑文字"),
        "heading": say("Heading", "小标题"),
        "no_heading": say("No heading", "不是小标题"),
        "title": say("Title of an article", "文章标题"),
        "no_title": say("No title", "不是标题"),
        "join_above": say("Join with the paragraph above", "与上一段接合"),
        "split_here": say("Part at the caret", "在光标处拆开"),
        "here": say("Put the box after this paragraph", "链接框放到此段之后"),
        "box_starts": say("A box begins here", "链接框始于此"),
        "into_box": say("Part of the box above", "属于上面的链接框"),
        "box_ends": say("The box ends here", "链接框止于此"),
        "no_box": say("No box", "不是链接框"),
        "move": say("Move the box", "移动链接框"),
        "up": say("One paragraph up", "上移一段"),
        "down": say("One paragraph down", "下移一段"),
        "no_further": say("There is no further paragraph.", "没有更多段落了。"),
        "moving": say(
            "Choose the paragraph to which the box belongs (Esc: stop).",
            "点选链接框所属的段落（Esc 停止）。",
        ),
        "draft": say("Unsaved text was kept.", "保留了未保存的文字。"),
        "written": say("Written to the corrections.", "已写入更正文件。"),
        "undone": say("Taken back.", "已撤回。"),
        "renewed": say("The files changed; shown anew.", "文件已变，重新显示。"),
        "failed": say("That did not work (%).", "没有成功（%）。"),
        "gone_server": say(
            "The desk does not answer. All decisions so far are in the corrections file.",
            "服务没有响应。此前的决定都已写入更正文件。",
        ),
        "back_again": say("The desk answers again.", "服务已恢复。"),
        "setting": say("Setting the pages …", "正在排版……"),
        "no_pages": say("The pages could not be set.", "未能排出版面。"),
        "landed": say("On page %.", "在第%页。"),
        "not_set": say("This is on no page of the PDF.", "PDF 中没有这一段。"),
        "choose_page": say(
            "Choose a block to see the page on which it landed.", "选择一段，可见其所在的 PDF 页。"
        ),
        "page_picture": say("Page % of the PDF", "PDF 第%页"),
    }

"""Texts that nobody prints: one thing over and over. What is quadratic shows itself here."""

from __future__ import annotations

_LINES = {
    "blank lines": "\n",
    "lines of one character": "字\n",
    "pipes": "| a | b |\n",
    "headings": "一、标题\n\n",
    "the same number": "12\n\n",
    "boxes": "链接\n\n盒中文字。\n\n——出处\n\n",
    "box labels": "链接\n\n",
    "attributions": "——出处\n\n",
    "speakers": "记者：问题？\n\n答者：回答。\n\n",
    "headings of contents": "目 录\n",
    "unfinished paragraphs": "没有写完的话\n\n",
    "finished paragraphs": "写完了的话，有一个句号。\n\n",
    "hard-wrapped lines": "这一行有二十个字，不多也不少，正好二十个\n",
    "doubled seams": "山山水水山山\n\n水水山山水水\n\n",
    "notes": "文字①文字②。\n\n① 注。\n\n② 注。\n\n",
    "continuations": "文字（下转第3页）\n\n（上接第2页）文字\n\n",
    "mastheads": "ISSN 1234-5678\nCN 11-1111/D\n主编：张三\n定价：1元\n\n",
    "titles and names": "一个标题\n\n张三丰\n\n正文一句话。\n\n",
    "form feeds": "字\f",
}
_RUNS = {
    "one long line": "这是很长的一行，没有尽头",
    "one word": "字",
    "sentences": "一句话。",
    "marks": "，。；：“”（）《》",
    "opening quotation marks": "“",
    "straight quotation marks": '"',
    "closing brackets": "）》",
    "spaces": "字 ",
    "pipes in a row": "|",
    "dashes": "—",
    "points": ".",
    "ellipses": "…",
    "dollars": "$",
    "formulas": "$x_{1}$",
    "braces": "_{",
    "e-mail": "a@",
    "addresses": "www.a.",
    "Latin": "word ",
    "digits": "1",
    "commas": "字,",
    "indents": "\u3000",
    "stars": "**",
    "circled numbers": "①",
}


def monsters(size: int) -> dict[str, str]:
    """Texts of about ``size`` characters each, by name."""
    made = {name: part * (size // len(part)) for name, part in (_LINES | _RUNS).items()}
    made["blank lines"] = f"一\n{made['blank lines']}二\n"
    made["indents"] += "字"
    made["brackets within brackets"] = "（" * (size // 2) + "）" * (size // 2)
    made["combining marks"] = "字" + "\u0301" * size
    made["numbers"] = "\n".join(str(n) for n in range(size // 5))
    made["contents"] = "目录\n\n" + "标题 …… 张三 12\n" * (size // 14)
    made["different contents"] = "目录\n\n" + "\n".join(
        f"标题之{n} …… 张三 {n}" for n in range(size // 16)
    )
    made["different headings"] = "\n\n".join(f"{n}.标题" for n in range(size // 9))
    made["titles of many articles"] = (
        "目录\n\n"
        + "\n".join(f"文章的标题之{n} …… 张三 {n}" for n in range(size // 60))
        + "\n\n"
        + "\n\n".join(
            f"文章的标题之{n}\n\n张三\n\n第{n}篇的正文，一句话。" for n in range(size // 60)
        )
    )
    return made

"""Diagnostic rules of segmenting, parsing and proofing."""

from converter.diagnostics.core import Rule, Severity

_LOOK = ("Compare with the scan.", "请对照扫描件。")

RULES: tuple[Rule, ...] = (
    Rule(
        "MST001", Severity.WARNING,
        "no masthead was found", "没有找到版权页（刊头）",
        ("Title, issue and date of the e-book are then unknown.", "电子书的刊名、期号和日期因此不明。"),
        ("Add the lines of the masthead to the file, or correct the model.", "在文件中补上版权页各行，或在模型中更正。"),
        example="a file that begins with the first article",
    ),
    Rule(
        "TOC001", Severity.WARNING,
        "no table of contents was found; articles are told by their shape alone",
        "没有找到目录，只能凭版式判断文章的起止",
        ("Titles, authors and sections cannot be checked against the contents.", "标题、作者和栏目无从与目录核对。"),
        ("Add the contents to the file, or check the articles one by one.", "在文件中补上目录，或逐篇核对。"),
        example="a truncated file",
    ),
    Rule(
        "TOC003", Severity.WARNING,
        "the contents hold “{text}”, which is neither a section nor an entry", "目录中的“{text}”既不是栏目也不是条目",
        ("It is left out of the contents.", "这些字未收入目录。"),
        ("Check whether an entry was misread.", "请查看是否有条目被误读。"),
        example="a slogan between two sections",
    ),
    Rule(
        "ART001", Severity.WARNING,
        "the article “{title}” is not in the contents", "文章“{title}”不在目录中",
        ("The contents are incomplete, or a heading was taken for a title.", "目录不全，或小标题被当成了标题。"),
        ("Check the contents in the scan.", "请核对扫描件的目录。"),
        example="an article whose line of the contents the OCR lost",
    ),
    Rule(
        "ART002", Severity.ERROR,
        "the contents list “{title}”, but no such article was found", "目录列有“{title}”，正文中却没有找到",
        ("Text is missing, or its title was read quite differently.", "正文缺失，或标题误读严重。"),
        ("Search the file for the first words of the article; correct its title.", "在文件中查找该文开头，并更正标题。"),
        example="a page that was not scanned",
    ),
    Rule(
        "ART004", Severity.WARNING,
        "text before the first article belongs to none: “{text}…”", "第一篇文章之前有不属于任何文章的文字：“{text}……”",
        ("It is kept as front matter.", "已作为卷首内容保留。"),
        ("Check whether a title before it was lost.", "请查看其前是否缺了标题。"),
        example="an unsigned note on the page after the contents",
    ),
    Rule(
        "ART005", Severity.WARNING,
        "“{text}” has no partner", "“{text}”没有对应的另一半",
        ("The two halves of the article could not be joined.", "文章的前后两部分未能接上。"),
        ("Look for the other half; a page may be missing.", "请查找另一半，可能缺页。"),
        example="（下转第40页） without 上接",
    ),
    Rule(
        "HEA001", Severity.INFO,
        "“{text}” stood twice at the seam of two pages and was kept once", "“{text}”在两页接缝处重复，只保留一次",
        ("OCR sometimes completes a cut word and then reads it again.", "OCR 有时先补全被切断的词，又在下页再读一遍。"),
        _LOOK,
        example="……的思想 | 思想……",
    ),
    Rule(
        "HEA002", Severity.WARNING,
        "“{char}” stands on both sides of a seam; both were kept", "接缝两侧都是“{char}”，两个字都保留了",
        ("One of the two may be a repetition by the OCR.", "其中一个可能是 OCR 重复。"),
        _LOOK,
        example="……大会 | 会议……",
    ),
    Rule(
        "HEA003", Severity.WARNING,
        "the paragraph stops in the middle of a sentence: “…{end}”", "段落在句中中断：“……{end}”",
        ("Text is missing, or the next piece was not recognised as its continuation.", "文字缺失，或后文未被识别为续文。"),
        ("Compare with the scan; join the pieces by a correction.", "请对照扫描件，必要时用更正文件接合。"),
        example="a line lost at the foot of a page",
    ),
    Rule(
        "BOX001", Severity.INFO,
        "the box “{label}” has no attribution", "“{label}”框没有注明出处",
        ("Where it ends is then told by its shape alone.", "因此只能凭版式判断其结尾。"),
        ("Check that the box ends where it should.", "请查看该框是否止于应止之处。"),
        example="链接 …… without ——",
    ),
    Rule(
        "BOX002", Severity.WARNING,
        "the box “{label}” is empty", "“{label}”框是空的",
        ("Its text was lost, or the label is a running head.", "框内文字缺失，或该标签只是书眉。"),
        ("Compare with the scan.", "请对照扫描件。"),
        example="链接 at the end of the file",
    ),
)

"""What went wrong, in the user's language.

An error carries an English sentence, made where it is raised. Here are the same sentences in
Chinese, found by their English form: what stands in braces is taken over as it is, but for
``reason`` and ``rest``, which are looked up in turn. A sentence that is not listed stays
English, and a test knows which ones must be listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from converter.cli.language import language

_SENTENCES = (
    # Reading.
    ("cannot read {path}: no such file or folder", "无法读取 {path}：没有这个文件或文件夹"),
    ("cannot read the list {path}: {reason}", "无法读取清单 {path}：{reason}"),
    ("cannot read the {noun} {path}: no such file", "无法读取{noun} {path}：没有这个文件"),
    (
        "cannot read the {noun} {path}: {reason}",
        "无法读取{noun} {path}：{reason}",
    ),
    ("cannot read {path}: {reason}", "无法读取 {path}：{reason}"),
    ("it is a link that leads nowhere", "是一个失效的链接"),
    (
        "{path}: the folder holds no .txt file and no model (.json)",
        "{path}：文件夹中没有 .txt 文件，也没有模型（.json）",
    ),
    ("{path}: no file matches", "{path}：没有相符的文件"),
    ("the name of an input is empty", "输入的名称是空的"),
    (
        "{one} and {other} would both be written as {result}; convert them to different folders",
        "{one} 与 {other} 都会写成 {result}；请分别输出到不同的文件夹",
    ),
    ("{name}: not a text file but {reason}", "{name}：不是文本文件，而是{reason}"),
    ("{name}: the file holds no text", "{name}：文件中没有文字"),
    (
        "{name}: not a text file (it is full of control characters)",
        "{name}：不是文本文件（满是控制字符）",
    ),
    ("{name}: not a text file (it holds NUL bytes)", "{name}：不是文本文件（含有 NUL 字节）"),
    (
        "{name}: the file says it is {label} but byte {at} is not",
        "{name}：文件标明编码为 {label}，但第 {at} 字节不符",
    ),
    (
        "{name}: not text in UTF-8, UTF-16, GB18030 or Big5; save it as UTF-8 and try again",
        "{name}：不是 UTF-8、UTF-16、GB18030 或 Big5 文本；请另存为 UTF-8 后再试",
    ),
    ("a PDF file; export its OCR text first", " PDF 文件；请先导出其识别文本"),
    (
        "a ZIP, EPUB or Office file; export its text first",
        " ZIP、EPUB 或 Office 文件；请先导出文本",
    ),
    ("a picture; run OCR on it first", "图片；请先作文字识别"),
    ("a TIFF picture; run OCR on it first", " TIFF 图片；请先作文字识别"),
    ("an old Office file; export its text first", "旧版 Office 文件；请先导出文本"),
    ("an RTF file; export its text first", " RTF 文件；请先导出文本"),
    ("a compressed file; unpack it first", "压缩文件；请先解压"),
    ("the input is nested too deeply", "输入嵌套过深"),
    ("not a Fukan model: {faults}", "不是复刊的模型：{faults}"),
    (
        "the model has schema version {found}, this program reads {known}",
        "模型的格式版本为 {found}，本程序只读版本 {known}",
    ),
    # Profiles, corrections and glossaries.
    (
        "{path}:{line}: a {noun} must be UTF-8; save it as UTF-8",
        "{path}:{line}：{noun}须为 UTF-8 编码；请另存为 UTF-8",
    ),
    ("{path}:{line}: this is not TOML: {why}", "{path}:{line}：不合 TOML 格式：{why}"),
    ("unknown {what} “{key}”; {reason}", "没有“{key}”这一项；{reason}"),
    ("did you mean “{near}”?", "是否应为“{near}”？"),
    ("known are {known}", "可用的有 {known}"),
    ("“{key}” is missing here", "此处缺少“{key}”"),
    (
        "“{key}” must be a text in quotation marks, not {value}",
        "“{key}”须为引号中的文字，不能是 {value}",
    ),
    (
        "“{key}” must be a list of texts in square brackets, not {value}",
        "“{key}”须为方括号中的一列文字，不能是 {value}",
    ),
    (
        "“{key}” must hold texts in quotation marks only, not {value}",
        "“{key}”中只能有引号中的文字，不能是 {value}",
    ),
    ("“{key}” must be a whole number, not {value}", "“{key}”须为整数，不能是 {value}"),
    (
        "“{key}” must be between {least} and {most}, not {value}",
        "“{key}”须在 {least} 与 {most} 之间，不能是 {value}",
    ),
    ("“{key}” must be true or false, not {value}", "“{key}”须为 true 或 false，不能是 {value}"),
    (
        "“{key}” must be a table ([{name}]), not {value}",
        "“{key}”须为表（[{name}]），不能是 {value}",
    ),
    (
        "“{key}” must be tables ([[{name}]]), not {value}",
        "“{key}”须为表（[[{name}]]），不能是 {value}",
    ),
    ("“{key}” holds an empty text", "“{key}”中有空的文字"),
    ("“{text}” is no {what}; there are {known}", "没有“{text}”这种 {what}；可用的有 {known}"),
    (
        "“{value}” is not a colour; write # and six hexadecimal digits (#8c2f24)",
        "“{value}”不是颜色；请写 # 与六位十六进制数字（#8c2f24）",
    ),
    (
        "there is no diagnostic “{code}”; fukan explain lists them",
        "没有诊断 “{code}”；fukan explain 列出全部",
    ),
    ("“size” must be a number of points, such as 10.5", "“size”须为磅数，例如 10.5"),
    (
        "{files} both apply to {issue}; name one with --profile",
        "{files} 都适用于 {issue}；请用 --profile 指定一个",
    ),
    # Options.
    ("{option}: there is no file {path}", "{option}：没有文件 {path}"),
    ("{option}: {path} is not a folder", "{option}：{path} 不是文件夹"),
    ("{option}: {value} makes no sense", "{option}：{value} 没有意义"),
    ("{option}: {value} is none of {known}", "{option}：{value} 不在 {known} 之中"),
    (
        "--size: {size} pt is not between {least} and {most}",
        "--size：{size} 磅不在 {least} 与 {most} 之间",
    ),
    ("--theme: {theme} is not the name of a theme", "--theme：{theme} 不是版式主题的名称"),
    ("--cover: cannot use {path}: {reason}", "--cover：无法使用 {path}：{reason}"),
    (
        "it is no picture that can be read (JPEG and PNG are best)",
        "不是可读的图片（最好用 JPEG 或 PNG）",
    ),
    (
        "--only-traditional needs --traditional tw, hk or t",
        "--only-traditional 须与 --traditional tw、hk 或 t 同用",
    ),
    (
        "--signature needs --pdf press: no other edition is printed on sheets",
        "--signature 须与 --pdf press 同用：只有付印版按印张补页",
    ),
    (
        "--certified-by needs --conforms-to, which says what was certified",
        "--certified-by 须与 --conforms-to 同用，后者说明所认证的标准",
    ),
    (
        "SOURCE_DATE_EPOCH must be seconds since 1970, not {told}",
        "SOURCE_DATE_EPOCH 须为 1970 年以来的秒数，不能是 {told}",
    ),
    (
        "--glossary needs --traditional or --simplified: it is for another script's edition",
        "--glossary 须与 --traditional 或 --simplified 同用：它只用于另一种字形的版本",
    ),
    ("--article previews one issue; name a single file", "--article 只预览一期；请只给一个文件"),
    (
        "--article makes a PDF; leave --format epub out",
        "--article 只生成 PDF；请去掉 --format epub",
    ),
    (
        "--article: {name} has {count} articles, not {wanted}",
        "--article：{name} 只有 {count} 篇文章，没有第 {wanted} 篇",
    ),
    (
        "--output takes one issue; leave it out to print several models",
        "--output 只用于一期；输出几期的模型时请去掉它",
    ),
    (
        "--serve writes corrections and shows what they do; leave --no-corrections out",
        "--serve 要写入并显示更正；请去掉 --no-corrections",
    ),
    ("--port: {port} is not between 0 and 65535", "--port：{port} 不在 0 与 65535 之间"),
    ("{path} exists already; --force replaces it", "{path} 已经存在；用 --force 覆盖"),
    ("there is no diagnostic {code}; did you mean {near}?", "没有诊断 {code}；是否应为 {near}？"),
    (
        "there is no diagnostic {code}; fukan explain lists them all",
        "没有诊断 {code}；fukan explain 列出全部",
    ),
    (
        "--base-url: {url} is not an address such as {example}",
        "--base-url：{url} 不是网址，应如 {example}",
    ),
    (
        "there is no folder {path}; {reason}",
        "没有文件夹 {path}；{reason}",
    ),
    (
        "{path} holds no converted issue; {reason}",
        "{path} 中没有已转换的刊物；{reason}",
    ),
    ("the model of {name} has gone; convert it again", "{name} 的模型已不在；请重新转换"),
    (
        "{path} is a model; review compares an issue with its OCR text (.txt)",
        "{path} 是模型；review 将一期刊物与其识别文本（.txt）对照",
    ),
    ("convert some first: {command}", "请先转换几期：{command}"),
    ("there is no diagnostic {code}", "没有诊断 {code}"),
    (
        "there is no cleaning rule {name}; there are {known}",
        "没有清理规则 {name}；可用的有 {known}",
    ),
    ("--port {port}: {reason}; choose another one", "--port {port}：{reason}；请换一个"),
    (
        "--output-profile: {path} is not the ICC profile of a CMYK press",
        "--output-profile：{path} 不是 CMYK 印刷的 ICC 特性文件",
    ),
    (
        "--theme: there is no theme {name} in styles/themes",
        "--theme：styles/themes 中没有主题 {name}",
    ),
    (
        "--templates: the page is not well-formed near {place} ({error})",
        "--templates：页面在 {place} 附近不合格式（{error}）",
    ),
    ("--templates: {name}: {reason}", "--templates：{name}：{reason}"),
    ("styles: {reason}", "样式：{reason}"),
    ("tokens need one another in a circle: {names}", "变量循环引用：{names}"),
    ("unknown token --{name}", "没有变量 --{name}"),
    # Writing.
    ("cannot make the output folder {path}: {reason}", "无法建立输出文件夹 {path}：{reason}"),
    ("cannot write to the output folder {path}: {reason}", "无法写入输出文件夹 {path}：{reason}"),
    ("cannot write {path}: {reason}", "无法写入 {path}：{reason}"),
    (
        "{path} is on a disk that cannot lock files: {reason}",
        "{path} 所在的磁盘不能锁定文件：{reason}",
    ),
    ("cannot print: {reason}", "无法输出：{reason}"),
    # What is missing or runs out.
    ("no font with Chinese characters is installed; {reason}", "没有安装中文字体；{reason}"),
    ("the system library {name} is missing; {rest}", "缺少系统程序库 {name}；{rest}"),
    ("the system libraries {names} are missing; {rest}", "缺少系统程序库 {names}；{rest}"),
    ("on Debian or Ubuntu run: {command}", "在 Debian 或 Ubuntu 上请执行：{command}"),
    (
        "a system library that WeasyPrint needs is missing ({error}); on Debian: {command}",
        "缺少 WeasyPrint 所需的系统程序库（{error}）；在 Debian 上请执行：{command}",
    ),
    (
        (
            "the worker on {host} has other {those} than this machine; "
            "install the same versions on both"
        ),
        "{host} 上的工作进程与本机的 {those} 不同；请在两边安装相同版本",
    ),
    (
        "the search index needs Pagefind, which does not run here ({error})",
        "检索索引需要 Pagefind，此处无法运行（{error}）",
    ),
    ("Pagefind failed: {said}", "Pagefind 失败：{said}"),
    ("--scheduler needs Dask: {command}", "--scheduler 需要 Dask：{command}"),
    (
        "--scheduler: no Dask scheduler answers at {address}",
        "--scheduler：{address} 没有 Dask 调度程序应答",
    ),
    ("took longer than {limit} s (--time-limit)", "用时超过 {limit} 秒（--time-limit）"),
    ("needs more memory than there is", "内存不足"),
    ("needs more memory than {limit} (--memory-limit)", "所需内存超过 {limit}（--memory-limit）"),
    ("not enough memory for this input", "内存不足以处理此输入"),
    (
        "a fault of the program ({said}); please report it with {path}",
        "程序出错（{said}）；请连同 {path} 一并报告",
    ),
    ("interrupted", "已中断"),
    (
        "{path}: its model beside it is converted instead",
        "{path}：改为转换旁边的模型",
    ),
    (
        (
            "--vertical: only issues in Traditional Chinese get vertical lines; "
            "--traditional tw, hk or t makes such an edition"
        ),
        "--vertical：只有繁体才竖排；--traditional tw、hk 或 t 可另出繁体版",
    ),
    ("disk full", "磁盘已满"),
    ("the name of the folder is empty", "文件夹的名称是空的"),
    # What argparse says of the command line.
    ("argument {name}: {reason}", "参数 {name}：{reason}"),
    ("the following arguments are required: {names}", "缺少参数 {names}"),
    ("unrecognized arguments: {names}", "没有这样的参数：{names}"),
    ("ambiguous option: {name} could match {names}", "选项 {name} 不明确，可能是 {names}"),
    ("expected one argument", "缺少值"),
    ("expected at least one argument", "至少需要一个值"),
    ("ignored explicit argument {given}", "此选项没有值，不应写 {given}"),
    ("not allowed with argument {name}", "不能与 {name} 同用"),
    ("invalid choice: {given} (choose from {names})", "没有 {given}（可选：{names}）"),
    ("invalid int value: {given}", "{given} 不是整数"),
    ("invalid float value: {given}", "{given} 不是数"),
    ("{given} is no port (0 to 65535)", "{given} 不是端口（0 至 65535）"),
    # What the system says.
    ("No such file or directory", "没有这个文件或文件夹"),
    ("Permission denied", "没有权限"),
    ("File exists", "已有同名文件"),
    ("Is a directory", "是一个文件夹"),
    ("Not a directory", "不是文件夹"),
    ("No space left on device", "磁盘已满"),
    ("Read-only file system", "磁盘只读"),
    ("File name too long", "文件名过长"),
    ("Too many open files", "打开的文件过多"),
    ("Input/output error", "磁盘读写出错"),
    ("Disk quota exceeded", "超出磁盘配额"),
    ("Operation not permitted", "不允许这样操作"),
    ("Address already in use", "端口已被占用"),
    # Of one input among several, and of one line of a file: what follows says the rest.
    ("{path}:{line}: {rest}", "{path}:{line}：{rest}"),
    ("{path}: {rest}", "{path}：{rest}"),
)
_NOUNS = {"profile": "体例文件", "corrections file": "更正文件", "glossary": "词汇表"}
_INNER = frozenset({"reason", "rest"})
_NUMBERS = frozenset({"line", "at", "count"})


def fault(text: str) -> str:
    """The sentence of an error as the user reads it."""
    return (in_chinese(text) or text) if language() == "zh" else text


def in_chinese(text: str) -> str | None:
    """An English sentence in Chinese; ``None`` for one that is not listed."""
    for english, chinese in (*_SENTENCES, *_headless()):
        values = _values(english, text)
        if values is None:
            continue
        for name in _INNER & values.keys():
            inner = in_chinese(values[name])
            if inner is None and name == "rest":
                break
            values[name] = inner or values[name]
        else:
            if "noun" in values:
                values["noun"] = _NOUNS.get(values["noun"], values["noun"])
            return chinese.format_map(values)
    return None


def _headless() -> Iterator[tuple[str, str]]:
    """What is said of a file where its name stands in another column."""
    for english, chinese in _SENTENCES:
        for head in ("{name}: ", "{path}: "):
            if english.startswith(head) and english != f"{head}{{rest}}":
                yield english.removeprefix(head), chinese.removeprefix(f"{head[:-2]}：")


def _values(sentence: str, text: str) -> dict[str, str] | None:
    """What stands for the names in braces, the shortest that fits; ``None`` if it does not."""
    values: dict[str, str] = {}
    name, at = "", 0
    parts = [(part, field) for part, field, _, _ in Formatter().parse(sentence)]
    if parts[-1][1] is not None:
        parts.append(("", None))
    for number, (part, field) in enumerate(parts):
        if not name:
            if not text.startswith(part, at):
                return None
            at += len(part)
        else:
            last = number == len(parts) - 1
            end = len(text) - len(part) if last else text.find(part, at + 1)
            value = text[at : max(end, at)]
            if end <= at or not text.startswith(part, end):
                return None
            if name in _NUMBERS and not value.isdigit():
                return None
            values[name], at = value, end + len(part)
        name = field or ""
    return values if at == len(text) else None

"""EPUBCheck kept running: the first book takes five seconds, every other one a third of one.

A process of its own, so that a Java machine that fails takes no test run with it. Reads
the path of a book from each line of standard input; answers each with one line of JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import jpype


def main(jar: str) -> None:
    # A short life: compile little, collect garbage in one thread.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-Xmx512m")
    jpype.startJVM(*quick, classpath=[jar], convertStrings=True)
    checker = jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        options = ["--usage", "--quiet", "--locale", "en", "--json", str(answer)]
        for line in sys.stdin:
            answer.unlink(missing_ok=True)
            checker().run([line.rstrip("\n"), *options])
            sys.stdout.write(json.dumps(json.loads(answer.read_text(encoding="utf-8"))) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])

#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that the blocks of a README are true.

usage: check_readme.py --root DIR FILE -- COMPILER FLAG...
       check_readme.py --self-test -- COMPILER FLAG...

Every ```cpp block compiles. A comment just above a block ties it to a file of the project:
    <!-- example: examples/NAME.cpp -->   the block is that file, but for its SPDX line
    <!-- output: examples/NAME -->        the block is what that example prints (examples/NAME.out)
    <!-- error: tests/fail/NAME.cpp -->   the block holds the first error that GCC prints for that file
    <!-- program: NAME -->                it is run by tests/clients/check_walkthroughs.py
    <!-- prints: NAME NAME... -->         the blocks of these names print that when they are run there
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\w*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
MARKER = re.compile(r"<!-- (\w+): (\S.*) -->\s*\Z")
SPDX = re.compile(r"\A// SPDX-License-Identifier: .*\n+")


def blocks(text):
    """(line number, language, marker, path, body) of each fenced block"""
    for fence in FENCE.finditer(text):
        marker = MARKER.search(text[: fence.start()])
        line = text.count("\n", 0, fence.start()) + 1
        yield line, fence[1], marker and marker[1], marker and marker[2], fence[2]


def is_gcc(compiler):
    version = subprocess.run([*compiler, "--version"], capture_output=True, text=True).stdout
    return "clang" not in version


def syntax_only(compiler, file):
    run = subprocess.run(
        [*compiler, "-fsyntax-only", "-fno-diagnostics-show-caret" if is_gcc(compiler) else "-fno-caret-diagnostics", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    return run.returncode, run.stdout


def difference(expected, found, path):
    lines = difflib.unified_diff(expected.strip().splitlines(), found.strip().splitlines(), path, "README", lineterm="")
    return "\n".join(lines)


def words(text):
    return " ".join(text.split())


def problems(readme, root, compiler):
    for line, language, marker, path, body in blocks(readme.read_text()):
        where = f"{readme}:{line}"
        if language == "cpp":
            with tempfile.TemporaryDirectory() as scratch:
                file = pathlib.Path(scratch, "block.cpp")
                file.write_text(body)
                status, output = syntax_only(compiler, file)
                if status != 0:
                    yield f"{where}: the block does not compile\n{output}"
        if marker in (None, "program", "prints"):
            continue
        if marker not in ("example", "output", "error"):
            yield f"{where}: unknown marker {marker}"
            continue
        source = root / (path + ".out" if marker == "output" else path)
        if not source.exists():
            yield f"{where}: {source} does not exist"
        elif marker == "example":
            if diff := difference(SPDX.sub("", source.read_text()), body, path):
                yield f"{where}: the block is not {path}\n{diff}"
        elif marker == "output":
            if diff := difference(source.read_text(), body, path):
                yield f"{where}: {path} prints something else\n{diff}"
        elif marker == "error":
            # Compilers differ in their words, so the page shows those of one.
            if not is_gcc(compiler):
                continue
            _, output = syntax_only(compiler, source)
            first = re.search(r"\berror: .*", output)
            if not first:
                yield f"{where}: GCC accepts {path}"
            elif words(first[0]) not in words(body):
                yield f"{where}: GCC's first error for {path} is not in the block\n{first[0]}"


def self_test(compiler):
    good = """\
Text with `code`.

<!-- example: examples/one.cpp -->
```cpp
int main() {}
```
<!-- output: examples/one -->
```text
hello
```
<!-- error: tests/fail/one.cpp -->
```text
error: static assertion failed:
   variable_exists: foo/v
```
```sh
cmake -B build
```
```cmake
find_package(xscope)
```
```
anything
```
<!-- program: one.py -->
```python
print("one")
```
<!-- prints: one.py two.py -->
```text
one
```
"""
    cases = [
        ("", "", None),
        ("int main() {}", "int main() { return 1; }", "the block is not examples/one.cpp"),
        ("int main() {}", "int main( {}", "the block does not compile"),
        ("hello", "hallo", "prints something else"),
        ("examples/one.cpp", "examples/two.cpp", "does not exist"),
        ("<!-- output", "<!-- outputs", "unknown marker"),
    ]
    if is_gcc(compiler):
        cases.append(("foo/v", "foo/w", "GCC's first error for"))
        cases.append(("tests/fail/one.cpp", "examples/one.cpp", "GCC accepts"))
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        (root / "examples").mkdir()
        (root / "tests/fail").mkdir(parents=True)
        spdx = "// SPDX-License-Identifier: BSD-3-Clause\n"
        (root / "examples/one.cpp").write_text(spdx + "int main() {}\n")
        (root / "examples/one.out").write_text("hello\n")
        (root / "tests/fail/one.cpp").write_text('static_assert(false, "variable_exists: foo/v");\n')
        readme = root / "README.md"
        for old, new, expected in cases:
            readme.write_text(good.replace(old, new) if old else good)
            found = list(problems(readme, root, compiler))
            if bool(found) != bool(expected) or expected and not any(expected in text for text in found):
                wrong += 1
                print(f"{old!r} -> {new!r}: expected {expected!r}, found {found!r}")
    return wrong


def main():
    split = sys.argv.index("--")
    arguments, compiler = sys.argv[1:split], sys.argv[split + 1 :]
    if arguments == ["--self-test"]:
        return 1 if self_test(compiler) else 0
    _, root, readme = arguments
    found = list(problems(pathlib.Path(readme), pathlib.Path(root), compiler))
    for text in found:
        print(text)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

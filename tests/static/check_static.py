#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compile a file of assertions: no output, and no xtensor among what it includes.

usage: check_static.py FILE -- COMPILER FLAG...
       check_static.py --self-test -- COMPILER FLAG...
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def problem(file, compiler):
    """What is wrong with the file, or None."""
    with tempfile.TemporaryDirectory() as scratch:
        depends = pathlib.Path(scratch, "depends")
        # -MD and not -MMD: xtensor's headers are system headers.
        run = subprocess.run(
            [*compiler, "-fsyntax-only", "-MD", "-MF", depends, file],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if run.returncode != 0 or run.stdout:
            return run.stdout or f"the compiler returned {run.returncode}"
        heavy = re.search(r"\S*/(xtensor|xtl)/\S*\.hpp", depends.read_text())
        return heavy and f"{file}: a static test includes {heavy[0]}"


def self_test(compiler):
    cases = {
        "good.cpp": ("#include <vector>\nstatic_assert(true);\n", None),
        "fails.cpp": ("static_assert(1 == 2);\n", "error"),
        "warns.cpp": ("int f(int a) { return 0; }\n", "unused"),
        "light.cpp": ("#include <xscope/graph.hpp>\n", None),
        "heavy.cpp": ("#include <xtensor/xtensor.hpp>\n", "a static test includes"),
    }
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        # The stand-in has to be where a heavy header would be, not how big one would be.
        pathlib.Path(scratch, "xtensor").mkdir()
        pathlib.Path(scratch, "xtensor", "xtensor.hpp").touch()
        for name, (text, expected) in cases.items():
            file = pathlib.Path(scratch, name)
            file.write_text(text)
            found = problem(file, [*compiler, f"-I{scratch}"])
            if (found is None) != (expected is None) or expected and expected not in found:
                wrong += 1
                print(f"{name}: expected {expected!r}, found {found!r}")
    return wrong


def main():
    split = sys.argv.index("--")
    (subject,), compiler = sys.argv[1:split], sys.argv[split + 1 :]
    if subject == "--self-test":
        return 1 if self_test(compiler) else 0
    found = problem(subject, compiler)
    if found:
        print(found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

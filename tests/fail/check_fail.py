#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compile a file that holds one mistake and judge what the compiler says about it.

usage: check_fail.py [--twin | --self-test] FILE -- COMPILER FLAG...

Line 1 of the file:   // expect: <code>: <text>; <text>...
By itself the file must be refused with exactly one error, whose line holds the code and each text, is one of the first
five of at most 30, although warnings are on. With TWIN defined (--twin) the mistake is gone and it must compile in
silence.

Where the mistake is one of C++, the compiler says so first, wherever that is, and the error above is the only other one:
   // after: <text>       on line 2

--self-test FILE has the harness judge the file both ways and expects it to be refused for the reason that line 2 gives:
   // refused: <text>
"""

import os
import pathlib
import re
import subprocess
import sys

MOST_LINES = 30
LAST_LINE_OF_SENTENCE = 5
UNFILLED = re.compile(r"\{[a-z_]+\}")  # what is left of a message where its fault has no evidence for it
QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')


def joined(line):
    """The line with its quoted pieces joined: compilers print text computed in parts as {"ab"}, text<1>{"c"}."""
    pieces = list(QUOTED.finditer(line))
    if not pieces:
        return line
    return line[: pieces[0].start()] + "".join(p[1] for p in pieces) + line[pieces[-1].end() :]


def compile_file(file, compiler, *flags):
    # Without the source echo: it would show the assertion's own text, and every expectation would be found there.
    version = subprocess.run([*compiler, "--version"], capture_output=True, text=True).stdout
    silent = "-fno-caret-diagnostics" if "clang" in version else "-fno-diagnostics-show-caret"
    run = subprocess.run(
        [*compiler, "-fsyntax-only", silent, *flags, file],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    return run.returncode, run.stdout


def judge_mistake(file, compiler):
    """What is wrong with the refusal, or None."""
    first, second = pathlib.Path(file).read_text().split("\n", 2)[:2]
    expect = re.fullmatch(r"// expect: (\w+): (.+)", first)
    if not expect:
        return f"line 1 is not '// expect: <code>: <text>' but: {first}"
    wanted = [expect[1], *(text.strip() for text in expect[2].split(";") if text.strip())]

    status, output = compile_file(file, compiler, "-Wall")
    lines = output.splitlines()
    errors = [line for line in lines if re.search(r"\berror:", line)]
    if status == 0:
        return f"it compiles\n{output}"
    if not errors:
        return f"the compiler failed without an error line\n{output}"
    after = re.fullmatch(r"// after: (.+)", second)
    if after:
        if after[1] not in errors[0]:
            return f"not in the compiler's own error: {after[1]}\n{output}"
        errors = errors[1:]
        if not errors:
            return f"the compiler's own error is the only one\n{output}"
    said = errors[0], joined(errors[0])
    missing = [text for text in wanted if not any(text in line for line in said)]
    if missing:
        return f"not in the first error: {missing}\n{output}"
    if UNFILLED.search(said[1]):
        return f"a slot of the message is not filled: {UNFILLED.search(said[1])[0]}\n{output}"
    if len(errors) != 1:
        return f"{len(errors)} errors instead of 1\n{output}"
    if after:
        return None
    if len(lines) > MOST_LINES:
        return f"{len(lines)} lines of output, {MOST_LINES} are allowed\n{output}"
    line = lines.index(errors[0]) + 1
    if line > LAST_LINE_OF_SENTENCE:
        return f"the sentence is in line {line}, it should be among the first {LAST_LINE_OF_SENTENCE}\n{output}"
    return None


def judge_twin(file, compiler):
    status, output = compile_file(file, compiler, "-DTWIN")
    return None if status == 0 and not output else f"the twin does not compile in silence\n{output}"


def self_test(file, compiler):
    line = pathlib.Path(file).read_text().splitlines()[1]
    reason = re.fullmatch(r"// refused: (.+)", line)
    if not reason:
        return f"line 2 is not '// refused: <text>' but: {line}"
    found = judge_mistake(file, compiler) or judge_twin(file, compiler) or "nothing"
    if reason[1] in found.splitlines()[0]:
        return None
    return f"the harness should have found: {reason[1]}\nit found: {found}"


def main():
    split = sys.argv.index("--")
    *mode, file = sys.argv[1:split]
    judge = {(): judge_mistake, ("--twin",): judge_twin, ("--self-test",): self_test}[tuple(mode)]
    found = judge(file, sys.argv[split + 1 :])
    if found:
        print(f"{file}: {found}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: BSD-3-Clause
"""Compiles what was generated, with the flags of a user, and tells which case an error belongs to."""

import os
import pathlib
import re
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"


class Compiler:
    """A compiler with the flags of a user; what it says is not cut short, and has no source text in it."""

    def __init__(self, command):
        version = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=True).stdout
        whole = ["-ferror-limit=0", "-fno-caret-diagnostics"] if "clang" in version else ["-fno-diagnostics-show-caret"]
        self.command = [*command, *whole]

    @classmethod
    def plain(cls, compiler):
        return cls([compiler, "-std=c++20", f"-I{INCLUDE}"])

    def __call__(self, directory, *arguments):
        return run([*self.command, f"-I{HERE}", f"-I{directory}", *arguments])

    def syntax(self, file, directory, *arguments):
        return self(directory, "-fsyntax-only", *arguments, str(file))


def run(command):
    """(status, output, seconds)"""
    started = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C"})
    return done.returncode, done.stdout, time.monotonic() - started


def owner(line, starts):
    """The case whose text a line of a file is."""
    return max((start, case) for start, case in starts if start <= line or start == starts[0][0])[1]


def errors_by_case(file, starts, output):
    """The error lines of each case. An error within the library belongs to the line of the file that it was required
    from, which GCC names before the error and Clang after it."""
    here = re.compile(rf"{re.escape(str(file))}:(\d+):")
    found, waiting, last = {}, [], None
    for line in output.splitlines():
        place = here.match(line)
        if place:
            last = owner(int(place[1]), starts)
        if "error:" in line:
            if place or last:
                found.setdefault(last, []).append(line)
            else:
                waiting.append(line)
        elif place and waiting:
            found.setdefault(last, []).extend(waiting)
            waiting = []
    if waiting:
        found.setdefault(starts[0][1], []).extend(waiting)
    return found


def alone(file, starts, case):
    """The text of the file with only one of its cases."""
    lines = file.read_text().splitlines(keepends=True)
    bounds = [start - 1 for start, _ in starts] + [len(lines) - 1]
    at = next(i for i, (_, name) in enumerate(starts) if name == case)
    return "".join([*lines[: bounds[0]], *lines[bounds[at] : bounds[at + 1]], lines[-1]])


def judge_static(compiler, directory, file, starts):
    """What fails in a file with many cases. GCC takes true assertions for false after an error in a function's body,
    so that each is looked at again by itself."""
    status, output, seconds = compiler.syntax(file, directory)
    if status == 0:
        return {}, seconds
    suspects = errors_by_case(file, starts, output)
    found = {}
    for case in suspects if len(starts) > 1 else ():
        own = file.with_name(f"alone_{file.name}")
        own.write_text(alone(file, starts, case))
        again, said, more = compiler.syntax(own, directory)
        seconds += more
        if again != 0:
            found[case] = [line for line in said.splitlines() if "error:" in line]
        own.unlink()
    found = found or suspects or {starts[0][1]: output.splitlines()[:20]}
    return {case: (file.name, "\n".join(lines[:6])) for case, lines in found.items()}, seconds


def judge_fail(compiler, directory, file, starts):
    """Refused with the text of the first line in an error, and accepted with TWIN defined."""
    needle = re.fullmatch(r"// expect: (.+)", file.read_text().split("\n", 1)[0])[1]
    case = starts[0][1]
    status, output, seconds = compiler.syntax(file, directory)
    errors = [line for line in output.splitlines() if "error:" in line]
    if status == 0:
        return {case: (file.name, "it compiles")}, seconds
    if not any(needle in line for line in errors):
        return {case: (file.name, f"no error says {needle!r}:\n" + "\n".join(errors[:4]))}, seconds
    status, output, more = compiler.syntax(file, directory, "-DTWIN")
    if status != 0:
        lines = [line for line in output.splitlines() if "error:" in line][:4]
        said = "without the mistake it does not compile either:\n" + "\n".join(lines)
        return {case: (file.name, said)}, seconds + more
    return {}, seconds + more


def judge_run(compiler, directory, file, starts):
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "program"
        status, output, seconds = compiler(directory, str(file), "-o", str(program))
        if status != 0:
            found = errors_by_case(file, starts, output) or {starts[0][1]: output.splitlines()[:20]}
            return {case: (file.name, "\n".join(lines[:6])) for case, lines in found.items()}, seconds
        status, output, more = run([str(program)])
    return (failed_runs(file, starts, output) if status != 0 else {}), seconds + more


def failed_runs(file, starts, output):
    """What a program that runs several cases says of each; one that ends early has said nothing of the others."""
    found = {}
    for line in output.splitlines():
        case, _, said = line.partition(": ")
        found.setdefault(case, []).append(said)
    if not found:
        found = {case: ["the program did not end as it should"] for _, case in starts}
    return {case: (file.name, "\n".join(lines)) for case, lines in found.items()}


JUDGES = {"fail": judge_fail, "run": judge_run}


def compile_all(compiler, directory, starts, jobs=2):
    """{case: (file, what the compiler says)} of the cases that fail."""
    def judge(item):
        file, lines = item
        found, seconds = JUDGES.get(file.parent.name, judge_static)(compiler, directory, file, lines)
        failed = f"  {len(found)} failed" if found else ""
        print(f"  {seconds:5.1f} s  {file.relative_to(directory)}{failed}", flush=True)
        return found

    failures = {}
    with ThreadPoolExecutor(jobs) as pool:
        for found in pool.map(judge, starts.items()):
            failures.update(found)
    return failures

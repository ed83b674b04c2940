#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Checks the library against the cases of TensorFlow's scope semantics.

usage: check_conformance.py [--flip] [--jobs N] CASES.jsonl... -- COMPILER FLAG...
       check_conformance.py --random COUNT [--seed S] [--jobs N] [CASES.jsonl...] -- COMPILER FLAG...

Without --flip every case is generated and compiled, and has to hold. With --flip a sample of the cases that has every
kind of expectation is generated the wrong way round and compiled at once: the compiler has to refuse each single
assertion, or the assertion asserts nothing. With --random so many random programs are made, and the library has to say
what the model of TensorFlow's rules says; the model itself has to agree with the cases that are given.
"""

import argparse
import pathlib
import re
import sys
import tempfile

# Isolated interpreters do not look beside the script.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cases import read_cases  # noqa: E402
from compiling import Compiler, compile_all  # noqa: E402
from expectations import kinds_of  # noqa: E402
from generate import print_failures, summary, write_all, write_case  # noqa: E402
from model import Unspecified, disagreements  # noqa: E402
from random_cases import random_cases  # noqa: E402

CASES_OF_A_KIND = 2


def sample(cases):
    """The first cases of each kind of expectation, in the order of the file."""
    seen, chosen = {}, []
    for case in cases:
        if '"float16"' in str(case).replace("'", '"') or write_case(case).sort != "static":
            continue
        kinds = set(kinds_of(case))
        if any(seen.get(kind, 0) < CASES_OF_A_KIND for kind in kinds):
            chosen.append(case)
            for kind in kinds:
                seen[kind] = seen.get(kind, 0) + 1
    return chosen, seen


def refused_marks(output):
    """The marks of assertions that failed; and what else went wrong."""
    marks, others = set(), []
    for line in output.splitlines():
        if "error:" not in line:
            continue
        found = re.search(r"flipped: (\S+ \d+)", line)
        if found and "static assertion failed" in line:
            marks.add(f"flipped: {found[1]}")
        else:
            others.append(line)
    return marks, others


def check_flipped(cases, directory, compiler):
    """Whether each flipped assertion is refused, by itself."""
    chosen, kinds = sample(cases)
    written, starts = write_all(chosen, directory, flip=True)
    together = directory / "flipped.cpp"
    files = [f for f in starts if f.parent == directory]
    together.write_text("".join(f'#include "{file.name}"\n' for file in files))
    status, output, seconds = compiler.syntax(together, directory)
    refused, others = refused_marks(output)
    wanted = [mark for one in written for mark in one.flips]
    for mark in wanted:
        print(f"  {'refused' if mark in refused else 'ACCEPTED'}: {mark}")
    for line in others:
        print(f"an error that is no assertion: {line}")
    accepted = [mark for mark in wanted if mark not in refused]
    print(f"{len(chosen)} cases with {len(kinds)} kinds of expectation, {len(wanted)} flipped assertions, "
          f"{len(accepted)} accepted, {len(others)} other errors, {seconds:.1f} s")
    return 0 if status != 0 and not accepted and not others else 1


def check_all(cases, directory, compiler, jobs):
    """Whether all cases hold."""
    written, starts = write_all(cases, directory, flip=False)
    summary(written)
    failures = compile_all(compiler, directory, starts, jobs)
    print_failures(failures, written)
    return 1 if failures else 0


def check_model(cases):
    """Whether the model says what the cases expect, where it has something to say."""
    wrong, settled = [], 0
    for case in cases:
        try:
            wrong += [f"{case['id']}: {text}" for text in disagreements(case)]
            settled += 1
        except Unspecified as reason:
            print(f"  the model leaves out {case['id']}: {reason}")
    for text in wrong:
        print(f"THE MODEL: {text}")
    print(f"the model and {settled} of {len(cases)} cases: {len(wrong)} disagreements")
    return 1 if wrong else 0


def main():
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    parser.add_argument("--random", type=int, default=0, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--flip", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(sys.argv[1:split])
    command = sys.argv[split + 1 :]
    if not command:
        parser.error("a compiler is needed after --")

    if not options.cases and not options.random:
        parser.error("no cases are given")
    cases = [case for file in options.cases for case in read_cases(file)]
    twice = {c["id"] for c in cases if sum(other["id"] == c["id"] for other in cases) > 1}
    if twice:
        parser.error(f"ids that stand twice: {sorted(twice)}")
    with tempfile.TemporaryDirectory() as folder:
        directory = pathlib.Path(folder)
        if options.random:
            status = check_model(cases)
            made = random_cases(options.seed, options.random)
            return check_all(made, directory, Compiler(command), options.jobs) or status
        if options.flip:
            return check_flipped(cases, directory, Compiler(command))
        return check_all(cases, directory, Compiler(command), options.jobs)


if __name__ == "__main__":
    sys.exit(main())

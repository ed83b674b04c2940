#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Turns cases of TensorFlow's scope semantics into C++ that checks the library against them.

usage: generate.py CASES.jsonl OUTDIR [--compiler CXX] [--jobs N] [--flip] [--only ID]...

Writes to OUTDIR a file of static assertions for each area, `fail/` with one file for each program that C++ must refuse
by its types, and `run/` with programs for the cases that have expectations on numbers. With --compiler all of it is compiled as well,
and what fails is told by case. With --flip every expectation is written the wrong way round, for check_conformance.py.
A step, an argument or an expectation that is not known is an error; what is known and cannot be said is listed.
"""

import argparse
import pathlib
import re
import sys
import textwrap
from dataclasses import dataclass, field

# Isolated interpreters do not look beside the script.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import expectations  # noqa: E402
from cases import read_cases  # noqa: E402
from compiling import Compiler, compile_all  # noqa: E402
from cpp import declaration, identifier, string, wrapped  # noqa: E402
from expectations import Conditions  # noqa: E402
from limits import LIMITS, Inexpressible, Mistakes, RefusedByTypes, Unknown  # noqa: E402
from program import Program  # noqa: E402
from training_expectations import is_numeric  # noqa: E402

CASES_PER_FILE = 30
RUNS_PER_FILE = 12


@dataclass
class Written:
    """A case in C++: where it goes, its text, how many assertions it makes; or why there is none."""

    case: dict
    sort: str  # static, fail, run, listed
    text: str = ""
    assertions: int = 0
    reason: str = ""
    flips: list = field(default_factory=list)  # the marks of flipped assertions
    left_out: list = field(default_factory=list)  # expectations that cannot be read


def comment(case):
    lines = [case["id"]]
    if case.get("note"):
        lines += textwrap.wrap(case["note"], 112)
    return "".join(f"// {line}\n" for line in lines)


def assertion(condition, mark=None):
    return f"static_assert({condition}" + (f", {string(mark)});" if mark else ");")


def guarded(program, text):
    """A case with half precision only counts where the compiler has it."""
    return f"#if XSCOPE_HAS_HALF\n{text}#endif\n" if program.needs_half else text


def write_accepted(case, flip):
    """Declarations, the program, its assertions, in a namespace of their own; and for expectations on numbers a
    function that runs the program."""
    expect = [expectations.flipped(e, case["program"]) for e in case["expect"]] if flip else case["expect"]
    program = Program(case["program"], expect)
    node, results = program.write()
    raises = [e for e in expect if "raises" in e]
    conditions = Conditions(program, results, program.definitions)
    written = []
    numeric = [e for e in expect if is_numeric(e)]
    for e in expect:
        if e in numeric:
            continue
        if "raises" not in e:
            written += conditions.of(e)
        elif node is not None:
            make = expectations.flipped_refusal if flip else expectations.refusal_conditions
            written += make(e, case["program"])

    lines = [declaration(name, text) for name, text in program.definitions.lines.items()]
    lines += host_declarations(program, raises and node is None)
    if raises and node is None:
        written += host_refusal(program, flip)
    elif node is not None:
        lines.append(declaration("program", node))
        if raises:
            lines.append("constexpr auto d = xs::diagnose(program);")
        else:
            lines.append("constexpr auto g = xs::graph(program);")
    marks = [f"flipped: {case['id']} {i}" for i in range(len(written))] if flip else []
    for position, condition in enumerate(written):
        lines.append(assertion(condition, marks[position] if flip else None))
    if numeric:
        lines += ["inline void run(check::outcome& out) {", *(f"  {line}" for line in conditions.runs(numeric)), "}"]
    name = identifier(case["id"])
    text = comment(case) + f"namespace {name} {{\n" + "\n".join(lines) + f"\n}}  // namespace {name}\n"
    sort = "run" if numeric else "static"
    return Written(case, sort, guarded(program, wrapped(text)), len(written) + len(numeric), flips=marks)


def host_declarations(program, without_last):
    """Partition infos as constants; the last one stands in the assertion where it cannot be made."""
    made = program.host[:-1] if without_last else program.host
    return [f"constexpr {expression.replace('{', f' {identifier(label)}{{', 1)};"
            for kind, label, expression in made if kind == "partition_info" and label]


def host_refusal(program, flip):
    """What would throw is no constant expression."""
    expression = program.host[-1][2]
    return [f"{'' if flip else '!'}check::is_constant([] {{ return {expression}; }})"]


def write_fail(case, mistake):
    """A file that must not compile, and must with TWIN defined, where the mistake is taken back."""
    if not any("raises" in e for e in case["expect"]):
        raise Unknown("a mistake of type in a program that has to be accepted")
    name = "mistaken"
    Mistakes.written_as = name
    try:
        program = Program(case["program"], case["expect"])
        node, _ = program.write()
    finally:
        Mistakes.written_as = None
    body = [declaration(n, text) for n, text in program.definitions.lines.items()]
    body += host_declarations(program, without_last=False)
    if node is not None:
        body += [declaration("program", node), "constexpr auto g = xs::graph(program);"]
    lines = [
        f"// expect: {mistake.needle}",
        "// SPDX-License-Identifier: BSD-3-Clause",
        *comment(case).splitlines(),
        '#include "support.hpp"',
        "",
        "namespace xs = xscope;",
        "",
        "#ifdef TWIN",
        f"constexpr auto {name} = {mistake.good};",
        "#else",
        f"constexpr auto {name} = {mistake.bad};",
        "#endif",
        *body,
    ]
    return Written(case, "fail", wrapped("\n".join(lines) + "\n"), 1)


def write_case(case, flip=False):
    """A case in C++, or the reason why there is none."""
    case, left_out = without_unreadable(case)
    written = write_expressible(case, flip)
    written.left_out = left_out
    return written


def without_unreadable(case):
    """Expectations that nothing can be asked for beside the others: of a refused program there is no graph."""
    expect = case["expect"]
    if any("raises" in e for e in expect):
        kept = [e for e in expect if "raises" in e]
        return {**case, "expect": kept}, [f"{key_of(e)}: {LIMITS['refused']}" for e in expect if e not in kept]
    kept = [e for e in expect if "static" not in e]
    if kept and len(kept) < len(expect):
        return {**case, "expect": kept}, [LIMITS["python"]]
    return case, []


def key_of(expectation):
    return next(k for k in expectation if k not in ("is", "scope", "fields"))


def write_expressible(case, flip):
    try:
        return write_accepted(case, flip)
    except RefusedByTypes as mistake:
        return write_fail(case, mistake)
    except Inexpressible as reason:
        return Written(case, "listed", reason=str(reason))
    except (Unknown, KeyError, ValueError) as unknown:
        raise SystemExit(f"{case['id']}: not known: {unknown!r}") from unknown


RUN_ALL = """
int main() {{
  check::outcome out;
{calls}
  return out.failed ? 1 : 0;
}}
"""
HEAD = """// SPDX-License-Identifier: BSD-3-Clause
// {title}
#include "support.hpp"

namespace xs = xscope;

namespace {area} {{

"""


def files_of(written):
    """(file name, text, [(first line, case id)]) for the cases of each area, and for those that run."""
    areas, runs = {}, []
    for one in written:
        if one.sort == "static":
            areas.setdefault(one.case.get("area", "other"), []).append(one)
        elif one.sort == "run":
            runs.append(one)
    for area, cases in areas.items():
        for name, part in parts_of(cases, identifier(area), CASES_PER_FILE):
            text, starts = file_of(part, name, area.replace("_", " "))
            yield f"{name}.cpp", text, starts
    for name, part in parts_of(runs, "runs", RUNS_PER_FILE):
        text, starts = file_of(part, name, "numbers")
        text = re.sub(r'#include "(support|recording)\.hpp"', '#include "runtime.hpp"', text)
        calls = [f"  out.begin({string(one.case['id'])});\n  cases_of_{name}::{identifier(one.case['id'])}::run(out);"
                 for one in part if not one.text.startswith("#if")]
        yield f"run/{name}.cpp", text + RUN_ALL.format(calls="\n".join(calls)), starts


def parts_of(cases, name, most):
    """(name, cases) of files of about the same length."""
    count = -(-len(cases) // most)
    for part in range(count):
        size = -(-len(cases) // count)
        yield name if part == 0 else f"{name}_{part + 1}", cases[part * size : (part + 1) * size]


def file_of(cases, name, title):
    """A file's text, and the line where each case begins."""
    text = HEAD.format(title=f"TensorFlow's scope semantics: {title}.", area=f"cases_of_{name}")
    starts = []
    for one in cases:
        starts.append((text.count("\n") + 1, one.case["id"]))
        text += one.text + "\n"
    if re.search(r"check::(told_|note|holds_true|positional|call|received)", text):
        text = text.replace('#include "support.hpp"', '#include "recording.hpp"')
    if re.search(r"check::(slot|own_variable|keeps)", text):
        text = text.replace('\n\nnamespace xs', '\n#include "training.hpp"\n\nnamespace xs', 1)
    return text + f"}}  // namespace cases_of_{name}\n", starts


def write_all(cases, directory, flip):
    """Writes everything; gives what was written and {file: [(line, case id)]}."""
    written = [write_case(case, flip) for case in cases]
    for folder in (directory, directory / "fail", directory / "run"):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.cpp"):
            old.unlink()
    starts = {}
    for name, text, lines in files_of(written):
        (directory / name).write_text(text)
        starts[directory / name] = lines
    for one in written:
        if one.sort == "fail":
            file = directory / one.sort / f"{identifier(one.case['id'])}.cpp"
            file.write_text(one.text)
            starts[file] = [(1, one.case["id"])]
    return written, starts


def summary(written):
    count = lambda sort: sum(1 for one in written if one.sort == sort)
    assertions = sum(one.assertions for one in written)
    print(f"{len(written)} cases: {count('static')} static and {count('run')} at run time with {assertions} "
          f"assertions, {count('fail')} that must not compile, {count('listed')} listed")
    for one in written:
        if one.sort == "listed":
            print(f"  listed: {one.case['id']}: {one.reason}")
        for what in one.left_out:
            print(f"  left out: {one.case['id']}: {what}")


def print_failures(failures, written):
    for case, (file, text) in sorted(failures.items()):
        print(f"FAILED {case} ({file})\n{textwrap.indent(text, '    ')}")
    print(f"{len(failures)} of {len(written)} cases failed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--compiler")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--flip", action="store_true")
    parser.add_argument("--only", action="append", default=[], help="an id or an area; may be given several times")
    options = parser.parse_args()

    cases = read_cases(options.cases)
    if options.only:
        cases = [c for c in cases if c["id"] in options.only or c.get("area") in options.only]
    written, starts = write_all(cases, options.directory, options.flip)
    summary(written)
    if not options.compiler:
        return 0
    failures = compile_all(Compiler.plain(options.compiler), options.directory, starts, options.jobs)
    print_failures(failures, written)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

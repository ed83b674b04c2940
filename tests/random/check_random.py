#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compares the library with a model of TensorFlow's scope rules, on random programs.

usage: check_random.py [--seed N] [--programs N] -- COMPILER FLAG...
       check_random.py --self-test -- COMPILER FLAG...

The model runs each program: it ends with a list of operation names, or it is refused with a code and a name that the
message has to mention. One file of static assertions, compiled once, asks the library whether it agrees on all of them.
The first program on which they differ is printed, with what each side says. Equal seeds make equal programs.
"""

import argparse
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

STATIC_SUPPORT = pathlib.Path(__file__).resolve().parent.parent / "static" / "support"


# --- The rules: what graph-mode TensorFlow 1.x does -------------------------------------------------------------------

OP_NAME = re.compile(r"[A-Za-z0-9.][A-Za-z0-9_.\-/]*")
SCOPE_NAME = re.compile(r"[A-Za-z0-9_.\-/]*")


class Refused(Exception):
    """The program is wrong: the library's code for it, and a name that its message holds."""

    def __init__(self, code, name):
        super().__init__(code, name)
        self.code, self.name = code, name


@dataclass
class Scope:
    """A variable scope. An object of its own for each opening, because `reuse_variables` changes only one of them."""

    name: str = ""
    reuse: str | None = None  # or "reuse", or "auto_reuse"
    original_name_scope: str = ""
    dtype: str = "float"


@dataclass
class Variable:
    shape: str
    dtype: str


class Graph:
    """What all threads share."""

    def __init__(self):
        self.use_counts = {}  # by lower-cased name: `A` and `a` may not be told apart by case alone
        self.operations = []  # exact names, in order of creation
        self.variables = {}  # by requested name, which the operation's name may differ from

    def unique_name(self, name):
        key = name.lower()
        suffix = self.use_counts.get(key, 0)
        self.use_counts[key] = suffix + 1
        if suffix == 0:
            return name
        while f"{key}_{suffix}" in self.use_counts:
            suffix += 1
        # A name with a suffix is taken like any other: the next to ask for `a_1` gets `a_1_1`.
        self.use_counts[f"{key}_{suffix}"] = 1
        return f"{name}_{suffix}"

    def add_operation(self, name):
        if not OP_NAME.fullmatch(name) or name in self.operations:
            raise Refused("invalid_op_name", name)
        self.operations.append(name)


class Thread:
    """Where a thread is. Each begins at a root of its own, wherever it was started."""

    def __init__(self):
        self.name_stack = ""
        self.scope = Scope()
        self.counters = {}  # how often each variable scope was opened, for default names only


def joined(prefix, name):
    return f"{prefix}/{name}" if prefix else name


class Execution:
    """One run of a program."""

    def __init__(self):
        self.graph = Graph()
        self.thread = Thread()
        # Scopes by the label that the program gave them; for a name scope, the text that TensorFlow hands out.
        self.bound = {"root": self.thread.scope}

    def run(self, body):
        for statement in body:
            statement.run(self)

    def check_scope_name(self, name):
        # Only the new piece is checked, and below the root it may begin with anything.
        if not (SCOPE_NAME if self.thread.name_stack else OP_NAME).fullmatch(name):
            raise Refused("invalid_scope_name", name)

    def enter_name_scope(self, name):
        """Changes the name stack; returns the text handed out for the scope."""
        if not name:
            self.thread.name_stack = ""
            return ""
        self.check_scope_name(name)
        if name.endswith("/"):  # absolute and exact: nothing is made unique, nothing is marked as used
            self.thread.name_stack = name[:-1]
            return name
        self.thread.name_stack = self.graph.unique_name(joined(self.thread.name_stack, name))
        return self.thread.name_stack + "/"

    def current_name_scope(self):
        return self.thread.name_stack + "/" if self.thread.name_stack else ""

    def create_operation(self, name):
        if name.endswith("/"):
            self.graph.add_operation(name[:-1])
        else:
            self.graph.add_operation(self.graph.unique_name(joined(self.thread.name_stack, name)))

    def unique_default_name(self, default_name):
        # The counters alone decide; names of operations and variables do not, so the two numbers can come apart.
        full = joined(self.thread.scope.name, default_name)
        name, suffix = full, 0
        while self.thread.counters.get(name, 0):
            suffix += 1
            name = f"{full}_{suffix}"
        return name

    def count_opening(self, scope_name):
        self.thread.counters[scope_name] = self.thread.counters.get(scope_name, 0) + 1

    def forget_children(self, scope_name):
        for name in self.thread.counters:
            if name.startswith(scope_name + "/"):
                self.thread.counters[name] = 0


# --- Programs: each statement knows what the rules make of it, and how it is written in C++ ---------------------------


@dataclass(frozen=True)
class Handle:
    """A scope that was bound to a label."""

    label: str

    def cpp(self):
        # Not the parameter itself: the lambdas that it is used in capture nothing.
        return f"decltype({self.label}){{}}"

    def name_scope_of(self, execution):
        return execution.bound[self.label]


@dataclass(frozen=True)
class OriginalNameScope(Handle):
    """The name scope that a bound variable scope was first opened with."""

    def cpp(self):
        return f"{super().cpp()}.original_name_scope()"

    def name_scope_of(self, execution):
        return execution.bound[self.label].original_name_scope


def key_cpp(key):
    """What a scope is opened by."""
    if key is None:
        return "xs::none"
    return key.cpp() if isinstance(key, Handle) else f'"{key}"'


def body_cpp(body):
    """The statements, separated by commas. What follows one with a label goes into the `let` that binds the label."""
    parts = []
    for position, statement in enumerate(body):
        label = getattr(statement, "label", None)
        if label is None:
            parts.append(statement.cpp())
            continue
        rest = body_cpp(body[position + 1 :])
        parts.append(f"xs::let({statement.cpp()}, [](auto {label}) {{ return xs::seq({rest}); }})")
        break
    return ",\n".join(parts)


def block_cpp(opening, body, label):
    """A scope with its body. With a label, the scope is bound inside, and is the block's result for those outside."""
    inside = body_cpp(body)
    if label is None:
        return f"{opening}({inside})"
    result = Handle(label).cpp()
    inside = f"{inside},\n{result}" if inside else result
    return f"{opening}(xs::as([](auto {label}) {{ return xs::seq({inside}); }}))"


@dataclass
class Constant:
    name: str

    def cpp(self):
        return f'xs::constant<"{self.name}", xs::values<>>'

    def run(self, execution):
        execution.create_operation(self.name)


@dataclass
class PlainVariable:
    """tf.Variable: follows name scopes and is not shared."""

    name: str

    def cpp(self):
        return f'xs::variable<"{self.name}", xs::value<1.0f>>'

    def run(self, execution):
        # It enters a name scope, so that a bad name breaks the rule for scopes before the one for operations.
        execution.check_scope_name(self.name)
        execution.create_operation(self.name)


@dataclass
class SumOfLiterals:
    """An operation that turns numbers into constants: these lie in its name scope and come before it."""

    name: str

    def cpp(self):
        return f'xs::add(xs::value<1.0f>, xs::value<1.0f>, xs::name<"{self.name}">)'

    def run(self, execution):
        thread = execution.thread
        outer = thread.name_stack
        execution.enter_name_scope(self.name)
        execution.create_operation("x")
        execution.create_operation("y")
        execution.graph.add_operation(thread.name_stack)
        thread.name_stack = outer


@dataclass
class GetVariable:
    name: str
    shape: str | None
    dtype: str | None

    def cpp(self):
        shape = f", xs::shape<{self.shape}>" if self.shape else ""
        dtype = f", xs::dtype<{self.dtype}>" if self.dtype else ""
        return f'xs::get_variable<"{self.name}"{shape}{dtype}>'

    def run(self, execution):
        scope, variables = execution.thread.scope, execution.graph.variables
        full = joined(scope.name, self.name)
        dtype = self.dtype or scope.dtype
        if full in variables:
            self.share(full, dtype, scope, variables[full])
        else:
            self.create(full, dtype, scope, execution.graph)

    def share(self, full, dtype, scope, existing):
        if scope.reuse is None:
            raise Refused("variable_exists", full)
        if self.shape not in (None, existing.shape):
            raise Refused("shape_mismatch", full)
        if dtype != existing.dtype:
            raise Refused("dtype_mismatch", full)

    def create(self, full, dtype, scope, graph):
        if scope.reuse == "reuse":
            raise Refused("variable_missing", full)
        if self.shape is None:
            raise Refused("shape_required", full)
        # Named from the root, whatever the name stack is; before it is made unique, a bad name is found.
        if not OP_NAME.fullmatch(full):
            raise Refused("invalid_op_name", full)
        graph.add_operation(graph.unique_name(full))
        graph.variables[full] = Variable(self.shape, dtype)


@dataclass
class NameScope:
    key: str | Handle | None
    body: list
    label: str | None

    def cpp(self):
        return block_cpp(f"xs::name_scope<{key_cpp(self.key)}>", self.body, self.label)

    def run(self, execution):
        thread = execution.thread
        outer = thread.name_stack
        name = self.key.name_scope_of(execution) if isinstance(self.key, Handle) else self.key
        handed_out = execution.enter_name_scope(name)
        if self.label:
            execution.bound[self.label] = handed_out
        execution.run(self.body)
        thread.name_stack = outer


@dataclass
class VariableScope:
    key: str | Handle | None
    default_name: str | None
    reuse: str | None
    dtype: str | None
    auxiliary_name_scope: bool
    body: list
    label: str | None

    def cpp(self):
        options = key_cpp(self.key)
        if self.reuse:
            options += f", xs::{self.reuse}"
        if not self.auxiliary_name_scope:
            options += ", xs::auxiliary_name_scope<false>"
        if self.default_name:
            options += f', xs::default_name<"{self.default_name}">'
        if self.dtype:
            options += f", xs::dtype<{self.dtype}>"
        return block_cpp(f"xs::variable_scope<{options}>", self.body, self.label)

    def run(self, execution):
        if self.key is None and self.reuse:
            raise Refused("reuse_needs_name", self.default_name)
        thread = execution.thread
        outer_name_stack, outer_scope = thread.name_stack, thread.scope
        if isinstance(self.key, Handle):
            self.reenter(execution, execution.bound[self.key.label])
        else:
            self.open(execution)
        thread.name_stack, thread.scope = outer_name_stack, outer_scope

    def open(self, execution):
        outer = execution.thread.scope
        # The name scope comes first: its name is checked, and made unique on its own.
        original_name_scope = self.enter_auxiliary(execution, self.default_name if self.key is None else self.key)
        if self.key is None:
            name = execution.unique_default_name(self.default_name)
        else:
            name = joined(outer.name, self.key)
        # By the name "" no name scope is entered, and none is remembered.
        if self.auxiliary_name_scope and self.key == "":
            original_name_scope = ""
        self.run_inside(execution, outer, name, original_name_scope)
        execution.forget_children(name)

    def reenter(self, execution, captured):
        # All comes from the captured scope; the surrounding one is ignored, its reuse as well.
        self.enter_auxiliary(execution, captured.name.split("/")[-1])
        self.run_inside(execution, captured, captured.name, captured.original_name_scope, forgets_all=True)

    def enter_auxiliary(self, execution, name):
        if self.auxiliary_name_scope and name:
            return execution.enter_name_scope(name)
        return execution.current_name_scope()

    def run_inside(self, execution, model, name, original_name_scope, forgets_all=False):
        thread = execution.thread
        thread.scope = Scope(name, self.reuse or model.reuse, original_name_scope, self.dtype or model.dtype)
        execution.count_opening(name)
        counters = dict(thread.counters)
        if self.label:
            execution.bound[self.label] = thread.scope
        execution.run(self.body)
        # Default names given out inside a re-entered scope are given out again after it.
        if forgets_all:
            thread.counters = counters


@dataclass
class NewThread:
    body: list

    def cpp(self):
        return f"xs::thread({body_cpp(self.body)})"

    def run(self, execution):
        outer = execution.thread
        execution.thread = Thread()
        execution.run(self.body)
        execution.thread = outer


@dataclass
class ReuseVariables:
    scope: Handle

    def cpp(self):
        return f"{self.scope.cpp()}.reuse_variables()"

    def run(self, execution):
        execution.bound[self.scope.label].reuse = "reuse"


# --- Random programs --------------------------------------------------------------------------------------------------

# Few names, so that they meet; one that differs in case only, one that looks like made unique, one of two parts.
NAMES = ["a", "b", "a", "b", "a", "A", "a_1", "a/b"]
BAD_NAMES = ["_x", "a:b", "_"]
ABSOLUTE_NAMES = ["a/", "b/", "a/b/"]
VARIABLE_NAMES = ["v", "w", "V", "v_1", "a/v", "b"]
DEFAULT_NAMES = ["a", "a", "b", "a/b"]
DEEPEST = 5


class Generator:
    """Most of what it makes is right: a mistake ends a program, and what comes after it is not compared."""

    def __init__(self, source):
        self.random = source
        self.statements_left = source.randint(6, 36)
        self.labels = 0

    def chance(self, probability):
        return self.random.random() < probability

    def name(self, bad):
        if self.chance(bad):
            return self.random.choice(BAD_NAMES)
        if self.chance(bad * 0.7):
            return self.random.choice(ABSOLUTE_NAMES)
        return self.random.choice(NAMES)

    def label(self, probability):
        if not self.chance(probability):
            return None
        self.labels += 1
        return f"s{self.labels}"

    def body(self, depth=0, variable_scopes=("root",), name_scopes=()):
        """Statements that may use these labels. A label bound in a body is not seen outside it."""
        variable_scopes, name_scopes = list(variable_scopes), list(name_scopes)
        out = []
        for _ in range(self.random.randint(1, 4 if depth else 6)):
            if self.statements_left == 0:
                break
            self.statements_left -= 1
            statement = self.statement(depth, variable_scopes, name_scopes)
            out.append(statement)
            if getattr(statement, "label", None):
                (variable_scopes if isinstance(statement, VariableScope) else name_scopes).append(statement.label)
        return out

    def statement(self, depth, variable_scopes, name_scopes):
        kinds = {
            self.get_variable: 28,
            self.constant: 21,
            self.plain_variable: 4,
            self.sum_of_literals: 3,
            self.reuse_variables: 3,
        }
        if depth < DEEPEST:
            kinds |= {self.variable_scope: 25, self.name_scope: 12, self.new_thread: 4}
        (make,) = self.random.choices(list(kinds), list(kinds.values()))
        return make(depth, variable_scopes, name_scopes)

    def get_variable(self, *_):
        shape = self.random.choice(["1"] * 40 + ["2", None])
        return GetVariable(self.random.choice(VARIABLE_NAMES), shape, "int" if self.chance(0.02) else None)

    def constant(self, *_):
        return Constant(self.name(bad=0.02))

    def plain_variable(self, *_):
        return PlainVariable(self.name(bad=0.02))

    def sum_of_literals(self, *_):
        return SumOfLiterals(self.name(bad=0.02))

    def reuse_variables(self, depth, variable_scopes, name_scopes):
        return ReuseVariables(Handle(self.random.choice(variable_scopes)))

    def new_thread(self, depth, variable_scopes, name_scopes):
        return NewThread(self.body(depth + 1, variable_scopes, name_scopes))

    def variable_scope(self, depth, variable_scopes, name_scopes):
        (kind,) = self.random.choices(["name", "default name", "handle"], [40, 38, 22])
        key = {
            "name": "" if self.chance(0.03) else self.name(bad=0.02),
            "default name": None,
            "handle": Handle(self.random.choice(variable_scopes)),
        }[kind]
        # Beside a key a default name is ignored; without one, reuse is refused.
        default_name = self.random.choice(DEFAULT_NAMES) if key is None or self.chance(0.05) else None
        reuse = None
        if self.chance(0.04 if key is None else 0.6):
            reuse = "reuse" if self.chance(0.1) else "auto_reuse"
        dtype = "int" if self.chance(0.05) else None
        label = self.label(0.6)
        body = self.body(depth + 1, [*variable_scopes, label] if label else variable_scopes, name_scopes)
        return VariableScope(key, default_name, reuse, dtype, not self.chance(0.15), body, label)

    def name_scope(self, depth, variable_scopes, name_scopes):
        (kind,) = self.random.choices(["name", "none", "empty", "original", "handle"], [60, 8, 6, 16, 10])
        # Of the root scope no original name scope is asked for: it is the empty one, which "empty" enters.
        captured = [label for label in variable_scopes if label != "root"]
        key = self.name(bad=0.02)
        if kind == "none":
            key = None
        elif kind == "empty":
            key = ""
        elif kind == "original" and captured:
            key = OriginalNameScope(self.random.choice(captured))
        elif kind == "handle" and name_scopes:
            key = Handle(self.random.choice(name_scopes))
        label = self.label(0.4)
        body = self.body(depth + 1, variable_scopes, [*name_scopes, label] if label else name_scopes)
        return NameScope(key, body, label)


# --- The comparison ---------------------------------------------------------------------------------------------------


@dataclass
class Expectation:
    operations: list
    refusal: Refused | None

    def cpp(self):
        if self.refusal:
            return f'probe::refused(program, xs::errc::{self.refusal.code}, {{"{self.refusal.name}"}})'
        names = ", ".join(f'"{name}:0"' for name in self.operations)
        return f"probe::named(xs::graph(program).operations(), {{{names}}})"

    def __str__(self):
        if self.refusal:
            return f"refused: {self.refusal.code}, naming {self.refusal.name}"
        return " ".join(["valid:", *(f"{name}:0" for name in self.operations)])


def expectation(body):
    execution = Execution()
    try:
        execution.run(body)
    except Refused as refusal:
        return Expectation([], refusal)
    return Expectation(execution.graph.operations, None)


@dataclass
class Case:
    text: str  # the definition of `program`
    expected: Expectation


def random_cases(seed, count):
    source = random.Random(seed)
    cases = []
    for _ in range(count):
        body = Generator(source).body()
        statements = body_cpp(body)
        text = (
            "constexpr auto program = xs::let(xs::get_variable_scope(),\n"
            f"[](auto root) {{ return xs::seq({statements}); }});\n"
        )
        cases.append(Case(text, expectation(body)))
    return cases


PRELUDE = '#include "probe.hpp"\nnamespace xs = xscope;\n'

# Two branches of a template, because a graph of a refused program does not compile.
TELL = """
#include <iostream>
template <class Program>
void tell(Program) {
  if constexpr (xs::diagnose(Program{}).ok()) {
    std::cout << "valid:";
    for (const auto& operation : xs::graph(Program{}).operations()) std::cout << ' ' << operation.name();
  } else {
    std::cout << "refused: " << xs::diagnose(Program{}).message();
  }
}
int main() { tell(program); }
"""


def compiled(compiler, source, *flags):
    # What is generated is not judged for style: no warnings.
    command = [*compiler, "-w", f"-I{STATIC_SUPPORT}", *flags, "-x", "c++", "-"]
    return subprocess.run(command, input=source, capture_output=True, text=True)


def first_difference(cases, compiler):
    """The index of the first program on which the library and the model differ, or None."""
    source = PRELUDE
    for index, case in enumerate(cases):
        # A file name for each program: whatever goes wrong, even deep in the library, the compiler says for which.
        source += f'#line 1 "program {index}"\nnamespace program_{index} {{\n{case.text}'
        source += f"static_assert({case.expected.cpp()});\n}}\n"
    run = compiled(compiler, source, "-fsyntax-only")
    if run.returncode == 0:
        return None
    found = re.findall(r"\bprogram (\d+):\d+", run.stderr)
    if not found:
        sys.exit(f"the generated file does not compile:\n{run.stderr[:4000]}")
    return min(map(int, found))


def what_the_library_says(case, compiler):
    with tempfile.TemporaryDirectory() as scratch:
        executable = pathlib.Path(scratch, "tell")
        run = compiled(compiler, PRELUDE + case.text + TELL, "-o", executable)
        if run.returncode != 0:
            return f"it does not compile:\n{run.stderr[:4000]}"
        return subprocess.run([executable], capture_output=True, text=True).stdout


def compare(seed, count, compiler):
    cases = random_cases(seed, count)
    different = first_difference(cases, compiler)
    if different is not None:
        case = cases[different]
        print(f"seed {seed}, program {different}:\n{case.text}")
        print(f"the model says:   {case.expected}")
        print(f"the library says: {what_the_library_says(case, compiler)}")
        return 1
    refused = sum(1 for case in cases if case.expected.refusal)
    print(f"{count} programs compared: {count - refused} valid, {refused} refused")
    return 0


def self_test(compiler):
    """Expects a wrong thing of one program, and requires that this one is named."""
    cases = random_cases(seed=1, count=12)
    valid = next(i for i, case in enumerate(cases) if not case.expected.refusal and case.expected.operations)
    refused = next(i for i, case in enumerate(cases) if case.expected.refusal)
    operations, refusal = cases[valid].expected.operations, cases[refused].expected.refusal
    mistakes = {
        "nothing": (None, None),
        "another name": (valid, Expectation([*operations[:-1], operations[-1] + "_1"], None)),
        "a valid program refused": (valid, Expectation([], Refused("variable_exists", "v"))),
        "a refused program valid": (refused, Expectation([], None)),
        "a message about another name": (refused, Expectation([], Refused(refusal.code, "a/name/that/is/nowhere"))),
    }
    wrong = 0
    for what, (index, expected) in mistakes.items():
        changed = [Case(case.text, expected if i == index else case.expected) for i, case in enumerate(cases)]
        found = first_difference(changed, compiler)
        if found != index:
            wrong += 1
            print(f"{what}: expected a difference in program {index}, found one in {found}")
    return 1 if wrong else 0


def main():
    if "--" not in sys.argv:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--programs", type=int, default=100)
    parser.add_argument("--self-test", action="store_true")
    options, compiler = parser.parse_args(sys.argv[1:split]), sys.argv[split + 1 :]
    if options.self_test:
        return self_test(compiler)
    return compare(options.seed, options.programs, compiler)


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: BSD-3-Clause
"""The steps of a case as a nest of xs:: templates.

A block of steps becomes a list of statements. A label that a later step needs is bound by `let`, whose lambda then holds the
rest of the block; a label that is needed after the block is part of the block's value, a handle or a pack. What no one
needs is not named. Inside of a lambda its own parameters are used as they are; those of an outer one are captured, and
where they stand in a template argument only their type is used (GCC 12 cannot use the copy of a captured handle there).
"""

import json
from dataclasses import dataclass, field

import values
from cpp import Call, Lambda, Pipe, identifier, string, template
from values import Definitions, Inexpressible, Unknown

# Which arguments of a step are labels.
LABELS_IN = {
    "variable_scope": ("scope",),
    "op": ("inputs",),
    "create_op": ("inputs",),
    "reuse_variables": ("scope",),
    "set_property": ("scope",),
    "read_property": ("scope",),
    "scope_collection": ("scope",),
    "as_tensor": ("of",),
    "element": ("of",),
    "call_template": ("template",),
    "template_variables": ("template",),
    "template_scope": ("template",),
    "template_scope_prefix": ("template",),
}
# The kinds of thing that a label can stand for, by the step that binds it.
KINDS = {
    "variable_scope": "scope",
    "current_scope": "scope",
    "name_scope": "text",
    "current_name_scope": "text",
    "unique_name": "text",
    "template_scope": "scope",
    "template_scope_prefix": "text",
    "get_variable": "variable",
    "get_local_variable": "variable",
    "store_get_variable": "variable",
    "Variable": "variable",
    "element": "variable",
    "constant": "tensor",
    "op": "tensor",
    "as_tensor": "tensor",
    "create_op": "operation",
    "scope_collection": "listing",
    "get_collection": "listing",
    "collection_ref": "listing",
    "collection_keys": "keys",
    "template_variables": "listing",
    "read_property": "property",
    "make_template": "template",
    "arg_scope": "arg_scope",
    "call_scoped": "received",
    "partition_info": "host",
    "single_offset": "number",
    "single_slice_dim": "slice_dim",
    "scoped_args": "texts",
}
# In the place of a function's name in what an arg_scope is expected to hold: an entry that is only counted.
MORE = "#more"
BLOCKS = ("variable_scope", "name_scope", "arg_scope", "thread", "creator_scope")
# Plain constants beside the program.
HOST_STEPS = ("partition_info", "single_offset", "single_slice_dim", "scoped_args", "define", "decorate")


def arguments(step):
    return step[1] if len(step) > 1 else {}


def body_of(step):
    return step[2] if len(step) > 2 else []


def labels_as(step):
    """The labels that a step binds by itself."""
    label = arguments(step).get("as")
    return [] if label is None else label if isinstance(label, list) else [label]


def all_steps(steps):
    """Every step, with those of bodies and of functions."""
    for step in steps:
        yield step
        yield from all_steps(body_of(step))
        if step[0] == "define":
            yield from all_steps(arguments(step)["body"])


def references(value):
    """Labels that stand in names: {"ref": label} and {"original_name_scope": label}, and {"dtype_of": label}."""
    if isinstance(value, dict):
        for key in ("ref", "original_name_scope", "dtype_of"):
            if isinstance(value.get(key), str):
                yield value[key]
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


@dataclass
class Function:
    """A `define`d function: a lambda at namespace scope that takes what it is called with, then the labels of the
    program that its body uses, and returns its results, then the labels that others read."""

    name: str  # in C++
    parameters: list
    free: list  # labels
    results: list  # labels in the order of the C++ result
    returned: list  # labels that the `returns` names
    kinds: dict
    body: list


@dataclass
class Template:
    """What is known of a made template, to call it: the parameters that are left, and what stands for those that are not
    given."""

    function: Function
    open: list
    bound: dict


@dataclass
class Level:
    """A lambda that is being written: which labels are its parameters, which are structured bindings."""

    parameters: set
    bindings: set = field(default_factory=set)
    captures: bool = False


class Program:
    """The C++ of one case's program; the labels in `wanted` become results."""

    def __init__(self, steps, expectations):
        self.expectations, self.given = expectations, steps
        self.steps = self.with_blocks(steps)
        watched = {e["calls"] for e in expectations if "calls" in e}
        logged = {e["log"]: e.get("fields", ["name"]) for e in expectations if "log" in e}
        self.definitions = Definitions(watched, logged)
        self.functions, self.templates, self.decorated = {}, {}, {}
        self.defined = {}  # by the id of the body, as a name may be defined again
        self.kinds, self.host, self.levels = {}, [], []
        self.needs_half = '"float16"' in json.dumps(steps)
        self.received = {e["value"]: e["is"] for e in expectations if "value" in e and isinstance(e["is"], dict)}
        self.checked = {}
        self.named_objects = {}

    # --- manual opening -------------------------------------------------------------------------------------------------

    def with_blocks(self, steps):
        """Manual `enter` and `exit`, where they nest, as blocks."""
        done, at = [], 0
        while at < len(steps):
            step = steps[at]
            at += 1
            if step[0] in ("enter", "enter_creator"):
                inside, at = self.until_exit(steps, at, arguments(step)["manager"])
                manager = arguments(step)["manager"]
                given = {k: v for k, v in arguments(step).items() if k != "manager"}
                given |= manager if isinstance(manager, dict) else {}
                if not given:
                    raise Inexpressible("a context manager that is entered by itself: blocks are opened where they stand")
                done.append(["variable_scope" if step[0] == "enter" else "creator_scope", given, inside])
            elif step[0] in ("exit", "exit_creator"):
                raise Inexpressible("a scope that is left out of order: blocks nest")
            elif len(step) > 2:
                done.append([step[0], step[1], self.with_blocks(step[2])])
            else:
                done.append(step)
        return done

    def until_exit(self, steps, at, manager):
        inside = []
        depth = []
        while at < len(steps):
            step = steps[at]
            at += 1
            if step[0] in ("exit", "exit_creator"):
                if not depth:
                    if arguments(step)["manager"] != manager:
                        raise Inexpressible("a scope that is left out of order: blocks nest")
                    return self.with_blocks(inside), at
                if arguments(step)["manager"] != depth.pop():
                    raise Inexpressible("a scope that is left out of order: blocks nest")
            elif step[0] in ("enter", "enter_creator"):
                depth.append(arguments(step)["manager"])
            inside.append(step)
        return self.with_blocks(inside), at

    # --- which labels are used where ------------------------------------------------------------------------------------

    def uses(self, step):
        """Labels that a step needs from before it."""
        op, given = step[0], arguments(step)
        if op in ("define", "decorate"):
            return set()
        found = set(references(given))
        for key in LABELS_IN.get(op, ()):
            value = given.get(key)
            found |= {v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)}
        if op == "arg_scope" and isinstance(given.get("scope"), str):
            found.add(given["scope"])
        bound = set(labels_as(step))
        for inner in body_of(step):
            found |= self.uses(inner) - bound
            bound |= self.binds(inner)
        if op == "call":
            found |= set(self.functions[given["function"]].free) if given["function"] in self.functions else set()
            found |= {v for v in given.get("args", {}).values() if isinstance(v, str)}
        if op == "make_template":
            function = self.functions.get(given["function"])
            found |= set(function.free) if function else set()
        if op == "call_template":
            found |= {v for v in given.get("args", {}).values() if isinstance(v, str)}
        return found

    def binds(self, step):
        """Labels that a step binds, those of its body and of the functions that it calls among them."""
        op, given = step[0], arguments(step)
        if op in ("define", "decorate"):
            return set()
        found = set(labels_as(step))
        for inner in body_of(step):
            found |= self.binds(inner)
        function = self.called_function(step)
        if function:
            found |= set(function.results[len(function.returned):])
        return found

    def called_function(self, step):
        op, given = step[0], arguments(step)
        if op == "call":
            return self.functions.get(given["function"])
        if op == "call_template" and given["template"] in self.templates:
            return self.templates[given["template"]].function
        return None

    def note_templates(self, steps):
        """Functions and templates in the order of the program, before anything is written."""
        for step in steps:
            given = arguments(step)
            if step[0] == "define":
                self.define(given)
            elif step[0] == "make_template":
                self.note_template(given)
            self.note_templates(body_of(step))

    def note_template(self, given):
        function = self.functions.get(given["function"])
        if function is None:
            raise Unknown(f"function {given['function']!r}")
        bound = given.get("kwargs") or {}
        passed = set()
        for step in all_steps(self.steps):
            if step[0] == "call_template" and arguments(step)["template"] in labels_as([None, given]):
                passed |= set(arguments(step).get("args") or {})
        open_parameters = [p for p in function.parameters if p in passed or p not in bound]
        for label in labels_as([None, given]):
            self.templates[label] = Template(function, open_parameters, bound)

    # --- functions --------------------------------------------------------------------------------------------------------

    def define(self, given):
        name, body = given["function"], self.with_blocks(given["body"])
        self.note_templates(body)
        returned = given.get("returns")
        returned = [] if returned is None else returned if isinstance(returned, list) else [returned]
        bound, used = set(), set()
        for step in body:
            used |= self.uses(step) - bound
            bound |= self.binds(step)
            for inner in all_steps([step]):
                bound |= set(labels_as(inner))
        parameters = given.get("params") or []
        free = sorted(used - bound - set(parameters))
        outside = set(self.expectation_labels())
        inside = {id(step) for step in all_steps(given["body"])}
        for step in all_steps(self.steps):
            if step[0] != "define" and id(step) not in inside:
                outside |= self.uses(step)
        exported = [label for label in self.in_order(body) if label in outside]
        function = Function(identifier(name), parameters, free, [*returned, *exported], returned, {}, body)
        if name in self.functions:
            function.name += f"_{sum(1 for f in self.functions.values() if f.name.startswith(function.name)) + 1}"
        self.functions[name] = function
        self.defined[id(given["body"])] = function

    def in_order(self, steps):
        """Labels in the order of their last binding."""
        order = []
        for step in steps:
            if step[0] in ("define", "decorate"):
                continue
            own = labels_as(step)
            inner = self.in_order(body_of(step))
            function = self.called_function(step)
            late = own if not body_of(step) else []
            early = own if body_of(step) else []
            for label in [*early, *inner, *(function.results[len(function.returned):] if function else []), *late]:
                if label in order:
                    order.remove(label)
                order.append(label)
        return order

    def write_function(self, function):
        saved, self.levels = self.levels, []
        self.levels.append(Level(set(function.parameters) | set(function.free)))
        saved_kinds = dict(self.kinds)
        node = self.sequence(self.block(function.body, None, function.results)[0])
        function.kinds = {label: self.kinds.get(label) for label in function.results}
        self.kinds = saved_kinds
        self.levels = saved
        names = [f"auto {identifier(p)}" for p in function.parameters] + [f"auto {identifier(l)}" for l in function.free]
        return Lambda(names, [], node)

    # --- labels in C++ ------------------------------------------------------------------------------------------------------

    def level_of(self, label):
        for depth in range(len(self.levels) - 1, -1, -1):
            if label in self.levels[depth].parameters or label in self.levels[depth].bindings:
                return depth
        raise Unknown(f"label {label!r} is not bound here")

    def value(self, label):
        """A label as a value; lambdas between here and its own have to capture it."""
        depth = self.level_of(label)
        for level in self.levels[depth + 1 :]:
            level.captures = True
        return identifier(label)

    def key(self, label):
        """A label in a template argument."""
        depth = self.level_of(label)
        if depth == len(self.levels) - 1 and label not in self.levels[depth].bindings:
            return identifier(label)
        return f"decltype({identifier(label)}){{}}"

    # --- blocks -----------------------------------------------------------------------------------------------------------

    def block(self, steps, wanted, exactly=None):
        """Statements for the steps, and the tree of labels that their value is.

        `wanted` are the labels that the value has to give, in any order. `exactly` is a list instead, where the order counts
        and a label may come twice.
        """
        wanted = set(wanted if exactly is None else exactly)
        live = [set() for _ in steps]
        needed = set(wanted)
        for at in range(len(steps) - 1, -1, -1):
            live[at] = needed
            needed = (needed - self.binds(steps[at])) | self.uses(steps[at])
        return self.statements(steps, live, wanted, exactly)

    def statements(self, steps, live, wanted, exactly):
        group, bound, names = [], set(), set()
        for at, step in enumerate(steps):
            if self.uses(step) & bound:
                break
            new = self.binds(step) & live[at]
            node, tree = self.step(step, live[at])
            if node is not None:
                group.append((node, tree))
            bound |= new
            names |= new
        else:
            return self.last_group(group, wanted, exactly)
        leading = []
        while group and group[0][1] is None:
            leading.append(group.pop(0)[0])
        rest = lambda: self.sequence(self.statements_and_tree(steps[at:], live[at:], wanted, exactly))
        self.tree = None
        node = self.let(group, rest)
        return [*leading, node], self.tree

    def statements_and_tree(self, steps, live, wanted, exactly):
        nodes, tree = self.statements(steps, live, wanted, exactly)
        self.tree = tree
        return nodes

    def last_group(self, group, wanted, exactly):
        here = [label for _, tree in group for label in leaves(tree)]
        order = exactly if exactly is not None else [l for l in sorted(wanted - set(here), key=str)] + here
        if not order:
            return [node for node, _ in group], None
        if not group:
            return [self.packed([self.value(l) for l in order])], as_tree(order)
        outer = [label for label in order if label not in here]
        trailing = group[-1][1] is None
        in_order = outer + here == list(order)
        nested = any(isinstance(tree, list) for _, tree in group)
        # A pack within a pack is fine where it is taken apart again, and a single one is what it is.
        single = not outer and group and as_tree(order) in [tree for _, tree in group]
        if not trailing and in_order and (not nested or exactly is None or single):
            return self.direct(group, outer)
        node = self.let(group, lambda: self.packed([self.value(l) for l in order]))
        return [node], as_tree(order)

    def direct(self, group, outer):
        """The group's statements as one pack: what has no label runs in a sequence with what follows it."""
        pieces, trees, waiting = [self.value(l) for l in outer], list(outer), []
        binding = sum(tree is not None for _, tree in group)
        leading = []
        for node, tree in group:
            waiting.append(node)
            if tree is None:
                continue
            if not pieces:
                *leading, node = waiting
                pieces.append(node)
            else:
                pieces.append(self.sequence(waiting))
            trees.append(tree)
            waiting = []
        if binding == 1 and not outer:
            return [*leading, pieces[0]], trees[0]
        return [*leading, Call("xs::pack", pieces)], trees

    @staticmethod
    def packed(texts):
        return texts[0] if len(texts) == 1 else Call("xs::pack", texts)

    @staticmethod
    def sequence(nodes):
        return nodes[0] if len(nodes) == 1 else Call("xs::seq", nodes)

    def let(self, group, rest):
        """Binds the results of the group's statements for the rest."""
        level = Level(set())
        parameters, bindings = [], []
        counter = [0]

        def unpack(tree, target):
            names = []
            for part in tree:
                if isinstance(part, (list, Unused)):
                    counter[0] += 1
                    names.append(f"{'results' if isinstance(part, list) else 'unused'}_{counter[0]}")
                else:
                    names.append(identifier(part))
                    level.bindings.add(part)
            target_line = f"auto [{', '.join(names)}] = {target};"
            bindings.append(target_line)
            for part, name in zip(tree, names):
                if isinstance(part, list):
                    unpack(part, name)

        pending = []
        for _, tree in group:
            if tree is None:
                parameters.append("auto")
            elif isinstance(tree, list):
                counter[0] += 1
                name = f"results_{counter[0]}"
                parameters.append(f"auto {name}")
                pending.append((tree, name))
            else:
                parameters.append(f"auto {identifier(tree)}")
                level.parameters.add(tree)
        for tree, name in pending:
            unpack(tree, name)
        self.levels.append(level)
        value = rest()
        self.levels.pop()
        inside = Lambda(parameters, bindings, value, lambda: "=" if level.captures else "")
        return Call("xs::let", [*(node for node, _ in group), inside])

    # --- steps ------------------------------------------------------------------------------------------------------------

    def step(self, step, live):
        """A step as a statement, and the tree of its labels that are needed; no statement for what is no statement."""
        op, given = step[0], dict(arguments(step))
        label = given.pop("as", None)
        tree = None
        if isinstance(label, str):
            if op in KINDS:
                self.kinds[label] = KINDS[op]
            tree = label if label in live else None
        write = getattr(self, f"step_{op}", None)
        if write is None:
            if any(s[0] in ("enter", "enter_creator") for s in all_steps(self.given)):
                raise Inexpressible("manual opening: blocks are opened where they stand")
            raise Unknown(f"step {op!r}")
        if op in BLOCKS:
            return write(given, body_of(step), label, live)
        if op in ("call", "call_template"):
            return write(given, label, live)
        if op in ("partition_info", "single_offset", "single_slice_dim", "scoped_args"):
            given["as"] = label
        if op == "make_template" or op == "call_scoped":
            given["#label"] = label
        node = write(given)
        return node, tree if node is not None else None

    @staticmethod
    def done(given, op):
        left = [k for k in given if not k.startswith("#")]
        if left:
            raise Unknown(f"argument {left[0]!r} of {op}")

    def name(self, value):
        """What stands where a name stands: a text, none, a captured scope's text, a parameter."""
        if value is None:
            return "xs::none"
        if isinstance(value, str):
            return string(value)
        if isinstance(value, dict):
            if "param" in value:
                return self.key(value["param"])
            if "ref" in value:
                return self.key(value["ref"])
            if "original_name_scope" in value:
                return f"{self.key(value['original_name_scope'])}.original_name_scope()"
        if isinstance(value, (int, float, list)):
            return values.plain_mistake(value)
        raise Unknown(f"name {value!r}")

    def options(self, given, allowed, op):
        unknown = set(given) - set(allowed)
        if unknown:
            raise Unknown(f"argument {sorted(unknown)[0]!r} of {op}")
        written = []
        for name, value in given.items():
            if isinstance(value, dict) and "param" in value:
                written.append(self.key(value["param"]))
            elif isinstance(value, dict) and "dtype_of" in value:
                written.append(f"xs::dtype<typename decltype({identifier(value['dtype_of'])})::value_type>")
                self.level_of(value["dtype_of"])
            else:
                text = values.option(name, value, self.definitions)
                if text is not None:
                    written.append(text)
        return written

    GET_VARIABLE = ("shape", "dtype", "initializer", "regularizer", "trainable", "collections", "caching_device",
                    "partitioner", "validate_shape", "use_resource", "custom_getter", "constraint", "synchronization",
                    "aggregation")
    VARIABLE = ("dtype", "shape", "trainable", "collections", "caching_device", "validate_shape", "use_resource",
                "constraint", "synchronization", "aggregation")
    SCOPE = ("default_name", "reuse", "initializer", "regularizer", "caching_device", "partitioner", "custom_getter",
             "dtype", "use_resource", "constraint", "auxiliary_name_scope", "values")

    def step_get_variable(self, given, head="xs::get_variable", extra=()):
        name = self.name(given.pop("name"))
        return template(head, name, *self.options(given, (*self.GET_VARIABLE, *extra), head))

    def step_get_local_variable(self, given):
        return self.step_get_variable(given, "xs::get_local_variable")

    def step_store_get_variable(self, given):
        return self.step_get_variable(given, "xs::variable_store::get_variable", ("reuse",))

    def step_Variable(self, given):
        name = self.name(given.pop("name", None))
        value = given.pop("initial_value", None)
        dtype = given.get("dtype")
        written = []
        if isinstance(value, dict) and "param" in value:
            written = [self.key(value["param"])]
        elif isinstance(value, dict) and ("tensor" in value or "array" in value):
            written = [values.initializer(value, self.definitions)]
        elif isinstance(value, dict):
            written = [template("xs::initializer", values.initializer(value, self.definitions))]
        elif value is not None:
            as_float = isinstance(dtype, str) and dtype == "float64"
            written = [values.literal(value, dtype if as_float else None)]
        return template("xs::variable", name, *written, *self.options(given, self.VARIABLE, "Variable"))

    def step_constant(self, given):
        name = self.name(given.pop("name", None))
        value = given.pop("value")
        written = self.key(value["param"]) if isinstance(value, dict) else values.literal(value)
        return template("xs::constant", name, written, *self.options(given, ("dtype", "shape"), "constant"))

    OPERATIONS = {
        "Mul": "multiply", "mul": "multiply", "Add": "add", "AddV2": "add", "add": "add", "Sub": "subtract",
        "sub": "subtract", "RealDiv": "divide", "Neg": "negative", "MatMul": "matmul", "Identity": "identity",
        "Relu": "relu", "Square": "square", "Exp": "exp", "Log": "log", "Tanh": "tanh", "Sigmoid": "sigmoid",
        "Softmax": "softmax", "Mean": "reduce_mean", "Sum": "reduce_sum", "Max": "reduce_max", "Sqrt": "sqrt",
    }
    BINARY = ("multiply", "add", "subtract", "divide", "matmul")
    SIGNS = {"add": "+", "mul": "*", "sub": "-", "truediv": "/"}
    DEFAULT_NAMES = {"multiply": "Mul", "add": "Add", "subtract": "Sub", "matmul": "MatMul", "identity": "Identity"}

    def step_op(self, given):
        kind, name = given.pop("type"), given.pop("name", None)
        inputs = [self.operand(x) for x in given.pop("inputs", None) or []]
        self.done(given, "op")
        if len(inputs) == 2 and kind in self.SIGNS and name is None:
            return f"{inputs[0]} {self.SIGNS[kind]} {inputs[1]}"
        named = [template("xs::name", self.name(name))] if name is not None else []
        if kind in self.OPERATIONS and len(inputs) == (2 if self.OPERATIONS[kind] in self.BINARY else 1):
            function = self.OPERATIONS[kind]
            if not named and self.DEFAULT_NAMES.get(function, kind) != kind:
                named = [template("xs::name", string(kind))]
            return Call(f"xs::{function}", [*inputs, *named])
        return Call(template("xs::apply_op", string(kind), *named), inputs)

    def operand(self, value):
        if isinstance(value, dict) and "param" in value:
            return self.value(value["param"])
        if isinstance(value, str):
            return self.value(value)
        return values.literal(value)

    def step_create_op(self, given):
        kind, name, outputs = given.pop("type"), given.pop("name", None), given.pop("outputs", 1)
        inputs = [self.operand(x) for x in given.pop("inputs", None) or []]
        self.done(given, "create_op")
        written = [string(kind)]
        if name is not None:
            written.append(template("xs::name", self.name(name)))
        if outputs != 1:
            written.append(template("xs::outputs", str(outputs)))
        head = template("xs::create_op", *written)
        return Call(head, inputs) if inputs else head

    def step_unique_name(self, given):
        name, mark = self.name(given.pop("name")), given.pop("mark_as_used", given.pop("mark", True))
        self.done(given, "unique_name")
        return template("xs::unique_name", name, *([] if mark else ["xs::mark_as_used<false>"]))

    def step_resource_default(self, given):
        enabled = given.pop("enabled")
        self.done(given, "resource_default")
        return f"xs::{'enable' if enabled else 'disable'}_resource_variables()"

    # scopes and their properties

    def of_scope(self, label, call):
        """Something that a scope does: the labelled one, or the current one."""
        if label is not None:
            return f"{self.value(label)}.{call}"
        return Pipe("xs::get_variable_scope()", Lambda(["auto scope"], [], f"scope.{call}"))

    def step_current_scope(self, given):
        self.done(given, "current_scope")
        return "xs::get_variable_scope()"

    def step_current_name_scope(self, given):
        self.done(given, "current_name_scope")
        return "xs::get_name_scope()"

    def step_reuse_variables(self, given):
        scope = given.pop("scope", None)
        self.done(given, "reuse_variables")
        return self.of_scope(scope, "reuse_variables()")

    SETTERS = ("initializer", "regularizer", "dtype", "use_resource", "caching_device", "partitioner", "custom_getter")

    def step_set_property(self, given):
        scope, name, value = given.pop("scope", None), given.pop("property"), given.pop("value")
        self.done(given, "set_property")
        if name == "reuse" and value is True:
            return self.of_scope(scope, "reuse_variables()")
        if name not in self.SETTERS:
            raise Unknown(f"property {name!r} of set_property")
        written = values.option(name, value, self.definitions)
        argument = "xs::none" if written is None else written[written.index("<") + 1 : -1]
        return self.of_scope(scope, f"template set_{name}<{argument}>()")

    PROPERTIES = ("name", "reuse", "original_name_scope", "initializer", "regularizer", "dtype", "use_resource",
                  "caching_device", "partitioner", "custom_getter", "constraint")

    def step_read_property(self, given):
        scope, name = given.pop("scope", None), given.pop("property")
        self.done(given, "read_property")
        if name not in self.PROPERTIES:
            raise Unknown(f"property {name!r} of read_property")
        return self.of_scope(scope, f"template read<{string(name)}>()")

    LISTINGS = ("trainable_variables", "global_variables", "local_variables")

    def step_scope_collection(self, given):
        scope, key = given.pop("scope", None), given.pop("key")
        self.done(given, "scope_collection")
        shortcut = {"variables": "global_variables"}.get(key, key)
        if shortcut in self.LISTINGS:
            return self.of_scope(scope, f"{shortcut}()")
        return self.of_scope(scope, f"template get_collection<{string(key)}>()")

    # collections

    def step_get_collection(self, given):
        key, scope = given.pop("key"), given.pop("scope", None)
        self.done(given, "get_collection")
        return template("xs::get_collection", string(key), *([self.name(scope)] if scope is not None else []))

    def step_collection_ref(self, given):
        key = given.pop("key")
        self.done(given, "collection_ref")
        return template("xs::get_collection_ref", string(key))

    def step_collection_keys(self, given):
        self.done(given, "collection_keys")
        return "xs::get_all_collection_keys()"

    def step_add_to_collection(self, given):
        keys, value = given.pop("keys", None), given.pop("value")
        if keys is None:
            keys = given.pop("key")
        self.done(given, "add_to_collection")
        head = (template("xs::add_to_collections", *(string(k) for k in keys)) if isinstance(keys, list)
                else template("xs::add_to_collection", string(keys)))
        return Call(head, [self.collected(value)])

    def collected(self, value):
        if isinstance(value, dict) and "named" in value:
            return self.named_object(value["named"])
        if isinstance(value, dict) and "ref" in value:
            return self.value(value["ref"])
        if isinstance(value, dict) and "param" in value:
            return self.value(value["param"])
        if isinstance(value, str):
            return f"xs::text<{string(value)}>"
        return values.literal(value)

    def named_object(self, name):
        """Anything with that name: an operation that has exactly it. A second one of that name does not exist."""
        if name in self.named_objects:
            raise Inexpressible("two different objects of one name: names of operations are unique")
        self.named_objects[name] = True
        return f'xs::create_op<"NoOp", xs::name<{string(name + "/")}>, xs::outputs<0>>'

    # partitioned variables

    def step_as_tensor(self, given):
        label = given.pop("of")
        self.done(given, "as_tensor")
        return f"{self.value(label)}.as_tensor()"

    def step_element(self, given):
        label, index = given.pop("of"), given.pop("index")
        self.done(given, "element")
        return f"{self.value(label)}.template get<{index}>()"

    @staticmethod
    def sizes(value, place):
        """A sequence of sizes. Nothing or a text in its place is a mistake of type."""
        if isinstance(value, list):
            return values.array(value)
        bad = "xs::none" if value is None else f"xs::text<{string(str(value))}>"
        return values.Mistakes.write(bad, values.array(place), "partition_info")

    def step_partition_info(self, given):
        shape, offset, label = given.pop("full_shape"), given.pop("var_offset"), given.pop("as", None)
        self.done(given, "partition_info")
        if not isinstance(offset, list) and isinstance(shape, list):
            shape = [d + 1 for d in shape]  # so that there is an offset without the mistake
        first = self.sizes(shape, [d + 1 for d in offset] if isinstance(offset, list) else [1])
        second = self.sizes(offset, [0] * len(shape) if isinstance(shape, list) else [0])
        self.host.append(("partition_info", label, f"xs::partition_info{{{first}, {second}}}"))

    def host_query(self, given, op):
        label, of, shape = given.pop("as", None), given.pop("of"), given.pop("shape")
        self.done(given, op)
        self.host.append((op, label, f"{identifier(of)}.{op}({self.sizes(shape, [1])})"))

    def step_single_offset(self, given):
        self.host_query(given, "single_offset")

    def step_single_slice_dim(self, given):
        self.host_query(given, "single_slice_dim")

    # functions and templates

    def step_define(self, given):
        function = self.defined[id(given["body"])]
        self.definitions.lines[function.name] = self.write_function(function)

    def argument(self, value):
        """What is passed for a parameter: a handle, an option as it will stand in the body, or a text."""
        if isinstance(value, str):
            try:
                return self.value(value)
            except Unknown:
                return f"xs::text<{string(value)}>"
        if isinstance(value, dict) and "param" in value:
            return self.value(value["param"])
        raise Unknown(f"argument {value!r}")

    def passed(self, function, parameter, value):
        """An argument in the form that the body needs it: the option that it is there, or a text, or a handle."""
        place = self.place_of(function.body, parameter)
        if place is None:
            return f"xs::text<{string(str(value))}>" if not isinstance(value, str) else self.argument(value)
        if place in ("name", "handle"):
            return self.argument(value)
        if place == "literal":
            return values.literal(value)
        written = values.option(place, value, self.definitions)
        if written is None:
            raise Unknown(f"None for parameter {parameter!r}")
        return written

    def place_of(self, steps, parameter):
        """Which argument of a step in the body the parameter is."""
        for step in all_steps(steps):
            for key, value in arguments(step).items():
                if value == {"param": parameter}:
                    if key in ("name", "key", "scope") or key in LABELS_IN.get(step[0], ()):
                        return "name" if key in ("name", "key") else "handle"
                    return "literal" if key in ("initial_value", "value") else key
                if isinstance(value, list) and {"param": parameter} in value:
                    return "handle"
                if isinstance(value, dict) and key == "args" and {"param": parameter} in value.values():
                    return "name"
        return None

    def outcome(self, function, label, live):
        """The tree of a call's results: those of `returns` have the labels of the call."""
        returned = function.returned
        own = [] if label is None else label if isinstance(label, list) else [label]
        if own and len(own) != len(returned):
            raise Unknown(f"{len(own)} labels for {len(returned)} results")
        own = own or [None] * len(returned)
        names = [*own, *function.results[len(returned):]]
        for name, inner in zip(names, function.results):
            if name is not None:
                self.kinds[name] = function.kinds.get(inner)
        if not any(name in live for name in names if name is not None):
            return None
        if len(names) == 1:
            return names[0]
        seen, tree = set(), []
        for name in reversed(names):
            keep = name is not None and name in live and name not in seen
            seen.add(name)
            tree.insert(0, name if keep else Unused())
        return tree

    @staticmethod
    def named_arguments(given, parameters):
        """The arguments of a call by their names; a list is positional."""
        passed, named = given.pop("args", None) or {}, given.pop("kwargs", None) or {}
        if isinstance(passed, list):
            passed = dict(zip(parameters, passed))
        return {**passed, **named}

    def step_call(self, given, label, live):
        function = self.functions.get(given.pop("function"))
        passed = self.named_arguments(given, function.parameters)
        self.done(given, "call")
        parts = [self.passed(function, p, passed[p]) for p in function.parameters]
        parts += [self.value(l) for l in function.free]
        return Call(function.name, parts), self.outcome(function, label, live)

    def step_make_template(self, given):
        name, function = given.pop("name"), self.functions[given.pop("function")]
        label = given.pop("#label", None)
        given.pop("kwargs", None)
        written = [self.name(name)]
        if given.pop("create_scope_now", False):
            written.append("xs::create_scope_now")
        unique = given.pop("unique_name", None)
        if unique is not None:
            written.append(template("xs::unique_name", string(unique)))
        written += self.options(given, ("custom_getter",), "make_template")
        known = self.templates.get(label) or Template(function, function.parameters, {})
        target = function.name
        if known.open != function.parameters or function.free:
            parameters = [identifier(p) for p in known.open]
            parts = [identifier(p) if p in known.open else self.passed(function, p, known.bound[p])
                     for p in function.parameters]
            level = Level(set())
            self.levels.append(level)
            parts += [self.value(l) for l in function.free]
            self.levels.pop()
            target = Lambda([f"auto {p}" for p in parameters], [], Call(function.name, parts),
                            lambda: "=" if level.captures else "")
        return Call(template("xs::make_template", *written), [target])

    def step_call_template(self, given, label, live):
        name = given.pop("template")
        known = self.templates.get(name)
        if known is None:
            raise Unknown(f"template {name!r}")
        passed = self.named_arguments(given, known.open)
        self.done(given, "call_template")
        parts = []
        for parameter in known.open:
            value = passed[parameter] if parameter in passed else known.bound.get(parameter)
            parts.append(self.passed(known.function, parameter, value))
        return Call(self.value(name), parts), self.outcome(known.function, label, live)

    TEMPLATE_LISTINGS = {"all": "variables", "global": "global_variables", "trainable": "trainable_variables",
                         "local": "local_variables", "non_trainable": "non_trainable_variables"}

    def step_template_variables(self, given):
        name, which = given.pop("template"), given.pop("which")
        self.done(given, "template_variables")
        if which not in self.TEMPLATE_LISTINGS:
            raise Unknown(f"template variables {which!r}")
        return f"{self.value(name)}.{self.TEMPLATE_LISTINGS[which]}()"

    def step_template_scope(self, given):
        name = given.pop("template")
        self.done(given, "template_scope")
        return f"{self.value(name)}.var_scope()"

    def step_template_scope_prefix(self, given):
        name = given.pop("template")
        self.done(given, "template_scope_prefix")
        return f"{self.value(name)}.variable_scope_name()"

    # argument scopes

    def step_decorate(self, given):
        name, defaults = given.pop("function"), given.pop("defaults", None) or {}
        self.done(given, "decorate")
        any_keyword = defaults.get("**") is True
        keywords = [] if any_keyword else values.keywords(defaults)
        head = template("xs::add_arg_scope", *keywords) if keywords else "xs::add_arg_scope"
        node = Call(head, ["[](auto call, auto args) { return check::received(call, args); }"])
        self.decorated[name] = self.definitions.define(identifier(name), node)

    def scoped_function(self, name):
        """A decorated function; one that is not decorated is a plain callable."""
        if name in self.decorated:
            return self.decorated[name]
        node = "[](auto call, auto args) { return check::received(call, args); }"
        return self.definitions.define(identifier(name), node)

    def step_call_scoped(self, given):
        function, label = self.scoped_function(given.pop("function")), given.pop("#label", None)
        positional, named = given.pop("args", None) or [], given.pop("kwargs", None) or {}
        self.done(given, "call_scoped")
        expected = self.received.get(label)
        if expected is not None:
            call = (f"check::call<{string('checked/' + label)}, {self.positional(positional)}>"
                    f".expects({self.positional(expected['args'])}, "
                    f"{template('xs::kwargs', *values.keywords(expected['kwargs']))})")
        else:
            call = self.positional(positional)
        return Call(function, [call, *values.keywords(named)])

    @staticmethod
    def positional(arguments):
        return template("check::positional", *(values.keyword_value(v) for v in arguments))

    def step_scoped_args(self, given):
        function, label = self.scoped_function(given.pop("function")), given.pop("as", None)
        self.done(given, "scoped_args")
        self.host.append(("scoped_args", label, f"xs::arg_scoped_arguments({function})"))

    # --- steps with bodies ---------------------------------------------------------------------------------------------------

    def scope_block(self, head, body, label, live, handle=None, first=()):
        """A scope around statements. Its own label is bound inside where the body needs it, and else read where it is
        needed."""
        inner = set()
        for step in body:
            inner |= self.binds(step)
        wanted = inner & live
        used_inside = label is not None and any(label in self.uses(step) for step in body)
        needed_after = label is not None and label in live and label not in inner
        if label is not None and (used_inside or first or (needed_after and body and handle is None)):
            level = Level({label})
            self.levels.append(level)
            checks = [write() for write in first]
            nodes, tree = self.block(body, wanted | ({label} if needed_after else set()))
            nodes = [*checks, *nodes]
            self.levels.pop()
            if needed_after and not body:
                nodes, tree = [*checks, identifier(label)], label
            value = self.sequence(nodes) if nodes else identifier(label)
            inside = Lambda([f"auto {identifier(label)}"], [], value, lambda: "=" if level.captures else "")
            return Call(head, [Call("xs::as", [inside])]), tree
        if needed_after and not body:
            return Call(head, []), label
        if needed_after:
            own = [handle, {"as": label}]
            ends_with_result = bool(self.binds(body[-1]) & wanted)
            body = [own, *body] if ends_with_result else [*body, own]
            wanted = wanted | {label}
        nodes, tree = self.block(body, wanted)
        return Call(head, nodes), tree

    def step_variable_scope(self, given, body, label, live):
        scope = given.pop("scope", None)
        if isinstance(scope, dict):
            key = self.name(scope)
            given.pop("name", None)
        elif scope is not None:
            key = self.key(scope) if isinstance(scope, str) else self.name(scope)
            given.pop("name", None)
        else:
            key = self.name(given.pop("name", None))
        given.pop("values", None)
        head = template("xs::variable_scope", key, *self.options(given, self.SCOPE, "variable_scope"))
        return self.scope_block(head, body, label, live, "current_scope")

    def step_name_scope(self, given, body, label, live):
        key, listed = self.name(given.pop("name", None)), given.pop("values", None)
        written = self.options(given, ("default_name",), "name_scope")
        if listed is not None and key == "xs::none" and not written:
            written.append("xs::with_values")
        return self.scope_block(template("xs::name_scope", key, *written), body, label, live)

    def step_thread(self, given, body, label, live):
        self.done(given, "thread")
        return self.scope_block("xs::thread", body, label, live)

    def step_creator_scope(self, given, body, label, live):
        name = values.creator(given.pop("creator"), self.definitions)
        self.done(given, "creator_scope")
        return self.scope_block(template("xs::variable_creator_scope", name), body, label, live)

    def step_arg_scope(self, given, body, label, live):
        functions, scope, named = given.pop("functions", None), given.pop("scope", None), given.pop("kwargs", None) or {}
        self.done(given, "arg_scope")
        if scope is not None:
            first = "xs::no_arg_scope" if scope == {} else self.key(scope)
        elif isinstance(functions, str):
            first = self.scoped_function(functions)
        else:
            first = template("xs::functions", *(self.scoped_function(f) for f in functions))
        head = template("xs::arg_scope", first, *values.keywords(named))
        expected = self.received.get(label)
        checks = []
        if expected is not None:
            self.kinds[label] = "arg_scope"

            def check():
                own = self.key(label)
                parts = [f"{own}.size() == {len(expected)}"]
                for name, kwargs in expected.items():
                    if name == MORE:
                        continue
                    wanted = template("xs::kwargs", *values.keywords(kwargs))
                    parts.append(f"{own}.get({self.scoped_function(name)}) == {wanted}")
                condition = " && ".join(parts)
                return f"check::note<{string('checked/' + label)}, ({condition})>"

            checks = [check]
            live = live - {label}
        return self.scope_block(head, body, label, live, None, checks)

    # --- the whole --------------------------------------------------------------------------------------------------------

    def expectation_labels(self):
        """Labels that the expectations read, however often."""
        labels = []
        for e in self.expectations:
            if "same" in e or "different" in e:
                labels += e.get("same") or e.get("different")
            elif "scope_property" in e:
                labels.append(e["scope_property"][0])
            elif not {"raises", "calls", "log", "collection", "store_keys", "loss_values", "static"} & set(e):
                labels += [v for k, v in e.items() if k not in ("is", "scope") and isinstance(v, str)]
        return list(dict.fromkeys(labels))

    def write(self):
        """(declarations before the program, the program, its results' labels)"""
        self.note_templates(self.steps)
        read = set(self.expectation_labels())
        for step in all_steps(self.steps):
            for label in labels_as(step):
                self.kinds.setdefault(label, KINDS.get(step[0]))
        host = {label for label in read if self.kinds.get(label) in ("host", "number", "slice_dim", "texts")}
        noted = {label for label in read if label in self.received}
        results = [label for label in self.in_order(self.steps) if label in read - host - noted]
        missing = read - host - noted - set(results)
        if missing:
            raise Unknown(f"label {sorted(missing)[0]!r} is read and never bound")
        if all(step[0] in HOST_STEPS for step in self.steps):
            self.block(self.steps, set())
            return None, []
        nodes, _ = self.block(self.steps, None, results) if results else self.block(self.steps, set())
        return self.sequence(nodes), results


class Unused:
    """A result in a structured binding that no one needs; it has to have a name all the same."""

    def __eq__(self, other):
        return False

    __hash__ = object.__hash__


def leaves(tree):
    if tree is None or isinstance(tree, Unused):
        return []
    return [label for part in tree for label in leaves(part)] if isinstance(tree, list) else [tree]


def as_tree(order):
    return order[0] if len(order) == 1 else list(order)

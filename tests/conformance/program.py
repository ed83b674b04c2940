# SPDX-License-Identifier: BSD-3-Clause
"""The blocks of a case as a nest of xs:: templates; `steps` writes the single steps.

A block of steps becomes a list of statements. A label that a later step needs is bound by `let`, whose lambda then
holds the rest of the block; a label that is needed after the block is part of the block's value, a handle or a pack.
What no one needs is not named. Inside of a lambda its own parameters are used as they are; those of an outer one are
captured, and where they stand in a template argument only their type is used (GCC 12 cannot use the copy of a captured
handle there).
"""

import json
from dataclasses import dataclass, field

from cases import (HOST_STEPS, KINDS, LABELS_IN, all_steps, arguments, body_of, labels_as, references,
                   with_blocks)
from cpp import Call, Lambda, identifier
from limits import Unknown
from steps import Function, Steps, Template, Unused
from training_steps import TrainingSteps, one_by_one, with_own_labels
from values import Definitions


@dataclass
class Level:
    """A lambda that is being written: which labels are its parameters, which are structured bindings."""

    parameters: set
    bindings: set = field(default_factory=set)
    captures: bool = False


class Program(Steps, TrainingSteps):
    """The C++ of one case's program; the labels that its expectations read become results."""

    Level = Level

    def __init__(self, steps, expectations):
        steps = with_own_labels(one_by_one(steps))
        self.expectations, self.given = expectations, steps
        self.note_training(expectations)
        self.steps = with_blocks(steps)
        watched = {e["calls"] for e in expectations if "calls" in e}
        logged = {e["log"]: e.get("fields", ["name"]) for e in expectations if "log" in e}
        self.definitions = Definitions(watched, logged)
        self.functions, self.templates, self.decorated = {}, {}, {}
        self.defined = {}  # by the id of the body, as a name may be defined again
        self.kinds, self.host, self.levels = {}, [], []
        self.needs_half = '"float16"' in json.dumps(steps)
        received = {label for step in all_steps(steps) if step[0] in ("arg_scope", "call_scoped") for label in labels_as(step)}
        self.received = {e["value"]: e["is"] for e in expectations if e.get("value") in received}
        self.checked = {}
        self.named_objects = {}

    # --- which labels are used where

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
        if op in ("minimize", "apply_gradients"):
            found |= self.optimizer_labels(given["optimizer"])
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

    # --- functions

    def define(self, given):
        name, body = given["function"], with_blocks(given["body"])
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
        names = [f"auto {identifier(name)}" for name in (*function.parameters, *function.free)]
        return Lambda(names, [], node)

    # --- labels in C++

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

    # --- blocks

    def block(self, steps, wanted, exactly=None):
        """Statements for the steps, and the tree of labels that their value is.

        `wanted` are the labels that the value has to give, in any order. `exactly` is a list instead, where the order
        counts and a label may come twice.
        """
        wanted = set(wanted if exactly is None else exactly)
        live = [set() for _ in steps]
        needed = set(wanted)
        for at in range(len(steps) - 1, -1, -1):
            live[at] = needed
            needed = (needed - self.binds(steps[at])) | self.uses(steps[at])
        return self.statements(steps, live, wanted, exactly)

    def statements(self, steps, live, wanted, exactly):
        group, bound = [], set()
        for at, step in enumerate(steps):
            if self.uses(step) & bound:
                break
            node, tree = self.step(step, live[at])
            if node is not None:
                group.append((node, tree))
            bound |= self.binds(step) & live[at]
        else:
            return self.last_group(group, wanted, exactly)
        leading = []
        while group and group[0][1] is None:
            leading.append(group.pop(0)[0])
        if not group:
            nodes, tree = self.statements(steps[at:], live[at:], wanted, exactly)
            return [*leading, *nodes], tree
        trees = []

        def rest():
            nodes, tree = self.statements(steps[at:], live[at:], wanted, exactly)
            trees.append(tree)
            return self.sequence(nodes)

        return [*leading, self.let(group, rest)], trees[0] if trees else None

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

    # --- the whole

    def expectation_labels(self):
        """Labels that the expectations read, however often."""
        labels = []
        for e in self.expectations:
            if "same" in e or "different" in e:
                labels += e.get("same") or e.get("different")
            elif "scope_property" in e:
                labels.append(e["scope_property"][0])
            elif not {"raises", "calls", "log", "collection", "store_keys", "loss_values", "static"} & set(e):
                labels += [v for k, v in e.items() if k not in ("is", "scope", "tol") and isinstance(v, str)]
        if any({"fetched", "variable_value"} & set(e) for e in self.expectations):
            labels += [label for run in self.runs for label in run["fetch"]]
        return list(dict.fromkeys(behind for label in labels for behind in self.behind(label)))

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


def leaves(tree):
    if tree is None or isinstance(tree, Unused):
        return []
    return [label for part in tree for label in leaves(part)] if isinstance(tree, list) else [tree]


def as_tree(order):
    return order[0] if len(order) == 1 else list(order)

#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Random programs in the form of the cases, with what the model of TensorFlow's rules makes of them.

usage: random_cases.py [--seed S] [--count N] [--errors SHARE] > CASES.jsonl

Few names, so that they meet; each program leans towards some features, so that these meet as well. A program that is
refused is kept now and then; otherwise the step at fault is taken out and the program is run again, until it comes
through. So is a step that leaves what is specified. Equal seeds make equal programs.
"""

import argparse
import copy
import json
import pathlib
import random
import sys

# Isolated interpreters do not look beside the script.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cases import LABELS_IN, all_steps, arguments, body_of, labels_as, references  # noqa: E402
from model import Getter, Machine, Operation, Partitioned, Refused, Scope, Tensor, Unspecified, Variable  # noqa: E402

SCOPES = ["a", "b", "a", "b", "a", "A", "a_1", "a/b", "b_1", "c.d"]
ODD_SCOPES = ["", "a/", "b/", "a//", "_x", "-y", "a:b", "0", ".n", "/q"]
VARIABLES = ["v", "w", "v", "w", "u", "V", "v_1", "a", "b/v", "b"]
ODD_VARIABLES = ["v/part_0", "_v", "v/read", "a b", "v/Initializer", ".x", "b/", "part_1"]
DEFAULTS = ["d", "d", "d", "a", "b", "D", "d_1", "a/b", "d/e"]
OPERATIONS = ["c", "v", "w", "c", "C", "c_1", "v/read", "v/Assign", "a", "d"]
ODD_OPERATIONS = ["c/", "_c", "a/c/", "c d", "-c", "v/"]
SHAPES = [[], [2], [2], [4], [4, 2], [3], [1]]
DTYPES = ["float32", "float64", "int32", "int64", "bool", "int8"]
DEVICES = ["/job:a", "/job:b", ""]
KEYS = ["k", "m", "losses"]

# Which statements a program leans towards; each of them takes one to four of these.
FEATURES = {
    "names": {"name_scope": 6, "constant": 5, "op": 3, "create_op": 3, "unique_name": 3, "current_name_scope": 2},
    "reentry": {"reenter": 9, "current_scope": 3, "variable_scope": 3},
    "defaults": {"default_scope": 9, "reenter": 3, "variable_scope": 3},
    "setters": {"set_property": 7, "read_property": 4, "reenter": 3, "reuse_variables": 3},
    "reuse": {"reuse_variables": 4, "reenter": 2, "get_variable": 6, "variable_scope": 4},
    "partitions": {"partitioned": 8, "as_tensor": 3, "element": 2, "get_variable": 2},
    "getters": {"get_variable": 5},
    "regularizers": {"get_variable": 4},
    "threads": {"thread": 5, "default_scope": 2, "reenter": 2},
    "templates": {"call_template": 9, "make_template": 4, "template_variables": 2, "template_scope": 1},
    "functions": {"call": 6},
    "creators": {"creator_scope": 5, "Variable": 2},
    "collections": {"get_collection": 3, "scope_collection": 4, "collection_ref": 2, "add_to_collection": 4,
                    "get_local_variable": 3, "Variable": 2, "collection_keys": 1},
    "resources": {"resource_default": 2, "Variable": 4, "get_variable": 2},
    "store": {"store_get_variable": 5},
    "arguments": {"arg_scope": 5, "call_scoped": 6},
    "odd": {},
}
ALWAYS = {"variable_scope": 5, "get_variable": 7, "constant": 1, "Variable": 1, "name_scope": 1, "get_local_variable": 1,
          "reenter": 1, "default_scope": 1}
MOST_STEPS = 18
DEEPEST = 4


class Writer:
    """Writes one program, without knowing whether it will come through."""

    def __init__(self, random_):
        self.random = random_
        self.features = set(random_.sample(sorted(FEATURES), random_.choice([1, 2, 2, 3, 3, 4])))
        self.weights = dict(ALWAYS)
        for feature in self.features:
            for step, weight in FEATURES[feature].items():
                self.weights[step] = self.weights.get(step, 0) + weight
        self.left = random_.randint(4, MOST_STEPS)
        self.count = 0
        self.labels = {}  # kind -> labels
        self.functions, self.templates = {}, {}
        self.getters = random_.sample(self.all_getters(), 3)
        self.inside_function = False

    # --- chances

    def chance(self, share):
        return self.random.random() < share

    def leans(self, feature, share, otherwise):
        return self.chance(share if feature in self.features else otherwise)

    def pick(self, usual, odd=()):
        if odd and self.chance(0.25 if "odd" in self.features else 0.03):
            return self.random.choice(odd)
        return self.random.choice(usual)

    def label(self, kind):
        self.count += 1
        label = f"{kind[0]}{self.count}"
        self.labels.setdefault(kind, []).append(label)
        return label

    def bound(self, *kinds):
        """Some label of such a kind, or nothing."""
        known = [label for kind in kinds for label in self.labels.get(kind, [])]
        return self.random.choice(known) if known else None

    # --- values

    @staticmethod
    def all_getters():
        return [
            {"id": "same", "identity": True},
            {"id": "suffix", "suffix": "_x"},
            {"id": "deeper", "suffix": "/y"},
            {"id": "frozen", "override": {"trainable": False}},
            {"id": "wide", "override": {"dtype": "float64"}},
            {"id": "renamed", "override": {"name": "b/v"}},
            {"id": "kept", "override": {"collections": ["k"]}},
            {"id": "filled", "override": {"initializer": {"constant_initializer": 0.75}}},
            {"id": "sum", "pair": {"suffixes": ["p", "q"], "combine": "add", "name_scope": "both"}},
            {"id": "product", "pair": {"suffixes": ["p", "q"], "combine": "mul"}},
            {"id": "wrapped", "identity_op": {"reused": "old", "fresh": "new"}},
        ]

    def getter(self):
        return 3 if self.chance(0.03) else self.random.choice(self.getters)

    def regularizer(self):
        return self.random.choice([{"id": "r1", "mean_plus": 0.5}, {"id": "r2", "mean_plus": 0.25},
                                   {"id": "r0", "returns_none": True}, "no_regularizer"])

    def constraint(self):
        return 3 if self.chance(0.05) else {"id": self.random.choice(["k1", "k2"])}

    def partitioner(self):
        axis = self.random.choice([0, 0, 0, 1])
        return self.random.choice([
            {"axis": axis, "into": 2}, {"axis": 0, "into": 2}, {"axis": axis, "into": 1}, {"axis": 0, "into": 3},
            {"fixed_size": {"num_shards": 2, "axis": axis}}, {"fixed_size": {"num_shards": 3}},
            {"variable_axis_size": {"max_shard_bytes": 8, "axis": axis}},
            {"variable_axis_size": {"max_shard_bytes": 4, "max_shards": 2}},
            {"min_max": {"max_partitions": 2, "min_slice_size": 8, "axis": axis}},
            {"list": self.random.choice([[2], [1, 2], [2, 2], [0], [1], [2, 1]])},
            *([3] if self.chance(0.3) else []),
        ])

    def initializer(self):
        return self.random.choice([
            {"constant_initializer": 0.5}, {"constant_initializer": 0.25}, {"zeros_initializer": True},
            {"ones_initializer": True}, {"glorot_uniform_initializer": True},
        ])

    def constant_initializer(self):
        return self.random.choice([
            4, 0.5, True, [1, 2], [0.5, 1.5], {"tensor": 0.25}, {"tensor": 1, "dtype": "int32", "shape": []},
            {"tensor": [1.0, 2.0], "dtype": "float32", "shape": [2]},
            {"tensor": [1, 2, 3, 4], "dtype": "int32", "shape": [4]},
            {"array": [[1, 2], [3, 4]], "dtype": "int32", "shape": [2, 2]},
            {"callable": {"required_args": 0, "optional_args": 1, "returns": [0.5, 1.5]}},
            {"callable": {"required_args": 0, "returns": 2}},
            {"callable": {"required_args": 2, "returns": [0.5, 1.5]}},
        ])

    def maybe(self, given, name, value, feature=None, share=0.4, otherwise=0.04):
        if self.leans(feature, share, otherwise):
            given[name] = value()

    def property_value(self, name):
        return {
            "initializer": self.initializer, "regularizer": self.regularizer, "partitioner": self.partitioner,
            "custom_getter": self.getter, "caching_device": lambda: self.random.choice(DEVICES),
            "use_resource": lambda: self.chance(0.6), "dtype": lambda: self.random.choice(DTYPES[:3]),
        }[name]()

    def scope_options(self, given):
        if self.chance(0.3):
            given["reuse"] = self.random.choice([True, "AUTO_REUSE", "AUTO_REUSE", "AUTO_REUSE", False, None])
        if self.chance(0.1):
            given["auxiliary_name_scope"] = False
        for name in ("initializer", "caching_device", "dtype"):
            self.maybe(given, name, lambda n=name: self.property_value(n), "setters", 0.15, 0.03)
        self.maybe(given, "initializer", self.constant_initializer, None, 0, 0.02)
        self.maybe(given, "constraint", self.constraint, "setters", 0.12, 0.02)
        self.maybe(given, "regularizer", self.regularizer, "regularizers", 0.35, 0.02)
        self.maybe(given, "partitioner", self.partitioner, "partitions", 0.3, 0.02)
        self.maybe(given, "custom_getter", self.getter, "getters", 0.4, 0.02)
        self.maybe(given, "use_resource", lambda: self.chance(0.6), "resources", 0.35, 0.02)
        return given

    def variable_options(self, given):
        if self.chance(0.12):
            given["initializer"] = self.constant_initializer()
            if self.chance(0.3):
                given["dtype"] = self.random.choice(["float32", "int32"])
        elif self.chance(0.1):
            given["initializer"] = self.initializer()
        if "initializer" not in given or self.chance(0.15) or "callable" not in str(given["initializer"]) and \
                isinstance(given["initializer"], dict) and "_initializer" in str(given["initializer"]):
            if self.chance(0.93):
                given["shape"] = self.random.choice(SHAPES) if self.chance(0.5) else [4]
                if self.chance(0.04):
                    given["shape"] = [None, *given["shape"][1:]]
        self.maybe(given, "dtype", lambda: self.random.choice(DTYPES), None, 0, 0.06)
        self.maybe(given, "regularizer", self.regularizer, "regularizers", 0.25, 0.03)
        self.maybe(given, "partitioner", self.partitioner, "partitions", 0.15, 0.02)
        self.maybe(given, "custom_getter", self.getter, "getters", 0.2, 0.02)
        self.maybe(given, "use_resource", lambda: self.chance(0.6), "resources", 0.2, 0.02)
        self.maybe(given, "trainable", lambda: self.chance(0.4), "collections", 0.2, 0.04)
        self.maybe(given, "collections", self.collections, "collections", 0.2, 0.03)
        self.maybe(given, "caching_device", lambda: self.random.choice(DEVICES), "setters", 0.15, 0.03)
        self.maybe(given, "constraint", self.constraint, "setters", 0.1, 0.02)
        self.maybe(given, "synchronization", lambda: self.pick(["ON_READ", "ON_WRITE", "AUTO", "NONE"], ["NEVER"]),
                   "collections", 0.1, 0.01)
        self.maybe(given, "aggregation", lambda: self.pick(["SUM", "MEAN", "NONE"], ["MEDIAN"]), "collections", 0.05, 0.01)
        return given

    def collections(self):
        if self.chance(0.04):
            return "k"
        return self.random.sample([*KEYS, "local_variables", "variables", "trainable_variables"],
                                  self.random.choice([0, 1, 1, 2]))

    # --- programs

    def program(self):
        steps = []
        if self.features & {"templates", "functions"}:
            for name in ["f", "g"][: self.random.choice([1, 1, 2])]:
                steps.append(self.define(name))
        if "arguments" in self.features:
            steps.append(["decorate", {"function": "fa", "defaults": {"**": True}}])
            steps.append(["decorate", {"function": "fb", "defaults": {"x": None, "y": 1}}])
        if self.chance(0.2):
            steps.append(["current_scope", {"as": self.label("scope")}])
        while self.left > 0:
            steps += self.body(0)
        return by_hand(steps, self.random) if self.chance(0.05) else steps

    def body(self, depth):
        size = self.random.randint(1, 4)
        steps = []
        for _ in range(size):
            if self.left <= 0:
                break
            self.left -= 1
            step = self.step(depth)
            if step is not None:
                steps.append(step)
        return steps

    def step(self, depth):
        kinds = sorted(self.weights)
        kind = self.random.choices(kinds, [self.weights[k] for k in kinds])[0]
        blocks = ("variable_scope", "reenter", "default_scope", "name_scope", "thread", "creator_scope", "arg_scope")
        if kind in blocks:
            if depth >= DEEPEST:
                kind = "get_variable"
            else:
                return getattr(self, f"block_{kind}")(depth)
        return getattr(self, f"write_{kind}")()

    def block_variable_scope(self, depth, given=None):
        given = given or {"name": self.pick(SCOPES, ODD_SCOPES)}
        if self.chance(0.05):
            given["default_name"] = self.random.choice(DEFAULTS)
        self.scope_options(given)
        if self.chance(0.6):
            given["as"] = self.label("scope")
        return ["variable_scope", given, self.body(depth + 1)]

    def block_reenter(self, depth):
        label = self.bound("scope")
        if label is None:
            return self.block_variable_scope(depth)
        return self.block_variable_scope(depth, {"scope": label})

    def block_default_scope(self, depth):
        step = self.block_variable_scope(depth, {"name": None, "default_name": self.pick(DEFAULTS, ["", "a:b", "_"])})
        if step[1].get("reuse") and not self.chance(0.05):
            del step[1]["reuse"]
        return step

    def block_name_scope(self, depth):
        given = {"name": self.pick(SCOPES, ODD_SCOPES)}
        if self.chance(0.15):
            label = self.bound("scope")
            text = self.bound("text")
            if label and self.chance(0.6):
                given = {"name": {"original_name_scope": label}}
            elif text:
                given = {"name": {"ref": text}}
        elif self.chance(0.1):
            given = {"name": None, "default_name": self.random.choice(DEFAULTS)}
        elif self.chance(0.04):
            given = {"name": None}
        if self.chance(0.5):
            given["as"] = self.label("text")
        return ["name_scope", given, self.body(depth + 1)]

    def block_thread(self, depth):
        return ["thread", {}, self.body(depth + 1)]

    def block_creator_scope(self, depth):
        creator = self.random.choice([{"record": "A"}, {"record": "B"}, {"rename": "forced"}])
        return ["creator_scope", {"creator": creator}, self.body(depth + 1)]

    def block_arg_scope(self, depth):
        given, label = {}, self.bound("arguments")
        if label and self.chance(0.3):
            given = {"scope": label}
        elif self.chance(0.1):
            given = {"scope": {}}
        else:
            given = {"functions": self.random.choice([["fa"], ["fb"], ["fa", "fb"], []]), "kwargs": self.keywords()}
        if self.chance(0.02):
            given = {"functions": self.random.choice([["fc"], "fa"]), "kwargs": {"x": 1}}
        given["as"] = self.label("arguments")
        return ["arg_scope", given, self.body(depth + 1)]

    def keywords(self):
        values = [1, 2, None, "t", 0.5, [1]]
        names = self.random.sample(["x", "y", *(["z"] if self.chance(0.2) else [])], self.random.choice([0, 1, 1, 2]))
        return {name: self.random.choice(values) for name in names}

    def write_call_scoped(self):
        return ["call_scoped", {"function": self.random.choice(["fa", "fb"]), "args": [self.random.choice([0, 1])],
                                "kwargs": self.keywords(), "as": self.label("received")}]

    # variables

    def write_get_variable(self):
        given = self.variable_options({"name": self.pick(VARIABLES, ODD_VARIABLES)})
        given["as"] = self.label("variable")
        return ["get_variable", given]

    def write_partitioned(self):
        given = {"name": self.pick(VARIABLES), "shape": self.random.choice([[4], [4], [4, 2], [3], [5, 4]]),
                 "partitioner": self.partitioner(), "as": self.label("variable")}
        if self.chance(0.1):
            given["initializer"] = {"tensor": [1, 2, 3, 4], "dtype": "int32", "shape": [4]}
            del given["shape"]
        self.maybe(given, "dtype", lambda: self.random.choice(DTYPES), None, 0, 0.08)
        self.maybe(given, "regularizer", self.regularizer, "regularizers", 0.4, 0.03)
        return ["get_variable", given]

    def write_get_local_variable(self):
        step = self.write_get_variable()
        return ["get_local_variable", step[1]]

    def write_store_get_variable(self):
        given = self.write_get_variable()[1]
        if self.chance(0.6):
            given["name"] = self.random.choice(["a/v", "a/w", "b/v", "v", "d/v", "a/b/v"])
        if self.chance(0.7):
            given["reuse"] = self.random.choice([True, False, None, "AUTO_REUSE"])
        return ["store_get_variable", given]

    def write_Variable(self):
        given = {"initial_value": self.random.choice([1.0, 1, True, [1, 2], [1.5, 2.5], [[1, 2], [3, 4]], 0.5])}
        if self.chance(0.75):
            given["name"] = self.pick(VARIABLES, [*ODD_VARIABLES, "v/"])
        if self.chance(0.02):
            given["initial_value"] = None
        self.maybe(given, "trainable", lambda: self.chance(0.4), "collections", 0.3, 0.08)
        self.maybe(given, "collections", self.collections, "collections", 0.2, 0.05)
        self.maybe(given, "use_resource", lambda: self.chance(0.6), "resources", 0.2, 0.03)
        self.maybe(given, "constraint", self.constraint, None, 0, 0.03)
        self.maybe(given, "caching_device", lambda: self.random.choice(DEVICES), None, 0, 0.03)
        given["as"] = self.label("variable")
        return ["Variable", given]

    # operations and names

    def write_constant(self):
        given = {"value": self.random.choice([[], 1, 2.5, [1, 2], True])}
        if self.chance(0.85):
            given["name"] = self.pick(OPERATIONS, ODD_OPERATIONS)
        return ["constant", {**given, "as": self.label("tensor")}]

    def write_op(self):
        kind = self.random.choice(["Mul", "mul", "Add", "add", "Identity", "Neg"])
        one = self.bound("tensor", "variable")
        given = {"type": kind}
        if one is not None:
            given["inputs"] = [one] if kind in ("Identity", "Neg") else [one, one]
            if len(given["inputs"]) == 2 and self.chance(0.15):
                given["inputs"][1] = 2.5
        if self.chance(0.4):
            given["name"] = self.pick(OPERATIONS, ODD_OPERATIONS)
        return ["op", {**given, "as": self.label("tensor")}] if one is not None else None

    def write_create_op(self):
        given = {"type": self.random.choice(["FloatOutput", "Two"]), "as": self.label("operation")}
        if self.chance(0.7):
            given["name"] = self.pick(OPERATIONS, ODD_OPERATIONS)
        if self.chance(0.2):
            given["outputs"] = self.random.choice([0, 2])
        return ["create_op", given]

    def write_unique_name(self):
        given = {"name": self.pick(OPERATIONS), "as": self.label("name")}
        if self.chance(0.25):
            given["mark_as_used"] = False
        return ["unique_name", given]

    def write_current_name_scope(self):
        return ["current_name_scope", {"as": self.label("name")}]

    def write_resource_default(self):
        return ["resource_default", {"enabled": self.chance(0.7)}]

    # scopes

    def of_some_scope(self, share=0.5):
        label = self.bound("scope")
        return {"scope": label} if label is not None and self.chance(share) else {}

    def write_current_scope(self):
        return ["current_scope", {"as": self.label("scope")}]

    def write_reuse_variables(self):
        return ["reuse_variables", self.of_some_scope()]

    def write_set_property(self):
        names = ["initializer", "regularizer", "dtype", "use_resource", "caching_device", "partitioner", "custom_getter"]
        leaning = {"partitions": "partitioner", "getters": "custom_getter", "regularizers": "regularizer"}
        names += [leaning[f] for f in sorted(self.features) if f in leaning for _ in range(3)]
        name = self.random.choice(names)
        value = None if self.chance(0.12) and name != "dtype" else self.property_value(name)
        return ["set_property", {**self.of_some_scope(), "property": name, "value": value}]

    def write_read_property(self):
        name = self.random.choice(["name", "reuse", "original_name_scope", "initializer", "dtype", "use_resource",
                                   "caching_device", "partitioner", "regularizer", "custom_getter", "constraint"])
        return ["read_property", {**self.of_some_scope(), "property": name, "as": self.label("property")}]

    # collections

    def any_key(self):
        return self.random.choice([*KEYS, "variables", "trainable_variables", "local_variables"])

    def write_scope_collection(self):
        return ["scope_collection", {**self.of_some_scope(), "key": self.any_key(), "as": self.label("listing")}]

    def write_get_collection(self):
        given = {"key": self.any_key()}
        if self.chance(0.4):
            given["scope"] = self.random.choice(["a", "a/", "b", ".*v", "[ab]/", ""])
        return ["get_collection", {**given, "as": self.label("listing")}]

    def write_collection_ref(self):
        return ["collection_ref", {"key": self.random.choice(KEYS), "as": self.label("listing")}]

    def write_collection_keys(self):
        return ["collection_keys", {"as": self.label("listing")}]

    def write_add_to_collection(self):
        keys = self.random.choice([*KEYS, ["k", "m"], ["k", "k"]])
        self.count += 1
        label = self.bound("variable", "tensor")
        values = [1, "text", {"named": f"a/n{self.count}"}]
        if label is not None:
            values += [{"ref": label}] * 2
        return ["add_to_collection", {"keys": keys, "value": self.random.choice(values)}]

    # partitioned variables

    def write_as_tensor(self):
        label = self.bound("variable")
        return ["as_tensor", {"of": label, "as": self.label("tensor")}] if label else None

    def write_element(self):
        label = self.bound("variable")
        return ["element", {"of": label, "index": self.random.choice([0, 1]), "as": self.label("variable")}] \
            if label else None

    # functions

    def define(self, name):
        """A function whose body asks for some variables, perhaps below a name that it is given."""
        outer, self.labels = self.labels, {}
        saved, self.weights = self.weights, {**self.weights}
        for unfit in ("call", "call_template", "make_template", "template_variables", "template_scope", "call_scoped",
                      "arg_scope"):
            self.weights.pop(unfit, None)
        left, self.left = self.left, self.random.randint(1, 5)
        body = self.body(2) + [self.write_get_variable()]
        returned = body[-1][1]["as"]
        parameters = []
        if self.chance(0.4):
            parameters = ["n"]
            body[-1][1]["name"] = {"param": "n"}
            if self.chance(0.5):
                body[-1][1]["name"] = "v"
                body = [*body[:-1], ["variable_scope", {"name": {"param": "n"}}, [body[-1]]]]
        self.left, self.weights, self.labels = left, saved, outer
        given = {"function": name, "returns": returned, "body": body}
        if parameters:
            given["params"] = parameters
        self.functions[name] = parameters
        return ["define", given]

    def arguments(self, parameters):
        return {p: self.random.choice(["v", "w", "a"]) for p in parameters}

    def write_call(self):
        if not self.functions:
            return None
        name = self.random.choice(sorted(self.functions))
        given = {"function": name, "as": self.label("variable")}
        if self.functions[name]:
            given["args"] = self.arguments(self.functions[name])
        return ["call", given]

    def write_make_template(self):
        if not self.functions:
            return None
        name = self.random.choice(sorted(self.functions))
        given = {"name": self.pick(["t", "t", "a", "d", "b"], ["", "_t", None]), "function": name,
                 "as": self.label("template")}
        parameters = self.functions[name]
        if parameters:
            given["kwargs"] = self.arguments(parameters)
        if self.chance(0.4):
            given["create_scope_now"] = True
        if self.chance(0.15):
            given["unique_name"] = self.random.choice(["u", "a", "t"])
        self.maybe(given, "custom_getter", lambda: self.random.choice(self.getters), "getters", 0.4, 0.05)
        return ["make_template", given]

    def write_call_template(self):
        label = self.bound("template")
        if label is None:
            return self.write_make_template()
        return ["call_template", {"template": label, "as": self.label("variable")}]

    def write_template_variables(self):
        label = self.bound("template")
        which = self.random.choice(["all", "global", "trainable", "local", "non_trainable"])
        return ["template_variables", {"template": label, "which": which, "as": self.label("listing")}] if label else None

    def write_template_scope(self):
        label = self.bound("template")
        return ["template_scope", {"template": label, "as": self.label("scope")}] if label else None


def by_hand(steps, random_):
    """The same program with a scope that is opened and left by hand."""
    for at, step in enumerate(steps):
        if step[0] == "variable_scope" and random_.random() < 0.5:
            manager = {"manager": "m"}
            return [*steps[:at], ["enter", {**manager, **step[1]}], *step[2], ["exit", manager], *steps[at + 1 :]]
    return steps


# --- programs that come through, or are refused


def without(steps, unwanted):
    """The program without one step; without what its removal leaves empty, too, where that means something."""
    kept = []
    for step in steps:
        if step is unwanted:
            continue
        if len(step) > 2:
            step = [step[0], step[1], without(step[2], unwanted)]
        elif step[0] == "define":
            step = ["define", {**step[1], "body": without(step[1]["body"], unwanted)}]
        kept.append(step)
    return kept


def dangling(steps):
    """A step that uses what is not there, if only because it stands where no run comes to; or nothing."""
    bound, functions = set(), set()

    def first(some):
        for step in some:
            op, given = step[0], arguments(step)
            used = set(references(given)) if op != "define" else set()
            for key in LABELS_IN.get(op, ()):
                value = given.get(key)
                used |= {v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)}
            if op == "arg_scope" and isinstance(given.get("scope"), str):
                used.add(given["scope"])
            if used - bound or op in ("call", "make_template") and given["function"] not in functions:
                return step
            if op == "define":
                found = first(given["body"])
                if found is not None:
                    return found
                if given["returns"] not in bound:
                    return step
                functions.add(given["function"])
            bound.update(labels_as(step))
            found = first(body_of(step))
            if found is not None:
                return found
        return None

    return first(steps)


def settled(steps, random_, errors):
    """(program, machine, refusal): the program with steps taken out until it comes through or may be refused."""
    while True:
        unwanted = dangling(steps)
        if unwanted is not None:
            steps = without(steps, unwanted)
            continue
        machine = Machine()
        try:
            machine.run(steps)
            return steps, machine, None
        except Refused as refused:
            if random_.random() < errors:
                return steps, machine, refused
        except (Unspecified, KeyError):
            pass
        steps = without(steps, machine.failing)


# --- what is expected


class Expectations:
    """What is worth asking of a program that has come through."""

    def __init__(self, machine, steps, random_):
        self.machine, self.random, self.steps = machine, random_, steps
        self.found = []

    def ask(self, e):
        value = copy.deepcopy(self.machine.read(e)) if not {"same", "different"} & set(e) else None
        if value is not None or not {"same", "different"} & set(e):
            e = {**e, "is": value}
        self.found.append(e)

    def all(self):
        for label, value in self.machine.labels.items():
            self.of_label(label, value)
        self.identities(Variable)
        self.identities(Scope)
        self.of_collections()
        self.of_callables()
        return self.found

    def sometimes(self, share, e):
        if self.random.random() < share:
            self.ask(e)

    def of_label(self, label, value):
        if isinstance(value, Variable):
            self.of_variable(label, value)
        elif isinstance(value, Partitioned):
            self.ask({"name": label})
            self.ask({"partitions": label})
            self.ask({"parts": label})
            self.sometimes(0.3, {"shape": label})
            self.sometimes(0.3, {"dtype": label})
        elif isinstance(value, Tensor):
            self.ask({"name": label})
        elif isinstance(value, Operation):
            self.ask({"op_name": label})
            self.sometimes(0.2, {"outputs": label})
        elif isinstance(value, Scope):
            self.of_scope(label, value)
        elif not isinstance(value, Getter) and (value is None or isinstance(value, (str, list, dict, bool, int))):
            self.ask({"value": label})

    def of_variable(self, label, value):
        self.ask({"name": label})
        for kind in ("shape", "dtype", "kind", "trainable", "caching_device", "constraint"):
            self.sometimes(0.25, {kind: label})
        if not (isinstance(value.initializer, dict) and {"callable", "tensor", "array"} & set(value.initializer)):
            self.sometimes(0.3, {"initializer": label})

    def of_scope(self, label, value):
        for name in ("name", "original_name_scope"):
            self.ask({"scope_property": [label, name]})
        names = ["reuse", "dtype", "caching_device", "use_resource", "constraint", "regularizer", "partitioner",
                 "initializer"]
        names = [n for n in names if n != "initializer" or "callable" not in str(value.initializer)]
        if not isinstance(value.custom_getter, (Getter, int)):
            names.append("custom_getter")
        for name in names:
            if name == "partitioner" and isinstance(value.partitioner, int):
                continue
            self.sometimes(0.5 if name == "reuse" else 0.15, {"scope_property": [label, name]})

    def identities(self, kind):
        """Which labels are one thing, and that two of them are not."""
        groups = {}
        for label, value in self.machine.labels.items():
            if isinstance(value, kind):
                groups.setdefault(id(value), []).append(label)
        for labels in groups.values():
            if len(labels) > 1:
                self.ask({"same": labels})
        firsts = [labels[0] for labels in groups.values()]
        if len(firsts) > 1:
            self.ask({"different": self.random.sample(firsts, 2)})

    def of_collections(self):
        for key in ("variables", "trainable_variables", "local_variables", "regularization_losses", "k", "m"):
            if self.machine.graph.collections.get(key):
                self.sometimes(0.7, {"collection": key})
        if self.machine.graph.collections.get("variables"):
            self.sometimes(0.2, {"collection": "variables", "scope": self.random.choice(["a", "b/", ".*w"])})
        self.sometimes(0.3, {"store_keys": "all"})

    def of_callables(self):
        """Of each callable that is told who it is: how often it was called, or how."""
        identities = {}
        for step in all_steps(self.steps):
            for name, value in step[1].items():
                value = value.get("value", value) if name == "value" and isinstance(value, dict) else value
                if isinstance(value, dict) and ("id" in value or "record" in value) and name != "constraint":
                    getter = name == "custom_getter" or not {"mean_plus", "returns_none", "record"} & set(value)
                    identities[value.get("id") or value["record"]] = "creator" if "record" in value else \
                        "getter" if getter else "regularizer"
        for identity, sort in sorted(identities.items()):
            if sort == "regularizer":
                self.ask({"calls": identity})
            elif sort == "creator":
                if all(entry["name"] is not None for entry in self.machine.logs.get(identity, [])):
                    self.ask({"log": identity, "fields": ["name"]})
            elif self.random.random() < 0.5:
                self.ask({"calls": identity})
            else:
                self.ask({"log": identity, "fields": ["name", "reuse", "trainable"]})


def case_of(number, random_, errors):
    """One case, or nothing where the program came to nothing."""
    writer = Writer(random_)
    steps, machine, refused = settled(writer.program(), random_, errors)
    if refused is not None:
        expect = [{"raises": refused.type, "at": "last step executed", "contains": refused.facts}]
    else:
        expect = Expectations(machine, steps, random_).all()
    if not expect:
        return None
    return {"id": f"random-{number}", "area": "random", "program": steps, "expect": expect}


def random_cases(seed, count, errors=0.15):
    """So many cases. Each has a seed of its own, so that it can be had again by itself."""
    cases, number = [], 0
    while len(cases) < count:
        case = case_of(f"{seed}-{number}", random.Random(f"{seed}/{number}"), errors)
        number += 1
        if case is not None:
            cases.append(case)
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--errors", type=float, default=0.15, help="which share of the refusals met is kept")
    options = parser.parse_args()
    for case in random_cases(options.seed, options.count, options.errors):
        print(json.dumps(case))


if __name__ == "__main__":
    sys.exit(main())

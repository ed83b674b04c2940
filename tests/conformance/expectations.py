# SPDX-License-Identifier: BSD-3-Clause
"""What a case expects, as C++ conditions that have to hold."""

import itertools
import json

import values
from cases import MORE, all_steps, arguments, labels_as
from cpp import number, string, template
from errors import refusal
from limits import Inexpressible, Unknown
from training_expectations import TrainingConditions

OPTION_PROPERTIES = ("initializer", "regularizer", "constraint", "partitioner", "custom_getter", "caching_device",
                     "use_resource")


def names(infos, expected):
    if not expected:
        return f"check::empty({infos})"
    return f"check::named({infos}, {{{', '.join(string(n) for n in expected)}}})"


def items(infos, expected):
    """Whether a listing holds named things, texts and numbers."""
    if not expected:
        return f"check::empty({infos})"
    if all(isinstance(x, str) and ":0" in x for x in expected):
        return names(infos, expected)
    written = []
    for x in expected:
        if isinstance(x, dict) and "named" in x:
            x = x["named"]
        written.append(string(x) if isinstance(x, str) else number(x, "double"))
    return f"check::holds({infos}, {', '.join(written)})"


def texts(sequence, expected):
    if not expected:
        return f"check::empty({sequence})"
    return f"check::equal<std::string_view>({sequence}, {{{', '.join(string(t) for t in expected)}}})"


def numbers(sequence, expected):
    if not expected:
        return f"check::empty({sequence})"
    return f"check::equal<std::size_t>({sequence}, {{{', '.join(str(n) for n in expected)}}})"


def part(expected):
    name, shape, offset = expected
    braces = lambda sizes: "{" + ", ".join(str(n) for n in sizes) + "}"
    return f"{{{string(name)}, {braces(shape)}, {braces(offset)}}}"


def reuse_text(value):
    spellings = {"True": "xs::reuse", "False": "xs::no_reuse", "None": "xs::no_reuse", "AUTO_REUSE": "xs::auto_reuse"}
    return spellings[str(value)]


class Conditions(TrainingConditions):
    """The conditions of one case. `results` are the labels in the order of the program's results."""

    def __init__(self, program, results, definitions):
        self.program, self.results, self.definitions = program, results, definitions

    def info(self, label):
        if label in self.program.slots:
            return f"{self.slot(label)}.value()"
        if label not in self.results:
            raise Unknown(f"label {label!r} in an expectation")
        if len(self.results) == 1:
            return "g.result()"
        return f"g.result<{self.results.index(label)}>()"

    def of(self, expectation):
        """The conditions of an expectation that is no `raises`."""
        kinds = [k for k in expectation if k not in ("is", "scope", "fields", "note")]
        if len(kinds) != 1:
            raise Unknown(f"expectation {json.dumps(expectation)}")
        write = getattr(self, f"expect_{kinds[0]}", None)
        if write is None:
            raise Unknown(f"expectation {kinds[0]!r}")
        found = write(expectation)
        return found if isinstance(found, list) else [found]

    def option(self, name, value):
        if value is None:
            return "xs::none"
        return values.option(name, value, self.definitions)

    # names, shapes, types

    def expect_name(self, e):
        if self.program.kinds.get(e["name"]) == "operation" and ":" not in e["is"]:
            return f"{self.info(e['name'])}.op_name() == {string(e['is'])}"
        return f"{self.info(e['name'])}.name() == {string(e['is'])}"

    def expect_op_name(self, e):
        return f"{self.info(e['op_name'])}.op_name() == {string(e['is'])}"

    def expect_outputs(self, e):
        return names(f"{self.info(e['outputs'])}.outputs()", e["is"])

    def expect_shape(self, e):
        return f"{self.info(e['shape'])}.shape() == {values.extents(e['is'])}"

    def expect_dtype(self, e):
        return f"{self.info(e['dtype'])}.dtype() == {values.dtype_option(e['is'])}"

    # variables

    def expect_kind(self, e):
        kinds = {"ref": "!", "resource": ""}
        if e["is"] not in kinds:
            raise Unknown(f"kind {e['is']!r}")
        return f"{kinds[e['is']]}{self.info(e['kind'])}.use_resource()"

    def expect_trainable(self, e):
        return f"{'' if e['is'] else '!'}{self.info(e['trainable'])}.trainable()"

    def expect_initializer(self, e):
        return f"{self.info(e['initializer'])}.initializer() == {self.option('initializer', e['is'])}"

    def expect_constraint(self, e):
        return f"{self.info(e['constraint'])}.constraint() == {self.option('constraint', e['is'])}"

    def expect_caching_device(self, e):
        return f"{self.info(e['caching_device'])}.caching_device() == {self.option('caching_device', e['is'])}"

    def expect_parts(self, e):
        return f"check::parts({self.info(e['parts'])}.parts(), {{{', '.join(part(p) for p in e['is'])}}})"

    def expect_partitions(self, e):
        return numbers(f"{self.info(e['partitions'])}.partitions()", e["is"])

    def expect_part_count(self, e):
        return f"{self.info(e['part_count'])}.parts().size() == {e['is']}"

    # scopes

    def expect_scope_property(self, e):
        label, name = e["scope_property"]
        return self.property(f"{self.info(label)}.{name}()", name, e["is"])

    def property(self, expression, name, value):
        if name in ("name", "original_name_scope"):
            return f"{expression} == {string(value)}"
        if name == "reuse":
            return f"{expression} == {reuse_text(value)}"
        if name == "dtype":
            return f"{expression} == {values.dtype_option(value)}"
        if name in OPTION_PROPERTIES:
            return f"{expression} == {self.option(name, value)}"
        raise Unknown(f"property {name!r} of a scope")

    # values

    def expect_value(self, e):
        label, expected = e["value"], e["is"]
        kind = self.program.kinds.get(label)
        if label in self.program.received:
            return f"check::holds_true(g.get_collection<{string('checked/' + label)}>())"
        if kind in ("number", "slice_dim", "texts"):
            return self.host_value(label, kind, expected)
        if kind == "slot" and expected is None:
            return f"!{self.slot(label)}.has_value()"
        info = self.info(label)
        if expected is None and kind in ("tensor", "variable"):
            return f"{info} == xs::none"
        if kind in ("text", "scope"):
            return f"{info}.name() == {string(expected)}" if expected is not None else f"{info} == xs::none"
        if kind == "keys":
            return f"check::keys({info}, {{{', '.join(string(k) for k in expected)}}})"
        if kind == "listing":
            return items(info, expected)
        if kind == "property":
            return self.read_value(label, info, expected)
        if kind in ("variable", "tensor", "operation") and isinstance(expected, str):
            return f"{info}.name() == {string(expected)}"
        raise Unknown(f"value of {label!r}, which is a {kind}")

    def read_value(self, label, info, expected):
        """What read_property read."""
        read = [arguments(s)["property"] for s in all_steps(self.program.steps)
                if s[0] == "read_property" and label in labels_as(s)]
        name = read[-1]
        if name in ("name", "original_name_scope"):
            return f"{info}.name() == {string(expected)}"
        return self.property(f"{info}.value()", name, expected)

    def host_value(self, label, kind, expected):
        query = {name: expression for _, name, expression in self.program.host}
        expression = query[label]
        if kind == "texts":
            return texts(expression, expected)
        if kind == "slice_dim" and expected is None:
            # No axis is the number of axes.
            owner = expression.split(".")[0]
            return f"{expression} == {owner}.full_shape().size()"
        return f"{expression} == {number(expected)}"

    # collections, calls

    GETTERS = {"variables": "global_variables", "trainable_variables": "trainable_variables",
               "local_variables": "local_variables"}

    def collection(self, key, scope=None):
        if scope is None and key in self.GETTERS:
            return f"g.{self.GETTERS[key]}()"
        return f"g.get_collection<{string(key)}{', ' + string(scope) if scope is not None else ''}>()"

    def expect_collection(self, e):
        return items(self.collection(e["collection"], e.get("scope")), e["is"])

    def expect_store_keys(self, e):
        return f"check::keys(g.store_keys(), {{{', '.join(string(k) for k in e['is'])}}})"

    def expect_calls(self, e):
        return f"g.get_collection<{string('calls/' + e['calls'])}>().size() == {e['is']}"

    def expect_log(self, e):
        conditions = []
        for field in e.get("fields", ["name"]):
            listing = template("g.get_collection", string(f"log/{e['log']}/{field}")) + "()"
            conditions.append(items(listing, [self.told(entry, field) for entry in e["is"]]))
        return conditions

    @staticmethod
    def told(entry, field):
        """A field of a log as text, as the recording callables tell it."""
        value = entry[field] if isinstance(entry, dict) else entry
        if isinstance(value, list):
            return " ".join(str(x) for x in value)
        return str(value)

    # identity

    def listed(self, label):
        return self.program.kinds.get(label) in ("listing", "keys")

    def expect_same(self, e):
        first, *others = e["same"]
        if self.listed(first):
            return [f"check::same({self.info(first)}, {self.info(other)})" for other in others]
        return [f"{self.info(first)} == {self.info(other)}" for other in others]

    def expect_different(self, e):
        pairs = itertools.combinations(e["different"], 2)
        return [f"{self.info(a)} != {self.info(b)}" for a, b in pairs]

    def expect_static(self, e):
        raise Inexpressible("python")


def refusal_conditions(expectation, program):
    """The conditions of a `raises`."""
    expected = refusal(expectation["raises"], expectation.get("contains", []), json.dumps(program))
    codes = [f"xs::errc::{code}" for code in expected.codes]
    if len(codes) == 1:
        conditions = [f"d.code() == {codes[0]}"]
    else:
        conditions = [f"check::refused(d, {{{', '.join(codes)}}})"]
    return conditions + [f"check::mentions(d, {string(text)})" for text in expected.texts]


# --- the flip test


def flipped_value(value):
    """Something else of the same sort, which the expectation may not be satisfied with."""
    if value is None:
        return {"constant_initializer": 0.125}
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, str):
        others = {"ref": "resource", "resource": "ref", "AUTO_REUSE": False, "no_regularizer": None}
        if value in others:
            return others[value]
        if value in values.DTYPES:
            return "float64" if value == "int64" else "int64"
        return value + "x"
    if isinstance(value, list):
        return [flipped_value(value[0]), *value[1:]] if value else ["x:0"]
    if isinstance(value, dict):
        key = next(iter(value))
        return {**value, key: flipped_value(value[key])}
    raise Unknown(f"value {value!r}")


def flipped_property(name, value):
    others = {
        "reuse": lambda v: True if v is False else False,
        "partitioner": lambda v: {"axis": 0, "into": 7},
        "constraint": lambda v: {"id": "another"},
        "regularizer": lambda v: {"id": "another", "mean_plus": 7},
        "custom_getter": lambda v: {"id": "another", "identity": True},
        "initializer": lambda v: {"constant_initializer": 7},
        "caching_device": lambda v: "/another",
        "use_resource": lambda v: v is not True,
    }
    return others[name](value) if name in others else flipped_value(value)


def flipped(expectation, steps):
    """The same expectation, untrue: whichever conditions it becomes, none of them holds. A `raises` is flipped where
    its conditions are written."""
    e = dict(expectation)
    if "raises" in e:
        return e
    if "same" in e:
        return {"different": e["same"]}
    if "different" in e:
        return {"same": e["different"]}
    if "shape" in e:
        return {**e, "is": [*e["is"], 7]}
    if "scope_property" in e:
        return {**e, "is": flipped_property(e["scope_property"][1], e["is"])}
    for name in ("initializer", "constraint", "caching_device"):
        if name in e:
            return {**e, "is": flipped_property(name, e["is"])}
    if "log" in e:
        return {**e, "is": [{k: f"{v}x" for k, v in entry.items()} for entry in e["is"] or [{"name": "another"}]]}
    if "value" in e:
        return {**e, "is": flipped_label_value(e["value"], e["is"], steps)}
    return {**e, "is": flipped_value(e["is"])}


def flipped_label_value(label, value, steps):
    """What a label does not stand for; the step that binds it says of which sort it is."""
    binding = [s for s in all_steps(steps) if label in labels_as(s)][-1]
    if binding[0] == "read_property":
        return flipped_property(arguments(binding)["property"], value)
    if binding[0] == "arg_scope":
        return {name: flipped_keywords(given) for name, given in value.items()} or {MORE: {}}
    if binding[0] == "call_scoped":
        return {"args": value["args"], "kwargs": flipped_keywords(value["kwargs"])}
    return 1 if value is None else flipped_value(value)


def flipped_keywords(given):
    return {name: 7 if value != 7 else 8 for name, value in given.items()} or {"another": 7}


def flipped_refusal(expectation, program):
    """Another code, and other texts."""
    expected = refusal(expectation["raises"], expectation.get("contains", []), json.dumps(program))
    other = "variable_exists" if "variable_exists" not in expected.codes else "shape_mismatch"
    conditions = [f"d.code() == xs::errc::{other}", "d.ok()"]
    return conditions + [f"check::mentions(d, {string(text + ' not said')})" for text in expected.texts]


def kinds_of(case):
    """The kinds of expectation in a case, for a sample that covers all of them."""
    for e in case["expect"]:
        kind = next(k for k in e if k not in ("is", "scope", "fields"))
        detail = ""
        if kind == "scope_property":
            detail = e[kind][1]
        elif kind == "value":
            detail = type(e["is"]).__name__
        elif kind == "raises":
            detail = e["raises"]
        yield f"{kind} {detail}".strip()

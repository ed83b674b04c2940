# SPDX-License-Identifier: BSD-3-Clause
"""The single steps of a case as statements of the library: one method for each kind of step.

A method takes the arguments of its step, without the label, and gives the statement, or None where there is none. Those
of blocks and calls give the tree of their labels too.
"""

from dataclasses import dataclass

import values
from cases import BLOCKS, KINDS, LABELS_IN, MORE, all_steps, arguments, body_of
from cpp import Call, Lambda, Pipe, identifier, string, template
from limits import Inexpressible, Mistakes, Unknown


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
    """What is known of a made template, to call it: the parameters that are left, and what stands for those that are
    not given."""

    function: Function
    open: list
    bound: dict


class Unused:
    """A result in a structured binding that no one needs; it has to have a name all the same."""

    def __eq__(self, other):
        return False

    __hash__ = object.__hash__


class Steps:
    """What `Program` knows of single steps."""

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
                raise Inexpressible("manager")
            raise Unknown(f"step {op!r}")
        if op in BLOCKS:
            return write(given, body_of(step), label, live)
        if op in ("call", "call_template", "gradients", "clip"):
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
            raise Inexpressible("same name", name)
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
        return Mistakes.write(bad, values.array(place), "partition_info")

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
        return names[0] if len(names) == 1 else self.tree_of(names, live)

    @staticmethod
    def tree_of(names, live):
        """Several results, of which those are named that are needed; a name that stands twice is the last one's."""
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
            level = self.Level(set())
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

    # --- steps with bodies

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
            level = self.Level({label})
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
        functions, scope = given.pop("functions", None), given.pop("scope", None)
        named = given.pop("kwargs", None) or {}
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
        return self.scope_block(head, body, label, live, None, checks)

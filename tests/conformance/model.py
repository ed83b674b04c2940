#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""TensorFlow's scope rules as a program: it runs a case and tells what graph mode makes of it.

usage: model.py CASES.jsonl...

An interpreter of the steps of the cases, written after graph mode's own state machine and not after the library, so that
the two can be compared. As a program it compares itself with the expectations that are written in the cases.

`Refused` is TensorFlow's exception. `Unspecified` is raised where a program leaves what is specified: what numbers a
computation gives, the names of operations that are nobody's business, mistakes that Python would find by itself.
"""

import contextlib
import pathlib
import re
import sys
from collections import Counter
from dataclasses import dataclass, field, replace

# Isolated interpreters do not look beside the script.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cases import read_cases  # noqa: E402


class Refused(Exception):
    """TensorFlow's exception: its type, its message, and the parts of the message that are worth asking for."""

    def __init__(self, type_name, message, *facts):
        super().__init__(f"{type_name}: {message}")
        self.type, self.message = type_name, message
        self.facts = list(facts) or [message]


class Unspecified(Exception):
    """The specification does not say what happens here."""


def value_error(message, *facts):
    return Refused("ValueError", message, *facts)


def type_error(message, *facts):
    return Refused("TypeError", message, *facts)


# --- names

OP_NAME = re.compile(r"[A-Za-z0-9.][A-Za-z0-9_.\-/]*")
SCOPE_NAME = re.compile(r"[A-Za-z0-9_.\-/]*")


def joined(prefix, name):
    return f"{prefix}/{name}" if prefix else name


def shape_text(shape):
    """A shape as TensorFlow prints it."""
    if shape is None:
        return "<unknown>"
    parts = ["?" if d is None else str(d) for d in shape]
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"


def is_known(shape):
    return shape is not None and None not in shape


def compatible(shape, found):
    """What is not known agrees with everything."""
    if shape is None:
        return True
    return len(shape) == len(found) and all(a is None or a == b for a, b in zip(shape, found))


def as_shape(value):
    return [value] if isinstance(value, int) and not isinstance(value, bool) else value


def base(dtype):
    return dtype[:-4] if dtype is not None and dtype.endswith("_ref") else dtype


# --- values


def flat(value):
    return [x for part in value for x in flat(part)] if isinstance(value, list) else [value]


def literal_shape(value):
    shape = []
    while isinstance(value, list):
        shape.append(len(value))
        value = value[0] if value else None
    return shape


def literal_dtype(value):
    """The type that TensorFlow gives a literal."""
    items = flat(value)
    if not items:
        return "float32"
    for kind, dtype in ((str, "string"), (bool, "bool"), (float, "float32"), (int, "int32")):
        if any(isinstance(x, kind) for x in items):
            return dtype
    raise type_error(f"Failed to convert object of type {type(items[0]).__name__} to Tensor.", "Failed to convert")


FLOATS = ("float16", "bfloat16", "float32", "float64")
INTEGERS = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")


def is_callable_initializer(value):
    return isinstance(value, dict) and not {"tensor", "array", "unconvertible"} & set(value)


def is_callable(value):
    """Whether what stands in the place of a getter, partitioner or constraint can be called."""
    return isinstance(value, (dict, Getter))


def is_tensor(value):
    return isinstance(value, dict) and "tensor" in value


def constant_type(value):
    """(shape, dtype) of an initializer that is a value."""
    if isinstance(value, dict):
        if "unconvertible" in value:
            raise type_error("Failed to convert object of type <class 'dict'> to Tensor.", "Failed to convert")
        key = "tensor" if "tensor" in value else "array"
        dtype = value.get("dtype") or ("float32" if key == "tensor" else literal_dtype(value[key]))
        return as_shape(value.get("shape", literal_shape(value[key]))), dtype
    return literal_shape(value), literal_dtype(value)


def default_initializer(dtype, name):
    if dtype in FLOATS:
        return {"glorot_uniform_initializer": True}
    if dtype in INTEGERS or dtype in ("bool", "string"):
        return {"zeros_initializer": True}
    raise value_error(f"An initializer for variable {name} of <dtype: '{dtype}'> is required",
                      f"An initializer for variable {name}", "is required")


# --- what labels stand for


@dataclass(eq=False)
class Tensor:
    name: str
    shape: list = None
    dtype: str = None
    number: float = None


@dataclass(eq=False)
class Operation:
    name: str
    outputs: int = 1


@dataclass(eq=False)
class Variable:
    op_name: str
    shape: list
    dtype: str
    resource: bool
    trainable: bool
    initializer: object
    constraint: object
    caching_device: object

    @property
    def name(self):
        return f"{self.op_name}:0"

    @property
    def printed_dtype(self):
        return self.dtype if self.resource else f"{self.dtype}_ref"


@dataclass(eq=False)
class Partitioned:
    name: str
    shape: list
    dtype: str
    partitions: list
    parts: list = field(default_factory=list)  # (variable, offset)


@dataclass(eq=False)
class Named:
    """Any object with a name, as programs put into collections."""

    name: str


@dataclass(eq=False)
class Scope:
    """A variable scope: an object of its own for each opening, that setters change."""

    name: str = ""
    reuse: object = False
    original_name_scope: str = ""
    dtype: str = "float32"
    initializer: object = None
    regularizer: object = None
    caching_device: object = None
    partitioner: object = None
    custom_getter: object = None
    use_resource: object = None
    constraint: object = None


INHERITED = ("initializer", "regularizer", "caching_device", "partitioner", "dtype", "use_resource")


@dataclass(eq=False)
class Getter:
    """A custom getter, and the one around it that it calls instead of the store."""

    spec: object
    outer: object = None


def composed(spec, outer):
    return Getter(spec, outer) if outer is not None else spec


class Graph:
    """What all threads share."""

    def __init__(self):
        self.used, self.operations, self.variables, self.partitioned, self.collections = {}, set(), {}, {}, {}

    def unique_name(self, full, mark=True):
        key = full.lower()
        count = self.used.get(key, 0)
        if mark:
            self.used[key] = count + 1
        if count == 0:
            return full
        while f"{key}_{count}" in self.used:
            count += 1
        if mark:
            self.used[f"{key}_{count}"] = 1
        return f"{full}_{count}"

    def add_operation(self, name):
        if not OP_NAME.fullmatch(name):
            raise value_error(f"'{name}' is not a valid node name")
        if name in self.operations:
            raise value_error(f"Duplicate node name in graph: '{name}'", "Duplicate node name", name)
        self.operations.add(name)

    def collect(self, keys, item):
        for key in dict.fromkeys(keys):
            self.collections.setdefault(key, []).append(item)

    def collection(self, key, expression=None):
        items = list(self.collections.get(key, []))
        if expression is None:
            return items
        found = re.compile(expression)
        return [x for x in items if hasattr(x, "name") and found.match(x.name)]


class Thread:
    def __init__(self):
        self.stack, self.scope, self.counts, self.creators = "", Scope(), {}, []


# --- opening variable scopes


class VariableScope:
    """A context manager as TensorFlow's variable_scope; its steps stand in TensorFlow's order."""

    def __init__(self, machine, given):
        self.machine, self.given = machine, given
        self.target = machine.scope_target(given)
        self.reuse = given.get("reuse") or None
        if self.target is None and given.get("default_name") is None:
            raise type_error("If default_name is None then name_or_scope is required",
                             "default_name is None", "name_or_scope is required")
        if self.reuse not in (None, True, "AUTO_REUSE"):
            raise value_error("The reuse parameter must be True or False or None.")
        self.auxiliary = given.get("auxiliary_name_scope", True)
        if not isinstance(self.auxiliary, bool):
            raise type_error(f"The auxiliary_name_scope must be `True` or `False`, while get {self.auxiliary}",
                             "auxiliary_name_scope")

    def enter(self):
        thread = self.machine.thread
        self.outer_stack, self.outer = thread.stack, thread.scope
        if self.target is not None and not isinstance(self.target, (str, Scope)):
            raise type_error("VariableScope: name_or_scope must be a string or VariableScope.",
                             "must be a string or VariableScope")
        if self.target is None and self.reuse:
            raise value_error("reuse=True cannot be used without a name_or_scope",
                              "cannot be used without a name_or_scope")
        handed_out = self.enter_name_scope()
        name = self.target
        if name is None:
            name = self.machine.unique_default_name(self.given["default_name"])
        if isinstance(name, Scope):
            self.scope = self.copy_of(name, name.name, name.original_name_scope)
        else:
            self.scope = self.copy_of(self.outer, joined(self.outer.name, name), handed_out)
        counts = thread.counts
        counts[self.scope.name] = counts.get(self.scope.name, 0) + 1
        self.counts = dict(counts)
        thread.scope = self.scope
        return self.scope

    def enter_name_scope(self):
        """The text that it is handed out; `""` where none is entered."""
        machine = self.machine
        if not self.auxiliary:
            return machine.enter_name_scope(machine.thread.stack + "/" if machine.thread.stack else "")
        target = self.target
        if target is None:
            target = self.given["default_name"]
        elif isinstance(target, Scope):
            target = target.name.split("/")[-1]
        if not target and self.target is not None:
            return ""
        return machine.enter_name_scope(target)

    def copy_of(self, model, name, original_name_scope):
        given = {k: self.given[k] for k in INHERITED if self.given.get(k) is not None}
        if "dtype" in given:
            given["dtype"] = base(self.machine.dtype(given["dtype"]))
        getter = model.custom_getter
        if self.given.get("custom_getter") is not None:
            getter = composed(self.given["custom_getter"], getter)
        return replace(model, name=name, original_name_scope=original_name_scope, custom_getter=getter,
                       reuse=self.reuse or model.reuse, constraint=self.given.get("constraint"), **given)

    def exit(self):
        thread = self.machine.thread
        thread.stack = self.outer_stack
        if thread.scope is not self.scope:
            raise Refused("RuntimeError", "Improper nesting of variable_scope.")
        if isinstance(self.target, Scope):
            thread.counts = self.counts
        else:
            self.machine.forget_below(self.scope.name)
        thread.scope = self.outer


class CreatorScope:
    def __init__(self, machine, given):
        self.machine, self.creator = machine, given["creator"]

    def enter(self):
        self.opened = (self.creator,)
        self.machine.thread.creators.append(self.opened)

    def exit(self):
        creators = self.machine.thread.creators
        if not creators or creators[-1] is not self.opened:
            raise Refused("RuntimeError", "Exiting variable_creator_scope without proper nesting.")
        creators.pop()


class Template:
    """TensorFlow's make_template object."""

    def __init__(self, machine, given):
        self.machine, self.name, self.function = machine, machine.text(given.get("name")), given["function"]
        self.body = machine.functions[self.function]
        self.unique_name, self.getter = given.get("unique_name"), given.get("custom_getter")
        self.bound, self.scope, self.created = given.get("kwargs") or {}, None, False
        if self.name is None:
            raise value_error("name cannot be None.")
        if given.get("create_scope_now"):
            self.scope = machine.pure_scope(self.unique_name or machine.unique_default_name(self.name), self.getter)

    def call(self, arguments):
        if self.scope is not None:
            manager = VariableScope(self.machine, {"object": self.scope, "reuse": self.created})
            manager.enter()
        else:
            given = {"name": self.unique_name, "default_name": self.name, "custom_getter": self.getter}
            manager = VariableScope(self.machine, given)
            self.scope = manager.enter()
        trainable = self.machine.graph.collections.setdefault("trainable_variables", [])
        count = len(trainable)
        result = self.machine.call(self.body, {**self.bound, **arguments})
        if self.created and len(trainable) != count:
            message = "Trainable variable created when calling a template after the first time"
            raise value_error(message)
        self.created = True
        manager.exit()
        return result

    @property
    def prefix(self):
        if self.scope is None:
            return None
        name = self.scope.name
        return name if not name or name.endswith("/") else f"{name}/"

    def listing(self, which):
        if not self.created:
            return []
        key = {"global": "variables", "trainable": "trainable_variables", "local": "local_variables"}
        if which == "all":
            return self.listing("global") + self.listing("local")
        if which == "non_trainable":
            trainable = self.listing("trainable")
            return [v for v in self.listing("global") if v not in trainable]
        return self.machine.graph.collection(key[which], self.prefix)


# --- the variable store


@dataclass
class Request:
    """What a custom getter is told, and the store after it."""

    name: str
    shape: object = None
    dtype: str = "float32"
    initializer: object = None
    regularizer: object = None
    reuse: object = None
    trainable: object = None
    collections: object = None
    caching_device: object = None
    partitioner: object = None
    validate_shape: object = True
    use_resource: object = None
    constraint: object = None
    synchronization: object = "AUTO"
    aggregation: object = "NONE"


SYNCHRONIZATIONS = ("AUTO", "NONE", "ON_WRITE", "ON_READ", None)
AGGREGATIONS = ("NONE", "SUM", "MEAN", "ONLY_FIRST_REPLICA", None)


def checked_trainable(synchronization, aggregation, trainable, name):
    """Whether the variable is trainable, once the modes are known to be modes."""
    for kind, value, known in (("aggregation", aggregation, AGGREGATIONS),
                               ("synchronization", synchronization, SYNCHRONIZATIONS)):
        if value not in known:
            raise value_error(f"Invalid variable {kind} mode: {value} for variable: {name}",
                              f"Invalid variable {kind} mode: {value}", f"variable: {name}")
    if trainable is None:
        return synchronization != "ON_READ"
    return trainable


class Store:
    """get_variable of the store: getters, partitions, reuse, creation."""

    def __init__(self, machine):
        self.machine, self.graph = machine, machine.graph

    def get(self, request, custom_getter=None):
        if custom_getter is not None and not is_callable(custom_getter):
            raise value_error(f"Passed a custom_getter which is not callable: {custom_getter}",
                              "Passed a custom_getter which is not callable")
        request = replace(request, dtype=base(request.dtype), shape=as_shape(request.shape))
        trainable = checked_trainable(request.synchronization, request.aggregation, request.trainable, request.name)
        request = replace(request, trainable=trainable)
        if custom_getter is None:
            return self.true_getter(request)
        return self.machine.run_getter(custom_getter, self.true_getter, request)

    def true_getter(self, request):
        request = replace(request, shape=as_shape(request.shape), dtype=base(request.dtype))
        name = request.name
        if request.partitioner is not None and request.shape != []:
            if not is_callable(request.partitioner):
                raise value_error(f"Partitioner must be callable, but received: {request.partitioner}",
                                  "Partitioner must be callable")
            with self.machine.at_root():
                return self.partitioned(request)
        if request.reuse is True and request.partitioner is None and name in self.graph.partitioned:
            return self.partitioned(request)
        if f"{name}/part_0" in self.graph.variables:
            raise value_error("No partitioner was provided, but a partitioned version of the variable was found: "
                              f"{name}/part_0.", "No partitioner was provided", f"{name}/part_0")
        return self.single(request)

    # single variables

    def single(self, request, slice_of=None):
        initializer, shape, name = request.initializer, request.shape, request.name
        constant = initializer is not None and not is_callable_initializer(initializer)
        if constant and shape is not None:
            raise value_error("If initializer is a constant, do not specify shape.")
        if name in self.graph.variables:
            return self.shared(request, self.graph.variables[name])
        if request.reuse is True:
            raise value_error(f"Variable {name} does not exist, or was not created with tf.get_variable(). Did you mean "
                              "to set reuse=tf.AUTO_REUSE in VarScope?",
                              f"Variable {name} does not exist, or was not created with tf.get_variable()")
        if initializer is None:
            initializer = default_initializer(request.dtype, name)
        shape, dtype = self.initial_type(initializer, constant, request)
        use_resource = self.machine.resource_default if request.use_resource is None else request.use_resource
        variable = self.machine.create_variable({
            "name": name, "initializer": initializer, "shape": shape, "dtype": dtype, "trainable": request.trainable,
            "collections": request.collections, "caching_device": request.caching_device,
            "constraint": request.constraint, "use_resource": use_resource,
            "synchronization": request.synchronization, "aggregation": request.aggregation,
        })
        self.graph.variables[name] = variable
        self.machine.regularize(request.regularizer, variable, name)
        return variable

    def shared(self, request, found):
        name = request.name
        if request.reuse is False:
            raise value_error(f"Variable {name} already exists, disallowed. Did you mean to set reuse=True or "
                              "reuse=tf.AUTO_REUSE in VarScope?", f"Variable {name} already exists, disallowed")
        if not compatible(request.shape, found.shape):
            a, b = shape_text(request.shape), shape_text(found.shape)
            raise value_error(f"Trying to share variable {name}, but specified shape {a} and found shape {b}.")
        if request.dtype != found.dtype:
            raise value_error(f"Trying to share variable {name}, but specified dtype {request.dtype} and found dtype "
                              f"{found.printed_dtype}.")
        return found

    @staticmethod
    def initial_type(initializer, constant, request):
        """The shape and dtype that a new variable will have."""
        if constant:
            return constant_type(initializer)
        taken = initializer.get("callable")
        if is_known(request.shape):
            check_initializer(initializer, request.shape, request.dtype)
            return request.shape, request.dtype
        if taken is not None and not taken.get("required_args"):
            return constant_type(taken["returns"])
        raise value_error("The initializer passed is not valid. It should be a callable with no arguments and the shape "
                          "should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be "
                          "fully defined.", "The initializer passed is not valid", "fully defined")

    # partitioned variables

    def partitioned(self, request):
        name, shape, initializer = request.name, request.shape, request.initializer
        if name in self.graph.variables:
            raise value_error("A partitioner was provided, but an unpartitioned version of the variable was found: "
                              f"{name}.", "A partitioner was provided",
                              f"unpartitioned version of the variable was found: {name}")
        if is_tensor(initializer):
            own = constant_type(initializer)[0]
            if not compatible(shape, own):
                raise Unspecified("a tensor of another shape")
            shape = own
        partitions = None
        if not request.reuse or request.partitioner is not None:
            partitions = partitions_of(request.partitioner, shape, request.dtype)
        if name in self.graph.partitioned:
            return self.shared_partitioned(request, shape, partitions, self.graph.partitioned[name])
        if request.reuse is True:
            raise value_error(f"PartitionedVariable {name} does not exist, or was not created with tf.get_variable(). "
                              "Did you mean to set reuse=False or reuse=tf.AUTO_REUSE in VarScope?",
                              f"PartitionedVariable {name} does not exist")
        return self.sliced(request, shape, partitions)

    @staticmethod
    def shared_partitioned(request, shape, partitions, found):
        name = request.name
        if request.reuse is False:
            raise value_error(f"Partitioned variable with name {name} already exists. Did you mean to set reuse=True or "
                              "reuse=tf.AUTO_REUSE in VarScope?", f"Partitioned variable with name {name} already exists")
        start = f"Trying to reuse partitioned variable {name}, but specified"
        if not compatible(shape, found.shape):
            raise value_error(f"{start} shape {shape_text(shape)} and found shape {shape_text(found.shape)}.")
        if request.dtype != found.dtype:
            raise value_error(f"{start} dtype {request.dtype} and found dtype {found.dtype}.")
        if partitions is not None and partitions != found.partitions:
            raise value_error(f"{start} partitions {partitions} and found partitions {found.partitions}.")
        return found

    def check_earlier_slices(self, name, count):
        """Slices that were made one by one are fine if there are just as many."""
        store = self.graph.variables
        if f"{name}/part_0" not in store:
            return
        start = "Partitioner returned a different partitioning than what was already found."
        last, extra = f"{name}/part_{count - 1}", f"{name}/part_{count}"
        if last not in store:
            raise value_error(f"{start}  Partitioner returned {count} shards, and shard {name}/part_0 was found, but "
                              f"{last} was not.", "different partitioning than what was already found")
        if extra in store:
            raise value_error(f"{start}  Partitioner returned {count} shards, and shard {name}/part_0 was found, but "
                              f"so was {extra}, which is an extra shard.",
                              "different partitioning than what was already found")

    def sliced(self, request, shape, partitions):
        axis = next((i for i, p in enumerate(partitions) if p > 1), 0)
        count = partitions[axis]
        self.check_earlier_slices(request.name, count)
        dtype, parts, begin = request.dtype, [], 0
        for index in range(count):
            size = shape[axis] // count + (1 if index < shape[axis] % count else 0)
            offset = [begin if i == axis else 0 for i in range(len(shape))]
            check_offset(shape, offset)
            own = [size if i == axis else d for i, d in enumerate(shape)]
            initializer, own_shape, dtype = self.slice_of(request.initializer, shape, own, dtype)
            part = self.single(replace(request, name=f"{request.name}/part_{index}", shape=own_shape,
                                       initializer=initializer, dtype=dtype))
            parts.append((part, offset))
            begin += size
        made = Partitioned(request.name, shape, dtype, partitions, parts)
        self.graph.partitioned[request.name] = made
        return made

    def slice_of(self, initializer, whole, shape, dtype):
        """(initializer, shape, dtype) of a slice."""
        if initializer is None or is_callable_initializer(initializer):
            return initializer, shape, dtype
        own, own_dtype = constant_type(initializer)
        if own != whole:
            raise Unspecified("a value of another shape")
        if is_tensor(initializer):
            dtype = own_dtype
        elif own_dtype != dtype:
            raise Unspecified("a value that is converted")
        self.machine.stray_constants = True
        return {"tensor": 0, "dtype": dtype, "shape": shape}, None, dtype


def check_initializer(initializer, shape, dtype):
    """Programs whose initializers make something else than what is asked for are nobody's business."""
    own = initializer.get("callable")
    if own is not None:
        if not own.get("required_args") and not own.get("optional_args"):
            raise Unspecified("a callable without arguments is called with some")
        if isinstance(own["returns"], dict) or literal_shape(own["returns"]) != shape:
            raise Unspecified("a callable that makes another shape")
        return
    constant = initializer.get("constant_initializer")
    if constant is None and "zeros_initializer" not in initializer and dtype not in FLOATS:
        raise Unspecified("random numbers of that type")
    if isinstance(constant, list):
        raise Unspecified("a constant that has to fit")
    if isinstance(constant, float) and dtype not in FLOATS or constant is not None and dtype in ("bool", "string"):
        raise Unspecified("a constant of another type")


# --- partitioners


SIZES = {"float16": 2, "bfloat16": 2, "float32": 4, "float64": 8, "int8": 1, "uint8": 1, "int16": 2, "uint16": 2,
         "int32": 4, "uint32": 4, "int64": 8, "uint64": 8, "bool": 1, "complex64": 8, "complex128": 16}


def product(shape):
    result = 1
    for d in shape:
        result *= d
    return result


def element_size(dtype, given):
    return given.get("bytes_per_string_element", 16) if dtype == "string" else SIZES[dtype]


def call_partitioner(spec, shape, dtype):
    if "list" in spec:
        return spec["list"]
    kind = next((k for k in ("fixed_size", "variable_axis_size", "min_max") if k in spec), None)
    given = spec if kind is None else spec[kind]
    for key in ("max_shard_bytes", "bytes_per_string_element", "max_shards", "max_partitions", "min_slice_size"):
        if given.get(key) is not None and given[key] < 1:
            raise value_error(f"{key} must be positive.")
    axis = given.get("axis", 0)
    if axis >= len(shape):
        if kind is None:
            raise Unspecified("no such axis")
        raise value_error(f"Cannot partition variable along axis {axis} when shape is only {shape_text(shape)}",
                          f"Cannot partition variable along axis {axis}")
    result = [1] * len(shape)
    if kind is None:
        result[axis] = given["into"]
    elif kind == "fixed_size":
        result[axis] = min(given["num_shards"], shape[axis])
    elif kind == "variable_axis_size":
        row = product(shape) // shape[axis] * element_size(dtype, given)
        rows = max(1, given["max_shard_bytes"] // row)
        shards = -(-shape[axis] // rows)
        result[axis] = min(shards, given["max_shards"]) if given.get("max_shards") else shards
    else:
        total = product(shape) * element_size(dtype, given)
        slices = -(-total // given.get("min_slice_size", 256 << 10))
        result[axis] = max(1, min(shape[axis], given.get("max_partitions", 1), slices))
    return result


def partitions_of(partitioner, shape, dtype):
    """What the partitioner says, once it is known to make sense."""
    if not is_known(shape):
        raise value_error("Shape of a new partitioned variable must be fully defined, but instead was "
                          f"{shape_text(shape)}.", "partitioned variable must be fully defined")
    if not shape:
        raise value_error("A partitioned Variable must have rank at least 1, shape: ()",
                          "A partitioned Variable must have rank at least 1")
    partitions = call_partitioner(partitioner, shape, dtype)
    if not isinstance(partitions, list):
        raise value_error(f"Partitioner must return a sequence, but saw: {partitions}",
                          "Partitioner must return a sequence")
    if len(partitions) != len(shape):
        raise value_error("Partitioner returned a partition list that does not match the Variable's rank: "
                          f"{partitions} vs. {shape_text(shape)}", "does not match the Variable's rank")
    if any(p < 1 for p in partitions):
        raise value_error(f"Partitioner returned zero partitions for some axes: {partitions}",
                          "zero partitions for some axes")
    if sum(p > 1 for p in partitions) > 1:
        raise value_error(f"Can only slice a variable along one dimension: shape: {shape_text(shape)}, partitioning: "
                          f"{partitions}", "Can only slice a variable along one dimension")
    return partitions


def check_offset(shape, offset):
    if len(shape) != len(offset):
        raise value_error(f"Expected equal length, but received full_shape={shape} and var_offset={offset}")
    for o, d in zip(offset, shape):
        if not 0 <= o < d:
            raise value_error(f"Expected 0 <= offset < shape but found offset={o}, shape={d} for var_offset={offset}, "
                              f"full_shape={shape}", "Expected 0 <= offset < shape")


@dataclass(eq=False)
class PartitionInfo:
    full_shape: list
    var_offset: list

    def __post_init__(self):
        for value in (self.full_shape, self.var_offset):
            if not isinstance(value, list):
                raise type_error("`full_shape` and `var_offset` must be sequences")
        check_offset(self.full_shape, self.var_offset)

    def single_slice_dim(self, shape):
        if not isinstance(shape, list):
            raise type_error("`shape` must be a sequence")
        if len(shape) != len(self.full_shape):
            raise value_error("Expected equal length")
        if any(o + d > full for o, d, full in zip(self.var_offset, shape, self.full_shape)):
            raise value_error("With self.var_offset, a partition of shape would exceed full_shape")
        cut = [i for i, (d, full) in enumerate(zip(shape, self.full_shape)) if d != full]
        if len(cut) > 1:
            raise value_error("Cannot use single_slice_dim() with shape")
        return cut[0] if cut else None

    def single_offset(self, shape):
        axis = self.single_slice_dim(shape)
        return 0 if axis is None else self.var_offset[axis]


# --- running steps


class Machine:
    """One program's run."""

    def __init__(self):
        self.graph, self.thread = Graph(), Thread()
        self.store = Store(self)
        self.labels, self.kinds = {}, {}
        self.functions, self.decorated, self.parameters = {}, {}, [{}]
        self.arg_scopes, self.managers = [{}], {}
        self.calls, self.logs = Counter(), {}
        self.resource_default = False
        self.stray_constants = False  # unnamed constants whose names are not settled have been made
        self.failing = None  # the innermost step that did not come through

    def run(self, steps):
        for step in steps:
            try:
                self.step(step)
            except (Refused, Unspecified, KeyError) as error:
                if not getattr(error, "seen", False):
                    self.failing, error.seen = step, True
                raise

    def step(self, step):
        given = dict(step[1]) if len(step) > 1 else {}
        label = given.pop("as", None)
        if len(step) > 2 or step[0] in BLOCKS:
            getattr(self, f"block_{step[0]}")(given, step[2] if len(step) > 2 else [], label)
            return
        result = getattr(self, f"step_{step[0]}")(given)
        if isinstance(label, list):
            for name, one in zip(label, result):
                self.bind(name, one)
        elif label is not None:
            self.bind(label, result)

    def bind(self, label, value):
        self.labels[label] = value

    # values in arguments

    def argument(self, value):
        """What an argument stands for: a parameter of the running function, or itself."""
        if isinstance(value, dict) and "param" in value:
            return self.parameters[-1][value["param"]]
        return value

    def text(self, value):
        value = self.argument(value)
        if isinstance(value, dict):
            if "ref" in value:
                return self.labels[value["ref"]]
            scope = self.labels[value["original_name_scope"]]
            if not isinstance(scope, Scope):
                raise Unspecified("no scope")
            return scope.original_name_scope
        return value

    def dtype(self, value):
        value = self.argument(value)
        return self.labels[value["dtype_of"]].dtype if isinstance(value, dict) else value

    def labelled(self, value):
        """A label, which may be an argument of the running function."""
        value = self.argument(value)
        return self.labels[value] if isinstance(value, str) else value

    def scope_of(self, given):
        label = given.get("scope")
        scope = self.thread.scope if label is None else self.labelled(label)
        if not isinstance(scope, Scope):
            raise Unspecified("no scope")
        return scope

    def scope_target(self, given):
        if "object" in given:
            return given["object"]
        if given.get("scope") is not None:
            return self.text(given["scope"]) if isinstance(given["scope"], dict) and "param" not in given["scope"] \
                else self.labelled(given["scope"])
        return self.text(given.get("name"))

    # names

    @contextlib.contextmanager
    def restored(self):
        stack = self.thread.stack
        yield
        self.thread.stack = stack

    @contextlib.contextmanager
    def at_root(self):
        with self.restored():
            self.thread.stack = ""
            yield

    def enter_name_scope(self, name, *facts):
        """Changes the name stack; the text that is handed out."""
        if not name:
            self.thread.stack = ""
            return ""
        if not (SCOPE_NAME if self.thread.stack else OP_NAME).fullmatch(name):
            raise value_error(f"'{name}' is not a valid scope name", *facts)
        if name.endswith("/"):
            self.thread.stack = name[:-1]
            return name
        self.thread.stack = self.graph.unique_name(joined(self.thread.stack, name))
        return self.thread.stack + "/"

    def low_level(self, name):
        """An operation that graph mode names directly."""
        full = name[:-1] if name.endswith("/") else self.graph.unique_name(joined(self.thread.stack, name))
        self.graph.add_operation(full)
        return full

    def generated(self, name, literals=()):
        """An operation that names itself by a name scope, with its literals in there."""
        with self.restored():
            scope = self.enter_name_scope(name)
            for literal in literals:
                self.low_level(literal)
            return self.low_level(scope)

    # scopes

    def unique_default_name(self, prefix):
        counts = self.thread.counts
        full = joined(self.thread.scope.name, prefix)
        if not counts.get(full):
            return prefix
        number = 1
        while counts.get(f"{full}_{number}"):
            number += 1
        return f"{prefix}_{number}"

    def forget_below(self, name):
        for key in self.thread.counts:
            if key.startswith(f"{name}/"):
                self.thread.counts[key] = 0

    def pure_scope(self, name, getter):
        """A scope that is opened without any name scope and left at once, as templates do."""
        outer, counts = self.thread.scope, self.thread.counts
        full = joined(outer.name, name)
        counts[full] = counts.get(full, 0) + 1
        self.forget_below(full)
        wrapped = composed(getter, outer.custom_getter) if getter is not None else outer.custom_getter
        return replace(outer, name=full, original_name_scope=name, custom_getter=wrapped, constraint=None)

    def block_variable_scope(self, given, body, label):
        manager = VariableScope(self, given)
        scope = manager.enter()
        if label is not None:
            self.bind(label, scope)
        self.run(body)
        manager.exit()

    def block_name_scope(self, given, body, label):
        name, default = self.text(given.get("name")), given.get("default_name")
        if default is not None and not isinstance(default, str):
            raise type_error(f"`default_name` type ({type(default)}) is not a string type.", "default_name",
                             "not a string type")
        name = default if name is None else name
        if name is None and given.get("values") is not None:
            raise value_error("At least one of name (None) and default_name (None) must be provided.",
                              "At least one of name", "default_name")
        with self.restored():
            handed_out = self.enter_name_scope(name)
            if label is not None:
                self.bind(label, handed_out)
            self.run(body)

    def block_thread(self, given, body, label):
        outer, self.thread = self.thread, Thread()
        self.run(body)
        self.thread = outer

    def block_creator_scope(self, given, body, label):
        manager = CreatorScope(self, given)
        manager.enter()
        self.run(body)
        manager.exit()

    def opened_by_hand(self, given, kind):
        key = given.pop("manager")
        if isinstance(key, dict):
            raise Unspecified("a manager that has no name")
        if key in self.managers:
            raise Unspecified("a manager that is entered twice")
        self.managers[key] = kind(self, given)
        return self.managers[key].enter()

    def step_enter(self, given):
        return self.opened_by_hand(given, VariableScope)

    def step_enter_creator(self, given):
        return self.opened_by_hand(given, CreatorScope)

    def step_exit(self, given):
        self.managers[given["manager"]].exit()

    step_exit_creator = step_exit

    def step_current_scope(self, given):
        return self.thread.scope

    def step_current_name_scope(self, given):
        return self.thread.stack

    def step_reuse_variables(self, given):
        self.scope_of(given).reuse = True

    def step_set_property(self, given):
        value = given["value"]
        setattr(self.scope_of(given), given["property"], base(value) if given["property"] == "dtype" else value)

    def step_read_property(self, given):
        return getattr(self.scope_of(given), given["property"])

    # variables

    def step_get_variable(self, given, **forced):
        scope = self.thread.scope
        given = {k: self.argument(v) for k, v in given.items()}
        name = joined(scope.name, self.text(given.pop("name")))
        given.update(forced)
        given = {k: v for k, v in given.items() if v is not None}
        getter = given.pop("custom_getter", scope.custom_getter)
        with self.at_root():
            initializer = given.get("initializer")
            if "dtype" in given:
                given["dtype"] = self.dtype(given["dtype"])
                if initializer is not None and not is_callable_initializer(initializer):
                    self.compare_dtype(initializer, given["dtype"])
            for key in ("initializer", "constraint", "dtype", "regularizer", "caching_device", "partitioner",
                        "use_resource"):
                given.setdefault(key, getattr(scope, key))
            return self.store.get(Request(name, reuse=scope.reuse, **given), getter)

    def compare_dtype(self, initializer, dtype):
        own = constant_type(initializer)[1]
        if not is_tensor(initializer):
            self.low_level("Const")
        if own != base(dtype):
            raise value_error(f"Initializer type '<dtype: '{own}'>' and explicit dtype '<dtype: '{dtype}'>' don't match.",
                              own, base(dtype), "don't match")

    def step_get_local_variable(self, given):
        collections = given.get("collections")
        if collections is not None and not isinstance(collections, list):
            raise Unspecified("collections that are none")
        return self.step_get_variable(given, trainable=False, collections=[*(collections or []), "local_variables"])

    def step_store_get_variable(self, given):
        if self.thread.stack:
            raise Unspecified("a direct call inside of a name scope")
        given = {k: self.argument(v) for k, v in given.items() if v is not None}
        getter = given.pop("custom_getter", None)
        if "dtype" in given:
            given["dtype"] = self.dtype(given["dtype"])
        return self.store.get(Request(**given), getter)

    def step_Variable(self, given):
        given = {k: self.argument(v) for k, v in given.items() if v is not None}
        value = given.pop("initial_value", None)
        asked = self.dtype(given.pop("dtype", None))
        shape = dtype = None
        if value is not None:
            if is_callable_initializer(value):
                raise Unspecified("a callable as initial value")
            shape, dtype = constant_type(value)
            if asked is not None and asked != dtype and not (dtype == "int32" and asked in (*INTEGERS, *FLOATS)) \
                    and not (dtype == "float32" and asked in FLOATS):
                raise Unspecified("a value that is converted")
            dtype = asked or dtype
        return self.create_variable({**given, "name": self.text(given.get("name")), "initializer": value,
                                     "shape": shape, "dtype": dtype})

    def create_variable(self, request):
        """Creators from the innermost on, then the variable."""
        for (creator,) in reversed(self.thread.creators):
            if "record" in creator:
                self.logs.setdefault(creator["record"], []).append({"name": request["name"]})
            if "rename" in creator:
                request = {**request, "name": creator["rename"]}
        return self.new_variable(request)

    def new_variable(self, request):
        given = request.get
        name = given("name")
        trainable = checked_trainable(given("synchronization", "AUTO"), given("aggregation", "NONE"),
                                      given("trainable"), name)
        resource = given("use_resource")
        if resource is None:
            resource = self.thread.scope.use_resource
        if resource is None:
            resource = self.resource_default
        initializer = given("initializer")
        if initializer is None:
            raise value_error("initial_value must be specified.")
        collections = ["variables"] if given("collections") is None else given("collections")
        if not isinstance(collections, list):
            raise value_error("collections argument to Variable constructor must be a list, tuple, or set. Got "
                              f"{collections} of type {type(collections)}", "collections argument",
                              "must be a list, tuple, or set")
        if given("constraint") is not None and not is_callable(given("constraint")):
            raise value_error("The `constraint` argument must be a callable.")
        if name == "":
            raise Unspecified("a variable with an empty name")
        with self.restored():
            # Of a variable's name it does not matter which of the two rules is the one that is named.
            scope = self.enter_name_scope("Variable" if name is None else name, f"'{name}' is not a valid")
            op_name = self.variable_operations(scope, initializer, resource)
        variable = Variable(op_name, given("shape"), given("dtype"), resource, trainable, initializer,
                            given("constraint"), given("caching_device"))
        extra = ["trainable_variables"] if trainable and "trainable_variables" not in collections else []
        self.graph.collect([*collections, *extra], variable)
        return variable

    def variable_operations(self, scope, initializer, resource):
        """The operations of a variable, which occupy names. Those of its initializer are nobody's business."""
        literal = not is_callable_initializer(initializer) and not is_tensor(initializer)
        if resource or is_callable_initializer(initializer):
            with self.restored():
                self.enter_name_scope("Initializer")
                if literal:
                    self.low_level("initial_value")
        elif literal:
            self.low_level("initial_value")
        name = self.low_level(scope)
        if resource:
            for helper, operation in (("IsInitialized", "VarIsInitializedOp"), ("Assign", None), ("Read", "ReadVariableOp")):
                with self.restored():
                    inside = self.enter_name_scope(helper)
                    self.low_level(operation or inside)
        else:
            self.low_level("Assign")
            self.low_level("read")
        return name

    def regularize(self, spec, variable, key):
        if spec is None or spec == "no_regularizer":
            return
        if not isinstance(spec, dict):
            raise Unspecified("a regularizer that cannot be called")
        with self.restored():
            self.enter_name_scope(f"{key}/Regularizer/")
            self.calls[spec.get("id")] += 1
            if spec.get("returns_none"):
                return
            if variable.dtype not in FLOATS:
                raise Unspecified("a mean of such numbers")
            self.low_level("Mean")
            if "mean_plus" not in spec:
                raise Unspecified("a regularizer whose result has no known name")
            constant = variable.initializer.get("constant_initializer") if isinstance(variable.initializer, dict) else None
            number = constant + spec["mean_plus"] if isinstance(constant, (int, float)) else None
            loss = Tensor(self.generated("add", ["y"]) + ":0", [], variable.dtype, number)
        self.graph.collect(["regularization_losses"], loss)

    # getters

    def run_getter(self, getter, true_getter, request):
        if isinstance(getter, Getter):
            inner = lambda changed: self.run_getter(getter.outer, true_getter, changed)
            return self.run_getter(getter.spec, inner, request)
        if not is_callable(getter):
            raise Unspecified("a getter around one that cannot be called")
        identity = getter.get("id")
        self.calls[identity] += 1
        self.logs.setdefault(identity, []).append({
            "name": request.name, "reuse": request.reuse, "trainable": request.trainable, "dtype": request.dtype,
            "shape": request.shape})
        if "suffix" in getter:
            return true_getter(replace(request, name=request.name + getter["suffix"]))
        if "override" in getter:
            return true_getter(replace(request, **getter["override"]))
        if "pair" in getter:
            return self.pair(getter["pair"], true_getter, request)
        if "identity_op" in getter:
            found = self.tensor(true_getter(request))
            name = getter["identity_op"]["reused" if request.reuse else "fresh"]
            return Tensor(self.generated(name) + ":0", found.shape, found.dtype)
        return true_getter(request)

    def pair(self, spec, true_getter, request):
        parts = [self.tensor(true_getter(replace(request, name=f"{request.name}/{s}"))) for s in spec["suffixes"]]
        with self.restored():
            if spec.get("name_scope"):
                self.enter_name_scope(spec["name_scope"])
            name = None
            for _ in parts[1:]:
                name = self.generated(spec["combine"])
        return Tensor(f"{name}:0", parts[0].shape, parts[0].dtype)

    @staticmethod
    def tensor(value):
        if isinstance(value, Partitioned):
            raise Unspecified("a partitioned variable as a tensor")
        if isinstance(value, (Tensor, Variable)) and value.dtype in ("bool", "string"):
            raise Unspecified("computations with such values")
        return value

    # operations

    def step_constant(self, given):
        value, name = self.argument(given["value"]), self.text(given.get("name"))
        if name is None and self.stray_constants:
            raise Unspecified("constants of unknown names have been made")
        dtype = self.dtype(given.get("dtype")) or literal_dtype(value)
        shape = as_shape(given.get("shape")) or literal_shape(value)
        return Tensor(self.low_level("Const" if name is None else name) + ":0", shape, dtype)

    def step_op(self, given):
        inputs = given.get("inputs") or []
        name = self.text(given.get("name"))
        name = given["type"] if name is None else name
        values, literals = [], []
        for position, one in enumerate(inputs):
            one = self.argument(one)
            if isinstance(one, str):
                values.append(self.tensor(self.labels[one]))
            else:
                literals.append("xy"[position])
        if any(v.shape != values[0].shape or v.dtype != values[0].dtype for v in values):
            raise Unspecified("shapes or types that have to fit")
        if literals and values and values[0].dtype != "float32":
            raise Unspecified("a literal that is converted")
        made = self.generated(name, literals)
        return Tensor(f"{made}:0", values[0].shape if values else None, values[0].dtype if values else None)

    def step_create_op(self, given):
        name = self.text(given.get("name"))
        return Operation(self.low_level(given["type"] if name is None else name), given.get("outputs", 1))

    def step_unique_name(self, given):
        name = self.text(given["name"])
        mark = given.get("mark_as_used", given.get("mark", True))
        return self.graph.unique_name(joined(self.thread.stack, name), mark)

    def step_resource_default(self, given):
        self.resource_default = given["enabled"]

    # collections

    def step_scope_collection(self, given):
        scope = self.scope_of(given)
        return self.graph.collection(given["key"], f"{scope.name}/" if scope.name else "")

    def step_get_collection(self, given):
        return self.graph.collection(given["key"], self.text(given.get("scope")))

    def step_collection_ref(self, given):
        return self.graph.collections.setdefault(given["key"], [])

    def step_collection_keys(self, given):
        if "variables" in self.graph.collections or "trainable_variables" in self.graph.collections:
            raise Unspecified("the order of keys that came in at once")
        return list(self.graph.collections)

    def step_add_to_collection(self, given):
        keys = given["keys"] if given.get("keys") is not None else given["key"]
        value = given["value"]
        if isinstance(value, dict):
            if "named" in value:
                value = Named(value["named"])
            else:
                value = self.labels[value["ref"]] if "ref" in value else self.argument(value)
        self.graph.collect([keys] if isinstance(keys, str) else keys, value)

    # partitioned variables

    def partitioned_variable(self, label):
        value = self.labelled(label)
        if not isinstance(value, Partitioned):
            raise Unspecified("not a partitioned variable")
        return value

    def step_as_tensor(self, given):
        whole = self.partitioned_variable(given["of"])
        if len(whole.parts) > 1:
            with self.restored():
                self.enter_name_scope(f"{whole.name}/ConcatPartitions/")
                self.low_level("concat")
        with self.at_root():
            return Tensor(self.generated(whole.name) + ":0", whole.shape, whole.dtype)

    def step_element(self, given):
        parts = self.partitioned_variable(given["of"]).parts
        if given["index"] >= len(parts):
            raise Unspecified("no such slice")
        return parts[given["index"]][0]

    def step_partition_info(self, given):
        return PartitionInfo(given.get("full_shape"), given.get("var_offset"))

    def step_single_offset(self, given):
        return self.labels[given["of"]].single_offset(given["shape"])

    def step_single_slice_dim(self, given):
        return self.labels[given["of"]].single_slice_dim(given["shape"])

    # functions and templates

    def step_define(self, given):
        self.functions[given["function"]] = given

    def call(self, function, arguments):
        parameters = {}
        for name in function.get("params") or []:
            parameters[name] = self.argument(arguments[name])
        self.parameters.append(parameters)
        self.run(function["body"])
        self.parameters.pop()
        returned = function.get("returns")
        if isinstance(returned, list):
            return [self.labels[r] for r in returned]
        return None if returned is None else self.labels[returned]

    @staticmethod
    def passed(given, parameters):
        arguments = given.get("args") or {}
        if isinstance(arguments, list):
            arguments = dict(zip(parameters or [], arguments))
        return {**arguments, **(given.get("kwargs") or {})}

    def step_call(self, given):
        function = self.functions[given["function"]]
        return self.call(function, self.passed(given, function.get("params")))

    def step_make_template(self, given):
        return Template(self, given)

    def template(self, given):
        return self.labelled(given["template"])

    def step_call_template(self, given):
        template = self.template(given)
        return template.call(self.passed(given, template.body.get("params")))

    def step_template_variables(self, given):
        return self.template(given).listing(given["which"])

    def step_template_scope(self, given):
        if self.template(given).scope is None:
            raise Unspecified("the scope of a template that has none yet")
        return self.template(given).scope

    def step_template_scope_prefix(self, given):
        if self.template(given).scope is None:
            raise Unspecified("the scope of a template that has none yet")
        return self.template(given).prefix

    # argument scopes

    def step_decorate(self, given):
        self.decorated[given["function"]] = given.get("defaults") or {}

    def block_arg_scope(self, given, body, label):
        kwargs, scope, functions = given.get("kwargs") or {}, given.get("scope"), given.get("functions")
        if scope is not None:
            if kwargs:
                raise value_error("When attempting to re-use a scope by suppling a dictionary, kwargs must be empty.",
                                  "kwargs must be empty")
            current = dict(self.labels[scope] if isinstance(scope, str) else scope)
        else:
            if not isinstance(functions, list):
                raise type_error("list_ops_or_scope must either be a list/tuple or reused scope (i.e. dict)",
                                 "must either be a list/tuple or reused scope")
            current = dict(self.arg_scopes[-1])
            for function in functions:
                if function not in self.decorated:
                    raise value_error(f"{function} is not decorated with @add_arg_scope",
                                      "is not decorated with @add_arg_scope")
                current[function] = {**current.get(function, {}), **kwargs}
        self.arg_scopes.append(current)
        if label is not None:
            self.bind(label, current)
        self.run(body)
        self.arg_scopes.pop()

    def step_call_scoped(self, given):
        function = given["function"]
        kwargs = dict(given.get("kwargs") or {})
        if function in self.decorated:
            kwargs = {**self.arg_scopes[-1].get(function, {}), **kwargs}
            known = self.decorated[function]
            for name in kwargs:
                if name not in known and "**" not in known:
                    raise type_error(f"{function}() got an unexpected keyword argument '{name}'",
                                     "got an unexpected keyword argument", name)
        return {"args": given.get("args") or [], "kwargs": kwargs}

    def step_scoped_args(self, given):
        return [name for name in self.decorated[given["function"]] if name != "**"]

    # --- what an expectation asks

    def read(self, e):
        """What stands there, for the kind and the label of an expectation; for `same` and `different` whether it is."""
        kind = next(k for k in e if k not in ("is", "scope", "fields", "note"))
        return getattr(self, f"read_{kind}")(e[kind], e)

    def read_name(self, label, e):
        value = self.labels[label]
        return value.name

    def read_op_name(self, label, e):
        value = self.labels[label]
        return value.op_name if isinstance(value, Variable) else value.name.split(":")[0]

    def read_outputs(self, label, e):
        value = self.labels[label]
        return [f"{value.name}:{i}" for i in range(value.outputs)]

    def read_shape(self, label, e):
        return self.labels[label].shape

    def read_dtype(self, label, e):
        return self.labels[label].dtype

    def read_kind(self, label, e):
        return "resource" if self.labels[label].resource else "ref"

    def read_trainable(self, label, e):
        return self.labels[label].trainable

    def read_initializer(self, label, e):
        return self.labels[label].initializer

    def read_constraint(self, label, e):
        return self.labels[label].constraint

    def read_caching_device(self, label, e):
        return self.labels[label].caching_device

    def read_parts(self, label, e):
        return [[part.name, part.shape, offset] for part, offset in self.labels[label].parts]

    def read_partitions(self, label, e):
        return self.labels[label].partitions

    def read_part_count(self, label, e):
        return len(self.labels[label].parts)

    def read_scope_property(self, place, e):
        label, name = place
        return getattr(self.labels[label], name)

    def read_collection(self, key, e):
        return self.items(self.graph.collection(key, e.get("scope")))

    @staticmethod
    def items(listing):
        return [x.name if hasattr(x, "name") else x for x in listing]

    def read_loss_values(self, key, e):
        return [round(x.number, 5) for x in self.graph.collection(key)]

    def read_calls(self, identity, e):
        return self.calls[identity]

    def read_log(self, identity, e):
        fields = e.get("fields", ["name"])
        return [{f: entry[f] for f in fields} for entry in self.logs.get(identity, [])]

    def read_store_keys(self, what, e):
        return sorted(self.graph.variables)

    def read_same(self, labels, e):
        return all(self.labels[label] is self.labels[labels[0]] for label in labels)

    def read_different(self, labels, e):
        values = [id(self.labels[label]) for label in labels]
        return len(set(values)) == len(values)

    def read_value(self, label, e):
        value = self.labels[label]
        if isinstance(value, list):
            return self.items(value)
        return value.name if hasattr(value, "name") else value


BLOCKS = ("variable_scope", "name_scope", "thread", "creator_scope", "arg_scope")


# --- the model against written expectations


def holds(machine, e):
    if "same" in e or "different" in e:
        return machine.read(e)
    return machine.read(e) == e["is"]


def disagreements(case):
    """What the model says that the case does not expect."""
    machine = Machine()
    raises = [e for e in case["expect"] if "raises" in e]
    try:
        machine.run(case["program"])
    except Refused as refused:
        if not raises:
            return [f"refused: {refused}"]
        missing = [t for t in raises[0].get("contains", []) if t.lower() not in refused.message.lower()]
        found = [f"not in {refused.message!r}: {t!r}" for t in missing]
        return found + ([f"a {refused.type}"] if refused.type != raises[0]["raises"] else [])
    if raises:
        return ["not refused"]
    asked = [e for e in case["expect"] if "static" not in e]
    return [f"{e}: {machine.read(e)}" for e in asked if not holds(machine, e)]


def main():
    cases = [case for file in sys.argv[1:] for case in read_cases(file)]
    failed = 0
    for case in cases:
        try:
            found = disagreements(case)
        except Unspecified as reason:
            print(f"{case['id']}: not specified: {reason}")
            continue
        for text in found:
            print(f"{case['id']}: {text}")
        failed += bool(found)
    print(f"{len(cases)} cases, {failed} with disagreements")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

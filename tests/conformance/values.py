# SPDX-License-Identifier: BSD-3-Clause
"""Values of the cases as C++: element types, literals, initializers, and the callables that options take.

A `Definitions` collects what a case needs before its program: a callable that is named by an id is one C++ object, so
that it can be compared later.
"""

import itertools

from cpp import Call, Choice, Lambda, flat, identifier, number, string, template
from limits import Inexpressible, Mistakes, Unknown


DTYPES = {
    "float16": "xs::half",
    "float32": "float",
    "float64": "double",
    "int8": "std::int8_t",
    "int16": "std::int16_t",
    "int32": "int",
    "int64": "std::int64_t",
    "uint8": "std::uint8_t",
    "uint16": "std::uint16_t",
    "uint32": "std::uint32_t",
    "uint64": "std::uint64_t",
    "bool": "bool",
    "string": "xs::string",
    "complex64": "xs::complex64",
    "complex128": "xs::complex128",
}
NO_SUCH_DTYPES = ("bfloat16", "qint8", "quint8", "qint16", "quint16", "qint32", "resource", "variant")


def base_name(dtype):
    return dtype[:-4] if dtype.endswith("_ref") else dtype


def cpp_type(dtype):
    name = base_name(dtype)
    if name in NO_SUCH_DTYPES:
        raise Inexpressible("dtype", name)
    if name not in DTYPES:
        raise Unknown(f"dtype {dtype!r}")
    return DTYPES[name]


# --- literals


def element(value, dtype=None):
    """One element of a literal; without a dtype of the type that TensorFlow gives the value."""
    if isinstance(value, str):
        return f"xs::text<{string(value)}>"
    if dtype is None:
        return number(value)
    name = base_name(dtype)
    if name == "bool":
        return "true" if value else "false"
    if name == "float32":
        return number(float(value))
    if name == "float64":
        return number(float(value), "double")
    if name == "int32":
        return str(int(value))
    if name.startswith(("int", "uint")):
        return f"{cpp_type(name)}{{{int(value)}}}"
    if name == "float16":
        return f"xs::half({number(float(value))})"
    raise Unknown(f"a literal of dtype {dtype}")


def shape_of(value):
    shape = []
    while isinstance(value, list):
        shape.append(len(value))
        value = value[0] if value else None
    return shape


def flattened(value):
    return [x for part in value for x in flattened(part)] if isinstance(value, list) else [value]


def literal(value, dtype=None, shape=None):
    """A constant value: xs::value, xs::values, or xs::tensor_of where it has a higher rank."""
    own_shape = shape_of(value)
    elements = [element(x, dtype) for x in flattened(value)] if own_shape != [0] else []
    if shape is not None and list(shape) != own_shape:
        size = 1
        for dimension in shape:
            size *= dimension
        if len(elements) == 1:
            elements *= size
        own_shape = list(shape)
    if own_shape == []:
        return elements[0] if elements[0].startswith("xs::text") else template("xs::value", *elements)
    if len(own_shape) == 1:
        return template("xs::values", *elements)
    return template("xs::tensor_of", extents(own_shape), *elements)


def extents(shape):
    if isinstance(shape, int):
        shape = [shape]
    if not isinstance(shape, list):
        raise Unknown(f"shape {shape!r}")
    return template("xs::shape", *("xs::unknown" if d is None else str(d) for d in shape))


def array(values, kind="std::size_t"):
    return f"std::array<{kind}, {len(values)}>{{{', '.join(str(v) for v in values)}}}"


def keyword_value(value):
    """The value of a keyword argument of arg_scope."""
    if value is None:
        return "xs::none"
    if isinstance(value, str):
        return f"xs::text<{string(value)}>"
    if isinstance(value, list) and not any(isinstance(x, (str, dict)) or x is None for x in value):
        return literal(value)
    if isinstance(value, (bool, int, float)):
        return number(value)
    raise Unknown(f"keyword argument {value!r}")


def keywords(arguments):
    return [f"xs::arg<{string(k)}, {keyword_value(v)}>" for k, v in arguments.items()]


# --- callables that are known by an id


class Definitions:
    """What stands before the program of a case. `watched` are the ids whose calls an expectation reads."""

    def __init__(self, watched, logged):
        self.watched, self.logged = watched, logged
        self.lines = {}  # name -> declaration
        self.counter = itertools.count(1)

    def define(self, name, text):
        """A callable by its name; another one of that name gets a number."""
        free = name
        while free in self.lines and flat(self.lines[free]) != flat(text):
            free = f"{name}_{next(self.counter)}"
        self.lines[free] = text
        return free

    def record(self, identity, kind):
        """Statements by which a callable tells that it was called, and what an expectation reads of the request."""
        statements = []
        if identity in self.watched:
            statements.append(f'xs::add_to_collection<"calls/{identity}">(xs::text<"call">)')
        for field in self.logged.get(identity, []):
            statements.append(f'xs::add_to_collection<"log/{identity}/{field}">({self.field(field, kind)})')
        return statements

    @staticmethod
    def field(name, kind):
        if kind in ("regularizer", "initializer"):
            if name == "name" and kind == "regularizer":
                return "v"
            raise Unknown(f"field {name!r} of the log of a {kind}")
        fields = {
            "name": "request.name()",
            "reuse": "check::told_reuse(request)",
            "trainable": "check::told_trainable(request)",
            "dtype": "check::told_dtype(request)",
            "shape": "check::told_shape(request)",
        }
        if name not in fields:
            raise Inexpressible("told", name)
        return fields[name]


def recorded(statements, result):
    return Call("xs::seq", [*statements, result]) if statements else result


def returning(parameters, result):
    return Lambda(parameters, [], result)


def none_or(value, write):
    return "xs::none" if value is None else write(value)


def plain_mistake(value):
    """A number, text or list in the place of a callable: TensorFlow refuses its value, and so does the library."""
    if isinstance(value, bool) or isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return f"xs::text<{string(value)}>"
    if isinstance(value, list):
        # Of what the elements are makes no difference to the mistake.
        return literal([0 if isinstance(x, (str, dict, list)) or x is None else x for x in value])
    raise Unknown(f"value {value!r}")


def bare(value):
    """A literal as it stands, which TensorFlow converts itself: a number, or a std::array."""
    if isinstance(value, list):
        return "std::array{" + ", ".join(bare(x) for x in value) + "}" if value else literal(value)
    return element(value, None)


def only_key(value):
    return next(iter(value)) if isinstance(value, dict) and len(value) == 1 else None


def initializer(value, definitions):
    """What stands in `initializer<...>`."""
    if value is None:
        return "xs::none"
    if not isinstance(value, dict):
        return bare(value)
    if "tensor" in value:
        return literal(value["tensor"], value.get("dtype", "float32"), value.get("shape", shape_of(value["tensor"])))
    if "array" in value:
        return literal(value["array"], value.get("dtype"), value.get("shape"))
    if "callable" in value:
        return callable_initializer(value["callable"], definitions)
    if "unconvertible" in value:
        return Mistakes.write("check::nothing_known{}", "xs::value<0>", "initializer")
    name = only_key(value)
    if name == "constant_initializer":
        argument = value[name]
        text = literal(argument) if isinstance(argument, list) else number(argument)
        return template("xs::constant_initializer", text)
    if name and name.endswith("_initializer"):
        argument = value[name]
        if argument is True:
            return f"xs::{name}"
        if isinstance(argument, list):
            return template(f"xs::{name}", *(number(x) for x in argument))
    raise Unknown(f"initializer {value!r}")


def callable_initializer(value, definitions):
    """A callable that takes so many arguments and makes a constant, whatever it is told."""
    unknown = set(value) - {"required_args", "optional_args", "returns", "id"}
    if unknown:
        raise Unknown(f"{sorted(unknown)[0]!r} of a callable initializer")
    returned = value["returns"]
    text = initializer(returned, definitions) if isinstance(returned, dict) else literal(returned)
    parameters = ["auto"] * value.get("required_args", 0) + (["auto..."] if value.get("optional_args") else [])
    record = definitions.record(value["id"], "initializer") if "id" in value else []
    return definitions.define(identifier(value.get("id", "fill")), returning(parameters, recorded(record, text)))


def regularizer(value, definitions):
    if value is None:
        return "xs::none"
    if value == "no_regularizer":
        return "xs::no_regularizer"
    if not isinstance(value, dict):
        return plain_mistake(value)
    identity = value.get("id", "regularizer")
    record = definitions.record(identity, "regularizer")
    if "mean_plus" in value:
        result = recorded(record, f"xs::reduce_mean(v) + xs::value<{number(float(value['mean_plus']))}>")
        return definitions.define(identifier(identity), returning(["auto v"], result))
    if value.get("returns_none"):
        # A statement without a value is Python's None too.
        result = Call("xs::seq", record) if record else "xs::none"
        return definitions.define(identifier(identity), returning(["auto"], result))
    if set(value) == {"id"}:
        result = recorded(record, "xs::reduce_mean(v)")
        return definitions.define(identifier(identity), returning(["auto v"], result))
    raise Unknown(f"regularizer {value!r}")


def constraint(value, definitions):
    if value is None:
        return "xs::none"
    if isinstance(value, dict) and set(value) == {"id"}:
        return definitions.define(identifier(value["id"]), returning(["auto v"], "v"))
    if isinstance(value, dict) and set(value) == {"id", "clip"}:
        bounds = ", ".join(f"xs::value<{number(float(b))}>" for b in value["clip"])
        clipped = f"xs::clip_by_value(v, {bounds})"
        return definitions.define(identifier(value["id"]), returning(["auto v"], clipped))
    return plain_mistake(value)


def partitioner(value, definitions):
    if value is None:
        return "xs::none"
    if not isinstance(value, dict):
        return plain_mistake(value)
    if value.get("id") in definitions.watched or value.get("id") in definitions.logged:
        raise Inexpressible("partitioner")
    value = {k: v for k, v in value.items() if k != "id"}
    if set(value) == {"axis", "into"}:
        return f"check::split<{value['axis']}, {value['into']}>"
    if "list" in value and len(value) == 1:
        parts = value["list"]
        if not isinstance(parts, list):
            return definitions.define("no_partitions", returning(["auto", "auto"], plain_mistake(parts)))
        kind = "int" if any(p < 0 for p in parts) else "std::size_t"
        name = "parts_" + "_".join(str(p) for p in parts)
        return definitions.define(identifier(name), returning(["auto", "auto"], array(parts, kind)))
    ready_made = {
        "fixed_size": ("xs::fixed_size_partitioner", [("num_shards", None), ("axis", 0)]),
        "variable_axis_size": (
            "xs::variable_axis_size_partitioner",
            [("max_shard_bytes", None), ("axis", 0), ("bytes_per_string_element", 16), ("max_shards", 0)],
        ),
        "min_max": (
            "xs::min_max_variable_partitioner",
            [("max_partitions", 1), ("axis", 0), ("min_slice_size", 256 << 10), ("bytes_per_string_element", 16)],
        ),
    }
    name = only_key(value)
    if name not in ready_made:
        raise Unknown(f"partitioner {value!r}")
    template_name, parameters = ready_made[name]
    given = value[name]
    if set(given) - {p for p, _ in parameters}:
        raise Unknown(f"partitioner {value!r}")
    if given.get("max_shards", 1) == 0:
        raise Inexpressible("max_shards")
    arguments = [default if given.get(p) is None else given[p] for p, default in parameters]
    while len(arguments) > 1 and arguments[-1] == parameters[len(arguments) - 1][1]:
        arguments.pop()
    return template(template_name, *(number(a) for a in arguments))


OVERRIDES = ("trainable", "dtype", "shape", "initializer", "regularizer", "collections", "caching_device",
             "partitioner", "use_resource", "constraint", "validate_shape", "synchronization", "aggregation")


def custom_getter(value, definitions):
    if value is None:
        return "xs::none"
    if not isinstance(value, dict):
        return plain_mistake(value)
    identity = value.get("id", "getter")
    record = definitions.record(identity, "getter")
    kinds = set(value) - {"id"}
    name = identifier(identity)
    if kinds == {"identity"} or not kinds:
        result = recorded(record, "getter(request)")
    elif kinds == {"suffix"}:
        result = recorded(record, f"getter(request, xs::name_suffix<{string(value['suffix'])}>)")
    elif kinds == {"override"}:
        changes = dict(value["override"])
        overrides = []
        if "name" in changes:
            overrides.append(f"xs::rename<{string(changes.pop('name'))}>")
        unknown = set(changes) - set(OVERRIDES)
        if unknown:
            raise Unknown(f"a getter that changes {sorted(unknown)}")
        overrides += options(changes, definitions)
        result = recorded(record, f"getter({', '.join(['request', *overrides])})")
    elif kinds == {"pair"}:
        result = recorded(record, pair(value["pair"]))
    elif kinds == {"identity_op"}:
        reused, fresh = (
            recorded(record, f"xs::identity(getter(request), xs::name<{string(value['identity_op'][key])}>)")
            for key in ("reused", "fresh")
        )
        return definitions.define(name, Choice(["auto getter", "auto request"], "request.reuse()", reused, fresh))
    else:
        raise Unknown(f"custom getter {value!r}")
    return definitions.define(name, returning(["auto getter", "auto request"], result))


def pair(value):
    """Several variables in the place of one, combined by an operation."""
    signs = {"add": " + ", "mul": " * ", "sub": " - "}
    if value["combine"] not in signs:
        raise Unknown(f"combine {value['combine']!r}")
    names = [chr(ord("a") + i) for i in range(len(value["suffixes"]))]
    combined = signs[value["combine"]].join(names)
    if value.get("name_scope"):
        combined = f"xs::name_scope<{string(value['name_scope'])}>({combined})"
    parts = [f"getter(request, xs::name_suffix<{string('/' + s)}>)" for s in value["suffixes"]]
    return Call("xs::let", [*parts, returning([f"auto {n}" for n in names], combined)])


def creator(value, definitions):
    """The callable of a variable_creator_scope."""
    if isinstance(value, dict) and set(value) <= {"record", "rename", "id"}:
        identity = value.get("record", value.get("id"))
        record = definitions.record(identity, "creator")
        rename = f", xs::rename<{string(value['rename'])}>" if "rename" in value else ""
        result = recorded(record, f"next(request{rename})")
        name = identifier(f"record_{identity}" if identity else f"rename_to_{value['rename']}")
        return definitions.define(name, returning(["auto next", "auto request"], result))
    raise Unknown(f"creator {value!r}")


# --- options


def enumerator(enum, names, value):
    if value in names:
        return f"xs::{enum}::{value}"
    return f"xs::text<{string(value)}>" if isinstance(value, str) else number(value)


SYNCHRONIZATIONS = ("AUTO", "NONE", "ON_WRITE", "ON_READ")
AGGREGATIONS = ("NONE", "SUM", "MEAN", "ONLY_FIRST_REPLICA")


def collections_option(value):
    if isinstance(value, list):
        return template("xs::collections", *(string(k) for k in value))
    return template("xs::collections_of", plain_mistake(value))


def dtype_option(value):
    return template("xs::dtype", cpp_type(value))


def flag(name):
    return lambda value: template(f"xs::{name}", number(value))


def text_or_mistake(name):
    return lambda value: template(f"xs::{name}", string(value) if isinstance(value, str) else plain_mistake(value))


def reuse_option(value):
    """False is no option in TensorFlow's sense either, but it is written as it stands."""
    spellings = {"True": "xs::reuse", "False": "xs::no_reuse", "AUTO_REUSE": "xs::auto_reuse"}
    if str(value) not in spellings:
        return Mistakes.write(plain_mistake(value), "xs::no_reuse", "variable_scope")
    return spellings[str(value)]


def auxiliary(value):
    text = number(value) if isinstance(value, (bool, int, float)) else none_or(value, plain_mistake)
    return template("xs::auxiliary_name_scope", text)


def default_name(value):
    if isinstance(value, str):
        return template("xs::default_name", string(value))
    if isinstance(value, list) and any(isinstance(x, str) for x in value):
        return template("xs::default_name_of", plain_mistake(value))
    return template("xs::default_name_of", plain_mistake(value))


SIMPLE_OPTIONS = {
    "shape": extents,
    "dtype": dtype_option,
    "trainable": flag("trainable"),
    "collections": collections_option,
    "caching_device": text_or_mistake("caching_device"),
    "validate_shape": flag("validate_shape"),
    "use_resource": flag("use_resource"),
    "synchronization": lambda v: template(
        "xs::synchronization", enumerator("VariableSynchronization", SYNCHRONIZATIONS, v)
    ),
    "aggregation": lambda v: template("xs::aggregation", enumerator("VariableAggregation", AGGREGATIONS, v)),
    "reuse": reuse_option,
    "default_name": default_name,
}
CALLABLE_OPTIONS = {
    "initializer": initializer,
    "regularizer": regularizer,
    "constraint": constraint,
    "partitioner": partitioner,
    "custom_getter": custom_getter,
}


def option(name, value, definitions):
    """`name<value>`; None where the value is Python's None, which is what is not given."""
    if name == "auxiliary_name_scope":
        return auxiliary(value)
    if value is None:
        return None
    if name in SIMPLE_OPTIONS:
        return SIMPLE_OPTIONS[name](value)
    if name in CALLABLE_OPTIONS:
        return template(f"xs::{name}", CALLABLE_OPTIONS[name](value, definitions))
    raise Unknown(f"option {name!r}")


def options(arguments, definitions):
    written = (option(name, value, definitions) for name, value in arguments.items())
    return [text for text in written if text is not None]

# SPDX-License-Identifier: BSD-3-Clause
"""TensorFlow's errors: which code of the library stands for which, and what of a message is a fact.

A case tells texts that TensorFlow's message contains. Each is laid onto the whole messages of the table below. What
falls on a placeholder is a fact of the program (a name, a shape, a dtype, a number) and has to stand in the library's
message too. What falls on TensorFlow's own words only tells which of the messages it is, and with that the code; of
these words the library's message must hold those of `KEY_WORDS`, which both speak.
"""

import re
from dataclasses import dataclass

HOLE = object()


@dataclass(frozen=True)
class Row:
    """One of TensorFlow's messages, `{}` in the place of what differs from program to program."""

    number: int
    type: str
    code: str
    message: str
    needs: tuple = ()  # words of which one must stand in the program for it to be this error

    def tokens(self):
        parts = re.split(r"(\{\})", self.message)
        return [t for part in parts for t in ([HOLE] if part == "{}" else part)]


TABLE = [
    Row(1, "TypeError", "invalid_scope_name", "If default_name is None then name_or_scope is required"),
    Row(2, "ValueError", "invalid_argument", "The reuse parameter must be True or False or None."),
    Row(3, "TypeError", "invalid_argument", "The auxiliary_name_scope must be `True` or `False`, while get {}"),
    Row(4, "TypeError", "invalid_scope_name", "VariableScope: name_or_scope must be a string or VariableScope."),
    Row(5, "ValueError", "reuse_needs_name", "reuse=True cannot be used without a name_or_scope"),
    Row(6, "RuntimeError", "invalid_argument", "Improper nesting of variable_scope."),
    Row(7, "ValueError", "invalid_scope_name", "'{}' is not a valid scope name"),
    Row(8, "ValueError", "invalid_op_name", "'{}' is not a valid node name"),
    Row(9, "ValueError", "invalid_argument", "At least one of name ({}) and default_name ({}) must be provided."),
    Row(10, "TypeError", "invalid_argument", "`default_name` type ({}) is not a string type. You likely meant to pass "
        "this into the `values` kwarg."),
    Row(11, "ValueError", "invalid_op_name", "Duplicate node name in graph: '{}'"),
    Row(12, "ValueError", "variable_exists", "Variable {} already exists, disallowed. Did you mean to set reuse=True "
        "or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:"),
    Row(13, "ValueError", "variable_missing", "Variable {} does not exist, or was not created with tf.get_variable(). "
        "Did you mean to set reuse=tf.AUTO_REUSE in VarScope?"),
    Row(14, "ValueError", "shape_mismatch", "Trying to share variable {}, but specified shape {} and found shape {}.",
        ("reuse", "reuse_variables", "store_get_variable", "make_template")),
    Row(15, "ValueError", "dtype_mismatch", "Trying to share variable {}, but specified dtype {} and found dtype {}.",
        ("reuse", "reuse_variables", "store_get_variable", "make_template")),
    Row(16, "ValueError", "initializer_mismatch", "If initializer is a constant, do not specify shape.",
        ("initializer",)),
    Row(17, "ValueError", "initializer_mismatch", "Initializer type '{}' and explicit dtype '{}' don't match.",
        ("initializer",)),
    Row(18, "ValueError", "shape_required", "The initializer passed is not valid. It should be a callable with no "
        "arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should "
        "be fully defined."),
    Row(19, "ValueError", "initializer_mismatch", "An initializer for variable {} of {} is required"),
    Row(20, "TypeError", "invalid_argument", "Failed to convert object of type {} to Tensor. Contents: {}. Consider "
        "casting elements to a supported type."),
    Row(21, "ValueError", "invalid_argument", "Passed a custom_getter which is not callable: {}", ("custom_getter",)),
    Row(22, "ValueError", "invalid_argument", "Partitioner must be callable, but received: {}", ("partitioner",)),
    Row(23, "ValueError", "partition_mismatch", "No partitioner was provided, but a partitioned version of the "
        "variable was found: {}. Perhaps a variable of the same name was already created with partitioning?"),
    Row(24, "ValueError", "partition_mismatch", "A partitioner was provided, but an unpartitioned version of the "
        "variable was found: {}.  Perhaps a variable of the same name was already created without partitioning?",
        ("partitioner",)),
    Row(25, "ValueError", "variable_exists", "Partitioned variable with name {} already exists. Did you mean to set "
        "reuse=True or reuse=tf.AUTO_REUSE in VarScope?", ("partitioner",)),
    Row(26, "ValueError", "variable_missing", "PartitionedVariable {} does not exist, or was not created with "
        "tf.get_variable(). Did you mean to set reuse=False or reuse=tf.AUTO_REUSE in VarScope?", ("partitioner",)),
    Row(27, "ValueError", "shape_mismatch", "Trying to reuse partitioned variable {}, but specified shape {} and "
        "found shape {}.", ("partitioner",)),
    Row(27, "ValueError", "dtype_mismatch", "Trying to reuse partitioned variable {}, but specified dtype {} and "
        "found dtype {}.", ("partitioner",)),
    Row(27, "ValueError", "partition_mismatch", "Trying to reuse partitioned variable {}, but specified partitions {} "
        "and found partitions {}.", ("partitioner",)),
    Row(28, "ValueError", "partition_mismatch", "Partitioner returned a different partitioning than what was already "
        "found.  Partitioner returned {} shards, and shard {} was found, but {} was not.", ("partitioner",)),
    Row(28, "ValueError", "partition_mismatch", "Partitioner returned a different partitioning than what was already "
        "found.  Partitioner returned {} shards, and shard {} was found, but so was {}, which is an extra shard.",
        ("partitioner",)),
    Row(29, "ValueError", "shape_required", "Shape of a new partitioned variable ({}) must be fully defined, but "
        "instead was {}.", ("partitioner",)),
    Row(29, "ValueError", "shape_required", "Shape of a new partitioned variable must be fully defined, but instead "
        "was {}.", ("partitioner",)),
    Row(30, "ValueError", "partition_mismatch", "A partitioned Variable must have rank at least 1, shape: {}",
        ("partitioner",)),
    Row(31, "ValueError", "partition_mismatch", "Partitioner must return a sequence, but saw: {}", ("partitioner",)),
    Row(31, "ValueError", "partition_mismatch", "Partitioner returned a partition list that does not match the "
        "Variable's rank: {} vs. {}", ("partitioner",)),
    Row(31, "ValueError", "partition_mismatch", "Partitioner returned zero partitions for some axes: {}",
        ("partitioner",)),
    Row(31, "ValueError", "partition_mismatch", "Can only slice a variable along one dimension: shape: {}, "
        "partitioning: {}", ("partitioner",)),
    Row(32, "ValueError", "partition_mismatch", "Expected 0 <= offset < shape but found offset={}, shape={} for "
        "var_offset={}, full_shape={}", ("partitioner",)),
    Row(33, "ValueError", "invalid_argument", "Invalid variable synchronization mode: {} for variable: {}",
        ("synchronization",)),
    Row(33, "ValueError", "invalid_argument", "Invalid variable aggregation mode: {} for variable: {}",
        ("aggregation",)),
    Row(34, "ValueError", "invalid_argument", "collections argument to Variable constructor must be a list, tuple, or "
        "set. Got {} of type {}", ("collections",)),
    Row(35, "ValueError", "invalid_argument", "The `constraint` argument must be a callable.", ("constraint",)),
    Row(36, "ValueError", "initializer_mismatch", "initial_value must be specified.", ("Variable",)),
    Row(37, "ValueError", "invalid_argument", "name cannot be None.", ("make_template",)),
    Row(38, "ValueError", "invalid_argument", "Trainable variable created when calling a template after the first "
        "time, perhaps you used tf.Variable when you meant tf.get_variable: {}", ("make_template",)),
    Row(39, "RuntimeError", "invalid_argument", "Exiting variable_creator_scope without proper nesting."),
    Row(40, "ValueError", "invalid_argument", "{} is not decorated with @add_arg_scope", ("arg_scope",)),
    Row(40, "TypeError", "invalid_argument", "list_ops_or_scope must either be a list/tuple or reused scope (i.e. "
        "dict)", ("arg_scope",)),
    Row(40, "ValueError", "invalid_argument", "When attempting to re-use a scope by suppling a dictionary, kwargs must "
        "be empty.", ("arg_scope",)),
    Row(40, "TypeError", "invalid_argument", "{} got an unexpected keyword argument '{}'", ("call_scoped",)),
    Row(41, "ValueError", "invalid_argument", "Private access to _get_partitioned_variable is not allowed when a "
        "custom getter is set. Current custom getter: {}.", ("create_partitioned_variables",)),
    Row(41, "ValueError", "invalid_argument", "No partitioner was specified", ("create_partitioned_variables",)),
    Row(42, "ValueError", "invalid_argument", "max_shard_bytes must be positive.", ("variable_axis_size",)),
    Row(42, "ValueError", "invalid_argument", "bytes_per_string_element must be positive.", ("variable_axis_size",)),
    Row(42, "ValueError", "invalid_argument", "max_shards must be positive.", ("variable_axis_size",)),
    Row(42, "ValueError", "invalid_argument", "max_partitions must be positive.", ("min_max",)),
    Row(42, "ValueError", "invalid_argument", "min_slice_size must be positive.", ("min_max",)),
    Row(42, "ValueError", "invalid_argument", "bytes_per_string_element must be positive.", ("min_max",)),
    Row(42, "ValueError", "partition_mismatch", "Cannot partition variable along axis {} when shape is only {}",
        ("min_max", "variable_axis_size", "fixed_size")),
    # Training. Where TensorFlow tells ranks or sizes, the library shows the shapes.
    Row(50, "LookupError", "invalid_argument", "No gradient defined for operation '{}' (op type: {})", ("gradients",)),
    Row(51, "ValueError", "invalid_argument", "Passed {} grad_ys for {} ys", ("grad_ys",)),
    Row(51, "TypeError", "shape_error", "Gradient type {} generated for real or integer-valued tensor {} with type {} "
        "must be real or integer", ("grad_ys",)),
    Row(52, "ValueError", "variable_missing", "No variables to optimize.", ("minimize",)),
    Row(52, "ValueError", "invalid_argument", "No gradients provided for any variable, check your graph for ops that "
        "do not support gradients, between variables {} and loss {}.", ("minimize",)),
    Row(53, "ValueError", "shape_error", "Invalid type {} for {}, expected: {}.", ("minimize",)),
    Row(54, "ValueError", "invalid_op_name", "Must specify the optimizer name", ("optimizer",)),
    Row(55, "ValueError", "shape_error", "Dimension 0 in both shapes must be equal, but are {} and {}", ("assign",)),
    Row(55, "ValueError", "shape_error", "Shapes must be equal rank, but are 1 and 0", ("assign",)),
    Row(56, "TypeError", "shape_error", "Input 'value' of 'Assign' Op has type {} that does not match type {} of "
        "argument 'ref'.", ("assign",)),
    Row(57, "TypeError", "invalid_argument", "Expected tf.group() expected Tensor arguments not 'None' with type '{}'",
        ("group",)),
    Row(58, "ValueError", "invalid_argument", "No variables provided.", ("apply_gradients",)),
    Row(58, "ValueError", "invalid_argument", "No gradients provided for any variable: {}.", ("apply_gradients",)),
    Row(59, "NotImplementedError", "invalid_argument", "('Trying to update a Tensor ', {})", ("apply_gradients",)),
    Row(60, "ValueError", "shape_error", "Shapes must be equal rank, but are 1 and 0", ("apply_gradients",)),
    Row(60, "ValueError", "shape_error", "Dimension 0 in both shapes must be equal, but are {} and {}",
        ("apply_gradients",)),
    Row(61, "TypeError", "invalid_argument", "t_list should be a sequence", ("clip",)),
]

# What both say; on the right how the library says it.
KEY_WORDS = {
    "already exists": "already exists",
    "does not exist": "does not exist",
    "not created with": "not created with",
    "do not specify shape": "do not specify shape",
    "specified shape": "specified shape",
    "found shape": "found shape",
    "specified dtype": "specified dtype",
    "found dtype": "found dtype",
    "specified partitions": "specified partitions",
    "found partitions": "found partitions",
    "not a valid scope name": "not a valid scope name",
    "not a valid node name": "not a valid node name",
    "duplicate node name": "duplicate node name",
    "partitioner": "partitioner",
    "custom_getter": "custom_getter",
    "constraint": "constraint",
    "collections": "collections",
    "initial_value": "initial_value",
    "default_name": "default_name",
    "auxiliary_name_scope": "auxiliary_name_scope",
    "synchronization": "synchronization",
    "aggregation": "aggregation",
    "reuse=true": "reuse",
    "auto_reuse": "auto_reuse",
}

# TensorFlow writes words here and there which ours need not have, although a text that is no part of a message
# in the table above would be a fact.
OTHER_WORDINGS = {
    "variable creator scope": "Exiting variable_creator_scope without proper nesting.",
    "custom getter": "Passed a custom_getter which is not callable: {}",
}


def laid(text, tokens):
    """The best way to lay a text onto a message: (characters that are the message's own, facts, own words).

    None where the text is no part of the message. A placeholder takes any characters, at a cost: of all ways the one is
    taken that explains most of the text by the message's own words.
    """
    # Best score for having consumed text[:i] with the next token at j, kept with the path as (own, pieces).
    best = {j: (0, ()) for j in range(len(tokens) + 1)}
    for character in text:
        following = {}

        def offer(j, candidate):
            if j not in following or following[j][0] < candidate[0]:
                following[j] = candidate

        # An empty placeholder may be passed over.
        for j in sorted(best):
            if j < len(tokens) and tokens[j] is HOLE and (j + 1 not in best or best[j + 1][0] < best[j][0]):
                best[j + 1] = best[j]
        for j, (own, pieces) in best.items():
            if j == len(tokens):
                continue
            token = tokens[j]
            if token is HOLE:
                offer(j, (own, pieces + ((True, character),)))
            elif token.lower() == character.lower():
                offer(j + 1, (own + 1, pieces + ((False, character),)))
        if not following:
            return None
        best = following
    own, pieces = max(best.values(), key=lambda found: found[0])
    return own, [t for is_fact, t in runs(pieces) if is_fact], [t for is_fact, t in runs(pieces) if not is_fact]


def runs(pieces):
    """Neighbours of one sort, joined."""
    joined = []
    for is_fact, character in pieces:
        if joined and joined[-1][0] == is_fact:
            joined[-1][1] += character
        else:
            joined.append([is_fact, character])
    return [(is_fact, text) for is_fact, text in joined]


def is_name(text, program_text):
    """Whether a text can only be a fact, however much of a message it looks like: a path, a dtype, a shape, a name."""
    if re.fullmatch(r"[\w.\-]*(/[\w.\-]*)+|[\[(][\d, ?None]*[\])]|\d+|u?int\d+(_ref)?|float\d+(_ref)?", text):
        return True
    words = {word for row in TABLE for word in re.findall(r"\w+", row.message.lower())}
    return text.lower() not in words - {"a"} and bool(re.search(rf'"{re.escape(text)}/?"', program_text))


def quoted_if_short(fact):
    """A fact as it is searched. The library quotes names, without the output's number; a name of one or two letters is
    in any sentence."""
    fact = re.sub(r":0$", "", fact)
    return f"`{fact}`" if re.fullmatch(r"[A-Za-z]\w?", fact) else fact


@dataclass
class Refusal:
    """What the library has to say: one of the codes, and each of the texts."""

    codes: list
    texts: list


def refusal(type_name, contains, program_text):
    """The expectation of a case, in the library's terms. `program_text` is the program as written in the case."""
    rows = [r for r in TABLE if r.type == type_name]
    rows = [r for r in rows if not r.needs or any(f'"{word}"' in program_text for word in r.needs)]
    names = [text for text in contains if is_name(text, program_text)]
    ranked = []
    for row in rows:
        found = [(0, [text], []) if text in names else laid(OTHER_WORDINGS.get(text, text), row.tokens())
                 for text in contains]
        ranked.append((sum(f[0] if f else -len(t) for f, t in zip(found, contains)), row, found))
    if not ranked:
        raise ValueError(f"no error of type {type_name} is known")
    most = max(score for score, *_ in ranked)
    chosen = [(row, found) for score, row, found in ranked if score == most]
    # Of several, those that only such a program can meet.
    chosen = [(row, found) for row, found in chosen if row.needs] or chosen
    for text, found in zip(contains, chosen[0][1]):
        if found is None and re.search(r"[A-Za-z] [A-Za-z]", text):
            raise ValueError(f"not a text of TensorFlow's messages: {text!r}")

    texts = []
    for text, found in zip(contains, chosen[0][1]):
        if found is None or found[0] == 0:
            texts.append(quoted_if_short(text))
            continue
        texts += [quoted_if_short(fact.strip()) for fact in found[1] if fact.strip(" '\"")]
        texts += [ours for word, ours in KEY_WORDS.items() if any(word in own.lower() for own in found[2])]
    return Refusal(sorted({row.code for row, _ in chosen}), list(dict.fromkeys(texts)))

# SPDX-License-Identifier: BSD-3-Clause
"""The form of the cases: what a step is made of, which of its arguments are labels, and what a label stands for."""

import json
import pathlib

from limits import Inexpressible

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
    "math": ("inputs",),
    "gradients": ("ys", "xs", "grad_ys", "stop_gradients"),
    "minimize": ("loss", "grad_loss", "global_step", "var_list"),
    "compute_gradients": ("loss", "grad_loss", "var_list"),
    "gradient_of": ("list", "var"),
    "apply_gradients": ("list", "gradients", "variables", "global_step"),
    "clip": ("inputs", "clip_norm", "min", "max", "use_norm"),
    "assign": ("ref", "value"),
    "read_value": ("of",),
    "group": ("inputs",),
    "control_dependencies": ("inputs",),
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
    "math": "tensor",
    "minimize": "operation",
    "compute_gradients": "gradient list",
    "gradient_of": "tensor",
    "apply_gradients": "operation",
    "global_step": "variable",
    "assign": "tensor",
    "read_value": "tensor",
    "group": "operation",
    "no_op": "operation",
    "optimizer": "optimizer",
    "get_slot": "slot",
    "non_slot": "slot",
}
# In the place of a function's name in what an arg_scope is expected to hold: an entry that is only counted.
MORE = "#more"
BLOCKS = ("variable_scope", "name_scope", "arg_scope", "thread", "creator_scope", "control_dependencies")
# Plain constants beside the program.
HOST_STEPS = ("partition_info", "single_offset", "single_slice_dim", "scoped_args", "define", "decorate", "optimizer",
              "get_slot", "non_slot", "run")


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


# --- manual opening

OPENED = {"enter": "variable_scope", "enter_creator": "creator_scope"}
LEAVING = ("exit", "exit_creator")


def with_blocks(steps):
    """The steps with manual `enter` and `exit`, where they nest, as blocks."""
    done, at = [], 0
    while at < len(steps):
        step = steps[at]
        at += 1
        if step[0] in OPENED:
            inside, at = until_exit(steps, at, arguments(step)["manager"])
            done.append([OPENED[step[0]], opening_of(step), inside])
        elif step[0] in LEAVING:
            raise Inexpressible("order")
        elif len(step) > 2:
            done.append([step[0], step[1], with_blocks(step[2])])
        else:
            done.append(step)
    return done


def opening_of(step):
    """What a manual opening opens: it stands beside the manager, or is the manager."""
    manager = arguments(step)["manager"]
    given = {k: v for k, v in arguments(step).items() if k != "manager"}
    given |= manager if isinstance(manager, dict) else {}
    if not given:
        raise Inexpressible("manager")
    return given


def until_exit(steps, at, manager):
    """The steps until the manager is left, as a body, and where they go on after it."""
    inside, open_managers = [], [manager]
    while at < len(steps):
        step = steps[at]
        at += 1
        if step[0] in LEAVING and arguments(step)["manager"] != open_managers.pop():
            raise Inexpressible("order")
        if not open_managers:
            break
        if step[0] in OPENED:
            open_managers.append(arguments(step)["manager"])
        inside.append(step)
    return with_blocks(inside), at


def read_cases(file):
    lines = pathlib.Path(file).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]

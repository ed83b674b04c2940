# SPDX-License-Identifier: BSD-3-Clause
"""The steps of training: gradients, optimizers, assignments, and what waits for what.

An optimizer is no statement of the library but a template argument, so its step is only noted and written where it is
used. What is run, and which variables are looked up as an optimizer's, stands beside the program.
"""

import values
from cases import all_steps, arguments, body_of, labels_as
from cpp import Call, number, string, template
from limits import Inexpressible, Unknown, not_there_yet

# Hyper-parameters: those that stand by themselves, in the order of the library, then those by keyword.
OPTIMIZERS = {
    "gradient_descent": ("learning_rate",),
    "momentum": ("learning_rate", "momentum"),
    "adam": ("learning_rate",),
}
KEYWORDS = ("beta1", "beta2", "epsilon")
USUAL = {"adam": {"learning_rate": 0.001}}


def with_own_labels(steps):
    """The steps with a label of its own for each training step: a case may give one label to several, and needs
    none."""
    trained = [s for s in all_steps(steps) if s[0] in ("minimize", "apply_gradients")]
    last = {label: s for s in all_steps(steps) for label in labels_as(s)}
    fresh = {}
    for count, step in enumerate(trained, 1):
        given = arguments(step)
        if "as" not in given or last[given["as"]] is not step:
            fresh[id(step)] = f"step {count} of {given['optimizer']}"

    def renamed(step):
        given = dict(arguments(step))
        if id(step) in fresh:
            given["as"] = fresh[id(step)]
        if step[0] == "define":
            given["body"] = [renamed(inner) for inner in given["body"]]
        return [step[0], given, *([[renamed(inner) for inner in body_of(step)]] if len(step) > 2 else [])]

    return [renamed(step) for step in steps]


def one_by_one(steps):
    """The steps with one for each gradient that is taken out of a list, and with gradients and variables that are
    applied as two lists."""
    created, lists = [], {}

    def changed(step):
        op, given = step[0], dict(arguments(step))
        if op == "get_variable" and given.get("trainable", True):
            created.append(given.get("as"))
        if op == "define":
            given["body"] = rewritten(given["body"])
        if op == "compute_gradients":
            taken = given.pop("grads_as", None) or []
            label = given.setdefault("as", f"list {len(lists)}")
            variables = lists[label] = given.get("var_list") or created[-len(taken):]
            return [[op, given], *(["gradient_of", {"list": label, "var": v, "as": g}]
                                   for v, g in zip(variables, taken))]
        if op == "apply_gradients":
            pairs = given.pop("grads_and_vars")
            if isinstance(pairs, str):
                given["list"] = pairs
            else:
                given["gradients"], given["variables"] = [p[0] for p in pairs], [p[1] for p in pairs]
        if op == "clip" and given["kind"] == "clip_by_global_norm" and isinstance(given["inputs"], list):
            given["as"] = [*given["as"], given.pop("norm_as", f"norm {len(lists)}")]
        return [[op, given, *([rewritten(body_of(step))] if len(step) > 2 else [])]]

    def rewritten(inner):
        return [new for step in inner for new in changed(step)]

    return rewritten(steps)


class TrainingSteps:
    """What `Program` knows of training."""

    def note_training(self, expectations):
        """Optimizers, what is looked up of them, and runs."""
        self.optimizers, self.trained_by, self.slots, self.runs = {}, {}, {}, []
        for step in all_steps(self.given):
            op, given = step[0], arguments(step)
            limit = not_there_yet(step)
            if limit:
                raise Inexpressible("not yet", limit)
            if op == "optimizer":
                self.optimizers[given["as"]] = given
            elif op in ("minimize", "apply_gradients"):
                self.trained_by.setdefault(given["optimizer"], []).append(given["as"])
            elif op in ("get_slot", "non_slot"):
                self.slots[given["as"]] = given
            elif op == "run":
                self.runs.append(given)
        for name, steps in self.trained_by.items():
            if len(steps) > 1 and self.optimizers[name]["kind"] != "gradient_descent":
                raise Inexpressible("optimizer", name)
        if any(e.get("is") is not None for e in expectations) and any(
                s[0] == "math" and arguments(s)["op"] == "no_gradient" for s in all_steps(self.given)):
            raise Inexpressible("foreign")
        if self.slots_are_asked_for():
            raise Inexpressible("slot options")
        counters = [s for s in all_steps(self.given) if s[0] == "global_step"]
        if len(counters) > 1 or any(arguments(s).get("how") == "get" for s in counters):
            raise Inexpressible("not yet", "a global step that is found again")
        if counters and any(arguments(s).get("name") == "global_step" for s in all_steps(self.given)):
            raise Inexpressible("not yet", "a global step that is found by its name")
        self.none = {e["value"] for e in expectations if "value" in e and e["is"] is None}

    def slots_are_asked_for(self):
        """Whether an optimizer with slots stands in a scope with a custom getter or a regularizer."""
        around = [s for s in all_steps(self.given) if s[0] == "variable_scope" and
                  {"custom_getter", "regularizer"} & set(arguments(s))]
        return any(s[0] == "minimize" and self.optimizers[arguments(s)["optimizer"]]["kind"] != "gradient_descent"
                   for scope in around for s in all_steps(body_of(scope)))

    def behind(self, label):
        """The labels that are read where an expectation or a run reads one that stands beside the program."""
        if label in self.slots:
            given = self.slots[label]
            return [*self.trained_by.get(given["optimizer"], []), *([given["var"]] if "var" in given else [])]
        if label in self.optimizers:
            return self.trained_by.get(label, [])
        return [label]

    def optimizer_labels(self, name):
        """The labels among an optimizer's hyper-parameters."""
        return {v for k, v in self.optimizers[name].items() if k not in ("kind", "name", "as") and isinstance(v, str)}

    def optimizer(self, label):
        """An optimizer as a template argument."""
        given = dict(self.optimizers[label])
        kind = given.pop("kind")
        given.pop("as")
        hyper = lambda v: f"decltype({self.value(v)}){{}}" if isinstance(v, str) else number(float(v))
        written = [hyper(given.pop(h, USUAL.get(kind, {}).get(h))) for h in OPTIMIZERS[kind]]
        if given.pop("use_nesterov", False):
            written.append("xs::use_nesterov")
        written += [template(f"xs::{k}", hyper(given.pop(k))) for k in KEYWORDS if k in given]
        if "name" in given:
            written.append(template("xs::name", self.name(given.pop("name"))))
        self.done(given, "optimizer")
        return template(f"xs::{kind}_optimizer", *written)

    # beside the program

    def step_optimizer(self, given):
        return None

    step_get_slot = step_non_slot = step_run = step_optimizer

    # operations

    MATH = {"add": "add", "subtract": "subtract", "multiply": "multiply", "divide": "divide", "square": "square",
            "negative": "negative", "relu": "relu", "sigmoid": "sigmoid", "tanh": "tanh", "exp": "exp",
            "identity": "identity", "stop_gradient": "stop_gradient", "matmul": "matmul", "l2_loss": "l2_loss",
            "argmax": "argmax", "reduce_sum": "reduce_sum", "reduce_mean": "reduce_mean", "cast_int": "cast"}
    ARGUMENTS = {"argmax": ["xs::axis<0>"], "cast_int": ["xs::dtype<int>"]}

    def step_math(self, given):
        op, name = given.pop("op"), given.pop("name", None)
        inputs = [self.operand(x) for x in given.pop("inputs")]
        self.done(given, "math")
        named = [] if name is None else [template("xs::name", self.name(name))]
        if op == "no_gradient":
            return Call(template("xs::apply_op", string("Strange"), *named), inputs)
        return Call(f"xs::{self.MATH[op]}", [*inputs, *self.ARGUMENTS.get(op, []), *named])

    def named(self, given):
        return [template("xs::name", self.name(given.pop("name")))] if given.get("name") is not None else []

    def step_gradients(self, given, label, live):
        ys = [self.operand(y) for y in given.pop("ys")]
        written = [ys[0] if len(ys) == 1 else Call("xs::pack", ys)]
        written += [self.operand(x) for x in given.pop("xs")]
        for option in ("grad_ys", "stop_gradients"):
            listed = given.pop(option, None)
            if listed is not None:
                written.append(Call(f"xs::{option}", ["xs::none" if x is None else self.operand(x) for x in listed]))
        written += self.named(given)
        if self.none & set(label):
            written.append("xs::unconnected_gradients<xs::none>")
        self.done(given, "gradients")
        for one in label:
            self.kinds[one] = "tensor"
        node = Call("xs::gradients", written)
        if not set(label) & live:
            return node, None
        return node, self.tree_of(label, live) if len(label) > 1 else label[0]

    def step_minimize(self, given):
        optimizer = self.optimizer(given.pop("optimizer"))
        return self.trained("xs::minimize", optimizer, given)

    def step_compute_gradients(self, given):
        return self.trained("xs::compute_gradients", self.optimizer(given.pop("optimizer")), given)

    def step_apply_gradients(self, given):
        optimizer = self.optimizer(given.pop("optimizer"))
        if "list" in given:
            given["loss"] = self.value(given.pop("list"))
            return self.trained("xs::apply_gradients", optimizer, given)
        packed = [Call("xs::pack", ["xs::none" if x is None else self.operand(x) for x in given.pop(key)])
                  for key in ("gradients", "variables")]
        given["loss"] = Call("xs::zip", packed)
        return self.trained("xs::apply_gradients", optimizer, given)

    def step_gradient_of(self, given):
        written = [self.value(given.pop("list")), self.value(given.pop("var"))]
        self.done(given, "gradient_of")
        return Call("xs::gradient_of", written)

    def step_clip(self, given, label, live):
        kind, inputs = given.pop("kind"), given.pop("inputs")
        label = [label] if isinstance(label, str) else label or []
        of_list = isinstance(inputs, list)
        written = [Call("xs::pack", ["xs::none" if x is None else self.operand(x) for x in inputs])
                   if of_list else self.operand(inputs)]
        written += [self.operand(given.pop(k)) for k in ("min", "max", "clip_norm") if k in given]
        if "use_norm" in given:
            written.append(Call("xs::use_norm", [self.operand(given.pop("use_norm"))]))
        written += self.named(given)
        self.done(given, "clip")
        for one in label:
            self.kinds[one] = "tensor"
        node = Call(f"xs::{kind}", written)
        if not set(label) & live:
            return node, None
        if not of_list or kind != "clip_by_global_norm":
            return node, label[0]
        return node, [self.tree_of(label[:-1], live), *self.tree_of(label[-1:], live)]

    def trained(self, function, optimizer, given):
        loss = given.pop("loss")
        written = [self.operand(loss) if isinstance(loss, str) else loss]
        listed = given.pop("var_list", None)
        if listed is not None:
            scopes = [v["scope"] for v in listed if isinstance(v, dict)]
            if scopes and (len(listed) > 1 or listed[0]["collection"] != "trainable_variables"):
                raise Unknown(f"var_list {listed!r}")
            written.append(f"{template('xs::var_list', string(scopes[0]))}" if scopes
                           else Call("xs::var_list", [self.value(v) for v in listed]))
        for option in ("grad_loss", "global_step"):
            value = given.pop(option, None)
            if value is not None:
                written.append(Call(f"xs::{option}", [self.operand(value)]))
        written += self.named(given)
        self.done(given, function)
        return Call(template(function, optimizer), written)

    def step_global_step(self, given):
        given.pop("how", None)
        self.done(given, "global_step")
        return template("xs::get_variable", string("global_step"), "xs::shape<>", "xs::dtype<std::int64_t>",
                        "xs::initializer<xs::zeros_initializer>", "xs::trainable<false>",
                        template("xs::collections", string("variables"), string("global_step")))

    def step_assign(self, given):
        op, ref, value = given.pop("op", "assign"), given.pop("ref"), given.pop("value")
        named = self.named(given)
        self.done(given, "assign")
        return Call(f"xs::{op}", [self.value(ref), self.operand(value), *named])

    def step_read_value(self, given):
        label = given.pop("of")
        self.done(given, "read_value")
        return Call("xs::read_value", [self.value(label)])

    # what waits

    def waited_for(self, inputs):
        return [template("xs::get_collection", string(x["collection"])) if isinstance(x, dict) else self.value(x)
                for x in inputs]

    def step_group(self, given):
        inputs = self.waited_for(given.pop("inputs", None) or [])
        named = self.named(given)
        self.done(given, "group")
        return Call("xs::group", [*inputs, *named])

    def step_no_op(self, given):
        name = given.pop("name", None)
        self.done(given, "no_op")
        return template("xs::no_op", *([self.name(name)] if name is not None else []))

    def step_control_dependencies(self, given, body, label, live):
        inputs = given.pop("inputs")
        self.done(given, "control_dependencies")
        written = ["xs::none"] if inputs is None else self.waited_for(inputs)
        return self.scope_block(f"xs::control_dependencies({', '.join(written)})", body, label, live)

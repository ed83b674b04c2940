#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Give operations and layers attributes: those that TensorFlow's function takes are taken, and no others.

usage: check_attributes.py [--all] INCLUDE_DIR -- COMPILER FLAG...

The callables are found in the headers, so that none can be forgotten; what they take is TensorFlow's signature. Each is
given all that it takes, and three that it does not, others each time; with --all every one (a minute).
"""

import pathlib
import re
import subprocess
import sys

# As they are written in a program; each with a value that can be one.
ATTRIBUTES = {
    "shape": "shape<6>",
    "dtype": "dtype<int>",
    "axis": "axis<0>",
    "keepdims": "keepdims",
    "transpose_a": "transpose_a",
    "transpose_b": "transpose_b",
    "alpha": "alpha<0.5f>",
    "perm": "perm<1, 0>",
    "multiples": "multiples<1, 2>",
    "paddings": "paddings<0, 1, 1, 0>",
    "depth": "depth<3>",
    "begin": "begin<0, 0>",
    "size": "size<1, 1>",
    "num_or_size_splits": "num_or_size_splits<1>",
    "ksize": "ksize<2>",
    "strides": "strides<2>",
    "dilations": "dilations<1>",
    "padding": 'padding<"SAME">',
    "trainable": "trainable<false>",
    "reuse": "auto_reuse",
    "initializer": "initializer<zeros_initializer>",
    "regularizer": "regularizer<no_regularizer>",
}

# What an operation takes beside a name. All that is not here takes a name alone.
REDUCTION = "axis keepdims"
TAKES = {
    **dict.fromkeys(["reduce_sum", "reduce_mean", "reduce_max", "reduce_min", "reduce_prod"], REDUCTION),
    **dict.fromkeys(["reduce_any", "reduce_all", "reduce_logsumexp", "moments"], REDUCTION),
    **dict.fromkeys(["argmax", "argmin", "softmax", "log_softmax", "concat", "stack", "unstack", "gather"], "axis"),
    **dict.fromkeys(["expand_dims", "squeeze", "layer_norm"], "axis"),
    **dict.fromkeys(["softmax_cross_entropy_with_logits", "softmax_cross_entropy_with_logits_v2"], "axis"),
    **dict.fromkeys(["reshape", "broadcast_to"], "shape"),
    **dict.fromkeys(["cast", "zeros_like", "ones_like"], "dtype"),
    **dict.fromkeys(["max_pool", "avg_pool"], "ksize strides padding"),
    "conv2d": "strides padding dilations",
    "leaky_relu": "alpha",
    "matmul": "transpose_a transpose_b",
    "one_hot": "depth axis dtype",
    "pad": "paddings",
    "slice": "begin size",
    "split": "num_or_size_splits axis",
    "tile": "multiples",
    "transpose": "perm",
}
LAYERS = {
    "dense<8": "trainable reuse",
    "conv2d<8, kernel_size<3>": "trainable reuse strides padding dilations",
    "gru<8": "trainable reuse",
    "lstm<8": "trainable reuse",
}

CALLABLE = re.compile(r"^inline constexpr (?:dsl::op_function|ops::)[^;{]*?\b(\w+)\{\};", re.MULTILINE)

HEAD = """
#include <xscope/layers.hpp>
using namespace xscope;

constexpr auto x = placeholder<"x", shape<1, 8, 8, 3>>;
constexpr auto v = get_variable<"v", shape<1, 8, 8, 3>>;

template <class T>
inline constexpr bool is_refused = false;
template <fixed_string... Sentence>
inline constexpr bool is_refused<refused<Sentence...>> = true;
template <diag::fault What>
inline constexpr bool is_refused<dsl::faulty<What>> = true;  // of operands: that of an attribute has a name
template <class F, class... X>
concept calls = requires(F f, X... operands) { requires !is_refused<decltype(f(operands...))>; };

/// A call with as many operands as it takes.
template <class F, class A>
constexpr auto call(F f, A a) {
  using X = std::remove_cv_t<decltype(x)>;
  if constexpr (calls<F, X, A>) return f(x, a);
  else if constexpr (calls<F, X, X, A>) return f(x, x, a);
  else if constexpr (calls<F, X, X, X, A>) return f(x, x, x, a);
  else if constexpr (calls<F, X, X, X, X, A>) return f(x, x, x, x, a);
  else return f(x, x, x, x, x, x, a);
}

/// Whether the program is not refused for its attribute.
template <class Program>
constexpr bool taken(Program, std::string_view attribute) {
  constexpr auto d = diagnose(Program{});
  const std::string_view text = d.message();
  const bool refused = text.find(" does not take `") != text.npos;
  if (refused && (d.code() != errc::invalid_argument || text.find(attribute) == text.npos)) throw "not by its name";
  return !refused;
}
"""


def main():
    split = sys.argv.index("--")
    *every, include = sys.argv[1:split]
    headers = sorted(pathlib.Path(include, "xscope/ops").glob("*.hpp"))
    names = sorted({name for h in headers for name in CALLABLE.findall(h.read_text())})
    strange = set(TAKES) - set(names)
    if len(names) < 80 or strange:
        print(f"of the callables {len(names)} were found, and not: {sorted(strange)}")
        return 1
    # Assignments want a variable, and that they have it is looked at with the whole program.
    how = {name: f"xscope::{name}(v, x, {{}})" for name in names if name.startswith("assign")}
    called = [(how.get(name, f"call(xscope::{name}, {{}})"), TAKES.get(name, "")) for name in names]
    called += [(f"x | layers::{layer}, {{}}>", takes) for layer, takes in LAYERS.items()]
    lines = [HEAD]
    for i, (program, takes) in enumerate(called):
        others = [a for a in ATTRIBUTES if a not in takes.split()]
        others = others if every else [others[(3 * i + k) % len(others)] for k in range(3)]
        for attribute in [*takes.split(), *others]:
            wanted = "!" if attribute in others else ""
            lines.append(f'static_assert({wanted}taken({program.format(ATTRIBUTES[attribute])}, "`{attribute}"));')
    run = subprocess.run(
        [*sys.argv[split + 1 :], "-fsyntax-only", "-x", "c++", "-"],
        input="\n".join(lines),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    errors = [line for line in run.stdout.splitlines() if "error" in line or "static_assert" in line]
    print("\n".join(errors[:20] or run.stdout.splitlines()[:20]))
    return 1 if run.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Reference inputs and outputs of the ops, independent of any C++.

    python3 tests/golden/ops.py            writes ops.hpp beside this file
    python3 tests/golden/ops.py --check    fails if ops.hpp is not what would be written

Needs NumPy. Values of real functions are computed with 60 decimal digits (module decimal) and rounded once, to double,
so they depend neither on the machine's libm nor on the tricks that a stable implementation needs. All real inputs are
exact in float32: a test may read them as float or as double. Arrays of float ("_f32") hold the cases in which
float32 overflows where double does not.
"""

import decimal
import math
import pathlib
import sys
from decimal import Decimal

import numpy as np

HEADER = """\
// SPDX-License-Identifier: BSD-3-Clause
//
// Reference inputs and outputs of the ops, in row-major order; the shapes are in the line above each case.
// Written by ops.py, which says how the values come about. Do not edit.
// clang-format off
#pragma once

#include <cstdint>
#include <limits>

namespace golden {

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr float inff = std::numeric_limits<float>::infinity();
"""

decimal.setcontext(decimal.Context(prec=60, Emax=10**9, Emin=-(10**9), traps=[]))
random = np.random.RandomState(20160714)  # the legacy generator: its numbers are frozen across NumPy versions

INF, NAN = math.inf, math.nan


# ---- exact arithmetic: arrays of Decimal ----

def exact(x):
    return np.vectorize(lambda v: Decimal(float(v)), otypes=[object])(np.asarray(x))


def rounded(x):
    return np.vectorize(float, otypes=[np.float64])(np.asarray(x, dtype=object))


def each(function):
    """A function of one Decimal as a function of arrays of doubles."""
    apply = np.vectorize(lambda v: float(function(Decimal(float(v)))), otypes=[np.float64])
    return lambda x: apply(np.asarray(x))


def sigmoid_of(v):
    return 1 / (1 + (-v).exp())


def tanh_of(v):
    if v.is_zero():
        return v  # keeps the sign
    e = (-2 * abs(v)).exp()
    return ((1 - e) / (1 + e)).copy_sign(v)


def series(v, term, ratio):
    """term + term * ratio(1) + term * ratio(1) * ratio(2) + ..., to the last of 200 digits."""
    with decimal.localcontext(decimal.Context(prec=200, traps=[])):
        total, k = term(v), 0
        last = total
        while last != 0 and abs(last) > abs(total).scaleb(-100):
            k += 1
            last = last * ratio(v, k)
            total += last
        return total


def sin_of(v):
    return series(v, lambda x: x, lambda x, k: -x * x / ((2 * k) * (2 * k + 1))) if v.is_finite() else v - v


def cos_of(v):
    return series(v, lambda x: x * 0 + 1, lambda x, k: -x * x / ((2 * k - 1) * (2 * k))) if v.is_finite() else v - v


PI = 4 * (4 * series(Decimal(5), lambda x: 1 / x, lambda x, k: -(2 * k - 1) / (x * x * (2 * k + 1)))
          - series(Decimal(239), lambda x: 1 / x, lambda x, k: -(2 * k - 1) / (x * x * (2 * k + 1))))


def erf_of(v):
    if abs(v) > 12:
        return Decimal(1).copy_sign(v)
    total = series(v, lambda x: x, lambda x, k: -x * x * (2 * k - 1) / (k * (2 * k + 1)))
    with decimal.localcontext(decimal.Context(prec=150, traps=[])):
        return total * 2 / PI.sqrt()


def gelu_of(v):
    with decimal.localcontext(decimal.Context(prec=150, traps=[])):
        return v * (1 + erf_of(v / Decimal(2).sqrt())) / 2


def log_softmax_of(x):
    x = exact(x)
    shifted = x - x.max(axis=-1, keepdims=True)
    sums = np.vectorize(lambda v: v.exp(), otypes=[object])(shifted).sum(axis=-1, keepdims=True)
    return shifted - np.vectorize(lambda v: v.ln(), otypes=[object])(sums)


def softmax_of(x):
    return np.vectorize(lambda v: v.exp(), otypes=[object])(log_softmax_of(x))


def mean_of(x, axis=None, keepdims=False):
    x = exact(x)
    total = np.sum(x, axis=axis, keepdims=keepdims)
    return np.asarray(total, dtype=object) / Decimal(x.size // max(np.asarray(total).size, 1))


# ---- inputs ----

def sample(*shape, scale=4.0):
    """Multiples of 1/64 in [-scale, scale]: exact in float32, short as text."""
    limit = int(scale * 64)
    return random.randint(-limit, limit + 1, size=shape, dtype=np.int64).astype(np.float64) / 64


def away_from_zero(*shape):
    x = sample(*shape)
    return np.where(np.abs(x) < 0.25, 0.75, x)


def positive(*shape):
    return np.abs(sample(*shape)) + 1 / 64


# ---- output ----

TYPES = {
    np.dtype(np.float64): "double",
    np.dtype(np.float32): "float",
    np.dtype(np.int32): "std::int32_t",
    np.dtype(np.int64): "std::int64_t",
    np.dtype(np.bool_): "bool",
}


def literal(v):
    if isinstance(v, np.bool_):
        return "true" if v else "false"
    if isinstance(v, np.integer):
        # The least value has no literal of its own in C++.
        return f"{int(v) + 1} - 1" if v == np.iinfo(v.dtype).min else str(int(v))
    suffix = "f" if isinstance(v, np.float32) else ""
    if np.isnan(v):
        return "nan" + suffix
    if np.isinf(v):
        return ("-" if v < 0 else "") + "inf" + suffix
    return str(v) + suffix  # the fewest digits that read back as the same number


def shape_text(array):
    return "[" + ",".join(str(extent) for extent in array.shape) + "]"


class Header:
    def __init__(self):
        self.text = HEADER
        self.numbers = {}

    def section(self, title):
        self.text += f"\n// {title}\n"

    def case(self, op, note="", **arrays):
        """One case: op_0_x, op_0_y, ... The result is y."""
        number = self.numbers.get(op, 0)
        self.numbers[op] = number + 1
        arrays = {key: np.asarray(value) for key, value in arrays.items()}
        shapes = ", ".join(f"{key} {shape_text(value)}" for key, value in arrays.items())
        self.text += f"\n// {op} {number}: {shapes}{'; ' + note if note else ''}\n"
        for key, array in arrays.items():
            if array.dtype == np.float64 and key != "y":
                single = array.astype(np.float32).astype(np.float64)
                assert np.array_equal(single, array, equal_nan=True), f"{op} {number} {key} is not exact in float32"
            name = f"inline constexpr {TYPES[array.dtype]} {op}_{number}_{key}[] = {{"
            self.text += self.wrapped(name, [literal(v) for v in array.ravel()])

    @staticmethod
    def wrapped(start, items):
        lines, line = [], start
        for index, item in enumerate(items):
            piece = item + ("," if index + 1 < len(items) else "};")
            if line.endswith("{") or len(line) + 1 + len(piece) <= 110:
                line += ("" if line.endswith("{") else " ") + piece
            else:
                lines.append(line)
                line = "    " + piece
        return "\n".join(lines + [line]) + "\n"


def binary_ops(out):
    functions = {"add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide}
    out.section("Arithmetic with broadcasting: y = a op b.")
    for op, function in functions.items():
        second = away_from_zero if op == "divide" else sample

        def case(a, b, note=""):
            out.case(op, note, a=a, b=b, y=rounded(function(exact(a), exact(b))))

        case(sample(2, 3), second(3))
        case(sample(2, 1), second(1, 3), "both grow")
        case(sample(), second(2, 2), "scalar on the left")
        case(sample(4), second(), "scalar on the right")
        case(sample(2, 3, 4), second(3, 1), "rank 3 with rank 2")
        case(sample(3, 3), second(3), "square: the wrong axis would fit as well")
    with np.errstate(all="ignore"):
        a, b = np.array([1, -1, 0, 1, INF]), np.array([0, 0, 0, INF, INF])
        out.case("divide", "by zero and infinity", a=a, b=b, y=a / b)
        a, b = np.array([INF, INF, 1]), np.array([INF, -INF, -INF])
        out.case("add", "infinities", a=a, b=b, y=a + b)
        a, b = np.float32([3e38, -3e38, 1e38]), np.float32([3e38, -3e38, -1e38])
        out.case("add_f32", "overflow", a=a, b=b, y=a + b)
        a, b = np.float32([1e20, -1e20, 1e-30]), np.float32([1e20, 1e20, 1e-30])
        out.case("multiply_f32", "overflow and underflow", a=a, b=b, y=a * b)
    a, b = np.int32([[7, -7, 100000], [0, 3, -46340]]), np.int32([2, -3, 21474])
    out.case("add_i32", a=a, b=b, y=a + b)
    out.case("subtract_i32", a=a, b=b, y=a - b)
    out.case("multiply_i32", a=a, b=b, y=a * b)

    out.section("Equality with broadcasting.")
    a = np.array([[1.5, 2, -0.0], [0.25, 2, 4]])
    out.case("equal", a=a, b=np.array([1.5, 2, 0.0]), y=a == np.array([1.5, 2, 0.0]))
    out.case("equal", "scalar", a=np.array([[2.0], [3.0]]), b=np.array(3.0), y=np.array([[2.0], [3.0]]) == 3)
    special = np.array([INF, -INF, NAN, NAN]), np.array([INF, INF, NAN, 0])
    out.case("equal", "infinities; nan equals nothing", a=special[0], b=special[1], y=special[0] == special[1])
    a, b = np.int32([[1], [2], [3]]), np.int32([[1, 2]])
    out.case("equal_i32", a=a, b=b, y=a == b)


def unary_ops(out):
    out.section("Element by element: y = f(x).")
    small = np.array([1e-8, -1e-8, 1e-30, 0, -0.0], dtype=np.float32).astype(np.float64)
    ordinary = [lambda: sample(), lambda: sample(5), lambda: sample(2, 3), lambda: sample(2, 2, 3)]
    positives = [lambda: positive(), lambda: positive(5), lambda: positive(2, 3), lambda: positive(2, 2, 3)]
    functions = {
        "negative": (lambda v: v.copy_negate(), ordinary, np.array([0, -0.0, INF, -INF, 1e30])),
        "relu": (lambda v: v if v > 0 else Decimal(0), ordinary, np.array([0, -0.0, INF, -INF, 1e-30, -1e-30])),
        "tanh": (tanh_of, ordinary, np.array([1000, -1000, 20, -20, 9, -9, INF, -INF])),
        "sigmoid": (sigmoid_of, ordinary, np.array([1000, -1000, 40, -40, 17, -17, INF, -INF])),
        "exp": (lambda v: v.exp(), ordinary, np.array([0, 88, -87, -1000, -INF, INF])),
        "log": (lambda v: v.ln(), positives, np.array([0, 1, -1, INF, 1e-30, 1e30])),
        "square": (lambda v: v * v, ordinary, np.array([0, 4096, -4096, 1e-18, INF, -INF])),
        "sqrt": (lambda v: v.sqrt(), positives, np.array([0, 1, 4, -1, 1e-30, 1e30, INF])),
    }
    for op, (function, inputs, extremes) in functions.items():
        f = each(function)
        for make in inputs:
            x = make()
            out.case(op, x=x, y=f(x))
        extremes = extremes.astype(np.float32).astype(np.float64)
        out.case(op, "extreme values", x=extremes, y=f(extremes))
        if op in ("tanh", "sigmoid", "exp"):
            out.case(op, "near zero", x=small, y=f(small))
    with np.errstate(all="ignore"):
        x = np.float32([100, -110, 89, 1000])
        out.case("exp_f32", "overflow and underflow", x=x, y=rounded(each(lambda v: v.exp())(x)).astype(np.float32))
        x = np.float32([1e20, -1e20, 1e-30])
        out.case("square_f32", "overflow and underflow", x=x, y=x * x)
    x = np.int32([[1, -2], [0, 2147483647]])
    out.case("negative_i32", x=x, y=-x)
    x = np.int32([[3, -4], [0, 46340]])
    out.case("square_i32", x=x, y=x * x)
    out.case("relu_i32", x=np.int32([3, -4, 0]), y=np.int32([3, 0, 0]))


def functions(out):
    out.section("Functions of one element, all of the same x, which has no shape of interest.")
    x = np.concatenate([
        sample(12), [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0, -0.0, 1e-8, -1e-8, 1e-30, 80, -80, 7, -7, 6, -1, INF, -INF, NAN]
    ]).astype(np.float32).astype(np.float64)
    zero, one = Decimal(0), Decimal(1)
    scale, alpha = Decimal("1.0507009873554804934193349852946"), Decimal("1.6732632423543772848170429916717")
    slope = Decimal(0.125)

    def keeping_nan(function):
        return lambda v: v if v.is_nan() else function(v)

    table = {
        "abs": abs,
        "sign": lambda v: zero if v.is_zero() else one.copy_sign(v),
        "expm1": lambda v: v.exp() - 1,
        "log1p": lambda v: (1 + v).ln(),
        "rsqrt": lambda v: 1 / v.sqrt(),
        "reciprocal": lambda v: 1 / v,
        "sin": sin_of,
        "cos": cos_of,
        "softplus": lambda v: (1 + v.exp()).ln() if v < 100 else v,
        "softsign": lambda v: v / (1 + abs(v)),
        "relu6": lambda v: min(max(v, zero), Decimal(6)),
        "leaky_relu": lambda v: v if v > 0 else v * slope,
        "elu": lambda v: v if v > 0 else v.exp() - 1,
        "selu": lambda v: scale * (v if v > 0 else alpha * (v.exp() - 1)),
        "gelu": gelu_of,
        "erf": erf_of,
        "floor": lambda v: v.to_integral_value(decimal.ROUND_FLOOR),
        "ceil": lambda v: v.to_integral_value(decimal.ROUND_CEILING),
        "rint": lambda v: v.to_integral_value(decimal.ROUND_HALF_EVEN),
    }
    out.case("functions", x=x)
    for op, function in table.items():
        out.case(op, y=each(keeping_nan(function))(x))
    x = np.int32([7, -7, 0, 6, -2147483648, 2147483647])
    out.case("functions_i32", x=x)
    out.case("abs_i32", y=np.abs(x))
    out.case("sign_i32", y=np.sign(x))
    out.case("relu6_i32", y=np.minimum(np.maximum(x, 0), 6))


def pow_of(a, b):
    """NumPy's, rounded once where the result is no exact case."""
    if a > 0 and a != 1 and math.isfinite(a) and math.isfinite(b):
        return float(Decimal(float(a)) ** Decimal(float(b)))
    return float(np.power(a, b))


def pairs(out):
    out.section("Functions of two elements: every a [n,1] with every b [1,n].")
    numbers = [INF, -INF, NAN, 0, -0.0, 1.5, -2, 0.25, 3, 1]
    a, b = np.array(numbers).reshape(-1, 1), np.array(numbers[::-1]).reshape(1, -1)
    out.case("pairs", a=a, b=b)
    with np.errstate(all="ignore"):
        out.case("maximum", y=np.maximum(a, b))
        out.case("minimum", y=np.minimum(a, b))
        out.case("pow", y=np.vectorize(pow_of)(a, b))
        out.case("squared_difference", y=np.square(a - b))
        for op in ("not_equal", "less", "less_equal", "greater", "greater_equal"):
            out.case(op, y=getattr(np, op)(a, b))
        out.case("where", "where(a < b, a, b)", y=np.where(a < b, a, b))
        out.case("clip_by_value", "clip_by_value(a, -2, 1.5)", y=np.clip(a, -2, 1.5))
        numbers = [0, 1, -1, 2, -3, 7, 12, 31, 46341, -2147483648]
        a, b = np.int32(numbers).reshape(-1, 1), np.int32(numbers[::-1]).reshape(1, -1)
        out.case("pairs_i32", a=a, b=b)
        out.case("maximum_i32", y=np.maximum(a, b))
        out.case("minimum_i32", y=np.minimum(a, b))
        out.case("squared_difference_i32", y=np.square(a - b))
        out.case("less_i32", y=a < b)
        exponents = np.int32([0, 1, 2, 3, 5, 8, 10, 31, 7, 30]).reshape(1, -1)
        out.case("pow_i32", b=exponents, y=np.power(a, exponents))

    out.section("Functions of truths.")
    a, b = np.bool_([[True], [False]]), np.bool_([[True, False]])
    out.case("truths", a=a, b=b)
    for op in ("logical_and", "logical_or", "logical_xor"):
        out.case(op, y=getattr(np, op)(a, b))
    out.case("logical_not", y=np.logical_not(b))


def matmul(out):
    out.section("Matrix products: y = a b, with a and b as they are stored.")
    m, k, n = 3, 4, 5
    for left, right in ((False, False), (True, False), (False, True), (True, True)):
        a, b = sample(*((k, m) if left else (m, k))), sample(*((n, k) if right else (k, n)))
        y = np.matmul(exact(a).T if left else exact(a), exact(b).T if right else exact(b))
        op = "matmul" + ("_transpose_a" if left else "") + ("_transpose_b" if right else "")
        out.case(op, a=a, b=b, y=rounded(y))
        a, b = sample(3, 3), sample(3, 3)
        y = np.matmul(exact(a).T if left else exact(a), exact(b).T if right else exact(b))
        out.case(op, "square: a forgotten transpose would fit as well", a=a, b=b, y=rounded(y))
    for shape_a, shape_b, note in (((1, 7), (7, 1), "inner product"), ((4, 1), (1, 3), "outer product"),
                                   ((1, 1), (1, 1), "smallest"), ((2, 17), (17, 9), "no multiple of a SIMD width")):
        a, b = sample(*shape_a), sample(*shape_b)
        out.case("matmul", note, a=a, b=b, y=rounded(np.matmul(exact(a), exact(b))))


def softmax(out):
    out.section("Softmax and its logarithm, over the last axis.")
    inputs = [
        (sample(5), ""),
        (sample(2, 3), ""),
        (sample(2, 2, 3), ""),
        (np.array([[1000, 0, -1000], [1000, 1000, -1000], [-1000, -1000, -1000]], dtype=np.float64), "large logits"),
        (np.array([[1000, 999, 998, 1000.5], [-1000, -999, -998, -1000.5]]), "large logits close together"),
        (np.array([[3.5]]), "one class"),
    ]
    for op, function in (("softmax", softmax_of), ("log_softmax", log_softmax_of)):
        for x, note in inputs:
            out.case(op, note, x=x, y=rounded(function(x)))

    out.section("sparse_softmax_cross_entropy_with_logits: y = -log_softmax(logits)[labels].")
    cases = [
        (np.int32([2, 0]), sample(2, 3), ""),
        (random.randint(0, 10, size=4, dtype=np.int32), sample(4, 10), ""),
        (np.int32([0, 1, 2]), np.tile(np.array([1000.0, 0, -1000]), (3, 1)), "large logits"),
        (np.int32([1]), np.array([[1000.0, 1000, -1000]]), "large logits, tie"),
        (np.array(3, dtype=np.int32), sample(5), "scalar label"),
        (np.int32([[1, 0], [2, 2]]), sample(2, 2, 3), "rank 3"),
    ]
    for labels, logits, note in cases:
        y = -np.take_along_axis(log_softmax_of(logits), np.expand_dims(labels, -1).astype(np.int64), axis=-1)[..., 0]
        # Zero minus, so that a certain answer costs 0 and not -0.
        out.case("sparse_softmax_cross_entropy_with_logits", note, labels=labels, logits=logits, y=rounded(y) + 0.0)


def reductions(out):
    out.section("Reductions. The axes are in the note; none means all.")
    functions = {
        "reduce_sum": lambda x, axis, keepdims: np.sum(exact(x), axis=axis, keepdims=keepdims),
        "reduce_mean": mean_of,
        "reduce_max": lambda x, axis, keepdims: np.max(exact(x), axis=axis, keepdims=keepdims),
    }
    for op, function in functions.items():
        def case(x, axis=None, keepdims=False, note=None):
            if axis is None:
                text = "all axes"
            elif isinstance(axis, tuple):
                text = "axes " + " and ".join(map(str, axis))
            else:
                text = f"axis {axis}"
            text += (", keepdims" if keepdims else "") + (f", {note}" if note else "")
            out.case(op, text, x=x, y=rounded(function(x, axis, keepdims)))

        case(sample(2, 3))
        case(sample(2, 3), 0)
        case(sample(2, 3), 1)
        case(sample(2, 3), -1)
        case(sample(2, 3, 4), (0, 2))
        case(sample(2, 3, 4), 1)
        case(sample(2, 3, 4), -3)
        case(sample(2, 3), None, True)
        case(sample(2, 3), 0, True)
        case(sample(2, 3, 4), (0, -1), True)
        case(sample(5))
        case(sample())
        case(sample(3, 1), 0, note="an axis of size 1 stays")
    out.case("reduce_max", "all axes, all negative", x=np.array([-3.0, -1.5, -2]), y=np.array(-1.5))
    out.case("reduce_max", "axis 1, infinities", x=np.array([[-INF, -INF], [INF, 1]]), y=np.array([-INF, INF]))
    x = np.int32([[5, -2, 7], [1, 1, 2147483600]])
    out.case("reduce_sum_i32", "axis 1", x=x, y=x.sum(axis=1, dtype=np.int32))
    out.case("reduce_max_i32", "axis 0", x=x, y=x.max(axis=0))
    out.case("reduce_mean_i32", "all axes, rounded toward zero", x=np.int32([1, 0, 1, 0]), y=np.int32(0))

    out.section("argmax: the first of equal values wins.")
    ties = np.array([[1.0, 3, 3, 2], [5, 3, 5, 5], [5, 0, 5, 2]])
    for axis in (0, 1, -1, -2):
        out.case("argmax", f"axis {axis}, ties", x=ties, y=np.argmax(ties, axis=axis).astype(np.int64))
    x = sample(2, 3, 4)
    for axis in (0, 1, 2):
        out.case("argmax", f"axis {axis}", x=x, y=np.argmax(x, axis=axis).astype(np.int64))
    out.case("argmax", "axis 0", x=np.array([-3.0, -1, -2]), y=np.int64(1))
    out.case("argmax", "axis 1, -inf everywhere and inf", x=np.array([[-INF, -INF], [0, INF]]), y=np.int64([0, 1]))
    x = np.int32([[4, 4, -1], [0, 9, 9]])
    out.case("argmax_i32", "axis 1, ties", x=x, y=np.argmax(x, axis=1).astype(np.int64))


def casts(out):
    out.section("Casts. Toward integers they cut the fraction off.")
    x = np.array([2.9, -2.9, 0.99, -0.99, 0, -0.0, 1e9, 2147483520, -2147483648, 16777216])
    x = x.astype(np.float32).astype(np.float64)
    out.case("cast_float_to_int32", x=x, y=np.trunc(x).astype(np.int32))
    x = np.array([[0.5, 1.5], [-0.5, -1.5]])
    out.case("cast_float_to_int32", x=x, y=np.trunc(x).astype(np.int32))
    x = np.int32([[0, -7], [16777217, 2147483647]])
    out.case("cast_int32_to_float", "rounded to the nearest float", x=x, y=x.astype(np.float32))
    out.case("cast_int32_to_float", x=np.int32(-3), y=np.float32(-3))
    out.case("cast_int32_to_int64", x=np.int32([-2147483648, 5]), y=np.int64([-2147483648, 5]))
    out.case("cast_int32_to_bool", x=np.int32([0, 1, -1, 256]), y=np.bool_([False, True, True, True]))
    x = np.array([0, -0.0, 0.25, -1, NAN, INF])
    out.case("cast_float_to_bool", "nan is not zero", x=x, y=x != 0)
    x = np.bool_([[True, False, True], [False, False, True]])
    out.case("cast_bool_to_float", x=x, y=x.astype(np.float64))
    out.case("cast_bool_to_int32", x=x, y=x.astype(np.int32))

    out.section("Reshapes: the elements stay in order.")
    for before, after in (((2, 3), (3, 2)), ((2, 3), (6,)), ((4,), (2, 1, 2)), ((2, 3, 2), (3, 4)), ((1, 1), ())):
        x = sample(*before)
        out.case("reshape", x=x, y=x.reshape(after))


def more_reductions(out):
    out.section("More reductions of one x: over all axes; axis 1; axes 0 and -1; axis 0 with keepdims.")

    def logsumexp(v, axis, keepdims):
        top = np.max(exact(v), axis=axis, keepdims=True)
        sums = np.sum(np.vectorize(lambda e: e.exp(), otypes=[object])(exact(v) - top), axis=axis, keepdims=keepdims)
        logs = np.vectorize(lambda e: e.ln(), otypes=[object])(sums)
        return logs + np.asarray(top, dtype=object).reshape(np.shape(logs))

    x = sample(2, 3, 4)
    truths = np.reshape(np.arange(24) % 7 < 3, (2, 3, 4))
    out.case("reduced", x=x)
    out.case("reduced_truths", x=truths)
    axes = [(None, False), (1, False), ((0, -1), False), (0, True)]
    for axis, keepdims in axes:
        out.case("reduce_min", y=np.min(x, axis=axis, keepdims=keepdims))
        out.case("reduce_prod", y=rounded(np.prod(exact(x), axis=axis, keepdims=keepdims)))
        out.case("reduce_logsumexp", y=rounded(logsumexp(x, axis, keepdims)))
        out.case("reduce_any", y=np.any(truths, axis=axis, keepdims=keepdims))
        out.case("reduce_all", y=np.all(truths, axis=axis, keepdims=keepdims))
    out.case("l2_loss", y=rounded(np.sum(exact(x) ** 2) / 2))
    for axis in range(3):
        out.case("argmin", f"axis {axis}", y=np.argmin(x, axis=axis).astype(np.int64))
        for op, function in (("softmax_axis", softmax_of), ("log_softmax_axis", log_softmax_of)):
            out.case(op, f"axis {axis}", y=np.moveaxis(rounded(function(np.moveaxis(x, axis, -1))), -1, axis))

    out.section("Extremes of what is no number, in rows: the least, the product, and where the first extreme is.")
    x = np.array([[1, NAN, 0], [INF, -INF, 2], [-INF, -INF, -INF], [3, 1, 1], [NAN, 1, NAN]])
    with np.errstate(all="ignore"):
        out.case("odd_rows", x=x)
        out.case("odd_rows_min", y=np.min(x, axis=1))
        out.case("odd_rows_prod", y=np.prod(x, axis=1))
        out.case("odd_rows_argmin", y=np.argmin(x, axis=1).astype(np.int64))
        out.case("odd_rows_argmax", y=np.argmax(x, axis=1).astype(np.int64))
        out.case("odd_rows_logsumexp", y=np.array([NAN, INF, -INF, math.log(math.exp(3) + 2 * math.e), NAN]))


def moves(out):
    out.section("Elements in other places, all of the same x.")
    x = sample(2, 3, 4)
    out.case("moved", x=x)
    out.case("transpose", y=np.transpose(x))
    out.case("transpose", "perm 1, 0, 2", y=np.transpose(x, (1, 0, 2)))
    out.case("transpose", "perm 2, 0, 1", y=np.transpose(x, (2, 0, 1)))
    for axis in (0, 1, -1):
        out.case("stack", f"x, -x, x along axis {axis}", y=np.stack([x, -x, x], axis=axis))
    out.case("tile", "2, 1, 3", y=np.tile(x, (2, 1, 3)))
    out.case("pad", "[[1, 0], [0, 2], [1, 1]]", y=np.pad(x, [[1, 0], [0, 2], [1, 1]]))
    indices = np.int32([[1, 0, 1], [0, 0, 1]])
    out.case("gather", indices=indices, y=np.take(x, indices, axis=0))
    out.case("one_hot", y=np.eye(3)[indices])
    places = np.int32([2, 0, 2, 1])
    for axis in (1, -1):
        out.case("gather_along", f"axis {axis}", indices=places, y=np.take(x, places, axis=axis))
    out.case("gather_rows_along", "axis 1", y=np.take(x, indices, axis=1))
    for axis in (0, 1):
        out.case("one_hot_along", f"axis {axis}", y=np.moveaxis(np.eye(3)[indices], -1, axis))


def windows_of(size, taps, stride, dilation, same):
    """For each window along an axis the taps that lie in the image: pairs of tap and place."""
    extent = (taps - 1) * dilation + 1
    count = -(-size // stride) if same else (size - extent) // stride + 1
    before = max((count - 1) * stride + extent - size, 0) // 2 if same else 0
    places = [[(k, o * stride + k * dilation - before) for k in range(taps)] for o in range(count)]
    return [[(k, at) for k, at in window if 0 <= at < size] for window in places]


def conv2d_of(x, f, stride, dilation, same):
    rows = windows_of(x.shape[1], f.shape[0], stride[0], dilation[0], same)
    columns = windows_of(x.shape[2], f.shape[1], stride[1], dilation[1], same)
    y = np.zeros((x.shape[0], len(rows), len(columns), f.shape[3]))
    for i, down in enumerate(rows):
        for j, across in enumerate(columns):
            for k, row in down:
                for l, column in across:
                    y[:, i, j, :] += x[:, row, column, :] @ f[k, l]  # exact: all are multiples of a fixed step
    return y


def pool_of(function, x, size, stride, same):
    rows = windows_of(x.shape[1], size[0], stride[0], 1, same)
    columns = windows_of(x.shape[2], size[1], stride[1], 1, same)
    parts = [[x[:, [r for _, r in down]][:, :, [c for _, c in across]] for across in columns] for down in rows]
    return np.stack([np.stack([function(part) for part in line], axis=1) for line in parts], axis=1)


def images(out):
    out.section("Images: convolutions and poolings. Strides and dilations are for rows, columns.")
    x = sample(2, 5, 6, 3)
    out.case("images", x=x)
    cases = [
        ((3, 3, 3, 5), (1, 1), (1, 1), True),
        ((3, 3, 3, 5), (1, 1), (1, 1), False),
        ((3, 2, 3, 1), (2, 2), (1, 1), True),
        ((2, 3, 3, 17), (2, 1), (1, 1), False),
        ((3, 3, 3, 2), (1, 1), (2, 2), True),
        ((1, 1, 3, 4), (3, 2), (1, 1), True),
        ((7, 7, 3, 2), (1, 1), (1, 1), True),
    ]
    for shape, stride, dilation, same in cases:
        f = sample(*shape, scale=1.0)
        note = f"strides {stride}, dilations {dilation}, {'SAME' if same else 'VALID'}"
        out.case("conv2d", note, f=f, y=conv2d_of(x, f, stride, dilation, same))
    for size, stride, same in (((2, 2), (2, 2), False), ((3, 2), (2, 1), True), ((5, 6), (1, 1), False)):
        note = f"ksize {size}, strides {stride}, {'SAME' if same else 'VALID'}"
        out.case("max_pool", note, y=pool_of(lambda part: np.max(part, axis=(1, 2)), x, size, stride, same))
        out.case("avg_pool", note, y=pool_of(lambda part: rounded(mean_of(part, axis=(1, 2))), x, size, stride, same))
    bias = sample(3)
    out.case("bias_add", bias=bias, y=x + bias)


def batches(out):
    out.section("Products of matrices in batches: y = a b.")
    for shape_a, shape_b in (((2, 3, 4), (2, 4, 5)), ((2, 3, 4), (4, 5)), ((3, 4), (2, 4, 2)),
                             ((2, 1, 3, 4), (3, 4, 2)), ((1, 1, 3), (2, 2, 3, 1))):
        a, b = sample(*shape_a), sample(*shape_b)
        out.case("batch_matmul", a=a, b=b, y=rounded(np.matmul(exact(a), exact(b))))
    a, b = sample(2, 4, 3), sample(2, 5, 4)
    y = np.matmul(np.swapaxes(exact(a), 1, 2), np.swapaxes(exact(b), 1, 2))
    out.case("batch_matmul_transposed", "a and b as they are stored, both transposed", a=a, b=b, y=rounded(y))

    out.section("Parts, and repetitions.")
    x = sample(3, 4, 2)
    out.case("whole", x=x)
    out.case("slice", "begin 1, 0, 1; size 2, 4, 1", y=x[1:3, :, 1:2])
    out.case("slice", "begin 0, 2, 0; size 3, -1, 2", y=x[:, 2:])
    out.case("slice", "begin 2, 3, 1; size -1, -1, -1", y=x[2:, 3:, 1:])
    for k, part in enumerate(np.split(x, [1], axis=1)):
        out.case("split", f"sizes 1 and 3 along axis 1, part {k}", y=part)
    for k in range(2):
        out.case("unstack", f"axis 2, part {k}", y=x[:, :, k])
    column = sample(3, 1)
    out.case("broadcast_to", "to 2, 3, 4", x=column, y=np.broadcast_to(column, (2, 3, 4)))


def losses(out):
    out.section("Losses of labels and logits, and what they are made of.")
    logits = sample(3, 4)
    labels = np.array([[0.5, 0.25, 0.125, 0.125], [0, 0, 1, 0], [0.25, 0.25, 0.25, 0.25]])
    out.case("losses", labels=labels, logits=logits)
    costs = -exact(labels) * log_softmax_of(logits)
    out.case("softmax_cross_entropy", y=rounded(np.sum(costs, axis=1)))
    turned = -exact(labels.T) * log_softmax_of(logits.T)
    out.case("softmax_cross_entropy", "axis 0", y=rounded(np.sum(turned, axis=1)))
    # log(1 + exp(x)) - x * label, which is TensorFlow's formula before it is made safe.
    softplus = np.vectorize(lambda v: (1 + v.exp()).ln(), otypes=[object])(exact(logits))
    out.case("sigmoid_cross_entropy", y=rounded(softplus - exact(logits) * exact(labels)))
    squares = (exact(logits) - exact(labels)) ** 2
    out.case("mean_squared_error", y=float(np.sum(squares) / 12))
    weights = np.array([[2.0], [0.0], [0.5]])
    out.case("mean_squared_error", "weights", weights=weights, y=float(np.sum(squares * exact(weights)) / 8))
    x = np.array([[800.0, -800, 0, 100], [-60, 0.5, 30, -30]])
    certain = np.array([[1.0, 0, 0.5, 0], [0, 1, 1, 0]])
    log_terms = np.vectorize(lambda v: (1 + (-abs(v)).exp()).ln() + max(v, Decimal(0)), otypes=[object])(exact(x))
    out.case("sigmoid_cross_entropy_extreme", labels=certain, logits=x, y=rounded(log_terms - exact(x) * exact(certain)))

    out.section("Normalizations of one x.")
    x = sample(4, 2, 3)
    mean, variance, offset, scale = sample(3), positive(3), sample(3), sample(3)
    out.case("normalized", x=x, mean=mean, variance=variance, offset=offset, scale=scale)
    epsilon = Decimal(0.125)

    def root(v):
        return np.vectorize(lambda e: (e + epsilon).sqrt(), otypes=[object])(v)

    plain = (exact(x) - exact(mean)) / root(exact(variance))
    out.case("batch_normalization", "epsilon 0.125", y=rounded(plain * exact(scale) + exact(offset)))
    out.case("batch_normalization", "epsilon 0.125, neither offset nor scale", y=rounded(plain))
    for axes in ((1, 2), (2,), (0, 1)):
        count = Decimal(int(np.prod([x.shape[a] for a in axes])))
        means = np.sum(exact(x), axis=axes, keepdims=True) / count
        variances = np.sum((exact(x) - means) ** 2, axis=axes, keepdims=True) / count
        out.case("moments_mean", f"axes {axes}", y=rounded(means))
        out.case("moments_variance", f"axes {axes}", y=rounded(variances))
        y = (exact(x) - means) / root(variances) * exact(scale) + exact(offset)
        out.case("layer_norm", f"axes {axes}, epsilon 0.125", y=rounded(y))


def gru_of(x, kernel, recurrent, bias, h):
    """Outputs of all steps. Gates in Keras' order z, r, n; bias [2, 3 units]: the input's, the state's."""
    units = recurrent.shape[0]
    outputs = []
    for t in range(x.shape[1]):
        of_input = x[:, t] @ kernel + bias[0]
        of_state = h @ recurrent + bias[1]
        gates = of_input + of_state
        z, r = sigmoids(gates[:, :units]), sigmoids(gates[:, units:2 * units])
        n = tanhs(of_input[:, 2 * units:] + r * of_state[:, 2 * units:])
        h = z * h + (1 - z) * n
        outputs.append(h)
    return np.stack(outputs, axis=1)


def lstm_of(x, kernel, recurrent, bias, h, c):
    """Outputs of all steps, and the last c. Gates in the order i, f, g, o."""
    units = recurrent.shape[0]
    outputs = []
    for t in range(x.shape[1]):
        gates = x[:, t] @ kernel + h @ recurrent + bias
        i, f, g, o = (gates[:, k * units:(k + 1) * units] for k in range(4))
        c = sigmoids(f) * c + sigmoids(i) * tanhs(g)
        h = sigmoids(o) * tanhs(c)
        outputs.append(h)
    return np.stack(outputs, axis=1), c


sigmoids = np.vectorize(sigmoid_of, otypes=[object])
tanhs = np.vectorize(tanh_of, otypes=[object])


def recurrent(out):
    out.section("Recurrent layers: outputs of all steps; of an LSTM the last c behind them.")
    sizes = [  # batch, time, features, units
        (1, 4, 1, 8), (2, 3, 2, 3), (1, 2, 6, 4), (17, 2, 1, 2), (1, 2, 1, 11)
    ]
    for batch, time, features, units in sizes:
        for op, gates, of in (("gru", 3, gru_of), ("lstm", 4, lstm_of)):
            # The fourth case has gates that are all but shut or open.
            scale = 8.0 if batch == 17 else 1.0
            arrays = {
                "x": sample(batch, time, features, scale=scale),
                "kernel": sample(features, gates * units, scale=scale),
                "recurrent": sample(units, gates * units, scale=1.0),
                "bias": sample(*((2, 3 * units) if op == "gru" else (4 * units,)), scale=1.0),
                "h": sample(batch, units, scale=1.0),
            }
            if op == "lstm":
                arrays["c"] = sample(batch, units, scale=2.0)
            result = of(*(exact(a) for a in arrays.values()))
            parts = result if op == "lstm" else (result,)
            out.case(op, **arrays, y=np.concatenate([rounded(p).ravel() for p in parts]))


def write():
    out = Header()
    binary_ops(out)
    unary_ops(out)
    matmul(out)
    softmax(out)
    reductions(out)
    casts(out)
    functions(out)
    pairs(out)
    more_reductions(out)
    moves(out)
    images(out)
    batches(out)
    losses(out)
    recurrent(out)
    return out.text + "\n}  // namespace golden\n"


def main():
    path = pathlib.Path(__file__).with_name("ops.hpp")
    text = write()
    if sys.argv[1:] == ["--check"]:
        if path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path} is not what ops.py writes; run it again")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

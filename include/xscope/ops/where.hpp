// SPDX-License-Identifier: BSD-3-Clause
// Elements of one tensor where a condition holds, and of another where it does not.
#pragma once

#include "../math/primitives.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

/// TensorFlow 2's, in which all three are broadcast: what gradients are made of.
struct select_v2 {
  template <class Out, class C, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(C condition, A a, B b) {
    return math::select(condition, static_cast<Out>(a), static_cast<Out>(b));
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int condition = g.arg(n, 0);
    const int zero = g.scalar(0.0, n);
    if (g.wants(g.arg(n, 1))) g.flow(g.arg(n, 1), g.apply(info, {condition, dy, zero}));
    if (g.wants(g.arg(n, 2))) g.flow(g.arg(n, 2), g.apply(info, {condition, zero, dy}));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    inferred out = broadcast_operands(in.from(1), a);
    if (out.fault != diag::fault::none) return wrong(out.fault, 2);
    const broadcast_result all = broadcast(in[0].shape, out.shape);
    if (!all.ok) return wrong(diag::fault::operands_do_not_broadcast);
    out.shape = all.shape;
    return out;
  }
  static void spell(speller& s) {
    // Not that of the condition.
    s.type("T", s.dtype);
  }
  static constexpr op_info info{.type = "SelectV2",
                                .name = "SelectV2",
                                .operands = {"condition", "t", "e"},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .of_own_type = 1,
                                .spell = spell};
};
template <>
struct code_of<&select_v2::info> : select_v2 {};

/// TensorFlow 1's: all three of one shape, or a condition that is a scalar.
struct select {
  template <class Out, class C, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(C condition, A a, B b) {
    return select_v2::forward<Out>(condition, a, b);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) { select_v2::gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!(in[1].shape == in[2].shape)) return wrong(diag::fault::shapes_differ, 2);
    if (in[0].shape.rank() > 0 && !(in[0].shape == in[1].shape)) return wrong(diag::fault::shapes_differ);
    return select_v2::infer(in, a);
  }
  static constexpr op_info info{.type = "Select",
                                .name = "Select",
                                .operands = {"condition", "t", "e"},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .of_own_type = 1,
                                .spell = select_v2::spell};
};
template <>
struct code_of<&select::info> : select {};

}  // namespace ops

/// where(condition, x, y): x where the condition holds, y elsewhere; all of one shape, or the condition a
/// scalar (tf.where).
inline constexpr dsl::op_function<ops::select> where{};

/// The same with NumPy's broadcasting (tf.where_v2).
inline constexpr dsl::op_function<ops::select_v2> where_v2{};

}  // namespace xscope

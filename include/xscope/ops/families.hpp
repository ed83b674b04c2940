// SPDX-License-Identifier: BSD-3-Clause
// What operations of a family have in common, so that each says only what is its own.
#pragma once

#include "fold.hpp"
#include "spelling.hpp"

namespace xscope::ops {

/// Not for bool, not for integers, ... : the rules of rules.hpp.
using shape_rule = inferred (*)(operands, const attributes&);
using gradient_function = optional_function<void(gradient_builder&, int node, int upstream)>;
using fold_function = optional_function<bool(data_type, data_type, const dsl::number*, dsl::number&)>;

/// A function of one element.
constexpr op_info unary(const char* type, shape_rule infer, gradient_function gradient,
                        fold_function fold = {}, const char* operand = "x") {
  return {.type = type,
          .name = type,
          .operands = {operand},
          .how = form::elementwise,
          .infer = infer,
          .gradient = gradient,
          .fold = fold};
}

/// A function of two elements, with broadcasting.
constexpr op_info binary(const char* type, shape_rule infer, gradient_function gradient,
                         fold_function fold = {}) {
  return {.type = type,
          .name = type,
          .operands = {"x", "y"},
          .how = form::elementwise,
          .infer = infer,
          .gradient = gradient,
          .fold = fold};
}

/// A sum, or a product, of two operands: the planner knows what may be made of them.
constexpr op_info sum_of(op_info op) {
  op.is_sum = true;
  return op;
}
constexpr op_info product_of(op_info op) {
  op.is_product = true;
  return op;
}

/// The same operation, whose node in a GraphDef has more than its operands and T.
constexpr op_info spelled(op_info op, optional_function<void(speller&)> spell) {
  op.spell = spell;
  return op;
}

/// Whether two elements are equal, or in an order: nothing flows back.
constexpr op_info comparison(const char* type, shape_rule infer) { return binary(type, infer, no_gradient); }
/// TensorFlow 2 says of equality what becomes of shapes that do not broadcast.
inline void spell_equality(speller& s) { s.flag("incompatible_shape_error", true); }

/// Functions of truth values are of one type, and do not say so.
inline void spell_without_type(speller& s) { s.no_type(); }

/// A reduction over axes: its loops stand in kernels/reductions.hpp.
inline void spell_reduction(speller& s) {
  const std::size_t rank = s.in[0].shape.rank();
  const axis_set axes = axes_of(s.attrs, rank);
  integers reduced;
  for (std::size_t i = 0; i < rank; ++i) {
    if (axes.in[i]) reduced.push_back(static_cast<std::int64_t>(i));
  }
  s.takes("reduction_indices", reduced);
  if (s.in[0].dtype.is_bool()) s.no_type();
  s.index_type("Tidx");
  s.flag("keep_dims", s.attrs.keepdims);
}
constexpr op_info reduction(const char* type, shape_rule infer, gradient_function gradient,
                            bool takes_prologue) {
  return {.type = type,
          .name = type,
          .operands = {"input_tensor"},
          .infer = infer,
          .gradient = gradient,
          .takes = {option::axis, option::keepdims},
          .takes_prologue = takes_prologue,
          .spell = spell_reduction};
}

}  // namespace xscope::ops

// SPDX-License-Identifier: BSD-3-Clause
// New values for variables.
#pragma once

#include "rules.hpp"

namespace xscope {

namespace ops {

/// A value of the variable's shape and element type.
constexpr inferred assign_operands(operands in, const attributes&) {
  if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
  if (!(in[0].shape == in[1].shape)) return wrong(diag::fault::shapes_differ);
  return {in[0].dtype, in[0].shape};
}
constexpr op_info assignment(const char* type, effect changes) {
  return {.type = type,
          .name = type,
          .operands = {"ref", "value"},
          .how = form::elementwise,
          .infer = assign_operands,
          .changes = changes};
}

struct assign {
  static constexpr inferred infer(operands in, const attributes& a) { return assign_operands(in, a); }
  static constexpr op_info info = assignment("Assign", effect::assign);
};
struct assign_add {
  static constexpr inferred infer(operands in, const attributes& a) { return assign_operands(in, a); }
  static constexpr op_info info = assignment("AssignAdd", effect::add);
};
struct assign_sub {
  static constexpr inferred infer(operands in, const attributes& a) { return assign_operands(in, a); }
  static constexpr op_info info = assignment("AssignSub", effect::subtract);
};

}  // namespace ops

/// Gives a variable a new value, of its shape and element type, and yields it (tf.assign). It runs when a run
/// needs it; what has to wait for it stands in `control_dependencies`.
inline constexpr dsl::op_function<ops::assign> assign{};
/// Adds to a variable (tf.assign_add).
inline constexpr dsl::op_function<ops::assign_add> assign_add{};
/// Subtracts from a variable (tf.assign_sub).
inline constexpr dsl::op_function<ops::assign_sub> assign_sub{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Shape rules that several operations share.
#pragma once

#include <cstddef>

#include "../config.hpp"
#include "../lists/array_view.hpp"
#include "node.hpp"

namespace xscope::ops {

using operands = array_view<operand>;

/// The operand's shape and element type.
constexpr inferred same_as_operand(operands in, const attributes&) { return {in[0].dtype, in[0].shape}; }

/// The same, for floating-point numbers only.
constexpr inferred floating_as_operand(operands in, const attributes&) {
  if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
  return {in[0].dtype, in[0].shape};
}

/// The same, for all numbers: not for bool.
constexpr inferred number_as_operand(operands in, const attributes&) {
  if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
  return {in[0].dtype, in[0].shape};
}

/// Two operands of one element type, broadcast as NumPy does.
constexpr inferred broadcast_operands(operands in, const attributes&) {
  if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
  const broadcast_result both = broadcast(in[0].shape, in[1].shape);
  if (!both.ok) return wrong(diag::fault::operands_do_not_broadcast);
  return {in[0].dtype, both.shape};
}
constexpr inferred broadcast_numbers(operands in, const attributes& a) {
  const inferred out = broadcast_operands(in, a);
  if (out.fault == diag::fault::none && out.dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
  return out;
}

/// The result is bool.
constexpr inferred compare_operands(operands in, const attributes& a) {
  inferred out = broadcast_operands(in, a);
  out.dtype = data_type_of<bool>;
  return out;
}
/// The same for what has an order: not for bool.
constexpr inferred order_operands(operands in, const attributes& a) {
  inferred out = broadcast_numbers(in, a);
  out.dtype = data_type_of<bool>;
  return out;
}

/// Of bool alone.
constexpr inferred truth_as_operand(operands in, const attributes&) {
  if (!in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
  return {in[0].dtype, in[0].shape};
}
constexpr inferred truth_operands(operands in, const attributes& a) {
  for (std::size_t k = 0; k < 2; ++k) {
    if (!in[k].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed, static_cast<int>(k));
  }
  return broadcast_operands(in, a);
}

constexpr inferred cast_operand(operands in, const attributes& a) { return {a.dtype, in[0].shape}; }

/// Which axes an attribute names, for a rank: all of them where none is named.
struct axis_set {
  bool in[max_rank]{};
  diag::fault fault = diag::fault::none;
};
constexpr axis_set axes_of(const attributes& a, std::size_t rank) {
  axis_set out;
  if (!a.has_axis) {
    for (std::size_t i = 0; i < rank; ++i) out.in[i] = true;
    return out;
  }
  for (std::size_t k = 0; k < a.axis_count; ++k) {
    const int r = static_cast<int>(rank);
    if (a.axes[k] < -r || a.axes[k] >= r) {
      out.fault = diag::fault::axis_out_of_range;
      return out;
    }
    const std::size_t axis = static_cast<std::size_t>(a.axes[k] < 0 ? a.axes[k] + r : a.axes[k]);
    if (out.in[axis]) out.fault = diag::fault::axis_twice;
    out.in[axis] = true;
  }
  return out;
}

/// What is wrong with the axis of an operation that works along one.
constexpr diag::fault fault_of_axis(const attributes& a, std::size_t rank) {
  if (a.has_axis && a.axis_count != 1) return diag::fault::axis_count;
  return axes_of(a, rank).fault;
}
/// The same of an axis that is put in: there is one more place than axes.
constexpr diag::fault fault_of_new_axis(const attributes& a, std::size_t rank) {
  if (!a.has_axis) return diag::fault::none;
  if (a.axis_count != 1) return diag::fault::axis_count;
  const int places = static_cast<int>(rank) + 1;
  const bool in_range = a.axes[0] >= -places && a.axes[0] < places;
  return in_range ? diag::fault::none : diag::fault::new_axis_out_of_range;
}
/// The axis of an operation that works along one, counted from the first; that one where none is given.
constexpr std::size_t one_axis(const attributes& a, std::size_t rank, int otherwise = 0) {
  const int axis = a.has_axis ? a.axes[0] : otherwise;
  return static_cast<std::size_t>(axis < 0 ? axis + static_cast<int>(rank) : axis);
}

/// The operand without the axes, or with size 1 in their places.
constexpr inferred reduce_axes(operands in, const attributes& a) {
  const extents& shape = in[0].shape;
  const axis_set axes = axes_of(a, shape.rank());
  if (axes.fault != diag::fault::none) return wrong(axes.fault);
  inferred out{in[0].dtype, {}};
  for (std::size_t i = 0; i < shape.rank(); ++i) {
    if (!axes.in[i]) out.shape.push_back(shape[i]);
    else if (a.keepdims) out.shape.push_back(1);
  }
  return out;
}
constexpr inferred reduce_truths(operands in, const attributes& a) {
  if (!in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
  return reduce_axes(in, a);
}
constexpr inferred reduce_numbers(operands in, const attributes& a) {
  if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
  return reduce_axes(in, a);
}

/// Floating-point numbers of rank 1 or more, worked on along one axis.
constexpr inferred floating_along_axis(operands in, const attributes& a) {
  const inferred out = floating_as_operand(in, a);
  if (out.fault != diag::fault::none) return out;
  if (in[0].shape.rank() == 0) return wrong(diag::fault::rank_not_allowed);
  const diag::fault fault = fault_of_axis(a, in[0].shape.rank());
  return fault == diag::fault::none ? out : wrong(fault);
}

}  // namespace xscope::ops

// SPDX-License-Identifier: BSD-3-Clause
// Some rows of an axis: what the gradient of a concatenation needs.
#pragma once

#include "rules.hpp"

namespace xscope::ops {

constexpr std::size_t elements_from(const extents& shape, std::size_t axis) {
  std::size_t n = 1;
  for (std::size_t i = axis; i < shape.rank(); ++i) n *= shape[i];
  return n;
}

/// Attributes: axes[0] the axis, axes[1] the first row, shape the result's.
struct slice {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr auto axis = static_cast<std::size_t>(Spec.attrs.axes[0]);
    constexpr std::size_t taken = elements_from(Spec.out, axis);
    constexpr std::size_t rows = elements_from(Spec.in[0], axis);
    constexpr std::size_t inner = elements_from(Spec.in[0], axis + 1);
    constexpr std::size_t first = static_cast<std::size_t>(Spec.attrs.axes[1]) * inner;
    constexpr std::size_t outer = taken == 0 ? 0 : Spec.out.elements() / taken;
    for (std::size_t o = 0; o < outer; ++o) {
      for (std::size_t i = 0; i < taken; ++i) *y++ = x[o * rows + first + i];
    }
  }
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static constexpr op_info info{
      "Slice", &naming::literal_of<"Slice">, {"input", nullptr}, form::kernel, infer, no_gradient};
};
template <>
struct op_at<&slice::info> {
  using type = slice;
};

}  // namespace xscope::ops

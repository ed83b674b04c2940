// SPDX-License-Identifier: BSD-3-Clause
// The index of the greatest element along an axis; the first of equals.
#pragma once

#include <cstdint>

#include "rules.hpp"

namespace xscope {

namespace ops {

struct argmax {
  template <kernel_spec Spec, class T>
  static void forward(std::int64_t* y, const T* x) {
    constexpr extents shape = Spec.in[0];
    constexpr std::size_t axis = axis_of(Spec.attrs, shape.rank());
    constexpr std::size_t inner = [] {
      std::size_t n = 1;
      for (std::size_t i = axis + 1; i < Spec.in[0].rank(); ++i) n *= Spec.in[0][i];
      return n;
    }();
    constexpr std::size_t along = shape[axis];
    constexpr std::size_t outer = shape.elements() / (inner * along);
    for (std::size_t o = 0; o < outer; ++o) {
      for (std::size_t i = 0; i < inner; ++i) {
        const T* from = x + o * along * inner + i;
        std::size_t best = 0;
        for (std::size_t k = 1; k < along; ++k) {
          if (from[best * inner] < from[k * inner]) best = k;
        }
        y[o * inner + i] = static_cast<std::int64_t>(best);
      }
    }
  }

  /// One axis; the first where none is named.
  static constexpr std::size_t axis_of(const attributes& a, std::size_t rank) {
    if (!a.has_axis || a.axis_count == 0) return 0;
    return static_cast<std::size_t>(a.axes[0] < 0 ? a.axes[0] + static_cast<int>(rank) : a.axes[0]);
  }

  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    if (in[0].shape.rank() == 0 || in[0].shape.elements() == 0) return wrong(diag::fault::rank_not_allowed);
    if (a.axis_count > 1) return wrong(diag::fault::axis_twice);
    attributes one = a;
    if (!a.has_axis) {
      one.has_axis = true;
      one.axis_count = 1;
    }
    one.keepdims = false;
    inferred out = reduce_axes(in, one);
    out.dtype = data_type_of<std::int64_t>;
    return out;
  }
  static constexpr op_info info{
      "ArgMax", &naming::literal_of<"ArgMax">, {"input", nullptr}, form::kernel, infer, no_gradient};
};
template <>
struct op_at<&argmax::info> {
  using type = argmax;
};

}  // namespace ops

/// The index of the greatest element along an axis (the first axis where none is given), as int64:
/// argmax(x, axis<1>) (tf.argmax).
inline constexpr dsl::op_function<ops::argmax> argmax{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// The index of the greatest element along an axis; the first of equals.
#pragma once

#include <cstdint>

#include "loops.hpp"

namespace xscope {

namespace ops {

/// The place along the axis of the first element that no other is better than; NaN is better than all
/// numbers.
template <kernel_spec Spec, class T, class Better>
constexpr void find_along(std::int64_t* y, const T* x, Better better) {
  constexpr axis_split split = split_at(Spec.in[0], one_axis(Spec.attrs, Spec.in[0].rank()));
  for (std::size_t r = 0; r < split.outer * split.inner; ++r) {
    const T* from = x + (r / split.inner * split.along * split.inner + r % split.inner);
    T best = from[0];
    std::size_t place = 0;
    for (std::size_t k = 1; k < split.along; ++k) {
      const T next = from[k * split.inner];
      if (better(next, best) || (next != next && best == best)) {
        best = next;
        place = k;
      }
    }
    y[r] = static_cast<std::int64_t>(place);
  }
}

struct argmax {
  template <kernel_spec Spec, class T>
  static constexpr void forward(std::int64_t* y, const T* x) {
    find_along<Spec>(y, x, [](T next, T best) { return next > best; });
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

// SPDX-License-Identifier: BSD-3-Clause
// The index of the least element along an axis; the first of equals.
#pragma once

#include "argmax.hpp"

namespace xscope {

namespace ops {

struct argmin {
  template <kernel_spec Spec, class T>
  static constexpr void forward(std::int64_t* y, const T* x) {
    find_along<Spec>(y, x,
                     [](const auto& next, const auto& best) XSCOPE_INLINE_LAMBDA { return next < best; });
  }
  static constexpr inferred infer(operands in, const attributes& a) { return argmax::infer(in, a); }
  static constexpr op_info info{
      .type = "ArgMin", .name = "ArgMin", .operands = {"input"}, .infer = infer, .takes = {option::axis}};
};
template <>
struct op_at<&argmin::info> {
  using type = argmin;
};

}  // namespace ops

/// The index of the least element along an axis (the first axis where none is given), as int64:
/// argmin(x, axis<1>) (tf.argmin).
inline constexpr dsl::op_function<ops::argmin> argmin{};

}  // namespace xscope

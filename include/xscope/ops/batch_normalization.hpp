// SPDX-License-Identifier: BSD-3-Clause
// (x - mean) / sqrt(variance + epsilon) * scale + offset, given mean and variance: Ioffe and Szegedy 2015. In
// TensorFlow's order, which folds what does not depend on x.
#pragma once

#include "add.hpp"
#include "composed.hpp"
#include "multiply.hpp"
#include "negative.hpp"
#include "rsqrt.hpp"
#include "subtract.hpp"

namespace xscope {

namespace ops {

struct batch_normalization {
  static constexpr option_set takes{};
  static constexpr bool takes_operands(std::size_t n) { return n == 6; }

  template <class Options, class Scope, class X, class Mean, class Variance, class Offset, class Scale,
            class Epsilon>
  static constexpr auto make(Scope, X x, Mean mean, Variance variance, Offset offset, Scale,
                             Epsilon epsilon) {
    return let(factor<Scale>(variance + epsilon), [=](auto inv_) {
      if constexpr (std::is_same_v<Offset, dsl::none_t>) return x * inv_ + -mean * inv_;
      else return x * inv_ + (offset - mean * inv_);
    });
  }

 private:
  template <class Scale, class Shifted>
  static constexpr auto factor(Shifted shifted) {
    if constexpr (std::is_same_v<Scale, dsl::none_t>) return xscope::rsqrt(shifted);
    else return xscope::rsqrt(shifted) * Scale{};
  }
};

}  // namespace ops

/// x normalized by a mean and a variance: batch_normalization(x, mean, variance, offset, scale, 1e-3_c);
/// offset and scale may be `none` (tf.nn.batch_normalization).
inline constexpr ops::composed_function<ops::batch_normalization, "batchnorm"> batch_normalization{};

}  // namespace xscope

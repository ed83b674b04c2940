// SPDX-License-Identifier: BSD-3-Clause
// Each example normalized by its own mean and variance: Ba, Kiros and Hinton 2016.
#pragma once

#include "batch_normalization.hpp"
#include "moments.hpp"

namespace xscope {

namespace ops {

struct layer_norm {
  static constexpr option_set takes{option::axis};
  static constexpr bool takes_operands(std::size_t n) { return n == 4; }

  template <class Options, class Scope, class X, class Offset, class Scale, class Epsilon>
  static constexpr auto make(Scope, X x, Offset offset, Scale scale, Epsilon epsilon) {
    using axes =
        typename Options::template get<dsl::option::axis, std::remove_cv_t<decltype(inner_axes<X>())>>;
    return let(xscope::moments(x, axes{}, xscope::keepdims), [=](auto both_) {
      return xscope::batch_normalization(x, both_.template get<0>(), both_.template get<1>(), offset, scale,
                                         epsilon);
    });
  }

 private:
  /// All but the first.
  template <class X>
  static constexpr auto inner_axes() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
      return xscope::axis<static_cast<int>(I) + 1 ...>;
    }(std::make_index_sequence < X::rank() == 0 ? 0 : X::rank() - 1 > {});
  }
};

}  // namespace ops

/// x normalized over all axes but the first, or over those that are named: layer_norm(x, offset, scale,
/// 1e-12_c, axis<-1>); offset and scale may be `none` (what tf.contrib.layers.layer_norm does with its
/// variables).
inline constexpr ops::composed_function<ops::layer_norm, "LayerNorm"> layer_norm{};

}  // namespace xscope

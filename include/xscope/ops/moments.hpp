// SPDX-License-Identifier: BSD-3-Clause
// The mean and the variance over axes.
#pragma once

#include "composed.hpp"
#include "reduce_mean.hpp"
#include "squared_difference.hpp"
#include "squeeze.hpp"
#include "stop_gradient.hpp"

namespace xscope {

namespace ops {

struct moments {
  static constexpr option_set takes{option::axis, option::keepdims};
  static constexpr bool takes_operands(std::size_t n) { return n == 1; }

  template <class Options, class Scope, class X>
  static constexpr auto make(Scope, X x) {
    using axes = typename Options::template get<dsl::option::axis, std::remove_cv_t<decltype(all_axes<X>())>>;
    return let(xscope::reduce_mean(x, axes{}, xscope::keepdims, xscope::name<"mean">), [=](auto mean_) {
      return let(xscope::reduce_mean(xscope::squared_difference(x, xscope::stop_gradient(mean_)), axes{},
                                     xscope::keepdims, xscope::name<"variance">),
                 [=](auto variance_) {
                   if constexpr (Options::template has<dsl::option::keepdims>) return pack(mean_, variance_);
                   else return pack(xscope::squeeze(mean_, axes{}), xscope::squeeze(variance_, axes{}));
                 });
    });
  }

 private:
  template <class X>
  static constexpr auto all_axes() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
      return xscope::axis<static_cast<int>(I)...>;
    }(std::make_index_sequence<X::rank()>{});
  }
};

}  // namespace ops

/// The mean and the variance of x over axes, as a pack: moments(x, axis<0>), perhaps with keepdims
/// (tf.nn.moments).
inline constexpr ops::composed_function<ops::moments, "moments"> moments{};

}  // namespace xscope

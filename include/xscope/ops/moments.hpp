// SPDX-License-Identifier: BSD-3-Clause
// The mean and the variance over axes.
#pragma once

#include "cast.hpp"
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
    constexpr bool keepdims_ = Options::template has<dsl::option::keepdims>;
    return let(in_float(x), [=](auto y_) {
      return let(xscope::reduce_mean(y_, axes{}, xscope::keepdims, xscope::name<"mean">), [=](auto mean_) {
        return let(xscope::reduce_mean(xscope::squared_difference(y_, xscope::stop_gradient(mean_)), axes{},
                                       xscope::keepdims, xscope::name<"variance">),
                   [=](auto variance_) {
                     if constexpr (keepdims_) {
                       return both_as(x, mean_, variance_);
                     } else {
                       return let(xscope::squeeze(mean_, axes{}), xscope::squeeze(variance_, axes{}),
                                  [=](auto m_, auto v_) { return both_as(x, m_, v_); });
                     }
                   });
      });
    });
  }

 private:
  /// TensorFlow computes moments of half precision in float, and casts them back.
  template <class X>
  static constexpr bool is_half =
      !dsl::is_literal<X> && data_type_of<typename X::value_type> == data_type{data_type::code::float16};

  template <class X>
  static constexpr auto in_float(X x) {
    if constexpr (is_half<X>) return xscope::cast(x, dtype<float>);
    else return x;
  }
  template <class X, class M, class V>
  static constexpr auto both_as(X, M mean, V variance) {
    using number = typename X::value_type;
    if constexpr (is_half<X>)
      return pack(xscope::cast(mean, dtype<number>), xscope::cast(variance, dtype<number>));
    else return pack(mean, variance);
  }

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

// SPDX-License-Identifier: BSD-3-Clause
// log(sum(exp(x))) over axes, without overflow: TensorFlow's operations, log(sum(exp(x - max))) + max, where
// a greatest element that is no number or infinite counts as 0.
#pragma once

#include "add.hpp"
#include "composed.hpp"
#include "exp.hpp"
#include "is_finite.hpp"
#include "log.hpp"
#include "reduce_max.hpp"
#include "reduce_sum.hpp"
#include "reshape.hpp"
#include "stop_gradient.hpp"
#include "subtract.hpp"
#include "where.hpp"
#include "zeros_like.hpp"

namespace xscope {

namespace ops {

struct reduce_logsumexp {
  static constexpr option_set takes{option::axis, option::keepdims};
  static constexpr bool takes_operands(std::size_t n) { return n == 1; }

  template <class Options, class Scope, class X>
  static constexpr auto make(Scope, X x) {
    return let(reduced<reduce_max, Options, true>(x), [=](auto raw_) {
      return let(xscope::is_finite(raw_), xscope::zeros_like(raw_), [=](auto finite_, auto zeros_) {
        return let(xscope::stop_gradient(xscope::where(finite_, raw_, zeros_)), [=](auto top_) {
          constexpr bool keepdims_ = Options::template has<dsl::option::keepdims>;
          return let(xscope::log(reduced<reduce_sum, Options, keepdims_>(
                         xscope::exp(dsl::op_function<subtract>{}(x, top_)))),
                     [=](auto log_) { return xscope::add(log_, in_shape_of(log_, top_)); });
        });
      });
    });
  }

 private:
  /// A reduction over the axes that are given, or over all.
  template <class Reduction, class Options, bool KeepDims, class X>
  static constexpr auto reduced(X x) {
    using axes = typename Options::template get<dsl::option::axis>;
    constexpr dsl::op_function<Reduction> reduce;
    if constexpr (!std::is_same_v<axes, dsl::no_option>) {
      if constexpr (KeepDims) return reduce(x, axes{}, xscope::keepdims);
      else return reduce(x, axes{});
    } else if constexpr (KeepDims) {
      return reduce(x, xscope::keepdims);
    } else {
      return reduce(x);
    }
  }
  template <class Like, class X>
  static constexpr auto in_shape_of(Like, X x) {
    if constexpr (Like::shape_type::value() == X::shape_type::value()) return x;
    else return xscope::reshape(x, typename Like::shape_type{});
  }
};

}  // namespace ops

/// log(sum(exp(x))) over axes, or over all, without overflow: reduce_logsumexp(x, axis<1>, keepdims)
/// (tf.reduce_logsumexp).
inline constexpr ops::composed_function<ops::reduce_logsumexp, "ReduceLogSumExp"> reduce_logsumexp{};

}  // namespace xscope

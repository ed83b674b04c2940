// SPDX-License-Identifier: BSD-3-Clause
// The mean of squared differences as a loss that the collection of losses holds; each element may have a
// weight.
#pragma once

#include "../dsl/collections.hpp"
#include "cast.hpp"
#include "composed.hpp"
#include "div_no_nan.hpp"
#include "equal.hpp"
#include "multiply.hpp"
#include "reduce_sum.hpp"
#include "same_shape.hpp"
#include "squared_difference.hpp"
#include "where.hpp"
#include "zeros_like.hpp"

namespace xscope {

namespace ops {

/// TensorFlow computes losses in float32.
template <class X>
constexpr auto as_float(X x) {
  if constexpr (!dsl::is_literal<X> && !std::is_same_v<typename X::value_type, float>)
    return xscope::cast(x, dtype<float>);
  else return x;
}

/// How many elements have a weight that is not 0, in a scope of its own.
struct present_elements {
  template <class Losses, class Weights>
  constexpr auto operator()(Losses losses, Weights weights) const {
    return as([=](auto scope_) {
      return let(xscope::equal(weights, xscope::value<0.0F>), [=](auto absent_) {
        return let(xscope::where(absent_, xscope::zeros_like(weights), xscope::ones_like(weights)),
                   [=](auto present_) {
                     return xscope::reduce_sum(repeated(losses, present_), xscope::name<decltype(scope_){}>);
                   });
      });
    });
  }

 private:
  struct repeating {
    template <class Losses, class Present>
    constexpr auto operator()(Losses losses, Present present) const {
      return as([=](auto scope_) {
        return xscope::multiply(present, xscope::ones_like(losses), xscope::name<decltype(scope_){}>);
      });
    }
  };
  template <class Losses, class Present>
  static constexpr auto repeated(Losses losses, Present present) {
    if constexpr (Losses::shape_type::value() == Present::shape_type::value()) return present;
    else return name_scope<"broadcast_weights">(repeating{})(losses, present);
  }
};

struct mean_squared_error {
  static constexpr option_set takes{};
  static constexpr bool takes_operands(std::size_t n) { return n == 2 || n == 3; }

  template <class Options, class Scope, class Labels, class Predictions>
  static constexpr auto make(Scope scope, Labels labels, Predictions predictions) {
    return make<Options>(scope, labels, predictions, xscope::value<1.0F>);
  }
  template <class Options, class Scope, class Labels, class Predictions, class Weights>
  static constexpr auto make(Scope, Labels labels, Predictions predictions, Weights weights) {
    return with_same_shape(labels, predictions, [=] {
      return let(as_float(predictions), as_float(labels), [=](auto p_, auto l_) {
        return let(xscope::squared_difference(p_, l_), weight(weights),
                   [=](auto losses_, auto w_) { return weighed<Weights>(losses_, w_); });
      });
    });
  }

 private:
  template <class Weights>
  static constexpr auto weight(Weights weights) {
    if constexpr (dsl::is_literal<Weights>) return name_scope<"Cast">(constant<"x", Weights{}, dtype<float>>);
    else return as_float(weights);
  }

  /// The sum over the number of those that count, which the compiler knows where the weight is a literal.
  template <class Weights, class Losses, class W>
  static constexpr auto weighed(Losses losses, W w) {
    return let(xscope::reduce_sum(xscope::multiply(losses, w)), [=](auto sum_) {
      const auto mean_ = [=](auto present_) {
        return let(xscope::div_no_nan(xscope::reduce_sum(sum_), present_, xscope::name<"value">),
                   [](auto loss_) { return seq(add_to_collection<"losses">(loss_), loss_); });
      };
      if constexpr (dsl::is_literal<Weights>) {
        constexpr float count_ = Weights::data()[0].real == 0 ? 0.0F : static_cast<float>(Losses::size());
        return let(constant<"num_present", xscope::value<count_>>, mean_);
      } else {
        return let(name_scope<"num_present">(present_elements{})(losses, w), mean_);
      }
    });
  }
};

}  // namespace ops

/// The mean of (predictions - labels)^2 as a scalar of float, perhaps weighed: (labels, predictions,
/// weights). It joins the collection "losses" (tf.losses.mean_squared_error).
inline constexpr ops::composed_function<ops::mean_squared_error, "mean_squared_error"> mean_squared_error{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// The cross entropy of softmax(logits) with the probabilities of all classes.
#pragma once

#include "cast.hpp"
#include "composed.hpp"
#include "layout.hpp"
#include "log_softmax.hpp"
#include "multiply.hpp"
#include "negative.hpp"
#include "reshape.hpp"
#include "same_shape.hpp"
#include "softmax.hpp"
#include "stop_gradient.hpp"
#include "subtract.hpp"
#include "transpose.hpp"

namespace xscope {

namespace ops {

/// The loss of each row of a matrix.
struct softmax_cross_entropy {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int logits = g.arg(n, 0);
    const int labels = g.arg(n, 1);
    attributes column;
    column.has_shape = true;
    column.shape = extents{g.at(n).shape[0], 1};
    const int slope = g.apply(reshape::info, {dy}, column);
    if (g.wants(logits)) {
      // As in TensorFlow: right where the labels' sum is 1.
      const int wrong_by = g.apply(subtract::info, {g.apply(softmax::info, {logits}), labels});
      g.flow(logits, g.apply(multiply::info, {wrong_by, slope}));
    }
    if (g.wants(labels)) {
      const int costs = g.apply(negative::info, {g.apply(log_softmax::info, {logits})});
      g.flow(labels, g.apply(multiply::info, {costs, slope}));
    }
  }
  static constexpr inferred infer(operands in, const attributes&) {
    if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    if (in[0].shape.rank() != 2) return wrong(diag::fault::rank_not_allowed);
    return {in[0].dtype, extents{in[0].shape[0]}};
  }
  static constexpr op_info info{"SoftmaxCrossEntropyWithLogits",
                                "SoftmaxCrossEntropyWithLogits",
                                {"features", "labels"},
                                form::kernel,
                                infer,
                                gradient};
};

/// TensorFlow's function around it: the classes go last, the rest becomes rows.
struct softmax_cross_entropy_v2 {
  static constexpr option_set takes{option::axis};
  static constexpr bool takes_operands(std::size_t n) { return n == 2; }

  template <class Options, class Scope, class Labels, class Logits>
  static constexpr auto make(Scope, Labels labels, Logits logits) {
    return with_same_shape(labels, logits, [=] {
      constexpr std::size_t along_ = axis_of<Options>(Logits::rank());
      if constexpr (fault_of_axis(attributes_for<Options>, Logits::rank()) != diag::fault::none ||
                    Logits::rank() == 0) {
        return dsl::apply_t<log_softmax, Options, Logits>{};  // which is refused
      } else {
        return let(precise(logits), precise(labels, logits), [=](auto x_, auto p_) {
          return let(classes_last<along_>(x_), classes_last<along_>(p_), [=](auto rows_, auto shares_) {
            return let(matrix(rows_), matrix(shares_), [=](auto left_, auto right_) {
              return as_before<Logits>(xscope::reshape(
                  dsl::op_function<softmax_cross_entropy>{}(left_, right_, xscope::name<Scope{}>),
                  without_last(rows_)));
            });
          });
        });
      }
    });
  }

 private:
  template <class Options>
  static constexpr std::size_t axis_of(std::size_t rank) {
    return one_axis(attributes_for<Options>, rank, -1);
  }
  /// Half precision is computed in float.
  template <class X>
  static constexpr bool is_half =
      data_type_of<typename X::value_type>.is_floating() && sizeof(typename X::value_type) < sizeof(float);
  template <class T, class X>
  static constexpr auto in_type(X x) {
    if constexpr (std::is_same_v<T, typename X::value_type>) return x;
    else return xscope::cast(x, dtype<T>);
  }
  template <class X>
  using precise_t = std::conditional_t<is_half<X>, float, typename X::value_type>;
  template <class X>
  static constexpr auto precise(X x) {
    return in_type<precise_t<X>>(x);
  }
  template <class X, class Like>
  static constexpr auto precise(X x, Like) {
    return in_type<precise_t<Like>>(x);
  }
  template <class Logits, class Cost>
  static constexpr auto as_before(Cost cost) {
    if constexpr (is_half<Logits>) return xscope::cast(cost, dtype<typename Logits::value_type>);
    else return cost;
  }
  template <std::size_t Axis, class X>
  static constexpr auto classes_last(X x) {
    constexpr std::size_t last = X::rank() - 1;
    if constexpr (Axis == last) return x;
    else
      return [=]<std::size_t... I>(std::index_sequence<I...>) {
        return xscope::transpose(x, xscope::perm<static_cast<int>(I < Axis   ? I
                                                                  : I < last ? I + 1
                                                                             : Axis)...>);
      }(std::make_index_sequence<last + 1>{});
  }
  template <class X>
  static constexpr auto matrix(X x) {
    constexpr row_split split = last_axis(X::shape_type::value());
    return xscope::reshape(x, xscope::shape<split.rows, split.columns>);
  }
  template <class X>
  static constexpr auto without_last(X) {
    return []<std::size_t... I>(std::index_sequence<I...>) {
      return xscope::shape<X::shape()[I]...>;
    }(std::make_index_sequence<X::rank() - 1>{});
  }
};

/// TensorFlow 1's: nothing flows back into the labels.
struct softmax_cross_entropy_v1 {
  static constexpr option_set takes{option::axis};
  static constexpr bool takes_operands(std::size_t n) { return n == 2; }

  template <class Options, class Scope, class Labels, class Logits>
  static constexpr auto make(Scope scope, Labels labels, Logits logits) {
    return let(xscope::stop_gradient(labels, xscope::name<"labels_stop_gradient">),
               [=](auto l_) { return softmax_cross_entropy_v2::template make<Options>(scope, l_, logits); });
  }
};

}  // namespace ops

/// The loss of each row of logits, given the probability of each class: (labels, logits), over the last axis
/// or another (tf.nn.softmax_cross_entropy_with_logits_v2).
inline constexpr ops::composed_function<ops::softmax_cross_entropy_v2, "softmax_cross_entropy_with_logits">
    softmax_cross_entropy_with_logits_v2{};

/// The same, with labels through which no gradient flows back (tf.nn.softmax_cross_entropy_with_logits).
inline constexpr ops::composed_function<ops::softmax_cross_entropy_v1, "softmax_cross_entropy_with_logits_sg">
    softmax_cross_entropy_with_logits{};

}  // namespace xscope

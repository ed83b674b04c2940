// SPDX-License-Identifier: BSD-3-Clause
// The cross entropy of softmax(logits) with the probabilities of all classes, or with the class that a label
// names.
#pragma once

#include <type_traits>

#include "../ops/softmax_cross_entropy.hpp"
#include "../ops/sparse_softmax_cross_entropy.hpp"
#include "exponentials.hpp"

namespace xscope::kernels {

/// What each class costs: its share of -log(softmax(x)), which is log(sum) - (x - top).
template <class Shares, class Rows, class Pack>
struct costs_of_classes {
  const Shares& shares;
  const Rows& x;
  Pack top;
  Pack log_sum;

  template <class V>
  XSCOPE_INLINE constexpr V get(std::size_t row, std::size_t column) const {
    return cost(shares.template get<V>(row, column), x.template get<V>(row, column));
  }
  template <class V>
  XSCOPE_INLINE constexpr V get_first(std::size_t row, std::size_t column, std::size_t n) const {
    return cost(shares.template get_first<V>(row, column, n), x.template get_first<V>(row, column, n));
  }

 private:
  XSCOPE_INLINE constexpr Pack cost(const Pack& share, const Pack& logit) const {
    return static_cast<Pack>(share * (log_sum - (logit - top)));
  }
};
template <class Shares, class Rows, class Pack>
costs_of_classes(const Shares&, const Rows&, Pack, Pack) -> costs_of_classes<Shares, Rows, Pack>;

struct softmax_cross_entropy {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* logits, const T* labels) {
    constexpr row_split split = last_axis(Spec.in[0]);
    constexpr std::size_t columns = split.columns;
    using V = math::pack_of<T>;
    const auto x = as_rows<columns>(logits);
    const auto shares = as_rows<columns>(labels);
    for (std::size_t r = 0; r < split.rows; ++r) {
      const V top = fold_row<V, columns>(x, r, math::least<T>, top_of{});
      const V sum = fold_row<V, columns>(powers_of(x, top), r, T(0), sum_of{});
      const costs_of_classes costs{shares, x, top, log_of(sum)};
      y[r] = math::first_lane(fold_row<V, columns>(costs, r, T(0), sum_of{}));
    }
  }
};

struct sparse_softmax_cross_entropy {
  template <kernel_spec Spec, class Label, class T>
  static void forward(T* y, const Label* labels, const T* logits) {
    using V = math::pack_of<T>;
    constexpr std::size_t columns = last_axis(Spec.in[1]).columns;
    const auto x = as_rows<columns>(logits);
    for (std::size_t r = 0; r < Spec.out.elements(); ++r) {
      // A label that is no class has no loss, and no gradient: NaN, as TensorFlow gives.
      const std::size_t label = static_cast<std::size_t>(labels[r]);
      if (label >= columns) {
        y[r] = math::not_a_number<T>;
        continue;
      }
      const V top = fold_row<V, columns>(x, r, math::least<T>, top_of{});
      const V sum = fold_row<V, columns>(powers_of(x, top), r, T(0), sum_of{});
      // The large numbers are subtracted first, or the logarithm would be rounded to their precision.
      y[r] = static_cast<T>(log_of(math::first_lane(sum)) -
                            (logits[r * columns + label] - math::first_lane(top)));
    }
  }
};

struct sparse_softmax_cross_entropy_gradient {
  template <kernel_spec Spec, class Label, class T>
  static void forward(T* y, const Label* labels, const T* logits, const T* dy) {
    constexpr row_split split = last_axis(Spec.in[1]);
    constexpr axis_split rows{split.rows, split.columns, 1};
    along_axis<T, rows, kept::power>(
        y, logits, [&](std::size_t r, const auto&, const auto& sum) XSCOPE_INLINE_LAMBDA {
          using V = std::remove_cvref_t<decltype(sum)>;
          const V share = V(dy[r]) / sum;
          return [share](const V& power) XSCOPE_INLINE_LAMBDA { return static_cast<V>(power * share); };
        });
    for (std::size_t r = 0; split.columns > 0 && r < split.rows; ++r) {
      T* to = y + r * split.columns;
      const std::size_t label = static_cast<std::size_t>(labels[r]);
      if (label < split.columns) {
        to[label] -= dy[r];
      } else {
        for (std::size_t i = 0; i < split.columns; ++i) to[i] = math::not_a_number<T>;
      }
    }
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&softmax_cross_entropy::info> : kernels::softmax_cross_entropy {};
template <>
struct code_of<&sparse_softmax_cross_entropy::info> : kernels::sparse_softmax_cross_entropy {};
template <>
struct code_of<&sparse_softmax_cross_entropy_gradient::info>
    : kernels::sparse_softmax_cross_entropy_gradient {};

}  // namespace xscope::ops

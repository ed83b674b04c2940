// SPDX-License-Identifier: BSD-3-Clause
// Where the greatest and the least elements stand along an axis.
#pragma once

#include <cstdint>
#include <limits>

#include "../ops/argmax.hpp"
#include "../ops/argmin.hpp"
#include "loops.hpp"

namespace xscope::kernels {

/// The place along the axis of the first element that no other is better than; NaN is better than all
/// numbers.
template <kernel_spec Spec, class T, class Better>
constexpr void find_along(std::int64_t* y, const T* x, Better better) {
  using V = math::pack_of<T>;
  constexpr axis_split split = split_at(Spec.in[0], one_axis(Spec.attrs, Spec.in[0].rank()));
  constexpr std::size_t along = split.along;
  constexpr std::size_t inner = split.inner;
  const auto replaces = [&](const auto& next, const auto& best) XSCOPE_INLINE_LAMBDA {
    return better(next, best) || (math::is_nan(next) && math::is_number(best));
  };
  if constexpr (math::is_pack<V> && inner == 1) {
    // The best first, and then its place.
    const auto rows = as_rows<along>(x);
    for (std::size_t r = 0; r < split.outer; ++r) {
      const V best =
          fold_row<V, along>(rows, r, x[r * along], [&](const V& a, const V& b) XSCOPE_INLINE_LAMBDA {
            return math::select(replaces(b, a), b, a);
          });
      const bool is_number = math::is_number(math::first_lane(best));
      std::size_t place = 0;
      for (; place < along; place += math::lanes<V>) {
        const V next = place + math::lanes<V> <= along ? rows.template get<V>(r, place)
                                                       : rows.template get_first<V>(r, place, along - place);
        const std::size_t lane = math::first_true<V>(is_number ? next == best : math::is_nan(next));
        if (lane < math::lanes<V>) {
          place += lane;
          break;
        }
      }
      // With -ffast-math a NaN may be found nowhere.
      y[r] = static_cast<std::int64_t>(place < along ? place : along - 1);
    }
  } else if constexpr (math::is_pack<V> && along <= std::size_t(1) << std::numeric_limits<T>::digits % 64) {
    // As many columns as there are lanes, with places that are exact as numbers of their type.
    const auto rows = as_rows<inner>(x);
    for (std::size_t o = 0; o < split.outer; ++o) {
      for_each_pack<V, inner>([&](std::size_t c, auto lanes) XSCOPE_INLINE_LAMBDA {
        V best = lanes_at<V>(rows, o * along, c, lanes);
        V place(T(0));
        for (std::size_t k = 1; k < along; ++k) {
          const V next = lanes_at<V>(rows, o * along + k, c, lanes);
          const auto found = replaces(next, best);
          best = math::select(found, next, best);
          place = math::select(found, V(static_cast<T>(k)), place);
        }
        T places[math::lanes<V>];
        math::store<V>(places, place);
        constexpr std::size_t n = lanes == 0 ? math::lanes<V> : std::size_t(lanes);
        for (std::size_t i = 0; i < n; ++i) y[o * inner + c + i] = static_cast<std::int64_t>(places[i]);
      });
    }
  } else {
    for (std::size_t r = 0; r < split.outer * inner; ++r) {
      const T* from = x + (r / inner * along * inner + r % inner);
      T best = from[0];
      std::size_t place = 0;
      for (std::size_t k = 1; k < along; ++k) {
        if (replaces(from[k * inner], best)) {
          best = from[k * inner];
          place = k;
        }
      }
      y[r] = static_cast<std::int64_t>(place);
    }
  }
}

struct argmax {
  template <kernel_spec Spec, class T>
  static constexpr void forward(std::int64_t* y, const T* x) {
    find_along<Spec>(y, x,
                     [](const auto& next, const auto& best) XSCOPE_INLINE_LAMBDA { return next > best; });
  }
};

struct argmin {
  template <kernel_spec Spec, class T>
  static constexpr void forward(std::int64_t* y, const T* x) {
    find_along<Spec>(y, x,
                     [](const auto& next, const auto& best) XSCOPE_INLINE_LAMBDA { return next < best; });
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&argmax::info> : kernels::argmax {};
template <>
struct code_of<&argmin::info> : kernels::argmin {};

}  // namespace xscope::ops

// SPDX-License-Identifier: BSD-3-Clause
// Softmax and its logarithm.
#pragma once

#include <type_traits>

#include "../ops/log_softmax.hpp"
#include "../ops/softmax.hpp"
#include "exponentials.hpp"

namespace xscope::kernels {

struct softmax {
  static constexpr auto finish = [](std::size_t, const auto&, const auto& sum) XSCOPE_INLINE_LAMBDA {
    using V = std::remove_cvref_t<decltype(sum)>;
    const V share = V(math::lane_t<V>(1)) / sum;
    return [share](const auto& power)
               XSCOPE_INLINE_LAMBDA { return static_cast<V>(static_cast<V>(power) * share); };
  };

  template <kernel_spec Spec, class T, class From>
  static void forward(T* y, const From& x) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank(), -1));
    along_axis<T, split, kept::power>(y, x, finish);
  }
  template <kernel_spec Spec, class V>
  XSCOPE_INLINE static void rows(V* y, const V* x) {
    along_packs<Spec.out[1], kept::power>(y, x, finish);
  }
};

struct log_softmax {
  static constexpr auto finish = [](std::size_t, const auto& top, const auto& sum) XSCOPE_INLINE_LAMBDA {
    using V = std::remove_cvref_t<decltype(sum)>;
    const V logarithm = log_of(sum);
    // The large numbers are subtracted first, or the logarithm would be rounded to their precision.
    return [top, logarithm](const auto& a) XSCOPE_INLINE_LAMBDA {
      return static_cast<V>(static_cast<V>(a) - static_cast<V>(top) - logarithm);
    };
  };

  template <kernel_spec Spec, class T, class From>
  static void forward(T* y, const From& x) {
    constexpr axis_split split = split_at(Spec.out, one_axis(Spec.attrs, Spec.out.rank(), -1));
    along_axis<T, split, kept::number>(y, x, finish);
  }
  template <kernel_spec Spec, class V>
  XSCOPE_INLINE static void rows(V* y, const V* x) {
    along_packs<Spec.out[1], kept::number>(y, x, finish);
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&softmax::info> : kernels::softmax {};
template <>
struct code_of<&log_softmax::info> : kernels::log_softmax {};

}  // namespace xscope::ops

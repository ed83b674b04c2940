// SPDX-License-Identifier: BSD-3-Clause
// Sums, products and extremes over axes, and the gradient of a product.
#pragma once

#include <cstdint>
#include <type_traits>

#include "../math/modular.hpp"
#include "../ops/l2_loss.hpp"
#include "../ops/reduce_all.hpp"
#include "../ops/reduce_any.hpp"
#include "../ops/reduce_max.hpp"
#include "../ops/reduce_mean.hpp"
#include "../ops/reduce_min.hpp"
#include "../ops/reduce_prod.hpp"
#include "../ops/reduce_sum.hpp"
#include "loops.hpp"

namespace xscope::kernels {

/// The sum of two, for folds.
struct added {
  static constexpr bool rounds = true;
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return static_cast<V>(math::modular(a) + math::modular(b));
  }
};

struct reduce_sum {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, math::sum_t<T>(0), added{});
  }
};

/// What the mean of numbers is summed up in: integers where no sum of them overflows.
template <class T>
struct mean_sum {
  using type = math::sum_t<T>;
};
template <class T>
  requires(std::is_integral_v<T> && sizeof(T) < 8)
struct mean_sum<T> {
  using type = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
};
#if defined(__SIZEOF_INT128__)
template <class T>
  requires(std::is_integral_v<T> && sizeof(T) == 8)
struct mean_sum<T> {
  __extension__ using type = std::conditional_t<std::is_signed_v<T>, __int128, unsigned __int128>;
};
#endif

struct reduce_mean {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    using sum = typename mean_sum<T>::type;
    // The mean of no integers is 0, for want of a NaN.
    [[maybe_unused]] constexpr sum count =
        std::is_integral_v<T> && loop.reduced == 0 ? sum(1) : static_cast<sum>(loop.reduced);
    fold_axes<loop>(y, x, sum(0), added{}, [](const auto& all) XSCOPE_INLINE_LAMBDA {
      return all / std::remove_cvref_t<decltype(all)>(count);
    });
  }
};

struct multiplied {
  static constexpr bool rounds = true;
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return static_cast<V>(math::modular(a) * math::modular(b));
  }
};

struct reduce_prod {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, math::sum_t<T>(1), multiplied{});
  }
};

struct product_of_others {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    if constexpr (Spec.in[0].elements() == 0) return;
    for_each_place<loop, false>(0, [&](std::size_t group) {
      T before(1);
      for_each_place<loop, true>(group, [&](std::size_t i) {
        y[i] = before;
        before *= x[i];
      });
      T behind(1);
      for_each_place<loop, true, true>(group, [&](std::size_t i) {
        y[i] *= behind;
        behind *= x[i];
      });
    });
  }
};

/// The larger of two; NaN, if one is.
struct larger {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return math::select(math::is_nan(b), b, math::max(b, a));
  }
};

struct reduce_max {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, math::least<T>, larger{});
  }
};

/// The smaller of two; NaN, if one is.
struct smaller {
  template <class V>
  XSCOPE_INLINE constexpr V operator()(const V& a, const V& b) const {
    return math::select(math::is_nan(b), b, math::min(b, a));
  }
};

struct reduce_min {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, math::most<T>, smaller{});
  }
};

struct reduce_all {
  template <kernel_spec Spec>
  static constexpr void forward(bool* y, const bool* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, true, [](bool a, bool b) { return a && b; });
  }
};

struct reduce_any {
  template <kernel_spec Spec>
  static constexpr void forward(bool* y, const bool* x) {
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    fold_axes<loop>(y, x, false, [](bool a, bool b) { return a || b; });
  }
};

struct l2_loss {
  template <kernel_spec Spec, class T, class From>
  static constexpr void forward(T* y, const From& input) {
    using S = math::sum_t<T>;
    using V = math::sum_pack<S, T>;
    constexpr std::size_t n = Spec.in[0].elements();
    const auto& numbers = as_rows<n>(input);
    const V sum = fold_row<V, n>(
        read_as<S, T>(numbers), 0, S(0),
        [](const V& a, const V& b) XSCOPE_INLINE_LAMBDA { return math::fma(b, b, a); }, added{});
    *y = static_cast<T>(math::first_lane(sum) / S(2));
  }
};

}  // namespace xscope::kernels

namespace xscope::ops {

template <>
struct code_of<&reduce_sum::info> : kernels::reduce_sum {};
template <>
struct code_of<&reduce_mean::info> : kernels::reduce_mean {};
template <>
struct code_of<&reduce_prod::info> : kernels::reduce_prod {};
template <>
struct code_of<&product_of_others::info> : kernels::product_of_others {};
template <>
struct code_of<&reduce_max::info> : kernels::reduce_max {};
template <>
struct code_of<&reduce_min::info> : kernels::reduce_min {};
template <>
struct code_of<&reduce_all::info> : kernels::reduce_all {};
template <>
struct code_of<&reduce_any::info> : kernels::reduce_any {};
template <>
struct code_of<&l2_loss::info> : kernels::l2_loss {};

}  // namespace xscope::ops

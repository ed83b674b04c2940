// SPDX-License-Identifier: BSD-3-Clause
// Running a chain of elementwise operations: one loop nest, in which each element goes through all
// instructions in registers. Chains that are alike share this code.
#pragma once

#include <cstddef>
#include <tuple>
#include <utility>

#include "../plan/fused.hpp"
#include "backend/xsimd.hpp"
#include "backend/xtensor.hpp"

namespace xscope::running {

using planning::argument_kind;
using planning::fused_spec;

/// The whole chain as a function of one element of each operand.
template <fused_spec Spec>
struct fused_function {
  template <class... A>
  XSCOPE_INLINE element_t<Spec.result.value> operator()(const A&... a) const {
    return value<Spec.instructions - 1>(std::tie(a...));
  }

 private:
  template <int I, int K, class Elements>
  XSCOPE_INLINE static auto argument(const Elements& elements) {
    constexpr planning::argument from = Spec.list[I].args[K];
    if constexpr (from.from == argument_kind::instruction) {
      return value<from.index>(elements);
    } else if constexpr (from.from == argument_kind::operand) {
      return std::get<from.index>(elements);
    } else {
      using type = element_t<from.dtype.value>;
      if constexpr (from.dtype.is_integer()) return static_cast<type>(from.integer);
      else return static_cast<type>(from.real);
    }
  }

  template <int I, class Elements>
  XSCOPE_INLINE static auto value(const Elements& elements) {
    constexpr planning::instruction step = Spec.list[I];
    using type = element_t<step.dtype.value>;
    if constexpr (step.copies) {
      return static_cast<type>(argument<I, 0>(elements));
    } else {
      using op = typename ops::op_at<step.op>::type;
      return [&]<std::size_t... K>(std::index_sequence<K...>) XSCOPE_INLINE_LAMBDA {
        return op::template forward<type>(argument<I, static_cast<int>(K)>(elements)...);
      }(std::make_index_sequence<static_cast<std::size_t>(step.count)>{});
    }
  }
};

/// The loops outside of the innermost one; P are the operands' element types.
template <fused_spec Spec, std::size_t Loop, class T, std::size_t... K, class... P>
XSCOPE_INLINE void run_loops(std::index_sequence<K...> all, T* to, const P*... from) {
  if constexpr (Loop + 1 >= Spec.rank) {
    constexpr std::size_t n = Spec.rank == 0 ? 1 : Spec.size[Spec.rank - 1];
    constexpr std::size_t last = Spec.rank == 0 ? 0 : Spec.rank - 1;
    assign<n, fused_function<Spec>>(to, operand_of < n,
                                    Spec.rank == 0 || Spec.stride[K][last] == 0 > (from)...);
  } else {
    constexpr std::size_t inner = [] {
      std::size_t n = 1;
      for (std::size_t i = Loop + 1; i < Spec.rank; ++i) n *= Spec.size[i];
      return n;
    }();
    for (std::size_t i = 0; i < Spec.size[Loop]; ++i) {
      run_loops<Spec, Loop + 1>(all, to + i * inner, (from + i * Spec.stride[K][Loop])...);
    }
  }
}

/// Runs a chain: `to` may be one of the operands, since each element is read before it is written.
template <fused_spec Spec, class T, class... P>
[[gnu::noinline]] void run_chain(T* to, const P*... from) {
  run_loops<Spec, 0>(std::index_sequence_for<P...>{}, to, from...);
}

}  // namespace xscope::running

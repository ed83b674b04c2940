// SPDX-License-Identifier: BSD-3-Clause
// log(sum(exp(x))) over axes, without overflow.
#pragma once

#include "exp.hpp"
#include "exponentials.hpp"
#include "loops.hpp"
#include "multiply.hpp"
#include "spread.hpp"
#include "subtract.hpp"
#include "wide.hpp"

namespace xscope {

namespace ops {

struct reduce_logsumexp {
  template <kernel_spec Spec, class T, class From>
  static void forward(T* y, const From& input) {
    using V = math::pack_of<T>;
    constexpr reduction_loop loop = reduction_of(Spec.in[0], Spec.attrs);
    constexpr std::size_t columns = loop.row_length();
    const auto x = as_rows<columns>(input);
    // Groups that stand in one row, or in one column of neighbouring rows; else the outer axes are walked.
    if constexpr (Spec.out.elements() == 0) {
      return;
    } else if constexpr (loop.innermost_is_reduced() && !repeats(outermost(loop, loop.rank - 1))) {
      for (std::size_t r = 0; r < Spec.out.elements(); ++r) {
        const V top = finite(fold_row<V, columns>(x, r, least<T>, top_of{}));
        const V sum = fold_row<V, columns>(powers(x, top), r, T(0), sum_of{});
        y[r] = static_cast<T>(log_of(math::first_lane(sum)) + math::first_lane(top));
      }
    } else if constexpr (loop.rank > 1 && !loop.innermost_is_reduced() &&
                         !repeats(outermost(loop, loop.rank - 2))) {
      constexpr std::size_t rows = loop.size[loop.rank - 2];
      for (std::size_t o = 0; o < Spec.out.elements() / columns; ++o) {
        for_each_pack<V, columns>([&](std::size_t c, auto lanes) XSCOPE_INLINE_LAMBDA {
          const V top = finite(fold_column<V, rows, lanes>(x, o * rows, c, least<T>, top_of{}));
          const V sum = fold_column<V, rows, lanes>(powers(x, top), o * rows, c, T(0), sum_of{});
          store_lanes(y + o * columns + c, static_cast<V>(log_of(sum) + top), lanes);
        });
      }
    } else {
      const auto at = [&](std::size_t i) { return x.template get<T>(i / columns, i % columns); };
      for_each_place<loop, false>(0, [&](std::size_t group) {
        T top = least<T>;
        for_each_place<loop, true>(group, [&](std::size_t i) { top = top_of{}(top, at(i)); });
        top = finite(top);
        T sum(0);
        for_each_place<loop, true>(group, [&](std::size_t i) {
          sum = static_cast<T>(sum + static_cast<T>(math::exp(wide(static_cast<T>(at(i) - top)))));
        });
        *y++ = static_cast<T>(log_of(sum) + top);
      });
    }
  }

 private:
  /// An infinite greatest element is the result; taken from itself it would be NaN.
  template <class V>
  XSCOPE_INLINE static constexpr V finite(const V& top) {
    using T = math::lane_t<V>;
    return math::select(top > V(least<T>) && top < V(most<T>), top, V(T(0)));
  }
  template <class V, class From>
  XSCOPE_INLINE static constexpr auto powers(const From& x, const V& top) {
    return mapped_rows{x, [top](const V& a) XSCOPE_INLINE_LAMBDA {
                         return static_cast<V>(math::exp(wide(static_cast<V>(a - top))));
                       }};
  }

 public:
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int x = g.arg(n, 0);
    if (!g.wants(x)) return;
    const int share = g.apply(exp::info, {g.apply(subtract::info, {x, spread(g, n, n)})});
    g.flow(x, g.apply(multiply::info, {spread(g, dy, n), share}));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!in[0].dtype.is_floating()) return wrong(diag::fault::dtype_not_allowed);
    return reduce_axes(in, a);
  }
  static constexpr op_info info{.type = "ReduceLogSumExp",
                                .name = &naming::literal_of<"ReduceLogSumExp">,
                                .operands = {"input_tensor"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes_prologue = true};
};
template <>
struct op_at<&reduce_logsumexp::info> {
  using type = reduce_logsumexp;
};

}  // namespace ops

/// log(sum(exp(x))) over axes, or over all, without overflow: reduce_logsumexp(x, axis<1>, keepdims)
/// (tf.reduce_logsumexp, here one operation).
inline constexpr dsl::op_function<ops::reduce_logsumexp> reduce_logsumexp{};

}  // namespace xscope

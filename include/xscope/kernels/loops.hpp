// SPDX-License-Identifier: BSD-3-Clause
// Loops that reductions share. All sizes are constants of the specification.
#pragma once

#include <cstddef>
#include <type_traits>

#include "kernel.hpp"
#include "rows.hpp"

namespace xscope::kernels {

/// The outermost axes of a loop.
constexpr reduction_loop outermost(reduction_loop loop, std::size_t rank) {
  loop.rank = rank;
  return loop;
}
/// The elements that an axis of a loop steps over.
template <reduction_loop Loop, std::size_t Axis>
inline constexpr std::size_t step_along = [] {
  std::size_t n = 1;
  for (std::size_t i = Axis + 1; i < Loop.rank; ++i) n *= Loop.size[i];
  return n;
}();

/// Calls f(input index, result index) for every place on the axes that are not reduced.
template <reduction_loop Loop, std::size_t Axis = 0, class F>
XSCOPE_INLINE constexpr void for_each_result(std::size_t in, std::size_t out, F&& f) {
  if constexpr (Axis == Loop.rank) {
    f(in, out);
  } else if constexpr (Loop.stride[Axis] == 0) {
    for_each_result<Loop, Axis + 1>(in, out, f);
  } else {
    for (std::size_t i = 0; i < Loop.size[Axis]; ++i)
      for_each_result<Loop, Axis + 1>(in + i * step_along<Loop, Axis>, out + i * Loop.stride[Axis], f);
  }
}
/// Calls f(input index, result index) for every place.
template <reduction_loop Loop, std::size_t Axis = 0, class F>
XSCOPE_INLINE constexpr void for_each_reduced(std::size_t in, std::size_t out, F&& f) {
  if constexpr (Axis == Loop.rank) {
    f(in, out);
  } else {
    for (std::size_t i = 0; i < Loop.size[Axis]; ++i)
      for_each_reduced<Loop, Axis + 1>(in + i * step_along<Loop, Axis>, out + i * Loop.stride[Axis], f);
  }
}
/// How many results a loop has, and how often it comes to the same one.
constexpr std::size_t results_of(const reduction_loop& loop) {
  std::size_t n = 1;
  for (std::size_t i = 0; i < loop.rank; ++i) n *= loop.stride[i] == 0 ? 1 : loop.size[i];
  return n;
}
constexpr std::size_t repetitions_of(const reduction_loop& loop) {
  std::size_t n = 1;
  for (std::size_t i = 0; i < loop.rank; ++i) n *= loop.stride[i] == 0 ? loop.size[i] : 1;
  return n;
}

/// What part(input index) gives for every place on the axes that are reduced, joined in a tree for each axis.
template <class Result, reduction_loop Loop, std::size_t Axis = 0, class Part, class Join>
constexpr Result join_reduced(std::size_t in, const Part& part, const Join& join) {
  if constexpr (Axis == Loop.rank) {
    return part(in);
  } else if constexpr (Loop.stride[Axis] != 0) {
    return join_reduced<Result, Loop, Axis + 1>(in, part, join);
  } else {
    return join_blocks<Result>(
        0, Loop.size[Axis],
        [&](std::size_t i) {
          return join_reduced<Result, Loop, Axis + 1>(in + i * step_along<Loop, Axis>, part, join);
        },
        join);
  }
}

/// Where the parts of one result are not one after another, in which order they are taken.
enum class parts {
  one,          // there is only one
  as_they_lie,  // each is added to the result in memory
  by_result     // all of a result, in a tree: where they are many, or computed in another type
};
template <class First, class T, class F>
constexpr parts parts_of(const reduction_loop& outer) {
  bool repeats = false;
  for (std::size_t i = 0; i < outer.rank; ++i) repeats = repeats || outer.stride[i] == 0;
  if (!repeats) return parts::one;
  if (!std::is_same_v<First, T> || needs_blocks<F, T>(repetitions_of(outer))) return parts::by_result;
  return parts::as_they_lie;
}

/// result[o] = finish(f over the input's elements that belong to o, from `first`, which changes nothing). The
/// input is in rows as long as the innermost axis; First is the type that is computed in.
template <reduction_loop Loop, class T, class From, class First, class F, class Finish>
constexpr void fold_axes(T* result, const From& input, First first, F f, Finish finish) {
  using V = math::sum_pack<First, T>;
  constexpr std::size_t results = results_of(Loop);
  constexpr std::size_t columns = Loop.row_length();
  const auto& numbers = as_rows<columns>(input);
  const auto& x = read_as<First, T>(numbers);
  const auto finish_all = [&](const auto& y) XSCOPE_INLINE_LAMBDA { return static_cast<T>(finish(y)); };
  if constexpr (Loop.reduced == 0) {
    for (std::size_t o = 0; o < results; ++o) result[o] = finish_all(first);
  } else if constexpr (Loop.innermost_is_reduced()) {
    constexpr reduction_loop outer = outermost(Loop, Loop.rank - 1);
    constexpr parts how = parts_of<First, T, F>(outer);
    const auto part = [&](std::size_t row)
                          XSCOPE_INLINE_LAMBDA { return fold_part<V, columns>(x, row, 0, first, f, f); };
    const auto whole = [&](const V& y)
                           XSCOPE_INLINE_LAMBDA { return math::first_lane(math::fold_lanes(y, f)); };
    if constexpr (how == parts::as_they_lie) {
      for (std::size_t o = 0; o < results; ++o) result[o] = first;
      for_each_reduced<outer>(0, 0, [&](std::size_t row, std::size_t o) XSCOPE_INLINE_LAMBDA {
        result[o] = f(result[o], whole(part(row)));
      });
      for (std::size_t o = 0; o < results; ++o) result[o] = finish_all(result[o]);
    } else if constexpr (how == parts::by_result && outer.stride[outer.rank - 1] != 0) {
      // Neighbours together, as they lie beside each other.
      constexpr std::size_t neighbours = outer.size[outer.rank - 1];
      constexpr std::size_t most = neighbours < 8 ? neighbours : 8;
      constexpr reduction_loop further = outermost(outer, outer.rank - 1);
      const auto some = [&](std::size_t block, std::size_t o, std::size_t begin,
                            auto count) XSCOPE_INLINE_LAMBDA {
        constexpr std::size_t n = decltype(count)::value;
        const auto parts_of_block = [&](std::size_t b) XSCOPE_INLINE_LAMBDA {
          packs_beside<V, n> all;
          repeat<n>([&](auto k) XSCOPE_INLINE_LAMBDA { all.pack[k] = part(b * neighbours + begin + k); });
          return all;
        };
        const auto all = join_reduced<packs_beside<V, n>, further>(block, parts_of_block, each_pack<F>{f});
        repeat<n>([&](auto k)
                      XSCOPE_INLINE_LAMBDA { result[o + begin + k] = finish_all(whole(all.pack[k])); });
      };
      for_each_result<further>(0, 0, [&](std::size_t block, std::size_t o) XSCOPE_INLINE_LAMBDA {
        std::size_t begin = 0;
        for (; begin + most <= neighbours; begin += most)
          some(block, o, begin, std::integral_constant<std::size_t, most>{});
        if constexpr (neighbours % most != 0)
          some(block, o, begin, std::integral_constant<std::size_t, neighbours % most>{});
      });
    } else {
      for_each_result<outer>(0, 0, [&](std::size_t row, std::size_t o) XSCOPE_INLINE_LAMBDA {
        if constexpr (how == parts::one) result[o] = finish_all(whole(part(row)));
        else result[o] = finish_all(whole(join_reduced<V, outer>(row, part, f)));
      });
    }
  } else {
    // The axis before the innermost is reduced, if there is one: neighbours of a kind are one axis.
    constexpr std::size_t rows = Loop.rank < 2 ? 1 : Loop.size[Loop.rank - 2];
    constexpr reduction_loop outer = outermost(Loop, Loop.rank < 2 ? 0 : Loop.rank - 2);
    constexpr parts how = parts_of<First, T, F>(outer);
    const auto each_group = [&](std::size_t block, std::size_t o) XSCOPE_INLINE_LAMBDA {
      for_each_group<V, columns>([&](std::size_t column, auto packs, auto lanes) XSCOPE_INLINE_LAMBDA {
        const auto part = [&](std::size_t b) XSCOPE_INLINE_LAMBDA {
          return fold_columns<V, rows, packs(), lanes()>(x, b * rows, column, first, f);
        };
        packs_beside<V, packs()> all;
        if constexpr (how == parts::by_result)
          all = join_reduced<packs_beside<V, packs()>, outer>(block, part, each_pack<F>{f});
        else all = part(block);
        repeat<packs()>([&](auto p) XSCOPE_INLINE_LAMBDA {
          T* to = result + o + column + p * math::lanes<V>;
          constexpr std::integral_constant<std::size_t, p + 1 == packs() ? lanes() : 0> used;
          if constexpr (!std::is_same_v<First, T>) *to = finish_all(all.pack[p]);
          else if constexpr (how == parts::as_they_lie)
            store_lanes(to, f(load_lanes<V>(to, used), all.pack[p]), used);
          else store_lanes(to, static_cast<V>(finish(all.pack[p])), used);
        });
      });
    };
    if constexpr (how == parts::as_they_lie) {
      for (std::size_t o = 0; o < results; ++o) result[o] = first;
      for_each_reduced<outer>(0, 0, each_group);
      for (std::size_t o = 0; o < results; ++o) result[o] = finish_all(result[o]);
    } else {
      for_each_result<outer>(0, 0, each_group);
    }
  }
}
template <reduction_loop Loop, class T, class From, class First, class F>
constexpr void fold_axes(T* result, const From& input, First first, F f) {
  fold_axes<Loop>(result, input, first, f, [](const auto& y) XSCOPE_INLINE_LAMBDA { return y; });
}

/// Calls f(input index) for every place on the axes that are reduced (or on those that are not), from `in`
/// on; backwards, from the last place to the first. There is no such walk where the result has no elements.
template <reduction_loop Loop, bool Reduced, bool Backwards = false, std::size_t Axis = 0, class F>
constexpr void for_each_place(std::size_t in, F&& f) {
  if constexpr (Axis == Loop.rank) {
    f(in);
  } else if constexpr ((Loop.stride[Axis] == 0) != Reduced) {
    for_each_place<Loop, Reduced, Backwards, Axis + 1>(in, f);
  } else {
    std::size_t inner = 1;
    for (std::size_t i = Axis + 1; i < Loop.rank; ++i) inner *= Loop.size[i];
    for (std::size_t i = 0; i < Loop.size[Axis]; ++i) {
      const std::size_t at = Backwards ? Loop.size[Axis] - 1 - i : i;
      for_each_place<Loop, Reduced, Backwards, Axis + 1>(in + at * inner, f);
    }
  }
}

/// A walk through a buffer, outermost axis first: each axis with its size and its stride. There may be two
/// axes for each of a tensor.
struct strided_walk {
  std::size_t rank = 0;
  std::size_t size[2 * max_rank]{};
  std::size_t stride[2 * max_rank]{};

  constexpr void add(std::size_t n, std::size_t step) {
    size[rank] = n;
    stride[rank++] = step;
  }
};
/// Calls f(place) for each step of a walk from `from` on.
template <strided_walk Walk, std::size_t Axis = 0, class F>
constexpr void for_each_step(std::size_t from, F&& f) {
  if constexpr (Axis == Walk.rank) {
    f(from);
  } else {
    for (std::size_t i = 0; i < Walk.size[Axis]; ++i)
      for_each_step<Walk, Axis + 1>(from + i * Walk.stride[Axis], f);
  }
}

}  // namespace xscope::kernels

// SPDX-License-Identifier: BSD-3-Clause
// Long sums of products, which stay in registers while they are added up: what rounding loses grows with the
// length of a sum, so a long one is made of blocks, whose sums are added up in turn.
#pragma once

#include <cstddef>

#include "../config.hpp"
#include "../math/primitives.hpp"

namespace xscope::kernels {

/// The steps of a block of so many steps, about as many as there are blocks; 0 where the sum is left whole.
constexpr std::size_t block_of_steps(std::size_t steps) {
  std::size_t block = 512;
  if (steps < 4 * block) return 0;
  while (block * block < steps) block *= 2;
  return block;
}

/// What blocks of sums have come to, where there are any.
template <class V, std::size_t Rows, std::size_t Packs, bool There = true>
struct block_totals {
  V list[Rows][Packs];

  XSCOPE_INLINE block_totals() {
    each([&](V& total, V&) XSCOPE_INLINE_LAMBDA { total = V(math::lane_t<V>(0)); }, list);
  }
  /// Adds the sums of a block, which begin again from 0.
  XSCOPE_INLINE void take(V (&sums)[Rows][Packs]) {
    each(
        [&](V& total, V& sum) XSCOPE_INLINE_LAMBDA {
          total = total + sum;
          sum = V(math::lane_t<V>(0));
        },
        sums);
  }
  /// Adds the totals to the sums of the last block.
  XSCOPE_INLINE void give(V (&sums)[Rows][Packs]) {
    each([&](V& total, V& sum) XSCOPE_INLINE_LAMBDA { sum = total + sum; }, sums);
  }

 private:
  template <class F>
  XSCOPE_INLINE void each(F f, V (&sums)[Rows][Packs]) {
    XSCOPE_UNROLL
    for (std::size_t r = 0; r < Rows; ++r) {
      XSCOPE_UNROLL
      for (std::size_t p = 0; p < Packs; ++p) f(list[r][p], sums[r][p]);
    }
  }
};
template <class V, std::size_t Rows, std::size_t Packs>
struct block_totals<V, Rows, Packs, false> {
  XSCOPE_INLINE void take(V (&)[Rows][Packs]) {}
  XSCOPE_INLINE void give(V (&)[Rows][Packs]) {}
};

}  // namespace xscope::kernels

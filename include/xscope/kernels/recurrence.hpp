// SPDX-License-Identifier: BSD-3-Clause
// A recurrent layer over all time steps, in the way that suits its batch.
#pragma once

#include <cstddef>
#include <type_traits>

#include "sample_by_sample.hpp"
#include "samples_in_lanes.hpp"

namespace xscope::kernels {

template <class Cell, recurrent_size Size, bool Sequences, class S>
struct recurrence {
  using sizes = recurrence_sizes<Cell, Size, Sequences, S>;
  using single = sample_by_sample<Cell, Size, Sequences, S>;
  using together = samples_in_lanes<Cell, Size, Sequences, S>;
  static constexpr std::size_t units = Size.units;
  static constexpr std::size_t steps_kept = Sequences ? Size.time : 1;

  /// y: the outputs of all steps, or of the last; last_c: the last c of an LSTM, or null.
  static void run(S* y, S* last_c, const recurrent_operands<S>& from) {
    if constexpr (Size.batch * units == 0) return;
    constexpr std::size_t in_lanes = 2 * Size.batch >= sizes::most && together::fit ? Size.batch : 0;
    for (std::size_t b = 0; b < in_lanes; b += sizes::most)
      together::run(y, last_c, from, b, in_lanes - b < sizes::most ? in_lanes - b : sizes::most);
    std::size_t b = in_lanes;
    const auto by = [&]<std::size_t Samples>(std::integral_constant<std::size_t, Samples>) {
      for (; b + Samples <= Size.batch; b += Samples) {
        recurrent_operands<S> these = from;
        these.x += b * Size.time * sizes::features;
        these.h += b * units;
        if (these.c != nullptr) these.c += b * units;
        S* const c = last_c == nullptr ? nullptr : last_c + b * units;
        if constexpr (units <= sizes::most) single::in_registers(y + b * steps_kept * units, c, these);
        else single::template in_blocks<Samples>(y + b * steps_kept * units, c, these);
      }
    };
    if constexpr (in_lanes == 0) {
      by(std::integral_constant<std::size_t, single::samples_at_once>{});
      if constexpr (Size.batch % single::samples_at_once != 0) by(std::integral_constant<std::size_t, 1>{});
    }
  }
};

}  // namespace xscope::kernels

// SPDX-License-Identifier: BSD-3-Clause
// What the ways of running a recurrent layer have in common: its operands, and sizes as constants.
#pragma once

#include <cstddef>

#include "../math/registers.hpp"
#include "../ops/recurrent.hpp"
#include "kernel.hpp"

namespace xscope::kernels {

using ops::recurrent_size;
using ops::recurrent_size_of;

/// The memory of a layer's operands. State: h, and for an LSTM c.
template <class S>
struct recurrent_operands {
  const S* x;
  const S* kernel;
  const S* recurrent;
  const S* bias;
  const S* h;
  const S* c;
};

template <class Cell, recurrent_size Size, bool Sequences, class S>
struct recurrence_sizes {
  using T = math::wide_t<S>;
  using operands_type = recurrent_operands<S>;
  static constexpr std::size_t units = Size.units;
  static constexpr std::size_t features = Size.features;
  static constexpr std::size_t row = Cell::gates * units;
  static constexpr std::size_t most = math::vector_bytes / sizeof(T);
  /// A kernel takes less than 16 KB of stack. In it lie the state, and what inputs add to the gates.
  static constexpr std::size_t stack_bytes = 13 * 1024;
};

}  // namespace xscope::kernels

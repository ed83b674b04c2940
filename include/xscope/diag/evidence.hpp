// SPDX-License-Identifier: BSD-3-Clause
// A fault and what is known of it, as plain data: whoever finds the fault fills in the values that its
// message has slots for.
#pragma once

#include <cstddef>
#include <string_view>

#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "../naming/optional_ref.hpp"
#include "fault.hpp"

namespace xscope::diag {

/// A text that may be absent; an empty one is none (the root scope's name).
struct optional_text {
  std::string_view text{};
  bool there = false;

  constexpr optional_text() = default;
  constexpr optional_text(std::string_view given) : text(given), there(true) {}
  constexpr optional_text(const char* given) : text(given), there(true) {}
};

inline constexpr std::size_t no_count = static_cast<std::size_t>(-1);

/// Each value stands for the slot that is called as it is: `shape` for `{shape}`.
struct evidence {
  fault what = fault::none;
  optional_text call{};    // what is called: an operation's type, or a function's name
  optional_text name{};    // the full name of the scope, variable or operation that the fault is told of
  optional_text other{};   // another name
  optional_text given{};   // what was given, as it is written
  optional_text taken{};   // what could have been given
  optional_text names{};   // a list of names
  optional_text part{};    // the part of what was given that is wrong,
  optional_text reason{};  // and why
  optional_text remedy{};
  naming::optional_ref<extents> shape{};
  naming::optional_ref<extents> other_shape{};
  naming::optional_ref<extents> partitions{};  // the number of parts along each axis
  naming::optional_ref<extents> other_partitions{};
  data_type dtype{};
  data_type other_dtype{};
  bool other_is_ref = false;  // other_dtype is shown as TensorFlow does for variables: float32_ref
  std::size_t count = no_count;
  std::size_t other_count = no_count;
};

}  // namespace xscope::diag

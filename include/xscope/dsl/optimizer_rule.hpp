// SPDX-License-Identifier: BSD-3-Clause
// What an optimizer is to the stages that work with it: names and numbers as plain data, and its formula.
// The folder `optimizers` holds one optimizer a file.
#pragma once

#include <cstddef>

#include "../naming/optional_function.hpp"
#include "optimizers.hpp"

namespace xscope::passes {
struct update_builder;
}

namespace xscope::optimizers {

/// A hyper-parameter: its keyword, and its value where none is given.
struct hyper {
  const char* name;
  double usual;
};
/// A variable that goes with each trained one, of its shape and element type. Its first value is a number,
/// or that of a hyper-parameter.
struct slot {
  const char* name;
  double initial = 0;
  int initial_hyper = -1;
};
/// A scalar float variable that the optimizer keeps once; its first value is a hyper-parameter's.
struct scalar {
  const char* name;
  int initial_hyper;
};

inline constexpr std::size_t most_hypers = 6;
inline constexpr std::size_t most_slots = 3;
inline constexpr std::size_t most_scalars = 2;

/// An optimizer as plain data.
struct rule {
  const char* name;     // TensorFlow's name for its operation, and in its slots' names
  const char* op_type;  // of the operation that updates a variable
  hyper hypers[most_hypers];
  std::size_t hyper_count;
  slot slots[most_slots]{};
  std::size_t slot_count = 0;
  scalar scalars[most_scalars]{};
  std::size_t scalar_count = 0;
  /// Assigns the new values of a variable and of its slots.
  void (*update)(passes::update_builder&) = nullptr;
  /// Assigns those of the scalars, after all updates.
  naming::optional_function<void(passes::update_builder&)> finish{};
};

}  // namespace xscope::optimizers

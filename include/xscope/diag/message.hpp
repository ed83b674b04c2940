// SPDX-License-Identifier: BSD-3-Clause
// A message: what the user reads of a fault, with a slot for each value that is the program's.
//   variable `{name}` already exists; give each layer a scope of its own
#pragma once

#include "fault.hpp"

namespace xscope::diag {

/// The text ends with what to do. `{name}` is a slot: `evidence` lists all that there are.
struct message {
  fault of;
  errc code;
  const char* text;
};

}  // namespace xscope::diag

// SPDX-License-Identifier: BSD-3-Clause
// What resolving gives: for each event its full name and what it stands for, or the first error.
#pragma once

#include <cstddef>

#include "../tracing/event.hpp"
#include "path.hpp"

namespace xscope::resolving {

/// What became of one event.
struct fact {
  path_id name = no_path;  // an operation's or a variable's name; a scope's name scope
  path_id key = no_path;   // a variable's name in the store; a variable scope's name
  int creator = -1;        // get_variable: the event that created the variable (itself, if it is new)
  dsl::reuse_mode reuse = dsl::reuse_mode::no;  // a variable scope's flag when the program has ended
  unsigned output = 0;                          // which result of its operation a tensor is
  bool keeps_slash = false;                     // a scope: its original_name_scope ends in "/"
  bool skipped = false;                         // the event belongs to a section that was passed over
};

/// The first fault, and where it is. Names are paths still: their text is written when it is shown.
struct first_fault : diag::evidence {
  std::size_t event = tracing::no_id;
  path_id path = no_path;
  path_id other_path = no_path;
};

/// A resolved program of E events, which make at most N names.
template <std::size_t E, std::size_t N>
struct resolution {
  static constexpr std::size_t size = E;
  static constexpr std::size_t names = N;
  fact facts[E + 1]{};  // the last one is the root scope's
  path paths[N]{};
  path_id path_count = 0;
  std::size_t variables[E + 1]{};  // the events that create variables, in order
  std::size_t variable_count = 0;
  first_fault fault{};

  constexpr bool ok() const { return fault.what == diag::fault::none; }
};

}  // namespace xscope::resolving

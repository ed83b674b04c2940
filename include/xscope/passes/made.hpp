// SPDX-License-Identifier: BSD-3-Clause
// What passes put in the places of events, as they note it while they work; `expand.hpp` makes events of it.
#pragma once

#include <cstddef>

#include "../tracing/event.hpp"

namespace xscope::passes {

using tracing::event_kind;
using tracing::no_id;

/// One event that a pass makes.
struct made_event {
  event_kind what{};
  int node = -1;               // of an operation: what it is
  std::size_t source = no_id;  // the event that it refers to, as its kind says
  std::size_t other = no_id;   // and another one
  naming::optional_ref<naming::literal> name{};
  const char* op_name = nullptr;            // or its name, and
  const char* type = nullptr;               // its type where it is no operation of ours
  naming::optional_ref<ops::op_info> as{};  // an operation that it shows as, in the place of its node's
  bool exact = false;                       // its name is that of the scope `source`, ...
  bool numbered = false;                    // ... or that name, numbered
  // Of a variable:
  bool use_resource = false;
  data_type dtype{};
  naming::optional_ref<extents> shape{};
  double initial = 0;
  // Of a fault:
  diag::fault fault = diag::fault::none;
  // Its operands are so many of the list from here on.
  unsigned first_operand = 0;
  unsigned operands = 0;
};

/// An operand of such an event: a node, or an event.
struct made_operand {
  int node = -1;
  std::size_t event = no_id;
};

}  // namespace xscope::passes

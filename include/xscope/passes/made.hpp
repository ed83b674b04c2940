// SPDX-License-Identifier: BSD-3-Clause
// What passes put in the places of events, as they note it while they work; `expand.hpp` makes events of it.
#pragma once

#include <cstddef>

#include "../lists/optional_number.hpp"
#include "../tracing/event.hpp"

namespace xscope::passes {

using tracing::event_kind;
using tracing::no_id;

/// One event that a pass makes. (Whatever is not said of it is 0: see optional_number.hpp.)
struct made_event {
  event_kind what{};
  optional_number<int> node{};            // of an operation: what it is
  optional_number<std::size_t> source{};  // the event that it refers to, as its kind says
  optional_number<std::size_t> other{};   // and another one
  naming::optional_ref<naming::literal> name{};
  const char* op_name{};                    // or its name, and
  const char* type{};                       // its type where it is no operation of ours
  naming::optional_ref<ops::op_info> as{};  // an operation that it shows as, in the place of its node's
  bool exact{};                             // its name is that of the scope `source`, ...
  bool numbered{};                          // ... or that name, numbered
  // Of a variable:
  bool use_resource{};
  data_type dtype{};
  naming::optional_ref<extents> shape{};
  double initial{};
  // Of a fault:
  diag::fault fault{};
  // Its operands are so many of the list from here on.
  unsigned first_operand{};
  unsigned operands{};
};

/// An operand of such an event: a node, or an event.
struct made_operand {
  optional_number<int> node{};
  optional_number<std::size_t> event{};
};

}  // namespace xscope::passes

// SPDX-License-Identifier: BSD-3-Clause
// Where the variables of a program lie in their block of memory.
#pragma once

#include <cstddef>

#include "../graphs/graph.hpp"
#include "placement.hpp"

namespace xscope::planning {

/// Where the variables of a program lie, by the number of the event that creates them.
template <std::size_t Events>
struct variable_layout {
  std::size_t offset[Events + 1]{};
  std::size_t bytes = 0;
};

template <class Program>
inline constexpr auto layout_of = [] {
  using selected = graphs::selection<Program>;
  variable_layout<selected::size> out;
  for (std::size_t i = 0; i < selected::size; ++i) {
    if (!selected::is_new_variable(i)) continue;
    const tracing::event& e = graphs::events_of<Program>.list[i];
    out.offset[i] = out.bytes;
    out.bytes += aligned(e.is->shape->elements() * e.is->dtype.size());
  }
  return out;
}();

}  // namespace xscope::planning

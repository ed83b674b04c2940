// SPDX-License-Identifier: BSD-3-Clause
// How often the variables of a graph are asked for: more than once is sharing.
//   unsigned uses[N]{};    count_requests(events.view(), resolved.facts, uses);    // uses[v.id()] == 2
#pragma once

#include "../lists/array_view.hpp"
#include "../resolving/resolution.hpp"

namespace xscope::graphs {

/// Adds to counts[i], for each event i that creates a variable, the number of requests that gave it, the one
/// that created it among them.
constexpr void count_requests(array_view<tracing::event> events, const resolving::fact* facts,
                              unsigned* counts) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto what = events[i].what;
    // A request that goes through creators is one, and so is what they create for it.
    if (!tracing::gives_variable(what) || what == tracing::event_kind::create_variable) continue;
    if (facts[i].creator >= 0) ++counts[facts[i].creator];
  }
}

}  // namespace xscope::graphs

// SPDX-License-Identifier: BSD-3-Clause
// The trace of a program: nested types in, one flat constexpr array of events out.
//   events_of<Program>.list, traced<Program>::result
#pragma once

#include "../lists/array_view.hpp"
#include "apply.hpp"
#include "arg_scope.hpp"
#include "binding.hpp"
#include "effects.hpp"
#include "gradient_lists.hpp"
#include "leaves.hpp"
#include "scopes.hpp"

namespace xscope::tracing {

/// A plain array: each call of std::array's operator[] would count against Clang's limit on evaluation.
template <std::size_t N>
struct event_array {
  static constexpr std::size_t size = N;
  event list[N + 1]{};
  rarities rare{};
  constexpr array_view<event> view() const { return {list, N}; }
};

/// A program traced from the state Start.
template <class Program, class Start>
using trace_from = typename Start::template trace<Program, root_environment>;

/// The events of a traced statement. A trace that needs a history ends before the event that needs it.
template <class Traced>
constexpr auto collect() {
  event_array<Traced::out::count> events;
  placer r{events.list};
  Traced::emit(r);
  events.rare = r.rare;
  return events;
}

}  // namespace xscope::tracing

// SPDX-License-Identifier: BSD-3-Clause
// A trace that remembers: the state holds what has happened as a chain of types, and answers what the
// variable store holds at that point. Only programs that ask for a variable without its shape are
// traced with it; for all others a state is a number.
#pragma once

#include <cstddef>

#include "../lists/array_view.hpp"
#include "../tracing/state.hpp"
#include "resolver.hpp"

namespace xscope::resolving {

/// What the variable store has under a name.
template <std::size_t N>
struct found_variable {
  struct slice {
    std::size_t event = 0;
    extents shape{};
  };
  bool exists = false;
  bool is_free = false;  // it can be made
  extents shape{};
  std::size_t axis = 0;
  std::size_t slice_count = 0;  // 0: it is not partitioned
  slice slices[N]{};
};

/// N events: those of Before, and then what E puts.
template <std::size_t N, class Before, class E, class... Entries>
struct recorded {
  static constexpr std::size_t count = N;
  static constexpr bool is_cut = false;
  static constexpr bool has_history = true;
  static constexpr bool may_be_framed = false;
  using before = Before;
  using remembered_type = tracing::remembered<Entries...>;

  template <class S, class Env>
  using trace = typename tracing::tracer<S::statement_kind>::template step<S, Env, recorded>;
  template <class Next, std::size_t K = 1>
  using next = recorded<N + K, recorded, Next, Entries...>;
  /// Not an event: the same chain, with one entry more.
  template <class Entry>
  using remember = recorded<N, Before, E, Entries..., Entry>;

  /// The states before are written eight at a time: the recursion is an eighth as deep as the program long.
  static constexpr void put(tracing::placer& r) {
    if constexpr (!std::is_void_v<E>) r.put<E>();
  }
  template <std::size_t Steps>
  static constexpr void put_last(tracing::placer& r) {
    if constexpr (!std::is_void_v<E>) {
      if constexpr (Steps > 1) Before::template put_last<Steps - 1>(r);
      else Before::put_all(r);
      r.put<E>();
    }
  }
  static constexpr void put_all(tracing::placer& r) { put_last<8>(r); }

  /// The variable that request R finds here, if it does.
  template <class R>
  static consteval auto find() {
    tracing::event events[N + 1];
    tracing::placer r{events};
    put_all(r);
    r.put<R>();
    tracing::description asked = *events[N].is;
    asked.to_history = true;
    events[N].is = &asked;
    const auto resolved = resolve<N + 1>(array_view<tracing::event>(events, N + 1), r.rare);
    const fact& last = resolved.facts[N];
    found_variable<N + 1> out;
    // The resolver went as far as the shape that the request did not give.
    out.is_free = resolved.fault.event == N && resolved.fault.what == diag::fault::shape_required;
    if (!resolved.ok() || last.creator < 0 || last.creator == static_cast<int>(N)) return out;
    const auto creator = static_cast<std::size_t>(last.creator);
    out.exists = true;
    out.shape = *events[creator].is->shape;
    if (events[creator].what != tracing::event_kind::get_partitioned) return out;
    out.axis = events[creator].args[0];
    for (std::size_t i = creator + 1; i < N; ++i) {
      if (resolver<N + 1>::is_slice(events[i], creator))
        out.slices[out.slice_count++] = {i, *events[i].is->shape};
    }
    return out;
  }
};

using history = recorded<0, void, void>;

}  // namespace xscope::resolving

// SPDX-License-Identifier: BSD-3-Clause
// One graph over the variables of another's session: matched by name, or a sentence why not.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "../diag/refuse.hpp"
#include "../graphs/graph.hpp"

namespace xscope::running {

/// Why a graph cannot use the variables of a session, or an empty text.
template <class Program, class Holder>
constexpr diag::writer why_not_shared() {
  using holder = graphs::graph_t<Holder>;
  for (const auto& v : graphs::graph_t<Program>::variables()) {
    const std::size_t found = holder::event_named(v.op_name());
    if (found == tracing::no_id || !graphs::selection<Holder>::is_new_variable(found)) {
      return holder::compose_missing(diag::fault::not_in_session, v.name());
    }
    const tracing::event& e = graphs::events_of<Holder>.list[found];
    const extents shape = v.shape();
    if (!(*e.is->shape == shape)) {
      return diag::compose({.what = diag::fault::shape_mismatch,
                            .name = v.op_name(),
                            .shape = &shape,
                            .other_shape = e.is->shape});
    }
    if (!(e.is->dtype == v.dtype())) {
      return diag::compose({.what = diag::fault::dtype_mismatch,
                            .name = v.op_name(),
                            .dtype = v.dtype(),
                            .other_dtype = e.is->dtype});
    }
  }
  return {};
}

/// The same, worked out once for each pair of graphs.
template <class Program, class Holder>
inline constexpr diag::writer sharing_refusal = why_not_shared<Program, Holder>();

/// For a session over variables that are there.
struct share_tag {};

/// The session that a graph gets over another's variables, or the sentence why not.
template <class Program, class Holder>
struct shared_session {
  static consteval auto pick() {
    if constexpr (sharing_refusal<Program, Holder>.size == 0)
      return std::type_identity<graphs::graph_t<Program>>{};
    else return diag::refusal<sharing_refusal<Program, Holder>>{};
  }
  using graph = typename decltype(pick())::type;
};

}  // namespace xscope::running

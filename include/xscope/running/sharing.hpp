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
template <class Program, class Source>
constexpr diag::writer why_not_shared() {
  using source = graphs::graph_t<Source>;
  for (const auto& v : graphs::graph_t<Program>::variables()) {
    const std::size_t found = source::event_named(v.op_name());
    if (found == tracing::no_id || !graphs::selection<Source>::is_new_variable(found)) {
      return source::compose_missing(diag::fault::not_in_session, v.name());
    }
    const tracing::event& e = graphs::events_of<Source>.list[found];
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
template <class Program, class Source>
inline constexpr diag::writer sharing_refusal = why_not_shared<Program, Source>();

/// For a session over variables that are there.
struct share_tag {};

/// The session that a graph gets over another's variables, or the sentence why not.
template <class Program, class Source>
struct shared_session {
  static consteval auto pick() {
    if constexpr (sharing_refusal<Program, Source>.size == 0)
      return std::type_identity<graphs::graph_t<Program>>{};
    else return diag::refusal<sharing_refusal<Program, Source>>{};
  }
  using graph = typename decltype(pick())::type;
};

}  // namespace xscope::running

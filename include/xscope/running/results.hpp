// SPDX-License-Identifier: BSD-3-Clause
// What a run gives, the room that it takes, and how results get into storage of the user's.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "../diag/raise.hpp"
#include "fetch.hpp"

namespace xscope::running {

/// What a run gives of an operation without a value.
struct no_value {};

/// What a node's value is to the user: a view of a variable, or what a run gives.
template <class Program, int Node>
struct node_types {
  static constexpr const planning::node& node = planning::nodes_of<Program>.nodes[Node];
  using element = element_t<node.dtype.value>;
  template <class I>
  struct shaped;
  template <std::size_t... I>
  struct shaped<std::index_sequence<I...>> {
    using view = tensor_view<element, node.shape.dims[I]...>;
    using const_view = const_tensor_view<element, node.shape.dims[I]...>;
    using tensor = xscope::tensor<element, node.shape.dims[I]...>;
  };
  using types = shaped<std::make_index_sequence<node.shape.rank_>>;
  using view = typename types::view;
  using const_view = typename types::const_view;
  using tensor = typename types::tensor;
};

/// Of an operation that gives nothing.
template <class Program>
struct node_types<Program, -1> {
  using tensor = no_value;
};

/// A tensor, or of several targets a tuple of them.
template <class Program, auto Targets, class I = std::make_index_sequence<Targets.count>>
struct results_type;
template <class Program, auto Targets, std::size_t... I>
struct results_type<Program, Targets, std::index_sequence<I...>> {
  using type = std::tuple<typename node_types<Program, Targets.nodes[I]>::tensor...>;
};
template <class Program, auto Targets>
struct results_type<Program, Targets, std::index_sequence<0>> {
  using type = typename node_types<Program, Targets.nodes[0]>::tensor;
};
/// The type of what a run for these targets gives.
template <class Program, auto Targets>
using results_t = typename results_type<Program, Targets>::type;

/// The room of a run: first the results, which refer to their elements, then the workspace of the plan.
template <class Program, auto Targets>
struct room {
  static constexpr std::size_t workspace = planning::aligned(sizeof(results_t<Program, Targets>));
  static constexpr std::size_t bytes = workspace + planning::plan_for<Program, Targets>.workspace_bytes;
};

/// References in a row, of which one is found in one step: in a std::tuple it takes as many as there are.
template <std::size_t I, class T>
struct numbered {
  T& value;
};
template <class I, class... T>
struct numbered_row;
template <std::size_t... I, class... T>
struct numbered_row<std::index_sequence<I...>, T...> : numbered<I, T>... {};
template <class... T>
using row_of = numbered_row<std::index_sequence_for<T...>, std::remove_reference_t<T>...>;
template <std::size_t I, class T>
T& nth(const numbered<I, T>& one) {
  return one.value;
}

/// Whether storage of the user's can take a result of that shape, as far as the compiler knows.
template <class X>
constexpr bool can_store(const extents& shape) {
  if constexpr (number_range<X>) return true;
  else return shape_may_fit<X>(shape);
}

/// Throws std::invalid_argument where it cannot.
template <class X>
void check_storage(const X& to, const extents& shape) {
  bool fits = true;
  if constexpr (number_range<X>) fits = to.size() == shape.elements();
  else if constexpr (expression<X> && !resizable<X>) fits = shape == to.shape();
  if (!fits)
    diag::raise<std::invalid_argument>("run_into: the storage does not have the shape of the result");
}

/// Writes a result to storage of the user's: an xtensor container, numbers in a row, or one number.
template <class View, class X>
void store(const View& value, X& to) {
  if constexpr (expression<X>) {
    write_to(to, value);
  } else if constexpr (scalar<X>) {
    to = static_cast<X>(value());
  } else {
    read_into(to.data(), value);
  }
}

}  // namespace xscope::running

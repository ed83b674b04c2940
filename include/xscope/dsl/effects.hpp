// SPDX-License-Identifier: BSD-3-Clause
// What runs beside what: operations that stand for others, and operations that wait for others.
#pragma once

#include "apply.hpp"
#include "binding.hpp"
#include "collections.hpp"
#include "key.hpp"
#include "option_faults.hpp"

namespace xscope {

namespace dsl {

/// An operation without a result that runs when all of these have run.
template <class Options, fixed_string Usual, class... S>
struct group_t : statement {
  static constexpr found_fault fault = fault_in<option_set{option::name}>(Options{});
  static constexpr kind statement_kind = kind_unless(fault, kind::group);
  static constexpr const char* callee = "group";
  static constexpr naming::optional_ref<naming::literal> text() { return nullptr; }
  using inputs = lists::list<S...>;
  using options = Options;
  static constexpr auto usual = Usual;
};

template <class L, std::size_t... S, std::size_t... O>
constexpr auto make_group(std::index_sequence<S...>, std::index_sequence<O...>) {
  return group_t<option_list<lists::at<L, sizeof...(S) + O>{}...>, "group_deps", lists::at<L, S>...>{};
}

/// Statements whose operations wait for Inputs; without any of those they wait for nothing.
template <class Inputs, bool Clears, class... S>
struct control_t : statement {
  static constexpr kind statement_kind = kind::control;
  using inputs = Inputs;
  static constexpr bool clears = Clears;
  using body = lists::list<S...>;
};

template <class Inputs, bool Clears>
struct control_opener {
  template <class... S>
    requires(are_statements<S...>())
  constexpr control_t<Inputs, Clears, S...> operator()(S...) const {
    return {};
  }
  /// Around a layer.
  template <is_layer F>
  constexpr auto operator()(F f) const {
    return [f](auto... x) { return control_t<Inputs, Clears, decltype(f(x...))>{}; };
  }
};

}  // namespace dsl

/// An operation that runs when all of these have run: tensors, operations, what a collection holds
/// (tf.group).
template <class... X>
constexpr auto group(X...) {
  constexpr std::size_t inputs = dsl::count_operands<X...>();
  return dsl::make_group<lists::list<X...>>(std::make_index_sequence<inputs>{},
                                            std::make_index_sequence<sizeof...(X) - inputs>{});
}
/// An operation that does nothing (tf.no_op).
template <dsl::key... Name>
  requires(sizeof...(Name) <= 1)
inline constexpr dsl::group_t<dsl::option_list<typename dsl::op_name_from<Name>::type{}...>, "NoOp"> no_op{};

/// What is made inside waits until these have run, and reads the variables that they change as they are then
/// (tf.control_dependencies): `control_dependencies(update)(minimize<...>(loss))`. Nested ones add up.
template <class... S>
  requires(dsl::are_statements<S...>())
constexpr dsl::control_opener<lists::list<S...>, false> control_dependencies(S...) {
  return {};
}
/// What is made inside waits for nothing, whatever is around it.
constexpr dsl::control_opener<lists::list<>, true> control_dependencies(dsl::none_t) { return {}; }

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Constraints: what a variable is projected to after each update. The callable is traced by itself, over a
// tensor in the place of the variable; training puts its operations behind each update.
#pragma once

#include "sequence.hpp"
#include "variable_options.hpp"

namespace xscope::tracing {

/// F of a variable of element type T and shape D....
template <class F, class T, std::size_t... D>
struct projection_by {
  struct variable_itself {
    static constexpr void put(recorder& r) { r.add(event_kind::placeholder); }
  };
  using variable = dsl::tensor<0, T, D...>;
  using traced = call<F, lists::list<variable>, root_environment, at<1>>;
  static constexpr std::size_t count = traced::out::count;

  struct table {
    event list[count]{};
  };
  static constexpr table events = [] {
    table out;
    placer r{out.list};
    r.put<variable_itself>();
    traced::emit(r);
    return out;
  }();

  /// The result has to be what the variable is, made of nothing but operations and constants.
  static consteval bool check() {
    if constexpr (traced::out::is_cut || !dsl::is_tensor_handle<typename traced::result>) {
      return false;
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        const event_kind what = events.list[i].what;
        const bool is_other = what == event_kind::minimize || what == event_kind::sum_collection ||
                              (what == event_kind::placeholder && i > 0);
        if (gives_variable(what) || is_other) return false;
      }
      return std::same_as<typename traced::result::spec, typename variable::spec>;
    }
  }
  static constexpr diag::fault fault = !takes<F, variable> ? diag::fault::constraint_not_callable
                                       : !check()          ? diag::fault::constraint_result
                                                           : diag::fault::none;
  static constexpr projection value{events.list, count, traced::result::id};
};

template <class F, class T, class Shape>
struct projection_for;
template <class F, class T, std::size_t... D>
struct projection_for<F, T, dsl::shape_t<D...>> : projection_by<F, T, D...> {};

/// Whether a variable's constraint gives what the variable is; and the note of it.
template <class Options, class Rare, class T, class Shape>
struct constrained {
  using constraint = given_or<Options, option::constraint, typename Rare::constraint>;
  static consteval bool is_given() {
    if constexpr (std::same_as<constraint, dsl::no_option>) return false;
    else return constraint::is_callable && is_known_shape<Shape>;
  }
  static consteval diag::fault fault() {
    if constexpr (is_given()) return projection_for<typename constraint::type, T, Shape>::fault;
    else return diag::fault::none;
  }
  static constexpr void note(description& e) {
    if constexpr (is_given()) {
      if constexpr (fault() == diag::fault::none)
        e.constraint = &projection_for<typename constraint::type, T, Shape>::value;
    }
  }
};

}  // namespace xscope::tracing

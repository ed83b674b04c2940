// SPDX-License-Identifier: BSD-3-Clause
// Options in places that do not take them. What is given one becomes a faulty statement, wherever
// it was written, and `graph` tells of it; an error on the spot would be told at the end of the list of all
// layers around it.
//   get_variable<"v", auto_reuse>
//   get_variable `net/v` does not take `reuse`; it is an option of the scope around
#pragma once

#include "../config.hpp"

#include <string_view>

#include "attributes.hpp"

namespace xscope::dsl {

/// What an option belongs to.
constexpr std::string_view place_of(option kind) {
  switch (kind) {
  case option::reuse: return "it is an option of the scope around: variable_scope<\"...\", auto_reuse>(...)";
  case option::auxiliary_name_scope:
  case option::default_name: return "it is an option of variable_scope";
  case option::with_values: return "it is an option of name_scope";
  case option::initializer:
  case option::regularizer:
  case option::constraint:
  case option::partitioner:
  case option::custom_getter:
  case option::caching_device:
  case option::use_resource: return "it is an option of get_variable and of variable_scope";
  case option::trainable:
  case option::validate_shape:
  case option::collections:
  case option::synchronization:
  case option::aggregation: return "it is an option of variables";
  case option::shape:
  case option::dtype: return "it is an option of variables, placeholders and constants";
  case option::value: return "`variable` and `constant` are given one";
  case option::create_scope_now:
  case option::unique_name: return "it is an option of make_template";
  case option::name_suffix:
  case option::rename:
  case option::slice: return "a custom getter asks for it";
  case option::argument: return "it is a keyword of a function, as add_arg_scope names them";
  case option::return_sequences:
  case option::return_state: return "it is an option of recurrent layers";
  case option::hyper_parameter: return "it is an option of an optimizer: adam_optimizer<0.001f, beta1<0.5f>>";
  case option::use_norm: return "it is an option of clip_by_global_norm";
  case option::var_list:
  case option::global_step:
  case option::learning_rate:
  case option::grad_loss: return "it is an option of minimize";
  case option::grad_ys:
  case option::stop_gradients:
  case option::unconnected_gradients: return "it is an option of gradients";
  default: return "it is an attribute of operations";
  }
}

/// The first of these options that is none, does not belong there, or stands there twice.
constexpr found_fault find_fault(option_set takes, const option* given, std::size_t count) {
  const std::size_t at = first_at_fault(takes, given, count);
  if (at == count) return {};
  if (given[at] == option::nothing) return {diag::fault::not_an_option};
  return {takes.has(given[at]) ? diag::fault::option_twice : diag::fault::option_misplaced, given[at]};
}

/// The same for options as values, which may be wrong by themselves.
template <option_set Takes, auto... Options>
inline constexpr found_fault fault_of_options = [] {
  for (const found_fault own : {own_fault<std::remove_cv_t<decltype(Options)>>...}) {
    if (!own.none()) return own;
  }
  constexpr option given[] = {option_of<std::remove_cv_t<decltype(Options)>>...};
  return find_fault(Takes, given, sizeof...(Options));
}();
template <option_set Takes>
inline constexpr found_fault fault_of_options<Takes>{};
/// The same of a list of options.
template <option_set Takes, auto... O>
constexpr found_fault fault_in(option_list<O...>) {
  return fault_of_options<Takes, O...>;
}

}  // namespace xscope::dsl

// SPDX-License-Identifier: BSD-3-Clause
// Which attributes a call may be given, and the fault where it is given others:
//   relu(x, axis<1>)    Relu `net/Relu` does not take `axis<...>`; it takes `name<...>`
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "../diag/text.hpp"
#include "faulty.hpp"
#include "options.hpp"

namespace xscope::dsl {

/// The first of the options given that is not taken, or stands there twice; `count` where there is none.
constexpr std::size_t first_at_fault(option_set takes, const option* given, std::size_t count) {
  std::size_t i = 0;
  for (option_set left = takes; i < count && left.has(given[i]); ++i) left = left - option_set{given[i]};
  return i;
}

/// What is wrong with attributes, whatever their values: `count` of these kinds are given. A name is always
/// taken.
constexpr diag::fault fault_of_attributes(option_set needs, option_set takes, option_set given,
                                          std::size_t count) {
  if ((given - needs - takes - option_set{option::name}).bits != 0) return diag::fault::attribute_unknown;
  if (given.size() != count) return diag::fault::attribute_twice;
  return (needs - given).bits == 0 ? diag::fault::none : diag::fault::attribute_missing;
}

/// How an option is written in a program.
constexpr std::string_view spelling_of(option kind) {
  switch (kind) {
  case option::shape: return "shape<...>";
  case option::dtype: return "dtype<...>";
  case option::initializer: return "initializer<...>";
  case option::trainable: return "trainable<...>";
  case option::reuse: return "reuse";
  case option::auxiliary_name_scope: return "auxiliary_name_scope<...>";
  case option::default_name: return "default_name<...>";
  case option::name: return "name<...>";
  case option::axis: return "axis<...>";
  case option::keepdims: return "keepdims";
  case option::transpose_a: return "transpose_a";
  case option::transpose_b: return "transpose_b";
  case option::alpha: return "alpha<...>";
  case option::perm: return "perm<...>";
  case option::multiples: return "multiples<...>";
  case option::paddings: return "paddings<...>";
  case option::depth: return "depth<...>";
  case option::begin: return "begin<...>";
  case option::size: return "size<...>";
  case option::splits: return "num_or_size_splits<...>";
  case option::ksize: return "ksize<...>";
  case option::strides: return "strides<...>";
  case option::dilations: return "dilations<...>";
  case option::padding: return "padding<...>";
  case option::return_sequences: return "return_sequences<...>";
  case option::return_state: return "return_state<...>";
  case option::value: return "value<...>";
  case option::regularizer: return "regularizer<...>";
  case option::constraint: return "constraint<...>";
  case option::partitioner: return "partitioner<...>";
  case option::custom_getter: return "custom_getter<...>";
  case option::caching_device: return "caching_device<...>";
  case option::use_resource: return "use_resource<...>";
  case option::validate_shape: return "validate_shape<...>";
  case option::collections: return "collections<...>";
  case option::synchronization: return "synchronization<...>";
  case option::aggregation: return "aggregation<...>";
  case option::name_suffix: return "name_suffix<...>";
  case option::rename: return "rename<...>";
  case option::slice: return "slice<...>";
  case option::create_scope_now: return "create_scope_now";
  case option::unique_name: return "unique_name<...>";
  case option::mark_as_used: return "mark_as_used<...>";
  case option::outputs: return "outputs<...>";
  case option::argument: return "arg<...>";
  case option::with_values: return "with_values";
  case option::use_norm: return "use_norm";
  case option::hyper_parameter: return "a hyper-parameter";
  case option::var_list: return "var_list<...>";
  case option::global_step: return "global_step(...)";
  case option::learning_rate: return "learning_rate(...)";
  case option::grad_ys: return "grad_ys(...)";
  case option::grad_loss: return "grad_loss(...)";
  case option::stop_gradients: return "stop_gradients(...)";
  case option::unconnected_gradients: return "unconnected_gradients<...>";
  case option::nothing: return "what is no option";
  }
  return "";
}

/// How an option that was given is written; a keyword of a function has a name of its own.
template <class Option>
constexpr std::string_view spelling_of_given() {
  if constexpr (requires { Option::name(); }) return Option::name();
  else return spelling_of(Option::id);
}

/// Names as a sentence lists them: `a`, `b` and `c`.
struct enumeration {
  diag::writer text;
  std::size_t left;  // how many are still to come
  std::string_view before_last = " and ";

  constexpr enumeration& operator<<(std::string_view name) {
    text << '`' << name << '`'
         << (left > 2    ? std::string_view(", ")
             : left == 2 ? before_last
                         : std::string_view());
    --left;
    return *this;
  }
};

/// The options of a set, a name at last.
constexpr diag::writer listed(option_set kinds, std::string_view before_last = " and ") {
  enumeration out{{}, kinds.size(), before_last};
  for (unsigned i = 0; i < 64; ++i) {
    const option kind = static_cast<option>(i);
    if (kind != option::name && kinds.has(kind)) out << spelling_of(kind);
  }
  if (kinds.has(option::name)) out << spelling_of(option::name);
  return out.text;
}

/// What the sentences on an operation's attributes show: how one at fault is written, which ones are needed,
/// and which are taken.
template <option_set Needs, option_set Takes, class Options>
struct attribute_texts;
template <option_set Needs, option_set Takes, auto... O>
struct attribute_texts<Needs, Takes, option_list<O...>> {
  static constexpr option_set all = Needs | Takes | option_set{option::name};

  static constexpr diag::writer fault_text = [] {
    constexpr option kinds[] = {std::remove_cv_t<decltype(O)>::id..., option::nothing};
    constexpr std::string_view spelled[] = {spelling_of_given<std::remove_cv_t<decltype(O)>>()..., {}};
    const std::size_t at = first_at_fault(all, kinds, sizeof...(O));
    diag::writer out;
    if (at < sizeof...(O)) out << '`' << spelled[at] << '`';
    return out;
  }();
  static constexpr diag::writer needed_text = listed(Needs - option_list<O...>::kinds);
  static constexpr diag::writer lengths_text = listed(Needs, " or ");
  static constexpr diag::writer taken_text = listed(all);

  static constexpr std::string_view given() { return fault_text.view(); }
  static constexpr std::string_view needed() { return needed_text.view(); }
  static constexpr std::string_view lengths() { return lengths_text.view(); }
  static constexpr std::string_view taken() { return taken_text.view(); }
};

/// The faulty call of a function that would name its result Name and takes these attributes; no_option where
/// there is none.
template <fixed_string Name, option_set Takes, class Options>
consteval auto fault_in_attributes() {
  constexpr diag::fault fault = fault_of_attributes({}, Takes, Options::kinds, Options::size);
  if constexpr (fault == diag::fault::none) return no_option{};
  else return faulty_call<fault, Name, attribute_texts<option_set{}, Takes, Options>>{};
}

}  // namespace xscope::dsl

// SPDX-License-Identifier: BSD-3-Clause
// Training as statements: minimize<adam_optimizer<0.001f>>(loss), and its two halves.
// An optimizer is a rule (folder `optimizers`) and its hyper-parameters: numbers, or handles of scalars.
#pragma once

#include "../diag/text.hpp"
#include "../naming/literal.hpp"
#include "../naming/optional_ref.hpp"
#include "handle.hpp"
#include "option_faults.hpp"

namespace xscope {

namespace dsl {

/// A hyper-parameter by keyword.
template <fixed_string Name, auto Value>
struct hyper_t {
  static constexpr option id = option::hyper_parameter;
  static constexpr auto name = Name;
  static constexpr auto value = Value;
};

/// Whether a hyper-parameter may be that: a number, or a scalar that the program computes.
template <class T>
inline constexpr bool is_hyper = is_number<T>;
template <class T>
  requires is_tensor_handle<T>
inline constexpr bool is_hyper<T> = T::shape_type::rank == 0 && T::dtype().is_floating();

/// What was given under a name; Default where nothing was.
template <fixed_string Name, auto Default, auto... Options>
struct hyper_named {
  static constexpr auto value = Default;
};
template <class T, fixed_string Name>
inline constexpr bool is_hyper_named = false;
template <fixed_string Name, auto Value>
inline constexpr bool is_hyper_named<hyper_t<Name, Value>, Name> = true;
template <fixed_string Name, auto Default, auto First, auto... Rest>
struct hyper_named<Name, Default, First, Rest...> : hyper_named<Name, Default, Rest...> {};
template <fixed_string Name, auto Default, auto First, auto... Rest>
  requires is_hyper_named<std::remove_cv_t<decltype(First)>, Name>
struct hyper_named<Name, Default, First, Rest...> {
  static constexpr auto value = First.value;
};

template <class T>
inline constexpr bool is_empty_name = false;
template <>
inline constexpr bool is_empty_name<op_name_t<"">> = true;

/// The hyper-parameters of an optimizer as a text: what can be given by keyword.
template <class Rule>
inline constexpr diag::writer hypers_taken = [] {
  diag::writer out;
  for (std::size_t k = 0; k < Rule::info.hyper_count; ++k) {
    if (k > 0) out << std::string_view(", ");
    out << '`' << std::string_view(Rule::info.hypers[k].name) << '`';
  }
  return out;
}();
template <class Rule>
constexpr bool takes_hyper(std::string_view name) {
  for (std::size_t k = 0; k < Rule::info.hyper_count; ++k) {
    if (Rule::info.hypers[k].name == name) return true;
  }
  return false;
}
/// The name of a hyper-parameter, or nothing of another option.
template <class O>
inline constexpr std::string_view hyper_name{};
template <fixed_string Name, auto Value>
inline constexpr std::string_view hyper_name<hyper_t<Name, Value>> = naming::literal_of<Name>.view();

/// What is wrong with an optimizer's options: its hyper-parameters are all of one kind, but not all names.
template <class Rule, auto... O>
constexpr found_fault fault_of_optimizer(option_list<O...>) {
  for (const std::string_view name : {std::string_view(), hyper_name<std::remove_cv_t<decltype(O)>>...}) {
    if (!name.empty() && !takes_hyper<Rule>(name))
      return {.what = diag::fault::hyper_unknown, .keyword = name, .taken = hypers_taken<Rule>.view()};
  }
  if ((is_empty_name<std::remove_cv_t<decltype(O)>> || ...)) return {diag::fault::optimizer_name};
  for (const option kind : {option::name, option_of<std::remove_cv_t<decltype(O)>>...}) {
    if (kind == option::name || kind == option::hyper_parameter) continue;
    if (kind == option::nothing) return {diag::fault::not_an_option};
    return {diag::fault::option_misplaced, kind};
  }
  return {};
}

/// An optimizer: its rule, what the rule's hyper-parameters are in their order, and its options.
template <class Rule, class Options, auto... Hypers>
struct optimizer_t {
  using rule = Rule;
  using options = Options;
  static constexpr found_fault fault = lists::all<is_hyper<std::remove_cv_t<decltype(Hypers)>>...>
                                           ? fault_of_optimizer<Rule>(Options{})
                                           : found_fault{diag::fault::learning_rate};
  /// Their types: numbers, or handles.
  using hypers = lists::list<std::remove_cv_t<decltype(Hypers)>...>;
};

/// Which variables are trained: those of a collection that have names which a pattern matches, ...
template <fixed_string Filter>
struct var_list_in {
  static constexpr option id = option::var_list;
  using filter = text_t<Filter>;
  using statements = lists::list<>;
};
/// ... or those that statements give.
template <class... V>
struct var_list_of {
  static constexpr option id = option::var_list;
  using filter = no_option;
  using statements = lists::list<V...>;
};
/// What else training is told in statements.
template <option Id, class... S>
struct statements_option {
  static constexpr option id = Id;
  using statements = lists::list<S...>;
};

/// An option as an argument: `var_list<"net/">` is written without parentheses, so it is a function.
template <class T>
struct argument_option {
  using type = T;
};
template <class T>
struct argument_option<T (*)()> {
  using type = T;
};

template <class... O>
using options_of_arguments = option_list<typename argument_option<O>::type{}...>;

/// What minimize and its halves have in common: an optimizer, a loss or a list of gradients, and options.
template <kind Kind, option_set Takes, class Optimizer, class Loss, class Options>
struct training_statement : statement {
  static constexpr found_fault fault =
      own_fault<Optimizer>.none() ? fault_in<Takes>(Options{}) : own_fault<Optimizer>;
  static constexpr kind statement_kind = kind_unless(fault, Kind);
  static constexpr naming::optional_ref<naming::literal> text() { return nullptr; }
  using optimizer = Optimizer;
  using loss = Loss;
  using options = Options;
};

template <class Optimizer, class Loss, class Options>
struct minimize_t : training_statement<kind::minimize,
                                       option_set{option::name, option::var_list, option::global_step,
                                                  option::learning_rate, option::grad_loss},
                                       Optimizer, Loss, Options> {
  static constexpr const char* callee = "minimize";
};
/// The gradients of a loss, without what an optimizer makes of them.
template <class Optimizer, class Loss, class Options>
struct compute_gradients_t
    : training_statement<kind::compute_gradients, option_set{option::var_list, option::grad_loss}, Optimizer,
                         Loss, Options> {
  static constexpr const char* callee = "compute_gradients";
};
/// What an optimizer makes of a list of gradients.
template <class Optimizer, class List, class Options>
struct apply_gradients_t
    : training_statement<kind::apply_gradients,
                         option_set{option::name, option::global_step, option::learning_rate}, Optimizer,
                         List, Options> {
  static constexpr const char* callee = "apply_gradients";
};

template <class Optimizer>
struct compute_gradients_function {
  template <is_statement Loss, class... Options>
  constexpr compute_gradients_t<Optimizer, Loss, options_of_arguments<Options...>>
  operator()(Loss, Options...) const {
    return {};
  }
};
template <class Optimizer>
struct apply_gradients_function {
  template <is_statement List, class... Options>
  constexpr apply_gradients_t<Optimizer, List, options_of_arguments<Options...>>
  operator()(List, Options...) const {
    return {};
  }
};
template <class Optimizer>
struct minimize_function {
  template <is_statement Loss, class... Options>
  constexpr minimize_t<Optimizer, Loss, options_of_arguments<Options...>> operator()(Loss, Options...) const {
    return {};
  }
  template <class Other, class... Options>
    requires(!is_statement<Other>)
  constexpr faulty_beside<Other> operator()(Other, Options...) const {
    return {};
  }
};

}  // namespace dsl

/// Which variables an optimizer trains (tf: var_list=): those of the trainable ones that have a name which
/// the pattern matches, or these.
template <fixed_string Filter>
constexpr dsl::var_list_in<Filter> var_list() {
  return {};
}
template <class... V>
  requires(dsl::are_statements<V...>())
constexpr dsl::var_list_of<V...> var_list(V...) {
  return {};
}
/// An integer variable that counts the steps (tf: global_step=).
template <dsl::is_statement S>
constexpr dsl::statements_option<dsl::option::global_step, S> global_step(S) {
  return {};
}

/// A scalar of the program in the place of the optimizer's learning rate: a placeholder, a variable, a
/// schedule.
/// (`adam_optimizer<rate>` takes a handle too; GCC 12 crashes over one there that a lambda has captured by
/// value.)
template <dsl::is_statement S>
constexpr dsl::statements_option<dsl::option::learning_rate, S> learning_rate(S) {
  return {};
}

/// What flows into the loss instead of ones (tf: grad_loss=).
template <dsl::is_statement S>
constexpr dsl::statements_option<dsl::option::grad_loss, S> grad_loss(S) {
  return {};
}

/// Changes variables so that a loss falls (tf: optimizer.minimize): the trainable ones that exist here, or
/// those of `var_list`. All gradients are those of the values before the step. Its result is the operation;
/// run, it gives the loss.
template <auto Optimizer>
inline constexpr dsl::minimize_function<std::remove_cv_t<decltype(Optimizer)>> minimize{};

/// The first half of minimize: a list of the variables that are trained, each with its gradient
/// (tf: optimizer.compute_gradients).
template <auto Optimizer>
inline constexpr dsl::compute_gradients_function<std::remove_cv_t<decltype(Optimizer)>> compute_gradients{};

/// The second half: the optimizer changes the variables of a list by their gradients
/// (tf: optimizer.apply_gradients).
template <auto Optimizer>
inline constexpr dsl::apply_gradients_function<std::remove_cv_t<decltype(Optimizer)>> apply_gradients{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Templates: functions that keep the scope of their first call, and share its variables in all later ones.
//   let(make_template<"encoder">(dense), [](auto encoder) { return pack(encoder(a), encoder(b)); })
#pragma once

#include "../lists/list.hpp"
#include "graph_ops.hpp"
#include "key.hpp"
#include "option_faults.hpp"

namespace xscope {

namespace dsl {

struct create_scope_now_t {
  static constexpr option id = option::create_scope_now;
};

template <key Key, class F, auto... Options>
struct make_template_t : statement {
  static constexpr const found_fault& fault =
      fault_of_options<option_set{option::create_scope_now, option::unique_name, option::custom_getter},
                       Options...>;
  static constexpr kind statement_kind = kind_unless(fault, kind::make_template);
  static constexpr const char* callee = "make_template";
  static constexpr naming::optional_ref<naming::literal> text() { return text_of<Key>(); }
  using callable = F;
  using options = option_list<Options...>;
  using key_type = std::remove_cv_t<decltype(Key.value)>;
  static constexpr auto name() { return Key.value; }
};

template <key Key, auto... Options>
struct template_maker {
  template <is_layer F>
  constexpr make_template_t<Key, F, Options...> operator()(F) const {
    return {};
  }
  template <class... Other>
    requires(sizeof...(Other) != 1 || !lists::all<is_layer<Other>...>)
  constexpr faulty<diag::fault::template_of_function> operator()(Other...) const {
    return {};
  }
};

template <class Template, class... Arguments>
struct call_template_t : statement {
  static constexpr kind statement_kind = kind::call_template;
  using made = Template;
  using arguments = lists::list<Arguments...>;
};

/// What is asked of a template.
enum class template_fact : unsigned char { global, trainable, local, all, non_trainable, scope, scope_name };
template <class Template, template_fact Fact>
struct ask_template_t : statement {
  static constexpr kind statement_kind = kind::template_listing;
  static constexpr template_fact fact = Fact;
  using made = Template;
};

/// A template. Arguments of a call are statements, or constants such as text<"hidden">.
template <std::size_t Id, class Made>
struct template_handle : statement {
  static constexpr kind statement_kind = kind::handle;
  static constexpr std::size_t id = Id;
  static constexpr result_kind result = result_kind::template_;
  using made = Made;

  template <class... Arguments>
  constexpr call_template_t<template_handle, Arguments...> operator()(Arguments...) const {
    return {};
  }
  // Variables below the template's scope; none before the first call has ended.
  static constexpr ask_template_t<template_handle, template_fact::global> global_variables() { return {}; }
  static constexpr ask_template_t<template_handle, template_fact::trainable> trainable_variables() {
    return {};
  }
  static constexpr ask_template_t<template_handle, template_fact::local> local_variables() { return {}; }
  static constexpr ask_template_t<template_handle, template_fact::all> variables() { return {}; }
  static constexpr ask_template_t<template_handle, template_fact::non_trainable> non_trainable_variables() {
    return {};
  }
  /// The variable scope that it keeps; before there is one, this and its name are none.
  static constexpr ask_template_t<template_handle, template_fact::scope> var_scope() { return {}; }
  /// The scope's name with a slash, as text.
  static constexpr ask_template_t<template_handle, template_fact::scope_name> variable_scope_name() {
    return {};
  }
};

}  // namespace dsl

/// A template of a function (tf.make_template): its first call opens a scope with that name, made unique, and
/// all later ones share the variables of the first.
template <dsl::key Key, auto... Options>
inline constexpr dsl::template_maker<Key, Options...> make_template{};

/// The template's scope is chosen where the template is made, not where it is first called (tf:
/// create_scope_now_=True).
inline constexpr dsl::create_scope_now_t create_scope_now{};

}  // namespace xscope

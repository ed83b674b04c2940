// SPDX-License-Identifier: BSD-3-Clause
// Variable scopes, name scopes and threads: around statements, or decorations of layers.
#pragma once

#include "binding.hpp"
#include "key.hpp"
#include "option_faults.hpp"

namespace xscope {

namespace dsl {

enum class scope_kind : unsigned char { variable_scope, name_scope, thread };

/// Statements in the scope that Open opens.
template <class Open, class... S>
struct scoped_t : statement {
  static constexpr kind statement_kind = kind::scoped;
  using open = Open;
  using body = lists::list<S...>;
};

/// A layer called with arguments that were run outside of the scope.
template <class Open, class F, class... Args>
struct scoped_call_t : statement {
  static constexpr kind statement_kind = kind::scoped_call;
  using open = Open;
  using callable = F;
  using bound = lists::list<Args...>;
};

/// A layer with a scope around it.
template <class Open, class F>
struct scoped_layer : layer_in_scope {
  using open = Open;
  using callable = F;
  template <is_statement... Args>
  constexpr scoped_call_t<Open, F, Args...> operator()(Args...) const {
    return {};
  }
  template <class... Args>
    requires(!are_statements<Args...>())
  constexpr faulty_beside<Args...> operator()(Args...) const {
    return {};
  }
};

template <class Open>
struct opener {
  template <class... S>
    requires(are_statements<S...>())
  constexpr scoped_t<Open, S...> operator()(S...) const {
    return {};
  }
  template <is_layer F>
  constexpr scoped_layer<Open, F> operator()(F) const {
    return {};
  }
  template <class... S>
    requires(!are_statements<S...>() && !(sizeof...(S) == 1 && lists::all<is_layer<S>...>))
  constexpr faulty_beside<S...> operator()(S...) const {
    return {};
  }
};

/// What does not depend on a scope's name: looked at once for all scopes with equal options. A scope with an
/// option that it does not take has none, and is faulty.
template <option_set Takes, auto... Options>
struct scope_options {
  static constexpr const found_fault& fault = fault_of_options<Takes, Options...>;
  using options = std::conditional_t<fault.none(), option_list<Options...>, option_list<>>;
};
template <bool HasText, auto... Options>
struct variable_scope_options
    : scope_options<option_set{option::reuse, option::dtype, option::initializer,
                               option::auxiliary_name_scope, option::default_name, option::regularizer,
                               option::constraint, option::partitioner, option::custom_getter,
                               option::caching_device, option::use_resource},
                    Options...> {
  static constexpr scope_kind opens = scope_kind::variable_scope;
  static constexpr const char* callee = "variable_scope in";
  static constexpr bool is_named_only = HasText && sizeof...(Options) == 0;
};

template <key Key, auto... Options>
struct variable_scope_t : opener<variable_scope_t<Key, Options...>>,
                          variable_scope_options<is_text<std::remove_cv_t<decltype(Key.value)>>, Options...> {
  using key_type = std::remove_cv_t<decltype(Key.value)>;
  /// The name; only where the key is a text.
  static constexpr naming::literal piece = naming::describe(Key.value.text, Key.value.size());
};

template <key Key, auto... Options>
struct name_scope_t : opener<name_scope_t<Key, Options...>>,
                      scope_options<option_set{option::default_name, option::with_values}, Options...> {
  static constexpr scope_kind opens = scope_kind::name_scope;
  static constexpr const char* callee = "name_scope in";
  static constexpr bool is_named_only = false;
  using key_type = std::remove_cv_t<decltype(Key.value)>;
  static constexpr naming::optional_ref<naming::literal> text() {
    if constexpr (is_text<key_type>) return &naming::literal_of<Key.value>;
    else return nullptr;
  }
};

struct thread_t : opener<thread_t> {
  static constexpr scope_kind opens = scope_kind::thread;
  static constexpr bool is_named_only = false;
};

template <class F>
struct as_t : statement {
  static constexpr kind statement_kind = kind::as;
  using callable = F;
};

}  // namespace dsl

// What GCC 12 shows of its crash over a handle that was captured by value is the line of the declaration, so
// what to do stands there.

/// Opens a variable scope, and with it a name scope (tf.variable_scope):
/// `variable_scope<"foo", reuse>(statements...)`, or around a layer: `x | variable_scope<"foo">(layer)`.
template <dsl::key Key, auto... Options>
inline constexpr dsl::variable_scope_t<Key, Options...> variable_scope{};  // GCC 12: enter<...>(vs)

/// Opens a name scope (tf.name_scope): names of operations get its prefix, those of get_variable do not.
template <dsl::key Key, auto... Options>
inline constexpr dsl::name_scope_t<Key, Options...> name_scope{};  // GCC 12: enter(ns)

/// Opens a scope again whose handle is an argument: enter<reuse>(vs)(statements...) is what
/// variable_scope<vs, reuse>(statements...) is, and enter(ns) is name_scope<ns>. A lambda may have captured
/// this handle by value, over which GCC 12 crashes where it is a template argument.
template <auto... Options, dsl::is_scope_handle Scope>
constexpr dsl::variable_scope_t<Scope{}, Options...> enter(Scope) {
  return {};
}
template <auto... Options, std::size_t Id>
constexpr dsl::name_scope_t<dsl::name_scope_handle<Id>{}, Options...> enter(dsl::name_scope_handle<Id>) {
  return {};
}

/// Runs its statements as another thread would at this point: root scopes and counters of their own, the
/// graph shared.
inline constexpr dsl::thread_t thread{};

/// Hands the innermost scope that is open here to f, and runs the statement that f makes (`with ... as`).
template <class F>
constexpr dsl::as_t<F> as(F) {
  return {};
}

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Variable scopes, name scopes and threads: blocks of statements, or decorations of layers.
#pragma once

#include "binding.hpp"
#include "key.hpp"

namespace xscope {

namespace dsl {

enum class block_kind : unsigned char { variable_scope, name_scope, thread };

/// A block of statements under what Open opens.
template <class Open, class... S>
struct block_t : statement {
  static constexpr kind statement_kind = kind::block;
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
};

template <class Open>
struct opener {
  template <class... S>
    requires(are_statements<S...>())
  constexpr block_t<Open, S...> operator()(S...) const {
    return {};
  }
  template <is_layer F>
  constexpr scoped_layer<Open, F> operator()(F) const {
    return {};
  }
};

/// What does not depend on a variable scope's name: checked once for all scopes with equal options.
template <bool HasText, auto... Options>
struct variable_scope_options {
  static_assert(each_once<Options...>, "an option is given twice: leave one of them out");
  static_assert(
      taking<option::reuse, option::dtype, option::initializer, option::auxiliary_name_scope,
             option::default_name, option::regularizer, option::constraint, option::partitioner,
             option::custom_getter, option::caching_device, option::use_resource>::all<Options...>,
      "an option does not belong to variable_scope (it is one of a variable or of an operation): take it away");
  static constexpr block_kind block = block_kind::variable_scope;
  static constexpr bool is_named_only = HasText && sizeof...(Options) == 0;
  using options = option_list<Options...>;
};

template <key Key, auto... Options>
struct variable_scope_t : opener<variable_scope_t<Key, Options...>>,
                          variable_scope_options<is_text<std::remove_cv_t<decltype(Key.value)>>, Options...> {
  using key_type = std::remove_cv_t<decltype(Key.value)>;
  /// The name; only where the key is a text.
  static constexpr naming::literal piece = naming::describe(Key.value.text, Key.value.size());
};

template <key Key, auto... Options>
struct name_scope_t : opener<name_scope_t<Key, Options...>> {
  static_assert(taking<option::default_name, option::with_values>::all<Options...>,
                "an option does not belong to name_scope (only default_name does): take it away");
  static constexpr block_kind block = block_kind::name_scope;
  static constexpr bool is_named_only = false;
  using options = option_list<Options...>;
  using key_type = std::remove_cv_t<decltype(Key.value)>;
  static constexpr naming::optional_ref<naming::literal> text() {
    if constexpr (is_text<key_type>) return &naming::literal_of<Key.value>;
    else return nullptr;
  }
};

struct thread_t : opener<thread_t> {
  static constexpr block_kind block = block_kind::thread;
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
inline constexpr dsl::variable_scope_t<Key, Options...> variable_scope{};  // GCC 12: capture handles by [&]

/// Opens a name scope (tf.name_scope): names of operations get its prefix, those of get_variable do not.
template <dsl::key Key, auto... Options>
inline constexpr dsl::name_scope_t<Key, Options...> name_scope{};  // GCC 12: capture handles by [&]

/// Runs its statements as another thread would at this point: root scopes and counters of their own, the
/// graph shared.
inline constexpr dsl::thread_t thread{};

/// Hands the innermost scope that is open here to f, and runs the statement that f makes (`with ... as`).
template <class F>
constexpr dsl::as_t<F> as(F) {
  return {};
}

}  // namespace xscope

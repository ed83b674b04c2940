// SPDX-License-Identifier: BSD-3-Clause
// The first argument of what has a name: text, `none`, or a handle of a scope.
//   variable_scope<"foo">    variable_scope<none, default_name<"layer">>    variable_scope<vs>
// Text may also come as a constant, text<"foo">, for instance as a layer's argument.
#pragma once

#include <cstddef>

#include "../naming/literal.hpp"
#include "../naming/optional_ref.hpp"
#include "handle.hpp"

namespace xscope {

namespace dsl {

/// One class for all of them, so that one template parameter takes them all.
template <class T>
struct key {
  T value;
  constexpr key(T from) : value(from) {}
};

template <std::size_t N>
struct key<fixed_string<N>> {
  fixed_string<N> value;
  constexpr key(const char (&from)[N]) : value(from) {}
  constexpr key(fixed_string<N> from) : value(from) {}
  template <fixed_string Text>
  constexpr key(text_t<Text>) : value(Text) {}
};

template <std::size_t N>
key(const char (&)[N]) -> key<fixed_string<N>>;
template <fixed_string Text>
key(text_t<Text>) -> key<std::remove_cv_t<decltype(Text)>>;
template <class T>
key(T) -> key<T>;

template <class T>
inline constexpr bool is_text = false;
template <std::size_t N>
inline constexpr bool is_text<fixed_string<N>> = true;

template <class T>
inline constexpr bool is_original_name_scope = false;
template <std::size_t Id>
inline constexpr bool is_original_name_scope<original_name_scope_t<Id>> = true;

/// A key's text, or null where it is none or a handle.
template <key Key>
constexpr naming::optional_ref<naming::literal> text_of() {
  if constexpr (is_text<decltype(Key.value)>) return &naming::literal_of<Key.value>;
  else return nullptr;
}

/// The name of an operation: text, or the handle of the name scope whose very name it is to have.
template <key Key>
struct op_name_from;
template <key Key>
  requires is_text<std::remove_cv_t<decltype(Key.value)>>
struct op_name_from<Key> {
  using type = op_name_t<Key.value>;
};
template <key Key>
  requires is_handle<std::remove_cv_t<decltype(Key.value)>>
struct op_name_from<Key> {
  using type = op_name_of_scope<std::remove_cv_t<decltype(Key.value)>>;
};

}  // namespace dsl

/// An operation's name (tf: name=): text, or a name scope's handle, whose name it gets (tf: name=scope).
template <dsl::key Key>
inline constexpr typename dsl::op_name_from<Key>::type name{};  // GCC 12: capture handles by [&]

}  // namespace xscope

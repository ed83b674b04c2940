// SPDX-License-Identifier: BSD-3-Clause
// What a property of a scope or a variable is set to. It compares with the option that sets it, or with
// `none`:
//   g.result().partitioner() == partitioner<p>    g.result().regularizer() == none
#pragma once

#include <concepts>

#include "../tracing/variable_options.hpp"

namespace xscope::graphs {

// A friend of a base that is no template: in a class template GCC 12 would compare the numbers of its own
// arguments with those of others, and crashes where these are floats.
struct any_property {
  template <class A, class B>
    requires(__is_base_of(any_property, A) && (__is_base_of(any_property, B) || requires { B::id; }))
  friend constexpr bool operator==(A, B) {
    if constexpr (__is_base_of(any_property, B)) return std::same_as<typename A::option, typename B::option>;
    else return std::same_as<typename A::option, B>;
  }
};

/// Option: what it is set to, or no_option.
template <class Option>
struct property : any_property {
  using option = Option;
  friend constexpr bool operator==(property, dsl::none_t) { return std::same_as<Option, dsl::no_option>; }
  constexpr property value() const { return {}; }
  /// The text of a device.
  static constexpr std::string_view text() {
    if constexpr (requires { Option::text(); }) return Option::text()->view();
    else return {};
  }
  friend constexpr bool operator==(property, std::string_view other)
    requires requires { Option::text(); }
  {
    return text() == other;
  }
};

/// reuse compares as TensorFlow's flag does: no_reuse is False, which is what an unset one is.
template <class Option>
struct reuse_property : property<Option> {
  template <dsl::reuse_mode M>
  friend constexpr bool operator==(reuse_property, dsl::reuse_t<M>) {
    return std::same_as<Option, dsl::reuse_t<M>>;
  }
  constexpr reuse_property value() const { return {}; }
};

/// A property of a variable, whose option's type the events do not keep: they keep an address for each.
struct callable_property {
  naming::optional_ref<char> identity{};
  template <dsl::option Id, class F>
  friend constexpr bool operator==(callable_property a, dsl::callable_option<Id, F>) {
    return a.identity.there && a.identity.to == &tracing::identity_of<F>;
  }
  friend constexpr bool operator==(callable_property a, dsl::none_t) { return !a.identity.there; }
};

struct text_property {
  naming::optional_ref<naming::literal> literal{};
  friend constexpr bool operator==(text_property a, dsl::none_t) { return !a.literal.there; }
  friend constexpr bool operator==(text_property a, std::string_view b) {
    return a.literal.there && a.literal->view() == b;
  }
  template <fixed_string Text>
  friend constexpr bool operator==(text_property a, dsl::caching_device_t<Text>) {
    return a == Text.view();
  }
};

/// What a variable got its first value from.
struct initializer_property {
  const dsl::initializer_info* used;
  std::size_t size;
  template <class Init>
  friend constexpr bool operator==(initializer_property a, dsl::initializer_t<Init>) {
    const dsl::initializer_info& b = dsl::info_of<Init>;
    if (a.used->how != b.how || a.used->a != b.a || a.used->b != b.b || a.used->mode != b.mode ||
        a.used->from != b.from || a.used->seed != b.seed) {
      return false;
    }
    if constexpr (dsl::is_literal<Init>) {
      if (a.size != Init::shape_type::value().elements()) return false;
      for (std::size_t i = 0; i < a.size; ++i) {
        if (a.used->data[i].real != b.data[i].real) return false;
      }
    }
    return true;
  }
};

}  // namespace xscope::graphs

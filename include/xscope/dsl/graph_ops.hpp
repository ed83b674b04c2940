// SPDX-License-Identifier: BSD-3-Clause
// What TensorFlow's graph does below the ops: names for nothing, operations of any type, the store itself.
#pragma once

#include "requests.hpp"

namespace xscope {

namespace dsl {

template <bool On>
struct mark_as_used_t : switch_t<option::mark_as_used, On> {};

/// A text is a name that is given; as an option of make_template, the scope's name.
template <fixed_string Text, auto... Options>
struct unique_name_t : statement {
  static constexpr kind statement_kind = kind::unique_name;
  static constexpr option id = option::unique_name;
  static constexpr bool marks =
      option_list<Options...>::template get<option::mark_as_used, mark_as_used_t<true>>::on;
  static constexpr auto value = Text;
  static constexpr const naming::literal* text() { return &naming::literal_of<Text>; }
};

template <std::size_t N>
struct outputs_t {
  static constexpr option id = option::outputs;
  static constexpr std::size_t count = N;
};

template <bool Generated, fixed_string Type, auto... Options>
struct create_op_t : statement {
  static constexpr kind statement_kind = kind::create_op;
  static constexpr bool is_generated = Generated;
  using options = option_list<Options...>;
  static constexpr const naming::literal* type() { return &naming::literal_of<Type>; }
  static constexpr const naming::literal* name() {
    using given = typename options::template get<option::name>;
    if constexpr (requires { given::text(); }) return given::text();
    else return &naming::literal_of<Type>;
  }
  static constexpr std::size_t outputs = options::template get<option::outputs, outputs_t<1>>::count;
};

/// The same with inputs, which are run before it.
template <fixed_string Type, auto... Options>
struct apply_op_t {
  template <class... Inputs>
    requires(are_statements<Inputs...>())
  constexpr auto operator()(Inputs... inputs) const {
    if constexpr (sizeof...(Inputs) == 0) return create_op_t<true, Type, Options...>{};
    else return seq(inputs..., create_op_t<true, Type, Options...>{});
  }
};

template <bool On>
struct resource_default_t : statement {
  static constexpr kind statement_kind = kind::resource_default;
  static constexpr bool on = On;
};

template <fixed_string Name, auto... Options>
struct store_get_variable_t : statement {
  static constexpr kind statement_kind = kind::store_get_variable;
  static constexpr bool is_local = false;
  using all = option_list<Options...>;
  /// None, which is no option here, creates or returns.
  using reuse = typename all::template get<option::reuse, reuse_t<reuse_mode::automatic>>;
  static constexpr reuse_mode mode = reuse::mode == reuse_mode::inherit ? reuse_mode::no : reuse::mode;
  using options = all;
  static consteval auto name_text() { return Name; }
};

}  // namespace dsl

/// A name that is not taken, as text (tf: graph.unique_name).
template <fixed_string Text, auto... Options>
inline constexpr dsl::unique_name_t<Text, Options...> unique_name{};
/// Whether unique_name takes the name (tf: mark_as_used=).
template <bool On>
inline constexpr dsl::mark_as_used_t<On> mark_as_used{};

/// An operation of any type, with scalar float outputs that no session computes (tf: graph.create_op).
template <fixed_string Type, auto... Options>
inline constexpr dsl::create_op_t<false, Type, Options...> create_op{};
/// The same as generated operations are made, which name themselves through a name scope:
/// `apply_op<"MatMul">(a, b)`.
template <fixed_string Type, auto... Options>
inline constexpr dsl::apply_op_t<Type, Options...> apply_op{};
/// How many outputs an operation has.
template <std::size_t N>
inline constexpr dsl::outputs_t<N> outputs{};

/// From here on variables are resource variables where nothing else is said (tf.enable_resource_variables).
constexpr dsl::resource_default_t<true> enable_resource_variables() { return {}; }
constexpr dsl::resource_default_t<false> disable_resource_variables() { return {}; }

/// The variable store itself, past the scopes: names are whole, and nothing is inherited.
struct variable_store {
  template <fixed_string Name, auto... Options>
  static constexpr dsl::store_get_variable_t<Name, Options...> get_variable{};
};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// The kinds of option, and the one that the operators need: an operation's name.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "../naming/literal.hpp"

namespace xscope::dsl {

enum class option {
  shape,
  dtype,
  initializer,
  trainable,
  reuse,
  auxiliary_name_scope,
  default_name,
  name,
  axis,
  keepdims,
  transpose_a,
  transpose_b,
  alpha,
  perm,
  multiples,
  paddings,
  depth,
  begin,
  size,
  splits,
  ksize,
  strides,
  dilations,
  padding,
  return_sequences,
  return_state,
  value,
  // of variables and scopes
  regularizer,
  constraint,
  partitioner,
  custom_getter,
  caching_device,
  use_resource,
  validate_shape,
  collections,
  synchronization,
  aggregation,
  // of requests that getters and creators pass on
  name_suffix,
  rename,
  slice,
  // of templates and graph operations
  create_scope_now,
  unique_name,
  mark_as_used,
  outputs,
  argument,
  with_values,
  // of training
  use_norm,
  hyper_parameter,
  var_list,
  global_step,
  learning_rate,
  grad_ys,
  grad_loss,
  stop_gradients,
  unconnected_gradients,
  // what is no option at all
  nothing
};

/// Kinds of option, as a set.
struct option_set {
  std::uint64_t bits = 0;

  // GCC 12 has a defaulted one too late for template arguments.
  constexpr option_set() {}  // NOLINT(modernize-use-equals-default)
  constexpr option_set(std::initializer_list<option> kinds) {
    for (const option kind : kinds) bits |= bit(kind);
  }
  static constexpr std::uint64_t bit(option kind) { return std::uint64_t(1) << static_cast<unsigned>(kind); }
  constexpr bool has(option kind) const { return (bits & bit(kind)) != 0; }
  constexpr std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits)); }
  friend constexpr option_set operator|(option_set a, option_set b) {
    a.bits |= b.bits;
    return a;
  }
  /// Those of a that are not in b.
  friend constexpr option_set operator-(option_set a, option_set b) {
    a.bits &= ~b.bits;
    return a;
  }
};

template <fixed_string Text>
struct op_name_t {
  static constexpr option id = option::name;
  static constexpr const naming::literal* text() { return &naming::literal_of<Text>; }
};

/// Named as a name scope is.
template <class Scope>
struct op_name_of_scope {
  static constexpr option id = option::name;
  using scope = Scope;
};

}  // namespace xscope::dsl

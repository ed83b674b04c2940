// SPDX-License-Identifier: BSD-3-Clause
// The kinds of option, and the one that the operators need: an operation's name.
#pragma once

#include "../name/literal.hpp"

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
  with_values
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

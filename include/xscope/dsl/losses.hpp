// SPDX-License-Identifier: BSD-3-Clause
// Losses that were collected, as one.
#pragma once

#include "options.hpp"

namespace xscope {

namespace dsl {

/// The sum of the scalars in a collection; 0 where it is empty.
template <fixed_string Key, fixed_string Name, class T>
struct sum_collection_t : statement {
  static constexpr kind statement_kind = kind::sum_collection;
  using value_type = T;
  static constexpr const naming::literal* key() { return &naming::literal_of<Key>; }
  static constexpr const naming::literal* name() { return &naming::literal_of<Name>; }
};

}  // namespace dsl

/// The sum of all losses that regularizers have made so far, a scalar of element type T
/// (tf.losses.get_regularization_loss): `minimize<...>(loss + get_regularization_loss())`.
template <element T = float>
constexpr dsl::sum_collection_t<"regularization_losses", "total_regularization_loss", T>
get_regularization_loss() {
  return {};
}

}  // namespace xscope

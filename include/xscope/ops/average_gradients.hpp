// SPDX-License-Identifier: BSD-3-Clause
// The mean of several lists of gradients, variable by variable: what towers have computed.
#pragma once

#include "../dsl/values.hpp"
#include "add_n.hpp"
#include "divide.hpp"

namespace xscope {

/// The mean of lists of gradients, or of tensors: average_gradients(a, b).
template <class... Lists>
  requires(dsl::are_statements<Lists...>() && sizeof...(Lists) > 0)
constexpr auto average_gradients(Lists... lists) {
  return divide(add_n(lists...), value<static_cast<float>(sizeof...(Lists))>);
}

}  // namespace xscope

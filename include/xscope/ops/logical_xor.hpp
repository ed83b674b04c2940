// SPDX-License-Identifier: BSD-3-Clause
// Whether one alone of two truths holds: as in TensorFlow, one or both and not both.
#pragma once

#include "../program/binding.hpp"
#include "logical_and.hpp"
#include "logical_not.hpp"
#include "logical_or.hpp"

namespace xscope {

namespace ops {

template <fixed_string Name>
struct one_alone {
  template <class A, class B>
  constexpr auto operator()(A a, B b) const {
    return xscope::logical_and(xscope::logical_or(a, b), xscope::logical_not(xscope::logical_and(a, b)),
                               dsl::op_name_t<Name>{});
  }
};

struct logical_xor {
  template <dsl::is_statement A, dsl::is_statement B, fixed_string Name = "LogicalXor">
  constexpr auto operator()(A a, B b, dsl::op_name_t<Name> = {}) const {
    return let(a, b, one_alone<Name>{});
  }
};

}  // namespace ops

/// Whether one of both holds and the other does not, with broadcasting (tf.logical_xor).
inline constexpr ops::logical_xor logical_xor{};

}  // namespace xscope

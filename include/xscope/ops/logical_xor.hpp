// SPDX-License-Identifier: BSD-3-Clause
// Whether one alone of two truths holds: as in TensorFlow, one or both and not both.
#pragma once

#include "../dsl/binding.hpp"
#include "logical_and.hpp"
#include "logical_not.hpp"
#include "logical_or.hpp"

namespace xscope {

namespace ops {

template <class Name>
struct one_alone {
  template <class A, class B>
  constexpr auto operator()(A a, B b) const {
    return xscope::logical_and(xscope::logical_or(a, b), xscope::logical_not(xscope::logical_and(a, b)),
                               Name{});
  }
};

struct logical_xor {
  static constexpr option_set takes{};

  template <dsl::is_statement A, dsl::is_statement B, dsl::is_option... O>
  constexpr auto operator()(A a, B b, O...) const {
    using options = dsl::option_list<O{}...>;
    using name = typename options::template get<option::name, dsl::op_name_t<"LogicalXor">>;
    constexpr auto faulty = dsl::fault_in_attributes<"LogicalXor", takes, options>();
    if constexpr (dsl::is_statement<decltype(faulty)>) return faulty;
    else return let(a, b, one_alone<name>{});
  }
};

}  // namespace ops

/// Whether one of both holds and the other does not, with broadcasting (tf.logical_xor).
inline constexpr ops::logical_xor logical_xor{};

}  // namespace xscope

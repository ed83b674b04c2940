// SPDX-License-Identifier: BSD-3-Clause
// Operations on numbers that the compiler knows: for the planner, which puts the result in their place.
#pragma once

#include <type_traits>

#include "op.hpp"

namespace xscope::ops {

template <class T>
constexpr T known(const dsl::number& n) {
  if constexpr (std::is_integral_v<T>) return static_cast<T>(n.integer);
  else return static_cast<T>(n.real);
}

template <class Op, class T>
constexpr dsl::number computed(const dsl::number* n) {
  if constexpr (requires { Op::template forward<T>(T(), T()); })
    return dsl::number(Op::template forward<T>(known<T>(n[0]), known<T>(n[1])));
  else return dsl::number(Op::template forward<T>(known<T>(n[0])));
}

/// What an operation's `fold` does: the operation in the type that a session computes it in. Only for the
/// types that constants usually have; others are computed by the session.
/// (A member of the operation calls it, because its body is read when the class is whole: named in `info`
/// itself, Clang makes it at once, and finds no `forward` yet.)
template <class Op>
constexpr bool folded(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
  if (!(from == to)) return false;
  if (from == data_type_of<float>) result = computed<Op, float>(n);
  else if (from == data_type_of<double>) result = computed<Op, double>(n);
  else if (from == data_type_of<int>) result = computed<Op, int>(n);
  else return false;
  return true;
}

}  // namespace xscope::ops

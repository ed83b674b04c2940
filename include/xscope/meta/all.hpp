// SPDX-License-Identifier: BSD-3-Clause
// Questions about each part of a list that the user writes, which may be long: Clang nests at most 256
// operands of a fold expression.
#pragma once

namespace xscope::lists {

template <bool...>
struct bools;

/// Whether all of them are true.
template <bool... B>
inline constexpr bool all = __is_same(bools<true, B...>, bools<B..., true>);

/// Whether one of them is true.
template <bool... B>
inline constexpr bool any = !all<!B...>;

}  // namespace xscope::lists

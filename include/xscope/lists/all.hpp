// SPDX-License-Identifier: BSD-3-Clause
// Questions about each part of a list that the user writes, and steps for each part. Such a list may be long,
// and Clang nests at most 256 operands of a fold expression.
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

/// Steps as a list's elements, which are evaluated in order: static_cast<void>(steps{true, (f(x), true)...}).
using steps = const bool[];

}  // namespace xscope::lists

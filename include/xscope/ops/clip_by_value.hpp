// SPDX-License-Identifier: BSD-3-Clause
// Elements cut off at two bounds: as in TensorFlow a minimum and a maximum in a name scope, whose name the
// maximum has.
#pragma once

#include <type_traits>

#include "../program/binding.hpp"
#include "../program/key.hpp"
#include "../program/scopes.hpp"
#include "maximum.hpp"
#include "minimum.hpp"

namespace xscope {

namespace ops {

/// The operations, given the handle of the scope that they are made in. Literals stand where they are used.
template <class X, class Lo, class Hi>
struct clipped {
  template <class Scope>
  constexpr auto operator()(Scope) const {
    return maximum(minimum(X{}, Hi{}), Lo{}, xscope::name<Scope{}>);
  }
  static constexpr dsl::op_function<ops::maximum> maximum{};
  static constexpr dsl::op_function<ops::minimum> minimum{};
};

/// The layer in the scope: what is no literal runs before the scope begins, and is a handle here.
template <class Lo, class Hi>
struct clipping {
  template <class X>
  constexpr auto operator()(X) const {
    return as(clipped<X, Lo, Hi>{});
  }
  template <class X, class Bound>
  constexpr auto operator()(X, Bound) const {
    if constexpr (dsl::is_literal<Lo>) return as(clipped<X, Lo, Bound>{});
    else return as(clipped<X, Bound, Hi>{});
  }
  template <class X, class Low, class High>
  constexpr auto operator()(X, Low, High) const {
    return as(clipped<X, Low, High>{});
  }
};

template <fixed_string Name>
struct clip_by_value_as {
  template <dsl::is_statement X, dsl::is_statement Lo, dsl::is_statement Hi>
  constexpr auto operator()(X x, [[maybe_unused]] Lo lo, [[maybe_unused]] Hi hi) const {
    constexpr auto layer = name_scope<Name>(clipping<Lo, Hi>{});
    if constexpr (dsl::is_literal<Lo> && dsl::is_literal<Hi>) return layer(x);
    else if constexpr (dsl::is_literal<Lo>) return layer(x, hi);
    else if constexpr (dsl::is_literal<Hi>) return layer(x, lo);
    else return layer(x, lo, hi);
  }
};

struct clip_by_value : clip_by_value_as<"clip_by_value"> {
  using clip_by_value_as::operator();
  template <class X, class Lo, class Hi, fixed_string Name>
  constexpr auto operator()(X x, Lo lo, Hi hi, dsl::op_name_t<Name>) const {
    return clip_by_value_as<Name>{}(x, lo, hi);
  }
};

}  // namespace ops

/// max(min(x, hi), lo): clip_by_value(x, 0.0_c, 1.0_c), perhaps with a `name` (tf.clip_by_value).
inline constexpr ops::clip_by_value clip_by_value{};

}  // namespace xscope

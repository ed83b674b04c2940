// SPDX-License-Identifier: BSD-3-Clause
// Constants with the shape and the element type of a tensor.
#pragma once

#include <type_traits>

#include "../program/binding.hpp"
#include "../program/leaves.hpp"

namespace xscope {

namespace ops {

template <int Number, fixed_string Name>
struct filled_like {
  template <class H>
  constexpr auto operator()(H) const {
    using element = typename H::value_type;
    return constant<Name, xscope::value<Number>, typename H::shape_type{}, dtype<element>>;
  }
};

/// A constant with one number in each place.
template <int Number, fixed_string Default>
struct constant_like {
  template <dsl::is_statement X>
  constexpr auto operator()(X x) const {
    return x | filled_like<Number, Default>{};
  }
  template <dsl::is_statement X, fixed_string Name>
  constexpr auto operator()(X x, dsl::op_name_t<Name>) const {
    return x | filled_like<Number, Name>{};
  }
};

}  // namespace ops

/// Zeros in the shape of x (tf.zeros_like).
inline constexpr ops::constant_like<0, "zeros_like"> zeros_like{};
/// Ones in the shape of x (tf.ones_like).
inline constexpr ops::constant_like<1, "ones_like"> ones_like{};

}  // namespace xscope

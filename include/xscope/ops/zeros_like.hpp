// SPDX-License-Identifier: BSD-3-Clause
// Constants with the shape and the element type of a tensor.
#pragma once

#include <type_traits>

#include "../dsl/attributes.hpp"
#include "../dsl/binding.hpp"
#include "../dsl/leaves.hpp"

namespace xscope {

namespace ops {

template <int Number, fixed_string Name, class Type>
struct filled_like {
  template <class H>
  constexpr auto operator()(H) const {
    using element = typename std::conditional_t<std::is_same_v<Type, dsl::no_option>,
                                                dsl::dtype_t<typename H::value_type>, Type>::type;
    return constant<Name, xscope::value<Number>, typename H::shape_type{}, dtype<element>>;
  }
};

/// A constant with one number in each place.
template <int Number, fixed_string Default>
struct constant_like {
  static constexpr dsl::option_set takes{dsl::option::dtype};

  template <dsl::is_statement X, dsl::is_option... O>
  constexpr auto operator()(X x, O...) const {
    using options = dsl::option_list<O{}...>;
    constexpr auto faulty = dsl::fault_in_attributes<Default, takes, options>();
    if constexpr (dsl::is_statement<decltype(faulty)>) return faulty;
    else
      return x | filled<typename options::template get<dsl::option::dtype>>(
                     typename options::template get<dsl::option::name, dsl::op_name_t<Default>>{});
  }

 private:
  template <class Type, fixed_string Name>
  static constexpr filled_like<Number, Name, Type> filled(dsl::op_name_t<Name>) {
    return {};
  }
};

}  // namespace ops

/// Zeros in the shape of x, and of its element type or another: zeros_like(x, dtype<int>) (tf.zeros_like).
inline constexpr ops::constant_like<0, "zeros_like"> zeros_like{};
/// Ones in the shape of x (tf.ones_like).
inline constexpr ops::constant_like<1, "ones_like"> ones_like{};

}  // namespace xscope

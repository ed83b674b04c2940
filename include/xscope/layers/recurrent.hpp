// SPDX-License-Identifier: BSD-3-Clause
// What the recurrent layers share: their operands and their results.
#pragma once

#include "../ops/reshape.hpp"
#include "../ops/slice.hpp"
#include "layer.hpp"

namespace xscope {

namespace dsl {

/// The shape of a recurrent layer's state: x's without time and features, and the units.
template <class X, std::size_t Units>
inline constexpr extents state_shape = [] {
  extents out = extents_of_handle<X>;
  out.rank_ = out.rank_ < 2 ? 0 : out.rank_ - 2;
  out.push_back(Units);
  return out;
}();

/// Zeros, in the place of what is not given.
template <class T, class Shape>
inline constexpr constant_t<"zeros", value<0.0f>, Shape{}, dtype_t<T>{}> zeros_of{};

/// The variables of a recurrent layer, handed to Then with what it is called with.
template <class X, class Args, std::size_t Gates, class BiasShape, auto BiasInitializer, class Then,
          class... State>
constexpr auto with_recurrent_variables(State... state) {
  using T = typename X::value_type;
  constexpr std::size_t units = given<Args, "units">;
  constexpr auto kernel =
      layer_variable<"kernel", shape_t<last_size<X>(), saturated_product(Gates, units)>, T, Args,
                     given<Args, "kernel_initializer">, given<Args, "kernel_regularizer">,
                     given<Args, "kernel_constraint">>();
  constexpr auto recurrent =
      layer_variable<"recurrent_kernel", shape_t<units, saturated_product(Gates, units)>, T, Args,
                     given<Args, "recurrent_initializer">, given<Args, "recurrent_regularizer">,
                     given<Args, "recurrent_constraint">>();
  if constexpr (given<Args, "use_bias">) {
    return let(X{}, kernel, recurrent,
               layer_variable<"bias", BiasShape, T, Args, BiasInitializer, given<Args, "bias_regularizer">,
                              given<Args, "bias_constraint">>(),
               state..., Then{});
  } else {
    return let(X{}, kernel, recurrent, zeros_of<T, BiasShape>, state..., Then{});
  }
}

/// The attributes of the operation.
template <class Args>
consteval auto recurrent_options() {
  constexpr bool sequences = given<Args, "return_sequences">;
  constexpr bool state = given<Args, "return_state">;
  if constexpr (sequences && state)
    return option_list<flag_t<option::return_sequences>{}, flag_t<option::return_state>{}>{};
  else if constexpr (sequences) return option_list<flag_t<option::return_sequences>{}>{};
  else if constexpr (state) return option_list<flag_t<option::return_state>{}>{};
  else return option_list<>{};
}

/// Part of a tensor: `count` rows of an axis, from `first` on.
template <extents Shape, std::size_t Axis, std::size_t First, std::size_t Count, class Y>
constexpr auto rows(Y y) {
  return []<std::size_t... I>(Y all, std::index_sequence<I...>) {
    return slice(all, begin<(I == Axis ? static_cast<int>(First) : 0)...>,
                 numbers_t<option::size, (I == Axis ? Count : Shape.dims[I])...>{});
  }(y, std::make_index_sequence<Shape.rank_>{});
}

/// The last step of outputs [batch, time, units], or [time, units].
template <class Y>
constexpr auto last_step(Y y) {
  constexpr extents shape = extents_of_handle<Y>;
  constexpr std::size_t axis = shape.rank() - 2;
  constexpr extents state = [] {
    extents out = extents_of_handle<Y>;
    out.rank_ -= 2;
    out.push_back(extents_of_handle<Y>.back());
    return out;
  }();
  return reshape(rows<shape, axis, shape[axis] - 1, 1>(y), shape_of<state>());
}

}  // namespace dsl

// Keywords of recurrent layers, under their Keras names.

/// The outputs of all steps; without it, of the last one.
template <bool On>
inline constexpr dsl::arg_t<"return_sequences", On> return_sequences{};
/// The state behind the last step too, as further results: pack(outputs, state...).
template <bool On>
inline constexpr dsl::arg_t<"return_state", On> return_state{};
template <auto Init>
inline constexpr dsl::arg_t<"recurrent_initializer", Init> recurrent_initializer{};
template <auto F>
inline constexpr dsl::arg_t<"recurrent_regularizer", F> recurrent_regularizer{};
template <auto F>
inline constexpr dsl::arg_t<"recurrent_constraint", F> recurrent_constraint{};

}  // namespace xscope

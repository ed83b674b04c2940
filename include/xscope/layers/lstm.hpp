// SPDX-License-Identifier: BSD-3-Clause
// A layer of long short-term memory.
#pragma once

#include <array>

#include "../ops/lstm.hpp"
#include "recurrent.hpp"

namespace xscope {

namespace dsl {

/// The outputs and the state out of what the operation writes: one row, the outputs and behind them c.
template <class Args, class X>
struct lstm_result {
  static constexpr std::size_t units = given<Args, "units">;
  static constexpr extents state = state_shape<X, units>;
  static constexpr extents outputs = [] {
    if (!given<Args, "return_sequences">) return state;
    extents out = extents_of_handle<X>;
    out[out.rank() - 1] = units;
    return out;
  }();

  template <class Y>
  constexpr auto operator()(Y y) const {
    constexpr std::size_t n = outputs.elements();
    constexpr extents all = extents_of_handle<Y>;
    return let(reshape(rows<all, 0, 0, n>(y), shape_of<outputs>()),
               reshape(rows<all, 0, n, state.elements()>(y), shape_of<state>()), with_c{});
  }
  struct with_c {
    template <class Outputs, class C>
    constexpr auto operator()(Outputs y, C c) const {
      if constexpr (given<Args, "return_sequences">) return let(y, last_step(y), c, packed_results{});
      else return pack(y, y, c);
    }
  };
  struct packed_results {
    template <class Outputs, class H, class C>
    constexpr auto operator()(Outputs y, H h, C c) const {
      return pack(y, h, c);
    }
  };
};

template <class Args>
struct lstm_apply {
  template <class X, class... Operands>
  constexpr auto operator()(X, Operands...) const {
    constexpr apply_t<ops::lstm, decltype(recurrent_options<Args>()), X, Operands...> y{};
    if constexpr (given<Args, "return_state">) return let(y, lstm_result<Args, X>{});
    else return y;
  }
};

/// Zeros, and ones for the gate that forgets: at first all is kept (Jozefowicz et al. 2015).
struct forget_bias {
  template <class Shape, class T>
  constexpr auto operator()(Shape, T) const {
    std::array<typename T::type, Shape::dims[0]> out{};
    const std::size_t units = Shape::dims[0] / 4;
    for (std::size_t i = units; i < 2 * units; ++i) out[i] = 1;
    return out;
  }
};
template <class Args>
consteval auto lstm_bias_initializer() {
  if constexpr (is_given<Args, "bias_initializer">) return given<Args, "bias_initializer">;
  else if constexpr (given<Args, "unit_forget_bias">) return forget_bias{};
  else return zeros_initializer;
}

template <class Args>
struct lstm_body {
  template <class X, class H, class C>
  constexpr auto operator()(X, H h, C c) const {
    return with_recurrent_variables<X, Args, 4, shape_t<saturated_product(4, given<Args, "units">)>,
                                    lstm_bias_initializer<Args>(), lstm_apply<Args>>(h, c);
  }
  template <class X>
  constexpr auto operator()(X x) const {
    constexpr extents state = state_shape<X, given<Args, "units">>;
    constexpr auto empty = zeros_of<typename X::value_type, decltype(shape_of<state>())>;
    return (*this)(x, empty, empty);
  }
};

struct lstm_call {
  template <class X, class Args>
    requires is_given<Args, "units">
  constexpr auto operator()(X x, Args) const {
    return in_layer_scope<"lstm", Args>(lstm_body<Args>{})(x);
  }
  template <class X, class H, class C, class Args>
    requires is_given<Args, "units">
  constexpr auto operator()(X x, H h, C c, Args) const {
    return in_layer_scope<"lstm", Args>(lstm_body<Args>{})(x, h, c);
  }
  template <class X, class Args>
    requires(!is_given<Args, "units">)
  constexpr layer_without_size operator()(X, Args) const {
    return {};
  }
};

using lstm_function =
    arg_scoped_t<lstm_call, arg_t<"units", none_t{}>, arg_t<"use_bias", true>,
                 arg_t<"unit_forget_bias", true>, arg_t<"return_sequences", false>,
                 arg_t<"return_state", false>, arg_t<"kernel_initializer", none_t{}>,
                 arg_t<"recurrent_initializer", orthogonal_initializer>, arg_t<"bias_initializer", none_t{}>,
                 arg_t<"kernel_regularizer", none_t{}>, arg_t<"recurrent_regularizer", none_t{}>,
                 arg_t<"bias_regularizer", none_t{}>, arg_t<"kernel_constraint", none_t{}>,
                 arg_t<"recurrent_constraint", none_t{}>, arg_t<"bias_constraint", none_t{}>,
                 arg_t<"trainable", true>, arg_t<"name", none_t{}>, arg_t<"reuse", none_t{}>>;

}  // namespace dsl

/// Whether the bias of an LSTM's forget gate begins as 1, where no bias_initializer is given.
template <bool On>
inline constexpr dsl::arg_t<"unit_forget_bias", On> unit_forget_bias{};

namespace layers {

/// Long short-term memory over x [batch, time, features], or [time, features] (tf.keras.layers.LSTM;
/// Hochreiter and Schmidhuber 1997). One operation for all time steps.
///   x | layers::lstm<8, return_sequences<true>>                       outputs [batch, time, 8]
///   layers::lstm<8, return_state<true>>(x, h, c)                      pack([batch, 8], [batch, 8], [batch,
///   8])
/// The second and third operands are the state from which to go on, zeros where they are not given. Variables
/// `lstm/kernel` [features, 4 units], `lstm/recurrent_kernel` [units, 4 units], `lstm/bias` [4 units]. Gates
/// lie in the order i, f, g, o, as in Keras (which calls g c) and in PyTorch. Other keywords: those of dense
/// but activation, recurrent_initializer<i> (orthogonal), ..., unit_forget_bias<false>.
template <auto... Options>
  requires(sizeof...(Options) > 0)
inline constexpr auto lstm<Options...> = dsl::layer_with<"lstm", dsl::lstm_function, "units", Options...>();
template <>
inline constexpr dsl::lstm_function lstm<>{};

}  // namespace layers

}  // namespace xscope

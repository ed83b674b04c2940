// SPDX-License-Identifier: BSD-3-Clause
// A layer of gated recurrent units.
#pragma once

#include "../ops/gru.hpp"
#include "recurrent.hpp"

namespace xscope {

namespace dsl {

template <class Args>
struct gru_result {
  template <class Y>
  constexpr auto operator()(Y y) const {
    if constexpr (given<Args, "return_sequences">) return let(last_step(y), with_outputs<Y>{});
    else return pack(y, y);
  }
  template <class Y>
  struct with_outputs {
    template <class H>
    constexpr auto operator()(H h) const {
      return pack(Y{}, h);
    }
  };
};

template <class Args>
struct gru_apply {
  template <class... Operands>
  constexpr auto operator()(Operands...) const {
    using sequences = option_list<flag_t<option::return_sequences>{}>;
    constexpr apply_t<ops::gru, std::conditional_t<given<Args, "return_sequences">, sequences, option_list<>>,
                      Operands...>
        y{};
    if constexpr (given<Args, "return_state">) return let(y, gru_result<Args>{});
    else return y;
  }
};

template <class Args>
struct gru_body {
  template <class X, class State>
  constexpr auto operator()(X, State state) const {
    return with_recurrent_variables<X, Args, 3, shape_t<2, saturated_product(3, given<Args, "units">)>,
                                    given<Args, "bias_initializer">, gru_apply<Args>>(state);
  }
  template <class X>
  constexpr auto operator()(X x) const {
    constexpr extents state = state_shape<X, given<Args, "units">>;
    return (*this)(x, zeros_of<typename X::value_type, decltype(shape_of<state>())>);
  }
};

struct gru_call {
  template <class X, class Args>
    requires is_given<Args, "units">
  constexpr auto operator()(X x, Args) const {
    return in_layer_scope<"gru", Args>(gru_body<Args>{})(x);
  }
  template <class X, class State, class Args>
    requires is_given<Args, "units">
  constexpr auto operator()(X x, State state, Args) const {
    return in_layer_scope<"gru", Args>(gru_body<Args>{})(x, state);
  }
  template <class X, class Args>
    requires(!is_given<Args, "units">)
  constexpr layer_without_size operator()(X, Args) const {
    return {};
  }
};

using gru_function = arg_scoped_t<
    gru_call, arg_t<"units", none_t{}>, arg_t<"use_bias", true>, arg_t<"return_sequences", false>,
    arg_t<"return_state", false>, arg_t<"kernel_initializer", none_t{}>,
    arg_t<"recurrent_initializer", orthogonal_initializer>, arg_t<"bias_initializer", zeros_initializer>,
    arg_t<"kernel_regularizer", none_t{}>, arg_t<"recurrent_regularizer", none_t{}>,
    arg_t<"bias_regularizer", none_t{}>, arg_t<"kernel_constraint", none_t{}>,
    arg_t<"recurrent_constraint", none_t{}>, arg_t<"bias_constraint", none_t{}>, arg_t<"trainable", true>,
    arg_t<"name", none_t{}>, arg_t<"reuse", none_t{}>>;

}  // namespace dsl

namespace layers {

/// Gated recurrent units over x [batch, time, features], or [time, features] (tf.keras.layers.GRU with
/// reset_after=True; Cho et al. 2014). One operation for all time steps.
///   x | layers::gru<8, return_sequences<true>>                                  outputs [batch, time, 8]
///   layers::gru<8, return_state<true>>(x, h)                                    pack([batch, 8], [batch, 8])
/// The second operand is the state from which to go on, zeros where it is not given. Variables `gru/kernel`
/// [features, 3 units], `gru/recurrent_kernel` [units, 3 units], `gru/bias` [2, 3 units]: what is added to
/// the input's product, and what is added to the state's. Gates lie in Keras' order z, r, n (PyTorch's is r,
/// z, n). Other keywords: those of dense but activation, and recurrent_initializer<i> (orthogonal), ...
template <auto... Options>
  requires(sizeof...(Options) > 0)
inline constexpr auto gru<Options...> = dsl::layer_with<"gru", dsl::gru_function, "units", Options...>();
template <>
inline constexpr dsl::gru_function gru<>{};

}  // namespace layers

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// A densely connected layer.
#pragma once

#include "../ops/bias_add.hpp"
#include "../ops/matmul.hpp"
#include "../ops/reshape.hpp"
#include "layer.hpp"

namespace xscope {

namespace dsl {

/// x times the kernel over x's last axis. Of more than two axes the others are one meanwhile, in a scope
/// "Tensordot", as tf.tensordot has it.
template <class X, class Kernel>
struct dense_tensordot {
  template <class Scope>
  constexpr auto operator()(Scope) const {
    constexpr extents from = extents_of_handle<X>;
    constexpr extents flat{from.elements() / (from.back() == 0 ? 1 : from.back()), from.back()};
    constexpr extents to = [] {
      extents out = extents_of_handle<X>;
      out[out.rank() - 1] = extents_of_handle<Kernel>[1];
      return out;
    }();
    return reshape(matmul(reshape(X{}, shape_of<flat>()), Kernel{}), shape_of<to>(), name<Scope{}>);
  }
};
template <class X, class Kernel>
constexpr auto dense_product() {
  if constexpr (X::rank() > 2) return name_scope<"Tensordot">(as(dense_tensordot<X, Kernel>{}));
  else return matmul(X{}, Kernel{});
}

template <class X, class Args>
struct dense_result {
  template <class Kernel>
  constexpr auto operator()(Kernel) const {
    return activated<given<Args, "activation">>(dense_product<X, Kernel>());
  }
  template <class Kernel, class Bias>
  constexpr auto operator()(Kernel, Bias) const {
    return activated<given<Args, "activation">>(bias_add(dense_product<X, Kernel>(), Bias{}));
  }
};

template <class Args>
struct dense_body {
  template <class X>
  constexpr auto operator()(X) const {
    using T = typename X::value_type;
    constexpr std::size_t units = given<Args, "units">;
    constexpr auto kernel =
        layer_variable<"kernel", shape_t<last_size<X>(), units>, T, Args, given<Args, "kernel_initializer">,
                       given<Args, "kernel_regularizer">, given<Args, "kernel_constraint">>();
    if constexpr (given<Args, "use_bias">) {
      constexpr auto bias = layer_variable<"bias", shape_t<units>, T, Args, given<Args, "bias_initializer">,
                                           given<Args, "bias_regularizer">, given<Args, "bias_constraint">>();
      return let(kernel, bias, dense_result<X, Args>{});
    } else {
      return let(kernel, dense_result<X, Args>{});
    }
  }
};

struct dense_call {
  template <class X, class Args>
    requires is_given<Args, "units">
  constexpr auto operator()(X x, Args) const {
    return in_layer_scope<"dense", Args>(dense_body<Args>{})(x);
  }
  template <class X, class Args>
    requires(!is_given<Args, "units">)
  constexpr layer_without_size operator()(X, Args) const {
    return {};
  }
};

using dense_function =
    arg_scoped_t<dense_call, arg_t<"units", none_t{}>, arg_t<"activation", none_t{}>, arg_t<"use_bias", true>,
                 arg_t<"kernel_initializer", none_t{}>, arg_t<"bias_initializer", zeros_initializer>,
                 arg_t<"kernel_regularizer", none_t{}>, arg_t<"bias_regularizer", none_t{}>,
                 arg_t<"kernel_constraint", none_t{}>, arg_t<"bias_constraint", none_t{}>,
                 arg_t<"trainable", true>, arg_t<"name", none_t{}>, arg_t<"reuse", none_t{}>>;

}  // namespace dsl

namespace layers {

/// A densely connected layer (tf.layers.dense): activation(x * kernel + bias), over the last axis of x.
///   x | layers::dense<64, activation<relu>> | layers::dense<10, name<"logits">>
/// Variables `dense/kernel` [inputs, units] and `dense/bias` [units]; the scope's name is made unique
/// (`dense_1`) where none is given. Other keywords: use_bias<false>, kernel_initializer<i>,
/// bias_initializer<i>, kernel_regularizer<f>, bias_regularizer<f>, kernel_constraint<f>, bias_constraint<f>,
/// trainable<false>, reuse. dense<> is the function that arg_scope sets keywords of.
template <auto... Options>
  requires(sizeof...(Options) > 0)
inline constexpr auto dense<Options...> =
    dsl::layer_with<"dense", dsl::dense_function, "units", Options...>();
template <>
inline constexpr dsl::dense_function dense<>{};

}  // namespace layers

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// A convolution of images.
#pragma once

#include "../ops/bias_add.hpp"
#include "../ops/conv2d.hpp"
#include "layer.hpp"

namespace xscope {

namespace dsl {

/// One size for rows and columns, or two.
template <class Args>
constexpr extents kernel_size_of() {
  constexpr extents size = given<Args, "kernel_size">.value();
  static_assert(size.rank() == 1 || size.rank() == 2,
                "kernel_size: one number, or two, for rows and columns");
  return extents{size[0], size[size.rank() - 1]};
}

template <class X, class Args>
struct conv2d_result {
  template <class Kernel>
  static constexpr auto product() {
    constexpr auto dilations = given<Args, "dilation_rate">;
    return conv2d(X{}, Kernel{}, given<Args, "strides">, given<Args, "padding">, dilations);
  }
  template <class Kernel>
  constexpr auto operator()(Kernel) const {
    return activated<given<Args, "activation">>(product<Kernel>());
  }
  template <class Kernel, class Bias>
  constexpr auto operator()(Kernel, Bias) const {
    return activated<given<Args, "activation">>(bias_add(product<Kernel>(), Bias{}));
  }
};

template <class Args>
struct conv2d_body {
  template <class X>
  constexpr auto operator()(X) const {
    using T = typename X::value_type;
    constexpr std::size_t filters = given<Args, "filters">;
    constexpr extents size = kernel_size_of<Args>();
    constexpr auto kernel =
        layer_variable<"kernel", shape_t<size.dims[0], size.dims[1], last_size<X>(), filters>, T, Args,
                       given<Args, "kernel_initializer">, given<Args, "kernel_regularizer">,
                       given<Args, "kernel_constraint">>();
    if constexpr (given<Args, "use_bias">) {
      constexpr auto bias = layer_variable<"bias", shape_t<filters>, T, Args, given<Args, "bias_initializer">,
                                           given<Args, "bias_regularizer">, given<Args, "bias_constraint">>();
      return let(kernel, bias, conv2d_result<X, Args>{});
    } else {
      return let(kernel, conv2d_result<X, Args>{});
    }
  }
};

struct conv2d_call {
  template <class X, class Args>
    requires(is_given<Args, "filters"> && is_given<Args, "kernel_size">)
  constexpr auto operator()(X x, Args) const {
    return in_layer_scope<"conv2d", Args>(conv2d_body<Args>{})(x);
  }
  template <class X, class Args>
    requires(!is_given<Args, "filters"> || !is_given<Args, "kernel_size">)
  constexpr layer_without_size operator()(X, Args) const {
    return {};
  }
};

using conv2d_function =
    arg_scoped_t<conv2d_call, arg_t<"filters", none_t{}>, arg_t<"kernel_size", none_t{}>,
                 arg_t<"strides", strides<1>>, arg_t<"padding", padding<"VALID">>,
                 arg_t<"dilation_rate", dilations<1>>, arg_t<"activation", none_t{}>, arg_t<"use_bias", true>,
                 arg_t<"kernel_initializer", none_t{}>, arg_t<"bias_initializer", zeros_initializer>,
                 arg_t<"kernel_regularizer", none_t{}>, arg_t<"bias_regularizer", none_t{}>,
                 arg_t<"kernel_constraint", none_t{}>, arg_t<"bias_constraint", none_t{}>,
                 arg_t<"trainable", true>, arg_t<"name", none_t{}>, arg_t<"reuse", none_t{}>>;

}  // namespace dsl

/// The rows and columns of a convolution's filters: kernel_size<3> or kernel_size<3, 5>.
template <std::size_t... N>
inline constexpr dsl::arg_t<"kernel_size", dsl::shape_t<N...>{}> kernel_size{};

namespace layers {

/// A convolution of images [batch, rows, columns, channels] (tf.layers.conv2d).
///   x | layers::conv2d<64, kernel_size<3>, strides<2>, padding<"SAME">, activation<relu>>
/// Variables `conv2d/kernel` [rows, columns, channels, filters] and `conv2d/bias` [filters]. Strides are 1
/// and the padding is "VALID" where they are not given. Other keywords: dilations<...>, and those of dense.
template <auto... Options>
  requires(sizeof...(Options) > 0)
inline constexpr auto conv2d<Options...> =
    dsl::layer_with<"conv2d", dsl::conv2d_function, "filters", Options...>();
template <>
inline constexpr dsl::conv2d_function conv2d<>{};

}  // namespace layers

}  // namespace xscope

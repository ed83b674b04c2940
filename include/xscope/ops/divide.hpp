// SPDX-License-Identifier: BSD-3-Clause
// a / b, with broadcasting. The quotient of integers is a floating-point number, as in Python 3.
#pragma once

#include <type_traits>

#include "fold.hpp"
#include "multiply.hpp"
#include "negative.hpp"

namespace xscope {

namespace ops {

struct divide {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    if constexpr (std::is_integral_v<A>) return static_cast<Out>(a) / static_cast<Out>(b);
    else return static_cast<Out>(a / b);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int da = g.apply(info, {dy, g.arg(n, 1)});
    g.flow(g.arg(n, 0), da);
    if (g.wants(g.arg(n, 1)))
      g.flow(g.arg(n, 1), g.apply(negative::info, {g.apply(multiply::info, {da, n})}));
  }
  /// TensorFlow's table; it has no unsigned integers of 32 and 64 bits.
  static constexpr inferred infer(operands in, const attributes& a) {
    using enum data_type::code;
    inferred out = broadcast_operands(in, a);
    if (out.fault != diag::fault::none || out.dtype.is_floating()) return out;
    switch (out.dtype.value) {
    case int8:
    case uint8:
    case int16:
    case uint16: out.dtype = data_type_of<float>; return out;
    case int32:
    case int64: out.dtype = data_type_of<double>; return out;
    default: return wrong(diag::fault::dtype_not_allowed);
    }
  }
  static constexpr bool fold(data_type from, data_type to, const dsl::number* n, dsl::number& result) {
    return folded<divide>(from, to, n, result);
  }
  static constexpr op_info info{.type = "RealDiv",
                                .name = "truediv",
                                .operands = {"x", "y"},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .fold = fold};
};
template <>
struct code_of<&divide::info> : divide {};

}  // namespace ops

/// a / b with NumPy's broadcasting (tf.divide, which is truediv): of integers up to 16 bits float32,
/// of longer ones float64.
inline constexpr dsl::op_function<ops::divide> divide{};

}  // namespace xscope

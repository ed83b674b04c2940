// SPDX-License-Identifier: BSD-3-Clause
// The sum of any number of tensors of one shape.
#pragma once

#include "add.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct add_n {
  template <class Out, class A, class B>
  XSCOPE_INLINE static constexpr Out forward(A a, B b) {
    return add::forward<Out>(a, b);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) { add::gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes&) {
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    for (const operand& other : in) {
      if (!(other.dtype == in[0].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
      if (!(other.shape == in[0].shape)) return wrong(diag::fault::operands_do_not_broadcast);
    }
    return {in[0].dtype, in[0].shape};
  }
  static void spell(speller& s) {
    // TensorFlow's function does not add up what is alone.
    if (s.in.size() == 1) s.is("Identity");
    else s.count("N");
  }
  static constexpr op_info info{.type = "AddN",
                                .name = "AddN",
                                .operands = {"inputs", "inputs"},
                                .how = form::elementwise,
                                .infer = infer,
                                .gradient = gradient,
                                .variadic = true,
                                .spell = spell};
};
template <>
struct code_of<&add_n::info> : add_n {};

}  // namespace ops

/// The sum of tensors of one shape: add_n(a, b, c) (tf.add_n).
inline constexpr dsl::op_function<ops::add_n> add_n{};

}  // namespace xscope

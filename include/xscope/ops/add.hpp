// SPDX-License-Identifier: BSD-3-Clause
// a + b, with broadcasting.
#pragma once

#include "reduce_sum.hpp"
#include "reshape.hpp"

namespace xscope {

namespace ops {

struct add {
  template <class Out, class A, class B>
  static constexpr Out forward(A a, B b) {
    return static_cast<Out>(a + b);
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    g.flow(g.arg(n, 0), dy);
    g.flow(g.arg(n, 1), dy);
  }
  static constexpr inferred infer(operands in, const attributes& a) { return broadcast_numbers(in, a); }
  static constexpr op_info info{
      "Add", &naming::literal_of<"Add">, {"x", "y"}, form::elementwise, infer, gradient};
};
template <>
struct op_at<&add::info> {
  using type = add;
};

constexpr void gradient_builder::flow(int to, int gradient) {
  if (!wants(to)) return;
  const extents shape = at(to).shape;
  if (!(at(gradient).shape == shape)) {
    // What was broadcast to several places gets the sum of their gradients.
    attributes over;
    over.has_axis = true;
    const std::size_t added = at(gradient).shape.rank() - shape.rank();
    for (std::size_t i = 0; i < at(gradient).shape.rank(); ++i) {
      if (i < added || (shape[i - added] == 1 && at(gradient).shape[i] != 1)) {
        over.axes[over.axis_count++] = static_cast<int>(i);
      }
    }
    gradient = apply(reduce_sum::info, {gradient}, over);
    if (!(at(gradient).shape == shape)) {
      attributes back;
      back.shape = shape;
      back.has_shape = true;
      gradient = apply(reshape::info, {gradient}, back);
    }
  }
  slopes[to] = slopes[to] < 0 ? gradient : apply(add::info, {slopes[to], gradient});
}

}  // namespace ops

/// a + b with NumPy's broadcasting (tf.add).
inline constexpr dsl::op_function<ops::add> add{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Zeros around a tensor.
#pragma once

#include "loops.hpp"

namespace xscope {

namespace ops {

/// The places of the padded tensor that the elements go to, in their order.
constexpr strided_walk inside(const extents& shape, const extents& padded) {
  strided_walk walk;
  for (std::size_t i = 0; i < shape.rank(); ++i) walk.add(shape[i], stride_of(padded, i));
  return walk;
}
constexpr std::size_t first_inside(const extents& padded, const attributes& a) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < padded.rank(); ++i)
    first += static_cast<std::size_t>(a.axes[i]) * stride_of(padded, i);
  return first;
}

/// What stands between the paddings.
struct unpad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr strided_walk walk = inside(Spec.out, Spec.in[0]);
    for_each_step<walk>(first_inside(Spec.in[0], Spec.attrs), [&](std::size_t i) { *y++ = x[i]; });
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t i = 0; i < a.axis_count; ++i)
      out.shape[i] -= static_cast<std::size_t>(a.axes[i]) + a.shape[i];
    return out;
  }
  static constexpr op_info info{
      "Unpad", &naming::literal_of<"Unpad">, {"input", nullptr}, form::kernel, infer, no_gradient};
};
template <>
struct op_at<&unpad::info> {
  using type = unpad;
};

struct pad {
  template <kernel_spec Spec, class T>
  static constexpr void forward(T* y, const T* x) {
    constexpr strided_walk walk = inside(Spec.in[0], Spec.out);
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] = T(0);
    for_each_step<walk>(first_inside(Spec.out, Spec.attrs), [&](std::size_t i) { y[i] = *x++; });
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), g.apply(unpad::info, {dy}, g.at(n).attrs));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (!a.has_shape) return wrong(diag::fault::attribute_missing);
    if (a.shape.rank() != in[0].shape.rank()) return wrong(diag::fault::rank_not_allowed);
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t i = 0; i < a.shape.rank(); ++i)
      out.shape[i] += static_cast<std::size_t>(a.axes[i]) + a.shape[i];
    return out;
  }
  static constexpr op_info info{"Pad",   &naming::literal_of<"Pad">, {"input", nullptr}, form::kernel, infer,
                                gradient};
};
template <>
struct op_at<&pad::info> {
  using type = pad;
};

}  // namespace ops

/// x with zeros before and behind it on each axis: pad(x, paddings<1, 1, 0, 2>) (tf.pad).
inline constexpr dsl::op_function<ops::pad> pad{};

}  // namespace xscope

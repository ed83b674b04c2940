// SPDX-License-Identifier: BSD-3-Clause
// The product of two matrices, each perhaps transposed.
#pragma once

#include "add.hpp"
#include "batch_matmul.hpp"
#include "gemm.hpp"
#include "modular.hpp"

namespace xscope {

namespace ops {

struct matmul {
  template <kernel_spec Spec, class T>
  static void forward(T* y, const T* a, const T* b) {
    constexpr std::size_t k = Spec.attrs.transpose_a ? Spec.in[0][0] : Spec.in[0][1];
    // Signed integers are multiplied as unsigned ones, which may look at their memory.
    using number = typename unsigned_of<T>::type;
    gemm<number, gemm_size{Spec.out[0], Spec.out[1], k, Spec.attrs.transpose_a, Spec.attrs.transpose_b}>::run(
        reinterpret_cast<number*>(y), reinterpret_cast<const number*>(a), reinterpret_cast<const number*>(b));
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const int a = g.arg(n, 0);
    const int b = g.arg(n, 1);
    const bool ta = g.at(n).attrs.transpose_a;
    const bool tb = g.at(n).attrs.transpose_b;
    const auto product = [&](int left, bool transpose_left, int right, bool transpose_right) {
      attributes attrs;
      attrs.transpose_a = transpose_left;
      attrs.transpose_b = transpose_right;
      return g.apply(info, {left, right}, attrs);
    };
    if (g.wants(a)) g.flow(a, ta ? product(b, tb, dy, true) : product(dy, false, b, !tb));
    if (g.wants(b)) g.flow(b, tb ? product(dy, true, a, ta) : product(a, !ta, dy, false));
  }

  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].shape.rank() > 2 || in[1].shape.rank() > 2) return batch_matmul::infer(in, a);
    if (!(in[0].dtype == in[1].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    if (in[0].shape.rank() != 2) return wrong(diag::fault::rank_not_allowed, 0);
    if (in[1].shape.rank() != 2) return wrong(diag::fault::rank_not_allowed, 1);
    const std::size_t inner_a = in[0].shape[a.transpose_a ? 0 : 1];
    const std::size_t inner_b = in[1].shape[a.transpose_b ? 1 : 0];
    if (inner_a != inner_b) return wrong(diag::fault::inner_dimensions);
    return {in[0].dtype, extents{in[0].shape[a.transpose_a ? 1 : 0], in[1].shape[a.transpose_b ? 0 : 1]}};
  }

  static constexpr op_info info{"MatMul", &naming::literal_of<"MatMul">, {"a", "b"}, form::kernel, infer,
                                gradient};
};
template <>
struct op_at<&matmul::info> {
  using type = matmul;
};

}  // namespace ops

/// The matrix product of [m, k] and [k, n]; `transpose_a` and `transpose_b` take an operand the other way
/// round. Axes before these two are a batch, and are broadcast (tf.matmul).
inline constexpr dsl::op_function<ops::matmul> matmul{};

}  // namespace xscope

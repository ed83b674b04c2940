// SPDX-License-Identifier: BSD-3-Clause
// The product of two matrices, each perhaps transposed.
#pragma once

#include "add.hpp"
#include "batch_matmul.hpp"
#include "gemm_size.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct matmul {
  static constexpr gemm_size size_of(const kernel_spec& spec) {
    return {spec.out[0], spec.out[1], spec.in[0][spec.attrs.transpose_a ? 0 : 1], spec.attrs.transpose_a,
            spec.attrs.transpose_b};
  }
  static constexpr bool takes_epilogue(const kernel_spec& spec) { return product_is_put_once(size_of(spec)); }

  static constexpr bool takes_rows(const kernel_spec& spec) {
    return !spec.attrs.transpose_a && spec.in[0][1] <= most_row_width && spec.out[1] <= most_row_width;
  }

  static constexpr void gradient(gradient_builder& g, int n, int dy) { product_gradient(g, n, dy, info); }

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

  static void spell(speller& s) {
    s.flag("transpose_a", s.attrs.transpose_a);
    s.flag("transpose_b", s.attrs.transpose_b);
  }
  static constexpr op_info info{.type = "MatMul",
                                .name = "MatMul",
                                .operands = {"a", "b"},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::transpose_a, option::transpose_b},
                                .takes_epilogue = takes_epilogue,
                                .takes_rows = takes_rows,
                                .spell = spell};
};

}  // namespace ops

/// The matrix product of [m, k] and [k, n]; `transpose_a` and `transpose_b` take an operand the other way
/// round. Axes before these two are a batch, and are broadcast (tf.matmul).
inline constexpr dsl::op_function<ops::matmul> matmul{};

}  // namespace xscope

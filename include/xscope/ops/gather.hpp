// SPDX-License-Identifier: BSD-3-Clause
// Rows of a tensor, by their indices.
#pragma once

#include "loops.hpp"

namespace xscope {

namespace ops {

/// Rows added up in the places that they were taken from. Attributes: the shape of the whole.
struct scatter_rows {
  template <kernel_spec Spec, class T, class Index>
  static constexpr void forward(T* y, const T* dy, const Index* indices) {
    constexpr std::size_t row = stride_of(Spec.out, 0);
    for (std::size_t i = 0; i < Spec.out.elements(); ++i) y[i] = T(0);
    for (std::size_t r = 0; r < Spec.in[1].elements(); ++r, dy += row) {
      const auto place = static_cast<std::size_t>(indices[r]);
      if (place >= Spec.out[0]) continue;
      for (std::size_t i = 0; i < row; ++i) y[place * row + i] += dy[i];
    }
  }
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static constexpr op_info info{
      "UnsortedSegmentSum", "UnsortedSegmentSum", {"data", "segment_ids"}, form::kernel, infer, no_gradient};
};
template <>
struct op_at<&scatter_rows::info> {
  using type = scatter_rows;
};

struct gather {
  template <kernel_spec Spec, class T, class Index>
  static constexpr void forward(T* y, const T* table, const Index* indices) {
    constexpr std::size_t row = stride_of(Spec.in[0], 0);
    for (std::size_t r = 0; r < Spec.in[1].elements(); ++r) {
      const auto place = static_cast<std::size_t>(indices[r]);
      const bool is_row = place < Spec.in[0][0];
      for (std::size_t i = 0; i < row; ++i) *y++ = is_row ? table[place * row + i] : T(0);
    }
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (!g.wants(g.arg(n, 0))) return;
    attributes whole;
    whole.has_shape = true;
    whole.shape = g.at(g.arg(n, 0)).shape;
    g.flow(g.arg(n, 0), g.apply(scatter_rows::info, {dy, g.arg(n, 1)}, whole));
  }
  static constexpr inferred infer(operands in, const attributes&) {
    if (in[0].shape.rank() == 0) return wrong(diag::fault::rank_not_allowed);
    if (!in[1].dtype.is_integer()) return wrong(diag::fault::dtype_not_allowed, 1);
    if (in[0].shape.rank() - 1 + in[1].shape.rank() > max_rank)
      return wrong(diag::fault::rank_not_allowed, 1);
    inferred out{in[0].dtype, in[1].shape};
    for (std::size_t i = 1; i < in[0].shape.rank(); ++i) out.shape.push_back(in[0].shape[i]);
    return out;
  }
  static constexpr op_info info{"GatherV2", "GatherV2", {"params", "indices"}, form::kernel, infer, gradient};
};
template <>
struct op_at<&gather::info> {
  using type = gather;
};

}  // namespace ops

/// The rows of a tensor that indices name: gather(table, indices) (tf.gather, along the first axis). An index
/// that is no row gives zeros.
inline constexpr dsl::op_function<ops::gather> gather{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Tensors one after the other along an axis.
#pragma once

#include "layout.hpp"
#include "slice.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

/// The elements of the axes from one on.
constexpr std::size_t elements_from(const extents& shape, std::size_t axis) {
  return split_at(shape, axis).along * split_at(shape, axis).inner;
}

struct concat {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    const std::size_t axis = one_axis(g.attrs(n), g.at(n).shape.rank());
    std::size_t begin = 0;
    for (int k = 0; k < 2; ++k) {
      const int x = g.arg(n, k);
      const std::size_t rows = g.at(x).shape[axis];
      if (g.wants(x)) g.flow(x, g.apply(slice::info, {dy}, rows_of(g.at(x).shape, axis, begin, rows)));
      begin += rows;
    }
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].shape.rank() == 0) return wrong(diag::fault::rank_not_allowed);
    if (const diag::fault fault = fault_of_axis(a, in[0].shape.rank()); fault != diag::fault::none)
      return wrong(fault);
    const std::size_t axis = one_axis(a, in[0].shape.rank());
    inferred out{in[0].dtype, in[0].shape};
    for (std::size_t k = 1; k < in.size(); ++k) {
      if (!(in[k].dtype == in[0].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
      extents other = in[k].shape;
      if (other.rank() != in[0].shape.rank())
        return wrong(diag::fault::rank_not_allowed, static_cast<int>(k));
      const std::size_t rows = other[axis];
      other[axis] = in[0].shape[axis];
      if (!(other == in[0].shape)) return wrong(diag::fault::operands_do_not_join);
      out.shape[axis] = saturated_sum(out.shape[axis], rows);
    }
    return out;
  }
  /// Along the first axis of more than one row each operand is one piece.
  static constexpr std::ptrdiff_t part(const kernel_spec& spec, std::size_t k) {
    const std::size_t axis = one_axis(spec.attrs, spec.out.rank());
    for (std::size_t i = 0; i < axis; ++i) {
      if (spec.out[i] != 1) return -1;
    }
    return static_cast<std::ptrdiff_t>(k == 0 ? 0 : spec.in[0].elements());
  }
  static void spell(speller& s) {
    s.takes("axis", s.axis(s.shape.rank()));
    s.count("N");
    s.index_type("Tidx");
  }
  static constexpr op_info info{.type = "ConcatV2",
                                .name = "concat",
                                .operands = {"values", "values"},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = gradient,
                                .variadic = true,
                                .takes = {option::axis},
                                .part = part,
                                .spell = spell};
};

}  // namespace ops

/// Tensors one after the other along an axis: concat(a, b, c, axis<1>) (tf.concat).
inline constexpr dsl::op_function<ops::concat> concat{};

}  // namespace xscope

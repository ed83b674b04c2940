// SPDX-License-Identifier: BSD-3-Clause
// Slices of a tensor along an axis, by their indices.
#pragma once

#include "spelling.hpp"

namespace xscope {

namespace ops {

/// Slices added up in the places that they were taken from. Attributes: the shape of the whole, and the axis.
struct scatter_rows {
  static constexpr inferred infer(operands in, const attributes& a) { return {in[0].dtype, a.shape}; }
  static constexpr op_info info{
      "UnsortedSegmentSum", "UnsortedSegmentSum", {"data", "segment_ids"}, form::kernel, infer, no_gradient};
};

struct gather {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    if (!g.wants(g.arg(n, 0))) return;
    attributes whole = g.attrs(n);
    whole.has_shape = true;
    whole.shape = g.at(g.arg(n, 0)).shape;
    g.flow(g.arg(n, 0), g.apply(scatter_rows::info, {dy, g.arg(n, 1)}, whole));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    const extents& table = in[0].shape;
    if (table.rank() == 0) return wrong(diag::fault::rank_not_allowed);
    if (!in[1].dtype.is_integer()) return wrong(diag::fault::dtype_not_allowed, 1);
    if (const diag::fault fault = fault_of_axis(a, table.rank()); fault != diag::fault::none)
      return wrong(fault);
    if (table.rank() - 1 + in[1].shape.rank() > max_rank) return wrong(diag::fault::rank_not_allowed, 1);
    const std::size_t axis = one_axis(a, table.rank());
    inferred out{in[0].dtype, {}};
    for (std::size_t i = 0; i < axis; ++i) out.shape.push_back(table[i]);
    for (const std::size_t size : in[1].shape) out.shape.push_back(size);
    for (std::size_t i = axis + 1; i < table.rank(); ++i) out.shape.push_back(table[i]);
    return out;
  }
  static void spell(speller& s) {
    s.takes("axis", s.axis(s.in[0].shape.rank()));
    s.no_type();
    s.type("Tparams", s.in[0].dtype);
    s.type("Tindices", s.in[1].dtype);
    s.index_type("Taxis");
    s.integer("batch_dims", 0);
  }
  static constexpr op_info info{.type = "GatherV2",
                                .name = "GatherV2",
                                .operands = {"params", "indices"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::axis},
                                .spell = spell};
};

}  // namespace ops

/// The slices of a tensor that indices name along an axis, the first where none is given:
/// gather(table, indices, axis<1>) (tf.gather). An index that is no place on the axis gives zeros.
inline constexpr dsl::op_function<ops::gather> gather{};

}  // namespace xscope

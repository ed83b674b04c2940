// SPDX-License-Identifier: BSD-3-Clause
// Tensors of one shape along a new axis.
#pragma once

#include "concat.hpp"
#include "expand_dims.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

/// Its nodes are those of a concatenation of operands that have the axis already.
struct stack {
  static constexpr inferred infer(operands in, const attributes& a) {
    for (std::size_t k = 1; k < in.size(); ++k) {
      if (!(in[k].dtype == in[0].dtype)) return wrong(diag::fault::operands_differ_in_dtype);
      if (!(in[k].shape == in[0].shape))
        return wrong(diag::fault::shapes_differ, k == 1 ? 0 : static_cast<int>(k));
    }
    inferred out = expand_dims::infer(in.first(1), a);
    if (out.fault == diag::fault::none) out.shape[one_axis(a, out.shape.rank())] = in.size();
    return out;
  }
  /// expand_dims, on the first axis where none is given.
  static constexpr op_info each = [] {
    op_info out = expand_dims::info;
    out.needs = {};
    return out;
  }();
  static void spell(speller& s) {
    s.count("N");
    s.integer("axis", s.axis(s.shape.rank()));
  }
  static constexpr op_info info{.type = "Pack",
                                .name = "stack",
                                .operands = {"values", "values"},
                                .how = form::kernel,
                                .infer = infer,
                                .variadic = true,
                                .each = &each,
                                .join = &concat::info,
                                .takes = {option::axis},
                                .spell = spell};
};

}  // namespace ops

/// Tensors of one shape along a new axis, the first where none is given: stack(a, b, c, axis<1>) (tf.stack).
inline constexpr dsl::op_function<ops::stack> stack{};

}  // namespace xscope

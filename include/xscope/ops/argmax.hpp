// SPDX-License-Identifier: BSD-3-Clause
// The index of the greatest element along an axis; the first of equals.
#pragma once

#include "spelling.hpp"

#include <cstdint>

namespace xscope {

namespace ops {

struct argmax {
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].dtype.is_bool()) return wrong(diag::fault::dtype_not_allowed);
    if (in[0].shape.rank() == 0 || in[0].shape.elements() == 0) return wrong(diag::fault::rank_not_allowed);
    if (const diag::fault fault = fault_of_axis(a, in[0].shape.rank()); fault != diag::fault::none)
      return wrong(fault);
    attributes one = a;
    if (!a.has_axis) {
      one.has_axis = true;
      one.axis_count = 1;
    }
    one.keepdims = false;
    inferred out = reduce_axes(in, one);
    out.dtype = data_type_of<std::int64_t>;
    return out;
  }
  static void spell(speller& s) {
    s.takes("dimension", s.axis(s.in[0].shape.rank()));
    s.index_type("Tidx");
    s.type("output_type", s.dtype);
  }
  static constexpr op_info info{.type = "ArgMax",
                                .name = "ArgMax",
                                .operands = {"input"},
                                .infer = infer,
                                .takes = {option::axis},
                                .spell = spell};
};

}  // namespace ops

/// The index of the greatest element along an axis (the first axis where none is given), as int64:
/// argmax(x, axis<1>) (tf.argmax).
inline constexpr dsl::op_function<ops::argmax> argmax{};

}  // namespace xscope

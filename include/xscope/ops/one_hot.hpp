// SPDX-License-Identifier: BSD-3-Clause
// A row for each index: 1 at the index, 0 elsewhere.
#pragma once

#include "spelling.hpp"

namespace xscope {

namespace ops {

struct one_hot {
  static constexpr inferred infer(operands in, const attributes& a) {
    const extents& shape = in[0].shape;
    if (!in[0].dtype.is_integer()) return wrong(diag::fault::dtype_not_allowed);
    if (shape.rank() == max_rank) return wrong(diag::fault::rank_not_allowed);
    if (const diag::fault fault = fault_of_new_axis(a, shape.rank()); fault != diag::fault::none)
      return wrong(fault);
    const std::size_t axis = one_axis(a, shape.rank() + 1, -1);
    inferred out{a.dtype == data_type{} ? data_type_of<float> : a.dtype, {}};
    for (std::size_t i = 0; i < axis; ++i) out.shape.push_back(shape[i]);
    out.shape.push_back(a.shape[0]);
    for (std::size_t i = axis; i < shape.rank(); ++i) out.shape.push_back(shape[i]);
    return out;
  }
  static void spell(speller& s) {
    s.takes("depth", static_cast<std::int64_t>(s.attrs.shape[0]));
    s.takes_real("on_value", 1);
    s.takes_real("off_value", 0);
    s.type("T", s.dtype);
    s.type("TI", s.in[0].dtype);
    const std::int64_t axis = s.axis(s.shape.rank(), -1);
    s.integer("axis", axis + 1 == static_cast<std::int64_t>(s.shape.rank()) ? -1 : axis);
  }
  static constexpr op_info info{.type = "OneHot",
                                .name = "one_hot",
                                .operands = {"indices", nullptr},
                                .how = form::kernel,
                                .infer = infer,
                                .gradient = no_gradient,
                                .needs = {option::depth},
                                .takes = {option::axis, option::dtype},
                                .spell = spell};
};

}  // namespace ops

/// A row for each index, 1 at the index and 0 elsewhere: one_hot(labels, depth<10>), perhaps with a `dtype`,
/// and with the classes on another axis than the last: `axis<0>` (tf.one_hot). An index that is no class has
/// zeros.
inline constexpr dsl::op_function<ops::one_hot> one_hot{};

}  // namespace xscope

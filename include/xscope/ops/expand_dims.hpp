// SPDX-License-Identifier: BSD-3-Clause
// One more axis, of size 1: a view.
#pragma once

#include "reshape.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct expand_dims {
  static constexpr void gradient(gradient_builder& g, int n, int dy) { reshape::gradient(g, n, dy); }
  static constexpr inferred infer(operands in, const attributes& a) {
    const extents& shape = in[0].shape;
    if (shape.rank() == max_rank) return wrong(diag::fault::rank_not_allowed);
    if (const diag::fault fault = fault_of_new_axis(a, shape.rank()); fault != diag::fault::none)
      return wrong(fault);
    const std::size_t place = one_axis(a, shape.rank() + 1);
    inferred out{in[0].dtype, {}};
    for (std::size_t i = 0; i <= shape.rank(); ++i) {
      if (i == place) out.shape.push_back(1);
      if (i < shape.rank()) out.shape.push_back(shape[i]);
    }
    return out;
  }
  static void spell(speller& s) {
    s.takes("dim", s.attrs.axes[0]);
    s.index_type("Tdim");
  }
  static constexpr op_info info{.type = "ExpandDims",
                                .name = "ExpandDims",
                                .operands = {"input", nullptr},
                                .how = form::view,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::axis},
                                .spell = spell};
};

}  // namespace ops

/// x with an axis of size 1 put in: expand_dims(x, axis<0>) (tf.expand_dims).
inline constexpr dsl::op_function<ops::expand_dims> expand_dims{};

}  // namespace xscope

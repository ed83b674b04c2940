// SPDX-License-Identifier: BSD-3-Clause
// The same elements in another shape: a view, nothing is moved.
#pragma once

#include "spelling.hpp"

namespace xscope {

namespace ops {

struct reshape {
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    attributes back;
    back.shape = g.at(g.arg(n, 0)).shape;
    back.has_shape = true;
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), g.apply(info, {dy}, back));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    if (in[0].shape.elements() != a.shape.elements()) return wrong(diag::fault::elements_differ);
    return {in[0].dtype, a.shape};
  }
  static void spell(speller& s) {
    s.takes("shape", integers{s.shape});
    s.index_type("Tshape");
  }
  static constexpr op_info info{.type = "Reshape",
                                .name = "Reshape",
                                .operands = {"tensor", nullptr},
                                .how = form::view,
                                .infer = infer,
                                .gradient = gradient,
                                .needs = {option::shape},
                                .spell = spell};
};

}  // namespace ops

/// x in another shape of as many elements: reshape(x, shape<2, 3>) (tf.reshape).
inline constexpr dsl::op_function<ops::reshape> reshape{};

}  // namespace xscope

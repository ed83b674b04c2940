// SPDX-License-Identifier: BSD-3-Clause
// The axes in another order.
#pragma once

#include "spelling.hpp"

namespace xscope {

namespace ops {

struct transpose {
  /// The operand's axis that the result's axis i is.
  static constexpr std::size_t source(const attributes& a, std::size_t i, std::size_t rank) {
    return a.has_axis ? static_cast<std::size_t>(a.axes[i]) : rank - 1 - i;
  }
  /// Whether each axis is named once, none from behind (nor does TensorFlow take that).
  static constexpr bool is_permutation(const attributes& a, std::size_t rank) {
    for (std::size_t i = 0; i < a.axis_count; ++i) {
      if (a.axes[i] < 0) return false;
    }
    return a.axis_count == rank && axes_of(a, rank).fault == diag::fault::none;
  }
  static constexpr void gradient(gradient_builder& g, int n, int dy) {
    attributes back;
    back.has_axis = true;
    back.axis_count = g.at(n).shape.rank();
    for (std::size_t i = 0; i < back.axis_count; ++i)
      back.axes[source(g.attrs(n), i, back.axis_count)] = static_cast<int>(i);
    if (g.wants(g.arg(n, 0))) g.flow(g.arg(n, 0), g.apply(info, {dy}, back));
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    const extents& shape = in[0].shape;
    if (a.has_axis && !is_permutation(a, shape.rank())) return wrong(diag::fault::permutation);
    inferred out{in[0].dtype, {}};
    for (std::size_t i = 0; i < shape.rank(); ++i) out.shape.push_back(shape[source(a, i, shape.rank())]);
    return out;
  }
  static void spell(speller& s) {
    integers perm;
    for (std::size_t i = 0; i < s.shape.rank(); ++i)
      perm.push_back(static_cast<std::int64_t>(source(s.attrs, i, s.shape.rank())));
    s.takes("perm", perm);
    s.index_type("Tperm");
  }
  static constexpr op_info info{.type = "Transpose",
                                .name = "transpose",
                                .operands = {"x"},
                                .infer = infer,
                                .gradient = gradient,
                                .takes = {option::perm},
                                .spell = spell};
};

}  // namespace ops

/// x with its axes in another order, or in reverse: transpose(x, perm<1, 0, 2>) (tf.transpose).
inline constexpr dsl::op_function<ops::transpose> transpose{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// The parts of a tensor along an axis, without that axis: several results, each of them a slice.
#pragma once

#include "reshape.hpp"
#include "slice.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

struct unstack {
  static constexpr std::size_t results(operands in, const attributes& a) {
    return in[0].shape[one_axis(a, in[0].shape.rank())];
  }
  static constexpr inferred result(operands in, const attributes& a, std::size_t) {
    inferred out{in[0].dtype, {}};
    const std::size_t axis = one_axis(a, in[0].shape.rank());
    for (std::size_t i = 0; i < in[0].shape.rank(); ++i) {
      if (i != axis) out.shape.push_back(in[0].shape[i]);
    }
    return out;
  }
  static constexpr int pick(gradient_builder& g, const node& n, const attributes& a, std::size_t k) {
    const operand whole[] = {{g.at(n.args[0]).dtype, g.at(n.args[0]).shape}};
    const extents& shape = whole[0].shape;
    const int row = g.apply(slice::info, {n.args[0]}, rows_of(shape, one_axis(a, shape.rank()), k, 1));
    attributes without;
    without.has_shape = true;
    without.shape = result(whole, a, k).shape;
    return g.apply(reshape::info, {row}, without);
  }
  static constexpr inferred infer(operands in, const attributes& a) {
    const std::size_t rank = in[0].shape.rank();
    if (rank == 0) return wrong(diag::fault::rank_not_allowed);
    if (const diag::fault fault = fault_of_axis(a, rank); fault != diag::fault::none) return wrong(fault);
    if (results(in, a) == 0) return wrong(diag::fault::split_sizes);
    return result(in, a, 0);
  }
  static void spell(speller& s) {
    const std::int64_t axis = s.axis(s.in[0].shape.rank());
    s.integer("num", static_cast<std::int64_t>(s.in[0].shape[static_cast<std::size_t>(axis)]));
    s.integer("axis", axis);
  }
  static constexpr op_info info{.type = "Unpack",
                                .name = "unstack",
                                .operands = {"value"},
                                .infer = infer,
                                .results = results,
                                .result = result,
                                .pick = pick,
                                .takes = {option::axis},
                                .spell = spell};
};

}  // namespace ops

/// The parts of x along its first axis, or along another, without that axis, as a pack: unstack(x, axis<1>)
/// (tf.unstack).
inline constexpr dsl::op_function<ops::unstack> unstack{};

}  // namespace xscope

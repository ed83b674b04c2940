// SPDX-License-Identifier: BSD-3-Clause
// A tensor in parts along an axis: several results, each of them a slice.
#pragma once

#include "slice.hpp"
#include "spelling.hpp"

namespace xscope {

namespace ops {

/// Into parts of their own sizes.
struct split_v;

/// Into equal parts. Attributes: the number of parts, or the size of each, stands in shape.
struct split {
  static constexpr std::size_t results(operands, const attributes& a) {
    return a.shape.rank() == 1 ? a.shape[0] : a.shape.rank();
  }
  static constexpr std::size_t rows(const extents& shape, const attributes& a, std::size_t k) {
    return a.shape.rank() == 1 ? shape[one_axis(a, shape.rank())] / a.shape[0] : a.shape[k];
  }
  static constexpr inferred result(operands in, const attributes& a, std::size_t k) {
    inferred out{in[0].dtype, in[0].shape};
    out.shape[one_axis(a, out.shape.rank())] = rows(in[0].shape, a, k);
    return out;
  }
  static constexpr int pick(gradient_builder& g, const node& n, const attributes& a, std::size_t k) {
    const extents shape = g.at(n.args[0]).shape;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < k; ++i) begin += rows(shape, a, i);
    return g.apply(slice::info, {n.args[0]},
                   rows_of(shape, one_axis(a, shape.rank()), begin, rows(shape, a, k)));
  }
  static constexpr inferred infer(operands in, const attributes& a);
  static void spell(speller& s) {
    s.takes("split_dim", s.axis(s.in[0].shape.rank()));
    s.last_goes_before(0);
    s.integer("num_split", static_cast<std::int64_t>(s.attrs.shape[0]));
  }
  static constexpr op_info info{.type = "Split",
                                .name = "split",
                                .operands = {"value"},
                                .infer = infer,
                                .results = results,
                                .result = result,
                                .pick = pick,
                                .needs = {option::splits},
                                .takes = {option::axis},
                                .spell = spell};
};

struct split_v {
  static void spell(speller& s) {
    s.takes("size_splits", integers{s.attrs.shape});
    s.takes("split_dim", s.axis(s.in[0].shape.rank()));
    s.index_type("Tlen");
    s.integer("num_split", static_cast<std::int64_t>(s.attrs.shape.rank()));
  }
  static constexpr op_info info{.type = "SplitV",
                                .name = "split",
                                .operands = {"value"},
                                .infer = split::infer,
                                .results = split::results,
                                .result = split::result,
                                .pick = split::pick,
                                .spell = spell};
};

constexpr inferred split::infer(operands in, const attributes& a) {
  const extents& shape = in[0].shape;
  if (shape.rank() == 0) return wrong(diag::fault::rank_not_allowed);
  if (const diag::fault fault = fault_of_axis(a, shape.rank()); fault != diag::fault::none)
    return wrong(fault);
  if (a.shape.rank() == 0) return wrong(diag::fault::split_sizes);
  std::size_t sum = 0;
  for (const std::size_t size : a.shape) sum += size;
  const std::size_t all = shape[one_axis(a, shape.rank())];
  const bool fits = a.shape.rank() == 1 ? a.shape[0] != 0 && all % a.shape[0] == 0 : sum == all;
  if (!fits) return wrong(diag::fault::split_sizes);
  inferred out = result(in, a, 0);
  if (a.shape.rank() > 1) out.as = &split_v::info;
  return out;
}

}  // namespace ops

/// x in equal parts along an axis, or in parts of these sizes, as a pack: split(x, num_or_size_splits<3>,
/// axis<1>), split(x, num_or_size_splits<1, 4>) (tf.split).
inline constexpr dsl::op_function<ops::split> split{};

}  // namespace xscope

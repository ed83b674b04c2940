// SPDX-License-Identifier: BSD-3-Clause
// Operations that only gradients use, as TensorFlow's nodes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "expansions.hpp"

namespace xscope::graph_defs {

/// The filter comes with the last two axes exchanged, as the product takes it; TensorFlow has it as it is.
inline void conv2d_input_gradient(const application& a) {
  const expansion e(a);
  const std::string sizes = a.integers("input_sizes", numbers_of(a.op.shape));
  const std::string filter = e.transpose(a.in[0].node, {0, 1, 3, 2});
  spelled(a).input = {sizes, filter, a.in[1].node};
}
/// TensorFlow's loss has its own slope as a second result, which is multiplied with what flows in.
inline void sparse_softmax_cross_entropy_gradient(const application& a) {
  const extents& logits = a.shape_of(1);
  const extents rows{logits.elements() / (logits.back() == 0 ? 1 : logits.back()), logits.back()};
  const expansion e(a);
  const std::string flat_logits = logits.rank() == 2 ? a.in[1].node : e.reshape(a.in[1].node, rows);
  const std::string shape = a.make.integers(a.below("labels/shape"), {numbers_of(rows)[0]});
  node_def& labels = a.make.extra(a.below("labels"), "Reshape", {a.in[0].node, shape});
  labels.attr["T"] = a.in[0].dtype;
  labels.attr["Tshape"] = index_type;
  const std::string flat_labels = labels.name;
  node_def& loss = e.node("SparseSoftmaxCrossEntropyWithLogits", {flat_logits, flat_labels});
  loss.attr["Tlabels"] = a.in[0].dtype;
  const std::string slope = output_of(loss.name, 1);
  const std::string upstream = e.reshape(a.in[2].node, extents{rows[0], 1});
  if (logits.rank() == 2) {
    a.node("Mul", {upstream, slope}).attr["T"] = a.op.dtype;
    return;
  }
  finish_in_shape(a, e("Mul", {upstream, slope}));
}

/// The copies along each axis become an axis of their own, over which is summed.
inline void tile_gradient(const application& a) {
  std::vector<std::int64_t> copies;
  std::vector<std::int64_t> sizes;
  for (std::size_t i = 0; i < a.op.shape.rank(); ++i) {
    copies.push_back(static_cast<std::int64_t>(sizes.size()));
    sizes.push_back(static_cast<std::int64_t>(a.attrs().shape[i]));
    sizes.push_back(static_cast<std::int64_t>(a.op.shape[i]));
  }
  node_def& split = a.make.extra(a.below("Reshape"), "Reshape", {a.in[0].node, a.integers("shape", sizes)});
  split.attr["T"] = a.op.dtype;
  split.attr["Tshape"] = index_type;
  const std::string from = split.name;
  node_def& n = a.node("Sum", {from, a.integers("reduction_indices", copies)});
  n.attr["T"] = a.op.dtype;
  n.attr["Tidx"] = index_type;
  n.attr["keep_dims"] = false;
}

/// The product of all other elements: of those before, and of those behind, as TensorFlow's gradient has it.
inline void product_gradient(const application& a) {
  const extents& whole = a.shape_of(0);
  const ops::axis_set axes = ops::axes_of(a.attrs(), whole.rank());
  std::vector<std::int64_t> order;
  std::size_t reduced = 1;
  for (const bool in : {true, false}) {
    for (std::size_t i = 0; i < whole.rank(); ++i) {
      if (axes.in[i] != in) continue;
      order.push_back(static_cast<std::int64_t>(i));
      if (in) reduced *= whole[i];
    }
  }
  extents moved = whole;
  std::vector<std::int64_t> back(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    moved.dims[i] = whole[static_cast<std::size_t>(order[i])];
    back[static_cast<std::size_t>(order[i])] = static_cast<std::int64_t>(i);
  }
  const expansion e(a);
  const std::string there = e.reshape(e.transpose(a.in[0].node, order),
                                      extents{reduced, reduced == 0 ? 0 : whole.elements() / reduced});
  const std::string axis = a.integer("axis", 0);
  const auto cumulated = [&](bool reverse) {
    node_def& n = e.node("Cumprod", {there, axis});
    n.attr["Tidx"] = index_type;
    n.attr["exclusive"] = true;
    n.attr["reverse"] = reverse;
    return n.name;
  };
  const std::string before = cumulated(false);
  const std::string all = e.reshape(e("Mul", {before, cumulated(true)}), moved);
  node_def& n = a.node("Transpose", {all, a.integers("perm", back)});
  n.attr["T"] = a.op.dtype;
  n.attr["Tperm"] = index_type;
}

}  // namespace xscope::graph_defs

// SPDX-License-Identifier: BSD-3-Clause
// Reverse accumulation: the nodes of d(loss)/d(variable), appended to the nodes of the loss. Each operation
// knows its own part; what no trained variable stands behind is left out.
#pragma once

#include "../meta/growing.hpp"
#include "../ops/add.hpp"
#include "../ops/node.hpp"
#include "../ops/reduce_sum.hpp"
#include "../ops/reshape.hpp"

namespace xscope::gradients {

using ops::node;
using ops::node_buffer;
using ops::node_kind;

/// Appends the gradients; gives for each trained node the node of its gradient, or -1 where the loss does
/// not depend on it.
constexpr growing<int> reverse(node_buffer& nodes, int loss, const growing<int>& trained) {
  const std::size_t before = nodes.list.size();
  growing<int> slopes(before, -1);
  growing<bool> relevant(before, false);
  for (const int t : trained) relevant[static_cast<std::size_t>(t)] = true;
  for (std::size_t i = 0; i < before; ++i) {
    const node& n = nodes.list[i];
    if (n.kind != node_kind::apply || !n.dtype.is_floating()) continue;
    for (const int a : n.operands()) relevant[i] = relevant[i] || relevant[static_cast<std::size_t>(a)];
  }

  ops::gradient_builder g{
      nodes, slopes.data(), relevant.data(), {&ops::add::info, &ops::reduce_sum::info, &ops::reshape::info}};
  if (relevant[static_cast<std::size_t>(loss)]) {
    slopes[static_cast<std::size_t>(loss)] = g.scalar(1.0, loss);
    for (int i = loss; i >= 0; --i) {
      const int slope = slopes[static_cast<std::size_t>(i)];
      if (slope < 0 || !relevant[static_cast<std::size_t>(i)] || g.at(i).kind != node_kind::apply) continue;
      g.at(i).op->gradient(g, i, slope);
    }
  }

  growing<int> out;
  for (const int t : trained) out.push_back(slopes[static_cast<std::size_t>(t)]);
  return out;
}

}  // namespace xscope::gradients

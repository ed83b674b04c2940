// SPDX-License-Identifier: BSD-3-Clause
// A graph as a picture, in Graphviz' language: a cluster for each scope, a node for each operation, an edge
// for each operand.
//   std::ofstream("net.dot") << xs::to_dot(g);    // dot -Tpng net.dot -o net.png
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <string>

#include "../drawing/picture.hpp"
#include "../graph_records/extract.hpp"

namespace xscope {

/// A graph in Graphviz' language, the same text each time: scopes as nested clusters, operations as nodes
/// with the last piece of their names, their types where these differ, and shapes. Variables are ellipses,
/// placeholders point down, constants have a folded corner; results have a double green border. What is
/// shared is violet and says how often, and so does a scope that uses the variables of another. All gradients
/// of a training step stand in one cluster, what its optimizer has and does in another, with hyper-parameters
/// in the title; what changes a variable points at it with a dashed line, what waits for another has a dotted
/// one.
template <class Program>
std::string to_dot(graphs::graph_t<Program> g) {
  return drawing::dot_writer(graph_records::graph_of(g)).text();
}

}  // namespace xscope

#include "../macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// Graphs as TensorFlow's GraphDef: what its tools, Netron and TensorBoard read. Needs protozero.
//   xs::graph_def(g)                           the message in binary; with xs::io::as_text as text
//   xs::save_graph_def(session, "net.pb")      frozen: variables are constants
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "../files/replacement.hpp"
#include "../graph_defs/binary.hpp"
#include "../graph_defs/nodes.hpp"
#include "../graph_defs/text.hpp"
#include "../graph_records/extract.hpp"

namespace xscope {

// Whoever has a session has included what it is; a graph alone needs no arithmetic.
template <class Graph, class Holder, class Storage>
class session;

namespace io {

/// Protocol Buffers' text format, not the binary one.
struct as_text_t {};
inline constexpr as_text_t as_text{};

}  // namespace io

namespace graph_defs {

template <class Program>
std::vector<node_def> nodes_of(graphs::graph_t<Program> g) {
  return nodes_of(graph_records::graph_of(g).operations);
}
/// With variables as constants that have their values of now.
template <class Program, class Holder, class Storage>
std::vector<node_def> nodes_of(const session<graphs::graph_t<Program>, Holder, Storage>& s) {
  constexpr graphs::graph_t<Program> g{};
  std::vector<operation> operations = graph_records::graph_of(g).operations;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    if (operations[i].is_variable()) operations[i].values = s.bytes_of(g.operations()[i]);
  }
  return nodes_of(operations);
}

/// What can be written: a graph, or a session, whose variables become constants.
template <class T>
concept exportable = requires(const T& of) { graph_defs::nodes_of(of); };

}  // namespace graph_defs

/// A graph as TensorFlow's GraphDef, in binary (tf: graph.as_graph_def().SerializeToString()): the operations
/// under their names, with TensorFlow's types and attributes. A variable is a VariableV2 and an Identity
/// `v/read`, or a VarHandleOp and a ReadVariableOp, by `use_resource`. What TensorFlow makes of several nodes
/// (gelu, gru, lstm) becomes these; the last one has the operation's name. Of a session: frozen, with
/// variables as constants (tf.graph_util.convert_variables_to_constants).
template <graph_defs::exportable From>
std::string graph_def(const From& from) {
  return graph_defs::binary_of(graph_defs::nodes_of(from));
}
/// The same in Protocol Buffers' text format.
template <graph_defs::exportable From>
std::string graph_def(const From& from, io::as_text_t) {
  return graph_defs::text_of(graph_defs::nodes_of(from));
}

/// Writes the GraphDef of a graph, or the frozen one of a session, to a file, which is replaced as a whole:
/// as text where its name ends in ".pbtxt", in binary otherwise (tf.io.write_graph). Throws io::error.
template <graph_defs::exportable From>
void save_graph_def(const From& from, const std::string& path) {
  files::replace_file(path, path.ends_with(".pbtxt") ? graph_def(from, io::as_text) : graph_def(from));
}

}  // namespace xscope

#include "../macros/restore.hpp"

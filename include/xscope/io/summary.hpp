// SPDX-License-Identifier: BSD-3-Clause
// The variables of a graph as a table: the tree of their scopes, each with the sum of what is in it.
//   std::cout << xs::summary(g);
//   variable      shape     dtype    parameters  bytes
//   --------------------------------------------------
//   net                                      36    144
//     kernel      (8, 4)    float32          32    128
//     bias        (4,)      float32           4     16
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <string>

#include "../drawing/table.hpp"
#include "../graph_records/extract.hpp"

namespace xscope {

namespace io {

/// How a table is drawn: with letters alone, with lines, or with lines where the standard output is a
/// terminal that shows them.
enum class table_style : unsigned char { automatic, plain, boxes };

}  // namespace io

/// The variables of a graph as a table, in the tree of their scopes: shapes, element types, parameters and
/// bytes, with their sums; what is not trained and what is shared is marked, each variable stands there once.
/// Slices of a partitioned variable that are alike share a row. Behind the totals: the bytes that a run takes
/// beside the variables.
template <class Program>
std::string summary(graphs::graph_t<Program> g, io::table_style style = io::table_style::automatic) {
  const bool boxes = style == io::table_style::boxes ||
                     (style == io::table_style::automatic && drawing::output_shows_boxes());
  return drawing::table_of(graph_records::variables_of(g), graph_records::workspace_of<Program>(), boxes);
}
/// The same of a session's graph.
template <template <class, class, class> class Session, class Program, class Holder, class Storage>
std::string summary(const Session<graphs::graph_t<Program>, Holder, Storage>&,
                    io::table_style style = io::table_style::automatic) {
  return summary(graphs::graph_t<Program>{}, style);
}

}  // namespace xscope

#include "../macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// A graph for TensorBoard.
//   xs::write_graph("logs", g);      tensorboard --logdir logs
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <string>

#include "graph_def.hpp"
#include "summary_writer.hpp"

namespace xscope {

/// Writes a graph into a file of events in a folder, which it makes, so that TensorBoard shows it: scopes as
/// boxes that open (tf.summary.FileWriter(logdir, graph)). Throws io::error.
template <graph_defs::exportable From>
void write_graph(const std::string& logdir, const From& from) {
  summary_writer writer(logdir);
  writer.add_graph(graph_def(from));
  writer.flush();
}

}  // namespace xscope

#include "../macros/restore.hpp"

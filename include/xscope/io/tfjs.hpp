// SPDX-License-Identifier: BSD-3-Clause
// A model as TensorFlow.js loads it: model.json and the weights beside it. Needs nlohmann-json.
//   xs::save_tfjs(session, "web/model");
//   loadGraphModel('web/model/model.json').execute({'x': x}, 'net/add:0')      // JavaScript
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <string>

#include "../graph_defs/tfjs.hpp"
#include "../graph_records/signature.hpp"
#include "graph_def.hpp"

namespace xscope {

/// Writes a session's graph and the values of its variables as a model of TensorFlow.js (a graph model, as
/// tensorflowjs_converter writes it): folder/model.json, and the weights in one file beside it. Any tensor
/// can be fed and fetched there by its scoped name. float64 and float16 become float32, integers int32. The
/// folder is made; both files are replaced as a whole, the model last. Throws io::error.
template <class Program, class Holder, class Storage>
void save_tfjs(const session<graphs::graph_t<Program>, Holder, Storage>& s, const std::string& folder) {
  graph_defs::save_tfjs(folder, graph_defs::nodes_of(s),
                        graph_records::signature_of(graphs::graph_t<Program>{}));
}

}  // namespace xscope

#include "../macros/restore.hpp"

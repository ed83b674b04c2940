// SPDX-License-Identifier: BSD-3-Clause
// Weights in files, by their scoped names, .safetensors and .npz; graphs for TensorFlow's tools, for
// TensorFlow.js, as tables and as pictures; summaries for TensorBoard. Needs nlohmann-json, libzip and
// protozero, and what is linked is libzip. (Tables and pictures alone need none of them: io/summary.hpp,
// io/dot.hpp, io/svg.hpp.)
//   xs::save(s, "model.safetensors");    xs::load(s, "model.npz", xs::io::partial);
//   xs::save_graph_def(s, "frozen.pb");  xs::save_tfjs(s, "web/model");    xs::write_graph("logs", g);
//   xs::summary_writer("logs").add_scalar("loss", loss, step);
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "io/graph_def.hpp"
#include "io/load.hpp"
#include "io/save.hpp"
#include "io/summary.hpp"
#include "io/summary_writer.hpp"
#include "io/svg.hpp"
#include "io/tfjs.hpp"
#include "io/write_graph.hpp"

#include "macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// Weights in files, by their scoped names, .safetensors and .npz; graphs for TensorFlow's tools and for
// TensorFlow.js; summaries for TensorBoard. Needs nlohmann-json, libzip and protozero, and what is linked is
// libzip.
//   xs::save(s, "model.safetensors");    xs::load(s, "model.npz", xs::io::partial);
//   xs::save_graph_def(s, "frozen.pb");  xs::save_tfjs(s, "web/model");    xs::write_graph("logs", g);
//   xs::summary_writer("logs").add_scalar("loss", loss, step);
#pragma once

#include "io/graph_def.hpp"
#include "io/load.hpp"
#include "io/save.hpp"
#include "io/summary_writer.hpp"
#include "io/tfjs.hpp"
#include "io/write_graph.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// Weights in files, by their scoped names, .safetensors and .npz; and summaries for TensorBoard. Needs
// nlohmann-json, libzip and protozero, and what is linked is libzip.
//   xs::save(s, "model.safetensors");    xs::load(s, "model.npz", xs::io::partial);
//   xs::summary_writer("logs").add_scalar("loss", loss, step);
#pragma once

#include "io/load.hpp"
#include "io/save.hpp"
#include "io/summary_writer.hpp"

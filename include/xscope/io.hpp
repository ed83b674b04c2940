// SPDX-License-Identifier: BSD-3-Clause
// Weights in files, by their scoped names: .safetensors and .npz; graphs as tables and pictures. Needs
// nlohmann-json and libzip, and what is linked is libzip. (Tables and pictures alone need neither:
// io/summary.hpp, io/dot.hpp, io/svg.hpp.)
//   xs::save(s, "model.safetensors");    xs::load(s, "model.npz", xs::io::partial);
#pragma once

#include "io/load.hpp"
#include "io/save.hpp"
#include "io/summary.hpp"
#include "io/svg.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// Weights in files, by their scoped names: .safetensors and .npz. Needs nlohmann-json and libzip, and what
// is linked is libzip.
//   xs::save(s, "model.safetensors");    xs::load(s, "model.npz", xs::io::partial);
#pragma once

#include "io/load.hpp"
#include "io/save.hpp"

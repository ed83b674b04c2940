// SPDX-License-Identifier: BSD-3-Clause
// Layers with variables of their own, under the names that tf.layers and Keras give them.
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "graph.hpp"
#include "layers/conv2d.hpp"
#include "layers/dense.hpp"
#include "layers/gru.hpp"
#include "layers/lstm.hpp"

#include "macros/restore.hpp"

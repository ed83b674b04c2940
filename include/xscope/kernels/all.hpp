// SPDX-License-Identifier: BSD-3-Clause
// The code of all operations that are no function of single elements.
#pragma once

#include "convolutions.hpp"
#include "cross_entropy.hpp"
#include "gru.hpp"
#include "lstm.hpp"
#include "moves.hpp"
#include "places.hpp"
#include "pooling.hpp"
#include "products.hpp"
#include "reductions.hpp"
#include "softmax.hpp"

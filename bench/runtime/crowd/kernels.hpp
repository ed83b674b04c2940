// SPDX-License-Identifier: BSD-3-Clause
// Three programs that are compiled twice: in a file of their own, and in one with twenty other graphs. Each
// file is a library that shows these functions only, so that the linker does not take one's code for the
// other's.
#pragma once

#include <cstddef>

#include <xscope/session.hpp>

namespace crowd {

constexpr std::size_t chain_size = 1024;
constexpr std::size_t rows = 64;
constexpr std::size_t columns = 256;

/// What a library shows. All variables are ones.
struct kernels {
  const float* (*chain)(const float* x);    // relu(a * x + b) * c + d
  const float* (*product)(const float* x);  // relu(x[64,256] w[256,256] + b)
  const float* (*softmax)(const float* x);  // of [64,256]
};

}  // namespace crowd

#define XSCOPE_SHOWN [[gnu::visibility("default")]]
XSCOPE_SHOWN const crowd::kernels& kernels_alone();
XSCOPE_SHOWN const crowd::kernels& kernels_among_twenty();

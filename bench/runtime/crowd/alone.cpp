// SPDX-License-Identifier: BSD-3-Clause
// The three programs, and nothing else.
#include "programs.hpp"

const crowd::kernels& kernels_alone() { return all_kernels(); }

// SPDX-License-Identifier: BSD-3-Clause
// What all kernels take from the operations: the specification that they are compiled for, and what follows
// from shapes and attributes.
#pragma once

#include "../config.hpp"
#include "../math/wide.hpp"
#include "../ops/layout.hpp"

namespace xscope::kernels {

using ops::attributes;
using ops::axis_split;
using ops::kernel_spec;
using ops::last_axis;
using ops::one_axis;
using ops::reduction_loop;
using ops::reduction_of;
using ops::row_split;
using ops::split_at;
using ops::stride_of;

}  // namespace xscope::kernels

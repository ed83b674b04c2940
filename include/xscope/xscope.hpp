// SPDX-License-Identifier: BSD-3-Clause
// All of xscope but what is opt-in.
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "graph.hpp"
#include "io/summary.hpp"
#include "session.hpp"

#include "macros/restore.hpp"

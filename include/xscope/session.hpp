// SPDX-License-Identifier: BSD-3-Clause
// Sessions: graphs that run. Includes xtensor.
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "running/backend/xsimd.hpp"
#include "running/backend/xtensor.hpp"

#include "graph.hpp"
#include "running/session.hpp"

#include "macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// Sessions: graphs that run. Includes xtensor.
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "run/backend/xsimd.hpp"
#include "run/backend/xtensor.hpp"

#include "graph.hpp"
#include "run/session.hpp"

#include "macros/restore.hpp"

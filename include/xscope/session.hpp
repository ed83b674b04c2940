// SPDX-License-Identifier: BSD-3-Clause
// Sessions: graphs that run. Includes xtensor.
#pragma once

#include "graph.hpp"
#include "run/session.hpp"

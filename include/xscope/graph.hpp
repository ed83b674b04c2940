// SPDX-License-Identifier: BSD-3-Clause
// Programs, their names, their graphs and their plans: all of the library that needs no xtensor.
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "graph/elsewhere.hpp"
#include "graph/graph.hpp"
#include "ops/all.hpp"
#include "optimizers/all.hpp"
#include "plan/text.hpp"
#include "program/leaves.hpp"
#include "program/scopes.hpp"

#include "macros/restore.hpp"

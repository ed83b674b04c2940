// SPDX-License-Identifier: BSD-3-Clause
// Programs, their names, their graphs and their plans: all of the library that needs no xtensor.
#pragma once

#include "config.hpp"

#include "macros/hide.hpp"

#include "dsl/leaves.hpp"
#include "dsl/scopes.hpp"
#include "graphs/elsewhere.hpp"
#include "graphs/graph.hpp"
#include "ops/all.hpp"
#include "optimizers/all.hpp"
#include "planning/text.hpp"

#include "macros/restore.hpp"

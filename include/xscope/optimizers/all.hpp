// SPDX-License-Identifier: BSD-3-Clause
// All optimizers: a new one adds its file and its line here.
#pragma once

#include "adam.hpp"
#include "gradient_descent.hpp"
#include "momentum.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// The slow part of Catch2, compiled once for all runtime tests.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

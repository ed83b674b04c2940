// expect: variable_exists: foo/v
// refused: it compiles
// SPDX-License-Identifier: BSD-3-Clause
static_assert(true, "variable_exists: foo/v");

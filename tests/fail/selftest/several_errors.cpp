// expect: variable_exists: foo/v
// refused: 2 errors instead of 1
// SPDX-License-Identifier: BSD-3-Clause
#ifndef TWIN
static_assert(false, "variable_exists: foo/v");
static_assert(false, "and what follows from it");
#endif

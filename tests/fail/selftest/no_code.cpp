// variable_exists: foo/v
// refused: line 1 is not
// SPDX-License-Identifier: BSD-3-Clause
static_assert(true);

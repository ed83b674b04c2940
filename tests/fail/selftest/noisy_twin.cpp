// expect: variable_exists: foo/v
// refused: the twin does not compile in silence
// SPDX-License-Identifier: BSD-3-Clause
#ifndef TWIN
static_assert(false, "variable_exists: foo/v");
#else
#pragma message("not silent")
#endif

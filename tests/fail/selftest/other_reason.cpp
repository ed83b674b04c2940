// expect: variable_exists: foo/v
// refused: not in the first error: ['foo/v']
// SPDX-License-Identifier: BSD-3-Clause
// The source holds the text, the message does not.
#ifndef TWIN
static_assert(false, "variable_exists: foo/w");  // foo/v
#endif

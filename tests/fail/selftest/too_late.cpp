// expect: late: the sentence comes late
// refused: the sentence is in line 6
// SPDX-License-Identifier: BSD-3-Clause
#ifndef TWIN
#pragma message("1")
#pragma message("2")
#pragma message("3")
#pragma message("4")
#pragma message("5")
static_assert(false, "late: the sentence comes late");
#endif

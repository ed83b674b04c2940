// expect: option: an option is given twice
// SPDX-License-Identifier: BSD-3-Clause
// A keyword argument that is given twice.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::get_variable<"v", xs::shape<2>>;
#else
constexpr auto program = xs::get_variable<"v", xs::shape<2>, xs::shape<3>>;
#endif
static_assert(xs::diagnose(program).ok());

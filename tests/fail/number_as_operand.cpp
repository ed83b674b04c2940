// expect: invalid_argument: a number of C++ stands among the statements in ``, where only its type is known; write 2.0_c or value<2.0f>, or feed a placeholder
// SPDX-License-Identifier: BSD-3-Clause
// A C++ number as an operand of an operation.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;

#ifdef TWIN
constexpr auto scaled = xs::multiply(x, 2.0_c);
#else
constexpr auto scaled = xs::multiply(x, 2.0);
#endif
constexpr auto g = xs::graph(scaled);
static_assert(g.result().shape() == xs::shape<3>);

// expect: invalid_argument: a number of C++ stands among the statements in ``; write 2.0_c or value<2.0f>, or feed a placeholder
// SPDX-License-Identifier: BSD-3-Clause
// A number that is known when the program runs, if at all.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
float rate = 0.5f;
#ifdef TWIN
const auto scaled = xs::placeholder<"rate", xs::shape<>> * x;
#else
const auto scaled = rate * x;
#endif
[[maybe_unused]] const auto g = xs::graph(scaled);

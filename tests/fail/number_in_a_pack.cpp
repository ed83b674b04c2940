// expect: invalid_argument: a number of C++ stands among the statements in ``; write 2.0_c or value<2.0f>, or feed a placeholder
// SPDX-License-Identifier: BSD-3-Clause
// A number is no statement.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
#ifdef TWIN
constexpr auto both = xs::pack(x, 2.0_c);
#else
constexpr auto both = xs::pack(x, 2.0f);
#endif
[[maybe_unused]] constexpr auto g = xs::graph(both);

// expect: shape_error: a layer in `net` cannot be called with what it is given, or does not compile, as told above
// after: rleu
// SPDX-License-Identifier: BSD-3-Clause
// A misspelt function of the user.
#include <xscope/layers.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return xs::relu(y); }; };
#else
constexpr auto net = [](auto x) { return x | xs::relu | [=](auto y) { return rleu(y); }; };
#endif
constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto g = xs::graph(x | xs::variable_scope<"net">(net));
static_assert(g.result_count() == 1);

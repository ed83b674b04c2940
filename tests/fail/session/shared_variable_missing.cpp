// expect: unknown_name: variable `net/gain:0` is not in the session whose variables are shared; `net/scale:0`
// SPDX-License-Identifier: BSD-3-Clause
// A second graph over the variables of a session may have no others.
#include <xscope/session.hpp>

namespace xs = xscope;

template <xs::fixed_string Name>
constexpr auto scaled =
    xs::placeholder<"x", xs::shape<2>> * xs::variable_scope<"net">(xs::get_variable<Name, xs::shape<2>>);
constexpr auto g = xs::graph(scaled<"scale">);
#ifdef TWIN
constexpr auto other = xs::graph(scaled<"scale"> | xs::relu);
#else
constexpr auto other = xs::graph(scaled<"gain"> | xs::relu);
#endif

[[maybe_unused]] void run(decltype(xs::session{g})& s) { xs::session t{other, s}; }

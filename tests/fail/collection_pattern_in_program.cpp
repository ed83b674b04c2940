// expect: invalid_argument: `(?P=name)/` selects no names: `(?P=name)` in it asks for a group that is not there; write
// SPDX-License-Identifier: BSD-3-Clause
// A filter of a program's own listing that asks for a group that there is not.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto listing = xs::get_collection<"variables", "(?P<name>gen)/(?!(?P=name))">;
#else
constexpr auto listing = xs::get_collection<"variables", "(?P=name)/">;
#endif
constexpr auto g =
    xs::graph(xs::seq(xs::variable_scope<"gen">(xs::get_variable<"w", xs::shape<2>>), listing));
static_assert(g.result().size() == 1);

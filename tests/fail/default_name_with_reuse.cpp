// expect: reuse_needs_name: the default name `layer`; give the scope a name
// SPDX-License-Identifier: BSD-3-Clause
// A scope whose name is made unique has nothing to reuse.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto layer = xs::variable_scope<"layer", xs::auto_reuse>;
#else
constexpr auto layer = xs::variable_scope<xs::none, xs::default_name<"layer">, xs::auto_reuse>;
#endif
constexpr auto g = xs::graph(layer(xs::get_variable<"v", xs::shape<1>>));
static_assert(g.variables().size() == 1);

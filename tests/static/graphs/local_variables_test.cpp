// SPDX-License-Identifier: BSD-3-Clause
// Local variables: in the same store and scopes as the others, in a collection of their own, never trained.
#include <xscope/graph.hpp>

namespace local_variables {

namespace xs = xscope;

constexpr auto program = xs::variable_scope<"metric">(xs::get_local_variable<"total", xs::shape<>>,
                                                      xs::get_variable<"weight", xs::shape<2>>,
                                                      xs::get_local_variable<"count", xs::shape<>>);
constexpr auto g = xs::graph(program);
static_assert(g.result().name() == "metric/count:0");
static_assert(g.variables().size() == 3);
static_assert(g.local_variables().size() == 2);
static_assert(g.local_variables()[0].name() == "metric/total:0");
static_assert(g.global_variables().size() == 1);
static_assert(g.global_variables()[0].name() == "metric/weight:0");
static_assert(g.trainable_variables().size() == 1);
static_assert(g.get_collection<"local_variables">().size() == 2);
static_assert(g.get_collection<"local_variables", "metric/c">().size() == 1);
static_assert(g.get_collection<"no_such_key">().empty());
static_assert(!g.result().trainable());

// Reuse goes by the name alone.
constexpr auto shared = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(
    xs::pack(xs::get_local_variable<"v", xs::shape<1>>, xs::get_variable<"v", xs::shape<1>>)));
static_assert(shared.result<0>() == shared.result<1>());
static_assert(shared.local_variables().size() == 1 && shared.global_variables().empty());

}  // namespace local_variables

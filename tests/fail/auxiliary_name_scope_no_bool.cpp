// expect: invalid_argument: auxiliary_name_scope must be true or false; give one of them
// SPDX-License-Identifier: BSD-3-Clause
// A text in the place of a bool.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program = xs::variable_scope<"net">(
    xs::variable_scope<"a", xs::auxiliary_name_scope<false>>(xs::get_variable<"v", xs::shape<>>));
#else
constexpr auto program =
    xs::variable_scope<"net">(xs::variable_scope<"a", xs::auxiliary_name_scope<xs::text<"invalid">>>(
        xs::get_variable<"v", xs::shape<>>));
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());

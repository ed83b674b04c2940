// expect: invalid_argument: variable `net/v`: the custom_getter is not callable; give a captureless lambda
// SPDX-License-Identifier: BSD-3-Clause
// A number in the place of a getter.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto program =
    xs::variable_scope<"net", xs::custom_getter<[](auto getter, auto request) { return getter(request); }>>(
        xs::get_variable<"v", xs::shape<2>>);
#else
constexpr auto program = xs::variable_scope<"net", xs::custom_getter<3>>(xs::get_variable<"v", xs::shape<2>>);
#endif
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());

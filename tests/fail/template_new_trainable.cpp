// expect: invalid_argument: a trainable variable was created when calling a template after the first time; use get_variable
// SPDX-License-Identifier: BSD-3-Clause
// tf.Variable makes another variable in each call of a template.
#include <xscope/graph.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto layer = [] { return xs::get_variable<"v", xs::shape<>>; };
#else
constexpr auto layer = [] { return xs::variable<"v", xs::value<1.0f>>; };
#endif
constexpr auto program = xs::make_template<"layer">(layer) | [](auto t) { return xs::seq(t(), t()); };
constexpr auto g = xs::graph(program);
static_assert(!g.operations().empty());

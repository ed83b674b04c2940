// expect: shape_error: the program has the result `foo`, which is no tensor; fetch one by its name
// SPDX-License-Identifier: BSD-3-Clause
// A program whose value is a scope has nothing to compute.
#include <xscope/session.hpp>

namespace xs = xscope;

#ifdef TWIN
constexpr auto g = xs::graph(xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<2>>));
#else
constexpr auto g = xs::graph(xs::variable_scope<"foo">());
#endif

[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run(); }

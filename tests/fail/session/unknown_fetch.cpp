// expect: unknown_name: there is no tensor `Test1/Mull:0` in the graph; nearest names are `Test1/Mul:0`
// SPDX-License-Identifier: BSD-3-Clause
// A tensor's name with a slip of the pen.
#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<2>>;
constexpr auto g = xs::graph(xs::let(x, [](auto a) { return xs::name_scope<"Test1">(xs::multiply(a, a)); }));
xt::xtensor_fixed<float, xt::xshape<2>> feed{1.0F, 2.0F};

#ifdef TWIN
[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run<"Test1/Mul:0">(feed); }
#else
[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run<"Test1/Mull:0">(feed); }
#endif

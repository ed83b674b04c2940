// expect: shape_mismatch: feed of placeholder `x`; specified shape (3,); needed shape (2,); feeds go by the order `x`, `y`, or by name: feed<; x
// SPDX-License-Identifier: BSD-3-Clause
// Two feeds in the wrong order.
#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto g =
    xs::graph(xs::pack(xs::placeholder<"x", xs::shape<2>>, xs::placeholder<"y", xs::shape<3>>));
xt::xtensor_fixed<float, xt::xshape<2>> x{1.0F, 2.0F};
xt::xtensor_fixed<float, xt::xshape<3>> y{1.0F, 2.0F, 3.0F};

#ifdef TWIN
[[maybe_unused]] void run(decltype(xs::session{g})& s) { (void)s.run(x, y); }
#else
[[maybe_unused]] void run(decltype(xs::session{g})& s) { (void)s.run(y, x); }
#endif

// expect: dtype_mismatch: feed of placeholder `labels`; int32 does not hold every float64; cast it; xt::cast<std::int32_t>(x)
// SPDX-License-Identifier: BSD-3-Clause
// Numbers with digits behind the point for a placeholder of whole numbers.
#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::identity(xs::placeholder<"labels", xs::shape<2>, xs::dtype<int>>));
xt::xtensor<double, 1> feed{1.7, 2.0};

#ifdef TWIN
[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run(xt::cast<std::int32_t>(feed)); }
#else
[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run(feed); }
#endif

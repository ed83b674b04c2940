// expect: shape_mismatch: feed of placeholder `x`; specified shape (3,); needed shape (2,)
// SPDX-License-Identifier: BSD-3-Clause
// An array of another size than the placeholder's.
#include <array>

#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::relu);
#ifdef TWIN
constexpr std::array feed{1.0F, 2.0F};
#else
constexpr std::array feed{1.0F, 2.0F, 3.0F};
#endif

[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run(feed); }

// expect: dtype_mismatch: feed of placeholder `steps`; uint8 does not hold every int32; cast it
// SPDX-License-Identifier: BSD-3-Clause
// A number of a wider type: what it will be is not known when the program is compiled, unless its type says
// so.
#include <type_traits>

#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::identity(xs::placeholder<"steps", xs::shape<>, xs::dtype<unsigned char>>));

#ifdef TWIN
[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run(std::integral_constant<int, 255>{}); }
#else
[[maybe_unused]] auto run(decltype(xs::session{g})& s) { return s.run(255); }
#endif

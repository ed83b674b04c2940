// expect: unknown_name: placeholder `in/x` is fed twice; give it one value
// SPDX-License-Identifier: BSD-3-Clause
// One placeholder under two spellings of its name.
#include <xscope/session.hpp>

namespace xs = xscope;

constexpr auto g =
    xs::graph(xs::name_scope<"in">(xs::placeholder<"x", xs::shape<>> + xs::placeholder<"y", xs::shape<>>));
#ifdef TWIN
[[maybe_unused]] auto run(decltype(xs::session{g})& s) {
  return s.run(xs::feed<"x">(1), xs::feed<"in/y:0">(2));
}
#else
[[maybe_unused]] auto run(decltype(xs::session{g})& s) {
  return s.run(xs::feed<"x">(1), xs::feed<"in/x:0">(2));
}
#endif

// expect: include: sessions are in <xscope/session.hpp>: include it
// SPDX-License-Identifier: BSD-3-Clause
// A session without its header.
#include <xscope/graph.hpp>
#ifdef TWIN
#include <xscope/session.hpp>
#endif

namespace xs = xscope;

constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::relu);

[[maybe_unused]] auto run() {
  xs::session s{g};
  return s.run(std::array{1.0F, 2.0F})(0);
}

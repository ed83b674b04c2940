// SPDX-License-Identifier: BSD-3-Clause
#include <xscope/xscope.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<1>>));
static_assert(g.result().name() == "foo/v:0");

int main() {
  // Unused on purpose: the warning flags of our own build would refuse it.
  int spare = 0;
  xs::session s{g};
  return s.variable<"foo/v:0">().size() == 1 ? 0 : 1;
}

// expect: invalid_argument: no gradient is defined for operation `net/layer/strange` of type Strange; take one that computes
// SPDX-License-Identifier: BSD-3-Clause
// Nor can be trained through.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<>>;

constexpr auto step = [](auto x) {
  return xs::let(weight, [=](auto w) {
#ifdef TWIN
    return xs::minimize<xs::adam_optimizer<>>(x * w);
#else
    return xs::let(xs::apply_op<"Strange", xs::name<"strange">>(w),
                   [=](auto y) { return xs::minimize<xs::adam_optimizer<>>(x * y); });
#endif
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

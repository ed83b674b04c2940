// expect: variable_missing: variable `net/layer/net/layer/w/Adam/` does not exist; an optimizer keeps it; auto_reuse
// SPDX-License-Identifier: BSD-3-Clause
// An optimizer makes its variables where it stands, and a scope that reuses makes none.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;
constexpr auto train = [](auto x) {
  return xs::let(weight, [=](auto w) { return xs::minimize<xs::adam_optimizer<>>(xs::reduce_sum(w * x)); });
};

#ifdef TWIN
constexpr auto step = [](auto x) { return train(x); };
#else
constexpr auto step = [](auto x) {
  return xs::seq(
      weight, xs::get_variable_scope() | [](auto scope) { return scope.reuse_variables(); }, train(x));
};
#endif
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

// expect: invalid_argument: global_norm `net/layer/global_norm` is given what is no list of gradients; compute_gradients
// SPDX-License-Identifier: BSD-3-Clause
// What is no list has no norm.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto optimizer = xs::gradient_descent_optimizer<0.1f>;
constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;
constexpr auto other = xs::get_variable<"b", xs::shape<3>>;

constexpr auto step = [](auto x) {
  return xs::let(weight, other, [=](auto w, [[maybe_unused]] auto b) {
    return xs::let(xs::compute_gradients<optimizer>(xs::reduce_sum(x * w), xs::var_list(w)), [=](auto list) {
#ifdef TWIN
      return xs::global_norm(list);
#else
      return xs::global_norm(w);
#endif
    });
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

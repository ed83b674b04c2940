// expect: invalid_argument: zip is given two gradients of `net/layer/w`; their sum
// SPDX-License-Identifier: BSD-3-Clause
// One gradient for each variable.
#include <xscope/graph.hpp>

namespace xs = xscope;
using namespace xs::literals;

constexpr auto optimizer = xs::gradient_descent_optimizer<0.1f>;
constexpr auto weight = xs::get_variable<"w", xs::shape<2>>;
constexpr auto other = xs::get_variable<"b", xs::shape<3>>;

constexpr auto step = [](auto x) {
  return xs::let(weight, other, [=](auto w, [[maybe_unused]] auto b) {
    return xs::let(xs::compute_gradients<optimizer>(xs::reduce_sum(x * w), xs::var_list(w)),
                   [=]([[maybe_unused]] auto list) {
#ifdef TWIN
                     return xs::apply_gradients<optimizer>(xs::zip(x + x, w));
#else
      return xs::apply_gradients<optimizer>(xs::zip(xs::pack(x, x), xs::pack(w, w)));
#endif
                   });
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

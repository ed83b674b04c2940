// expect: shape_mismatch: gradient_of `net/layer/w`: its gradient has shape (2,) and dtype float32, but shape (3,); must be equal
// SPDX-License-Identifier: BSD-3-Clause
// What is asked for by name is told the shape that it has.
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
      return xs::gradient_of<"net/layer/w", xs::shape<2>>(list);
#else
      return xs::gradient_of<"net/layer/w", xs::shape<3>>(list);
#endif
    });
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

// expect: invalid_argument: the list of gradients has none of `net/layer/b`, but that of `net/layer/w`; var_list
// SPDX-License-Identifier: BSD-3-Clause
// The list has the gradients of the variables that were asked for.
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
      return xs::gradient_of(list, w);
#else
      return xs::gradient_of(list, b);
#endif
    });
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

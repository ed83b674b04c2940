// expect: invalid_argument: zip in `net/layer/zip` has 1 gradients for 2 variables; one for each variable
// SPDX-License-Identifier: BSD-3-Clause
// As many gradients as variables.
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
                     return xs::apply_gradients<optimizer>(xs::zip(xs::pack(x, b), xs::pack(w, b)));
#else
      return xs::apply_gradients<optimizer>(xs::zip(x, xs::pack(w, b)));
#endif
                   });
  });
};
constexpr auto layer = [](auto x) { return x | xs::variable_scope<"layer">(step); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> | xs::variable_scope<"net">(layer));
static_assert(g.operations().size() > 0);

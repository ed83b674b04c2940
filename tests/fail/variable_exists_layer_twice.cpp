// expect: variable_exists: `net/dense/kernel` already exists
// SPDX-License-Identifier: BSD-3-Clause
// A layer is called twice in the same scope, which would tie its weights by accident.
#include <xscope/graph.hpp>

namespace xs = xscope;

constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 4>>);
};
constexpr auto first = xs::variable_scope<"dense">(dense);

#ifdef TWIN
constexpr auto second = xs::variable_scope<"dense_1">(dense);
#else
constexpr auto second = xs::variable_scope<"dense">(dense);
#endif
constexpr auto net = [](auto x) { return x | first | xs::relu | second | xs::softmax; };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 4>> | xs::variable_scope<"net">(net));
static_assert(g.result().shape() == xs::shape<1, 4>);

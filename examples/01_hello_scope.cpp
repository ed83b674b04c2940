// SPDX-License-Identifier: BSD-3-Clause
#include <iostream>
#include <xscope/xscope.hpp>
namespace xs = xscope;

template <std::size_t Units>
inline constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>>;
};
inline constexpr auto net = xs::variable_scope<"net", xs::initializer<xs::ones_initializer>>([](auto x) {
  return x | xs::variable_scope<"hidden">(dense<4>) | xs::relu | xs::variable_scope<"out">(dense<1>);
});
inline constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 3>> | net);
static_assert(g.variables()[2].name() == "net/out/kernel:0");

int main() {
  xs::session s{g};
  for (const auto& v : g.variables()) std::cout << v.repr() << '\n';
  const auto y = s.run(xt::xtensor<float, 2>{{1, 2, 3}});
  std::cout << g.result().name() << " = " << y() << '\n';
}

// SPDX-License-Identifier: BSD-3-Clause

// Siamese towers: one layer runs on two inputs. `auto_reuse` creates its variables the first time and shares
// them the second time; the operations are new ones each time.
#include <iostream>
#include <xscope/xscope.hpp>
namespace xs = xscope;

inline constexpr auto tower = xs::variable_scope<"tower", xs::auto_reuse>(
    [](auto x) { return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 2>>); });
inline constexpr auto distance = [](auto a, auto b) { return xs::reduce_sum(xs::square(a - b)); };

inline constexpr auto program = xs::let(xs::placeholder<"left", xs::shape<1, 3>> | tower,
                                        xs::placeholder<"right", xs::shape<1, 3>> | tower, distance);

inline constexpr auto g = xs::graph(program);
static_assert(g.variables().size() == 1);

int main() {
  for (const auto& op : g.operations()) std::cout << op.type() << ' ' << op.op_name() << '\n';

  xs::session s{g};
  auto kernel = s.variable<"tower/kernel:0">();
  kernel.fill(0.0f);
  kernel(0, 0) = 1.0f;  // the towers look at the first two inputs
  kernel(1, 1) = 1.0f;

  using input = xt::xtensor_fixed<float, xt::xshape<1, 3>>;
  std::cout << "distance: " << s.run(input{{3, 4, 0}}, input{{0, 0, 9}})() << '\n';
}

// SPDX-License-Identifier: BSD-3-Clause
#include <array>
#include <iostream>
#include <xscope/xscope.hpp>
namespace xs = xscope;

inline constexpr auto line = [](auto x) {
  return x * xs::get_variable<"slope", xs::shape<>> + xs::get_variable<"offset", xs::shape<>>;
};
inline constexpr auto fit =
    xs::let(xs::placeholder<"x", xs::shape<4>>, xs::placeholder<"y", xs::shape<4>>, [](auto x, auto y) {
      return xs::let(xs::reduce_mean(xs::square((x | line) - y)), [](auto loss) {
        return xs::seq(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss), loss);
      });
    });

int main() {
  xs::session s{xs::graph(fit)};
  for (int step = 0; step < 1000; ++step)
    s.run(std::array{0.f, 1.f, 2.f, 3.f}, std::array{1.f, 3.f, 5.f, 7.f});
  std::cout << "y = " << s.variable<"slope:0">()() << " x + " << s.variable<"offset:0">()() << '\n';
}

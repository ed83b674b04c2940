// SPDX-License-Identifier: BSD-3-Clause
// Two towers share one encoder of two layers: a table of its variables, and a picture of the graph.
#include <iostream>
#include <xscope/io/summary.hpp>
#include <xscope/io/svg.hpp>
#include <xscope/layers.hpp>
namespace xs = xscope;

inline constexpr auto encoder = xs::variable_scope<"encoder", xs::auto_reuse>([](auto x) {
  return x | xs::layers::dense<32, xs::activation<xs::relu>, xs::name<"hidden">> |
         xs::layers::dense<8, xs::name<"code">>;
});
inline constexpr auto distance = [](auto a, auto b) { return xs::reduce_sum(xs::square(a - b)); };
inline constexpr auto g = xs::graph(xs::let(xs::placeholder<"left", xs::shape<1, 64>> | encoder,
                                            xs::placeholder<"right", xs::shape<1, 64>> | encoder, distance));

int main() try {
  std::cout << xs::summary(g);
  xs::save_svg(g, "06_drawing.svg");  // needs Graphviz; xs::to_dot(g) is the text alone
} catch (const xs::io::error& e) {
  std::cerr << e.what() << '\n';
}

// SPDX-License-Identifier: BSD-3-Clause
// What is written of a graph compiles without warnings where the user has globals with short names. (GCC
// compares them with what stands in lambdas and constants that templates make.)
#include <xscope/io/summary.hpp>
#include <xscope/io/svg.hpp>
#include <xscope/io/tfjs.hpp>
#include <xscope/io/write_graph.hpp>

namespace xs = xscope;

inline int d = 0, dim = 0, dims = 0, net = 0, o = 0, other = 0, path = 0, result = 0, s = 0, x = 0;

constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<4>> | [](auto in) {
  return xs::let(xs::split(in, xs::num_or_size_splits<2>), [](auto halves) {
    auto [left, right] = halves;
    return xs::pack(left, xs::minimize<xs::gradient_descent_optimizer<0.1f>>(
                              xs::reduce_sum(right * xs::get_variable<"v", xs::shape<2>>)));
  });
});
static_assert(g.result_count() == 2);

void write() {
  xs::save_graph_def(g, "g.pb");
  xs::save_graph_def(g, "g.pbtxt");
  xs::write_graph("logs", g);
  xs::save_svg(g, "g.svg");
  static_cast<void>(xs::summary(g));
}

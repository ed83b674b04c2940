// SPDX-License-Identifier: BSD-3-Clause
// Layers, graphs and sessions in a header that two files of one program include.
#pragma once

#include <cstddef>

#include <xscope/layers.hpp>
#include <xscope/session.hpp>

namespace app {

namespace xs = xscope;
using namespace xs::literals;

template <std::size_t Units>
inline constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>, xs::initializer<xs::zeros_initializer>>;
};
inline constexpr auto residual = [](auto layer) { return [=](auto x) { return x + (x | layer); }; };
inline constexpr auto l2 = [](auto v) { return xs::reduce_sum(xs::square(v)) * 0.01_c; };
inline constexpr auto net =
    xs::variable_scope<"net", xs::initializer<xs::ones_initializer>, xs::regularizer<l2>>([](auto x) {
      return x | xs::variable_scope<"up">(residual(dense<8>)) | xs::relu |
             xs::variable_scope<"down">(dense<4>);
    });

inline constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 8>> | net);
// A lambda among template arguments, and a graph that is a template.
template <std::size_t N>
inline constexpr auto sum = xs::graph(
    xs::placeholder<"x", xs::shape<N>> |
    xs::variable_scope<"sum", xs::regularizer<[](auto v) { return xs::reduce_sum(v); }>>([](auto x) {
      return xs::reduce_sum(x * xs::get_variable<"w", xs::shape<N>, xs::initializer<xs::ones_initializer>>);
    }));

/// A session as a member, and one in an inline function.
struct model {
  decltype(xs::session{g}) s{g};
  float run(float x);
};
inline float run_sum(float x) {
  xs::session s{sum<8>};
  xt::xtensor_fixed<float, xt::xshape<8>> fed;
  fed.fill(x);
  return s.run(fed)();
}

/// What the other file finds.
struct found {
  const void* net = &app::net;
  const void* graph = &app::g;
  const void* sum_of_8 = &app::sum<8>;
  float (*run)(float) = run_sum;
};
found found_by_the_other();

}  // namespace app

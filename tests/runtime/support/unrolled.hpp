// SPDX-License-Identifier: BSD-3-Clause
// A language model of characters, unrolled over time: two LSTM layers with TensorFlow's BasicLSTMCell, and
// the mean of the cross entropy at each step, which is trained.
#pragma once

#include <cstddef>

#include <xscope/graph.hpp>

namespace unrolled {

namespace xs = xscope;
using namespace xs::literals;

inline constexpr std::size_t batch = 4;
inline constexpr std::size_t units = 32;
inline constexpr std::size_t vocabulary = 65;
inline constexpr float rate = 0.5F;

inline constexpr auto gates = [](auto x, auto h) {
  return xs::split(xs::bias_add(xs::matmul(xs::concat(x, h, xs::axis<1>),
                                           xs::get_variable<"kernel", xs::shape<2 * units, 4 * units>>),
                                xs::get_variable<"bias", xs::shape<4 * units>>),
                   xs::num_or_size_splits<4>, xs::axis<1>);
};
inline constexpr auto cell = [](auto x, auto c, auto h) {
  return xs::let(gates(x, h), [=](auto parts) {
    auto [i, j, f, o] = parts;
    return xs::let(c * xs::sigmoid(f + 1.0_c) + xs::sigmoid(i) * xs::tanh(j),
                   [=](auto next) { return xs::pack(next, xs::tanh(next) * xs::sigmoid(o)); });
  });
};
template <std::size_t T>
inline constexpr auto at_time =
    [](auto x) { return xs::reshape(xs::slice(x, xs::begin<T, 0>, xs::size<1, batch>), xs::shape<batch>); };
inline constexpr auto logits = [](auto h) {
  return xs::matmul(h, xs::get_variable<"softmax_w", xs::shape<units, vocabulary>>) +
         xs::get_variable<"softmax_b", xs::shape<vocabulary>>;
};
template <std::size_t T>
inline constexpr auto step = [](auto x, auto y, auto c0, auto h0, auto c1, auto h1, auto loss) {
  return xs::let(xs::gather(xs::get_variable<"embedding", xs::shape<vocabulary, units>>, at_time<T>(x)),
                 [=](auto in) {
                   return xs::let(xs::variable_scope<"cell_0">(cell)(in, c0, h0), [=](auto first) {
                     auto [new_c0, new_h0] = first;
                     return xs::let(xs::variable_scope<"cell_1">(cell)(new_h0, c1, h1), [=](auto second) {
                       auto [new_c1, new_h1] = second;
                       return xs::pack(new_c0, new_h0, new_c1, new_h1,
                                       loss + xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(
                                                  at_time<T>(y), new_h1 | logits)));
                     });
                   });
                 });
};
template <std::size_t From, std::size_t To>
inline constexpr auto steps = [](auto x, auto y, auto c0, auto h0, auto c1, auto h1, auto loss) {
  if constexpr (To - From == 1) {
    return step<From>(x, y, c0, h0, c1, h1, loss);
  } else {
    return xs::let(steps<From, (From + To) / 2>(x, y, c0, h0, c1, h1, loss), [=](auto all) {
      auto [new_c0, new_h0, new_c1, new_h1, sum] = all;
      return steps<(From + To) / 2, To>(x, y, new_c0, new_h0, new_c1, new_h1, sum);
    });
  }
};
template <std::size_t Steps>
inline constexpr auto network = [](auto x, auto y, auto zero) {
  return xs::let(xs::variable_scope<"rnn", xs::auto_reuse>(steps<0, Steps>)(x, y, zero, zero, zero, zero,
                                                                            xs::value<0.0F>),
                 [](auto all) {
                   return xs::let(all.template get<4>() / xs::value<float{Steps}>, [](auto loss) {
                     return xs::seq(xs::minimize<xs::gradient_descent_optimizer<rate>>(loss), loss);
                   });
                 });
};
template <std::size_t Steps>
inline constexpr auto program =
    xs::let(xs::placeholder<"x", xs::shape<Steps, batch>, xs::dtype<int>>,
            xs::placeholder<"y", xs::shape<Steps, batch>, xs::dtype<int>>,
            xs::constant<"zero", xs::value<0.0F>, xs::shape<batch, units>>, network<Steps>);

}  // namespace unrolled

// SPDX-License-Identifier: BSD-3-Clause
//
// The network, and what is done with it: four graphs over the same scoped names.
#pragma once

#include <cstddef>
#include <cstdint>

#include <xscope/session.hpp>

#include "idx.hpp"

namespace fashion {

namespace xs = xscope;

template <std::size_t Batch>
inline constexpr auto images =
    xs::placeholder<"images", xs::shape<Batch, pixels_per_picture>, xs::dtype<float>>;

template <std::size_t Batch>
inline constexpr auto labels = xs::placeholder<"labels", xs::shape<Batch>, xs::dtype<std::int32_t>>;

template <std::size_t Units>
inline constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>, xs::initializer<xs::zeros_initializer>>;
};

inline constexpr auto net = xs::variable_scope<"net">([](auto x) {
  return x | xs::variable_scope<"hidden">(dense<128>) | xs::relu |
         xs::variable_scope<"logits">(dense<classes>);
});

/// One step of gradient descent; the result is the loss before it.
template <std::size_t Batch, float Rate>
inline constexpr auto training = xs::let(images<Batch>, labels<Batch>, [](auto x, auto truth) {
  return xs::let(
      xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(truth, x | net)),
      [](auto loss) { return xs::seq(xs::minimize<xs::gradient_descent_optimizer<Rate>>(loss), loss); });
});

/// How many of the answers are right.
template <std::size_t Batch>
inline constexpr auto evaluation = xs::let(images<Batch>, labels<Batch>, [](auto x, auto truth) {
  return xs::reduce_sum(
      xs::cast(xs::equal(xs::argmax(x | net, xs::axis<1>), xs::cast(truth, xs::dtype<std::int64_t>)),
               xs::dtype<float>));
});

/// The class of one picture.
inline constexpr auto prediction =
    xs::let(images<1> | net, [](auto logits) { return xs::argmax(logits, xs::axis<1>); });

/// The graph that owns the variables. The others are matched to them by name when a file is compiled.
inline constexpr auto network = xs::graph(prediction);
using network_session = decltype(xs::session{network});

}  // namespace fashion

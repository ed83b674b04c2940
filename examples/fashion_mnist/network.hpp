// SPDX-License-Identifier: BSD-3-Clause
//
// The network, and what is done with it: graphs over the same scoped names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include <xscope/session.hpp>

#include "idx.hpp"
#include "optimizer.hpp"

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

template <optimizer How, class Loss, class Rate>
constexpr auto one_step(Loss loss, Rate rate) {
  if constexpr (How == optimizer::adam)
    return xs::minimize<xs::adam_optimizer<>>(loss, xs::learning_rate(rate));
  else if constexpr (How == optimizer::momentum)
    return xs::minimize<xs::momentum_optimizer<0.0f, 0.9f>>(loss, xs::learning_rate(rate));
  else return xs::minimize<xs::gradient_descent_optimizer<0.0f>>(loss, xs::learning_rate(rate));
}

/// One step of an optimizer, which is told how far to go; the result is the loss before it.
template <std::size_t Batch, optimizer How>
inline constexpr auto training = xs::let(
    images<Batch>, labels<Batch>, xs::placeholder<"rate", xs::shape<>>, [](auto x, auto truth, auto rate) {
      return xs::let(xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(truth, x | net)),
                     [=](auto loss) { return xs::seq(one_step<How>(loss, rate), loss); });
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

/// What a training has been told, and how far it has come: in the file with its variables.
template <xs::fixed_string Name>
inline constexpr auto noted = xs::get_variable<Name, xs::shape<>, xs::dtype<std::int64_t>,
                                               xs::initializer<xs::zeros_initializer>, xs::trainable<false>>;
inline constexpr auto notes =
    xs::variable_scope<"run">(xs::seq(noted<"epoch">, noted<"epochs">, noted<"batch">, noted<"seed">));

/// The graph that owns the variables, those of the optimizer (`net/logits/bias/Adam`) among them. The others
/// are matched to them by name when a file is compiled.
template <optimizer How>
inline constexpr auto state = xs::graph(xs::seq(notes, training<1, How>));
template <optimizer How>
using state_session = decltype(xs::session{state<How>});

inline constexpr auto network = xs::graph(prediction);
template <optimizer How>
using network_session = decltype(xs::session{network, std::declval<const state_session<How>&>()});

}  // namespace fashion

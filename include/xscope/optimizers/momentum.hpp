// SPDX-License-Identifier: BSD-3-Clause
// Gradient descent with momentum (Polyak 1964), and Nesterov's form of it (Sutskever et al. 2013).
#pragma once

#include "../passes/update_builder.hpp"

namespace xscope {

namespace optimizers {

struct momentum {
  static constexpr std::size_t rate = 0;
  static constexpr std::size_t decay = 1;
  static constexpr std::size_t nesterov = 2;

  static constexpr void update(passes::update_builder& b) {
    const int a = b.add(b.multiply(b.slot(0), b.hyper(decay)), b.gradient());
    const int step = b.number(nesterov) == 0 ? a : b.add(b.gradient(), b.multiply(a, b.hyper(decay)));
    b.assign(b.slot(0), a);
    b.assign(b.variable(), b.subtract(b.variable(), b.multiply(step, b.hyper(rate))));
  }
  static constexpr rule info{.name = "Momentum",
                             .op_type = "ApplyMomentum",
                             .hypers = {{"learning_rate", 0}, {"momentum", 0}, {"use_nesterov", 0}},
                             .hyper_count = 3,
                             .slots = {{"momentum"}},
                             .slot_count = 1,
                             .update = update};
};

}  // namespace optimizers

/// Nesterov's momentum (tf: use_nesterov=True).
inline constexpr dsl::hyper_t<"use_nesterov", 1> use_nesterov{};

/// a = Momentum * a + gradient; v -= Rate * a (tf.train.MomentumOptimizer).
template <auto Rate, auto Momentum, auto... Options>
inline constexpr dsl::optimizer_t<optimizers::momentum, dsl::option_list<Options...>, Rate, Momentum,
                                  dsl::hyper_named<"use_nesterov", 0, Options...>::value>
    momentum_optimizer{};

}  // namespace xscope

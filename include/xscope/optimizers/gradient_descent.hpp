// SPDX-License-Identifier: BSD-3-Clause
// Gradient descent.
#pragma once

#include "../passes/update_builder.hpp"

namespace xscope {

namespace optimizers {

struct gradient_descent {
  static constexpr void update(passes::update_builder& b) {
    b.assign(b.variable(), b.subtract(b.variable(), b.multiply(b.gradient(), b.hyper(0))));
  }
  static constexpr rule info{.name = "GradientDescent",
                             .op_type = "ApplyGradientDescent",
                             .hypers = {{"learning_rate", 0}},
                             .hyper_count = 1,
                             .update = update};
};

}  // namespace optimizers

/// v -= Rate * gradient (tf.train.GradientDescentOptimizer).
template <auto Rate, auto... Options>
inline constexpr dsl::optimizer_t<optimizers::gradient_descent, dsl::option_list<Options...>, Rate>
    gradient_descent_optimizer{};

}  // namespace xscope

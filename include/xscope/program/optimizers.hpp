// SPDX-License-Identifier: BSD-3-Clause
// Training as a statement: minimize<gradient_descent_optimizer<0.1f>>(loss).
#pragma once

#include "../name/literal.hpp"
#include "statement.hpp"

namespace xscope {

namespace dsl {

enum class update_rule : unsigned char { gradient_descent };

/// An optimizer as plain data.
struct optimizer_info {
  update_rule rule;
  double learning_rate;
  const naming::literal* name;  // TensorFlow's name for the operation
};

template <auto LearningRate>
struct gradient_descent_t {
  static constexpr optimizer_info info{update_rule::gradient_descent, static_cast<double>(LearningRate),
                                       &naming::literal_of<"GradientDescent">};
};

template <class Optimizer, class Loss>
struct minimize_t : statement {
  static constexpr kind statement_kind = kind::minimize;
  using optimizer = Optimizer;
  using loss = Loss;
};

template <class Optimizer>
struct minimize_function {
  template <is_statement Loss>
  constexpr minimize_t<Optimizer, Loss> operator()(Loss) const {
    return {};
  }
};

}  // namespace dsl

/// v -= LearningRate * gradient (tf.train.GradientDescentOptimizer).
template <auto LearningRate>
inline constexpr dsl::gradient_descent_t<LearningRate> gradient_descent_optimizer{};

/// Changes the trainable variables that exist here so that a scalar loss falls. It runs where it stands:
/// what was computed before it used the old values. Its result is the operation; run, it gives the loss.
template <auto Optimizer>
inline constexpr dsl::minimize_function<std::remove_cv_t<decltype(Optimizer)>> minimize{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Training as a statement: minimize<gradient_descent_optimizer<0.1f>>(loss).
#pragma once

#include "../name/literal.hpp"
#include "../name/optional_ref.hpp"
#include "mistake.hpp"

namespace xscope {

namespace dsl {

enum class update_rule : unsigned char { gradient_descent };

/// An optimizer as plain data.
struct optimizer_info {
  update_rule rule;
  double learning_rate;
  const naming::literal* name;  // TensorFlow's name for the operation
};

/// A learning rate that is no number.
template <auto LearningRate>
struct gradient_descent_t {
  static constexpr misuse wrong{diag::fault::learning_rate};
};
template <auto LearningRate>
  requires is_number<std::remove_cv_t<decltype(LearningRate)>>
struct gradient_descent_t<LearningRate> {
  static constexpr optimizer_info info{update_rule::gradient_descent, static_cast<double>(LearningRate),
                                       &naming::literal_of<"GradientDescent">};
};

template <class Optimizer, class Loss>
struct minimize_t : statement {
  static constexpr misuse wrong = own_misuse<Optimizer>;
  static constexpr kind statement_kind = kind_unless(wrong, kind::minimize);
  static constexpr const char* callee = "minimize";
  static constexpr naming::optional_ref<naming::literal> text() { return nullptr; }
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

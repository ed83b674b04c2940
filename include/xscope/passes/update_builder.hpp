// SPDX-License-Identifier: BSD-3-Clause
// What an optimizer writes its formula with: nodes of a variable, its gradient, its slots and the
// hyper-parameters, and arithmetic on them.
#pragma once

#include <cstddef>

#include "../dsl/optimizer_rule.hpp"
#include "node_maker.hpp"

namespace xscope::passes {

/// The new values that a formula gives.
struct new_value {
  int variable;
  int value;
};

struct update_builder {
  node_maker& nodes;
  int variable_ = -1;
  int gradient_ = -1;
  int slots_[optimizers::most_slots]{};
  int scalars_[optimizers::most_scalars]{};
  int hypers_[optimizers::most_hypers]{};
  const double* numbers_ = nullptr;
  data_type dtype{};
  new_value given[optimizers::most_slots + optimizers::most_scalars + 1]{};
  std::size_t given_count = 0;

  // What is there, with the variable's element type.
  constexpr int variable() const { return variable_; }
  constexpr int gradient() const { return gradient_; }
  constexpr int slot(std::size_t k) const { return slots_[k]; }
  constexpr int scalar(std::size_t k) const { return scalars_[k]; }
  constexpr int hyper(std::size_t k) const { return hypers_[k]; }
  /// A hyper-parameter that is a number.
  constexpr double number(std::size_t k) const { return numbers_[k]; }
  constexpr int constant(double value) { return nodes.number(value, dtype); }

  constexpr int add(int a, int b) { return two(ops::add::info, a, b); }
  constexpr int subtract(int a, int b) { return two(ops::subtract::info, a, b); }
  constexpr int multiply(int a, int b) { return two(ops::multiply::info, a, b); }
  constexpr int divide(int a, int b) { return two(ops::divide::info, a, b); }
  constexpr int square(int a) { return nodes.unary(ops::square::info, a, {}); }
  constexpr int sqrt(int a) { return nodes.unary(ops::sqrt::info, a, {}); }

  /// The variable, or a slot or scalar, gets a new value; all of them do at once.
  constexpr void assign(int variable, int value) { given[given_count++] = {variable, value}; }

 private:
  /// Either may be a scalar.
  constexpr int two(const ops::op_info& op, int a, int b) {
    return nodes.at(a).shape.rank() == 0 && nodes.at(b).shape.rank() != 0 ? nodes.binary(op, a, b, b)
                                                                          : nodes.binary(op, a, b, a);
  }
};

}  // namespace xscope::passes

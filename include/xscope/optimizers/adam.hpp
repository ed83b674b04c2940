// SPDX-License-Identifier: BSD-3-Clause
// Adam (Kingma and Ba 2015), in the form that stands before its section 2.1: epsilon outside of the root.
#pragma once

#include "../passes/update_builder.hpp"

namespace xscope {

namespace optimizers {

struct adam {
  static constexpr std::size_t rate = 0;
  static constexpr std::size_t beta1 = 1;
  static constexpr std::size_t beta2 = 2;
  static constexpr std::size_t epsilon = 3;

  static constexpr void update(passes::update_builder& b) {
    const int one = b.constant(1);
    const int scale = b.multiply(
        b.hyper(rate), b.divide(b.sqrt(b.subtract(one, b.scalar(1))), b.subtract(one, b.scalar(0))));
    const int m =
        b.add(b.slot(0), b.multiply(b.subtract(b.gradient(), b.slot(0)), b.subtract(one, b.hyper(beta1))));
    const int v = b.add(b.slot(1), b.multiply(b.subtract(b.square(b.gradient()), b.slot(1)),
                                              b.subtract(one, b.hyper(beta2))));
    b.assign(b.slot(0), m);
    b.assign(b.slot(1), v);
    b.assign(b.variable(),
             b.subtract(b.variable(), b.divide(b.multiply(m, scale), b.add(b.sqrt(v), b.hyper(epsilon)))));
  }
  static constexpr void finish(passes::update_builder& b) {
    b.assign(b.scalar(0), b.multiply(b.scalar(0), b.hyper(beta1)));
    b.assign(b.scalar(1), b.multiply(b.scalar(1), b.hyper(beta2)));
  }
  static constexpr rule info{
      .name = "Adam",
      .op_type = "ApplyAdam",
      .hypers = {{"learning_rate", 0.001}, {"beta1", 0.9}, {"beta2", 0.999}, {"epsilon", 1e-8}},
      .hyper_count = 4,
      .slots = {{"m"}, {"v"}},
      .slot_count = 2,
      .scalars = {{"beta1_power", beta1}, {"beta2_power", beta2}},
      .scalar_count = 2,
      .update = update,
      .finish = finish};
};

}  // namespace optimizers

/// By how much Adam's first moment decays: a number, or a handle of a scalar.
template <auto Value>
inline constexpr dsl::hyper_t<"beta1", Value> beta1{};
/// By how much its second moment decays.
template <auto Value>
inline constexpr dsl::hyper_t<"beta2", Value> beta2{};
/// What keeps the divisor away from zero.
template <auto Value>
inline constexpr dsl::hyper_t<"epsilon", Value> epsilon{};

/// Adam (tf.train.AdamOptimizer).
template <auto Rate = 0.001F, auto... Options>
inline constexpr dsl::optimizer_t<optimizers::adam, dsl::option_list<Options...>, Rate,
                                  dsl::hyper_named<"beta1", 0.9F, Options...>::value,
                                  dsl::hyper_named<"beta2", 0.999F, Options...>::value,
                                  dsl::hyper_named<"epsilon", 1e-8F, Options...>::value>
    adam_optimizer{};

}  // namespace xscope

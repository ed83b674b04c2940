// SPDX-License-Identifier: BSD-3-Clause
// Initializers under TensorFlow's names: how a variable gets its first value. They are descriptions;
// `run` draws the numbers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "values.hpp"

namespace xscope {

namespace dsl {

enum class fill : unsigned char {
  zeros,
  ones,
  constant,
  values,
  uniform,
  normal,
  truncated_normal,
  variance_scaling,
  orthogonal
};

}  // namespace dsl

/// What the fans of variance scaling are taken from.
enum class fan_mode : unsigned char { in, out, avg };
/// The distribution that variance scaling draws from.
enum class distribution : unsigned char { truncated_normal, untruncated_normal, uniform };

namespace dsl {

/// An initializer as plain data.
struct initializer_info {
  fill how = fill::zeros;
  double a = 0;  // lower bound, mean, scale, gain or the constant
  double b = 0;  // upper bound or standard deviation
  fan_mode mode = fan_mode::avg;
  distribution from = distribution::uniform;
  std::int64_t seed = -1;        // -1: the session's
  const number* data = nullptr;  // for values
};

/// A constant decides shape and element type by itself; a callable takes them from the variable.
template <class T>
concept is_callable_initializer = requires { T::info(); };

template <fill How, auto A = 0.0, auto B = 0.0, std::int64_t Seed = -1>
struct distribution_initializer {
  static constexpr initializer_info info() {
    return {.how = How, .a = static_cast<double>(A), .b = static_cast<double>(B), .seed = Seed};
  }
};

template <double Scale, fan_mode Mode, distribution From, std::int64_t Seed>
struct variance_scaling {
  static constexpr initializer_info info() {
    return {.how = fill::variance_scaling, .a = Scale, .mode = Mode, .from = From, .seed = Seed};
  }
};

/// What a float variable gets where nothing is said (section 15 of TensorFlow's rules): Glorot uniform.
inline constexpr initializer_info glorot_uniform{
    .how = fill::variance_scaling, .a = 1.0, .mode = fan_mode::avg, .from = distribution::uniform};
inline constexpr initializer_info zeros{};

template <class Init>
inline constexpr initializer_info info_of = [] {
  if constexpr (is_literal<Init>) return initializer_info{.how = fill::values, .data = Init::data()};
  else return Init::info();
}();

}  // namespace dsl

inline constexpr dsl::distribution_initializer<dsl::fill::zeros> zeros_initializer{};
inline constexpr dsl::distribution_initializer<dsl::fill::ones> ones_initializer{};
/// Every element is V.
template <auto V>
inline constexpr dsl::distribution_initializer<dsl::fill::constant, V> constant_initializer{};
/// Uniform over [Low, High).
template <auto Low = -0.05, auto High = 0.05, std::int64_t Seed = -1>
inline constexpr dsl::distribution_initializer<dsl::fill::uniform, Low, High, Seed>
    random_uniform_initializer{};
template <auto Mean = 0.0, auto Stddev = 0.05, std::int64_t Seed = -1>
inline constexpr dsl::distribution_initializer<dsl::fill::normal, Mean, Stddev, Seed>
    random_normal_initializer{};
/// Normal, with values beyond two standard deviations drawn again.
template <auto Mean = 0.0, auto Stddev = 0.05, std::int64_t Seed = -1>
inline constexpr dsl::distribution_initializer<dsl::fill::truncated_normal, Mean, Stddev, Seed>
    truncated_normal_initializer{};
/// Scales with the variable's fans; He et al. 2015, Glorot and Bengio 2010.
template <double Scale = 1.0, fan_mode Mode = fan_mode::in,
          distribution From = distribution::truncated_normal, std::int64_t Seed = -1>
inline constexpr dsl::variance_scaling<Scale, Mode, From, Seed> variance_scaling_initializer{};
inline constexpr dsl::variance_scaling<1.0, fan_mode::avg, distribution::uniform, -1>
    glorot_uniform_initializer{};
inline constexpr dsl::variance_scaling<1.0, fan_mode::avg, distribution::truncated_normal, -1>
    glorot_normal_initializer{};
inline constexpr dsl::variance_scaling<2.0, fan_mode::in, distribution::truncated_normal, -1>
    he_normal_initializer{};
inline constexpr dsl::variance_scaling<2.0, fan_mode::in, distribution::uniform, -1> he_uniform_initializer{};
/// Orthonormal rows or columns (whichever are fewer) of the matrix of all but the last dimension by the
/// last; Saxe et al. 2013.
inline constexpr dsl::distribution_initializer<dsl::fill::orthogonal, 1.0> orthogonal_initializer{};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Initializers at work: the first values of variables, and of constants that need memory. The numbers depend
// on the seed and the variable's name only, not on the order of variables.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

#include "../dsl/initializers.hpp"
#include "../math/convert.hpp"
#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"

namespace xscope::running {

/// Draws that are the same with every standard library.
class generator {
 public:
  explicit generator(std::uint64_t seed) : engine_(seed) {}

  /// In [0, 1).
  double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  double normal() {
    // Box and Muller 1958; 1 - u is never 0.
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
  }
  double truncated_normal() {
    for (;;) {
      const double x = normal();
      if (std::abs(x) < 2.0) return x;
    }
  }

 private:
  std::mt19937_64 engine_;
};

/// Fans as TensorFlow counts them: of a matrix rows and columns, of a convolution's filter its last two
/// dimensions times the others.
struct fans {
  double in = 1;
  double out = 1;
};
inline fans fans_of(const extents& shape) {
  if (shape.rank() == 0) return {1, 1};
  if (shape.rank() == 1) return {static_cast<double>(shape[0]), static_cast<double>(shape[0])};
  double field = 1;
  for (std::size_t i = 0; i + 2 < shape.rank(); ++i) field *= static_cast<double>(shape[i]);
  return {field * static_cast<double>(shape[shape.rank() - 2]), field * static_cast<double>(shape.back())};
}

/// One draw of variance scaling (He et al. 2015, Glorot and Bengio 2010).
inline double scaled_draw(generator& draw, const dsl::initializer_info& info, const fans& fan) {
  const double n = info.mode == fan_mode::in    ? fan.in
                   : info.mode == fan_mode::out ? fan.out
                                                : (fan.in + fan.out) / 2;
  const double variance = info.a / (n < 1 ? 1 : n);
  switch (info.from) {
  case distribution::uniform: return (2 * draw.uniform() - 1) * std::sqrt(3 * variance);
  case distribution::untruncated_normal: return draw.normal() * std::sqrt(variance);
  case distribution::truncated_normal:
    // What is cut off at two deviations is made good: the constant is the deviation of what is left.
    return draw.truncated_normal() * std::sqrt(variance) / 0.87962566103423978;
  }
  return 0;
}

/// A matrix with orthonormal rows or columns, whichever are fewer, by Gram and Schmidt's process.
inline std::vector<double> orthogonal(generator& draw, std::size_t rows, std::size_t columns, double gain) {
  const std::size_t few = rows < columns ? rows : columns;
  const std::size_t length = rows < columns ? columns : rows;
  std::vector<double> basis(few * length);
  for (std::size_t i = 0; i < few; ++i) {
    double* v = basis.data() + i * length;
    for (std::size_t k = 0; k < length; ++k) v[k] = draw.normal();
    for (int pass = 0; pass < 2; ++pass) {  // twice is enough (Kahan and Parlett)
      for (std::size_t j = 0; j < i; ++j) {
        const double* u = basis.data() + j * length;
        double dot = 0;
        for (std::size_t k = 0; k < length; ++k) dot += u[k] * v[k];
        for (std::size_t k = 0; k < length; ++k) v[k] -= dot * u[k];
      }
    }
    double norm = 0;
    for (std::size_t k = 0; k < length; ++k) norm += v[k] * v[k];
    for (std::size_t k = 0; k < length; ++k) v[k] /= std::sqrt(norm);
  }
  std::vector<double> out(rows * columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c)
      out[r * columns + c] = gain * (rows < columns ? basis[r * length + c] : basis[c * length + r]);
  }
  return out;
}

template <class T>
T convert(const dsl::number& n) {
  if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) return static_cast<T>(n.integer);
  else return static_cast<T>(n.real);
}

/// Writes literal values: one for each element; where `size` says that there are fewer, the last one goes on
/// to the end. 0: as many as elements.
template <class T>
void fill_values(T* to, std::size_t count, const dsl::number* data, std::size_t size) {
  for (std::size_t i = 0; i < count; ++i) to[i] = convert<T>(data[size == 0 || i < size ? i : size - 1]);
}

/// Writes a variable's first value. Whole: its shape, or for a slice that of the whole, whose fans it has.
template <class T>
void initialize(T* to, const extents& shape, const extents& whole, const dsl::initializer_info& info,
                std::size_t values, std::uint64_t seed) {
  using dsl::fill;
  const std::size_t count = shape.elements();
  generator draw(info.seed >= 0 ? static_cast<std::uint64_t>(info.seed) : seed);
  const fans fan = fans_of(whole);
  const auto each = [&](auto next) {
    for (std::size_t i = 0; i < count; ++i) to[i] = math::convert<T>(next());
  };
  switch (info.how) {
  case fill::zeros: return each([] { return 0; });
  case fill::ones: return each([] { return 1; });
  case fill::constant: return each([&] { return info.a; });
  case fill::values: return fill_values(to, count, info.data, values);
  case fill::uniform: return each([&] { return info.a + (info.b - info.a) * draw.uniform(); });
  case fill::normal: return each([&] { return info.a + info.b * draw.normal(); });
  case fill::truncated_normal: return each([&] { return info.a + info.b * draw.truncated_normal(); });
  case fill::variance_scaling: return each([&] { return scaled_draw(draw, info, fan); });
  case fill::orthogonal: {
    const std::size_t columns = shape.rank() > 0 ? shape.back() : 1;
    const std::vector<double> matrix = orthogonal(draw, columns == 0 ? 0 : count / columns, columns, info.a);
    for (std::size_t i = 0; i < count; ++i) to[i] = math::convert<T>(matrix[i]);
    return;
  }
  }
}

}  // namespace xscope::running

// SPDX-License-Identifier: BSD-3-Clause
// A convolution of 3x3 with padding "SAME" from [batch, 28, 28, 32] to [batch, 28, 28, 64]: channels last,
// filters as [3][3][inputs][outputs].
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <cblas.h>

#include "peers.hpp"

namespace xs = xscope;

namespace {

constexpr std::size_t side = 28;
constexpr std::size_t inputs = 32;
constexpr std::size_t outputs = 64;
constexpr std::size_t width = 3;
constexpr std::size_t image = side * side * inputs;
constexpr std::size_t padded = side + 2;

template <std::size_t Batch>
constexpr auto convolved = xs::graph(xs::placeholder<"x", xs::shape<Batch, side, side, inputs>> | [](auto x) {
  return xs::conv2d(x, xs::get_variable<"filter", xs::shape<width, width, inputs, outputs>>,
                    xs::strides<1, 1>, xs::padding<"SAME">);
});

/// Four pixels by 32 outputs are summed at a time; the image is copied into a frame of zeros first.
void convolve_by_hand(float* __restrict y, const float* __restrict x, const float* __restrict filter,
                      float* __restrict frame) {
  for (std::size_t i = 0; i < side; ++i)
    std::copy_n(x + i * side * inputs, side * inputs, frame + ((i + 1) * padded + 1) * inputs);
  constexpr std::size_t pixels = 4;
  constexpr std::size_t lanes = 32;
  static_assert(side % pixels == 0 && outputs % lanes == 0);
  for (std::size_t i = 0; i < side; ++i) {
    for (std::size_t j = 0; j < side; j += pixels) {
      for (std::size_t o = 0; o < outputs; o += lanes) {
        float sums[pixels][lanes] = {};
        for (std::size_t p = 0; p < width; ++p) {
          for (std::size_t q = 0; q < width; ++q) {
            const float* in = frame + ((i + p) * padded + j + q) * inputs;
            const float* f = filter + (p * width + q) * inputs * outputs + o;
            for (std::size_t c = 0; c < inputs; ++c) {
              for (std::size_t t = 0; t < pixels; ++t) {
                for (std::size_t l = 0; l < lanes; ++l) sums[t][l] += in[t * inputs + c] * f[c * outputs + l];
              }
            }
          }
        }
        for (std::size_t t = 0; t < pixels; ++t)
          std::copy_n(sums[t], lanes, y + (i * side + j + t) * outputs + o);
      }
    }
  }
}

/// The neighbourhood of each pixel as a row of a matrix, which BLAS multiplies.
void convolve_with_blas(float* y, const float* x, const float* filter, float* columns) {
  constexpr std::size_t row = width * inputs;
  for (std::size_t i = 0; i < side; ++i) {
    for (std::size_t j = 0; j < side; ++j) {
      for (std::size_t p = 0; p < width; ++p) {
        float* to = columns + ((i * side + j) * width + p) * row;
        const std::size_t r = i + p - 1;  // wraps around above the image
        if (r >= side) {
          std::fill_n(to, row, 0.0F);
        } else if (j == 0) {
          std::fill_n(to, inputs, 0.0F);
          std::copy_n(x + r * side * inputs, row - inputs, to + inputs);
        } else if (j == side - 1) {
          std::copy_n(x + (r * side + j - 1) * inputs, row - inputs, to);
          std::fill_n(to + row - inputs, inputs, 0.0F);
        } else {
          std::copy_n(x + (r * side + j - 1) * inputs, row, to);
        }
      }
    }
  }
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, side * side, outputs, width * row, 1.0F, columns,
              width * row, filter, outputs, 0.0F, y, outputs);
}

template <std::size_t Batch>
void compare_convolution() {
  const std::string name = "conv2d 3x3, 28x28x32 to 28x28x64, batch " + std::to_string(Batch);
  if (!bench::is_wanted(name)) return;
  const float* const x = bench::random(Batch * image, -1, 1, 1);
  const float* const filter = bench::random(width * width * inputs * outputs, -0.2F, 0.2F, 2);
  constexpr std::size_t result = side * side * outputs;
  std::vector<double> want(Batch * result);
  for (std::size_t b = 0; b < Batch; ++b) {
    for (std::size_t i = 0; i < side; ++i) {
      for (std::size_t j = 0; j < side; ++j) {
        double* const to = want.data() + b * result + (i * side + j) * outputs;
        for (std::size_t p = 0; p < width; ++p) {
          for (std::size_t q = 0; q < width; ++q) {
            const std::size_t r = i + p - 1, s = j + q - 1;
            if (r >= side || s >= side) continue;
            for (std::size_t c = 0; c < inputs; ++c) {
              const double in = x[b * image + (r * side + s) * inputs + c];
              for (std::size_t o = 0; o < outputs; ++o)
                to[o] += in * filter[((p * width + q) * inputs + c) * outputs + o];
            }
          }
        }
      }
    }
  }
  bench::comparison compare(name, std::move(want), 1e-4);

  float* const frame = bench::numbers(padded * padded * inputs);
  float* const by_hand = bench::numbers(Batch * result);
  compare.side("hand-written", [=] {
    for (std::size_t b = 0; b < Batch; ++b)
      convolve_by_hand(by_hand + b * result, x + b * image, filter, frame);
    return by_hand;
  });
  compare.target("hand-written", 1.0);

  float* const columns = bench::numbers(side * side * width * width * inputs);
  float* const with_blas = bench::numbers(Batch * result);
  compare.side("im2col and OpenBLAS", [=] {
    for (std::size_t b = 0; b < Batch; ++b)
      convolve_with_blas(with_blas + b * result, x + b * image, filter, columns);
    return with_blas;
  });
  compare.target("im2col and OpenBLAS", 1.0);

  auto& s = bench::session_of(convolved<Batch>);
  bench::fill(s.template variable<"filter:0">(), filter);
  const auto& fed = bench::fixed_of<Batch, side, side, inputs>(x);
  compare.side(bench::ours, [&] { return s.run(fed).data(); });
}

const bench::family convolution{[] {
  compare_convolution<1>();
  compare_convolution<16>();
}};

}  // namespace

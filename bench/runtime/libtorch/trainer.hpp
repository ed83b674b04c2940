// SPDX-License-Identifier: BSD-3-Clause
// What training.cpp asks of LibTorch: a library of its own, because LibTorch 1.13's headers are no C++20 for
// Clang 19.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bench::libtorch {

/// Images of 28 x 28 and what they show.
struct data {
  const float* images;
  const std::int32_t* labels;
  std::size_t batch;
};

/// Gradient descent on one thread of the network of that name, "mlp" or "cnn".
class trainer {
 public:
  /// Its parameters begin as copies of ours: kernels and biases in TensorFlow's layout, first layer first.
  trainer(const std::string& network, const std::vector<const float*>& parameters, data given, float rate);
  ~trainer();
  trainer(trainer&&) noexcept;

  /// One step; gives the loss before it.
  const float* step();

 private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

}  // namespace bench::libtorch

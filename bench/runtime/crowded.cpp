// SPDX-License-Identifier: BSD-3-Clause
// Does a kernel run as fast in a file that compiles twenty other graphs as in a file of its own?
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "comparison.hpp"
#include "crowd/kernels.hpp"

namespace {

void compare(const char* name, const float* (*crowd::kernels::*kernel)(const float*), const float* x,
             std::vector<double> want) {
  bench::comparison compare(std::string(name) + ", among twenty graphs", std::move(want), 1e-4);
  const auto alone = kernels_alone().*kernel;
  const auto crowded = kernels_among_twenty().*kernel;
  compare.side("in a file of its own", [=] { return alone(x); });
  compare.target("in a file of its own", 1.05);
  compare.side(bench::ours, [=] { return crowded(x); });
}

const bench::family crowded{[] {
  using namespace crowd;
  const float* const x = bench::random(rows * columns, -1, 1, 1);
  std::vector<double> chain(chain_size), product, softmax;
  for (std::size_t i = 0; i < chain_size; ++i) chain[i] = std::max(x[i] + 1.0, 0.0) + 1;
  for (std::size_t r = 0; r < rows; ++r) {
    double sum = 0, exponentials = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      sum += x[r * columns + c];
      exponentials += std::exp(double{x[r * columns + c]});
    }
    product.insert(product.end(), columns, std::max(sum + 1, 0.0));
    for (std::size_t c = 0; c < columns; ++c)
      softmax.push_back(std::exp(double{x[r * columns + c]}) / exponentials);
  }
  compare("relu(a*x+b)*c+d, n = 1024", &kernels::chain, x, std::move(chain));
  compare("relu(x[64,256] w[256,256] + b)", &kernels::product, x, std::move(product));
  compare("softmax [64,256]", &kernels::softmax, x, std::move(softmax));
}};

}  // namespace

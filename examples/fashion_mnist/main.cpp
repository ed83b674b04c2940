// SPDX-License-Identifier: BSD-3-Clause
//
// Trains a network of one hidden layer on Fashion-MNIST, 28 x 28 grey pictures of ten kinds of clothes.
//
// The graphs are in network.hpp, the training is in train.hpp, a file for each optimizer compiles it; what is
// written for other programs, with --save, in exports.hpp.

#include <cstdio>
#include <exception>

#include "options.hpp"

namespace fashion {

template <optimizer How>
void train(const options& chosen);

}  // namespace fashion

int main(int argc, char** argv) {
  using fashion::optimizer;
  try {
    const auto [chosen, status] = fashion::parse_command_line(argc, argv);
    if (!chosen) return status;
    switch (chosen->how) {
    case optimizer::gradient_descent: fashion::train<optimizer::gradient_descent>(*chosen); break;
    case optimizer::momentum: fashion::train<optimizer::momentum>(*chosen); break;
    case optimizer::adam: fashion::train<optimizer::adam>(*chosen); break;
    }
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fashion_mnist: %s\n", error.what());
    return fashion::data_error;
  }
}

// SPDX-License-Identifier: BSD-3-Clause
// What the network of the Fashion-MNIST example says of 100 images. These and the answers are files of
// floats. usage: classify WEIGHTS IMAGES LOGITS
#include <cstdio>
#include <fstream>
#include <xscope/io/load.hpp>

#include "fashion_mnist/network.hpp"

namespace {

constexpr std::size_t count = 100;
constexpr auto logits = xscope::graph(fashion::images<count> | fashion::net);

std::streamsize bytes_of(std::size_t elements) {
  return static_cast<std::streamsize>(elements * sizeof(float));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    xscope::session s{logits};
    xscope::load(s, argv[1]);
    auto images = xt::xtensor<float, 2>::from_shape({count, fashion::pixels_per_picture});
    std::ifstream in(argv[2], std::ios::binary);
    in.read(reinterpret_cast<char*>(images.data()), bytes_of(images.size()));
    xt::xtensor<float, 2> answers;
    s.run_into(answers, images);
    std::ofstream out(argv[3], std::ios::binary);
    out.write(reinterpret_cast<const char*>(answers.data()), bytes_of(answers.size()));
    return in && out ? 0 : 1;
  } catch (const xscope::io::error& e) {
    std::puts(e.what());
    return 1;
  }
}

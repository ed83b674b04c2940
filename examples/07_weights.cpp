// SPDX-License-Identifier: BSD-3-Clause
// Weights in files: by their scoped names, or by those that PyTorch's Sequential(Linear(2, 3), ReLU(),
// Linear(3, 1)) has.
#include <iostream>
#include <xscope/io/load.hpp>
#include <xscope/io/save.hpp>
#include <xscope/layers.hpp>
#include <xscope/session.hpp>
namespace xs = xscope;
namespace io = xscope::io;

inline constexpr auto net = xs::variable_scope<"net">([](auto x) {
  return x | xs::layers::dense<3, xs::activation<xs::relu>, xs::name<"hidden">> |
         xs::layers::dense<1, xs::name<"out">>;
});
inline constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | net);

inline constexpr auto torch = io::names(
    io::rename<"net/hidden/kernel", "0.weight", io::transposed>, io::rename<"net/hidden/bias", "0.bias">,
    io::rename<"net/out/kernel", "2.weight", io::transposed>, io::rename<"net/out/bias", "2.bias">);

int main() try {
  xs::session s{g};
  const auto tell = [&](auto what) {
    std::cout << what << ": hidden(0, 2) = " << s.variable<"net/hidden/kernel:0">()(0, 2) << '\n';
  };
  s.variable<"net/hidden/kernel:0">()(0, 2) = 0.25f;
  xs::save(s, "07_weights.safetensors");
  xs::save(s, "07_torch.npz", torch);

  s.variable<"net/hidden/kernel:0">().fill(0.0f);
  tell("forgotten");
  xs::load(s, "07_weights.safetensors");
  tell("loaded");
  s.variable<"net/hidden/kernel:0">().fill(0.0f);
  xs::load(s, "07_torch.npz", torch);  // where it is 0.weight[2, 0]
  tell("loaded as PyTorch's");
  xs::load(s, "07_torch.npz");  // without the rules no name fits, and nothing changes
} catch (const io::error& e) {
  std::cout << e.what() << '\n';
}

// SPDX-License-Identifier: BSD-3-Clause
// Runs models with PyTorch's weights: all that are written here are written in check_torch.py as well.
// usage: run_models WEIGHTS INPUTS OUTPUTS COPY    COPY gets the weights again, as PyTorch calls them.
#include <cstdio>
#include <xscope/io.hpp>
#include <xscope/layers.hpp>

namespace {

namespace xs = xscope;
namespace io = xscope::io;

constexpr auto mlp = [](auto x) {
  return x | xs::layers::dense<16, xs::activation<xs::relu>, xs::name<"hidden">> |
         xs::layers::dense<5, xs::name<"out">>;
};
constexpr auto cnn = [](auto x) {
  constexpr auto pool = [](auto y) {
    return xs::max_pool(y, xs::ksize<2, 2>, xs::strides<2, 2>, xs::padding<"VALID">);
  };
  constexpr auto mean = [](auto y) { return xs::reduce_mean(y, xs::axis<1, 2>); };
  return x |
         xs::layers::conv2d<4, xs::kernel_size<3>, xs::padding<"SAME">, xs::activation<xs::relu>,
                            xs::name<"conv">> |
         pool | mean | xs::layers::dense<5, xs::name<"out">>;
};
constexpr auto all = [](auto rows, auto images, auto sounds) {
  return xs::pack(rows | xs::variable_scope<"mlp">(mlp), images | xs::variable_scope<"cnn">(cnn),
                  sounds | xs::layers::lstm<8, xs::return_sequences<true>>,
                  sounds | xs::layers::gru<8, xs::return_sequences<true>>);
};
constexpr auto models = xs::graph(xs::let(xs::placeholder<"rows", xs::shape<3, 20>>,
                                          xs::placeholder<"images", xs::shape<2, 9, 9, 3>>,
                                          xs::placeholder<"sounds", xs::shape<2, 7, 6>>, all));

constexpr auto torch = io::names(
    io::rename<"mlp/hidden/kernel", "mlp.0.weight", io::transposed>,
    io::rename<"mlp/hidden/bias", "mlp.0.bias">, io::rename<"mlp/out/kernel", "mlp.2.weight", io::transposed>,
    io::rename<"mlp/out/bias", "mlp.2.bias">, io::rename<"cnn/conv/kernel", "conv.weight", io::oihw>,
    io::rename<"cnn/conv/bias", "conv.bias">, io::rename<"cnn/out/kernel", "fc.weight", io::transposed>,
    io::rename<"cnn/out/bias", "fc.bias">, io::rename<"lstm/kernel", "lstm.weight_ih_l0", io::transposed>,
    io::rename<"lstm/recurrent_kernel", "lstm.weight_hh_l0", io::transposed>,
    io::rename<"lstm/bias", "lstm.bias">, io::rename<"gru/kernel", "gru.weight_ih_l0", io::transposed>,
    io::rename<"gru/recurrent_kernel", "gru.weight_hh_l0", io::transposed>,
    io::rename<"gru/bias", "gru.bias">);

// What comes in and what goes out are files of variables too.
constexpr auto inputs = xs::graph(xs::pack(xs::get_variable<"rows", xs::shape<3, 20>>,
                                           xs::get_variable<"images", xs::shape<2, 9, 9, 3>>,
                                           xs::get_variable<"sounds", xs::shape<2, 7, 6>>));
constexpr auto outputs = xs::graph(
    xs::pack(xs::get_variable<"mlp", xs::shape<3, 5>>, xs::get_variable<"cnn", xs::shape<2, 5>>,
             xs::get_variable<"lstm", xs::shape<2, 7, 8>>, xs::get_variable<"gru", xs::shape<2, 7, 8>>));

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  try {
    xs::session s{models};
    xs::load(s, argv[1], torch);
    xs::session in{inputs};
    xs::load(in, argv[2]);
    const auto [a, b, c, d] =
        s.run(in.variable<"rows:0">(), in.variable<"images:0">(), in.variable<"sounds:0">());
    xs::session out{outputs};
    out.variable<"mlp:0">() = a;
    out.variable<"cnn:0">() = b;
    out.variable<"lstm:0">() = c;
    out.variable<"gru:0">() = d;
    xs::save(out, argv[3]);
    xs::save(s, argv[4], torch);
  } catch (const io::error& e) {
    std::puts(e.what());
    return 1;
  }
}

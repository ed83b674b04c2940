// SPDX-License-Identifier: BSD-3-Clause
// Training steps beside LibTorch's, on one thread: gradients and gradient descent of 784-128-10, and of two
// convolutions with pooling and a dense layer, for batches of 64. Both sides begin with the same variables;
// their losses over the first steps are compared before anything is timed.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "libtorch/trainer.hpp"
#include "peers.hpp"

namespace xs = xscope;

namespace {

constexpr std::size_t batch = 64;
constexpr std::size_t side = 28;
constexpr std::size_t classes = 10;
constexpr float rate = 0.01F;

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>>;
};
template <std::size_t Outputs>
constexpr auto conv = [](auto x) {
  return xs::conv2d(x, xs::get_variable<"kernel", xs::shape<3, 3, x.shape()[3], Outputs>>, xs::strides<1, 1>,
                    xs::padding<"SAME">) +
         xs::get_variable<"bias", xs::shape<Outputs>>;
};
constexpr auto half = [](auto x) {
  return xs::max_pool(x, xs::ksize<2, 2>, xs::strides<2, 2>, xs::padding<"VALID">);
};

constexpr auto mlp = [](auto x) {
  return x | xs::variable_scope<"first">(dense<128>) | xs::relu |
         xs::variable_scope<"second">(dense<classes>);
};
constexpr auto flat = [](auto x) { return xs::reshape(x, xs::shape<batch, 7 * 7 * 32>); };
constexpr auto cnn = [](auto x) {
  return xs::reshape(x, xs::shape<batch, side, side, 1>) | xs::variable_scope<"first">(conv<16>) | xs::relu |
         half | xs::variable_scope<"second">(conv<32>) | xs::relu | half | flat |
         xs::variable_scope<"third">(dense<classes>);
};

template <class Net>
constexpr auto training = xs::graph(
    xs::let(xs::placeholder<"x", xs::shape<batch, side * side>>,
            xs::placeholder<"labels", xs::shape<batch>, xs::dtype<std::int32_t>>, [](auto x, auto labels) {
              return xs::let(xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(labels, Net{}(x))),
                             [](auto loss) {
                               return xs::seq(xs::minimize<xs::gradient_descent_optimizer<rate>>(loss), loss);
                             });
            }));

/// The same images and labels for both.
struct task {
  const float* x = bench::random(batch * side * side, 0, 1, 7);
  std::vector<std::int32_t> labels = std::vector<std::int32_t>(batch);
  task() {
    for (std::size_t i = 0; i < batch; ++i) labels[i] = static_cast<std::int32_t>(i * 7 % classes);
  }
};

/// Ends the program where the losses differ.
template <class Ours>
void check(const char* name, Ours& ours, bench::libtorch::trainer& theirs) {
  for (int step = 0; step < 20; ++step) {
    const double a = *ours();
    const double b = *theirs.step();
    if (std::abs(a - b) <= 1e-4 * std::abs(b)) continue;
    std::fprintf(stderr, "%s: after %d steps the loss is %.6f, and LibTorch's is %.6f\n", name, step, a, b);
    std::exit(1);
  }
}

void finish(const std::string& name, double goal, auto& ours, bench::libtorch::trainer& theirs) {
  check(name.c_str(), ours, theirs);
  // Of what goes on changing there is no expected number.
  bench::comparison compare(name, {}, 0);
  compare.side("LibTorch", [&theirs] { return theirs.step(); });
  compare.target("LibTorch", goal);
  compare.side(bench::ours, [&ours] { return ours(); });
}

template <class Session>
struct trainer {
  Session& s;
  const xt::xtensor_fixed<float, xt::xshape<batch, side * side>>& x;
  const xt::xtensor_fixed<std::int32_t, xt::xshape<batch>>& labels;
  const float* operator()() { return s.run(x, labels).data(); }
};

template <class Session>
auto& trainer_of(Session& s, const task& t) {
  auto& labels = bench::keep<xt::xtensor_fixed<std::int32_t, xt::xshape<batch>>>();
  for (std::size_t i = 0; i < batch; ++i) labels(i) = t.labels[i];
  return bench::keep<trainer<Session>>(trainer<Session>{s, bench::fixed_of<batch, side * side>(t.x), labels});
}

template <xs::fixed_string... Names, class Session>
std::vector<const float*> parameters(Session& s) {
  return {s.template variable<Names>().data()...};
}

void compare_mlp() {
  const std::string name = "training step, 784-128-10, batch 64";
  if (!bench::is_wanted(name)) return;
  const task& t = bench::keep<task>();
  auto& s = bench::session_of(training<decltype(mlp)>);
  auto& theirs = bench::keep<bench::libtorch::trainer>(
      "mlp", parameters<"first/kernel:0", "first/bias:0", "second/kernel:0", "second/bias:0">(s),
      bench::libtorch::data{t.x, t.labels.data(), batch}, rate);
  finish(name, 0.35, trainer_of(s, t), theirs);
}

void compare_cnn() {
  const std::string name = "training step, two convolutions, batch 64";
  if (!bench::is_wanted(name)) return;
  const task& t = bench::keep<task>();
  auto& s = bench::session_of(training<decltype(cnn)>);
  auto& theirs =
      bench::keep<bench::libtorch::trainer>("cnn",
                                            parameters<"first/kernel:0", "first/bias:0", "second/kernel:0",
                                                       "second/bias:0", "third/kernel:0", "third/bias:0">(s),
                                            bench::libtorch::data{t.x, t.labels.data(), batch}, rate);
  finish(name, 0.25, trainer_of(s, t), theirs);
}

const bench::family trainings{[] {
  compare_mlp();
  compare_cnn();
}};

}  // namespace

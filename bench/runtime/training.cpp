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

#include <torch/torch.h>

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

/// A training step of a network of LibTorch's.
struct torch_trainer {
  torch::nn::Sequential net;
  torch::Tensor x;
  torch::Tensor labels;
  torch::optim::SGD optimizer;
  torch::Tensor loss{};

  torch_trainer(torch::nn::Sequential n, torch::Tensor images, const task& t)
      : net(std::move(n)),
        x(std::move(images)),
        labels(torch::tensor(std::vector<std::int64_t>(t.labels.begin(), t.labels.end()))),
        optimizer(net->parameters(), torch::optim::SGDOptions(rate)) {}

  const float* operator()() {
    optimizer.zero_grad();
    loss = torch::nll_loss(torch::log_softmax(net->forward(x), 1), labels);
    loss.backward();
    optimizer.step();
    return loss.data_ptr<float>();
  }
};

/// Our variables as LibTorch has them.
torch::Tensor copy(const float* from, std::vector<std::int64_t> shape) {
  return torch::from_blob(const_cast<float*>(from), shape).clone();
}
void set(torch::Tensor& to, const torch::Tensor& from) {
  const torch::NoGradGuard guard;
  to.copy_(from);
}

/// Ends the program where the losses differ.
template <class Ours>
void check(const char* name, Ours& ours, torch_trainer& theirs) {
  for (int step = 0; step < 20; ++step) {
    const double a = *ours();
    const double b = *theirs();
    if (std::abs(a - b) <= 1e-4 * std::abs(b)) continue;
    std::fprintf(stderr, "%s: after %d steps the loss is %.6f, and LibTorch's is %.6f\n", name, step, a, b);
    std::exit(1);
  }
}

void finish(const std::string& name, double goal, auto& ours, torch_trainer& theirs) {
  check(name.c_str(), ours, theirs);
  // Of what goes on changing there is no expected number.
  bench::comparison compare(name, {}, 0);
  compare.side("LibTorch", [&theirs] { return theirs(); });
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

void compare_mlp() {
  const std::string name = "training step, 784-128-10, batch 64";
  if (!bench::is_wanted(name)) return;
  const task& t = bench::keep<task>();
  auto& s = bench::session_of(training<decltype(mlp)>);
  torch::nn::Linear first(784, 128), second(128, 10);
  set(first->weight, copy(s.template variable<"first/kernel:0">().data(), {784, 128}).t());
  set(first->bias, copy(s.template variable<"first/bias:0">().data(), {128}));
  set(second->weight, copy(s.template variable<"second/kernel:0">().data(), {128, 10}).t());
  set(second->bias, copy(s.template variable<"second/bias:0">().data(), {10}));
  auto& theirs = bench::keep<torch_trainer>(torch::nn::Sequential(first, torch::nn::ReLU(), second),
                                            copy(t.x, {batch, side * side}), t);
  finish(name, 0.35, trainer_of(s, t), theirs);
}

void compare_cnn() {
  const std::string name = "training step, two convolutions, batch 64";
  if (!bench::is_wanted(name)) return;
  const task& t = bench::keep<task>();
  auto& s = bench::session_of(training<decltype(cnn)>);
  torch::nn::Conv2d first(torch::nn::Conv2dOptions(1, 16, 3).padding(1));
  torch::nn::Conv2d second(torch::nn::Conv2dOptions(16, 32, 3).padding(1));
  torch::nn::Linear third(7 * 7 * 32, 10);
  set(first->weight,
      copy(s.template variable<"first/kernel:0">().data(), {3, 3, 1, 16}).permute({3, 2, 0, 1}));
  set(first->bias, copy(s.template variable<"first/bias:0">().data(), {16}));
  set(second->weight,
      copy(s.template variable<"second/kernel:0">().data(), {3, 3, 16, 32}).permute({3, 2, 0, 1}));
  set(second->bias, copy(s.template variable<"second/bias:0">().data(), {32}));
  // Its channels come first.
  set(third->weight, copy(s.template variable<"third/kernel:0">().data(), {7, 7, 32, 10})
                         .permute({3, 2, 0, 1})
                         .reshape({10, 7 * 7 * 32}));
  set(third->bias, copy(s.template variable<"third/bias:0">().data(), {10}));
  const auto pool = [] { return torch::nn::MaxPool2d(torch::nn::MaxPool2dOptions(2)); };
  auto& theirs = bench::keep<torch_trainer>(torch::nn::Sequential(first, torch::nn::ReLU(), pool(), second,
                                                                  torch::nn::ReLU(), pool(),
                                                                  torch::nn::Flatten(), third),
                                            copy(t.x, {batch, 1, side, side}), t);
  finish(name, 0.25, trainer_of(s, t), theirs);
}

const bench::family trainings{[] {
  torch::set_num_threads(1);
  compare_mlp();
  compare_cnn();
}};

}  // namespace

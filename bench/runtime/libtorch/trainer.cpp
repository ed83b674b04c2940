// SPDX-License-Identifier: BSD-3-Clause
#include "trainer.hpp"

#include <stdexcept>
#include <utility>

#include <torch/torch.h>

namespace bench::libtorch {

namespace {

constexpr std::int64_t side = 28;
constexpr std::int64_t classes = 10;

using shape = std::vector<std::int64_t>;

torch::Tensor copy(const float* from, const shape& of) {
  return torch::from_blob(const_cast<float*>(from), of).clone();
}
void set(torch::Tensor& to, const torch::Tensor& from) {
  const torch::NoGradGuard guard;
  to.copy_(from);
}

torch::nn::Sequential mlp(const std::vector<const float*>& from) {
  torch::nn::Linear first(side * side, 128);
  torch::nn::Linear second(128, classes);
  set(first->weight, copy(from.at(0), {side * side, 128}).t());
  set(first->bias, copy(from.at(1), {128}));
  set(second->weight, copy(from.at(2), {128, classes}).t());
  set(second->bias, copy(from.at(3), {classes}));
  return torch::nn::Sequential(first, torch::nn::ReLU(), second);
}

torch::nn::Sequential cnn(const std::vector<const float*>& from) {
  torch::nn::Conv2d first(torch::nn::Conv2dOptions(1, 16, 3).padding(1));
  torch::nn::Conv2d second(torch::nn::Conv2dOptions(16, 32, 3).padding(1));
  torch::nn::Linear third(7 * 7 * 32, classes);
  set(first->weight, copy(from.at(0), {3, 3, 1, 16}).permute({3, 2, 0, 1}));
  set(first->bias, copy(from.at(1), {16}));
  set(second->weight, copy(from.at(2), {3, 3, 16, 32}).permute({3, 2, 0, 1}));
  set(second->bias, copy(from.at(3), {32}));
  // Its channels come first.
  set(third->weight,
      copy(from.at(4), {7, 7, 32, classes}).permute({3, 2, 0, 1}).reshape({classes, 7 * 7 * 32}));
  set(third->bias, copy(from.at(5), {classes}));
  const auto pool = [] { return torch::nn::MaxPool2d(torch::nn::MaxPool2dOptions(2)); };
  return torch::nn::Sequential(first, torch::nn::ReLU(), pool(), second, torch::nn::ReLU(), pool(),
                               torch::nn::Flatten(), third);
}

torch::nn::Sequential network_called(const std::string& name, const std::vector<const float*>& parameters) {
  if (name == "mlp") return mlp(parameters);
  if (name == "cnn") return cnn(parameters);
  throw std::invalid_argument("no network is called " + name);
}

}  // namespace

struct trainer::parts {
  torch::nn::Sequential net;
  torch::Tensor images;
  torch::Tensor labels;
  torch::optim::SGD optimizer;
  torch::Tensor loss{};

  parts(torch::nn::Sequential n, torch::Tensor x, data given, float rate)
      : net(std::move(n)),
        images(std::move(x)),
        labels(torch::tensor(std::vector<std::int64_t>(given.labels, given.labels + given.batch))),
        optimizer(net->parameters(), torch::optim::SGDOptions(rate)) {}
};

trainer::trainer(const std::string& network, const std::vector<const float*>& parameters, data given,
                 float rate) {
  torch::set_num_threads(1);
  const auto batch = static_cast<std::int64_t>(given.batch);
  const shape of = network == "mlp" ? shape{batch, side * side} : shape{batch, 1, side, side};
  parts_ = std::make_unique<parts>(network_called(network, parameters), copy(given.images, of), given, rate);
}
trainer::~trainer() = default;
trainer::trainer(trainer&&) noexcept = default;

const float* trainer::step() {
  parts& p = *parts_;
  p.optimizer.zero_grad();
  p.loss = torch::nll_loss(torch::log_softmax(p.net->forward(p.images), 1), p.labels);
  p.loss.backward();
  p.optimizer.step();
  return p.loss.data_ptr<float>();
}

}  // namespace bench::libtorch

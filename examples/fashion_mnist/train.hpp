// SPDX-License-Identifier: BSD-3-Clause
//
// The training: what is fed, the epochs, and how one goes on from a file.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <xscope/io/summary.hpp>
#include <xscope/session.hpp>

#include "exports.hpp"
#include "idx.hpp"
#include "network.hpp"
#include "options.hpp"
#include "picture.hpp"
#include "progress.hpp"
#include "terminal.hpp"
#include "text.hpp"

namespace fashion {

// ---- feeding ----

/// A batch in the form in which a session reads it. It is filled in place, so a step allocates nothing.
template <std::size_t Batch>
class batch_buffer {
 public:
  /// Takes the examples that `which` names.
  void gather(const labelled_images& data, std::span<const std::size_t> which) {
    for (std::size_t row = 0; row < Batch; ++row) {
      const auto pixels = data.images.picture(which[row]);
      std::transform(pixels.begin(), pixels.end(), images_.data() + row * pixels_per_picture,
                     [](std::uint8_t grey) { return static_cast<float>(grey) * (1.0f / 255.0f); });
      labels_(row) = data.labels[which[row]];
    }
  }

  [[nodiscard]] const auto& images() const { return images_; }
  [[nodiscard]] const auto& labels() const { return labels_; }

 private:
  xt::xtensor<float, 2> images_ =
      xt::xtensor<float, 2>::from_shape(std::array<std::size_t, 2>{Batch, pixels_per_picture});
  xt::xtensor<std::int32_t, 1> labels_ =
      xt::xtensor<std::int32_t, 1>::from_shape(std::array<std::size_t, 1>{Batch});
};

/// Fisher and Yates. std::shuffle gives another order with each standard library.
inline void shuffle(std::span<std::size_t> order, std::mt19937_64& engine) {
  for (std::size_t left = order.size(); left > 1; --left) {
    std::swap(order[left - 1], order[static_cast<std::size_t>(engine() % left)]);
  }
}

inline std::vector<std::size_t> in_order(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

inline double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// ---- the parts of the run ----

/// The share of right answers: whole batches, and the rest one by one.
template <std::size_t Batch, typename Many, typename One>
double accuracy(Many& many, One& one, const labelled_images& data) {
  const auto order = in_order(data.size());
  batch_buffer<Batch> batch;
  double correct = 0;
  std::size_t first = 0;
  for (; first + Batch <= data.size(); first += Batch) {
    batch.gather(data, std::span(order).subspan(first, Batch));
    correct += static_cast<double>(many.run(batch.images(), batch.labels())());
  }
  batch_buffer<1> single;
  for (; first < data.size(); ++first) {
    single.gather(data, std::span(order).subspan(first, 1));
    correct += one.run(single.images())(0) == data.labels[first] ? 1 : 0;
  }
  return correct / static_cast<double>(data.size());
}

struct epoch_result {
  double loss = 0;  // mean over the epoch's steps
  double images_per_second = 0;
};

/// One pass over the data in the given order. What does not fill a batch waits for another epoch's order.
template <std::size_t Batch, typename Trainer>
epoch_result train_epoch(Trainer& trainer, const labelled_images& data, std::span<const std::size_t> order,
                         float rate, progress now, double seconds_before, progress_bar& bar, exports& files) {
  const std::size_t steps = data.size() / Batch;
  const auto start = std::chrono::steady_clock::now();
  batch_buffer<Batch> batch;
  double loss_sum = 0;
  for (std::size_t step = 0; step < steps; ++step) {
    batch.gather(data, order.subspan(step * Batch, Batch));
    const auto loss = static_cast<double>(trainer.run(batch.images(), batch.labels(), rate)());
    loss_sum += loss;
    files.add_step(loss);

    const double elapsed = seconds_since(start);
    const auto done = static_cast<double>(step + 1);
    now.fraction = done / static_cast<double>(steps);
    now.loss = loss_sum / done;
    now.images_per_second = elapsed > 0 ? done * static_cast<double>(Batch) / elapsed : 0;
    now.seconds = seconds_before + elapsed;
    bar.show(now);
  }
  return {now.loss, now.images_per_second};
}

template <typename One>
std::string answers(One& one, const labelled_images& data, std::size_t count, std::size_t columns) {
  std::vector<picture> pictures;
  batch_buffer<1> single;
  for (std::size_t i = 0; i < std::min(count, data.size()); ++i) {
    single.gather(data, std::array{i});
    const auto predicted = static_cast<std::size_t>(one.run(single.images())(0));
    pictures.push_back({data.images.picture(i), predicted, data.labels[i]});
  }
  return gallery(pictures, columns);
}

constexpr std::size_t tested_at_once = 100;
constexpr std::size_t five_pictures = 5 * side + 8;  // columns of text, with the gaps

/// What the training is told, it notes with its variables; one that goes on must be told the same.
template <optimizer How>
void begin_or_resume(const options& chosen, state_session<How>& trained) {
  if (chosen.resume) load_checkpoint<How>(trained, *chosen.save);
  const auto note = [&](std::int64_t& noted, std::uint64_t told, const char* option) {
    const auto number = static_cast<std::int64_t>(told);
    if (chosen.resume && noted != number) {
      throw std::runtime_error(*chosen.save + ": this training was begun with " + option + " " +
                               std::to_string(noted) + "; give it the same");
    }
    noted = number;
  };
  note(trained.template variable<"run/epochs:0">()(), chosen.epochs, "--epochs");
  note(trained.template variable<"run/batch:0">()(), chosen.batch, "--batch");
  note(trained.template variable<"run/seed:0">()(), chosen.seed, "--seed");
}

template <std::size_t Batch, optimizer How>
void train_in_batches(const options& chosen, const fashion_mnist& data, state_session<How>& trained) {
  if (data.train.size() < Batch) {
    throw std::runtime_error(chosen.data + ": " + std::to_string(data.train.size()) +
                             " training images do not fill a batch of " + std::to_string(Batch));
  }

  constexpr auto graph = xs::graph(training<Batch, How>);
  network_session<How> one{network, trained};
  xs::session trainer{graph, trained};
  xs::session evaluator{xs::graph(evaluation<tested_at_once>), trained};
  auto& epochs_done = trained.template variable<"run/epoch:0">()();
  const auto before = static_cast<std::size_t>(epochs_done);
  exports files(chosen.save, static_cast<std::int64_t>(before * (data.train.size() / Batch)));
  files.add_graph<How>();

  std::printf("%s\n", xs::summary(graph).c_str());
  std::printf("%s training images, %s test images, batches of %zu\n", grouped(data.train.size()).c_str(),
              grouped(data.test.size()).c_str(), Batch);
  const std::size_t coarse_epochs = chosen.epochs - chosen.epochs / 5;
  if (coarse_epochs < chosen.epochs)
    std::printf("steps are a tenth as long after epoch %zu\n", coarse_epochs);
  if (before > 0) std::printf("going on after epoch %zu\n", before);

  std::mt19937_64 engine(chosen.seed);
  auto order = in_order(data.train.size());
  for (std::size_t epoch = 1; epoch <= before; ++epoch) shuffle(order, engine);
  progress_bar bar;
  const auto start = std::chrono::steady_clock::now();
  double test_accuracy = before < chosen.epochs ? 0 : accuracy<tested_at_once>(evaluator, one, data.test);
  for (std::size_t epoch = before + 1; epoch <= chosen.epochs; ++epoch) {
    shuffle(order, engine);
    progress now;
    now.epoch = epoch;
    now.epochs = chosen.epochs;
    const float rate = epoch <= coarse_epochs ? rate_of(How) : rate_of(How) / 10;
    const epoch_result result =
        train_epoch<Batch>(trainer, data.train, order, rate, now, seconds_since(start), bar, files);
    test_accuracy = accuracy<tested_at_once>(evaluator, one, data.test);
    epochs_done = static_cast<std::int64_t>(epoch);
    files.add_epoch<How>(result.loss, test_accuracy, trained);
    bar.clear();
    std::printf("epoch %*zu  loss %s  test accuracy %s%%  %s images/s\n",
                static_cast<int>(std::to_string(chosen.epochs).size()), epoch, fixed(result.loss, 4).c_str(),
                fixed(test_accuracy * 100, 2).c_str(), grouped(result.images_per_second).c_str());
    std::fflush(stdout);
  }

  std::printf("\nfinal test accuracy %s%% after %s s\n\n%s", fixed(test_accuracy * 100, 2).c_str(),
              fixed(seconds_since(start), 1).c_str(),
              answers(one, data.test, 10, terminal_columns(stdout, five_pictures)).c_str());
  files.finish<How>(one);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
    throw std::runtime_error("the output cannot be written");
}

/// Trains with one optimizer, in batches of the size that was chosen; each of them is compiled.
template <optimizer How>
void train(const options& chosen) {
  const fashion_mnist data = read_fashion_mnist(chosen.data);
  state_session<How> trained{state<How>, chosen.seed};
  begin_or_resume<How>(chosen, trained);
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (void)((chosen.batch == batch_sizes[Index] &&
            (train_in_batches<batch_sizes[Index], How>(chosen, data, trained), true)) ||
           ...);
  }(std::make_index_sequence<batch_sizes.size()>{});
}

}  // namespace fashion

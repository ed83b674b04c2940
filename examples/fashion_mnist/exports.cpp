// SPDX-License-Identifier: BSD-3-Clause
#include "exports.hpp"

#include <cstdio>

#include <xscope/io.hpp>

namespace fashion {

namespace {

void say(const char* name, const char* what) { std::printf("  %-19s  %s\n", name, what); }

}  // namespace

exports::exports(const std::optional<std::string>& folder) {
  if (!folder) return;
  folder_ = *folder;
  writer_.emplace(path("logs"));
}

std::string exports::path(std::string_view name) const { return folder_ + "/" + std::string(name); }

template <std::size_t Batch>
void exports::add_graph() {
  if (writer_) writer_->add_graph(xs::graph_def(xs::graph(training<Batch, 0.1f>)));
}

void exports::add_point() {
  if (writer_) writer_->add_scalar("recent_loss", recent_losses_ / steps_per_point, steps_);
  recent_losses_ = 0;
}

void exports::add_epoch(double loss, double test_accuracy, const network_session& trained) {
  if (!writer_) return;
  writer_->add_scalar("loss", loss, steps_);
  writer_->add_scalar("test_accuracy", test_accuracy, steps_);
  writer_->add_histogram("net/hidden/kernel", trained.variable<"net/hidden/kernel:0">(), steps_);
  writer_->add_histogram("net/hidden/bias", trained.variable<"net/hidden/bias:0">(), steps_);
  writer_->add_histogram("net/logits/kernel", trained.variable<"net/logits/kernel:0">(), steps_);
  writer_->add_histogram("net/logits/bias", trained.variable<"net/logits/bias:0">(), steps_);
  writer_->flush();  // for who watches
}

template <std::size_t Batch>
void exports::finish(const network_session& trained) {
  if (!writer_) return;
  std::printf("\nwritten to %s:\n", folder_.c_str());
  say("logs", ("tensorboard --logdir " + path("logs")).c_str());
  xs::save(trained, path("weights.safetensors"));
  say("weights.safetensors", "the variables, by their names");
  xs::save_graph_def(trained, path("frozen.pb"));
  say("frozen.pb", "TensorFlow's GraphDef, with the variables as constants");
  xs::save_tfjs(trained, path("model"));
  say("model/model.json", "for TensorFlow.js");
  try {
    xs::save_svg(xs::graph(training<Batch, 0.1f>), path("graph.svg"));
    say("graph.svg", "the graph of the training");
  } catch (const xs::io::error& error) {
    std::printf("  not written: %s\n", error.what());
  }
}

// One for each of batch_sizes.
template void exports::add_graph<32>();
template void exports::add_graph<64>();
template void exports::add_graph<128>();
template void exports::add_graph<256>();
template void exports::finish<32>(const network_session&);
template void exports::finish<64>(const network_session&);
template void exports::finish<128>(const network_session&);
template void exports::finish<256>(const network_session&);

}  // namespace fashion

// SPDX-License-Identifier: BSD-3-Clause
#include "exports.hpp"

#include <cstdio>

#include <xscope/io.hpp>

namespace fashion {

namespace {

constexpr std::string_view checkpoint = "checkpoint.safetensors";

void say(const char* name, const char* what) { std::printf("  %-22s  %s\n", name, what); }

}  // namespace

exports::exports(const std::optional<std::string>& folder, std::int64_t steps) : steps_(steps) {
  if (!folder) return;
  folder_ = *folder;
  writer_.emplace(path("logs"));
}

std::string exports::path(std::string_view name) const { return folder_ + "/" + std::string(name); }

template <optimizer How>
void exports::add_graph() {
  if (writer_) writer_->add_graph(xs::graph_def(xs::graph(training<1, How>)));
}

void exports::add_point() {
  if (writer_) writer_->add_scalar("recent_loss", recent_losses_ / steps_per_point, steps_);
  recent_losses_ = 0;
}

template <optimizer How>
void exports::add_epoch(double loss, double test_accuracy, const state_session<How>& trained) {
  if (!writer_) return;
  xs::save(trained, path(checkpoint));
  writer_->add_scalar("loss", loss, steps_);
  writer_->add_scalar("test_accuracy", test_accuracy, steps_);
  writer_->add_histogram("net/hidden/kernel", trained.template variable<"net/hidden/kernel:0">(), steps_);
  writer_->add_histogram("net/hidden/bias", trained.template variable<"net/hidden/bias:0">(), steps_);
  writer_->add_histogram("net/logits/kernel", trained.template variable<"net/logits/kernel:0">(), steps_);
  writer_->add_histogram("net/logits/bias", trained.template variable<"net/logits/bias:0">(), steps_);
  writer_->flush();  // for who watches
}

template <optimizer How>
void exports::finish(const network_session<How>& trained) {
  if (!writer_) return;
  std::printf("\nwritten to %s:\n", folder_.c_str());
  say("logs", ("tensorboard --logdir " + path("logs")).c_str());
  say("checkpoint.safetensors", "to go on with --resume");
  xs::save(trained, path("weights.safetensors"));
  say("weights.safetensors", "the variables, by their names");
  xs::save_graph_def(trained, path("frozen.pb"));
  say("frozen.pb", "TensorFlow's GraphDef, with the variables as constants");
  xs::save_tfjs(trained, path("model"));
  say("model/model.json", "for TensorFlow.js");
  try {
    xs::save_svg(xs::graph(training<1, How>), path("graph.svg"));
    say("graph.svg", "the graph of the training");
  } catch (const xs::io::error& error) {
    std::printf("  not written: %s\n", error.what());
  }
}

template <optimizer How>
void load_checkpoint(state_session<How>& to, const std::string& folder) {
  xs::load(to, folder + "/" + std::string(checkpoint));
}

// One for each optimizer.
template void exports::add_graph<optimizer::gradient_descent>();
template void
exports::add_epoch<optimizer::gradient_descent>(double, double,
                                                const state_session<optimizer::gradient_descent>&);
template void
exports::finish<optimizer::gradient_descent>(const network_session<optimizer::gradient_descent>&);
template void load_checkpoint<optimizer::gradient_descent>(state_session<optimizer::gradient_descent>&,
                                                           const std::string&);
template void exports::add_graph<optimizer::momentum>();
template void exports::add_epoch<optimizer::momentum>(double, double,
                                                      const state_session<optimizer::momentum>&);
template void exports::finish<optimizer::momentum>(const network_session<optimizer::momentum>&);
template void load_checkpoint<optimizer::momentum>(state_session<optimizer::momentum>&, const std::string&);
template void exports::add_graph<optimizer::adam>();
template void exports::add_epoch<optimizer::adam>(double, double, const state_session<optimizer::adam>&);
template void exports::finish<optimizer::adam>(const network_session<optimizer::adam>&);
template void load_checkpoint<optimizer::adam>(state_session<optimizer::adam>&, const std::string&);

}  // namespace fashion

// SPDX-License-Identifier: BSD-3-Clause
//
// What other programs read of a training, in a folder:
//
// - logs/: events for TensorBoard, that is losses, accuracy, how the variables are spread, the graph
// - checkpoint.safetensors: all variables after the last epoch, those of the optimizer too, for --resume
// - weights.safetensors: the network's variables, by their scoped names
// - frozen.pb: the network for one picture as TensorFlow's GraphDef, with its variables as constants
// - model/: the same for TensorFlow.js
// - graph.svg: a picture of the training's graph, where Graphviz is installed
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <xscope/io/summary_writer.hpp>

#include "network.hpp"

namespace fashion {

/// Without a folder it writes nothing. Whatever cannot be written throws xscope::io::error, except a picture
/// that cannot be drawn.
class exports {
 public:
  /// Steps that an earlier run has done count.
  exports(const std::optional<std::string>& folder, std::int64_t steps);

  /// The graph of the training, for a batch of one picture.
  template <optimizer How>
  void add_graph();

  /// To be called after every step. What is written is the mean of many: a single step's loss says little.
  void add_step(double loss) {
    ++steps_;
    recent_losses_ += loss;
    if (steps_ % steps_per_point == 0) add_point();
  }

  /// Writes a file as well that the training can go on from.
  template <optimizer How>
  void add_epoch(double loss, double test_accuracy, const state_session<How>& trained);

  /// After the training: all other files. Prints what there is.
  template <optimizer How>
  void finish(const network_session<How>& trained);

 private:
  static constexpr std::int64_t steps_per_point = 100;

  void add_point();
  [[nodiscard]] std::string path(std::string_view name) const;

  std::string folder_;
  std::optional<xs::summary_writer> writer_;
  std::int64_t steps_;
  double recent_losses_ = 0;
};

/// Reads the file that an earlier run has saved in a folder after its last epoch.
template <optimizer How>
void load_checkpoint(state_session<How>& to, const std::string& folder);

}  // namespace fashion

// SPDX-License-Identifier: BSD-3-Clause
//
// The command line. Shapes are part of the program's types, so the batch size is one of those compiled in.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>

#include "optimizer.hpp"

namespace fashion {

inline constexpr std::array<std::size_t, 4> batch_sizes = {32, 64, 128, 256};
inline constexpr std::size_t most_epochs = 1000;

inline constexpr int data_error = 1;
inline constexpr int usage_error = 2;

struct options {
  std::string data = "/usr/share/datasets/fashion-mnist";
  std::size_t epochs = 10;
  std::uint64_t seed = 1;
  std::size_t batch = 64;
  optimizer how = optimizer::adam;
  std::optional<std::string> save;  // the folder for what other programs read
  bool resume = false;              // go on with what is in that folder
};

/// Either the options, or the status with which to leave: 0 after --help, 2 after a mistake.
struct command_line {
  std::optional<options> chosen;
  int status = 0;
};

namespace cli {

/// Digits and nothing else. CLI11's own conversion takes 010 as 8 and wraps negative numbers around.
inline std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

inline std::string listed_optimizers() {
  return std::string(optimizer_names[0]) + ", " + optimizer_names[1] + " or " + optimizer_names[2];
}

inline std::string listed_batch_sizes() {
  std::string text;
  for (std::size_t i = 0; i < batch_sizes.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == batch_sizes.size() ? " or " : ", ") + std::to_string(batch_sizes[i]);
  }
  return text;
}

}  // namespace cli

[[nodiscard]] inline command_line parse_command_line(int argc, const char* const* argv) {
  options chosen;
  CLI::App app("Trains a small network on Fashion-MNIST.", "fashion_mnist");
  app.get_formatter()->column_width(24);

  app.add_option("--data", chosen.data, "directory with the four .gz files")
      ->type_name("DIR")
      ->capture_default_str();

  app.add_option_function<std::string>(
         "--epochs",
         [&](const std::string& text) {
           const auto number = cli::whole_number(text);
           if (!number || *number < 1 || *number > most_epochs) {
             throw CLI::ValidationError(
                 "--epochs", "\"" + text + "\" is not a number of epochs; give a number from 1 to " +
                                 std::to_string(most_epochs));
           }
           chosen.epochs = static_cast<std::size_t>(*number);
         },
         "passes over the training images, 1 to " + std::to_string(most_epochs))
      ->type_name("N")
      ->default_str(std::to_string(chosen.epochs));

  app.add_option_function<std::string>(
         "--seed",
         [&](const std::string& text) {
           const auto number = cli::whole_number(text);
           if (!number) {
             throw CLI::ValidationError("--seed",
                                        "\"" + text + "\" is not a seed; give a number from 0 to 2^64 - 1");
           }
           chosen.seed = *number;
         },
         "settles the initial weights and the order of the images")
      ->type_name("S")
      ->default_str(std::to_string(chosen.seed));

  app.add_option_function<std::string>(
         "--batch",
         [&](const std::string& text) {
           const auto number = cli::whole_number(text);
           if (!number || std::find(batch_sizes.begin(), batch_sizes.end(), *number) == batch_sizes.end()) {
             throw CLI::ValidationError(
                 "--batch", "\"" + text + "\" is not one of the batch sizes that are compiled in; choose " +
                                cli::listed_batch_sizes());
           }
           chosen.batch = static_cast<std::size_t>(*number);
         },
         "images per training step: " + cli::listed_batch_sizes())
      ->type_name("B")
      ->default_str(std::to_string(chosen.batch));

  app.add_option_function<std::string>(
         "--optimizer",
         [&](const std::string& text) {
           const auto* const found = std::find(optimizer_names.begin(), optimizer_names.end(), text);
           if (found == optimizer_names.end()) {
             throw CLI::ValidationError("--optimizer", "\"" + text + "\" is no optimizer; choose " +
                                                           cli::listed_optimizers());
           }
           chosen.how = static_cast<optimizer>(found - optimizer_names.begin());
         },
         cli::listed_optimizers())
      ->type_name("O")
      ->default_str(optimizer_names[static_cast<std::size_t>(chosen.how)]);

  auto* const save =
      app.add_option_function<std::string>(
             "--save",
             [&](const std::string& text) {
               if (text.empty()) {
                 throw CLI::ValidationError("--save",
                                            "\"\" is not a folder; give a name, or leave --save out");
               }
               chosen.save = text;
             },
             "folder for weights, a model for TensorFlow.js, events for TensorBoard and a picture of the graph")
          ->type_name("DIR");

  app.add_flag("--resume", chosen.resume,
               "go on, with the same options, after the last epoch that is saved in that folder")
      ->needs(save);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, app.exit(error) == 0 ? 0 : usage_error};
  }
  return {chosen, 0};
}

}  // namespace fashion

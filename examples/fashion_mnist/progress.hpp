// SPDX-License-Identifier: BSD-3-Clause
//
// A progress bar on stderr, drawn only on a terminal; elsewhere it prints nothing.
//
//   fashion::progress_bar bar;
//   bar.show({.epoch = 1, .epochs = 10, .fraction = 0.4, .loss = 0.51, .images_per_second = 2e5, .seconds =
//   3}); bar.clear();
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "terminal.hpp"
#include "text.hpp"

namespace fashion {

struct progress {
  std::size_t epoch = 0;
  std::size_t epochs = 0;
  double fraction = 0;  // of this epoch
  double loss = 0;
  double images_per_second = 0;
  double seconds = 0;  // since the start
};

/// One line that fits into `columns`: the bar takes what the text leaves, and goes first when that is too
/// little.
[[nodiscard]] inline std::string progress_line(const progress& now, std::size_t columns, bool utf8) {
  constexpr std::size_t narrowest = 8;
  constexpr std::size_t widest = 40;
  const double fraction = std::isfinite(now.fraction) ? std::clamp(now.fraction, 0.0, 1.0) : 0.0;
  const std::string before = "epoch " +
                             padded_left(std::to_string(now.epoch), std::to_string(now.epochs).size()) + "/" +
                             std::to_string(now.epochs) + " ";
  const std::string after = padded_left(std::to_string(static_cast<int>(fraction * 100)), 4) + "%  loss " +
                            fixed(now.loss, 4) + "  " + padded_left(grouped(now.images_per_second), 9) +
                            " images/s  " + clock_time(now.seconds);
  const std::size_t text = before.size() + after.size();
  if (columns < text + narrowest + 2) return (before + after).substr(0, columns);

  const std::size_t width = std::min(columns - text - 2, widest);
  const auto filled = static_cast<std::size_t>(fraction * static_cast<double>(width));
  std::string line = before + (utf8 ? "▕" : "[");
  for (std::size_t cell = 0; cell < width; ++cell) {
    line += cell < filled ? (utf8 ? "█" : "#") : (utf8 ? "░" : ".");
  }
  return line + (utf8 ? "▏" : "]") + after;
}

class progress_bar {
 public:
  explicit progress_bar(std::FILE* stream = stderr)
      : stream_(stream), visible_(is_terminal(stream)), utf8_(locale_is_utf8()) {}

  /// Cheap enough for every step: it draws at most twenty times a second.
  void show(const progress& now) {
    if (!visible_) return;
    const auto time = std::chrono::steady_clock::now();
    if (drawn_ != 0 && time - last_ < std::chrono::milliseconds(50)) return;
    last_ = time;
    const std::size_t columns = terminal_columns(stream_, 80) - 1;  // the last column would wrap the line
    const std::string line = progress_line(now, columns, utf8_);
    const std::size_t width = displayed_width(line);
    const std::string rest(drawn_ > width ? std::min(drawn_, columns) - width : 0, ' ');
    std::fprintf(stream_, "\r%s%s", line.c_str(), rest.c_str());
    std::fflush(stream_);
    drawn_ = width;
  }

  /// Leaves the line empty for what the program prints next.
  void clear() {
    if (drawn_ == 0) return;
    std::fprintf(stream_, "\r%s\r", std::string(drawn_, ' ').c_str());
    std::fflush(stream_);
    drawn_ = 0;
  }

 private:
  std::FILE* stream_;
  bool visible_;
  bool utf8_;
  std::size_t drawn_ = 0;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace fashion

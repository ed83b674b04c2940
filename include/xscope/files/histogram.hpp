// SPDX-License-Identifier: BSD-3-Clause
// How many values lie where, in the buckets that TensorFlow's summaries have.
//   histogram h;  h.add(0.5);  h.add(-3);    h.buckets(): {limit, count}...
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace xscope::files {

class histogram {
 public:
  /// The values below `limit`, and not below the limit of the bucket before.
  struct bucket {
    double limit;
    double count;
  };

  /// A finite number.
  void add(double value) {
    const auto above = std::upper_bound(limits().begin(), limits().end(), value);
    // The largest number of all is below no limit. It joins those that are nearly as large.
    const auto at = std::min(static_cast<std::size_t>(above - limits().begin()), limits().size() - 1);
    counts_[at] += 1;
    min = std::min(min, value);
    max = std::max(max, value);
    num += 1;
    sum += value;
    sum_squares += value * value;
  }

  /// Neighbours that are empty are one bucket, whose limit is that of the last.
  std::vector<bucket> buckets() const {
    std::vector<bucket> out;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const bucket next{limits()[i], counts_[i]};
      if (next.count == 0 && !out.empty() && out.back().count == 0) out.back() = next;
      else out.push_back(next);
    }
    return out;
  }

  // Of no values, the smallest is above the largest, as in TensorFlow.
  double min = std::numeric_limits<double>::max();
  double max = std::numeric_limits<double>::lowest();
  double num = 0;
  double sum = 0;
  double sum_squares = 0;

 private:
  /// From the lowest number to the largest, with 0 and, on both sides of it, 1e-12, each next one a tenth
  /// further away, up to 1e20.
  static const std::vector<double>& limits() {
    static const std::vector<double> all = [] {
      std::vector<double> positive;
      for (double limit = 1e-12; limit < 1e20; limit *= 1.1) positive.push_back(limit);
      positive.push_back(std::numeric_limits<double>::max());
      std::vector<double> out;
      for (auto limit = positive.rbegin(); limit != positive.rend(); ++limit) out.push_back(-*limit);
      out.push_back(0);
      out.insert(out.end(), positive.begin(), positive.end());
      return out;
    }();
    return all;
  }

  std::vector<double> counts_ = std::vector<double>(limits().size());
};

}  // namespace xscope::files

// SPDX-License-Identifier: BSD-3-Clause
// What runtime tests say about tensors: all elements at once, and how far they may be off.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <xscope/session.hpp>

namespace tensors {

/// The elements in rows, as double: what CHECK compares and prints whole.
template <class X>
std::vector<double> elements(const X& x) {
  std::vector<double> out;
  const auto end = x.template cend<xt::layout_type::row_major>();
  for (auto i = x.template cbegin<xt::layout_type::row_major>(); i != end; ++i)
    out.push_back(static_cast<double>(*i));
  return out;
}

/// Whether all elements are as near as that to what they should be; NaN is equal to NaN.
inline bool near(const std::vector<double>& a, const std::vector<double>& b, double within) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) && std::isnan(b[i])) continue;
    if (a[i] != b[i] && !(std::abs(a[i] - b[i]) <= within)) return false;
  }
  return true;
}

/// A session's only result in one line.
template <class Program, class... X>
std::vector<double> run(Program program, const X&... feeds) {
  xscope::session s{xscope::graph(program)};
  return elements(s.run(feeds...));
}

}  // namespace tensors

// SPDX-License-Identifier: BSD-3-Clause
// What static tests ask of a graph as a whole: all names, in order; the refusal of a program.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>

#include <xscope/graph.hpp>

namespace probe {

/// Whether these are the names, in this order and no others.
template <class Infos>
constexpr bool named(const Infos& infos, std::initializer_list<std::string_view> names) {
  if (infos.size() != names.size()) return false;
  const std::string_view* expected = names.begin();
  for (const auto& one : infos) {
    if (one.name() != *expected++) return false;
  }
  return true;
}

/// The results of a program, for `named`.
template <class Graph>
constexpr auto results(Graph g) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<xscope::graphs::info<typename Graph::program>, sizeof...(I)>{g.template result<I>()...};
  }(std::make_index_sequence<Graph::result_count()>{});
}

/// Whether a program is refused with this code, in a sentence that holds each of the texts.
template <class Program>
constexpr bool refused(Program program, xscope::errc code, std::initializer_list<std::string_view> texts) {
  const auto d = xscope::diagnose(program);
  if (d.ok() || d.code() != code || !d.message().starts_with(xscope::to_string(code))) return false;
  for (const std::string_view text : texts) {
    if (d.message().find(text) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace probe

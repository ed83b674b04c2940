// SPDX-License-Identifier: BSD-3-Clause
// What cases ask of a program that runs: the values of the tensors in a collection.
#pragma once

#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <utility>

#include <xscope/session.hpp>

#include "support.hpp"

namespace check {

/// The name of the I-th thing in a collection, as a template argument.
template <class Graph, xs::fixed_string Key, std::size_t I>
constexpr auto name_in_collection = [] {
  constexpr std::string_view name = Graph::template get_collection<Key>()[I].name();
  char text[name.size() + 1]{};
  for (std::size_t i = 0; i < name.size(); ++i) text[i] = name[i];
  return xs::fixed_string<name.size() + 1>(text);
}();

/// Whether the tensors of a collection have these values after initialization.
template <xs::fixed_string Key, class Graph>
bool values(Graph g, std::initializer_list<double> expected) {
  xs::session s{g};
  constexpr std::size_t size = Graph::template get_collection<Key>().size();
  if (size != expected.size()) return false;
  const auto value = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
    return static_cast<double>(s.template run<name_in_collection<Graph, Key, I>>()());
  };
  const auto close = [&](double found, double wanted) {
    const bool good = std::abs(found - wanted) < 1e-6;
    if (!good) std::printf("%g instead of %g\n", found, wanted);
    return good;
  };
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return (close(value(std::integral_constant<std::size_t, I>{}), expected.begin()[I]) && ...);
  }(std::make_index_sequence<size>{});
}

}  // namespace check

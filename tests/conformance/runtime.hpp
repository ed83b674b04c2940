// SPDX-License-Identifier: BSD-3-Clause
// What cases ask of a program that runs: the values of tensors and of variables.
#pragma once

#include <cmath>
#include <cstdio>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <xscope/session.hpp>

#include "recording.hpp"

namespace check {

using numbers = std::vector<double>;

/// The numbers of the cases that a program runs.
struct outcome {
  const char* id = "";
  bool failed = false;

  void begin(const char* next) { id = next; }
  /// Numbers are computed in double precision; single precision is as near as this.
  void close(const char* what, const numbers& found, const numbers& wanted, double tolerance = 1e-6) {
    bool good = found.size() == wanted.size();
    for (std::size_t i = 0; good && i < found.size(); ++i)
      good = std::abs(found[i] - wanted[i]) <= tolerance * std::fmax(1, std::abs(wanted[i]));
    if (good) return;
    failed = true;
    std::printf("%s: %s is", id, what);
    for (const double x : found) std::printf(" %.9g", x);
    std::printf(" instead of");
    for (const double x : wanted) std::printf(" %.9g", x);
    std::printf("\n");
  }
};

/// A name that is computed, as a template argument.
template <auto Name>
constexpr auto text_of = [] {
  constexpr std::string_view name = Name();
  char text[name.size() + 1]{};
  for (std::size_t i = 0; i < name.size(); ++i) text[i] = name[i];
  return xs::fixed_string<name.size() + 1>(text);
}();

template <class X>
numbers elements(const X& x) {
  numbers out;
  if constexpr (requires { x.begin(); }) {
    for (const auto e : x) out.push_back(static_cast<double>(e));
  }
  return out;  // of an operation without a result: none
}

/// Runs what has these names so many times, and gives the elements of each from the last run.
template <xs::fixed_string... Names, class Session>
std::vector<numbers> fetched(Session& s, int times) {
  for (int i = 1; i < times; ++i) s.template run<Names...>();
  if constexpr (std::is_void_v<decltype(s.template run<Names...>())>) {
    s.template run<Names...>();
    return {numbers{}};
  } else if constexpr (sizeof...(Names) == 1) {
    return {elements(s.template run<Names...>())};
  } else {
    return std::apply([](const auto&... x) { return std::vector<numbers>{elements(x)...}; },
                      s.template run<Names...>());
  }
}

/// The name of the I-th thing in a collection. (A function: Clang 19 crashes over a lambda in a pack.)
template <class Graph, xs::fixed_string Key, std::size_t I>
constexpr std::string_view name_in_collection() {
  return Graph::template get_collection<Key>()[I].name();
}
/// The values of the tensors of a collection after initialization.
template <xs::fixed_string Key, class Graph>
numbers values(Graph g) {
  xs::session s{g};
  constexpr std::size_t size = Graph::template get_collection<Key>().size();
  numbers out;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (out.push_back(fetched<text_of<&name_in_collection<Graph, Key, I>>>(s, 1)[0][0]), ...);
  }(std::make_index_sequence<size>{});
  return out;
}

}  // namespace check

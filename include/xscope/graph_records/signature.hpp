// SPDX-License-Identifier: BSD-3-Clause
// What a graph is fed and what it gives, as plain records.
//   signature_of(g).inputs[0].name    "x:0"
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "../graphs/graph.hpp"
#include "../lists/all.hpp"

namespace xscope::graph_records {

/// A placeholder or a result, as a signature names it.
struct tensor_info {
  std::string_view name;
  data_type dtype{};
  extents shape{};
};

/// What a graph is fed, and what it gives.
struct signature {
  std::vector<tensor_info> inputs{};
  std::vector<tensor_info> outputs{};
};

template <class Program>
signature signature_of(graphs::graph_t<Program> g) {
  signature out;
  const auto add = [](std::vector<tensor_info>& to, const auto& i) {
    if constexpr (requires { i.shape(); }) {
      if (i.kind() == dsl::result_kind::tensor || i.kind() == dsl::result_kind::variable)
        to.push_back({i.name(), i.dtype(), i.shape()});
    }
  };
  for (const auto& i : g.placeholders()) add(out.inputs, i);
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    static_cast<void>(lists::steps{true, (add(out.outputs, g.template result<I>()), true)...});
  }(std::make_index_sequence<g.result_count()>{});
  return out;
}

}  // namespace xscope::graph_records

// SPDX-License-Identifier: BSD-3-Clause
// An operation with an attribute, loops of its own, a gradient and a node in a GraphDef, added from outside
// as include/xscope/README.md says: that shows this header.
#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/graph.hpp>
#include <xscope/io/graph_def.hpp>

#include "own_operation.hpp"
#include "runtime/support/tensors.hpp"

namespace xs = xscope;

namespace {

constexpr auto v = xs::get_variable<"v", xs::initializer<xs::values<1.0f, 2.0f, 3.0f, 4.0f, 5.0f, 6.0f>>>;
constexpr auto w = xs::constant<"w", xs::values<1.0f, 2.0f, 3.0f, 4.0f, 5.0f, 6.0f>>;
constexpr auto table = xs::let(v, [](auto a) { return xs::reshape(a, xs::shape<2, 3>); });

}  // namespace

TEST_CASE("an operation of one's own runs, and what flows back through it", "[own]") {
  constexpr auto g = xs::graph(xs::let(table, w, [](auto a, auto b) {
    return xs::let(xs::reverse(a, xs::axis<1>), [=](auto y) {
      return xs::pack(y, xs::reverse(a, xs::axis<-2>),
                      xs::minimize<xs::gradient_descent_optimizer<1.0>>(
                          xs::reduce_sum(y * xs::reshape(b, xs::shape<2, 3>))));
    });
  }));
  xs::session s{g};
  const auto results = s.run();
  CHECK(tensors::elements(std::get<0>(results)) == std::vector<double>{3, 2, 1, 6, 5, 4});
  CHECK(tensors::elements(std::get<1>(results)) == std::vector<double>{4, 5, 6, 1, 2, 3});
  CHECK(tensors::elements(s.variable<"v">()) == std::vector<double>{-2, 0, 2, -2, 0, 2});
}

TEST_CASE("an operation of one's own says how TensorFlow's node has it", "[own]") {
  constexpr auto g = xs::graph(xs::let(table, [](auto a) { return xs::reverse(a, xs::axis<-1>); }));
  const auto nodes = xs::graph_defs::nodes_of(g);
  const auto node =
      std::find_if(nodes.begin(), nodes.end(), [](const auto& n) { return n.op == "ReverseV2"; });
  REQUIRE(node != nodes.end());
  CHECK(node->input == std::vector<std::string>{"Reshape", "ReverseV2/axis"});
  CHECK(std::get<xs::data_type>(node->attr.at("T")) == xs::data_type_of<float>);
  CHECK(std::get<xs::data_type>(node->attr.at("Tidx")) == xs::data_type_of<std::int32_t>);
  const auto axis =
      std::find_if(nodes.begin(), nodes.end(), [](const auto& n) { return n.name == "ReverseV2/axis"; });
  REQUIRE(axis != nodes.end());
  CHECK(std::get<xs::graph_defs::tensor_proto>(axis->attr.at("value")).content == std::string("\1\0\0\0", 4));
}

// SPDX-License-Identifier: BSD-3-Clause
// Training that stops, is saved, and goes on elsewhere: bit for bit what it would be without a break.
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>
#include <xscope/io.hpp>
#include <xscope/io/summary.hpp>
#include <xscope/layers.hpp>
#include <xscope/session.hpp>

#include "folder.hpp"

namespace {

namespace xs = xscope;
using io_test::folder;

constexpr auto net = [](auto x) {
  return x | xs::layers::dense<8, xs::activation<xs::tanh>> | [](auto h) {
    return xs::matmul(
        h, xs::get_variable<"table", xs::shape<8, 3>, xs::partitioner<xs::fixed_size_partitioner<3>>>);
  };
};
constexpr auto graph = xs::graph(xs::let(
    xs::placeholder<"x", xs::shape<4, 5>>, xs::placeholder<"y", xs::shape<4, 3>>,
    xs::get_variable<"global_step", xs::shape<>, xs::dtype<std::int64_t>, xs::trainable<false>,
                     xs::initializer<xs::zeros_initializer>>,
    [](auto x, auto y, auto step) {
      return xs::let(xs::reduce_mean(xs::square((x | xs::variable_scope<"net">(net)) - y)), [=](auto loss) {
        return xs::seq(xs::minimize<xs::adam_optimizer<0.01f>>(loss, xs::global_step(step)), loss);
      });
    }));
using session = decltype(xs::session{graph});

/// Steps from the n-th on, each with other numbers; gives the bits of the last loss.
std::uint32_t train(session& s, int first, int last) {
  float loss = 0;
  for (int n = first; n < last; ++n) {
    xt::xtensor<float, 2> x(std::array<std::size_t, 2>{4, 5});
    xt::xtensor<float, 2> y(std::array<std::size_t, 2>{4, 3});
    for (std::size_t i = 0; i < 20; ++i)
      x(i / 5, i % 5) = static_cast<float>((static_cast<int>(i) * 7 + n * 5) % 11) / 11.0f - 0.5f;
    for (std::size_t i = 0; i < 12; ++i)
      y(i / 3, i % 3) = static_cast<float>((static_cast<int>(i) * 3 + n * 2) % 5) / 5.0f;
    loss = s.run(x, y)();
  }
  std::uint32_t bits = 0;
  std::memcpy(&bits, &loss, sizeof bits);
  return bits;
}
std::vector<std::byte> bytes_of(const session& s) {
  std::vector<std::byte> out;
  for (const auto& v : graph.variables()) {
    const std::byte* const from = s.bytes_of(v);
    out.insert(out.end(), from, from + v.shape().elements() * v.dtype().size());
  }
  return out;
}

}  // namespace

TEST_CASE("training goes on from a file as if it had never stopped", "[resume]") {
  const folder here;
  const std::string path = here / GENERATE("model.npz", "model.safetensors");
  session whole{graph, 7};
  train(whole, 0, 6);
  const std::uint32_t expected = train(whole, 6, 13);

  {
    session first{graph, 7};
    train(first, 0, 6);
    xs::save(first, path);
  }
  session second{graph, 8};
  train(second, 0, 2);  // whatever it has, all of it is replaced
  const xs::io::report report = xs::load(second, path);
  CHECK(report.loaded == graph.variables().size());
  CHECK(second.variable<"global_step:0">()() == 6);
  CHECK(train(second, 6, 13) == expected);
  CHECK(bytes_of(second) == bytes_of(whole));

  // Without the slots it is another training.
  session third{graph, 7};
  train(third, 0, 6);
  third.variable<"net/dense/kernel/Adam:0">().fill(0.0f);
  CHECK(train(third, 6, 13) != expected);
}

TEST_CASE("what an optimizer keeps is saved under its name, and as a whole where it is in slices",
          "[resume]") {
  const folder here;
  session s{graph, 7};
  train(s, 0, 3);
  for (const std::string& path : {here / "model.npz", here / "model.safetensors"}) {
    xs::save(s, path);
    // Those names, as variables of a graph without any training.
    xs::session plain{xs::graph(xs::pack(xs::get_variable<"net/table/Adam", xs::shape<8, 3>>,
                                         xs::get_variable<"net/table/Adam_1", xs::shape<8, 3>>,
                                         xs::get_variable<"net/dense/bias/Adam_1", xs::shape<8>>,
                                         xs::get_variable<"beta1_power", xs::shape<>>,
                                         xs::get_variable<"beta2_power", xs::shape<>>,
                                         xs::get_variable<"global_step", xs::shape<>, xs::dtype<std::int64_t>,
                                                          xs::initializer<xs::zeros_initializer>>))};
    const xs::io::report report = xs::load(plain, path, xs::io::partial);
    CHECK(report.missing.empty());
    CHECK(plain.variable<"beta1_power:0">()() == s.variable<"beta1_power:0">()());
    CHECK(plain.variable<"global_step:0">()() == 3);
    const auto& table = plain.variable<"net/table/Adam:0">();
    const auto& first = s.variable<"net/table/part_0/Adam:0">();
    const auto& last = s.variable<"net/table/part_2/Adam:0">();
    CHECK(table(0, 0) != 0);
    for (std::size_t column = 0; column < 3; ++column) {
      CHECK(table(2, column) == first(2, column));
      CHECK(table(7, column) == last(1, column));
    }
  }
}

TEST_CASE("rules name slots too", "[resume]") {
  const folder here;
  session s{graph, 7};
  train(s, 0, 3);
  constexpr auto rules =
      xs::io::names(xs::io::rename<"net/table/Adam", "moments/table">,
                    xs::io::rename_by<[](auto name) { return "model." + name.replaced("/", "."); }>);
  xs::save(s, here / "model.safetensors", rules);
  session again{graph, 9};
  xs::load(again, here / "model.safetensors", rules);
  CHECK(bytes_of(again) == bytes_of(s));
  xs::session plain{xs::graph(xs::pack(xs::get_variable<"moments/table", xs::shape<8, 3>>,
                                       xs::get_variable<"model.net.table.Adam_1", xs::shape<8, 3>>,
                                       xs::get_variable<"model.beta1_power", xs::shape<>>))};
  CHECK(xs::load(plain, here / "model.safetensors", xs::io::partial).missing.empty());
}

TEST_CASE("a summary has slots below their variables, not trained", "[resume]") {
  const std::string table = xs::summary(graph, xs::io::table_style::plain);
  INFO(table);
  const auto has = [&](std::string_view line) { return table.find(line) != std::string::npos; };
  CHECK(has("    kernel               (5, 8)      float32  yes                40    160\n"
            "      Adam               (5, 8)      float32  no                 40    160\n"
            "      Adam_1             (5, 8)      float32  no                 40    160\n"));
  CHECK(has("  table                  (8, 3)      float32  yes                24     96\n"
            "    part_0 ... part_1    2 x (3, 3)  float32  yes                18     72\n"
            "    part_2               (2, 3)      float32  yes                 6     24\n"
            "    Adam                 (8, 3)      float32  no                 24     96\n"
            "      part_0 ... part_1  2 x (3, 3)  float32  no                 18     72\n"));
  CHECK(has("\nbeta1_power              ()          float32  no                  1      4\n"));
}

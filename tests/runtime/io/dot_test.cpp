// SPDX-License-Identifier: BSD-3-Clause
// The text of pictures: nesting, sharing, what is written otherwise; and how `dot` is run.
#include <stdlib.h>
#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <catch2/catch.hpp>

#include <xscope/graph.hpp>
#include <xscope/io/svg.hpp>

#include "folder.hpp"

namespace {

namespace xs = xscope;
using namespace xs::literals;

/// The text behind the lines that say how everything looks.
template <class Graph>
std::string body_of(Graph g) {
  const std::string text = xs::to_dot(g);
  CHECK(text == xs::to_dot(g));
  REQUIRE(text.starts_with("digraph xscope {\n  graph [bgcolor="));
  return text.substr(text.find('\n', text.find("\n  edge [") + 1) + 1);
}

#define HAS(text, part) CHECK_THAT(text, Catch::Contains(part))
#define LACKS(text, part) CHECK_THAT(text, !Catch::Contains(part))

constexpr auto x = xs::placeholder<"x", xs::shape<1, 3>, xs::dtype<double>>;
constexpr auto product = [](auto in) {
  return xs::matmul(in, xs::get_variable<"w", xs::shape<3, 3>, xs::dtype<double>>, xs::name<"product">);
};
constexpr auto nested =
    xs::graph(x | xs::variable_scope<"a">([](auto in) { return in | xs::variable_scope<"b">(product); }));

// Two towers, one of them within a scope of names; then a third that has variables of its own.
constexpr auto tower = xs::variable_scope<"tower", xs::auto_reuse>(
    [](auto in) { return in | xs::variable_scope<"top">(product); });
constexpr auto shared = xs::graph(xs::let(x, [](auto in) {
  return xs::pack(in | tower, xs::name_scope<"n">(in | tower), in | xs::variable_scope<"own">(product));
}));

// The same of a template, of a thread, of variables that a creator makes; results within results.
constexpr auto same = [](auto next, auto request) { return next(request); };
constexpr auto row = xs::constant<"row", xs::tensor_of<xs::shape<1, 3>, 1.0, 2.0, 3.0>>;
constexpr auto again = xs::variable_scope<"m", xs::auto_reuse>(product);
constexpr auto others = xs::graph(xs::let(xs::make_template<"t">(product), x, [](auto t, auto in) {
  return xs::pack(xs::pack(t(in), t(in)), xs::variable_creator_scope<same>(xs::pack(again(in), again(in))),
                  xs::thread(again(row)));
}));

constexpr auto odd = xs::graph(
    xs::seq(xs::create_op<"A<\"&\\>", xs::name<"op.1">>, xs::constant<"c", xs::values<1.5f>, xs::shape<2, 2>>,
            xs::constant<"most", xs::value<~std::uint64_t{}>>,
            xs::variable_scope<"s">(xs::get_variable<"a//b", xs::shape<2>>), xs::value<true>));

constexpr auto split = xs::graph(xs::let(x, [](auto in) {
  return xs::let(xs::split(in, xs::num_or_size_splits<1, 2>, xs::axis<1>), [](auto parts) {
    auto [one, two] = parts;
    return xs::seq(one + two * 1.0_c, two);
  });
}));

constexpr auto trained = xs::graph(xs::let(
    xs::get_variable<"v", xs::shape<2>>, xs::get_variable<"fixed", xs::shape<2>, xs::trainable<false>>,
    xs::get_variable<"unused", xs::shape<2>>, xs::get_local_variable<"seen", xs::shape<2>>,
    [](auto v, auto fixed, auto, auto seen) {
      return xs::minimize<xs::gradient_descent_optimizer<0.5f>>(xs::reduce_sum(v * fixed * seen));
    }));

/// A folder that is all of PATH, and in it perhaps a program `dot`.
class path_of_one_folder {
 public:
  explicit path_of_one_folder(const std::string& folder) : old_(::getenv("PATH")) {
    ::setenv("PATH", folder.c_str(), 1);
  }
  ~path_of_one_folder() { ::setenv("PATH", old_.c_str(), 1); }
  path_of_one_folder(const path_of_one_folder&) = delete;
  path_of_one_folder& operator=(const path_of_one_folder&) = delete;

 private:
  std::string old_;
};
void put_dot(const io_test::folder& here, const std::string& commands) {
  here.write("dot", "#!/bin/sh\n" + commands + '\n');
  REQUIRE(::chmod((here / "dot").c_str(), 0755) == 0);
}

}  // namespace

TEST_CASE("scopes are clusters within clusters", "[dot]") {
  CHECK(
      body_of(nested) ==
      R"(  "x" [label=<x<br/><font point-size="9" color="#57606a">float64 (1, 3)</font>>, shape=invhouse, style=filled, fillcolor="#dafbe1", color="#2da44e"]
  subgraph "cluster_a" {
    graph [label=<<b>a</b>>, labeljust=l, fontcolor="#57606a", style="filled,rounded", fillcolor="#f6f8fa", color="#afb8c1", penwidth=1]
    subgraph "cluster_a/b" {
      graph [label=<<b>b</b>>, labeljust=l, fontcolor="#57606a", style="filled,rounded", fillcolor="#eaeef2", color="#afb8c1", penwidth=1]
      "a/b/w" [label=<w<br/><font point-size="9" color="#57606a">float64 (3, 3)</font>>, shape=ellipse, style=filled, fillcolor="#ddf4ff", color="#218bff"]
      "a/b/product" [label=<product<br/><font point-size="9" color="#57606a">MatMul float64 (1, 3)</font>>, peripheries=2, penwidth=2, color="#1a7f37"]
    }
  }
  "x" -> "a/b/product"
  "a/b/w" -> "a/b/product"
}
)");
}

TEST_CASE("what is shared says so", "[dot]") {
  const std::string text = body_of(shared);
  INFO(text);
  HAS(text, "\"tower/top/w\" [label=<w<br/>");
  HAS(text, "shared x2</font>>, shape=ellipse, style=filled, fillcolor=\"#fbefff\", color=\"#8250df\", "
            "peripheries=2]");
  // The scope that is shared, and the one in it, which need not say it again.
  HAS(text, "subgraph \"cluster_tower\" {\n    graph [label=<<b>tower</b><br align=\"left\"/>"
            "<font point-size=\"9\" color=\"#8250df\">shared x2</font><br align=\"left\"/>>");
  HAS(text, "subgraph \"cluster_tower/top\" {\n      graph [label=<<b>top</b>>");
  // The scope that has only operations, in another one.
  HAS(text, "subgraph \"cluster_n/tower\" {\n      graph [label=<<b>tower</b><br align=\"left\"/>"
            "<font point-size=\"9\" color=\"#8250df\">variables of tower</font><br align=\"left\"/>>");
  HAS(text, "subgraph \"cluster_n/tower/top\" {\n        graph [label=<<b>top</b>>");
  HAS(text, "\"tower/top/w\" -> \"tower/top/product\"\n");
  HAS(text, "\"tower/top/w\" -> \"n/tower/top/product\"\n");
  // And nothing that is not.
  HAS(text, "subgraph \"cluster_own\" {\n    graph [label=<<b>own</b>>");
  HAS(text, "\"own/w\" [label=<w<br/><font point-size=\"9\" color=\"#57606a\">float64 (3, 3)</font>>, "
            "shape=ellipse, style=filled, fillcolor=\"#ddf4ff\"");
}

TEST_CASE("templates, threads and creators share too", "[dot]") {
  const std::string text = body_of(others);
  INFO(text);
  const std::string violet = "<font point-size=\"9\" color=\"#8250df\">";
  for (const auto& [name, mark] : {std::pair<std::string, std::string>{"t", "shared x2"},
                                   {"t_1", "variables of t"},
                                   {"m", "shared x3"},
                                   {"m_1", "variables of m"},
                                   {"m_2", "variables of m"}}) {
    HAS(text, "graph [label=<<b>" + name + "</b><br align=\"left\"/>" + violet + mark + "</font>");
  }
  for (const std::string name : {"t/product", "t_1/product", "m_1/product", "m_2/product"}) {
    const std::size_t line = text.find("\"" + name + "\" [");
    HAS(text.substr(line, text.find('\n', line) - line), "peripheries=2");
  }
}

TEST_CASE("texts are written so that they are read as they are", "[dot]") {
  CHECK(xs::drawing::in_quotes("a\"b\\c") == "\"a\\\"b\\\\c\"");
  CHECK(xs::drawing::in_html("a<b>&\"") == "a&lt;b&gt;&amp;&quot;");
  const std::string text = body_of(odd);
  HAS(text,
      "\"op.1\" [label=<op.1<br/><font point-size=\"9\" color=\"#57606a\">A&lt;&quot;&amp;\\&gt; ()</font>>]");
  HAS(text, "\"c\" [label=<c<br/><font point-size=\"9\" color=\"#57606a\">(2, 2): 1.5</font>>, shape=note");
  HAS(text,
      "\"most\" [label=<most<br/><font point-size=\"9\" color=\"#57606a\">18446744073709551615</font>>");
  // A piece of a name with nothing in it: `dot` reads no empty element.
  HAS(text, "subgraph \"cluster_s/a/\" {\n        graph [label=<<b>&#160;</b>>");
  HAS(text, "\"Const\" [label=<Const<br/><font point-size=\"9\" color=\"#57606a\">True</font>>, shape=note");
}

TEST_CASE("types stand where names do not say them", "[dot]") {
  CHECK(xs::drawing::says_type("add_1", "Add"));
  CHECK(xs::drawing::says_type("BiasAdd_12", "BiasAdd"));
  CHECK(xs::drawing::says_type("bias_add", "BiasAdd"));
  CHECK_FALSE(xs::drawing::says_type("product", "MatMul"));
  CHECK_FALSE(xs::drawing::says_type("add", "AddN"));
  CHECK_FALSE(xs::drawing::says_type("concat", "Conca"));
}

TEST_CASE("each result of an operation has its edge, and the program's is marked", "[dot]") {
  const std::string text = body_of(split);
  INFO(text);
  HAS(text,
      "\"split\" [label=<split<br/><font point-size=\"9\" color=\"#57606a\">SplitV float64 (1, 1)</font>>, "
      "peripheries=2");
  HAS(text, "\"split\" -> \"mul\" [label=<:1 float64 (1, 2)>]\n");
  HAS(text, "\"mul/y\" -> \"mul\"\n");
  HAS(text, "\"split\" -> \"add\"\n");
  HAS(text, "\"mul\" -> \"add\"\n");
  LACKS(text, "cluster");
}

TEST_CASE("a training step points at what it changes", "[dot]") {
  const std::string text = body_of(trained);
  INFO(text);
  const std::string update = "\"GradientDescent/update_v/ApplyGradientDescent\"";
  HAS(text, update + " -> \"v\" [style=dashed");
  for (const std::string other : {"fixed", "unused", "seen"}) LACKS(text, "-> \"" + other + "\"");
  LACKS(text, "\"v\" -> " + update);  // one line says that it is read and written
  HAS(text, "\"gradients/mul_grad/Mul\" -> " + update + "\n");
  HAS(text, update + " -> \"GradientDescent\" [style=dotted]\n");
  HAS(text, "(2,), not trained");
  HAS(text, "(2,), local");
}

TEST_CASE("what training makes stands apart", "[dot]") {
  constexpr auto g = xs::graph(xs::variable_scope<"net">(xs::get_variable<"w", xs::shape<2>>) | [](auto w) {
    return xs::let(xs::reduce_sum(xs::square(w)), xs::constant<"c", xs::value<2.0f>>, [=](auto loss, auto c) {
      return xs::let(xs::name_scope<"train">(xs::minimize<xs::adam_optimizer<0.25f>>(loss)),
                     [=](auto step) { return xs::control_dependencies(step)(xs::tanh(c)); });
    });
  });
  const std::string text = body_of(g);
  INFO(text);
  // One cluster for all gradients, whatever the names of the operations are.
  HAS(text, "subgraph \"cluster_train/gradients\" {");
  LACKS(text, "cluster_train/gradients/");
  HAS(text, "\"train/gradients/Sum_grad/BroadcastTo\" [label=<Sum_grad/BroadcastTo<br/>");
  // The optimizer's has its slots; numbers stand in the title, and are no nodes.
  HAS(text, "learning_rate 0.25, beta1 0.9, beta2 0.999, epsilon 1e-08</font>");
  LACKS(text, "\"train/Adam/learning_rate\"");
  LACKS(text, "cluster_net/w");
  HAS(text, "      \"net/w/Adam\" [label=<net/w/Adam<br/>");
  HAS(text,
      "\"train/Adam/update_net/w/ApplyAdam\" [label=<net/w<br/><font point-size=\"9\" color=\"#57606a\">"
      "ApplyAdam</font>>");
  for (const std::string changed : {"net/w", "net/w/Adam", "net/w/Adam_1"})
    HAS(text, "\"train/Adam/update_net/w/ApplyAdam\" -> \"" + changed + "\" [style=dashed");
  HAS(text, "\"train/Adam/Assign\" -> \"train/beta1_power\" [style=dashed");
  HAS(text, "\"train/Adam\" -> \"Tanh\" [style=dotted]\n");
}

TEST_CASE("`dot` makes the picture", "[dot]") {
  const io_test::folder here;
  const std::string picture = here / "picture.svg";
  here.write("picture.svg", "old");
  const path_of_one_folder only(here / ".");

  SECTION("which is missing") {
    CHECK_THROWS_WITH(xs::save_svg(nested, picture), Catch::Contains("`dot` is not in PATH"));
    CHECK(here.read("picture.svg") == "old");
  }
  SECTION("which fails without reading") {
    put_dot(here, "echo 'no memory' >&2; exit 3");
    // More than a pipe holds.
    CHECK_THROWS_WITH(xs::drawing::save_picture(std::string(10'000'000, ' '), picture),
                      Catch::Contains("`dot` has failed: no memory"));
    CHECK(here.read("picture.svg") == "old");
  }
  SECTION("which says nothing") {
    put_dot(here, "exit 0");
    CHECK_THROWS_WITH(xs::save_svg(nested, picture), Catch::Contains("it says nothing"));
    CHECK(here.read("picture.svg") == "old");
  }
  SECTION("which gets the text and says how it goes while it writes") {
    put_dot(here, "echo \"$*\"; echo warning >&2; while read -r line; do echo \"$line\"; done; echo end");
    const std::string text =
        "digraph {\n" + std::string(300'000, 'a') + "\n" + std::string(300'000, 'b') + "\n";
    xs::drawing::save_picture(text, picture);
    CHECK(here.read("picture.svg") == "-Tsvg\n" + text + "end\n");
  }
  SECTION("which cannot be written") {
    put_dot(here, "echo '<svg/>'");
    CHECK_THROWS_AS(xs::save_svg(nested, here / "nowhere/picture.svg"), xs::io::error);
  }
}

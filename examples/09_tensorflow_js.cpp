// SPDX-License-Identifier: BSD-3-Clause
// A network for others to run: TensorFlow.js loads model.json, TensorFlow's tools and OpenCV read frozen.pb.
#include <filesystem>
#include <iostream>
#include <set>
#include <xscope/io/tfjs.hpp>
#include <xscope/layers.hpp>
#include <xscope/session.hpp>
namespace xs = xscope;

inline constexpr auto net = xs::variable_scope<"net">([](auto x) {
  return x | xs::layers::dense<3, xs::activation<xs::relu>, xs::name<"hidden">> |
         xs::layers::dense<2, xs::name<"out">> | xs::softmax;
});
inline constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 4>> | net);

int main() try {
  const xs::session s{g};
  xs::save_tfjs(s, "09_model");                   // the weights are in a file beside model.json
  xs::save_graph_def(s, "09_model/frozen.pb");    // of a session: variables are constants
  xs::save_graph_def(g, "09_model/graph.pbtxt");  // of a graph: they have no values; this is text

  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator("09_model")) files.insert(file.path());
  for (const auto& file : files) std::cout << file.string() << '\n';
  std::cout << "model.execute({'" << g.placeholders()[0].name() << "': x}, '" << g.result().name() << "')\n";
} catch (const xs::io::error& e) {
  std::cerr << e.what() << '\n';
  return 1;
}

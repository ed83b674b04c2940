// SPDX-License-Identifier: BSD-3-Clause
// Writes a file of events, whose graph is given in a file, and prints its name.
#include <cstdio>
#include <string>
#include <vector>
#include <xscope/files/input.hpp>
#include <xscope/io/summary_writer.hpp>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    double time = 1500000000;
    xscope::summary_writer writer(argv[1], [&] { return time += 0.25; });
    std::vector<float> numbers;
    for (int k = 0; k < 1000; ++k) numbers.push_back(static_cast<float>(k * k % 997 - 300) / 8);
    const xscope::files::input graph_def(argv[2]);
    std::string bytes(graph_def.size(), '\0');
    graph_def.read(0, std::as_writable_bytes(std::span(bytes)));
    writer.add_graph(bytes);
    writer.add_scalar("net/loss", 0.1, 1);
    writer.add_scalar("net/loss", 0, 2);
    writer.add_histogram("net/kernel", numbers, 2);
    writer.add_histogram("net/none", std::vector<double>(), 2);
    writer.add_text("net/notes", "**bold**\n\"quoted\" \xc3\xa9", 3);
    writer.flush();
    std::puts(writer.path().c_str());
  } catch (const xscope::io::error& e) {
    std::puts(e.what());
    return 1;
  }
}

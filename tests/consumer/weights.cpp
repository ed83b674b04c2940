// SPDX-License-Identifier: BSD-3-Clause
#include <string>
#include <xscope/io.hpp>

namespace xs = xscope;

constexpr auto g = xs::graph(xs::variable_scope<"foo">(xs::get_variable<"v", xs::shape<1>>));

int main(int, char** argv) {
  xs::session s{g};
  xs::session t{g, 1};
  for (const char* name : {"/w.safetensors", "/w.npz"}) {
    s.variable<"foo/v:0">()(0) += 1;
    xs::save(s, argv[1] + std::string(name));
    xs::load(t, argv[1] + std::string(name));
    if (t.variable<"foo/v:0">()(0) != s.variable<"foo/v:0">()(0)) return 1;
  }
  xs::summary_writer(argv[1] + std::string("/logs")).add_histogram("foo/v", s.variable<"foo/v:0">(), 1);
}

// SPDX-License-Identifier: BSD-3-Clause
// The table of a graph's variables, as a whole; when it has lines.
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include <catch2/catch.hpp>

#include <xscope/graph.hpp>
#include <xscope/io/summary.hpp>
#include <xscope/session.hpp>

namespace {

namespace xs = xscope;
using style = xs::io::table_style;

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>>;
};
constexpr auto net = xs::variable_scope<"net", xs::auto_reuse>([](auto x) {
  return x | xs::variable_scope<"hidden">(dense<128>) | xs::relu | xs::variable_scope<"logits">(dense<10>);
});
constexpr auto network = xs::graph(xs::placeholder<"x", xs::shape<4, 784>> | net);

/// Two towers over one set of variables: each stands there once.
constexpr auto towers =
    xs::graph(xs::let(xs::placeholder<"x", xs::shape<4, 784>> | net,
                      xs::placeholder<"y", xs::shape<4, 784>> | net, [](auto a, auto b) { return a - b; }));

/// Slices, a slash in a name, variables of other kinds, a variable and a scope of one name.
constexpr auto mixed = xs::graph(xs::seq(
    xs::get_variable<"table", xs::shape<1001, 8>, xs::partitioner<xs::fixed_size_partitioner<4>>>,
    xs::variable_scope<"a">(xs::get_variable<"b/c", xs::shape<>, xs::dtype<int>, xs::trainable<false>>,
                            xs::get_variable<"b", xs::shape<2>>,
                            xs::get_local_variable<"seen", xs::shape<3>>),
    xs::get_variable<"last", xs::shape<2, 2>, xs::dtype<double>>));

constexpr auto none = xs::graph(xs::create_op<"Foo", xs::name<"foo">>);

/// No session runs it: its result is a list.
constexpr auto listing =
    xs::graph(xs::seq(xs::get_variable<"v", xs::shape<2>>, xs::get_collection<"variables">));

/// Whether a table has lines where the standard output is a terminal with these settings.
bool has_lines(const char* terminal, const char* locale) {
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE(master >= 0);
  REQUIRE(::grantpt(master) == 0);
  REQUIRE(::unlockpt(master) == 0);
  const char* const name = ::ptsname(master);
  const pid_t child = ::fork();
  if (child == 0) {
    const int out = ::open(name, O_RDWR | O_NOCTTY);
    ::dup2(out, STDOUT_FILENO);
    if (terminal == nullptr) ::unsetenv("TERM");
    else ::setenv("TERM", terminal, 1);
    ::setenv("LC_ALL", locale, 1);
    ::_exit(xs::summary(none) == xs::summary(none, style::boxes) ? 1 : 0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  ::close(master);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 1;
}

}  // namespace

TEST_CASE("each scope has the sum of what is in it", "[summary]") {
  CHECK(xs::summary(network, style::plain) ==
        "variable            shape       dtype    parameters    bytes\n"
        "------------------------------------------------------------\n"
        "net                                         101,770  407,080\n"
        "  hidden                                    100,480  401,920\n"
        "    kernel          (784, 128)  float32     100,352  401,408\n"
        "    bias            (128,)      float32         128      512\n"
        "  logits                                      1,290    5,160\n"
        "    kernel          (128, 10)   float32       1,280    5,120\n"
        "    bias            (10,)       float32          10       40\n"
        "------------------------------------------------------------\n"
        "trainable                                   101,770  407,080\n"
        "not trainable                                     0        0\n"
        "total                                       101,770  407,080\n"
        "workspace of a run                                     2,240\n");
}

TEST_CASE("what is shared stands there once", "[summary]") {
  const std::string text = xs::summary(towers, style::boxes);
  CHECK(text.starts_with("variable            shape       dtype    shared  parameters    bytes\n"
                         "────────────────────────────────────────────────────────────────────\n"
                         "net                                                 101,770  407,080\n"
                         "├─ hidden                                           100,480  401,920\n"
                         "│  ├─ kernel        (784, 128)  float32  ×2         100,352  401,408\n"
                         "│  └─ bias          (128,)      float32  ×2             128      512\n"
                         "└─ logits                                             1,290    5,160\n"
                         "   ├─ kernel        (128, 10)   float32  ×2           1,280    5,120\n"
                         "   └─ bias          (10,)       float32  ×2              10       40\n"));
  CHECK(text.ends_with("workspace of a run                                             " +
                       xs::drawing::grouped(towers.workspace_bytes()) + "\n"));
}

TEST_CASE("slices, scopes within names, variables that are not trained", "[summary]") {
  CHECK(xs::summary(mixed, style::plain) ==
        "variable             shape         dtype    trainable  parameters   bytes\n"
        "-------------------------------------------------------------------------\n"
        "table                (1001, 8)     float32  yes             8,008  32,032\n"
        "  part_0             (251, 8)      float32  yes             2,008   8,032\n"
        "  part_1 ... part_3  3 x (250, 8)  float32  yes             6,000  24,000\n"
        "a                                                               6      24\n"
        "  b                                                             1       4\n"
        "    c                ()            int32    no                  1       4\n"
        "  b                  (2,)          float32  yes                 2       8\n"
        "  seen               (3,)          float32  no, local           3      12\n"
        "last                 (2, 2)        float64  yes                 4      32\n"
        "-------------------------------------------------------------------------\n"
        "trainable                                                   8,014  32,072\n"
        "not trainable                                                   4      16\n"
        "total                                                       8,018  32,088\n"
        "workspace of a run                                                      0\n");
}

TEST_CASE("a session's summary is its graph's", "[summary]") {
  xs::session s{towers};
  CHECK(xs::summary(s, style::boxes) == xs::summary(towers, style::boxes));
  CHECK(xs::summary(s.fork()) == xs::summary(towers));
}

TEST_CASE("a graph without variables", "[summary]") {
  CHECK(xs::summary(none, style::plain) == "variable       shape  dtype  parameters  bytes\n"
                                           "----------------------------------------------\n"
                                           "----------------------------------------------\n"
                                           "trainable                             0      0\n"
                                           "not trainable                         0      0\n"
                                           "total                                 0      0\n");
}

TEST_CASE("a graph that no session runs", "[summary]") {
  const std::string text = xs::summary(listing, style::plain);
  CHECK_THAT(text, Catch::Contains("\nv              (2,)   float32           2      8\n"));
  CHECK_THAT(text, !Catch::Contains("workspace"));
}

TEST_CASE("lines are for terminals that show them", "[summary]") {
  CHECK(has_lines("xterm-256color", "C.UTF-8"));
  CHECK_FALSE(has_lines("xterm-256color", "C"));
  CHECK_FALSE(has_lines("dumb", "C.UTF-8"));
  CHECK_FALSE(has_lines(nullptr, "C.UTF-8"));
}

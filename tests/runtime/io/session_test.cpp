// SPDX-License-Identifier: BSD-3-Clause
// Sessions to files and back: which variables, under which names, in which layout; all of them or none.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <vector>
#include <xscope/io.hpp>
#include <xscope/session.hpp>

#include "folder.hpp"

namespace {

namespace xs = xscope;
using io_test::folder;

template <class T, class View>
std::vector<T> numbers(const View& view) {
  return {view.storage().begin(), view.storage().end()};
}

// One variable of each kind that matters: scoped, scalar, of several dtypes, empty, local, in slices.
template <class T>
constexpr auto of = xs::dtype<T>;
constexpr auto assorted = xs::graph(xs::pack(
    xs::variable_scope<"net">(
        xs::seq(xs::get_variable<"kernel", xs::shape<3, 4>>, xs::get_variable<"bias", xs::shape<4>>)),
    xs::get_variable<"step", xs::shape<>, of<std::int64_t>, xs::initializer<xs::zeros_initializer>>,
    xs::get_variable<"mask", xs::shape<5>, of<bool>, xs::initializer<xs::zeros_initializer>>,
    xs::get_variable<"wide", xs::shape<2, 1, 2>, of<double>>, xs::get_variable<"none", xs::shape<0, 3>>,
    xs::get_variable<"bytes", xs::shape<3>, of<std::uint8_t>, xs::initializer<xs::zeros_initializer>>,
    xs::get_local_variable<"counter", xs::shape<2>>,
    xs::get_variable<"rows", xs::shape<5, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>>,
    xs::get_variable<"columns", xs::shape<2, 3>, xs::partitioner<xs::fixed_size_partitioner<2, 1>>>));

/// Calls f with each variable that is part of a file and has elements.
template <class Session, class F>
void each_saved(Session& s, const F& f) {
  f(s.template variable<"net/kernel:0">());
  f(s.template variable<"net/bias:0">());
  f(s.template variable<"step:0">());
  f(s.template variable<"mask:0">());
  f(s.template variable<"wide:0">());
  f(s.template variable<"bytes:0">());
  f(s.template variable<"rows/part_0:0">());
  f(s.template variable<"rows/part_1:0">());
  f(s.template variable<"columns/part_0:0">());
  f(s.template variable<"columns/part_1:0">());
}

/// Other values than those of a fresh session.
template <class Session>
void fill(Session& s, int from) {
  int next = from;
  each_saved(s, [&](auto&& view) {
    using type = typename std::remove_cvref_t<decltype(view)>::value_type;
    for (auto& x : view.storage()) x = static_cast<type>(std::same_as<type, bool> ? next++ % 3 == 0 : next++);
  });
  s.template variable<"counter:0">() = static_cast<float>(from);
}

template <class Session>
std::string shown(Session& s) {
  std::string out;
  each_saved(s, [&](auto&& view) {
    for (const auto x : view.storage()) out += std::to_string(x) + ' ';
  });
  return out;
}

}  // namespace

TEST_CASE("what was saved is loaded, bit for bit") {
  const folder here;
  for (const char* name : {"all.safetensors", "all.npz"}) {
    xs::session from{assorted};
    xs::session to{assorted};
    fill(from, 1);
    fill(to, 100);
    xs::save(from, here / name);
    const auto report = xs::load(to, here / name);
    CHECK(report.loaded == 11);
    CHECK(report.missing.empty());
    CHECK(report.extra.empty());
    CHECK(shown(to) == shown(from));
    // A local variable is no part of a file.
    CHECK(to.variable<"counter:0">()(0) != from.variable<"counter:0">()(0));
    // Equal variables make equal files.
    xs::save(to, here / ("again-" + std::string(name)));
    CHECK(here.read(name) == here.read("again-" + std::string(name)));
  }
}

TEST_CASE("tensors have the variables' own names and shapes, slices are joined") {
  const folder here;
  xs::session s{assorted};
  fill(s, 1);
  xs::save(s, here / "all.safetensors");
  const std::string data = here.read("all.safetensors");
  xs::files::safetensors_file file(std::as_bytes(std::span(data)), "all.safetensors");
  std::vector<std::string> names;
  for (const auto& t : file.tensors())
    names.push_back(t.name + ' ' + std::string(t.format.name()) + xs::files::text_of(t.shape));
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"bytes uint8(3,)", "columns float32(2, 3)", "mask bool(5,)",
                                          "net/bias float32(4,)", "net/kernel float32(3, 4)",
                                          "none float32(0, 3)", "rows float32(5, 2)", "step int64()",
                                          "wide float64(2, 1, 2)"});
  // Columns 0 and 1 are the first slice, column 2 is the second.
  auto first = s.variable<"columns/part_0:0">();
  auto second = s.variable<"columns/part_1:0">();
  float columns[6];
  std::memcpy(columns, file.values(*file.find("columns")).data(), sizeof columns);
  CHECK(std::vector<float>(columns, columns + 6) ==
        std::vector<float>{first(0, 0), first(0, 1), second(0, 0), first(1, 0), first(1, 1), second(1, 0)});
}

TEST_CASE("slices are read from files that hold slices") {
  const folder here;
  constexpr auto apart = xs::graph(xs::pack(xs::get_variable<"rows/part_0", xs::shape<3, 2>>,
                                            xs::get_variable<"rows/part_1", xs::shape<2, 2>>));
  constexpr auto cut =
      xs::graph(xs::get_variable<"rows", xs::shape<5, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>>);
  xs::session from{apart};
  xs::session to{cut, 7};
  xs::save(from, here / "slices.npz");
  CHECK(xs::load(to, here / "slices.npz").loaded == 2);
  CHECK(numbers<float>(to.variable<"rows/part_1:0">()) == numbers<float>(from.variable<"rows/part_1:0">()));
  CHECK(numbers<float>(to.variable<"rows/part_0:0">()) == numbers<float>(from.variable<"rows/part_0:0">()));
}

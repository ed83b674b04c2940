// SPDX-License-Identifier: BSD-3-Clause
// Sessions to files and back: which variables, under which names, in which layout; all of them or none.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>
#include <xscope/io.hpp>
#include <xscope/session.hpp>

#include "folder.hpp"

#if __has_include(<xtensor/misc/xnpy.hpp>)
#include <xtensor/misc/xnpy.hpp>
#else
#include <xtensor/xnpy.hpp>
#endif

namespace {

namespace xs = xscope;
using io_test::folder;
using xs::io::trouble;

template <class T, class View>
std::vector<T> numbers(const View& view) {
  return {view.storage().begin(), view.storage().end()};
}

/// What a load refuses, as "name: kind", sorted.
template <class Load>
std::vector<std::string> refusals(const Load& load) {
  std::vector<std::string> out;
  try {
    load();
  } catch (const xs::io::error& e) {
    constexpr std::string_view kinds[] = {"system", "damaged", "unsupported", "missing",
                                          "extra",  "shape",   "dtype",       "value"};
    for (const auto& p : e.problems())
      out.push_back(p.tensor + ": " + std::string(kinds[static_cast<std::size_t>(p.what)]));
  }
  std::sort(out.begin(), out.end());
  return out;
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

/// Other values than those of a fresh session.
template <class Session>
void fill(Session& s, int from) {
  int next = from;
  const auto each = [&](auto&& view) {
    using type = typename std::remove_cvref_t<decltype(view)>::value_type;
    for (auto& x : view.storage()) x = static_cast<type>(std::same_as<type, bool> ? next++ % 3 == 0 : next++);
  };
  each(s.template variable<"net/kernel:0">());
  each(s.template variable<"net/bias:0">());
  each(s.template variable<"step:0">());
  each(s.template variable<"mask:0">());
  each(s.template variable<"wide:0">());
  each(s.template variable<"bytes:0">());
  each(s.template variable<"counter:0">());
  each(s.template variable<"rows/part_0:0">());
  each(s.template variable<"rows/part_1:0">());
  each(s.template variable<"columns/part_0:0">());
  each(s.template variable<"columns/part_1:0">());
}

/// All values that a file holds, as text.
template <class Session>
std::string shown(Session& s) {
  std::string out;
  const auto each = [&](auto&& view) {
    for (const auto x : view.storage()) out += std::to_string(x) + ' ';
    out += '|';
  };
  each(s.template variable<"net/kernel:0">());
  each(s.template variable<"net/bias:0">());
  each(s.template variable<"step:0">());
  each(s.template variable<"mask:0">());
  each(s.template variable<"wide:0">());
  each(s.template variable<"bytes:0">());
  each(s.template variable<"rows/part_0:0">());
  each(s.template variable<"rows/part_1:0">());
  each(s.template variable<"columns/part_0:0">());
  each(s.template variable<"columns/part_1:0">());
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
  const xs::files::safetensors_file file(std::as_bytes(std::span(data)), "all.safetensors");
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
  std::memcpy(columns, file.tensors()[*file.find("columns")].values.data(), sizeof columns);
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

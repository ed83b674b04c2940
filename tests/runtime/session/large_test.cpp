// SPDX-License-Identifier: BSD-3-Clause
// More variables and nodes than a compiler unrolls in one fold.
#include <cstddef>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;

namespace {

/// So many variables, one after another, each with a value of its own.
template <std::size_t From, std::size_t To>
constexpr auto variables() {
  if constexpr (To - From == 1) return xs::variable<"v", xs::value<float{From}>>;
  else return xs::seq(variables<From, (From + To) / 2>(), variables<(From + To) / 2, To>());
}

constexpr auto g = xs::graph(variables<0, 300>());
static_assert(g.variables().size() == 300);

}  // namespace

TEST_CASE("a graph of 300 variables", "[session]") {
  xs::session s{g};
  CHECK(s.run()() == 299);
  CHECK(s.variable<"v:0">()() == 0);
  CHECK(s.variable<"v_150:0">()() == 150);
}

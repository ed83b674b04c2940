// SPDX-License-Identifier: BSD-3-Clause
// A plan is made of a graph's nodes and a machine, whichever one the compiler makes code for: rows go side by
// side through registers where there are enough of them to fill one.
#include <xscope/graph.hpp>

namespace xs = xscope;
using xs::planning::machine;

constexpr auto x = xs::placeholder<"x", xs::shape<8, 4>>;
constexpr auto program = xs::relu(xs::matmul(x, xs::get_variable<"w", xs::shape<4, 3>>));
using type = std::remove_const_t<decltype(program)>;
static_assert(xs::graph(program).variables().size() == 1);

constexpr const auto& nodes = xs::planning::nodes_of<type>;
constexpr const auto& fetched = xs::planning::results_of<type>;
constexpr bool in_block(const auto& plan) { return plan.at[plan.steps[plan.step_count - 1]].in_block; }

static_assert(in_block(xs::planning::plan_of<nodes, machine{16}, fetched>));
static_assert(in_block(xs::planning::plan_of<nodes, machine{32}, fetched>));
static_assert(!in_block(xs::planning::plan_of<nodes, machine{64}, fetched>));
static_assert(machine{64}.lanes(4) == 16);

int main() {}

// SPDX-License-Identifier: BSD-3-Clause
// What is computed once, what is not computed at all, and what lies in another's memory.
#include <string_view>

#include "planned.hpp"

namespace simplified {

namespace xs = xscope;
using namespace xs::literals;
using xs::shape;

constexpr auto x = xs::placeholder<"x", shape<4, 40>>;
template <xs::fixed_string Name, std::size_t... D>
constexpr auto var = xs::get_variable<Name, shape<D...>>;
constexpr auto step = xs::minimize<xs::gradient_descent_optimizer<0.1f>>;

namespace equal_operations {
// tanh(u) stands twice and has two names; it is computed once.
constexpr auto program =
    xs::let(x, [](auto u) { return xs::matmul(xs::tanh(u), xs::tanh(u), xs::transpose_b); });
constexpr auto p = probe::plan(program);
static_assert(xs::graph(program).operations().size() == 4);
static_assert(p.id("Tanh") == p.id("Tanh_1"));
static_assert(p.runs("Tanh MatMul "));
static_assert(p.sound());
// Other attributes are another operation.
constexpr auto differ = xs::let(x, [](auto u) {
  return xs::pack(xs::reduce_sum(u, xs::axis<0>), xs::reduce_sum(u, xs::axis<1>),
                  xs::reduce_sum(u, xs::axis<0>));
});
static_assert(probe::plan(differ).id("Sum") != probe::plan(differ).id("Sum_1"));
static_assert(probe::plan(differ).id("Sum") == probe::plan(differ).id("Sum_2"));
static_assert(probe::plan(differ).sound());
// 0 and -0 are different constants.
constexpr auto zeros = xs::let(x, [](auto u) {
  return xs::pack(u * xs::constant<"p", xs::value<0.0F>>, u * xs::constant<"n", xs::value<-0.0F>>);
});
static_assert(probe::plan(zeros).id("mul") != probe::plan(zeros).id("mul_1"));
}  // namespace equal_operations

namespace around_a_step {
// The same expression before and after a step has two values, if it waits for the step.
template <bool Waits>
constexpr auto program = xs::let(var<"v", 4>, [](auto v) {
  return xs::let(xs::exp(v), [=](auto before) {
    return xs::let(step(xs::reduce_sum(v)), [=](auto changed) {
      if constexpr (Waits) return xs::pack(before, xs::control_dependencies(changed)(xs::exp(v)));
      else return xs::pack(before, xs::exp(v));
    });
  });
});
static_assert(probe::plan(program<true>).id("Exp") != probe::plan(program<true>).id("Exp_1"));
static_assert(probe::plan(program<false>).id("Exp") == probe::plan(program<false>).id("Exp_1"));
static_assert(probe::plan(program<true>).sound() && probe::plan(program<false>).sound());
}  // namespace around_a_step

namespace constants {
constexpr auto program =
    xs::let(x, [](auto u) { return u * ((xs::constant<"a", xs::value<3.0F>> + 1.0_c) * 0.5_c - 2.0_c); });
constexpr auto p = probe::plan(program);
constexpr const auto& folded = p.nodes.nodes[p.id("sub")];
static_assert(folded.kind == probe::node_kind::constant && folded.number.real == 0.0);
static_assert(p.runs("mul_1 "));
// In the type of the session: a float has no more digits than it has.
constexpr auto tenth = xs::graph(xs::constant<"a", xs::value<0.1F>> + xs::constant<"b", xs::value<0.2F>>);
constexpr const auto& sum = xs::planning::nodes_of<decltype(tenth)::program>.nodes
                                [xs::planning::results_of<decltype(tenth)::program>.nodes[0]];
static_assert(sum.number.real == static_cast<double>(0.1F + 0.2F));
// A view of a number is the number.
static_assert(probe::plan(xs::let(x, [](auto u) {
                return u + xs::reshape(xs::constant<"a", xs::value<1.0F>>, shape<1, 1>);
              })).runs("add "));
}  // namespace constants

namespace joined {
// What is joined along the first axis is written where it will lie.
constexpr auto program = xs::let(x, [](auto u) {
  return xs::let(xs::softmax(u),
                 [=](auto p) { return xs::reduce_max(xs::concat(p, xs::exp(p), xs::axis<0>)); });
});
constexpr auto p = probe::plan(program);
static_assert(p.runs("Softmax Exp Max "));
static_assert(p.plan.at[p.id("Exp")].home == p.id("concat") && p.plan.at[p.id("Exp")].shift == 4 * 40 * 4);
static_assert(p.sound());
// A feed is not: somebody must move it.
static_assert(probe::plan(xs::let(x, [](auto u) {
                return xs::reduce_max(xs::concat(u, xs::softmax(u), xs::axis<0>));
              })).runs("Softmax concat Max "));
// Nor what is joined with itself, or along the last axis.
static_assert(probe::plan(xs::let(x, [](auto u) {
                return xs::let(xs::softmax(u),
                               [](auto v) { return xs::reduce_max(xs::concat(v, v, xs::axis<0>)); });
              })).runs("Softmax concat Max "));
static_assert(probe::plan(xs::let(x, [](auto u) {
                return xs::let(xs::softmax(u), [](auto v) {
                  return xs::reduce_max(xs::concat(v, xs::log_softmax(v), xs::axis<1>));
                });
              })).runs("Softmax LogSoftmax concat Max "));
}  // namespace joined

namespace rows {
// A network that is narrower than a register takes blocks of rows: one loop nest, and nothing in between.
constexpr auto dense = [](auto u) {
  return xs::tanh(xs::matmul(u, var<"kernel", u.shape()[1], 8>) + var<"bias", 8>);
};
constexpr auto network =
    xs::placeholder<"x", shape<256, 1>> | xs::variable_scope<"a">(dense) | xs::variable_scope<"b">(dense);
constexpr auto p = probe::plan(network);
static_assert(p.runs("b/Tanh "));
static_assert(p.plan.at[p.id("b/Tanh")].in_block && p.fused("a/Tanh") && p.fused("a/MatMul"));
static_assert(p.plan.workspace_bytes == 256 * 8 * sizeof(float));
static_assert(p.sound());
// What others see is stored, and the block ends there.
constexpr auto seen = xs::let(xs::placeholder<"x", shape<256, 1>> | xs::variable_scope<"a">(dense),
                              [](auto h) { return xs::pack(h, h | xs::variable_scope<"b">(dense)); });
static_assert(probe::plan(seen).runs("a/Tanh b/Tanh "));
static_assert(probe::plan(seen).sound());
// Few rows fill no register, and wide layers fill them by themselves.
constexpr auto one = xs::placeholder<"x", shape<1, 1>> | xs::variable_scope<"a">(dense);
static_assert(!probe::plan(one).plan.at[probe::plan(one).id("a/Tanh")].in_block);
constexpr auto wide = xs::let(xs::placeholder<"x", shape<256, 64>>, var<"w", 64, 8>,
                              [](auto u, auto w) { return xs::matmul(u, w); });
static_assert(!probe::plan(wide).plan.at[probe::plan(wide).id("MatMul")].in_block);
// Long networks are blocks of a few layers, which are alike.
constexpr auto square = [](auto u) { return xs::matmul(u, var<"kernel", 16, 16>); };
constexpr auto deep = xs::placeholder<"x", shape<256, 16>> | xs::variable_scope<"a">(square) |
                      xs::variable_scope<"b">(square) | xs::variable_scope<"c">(square) |
                      xs::variable_scope<"d">(square);
static_assert(probe::plan(deep).runs("b/MatMul d/MatMul "));
static_assert(probe::plan(deep).sound());
// A softmax belongs to the block that computes its operand, and is none by itself.
constexpr auto classes = network | xs::softmax;
static_assert(probe::plan(classes).runs("Softmax "));
static_assert(probe::plan(classes).plan.at[probe::plan(classes).id("Softmax")].in_block);
static_assert(probe::plan(classes).sound());
constexpr auto alone = xs::placeholder<"x", shape<256, 8>> | xs::exp | xs::softmax;
static_assert(!probe::plan(alone).plan.at[probe::plan(alone).id("Softmax")].in_block);
// A layer that trains keeps what its gradient reads.
constexpr auto trained = network | xs::square | xs::reduce_mean | step;
static_assert(probe::plan(trained).sound());
}  // namespace rows

namespace equal_but_for_attributes {
// Of 260 slices of one tensor each is compared with few of the others.
constexpr auto program = xs::unstack(xs::placeholder<"x", shape<260, 2>>);
constexpr auto g = xs::graph(program);
constexpr const auto& nodes = xs::planning::nodes_of<decltype(g)::program>;
static_assert(nodes.of_event[g.result<0>().id()] != nodes.of_event[g.result<259>().id()]);
}  // namespace equal_but_for_attributes

namespace text {
constexpr auto g = xs::graph(xs::let(x, var<"w", 40, 30>, var<"b", 30>, [](auto u, auto w, auto b) {
  return xs::softmax(xs::relu(xs::matmul(u, w) + b));
}));
constexpr auto plan = xs::plan_of(g);
static_assert(plan.loop_nests() == 2);
static_assert(plan.workspace_bytes() == g.workspace_bytes() && plan.variable_bytes() == g.variable_bytes());
static_assert(g.variable_bytes() == 40 * 30 * 4 + 128);
static_assert(g.workspace_bytes() == 2 * 512);
static_assert(plan.text() == "loop nest 1: Relu (4, 30) float32\n"
                             "  computes on the way: MatMul (in registers), add\n"
                             "  writes to the workspace at 0 (480 bytes): Softmax reads it as a whole\n"
                             "loop nest 2: Softmax (4, 30) float32\n"
                             "  writes to the workspace at 512 (480 bytes): it is a result\n"
                             "variables: 4928 bytes, workspace: 1024 bytes\n");
static_assert(std::string_view(plan) == plan.text());
}  // namespace text

}  // namespace simplified

// SPDX-License-Identifier: BSD-3-Clause
// Which nodes run as steps of their own, which are fused into others, and in which order.
#include "planned.hpp"

namespace steps {

namespace xs = xscope;
using namespace xs::literals;
using xs::shape;

constexpr auto x = xs::placeholder<"x", shape<4, 8>>;
template <xs::fixed_string Name, std::size_t... D>
constexpr auto var = xs::get_variable<Name, shape<D...>>;
constexpr auto step = xs::minimize<xs::gradient_descent_optimizer<0.1f>>;

namespace chain {
constexpr auto program = xs::let(x, var<"w", 8, 3>, var<"b", 3>, [](auto u, auto w, auto b) {
  return xs::tanh((xs::matmul(u, w) + b) * 2.0_c);
});
constexpr auto p = probe::plan(program);
static_assert(p.runs("Tanh "));
static_assert(p.fused("MatMul") && !p.stored("MatMul"));  // the chain is done on the product's registers
static_assert(p.fused("add") && p.fused("mul") && !p.stored("add") && !p.stored("mul"));
static_assert(p.stored("Tanh") && !p.fused("Tanh"));
static_assert(p.needed("w") && !p.stored("w") && !p.stored("x") && !p.stored("mul/y"));
static_assert(p.sound());
}  // namespace chain

namespace used_twice {
// exp(u) is read by two: it has a buffer, and is computed once.
constexpr auto program = xs::let(x, [](auto u) {
  return xs::let(xs::exp(u),
                 [](auto e) { return e / xs::reduce_sum(e, xs::axis<1>, xs::keepdims) - e * 2.0_c; });
});
constexpr auto p = probe::plan(program);
static_assert(p.runs("Exp Sum sub "));
static_assert(p.stored("Exp") && p.fused("truediv") && p.fused("mul"));
static_assert(p.sound());
}  // namespace used_twice

namespace square_of_a_sum {
// Both operands are the same node: it is computed once, in the same loop.
constexpr auto program = xs::let(x, [](auto u) { return xs::let(u + 1.0_c, [](auto s) { return s * s; }); });
static_assert(probe::plan(program).runs("mul "));
}  // namespace square_of_a_sum

namespace another_shape {
// What is broadcast on the way is computed once for each of its own elements.
constexpr auto program = xs::let(x, var<"b", 8>, [](auto u, auto b) { return u * xs::exp(b); });
constexpr auto p = probe::plan(program);
static_assert(p.runs("Exp mul "));
static_assert(!p.fused("Exp"));
}  // namespace another_shape

namespace views {
constexpr auto program = xs::let(x, [](auto u) {
  return xs::let(xs::reshape(u, shape<8, 4>), [=](auto r) { return xs::matmul(u, xs::identity(r)); });
});
constexpr auto p = probe::plan(program);
static_assert(p.runs("MatMul "));
static_assert(!p.stored("Reshape") && !p.stored("Identity"));
static_assert(p.plan.at[p.id("Identity")].home == p.id("x"));
}  // namespace views

namespace handed_out {
// What is fed is gone after the run: a result of it is copied. A variable is not, if nothing changes it.
constexpr auto fed = xs::let(x, [](auto u) { return xs::pack(u, xs::reshape(u, shape<32>)); });
static_assert(probe::plan(fed).stored("x") && probe::plan(fed).stored("Reshape"));
static_assert(probe::plan(var<"v", 3>).plan.step_count == 0);
// A result is never hidden in a chain, even if the chain goes on.
constexpr auto inner =
    xs::let(x, [](auto u) { return xs::let(u + 1.0_c, [](auto a) { return xs::pack(a, xs::relu(a)); }); });
static_assert(probe::plan(inner).runs("add Relu "));
}  // namespace handed_out

namespace long_chains {
// A loop takes 64 instructions; the rest makes another.
template <std::size_t N>
constexpr auto tanh_of = [](auto u) { return tanh_of<N - 1>(xs::tanh(u)); };
template <>
constexpr auto tanh_of<0> = [](auto u) { return u; };
static_assert(probe::plan(x | tanh_of<64>).plan.step_count == 1);
static_assert(probe::plan(x | tanh_of<65>).plan.step_count == 2);
static_assert(probe::plan(x | tanh_of<150>).plan.step_count == 3);
static_assert(probe::plan(x | tanh_of<150>).sound());
}  // namespace long_chains

namespace dead {
constexpr auto program = xs::let(x, var<"w", 8, 3>, var<"unused", 8, 2>, [](auto u, auto w, auto unused) {
  return xs::seq(xs::exp(xs::matmul(u, unused)), xs::let(xs::matmul(u, w), [](auto m) {
                   return xs::seq(xs::relu(m), xs::softmax(m, xs::axis<0>));
                 }));
});
constexpr auto p = probe::plan(program);
static_assert(p.runs("MatMul_1 Softmax "));
static_assert(!p.needed("MatMul") && !p.needed("Exp") && !p.needed("unused") && !p.needed("Relu"));
// Each fetch has a plan of its own.
static_assert(probe::fetch<"Exp:0">(program).runs("Exp "));
static_assert(probe::fetch<"Relu:0">(program).runs("Relu "));
static_assert(!probe::fetch<"Relu:0">(program).needed("unused"));
static_assert(probe::fetch<"w:0">(program).plan.step_count == 0);
static_assert(!probe::fetch<"w:0">(program).needed("x"));
}  // namespace dead

// ---- training --------------------------------------------------------------------------------------------

namespace ordered {
// The gradient of each variable is the other: the products are taken before either of them is changed.
constexpr auto program =
    xs::let(var<"v", 4>, var<"w", 4>, [](auto v, auto w) { return step(xs::reduce_sum(v * w)); });
constexpr auto p = probe::plan(program);
static_assert(p.runs("Sum BroadcastTo Mul update v update w "));
static_assert(p.sound());
}  // namespace ordered

namespace gradients_first {
constexpr auto program = xs::let(x, var<"w", 8, 3>, var<"b", 3>, [](auto u, auto w, auto b) {
  return step(xs::reduce_mean(xs::square(xs::matmul(u, w) + b)));
});
constexpr auto p = probe::plan(program);
static_assert(p.sound());
// All of the loss, then all gradients, then the updates with their learning rate in the same loop.
constexpr bool updates_last = [] {
  for (std::size_t s = 0; s + 2 < p.plan.step_count; ++s) {
    if (p.nodes.nodes[p.plan.steps[s]].kind == probe::node_kind::update) return false;
  }
  return p.nodes.nodes[p.plan.steps[p.plan.step_count - 1]].kind == probe::node_kind::update &&
         p.nodes.nodes[p.plan.steps[p.plan.step_count - 2]].kind == probe::node_kind::update;
}();
static_assert(updates_last);
// The loss alone needs no gradient, and changes nothing.
static_assert(probe::fetch<"Mean:0">(program).runs("Square Mean "));
}  // namespace gradients_first

namespace read_before {
// old is read behind the step, but computed before it: it is not fused with what comes later.
constexpr auto program = xs::let(var<"v", 4>, [](auto v) {
  return xs::let(v * 2.0_c, [=](auto old) { return xs::seq(step(xs::reduce_sum(v)), xs::tanh(old)); });
});
constexpr auto p = probe::plan(program);
static_assert(p.stored("mul") && !p.fused("mul"));
static_assert(p.runs("mul update v Tanh "));
static_assert(p.sound());
// Without the step it is.
constexpr auto untrained =
    xs::let(var<"v", 4>, [](auto v) { return xs::let(v * 2.0_c, [](auto old) { return xs::tanh(old); }); });
static_assert(probe::plan(untrained).runs("Tanh "));
// A fetch that leaves the step out may fuse it, too.
static_assert(probe::fetch<"Tanh:0">(program).runs("Tanh "));
}  // namespace read_before

namespace view_before {
// A view of a variable that changes is a copy.
constexpr auto program = xs::let(var<"v", 4>, [](auto v) {
  return xs::let(xs::identity(v),
                 [=](auto old) { return xs::seq(step(xs::reduce_sum(v)), xs::reduce_sum(old)); });
});
static_assert(probe::plan(program).stored("Identity"));
static_assert(probe::plan(program).sound());
static_assert(!probe::fetch<"Sum_1:0">(program).stored("Identity"));
}  // namespace view_before

namespace value_kept {
// The second step's gradient for w is the v from before the first: it is copied in time.
constexpr auto program = xs::let(var<"v">, var<"w">, [](auto v, auto w) {
  return xs::let(v * w, [=](auto product) { return xs::seq(step(xs::tanh(v)), step(product)); });
});
constexpr auto p = probe::plan(program);
static_assert(p.stored("v") && !p.stored("w"));
static_assert(p.runs("keep v mul update v Mul update v update w "));
static_assert(p.sound());
}  // namespace value_kept

namespace two_steps {
constexpr auto program = xs::let(var<"v", 4>, var<"w", 4>, [](auto v, auto w) {
  return xs::seq(step(xs::reduce_sum(xs::square(v))), step(xs::reduce_sum(v * xs::exp(w))));
});
static_assert(probe::plan(program).sound());
// By its name only one of them runs.
constexpr auto first = probe::fetch<"GradientDescent">(program);
constexpr auto second = probe::fetch<"GradientDescent_1">(program);
static_assert(first.sound() && second.sound());
static_assert(!first.needed("w") && second.needed("w"));
}  // namespace two_steps

namespace fixed {
constexpr auto program = xs::let(var<"v", 4>, xs::get_variable<"fixed", shape<4>, xs::trainable<false>>,
                                 [](auto v, auto f) { return step(xs::reduce_sum(v * xs::exp(f))); });
constexpr auto p = probe::plan(program);
constexpr std::size_t updates = [] {
  std::size_t n = 0;
  for (const auto& node : p.nodes.nodes) n += node.kind == probe::node_kind::update ? 1U : 0U;
  return n;
}();
static_assert(updates == 1);
}  // namespace fixed

namespace one_loop_for_a_formula {
// Adam reads a variable, its gradient and its slots once, and writes all three; the gradient of a product is
// done in registers, and never written.
template <auto Optimizer>
constexpr auto program = xs::let(x, var<"w", 8, 3>, [](auto u, auto w) {
  return xs::minimize<Optimizer>(xs::reduce_mean(xs::square(xs::matmul(u, w))));
});
constexpr auto p = probe::plan(program<xs::adam_optimizer<0.1f>>);
static_assert(p.runs("MatMul Mean Mul Mul update w update beta1_power update beta2_power "));
static_assert(!p.stored("gradients/MatMul_grad/MatMul") && p.fused("gradients/MatMul_grad/MatMul"));
static_assert(p.sound());
constexpr auto q = probe::plan(program<xs::momentum_optimizer<0.1f, 0.9f>>);
static_assert(!q.stored("gradients/MatMul_grad/MatMul") && q.sound());
}  // namespace one_loop_for_a_formula

}  // namespace steps

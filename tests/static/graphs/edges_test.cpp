// SPDX-License-Identifier: BSD-3-Clause
// What operations take: the whole list of edges of graphs with sharing, several results, many operands,
// slices, sums over collections and training.
#include <initializer_list>

#include <xscope/graphs/edges.hpp>

#include "../support/probe.hpp"

namespace edges {

namespace xs = xscope;
using namespace xs::literals;

/// Whether an operation has these operands, in this order and no others: tensors' names, perhaps ":1".
template <class Graph>
constexpr bool takes(Graph g, std::string_view op, std::initializer_list<std::string_view> names) {
  const auto info = g.find(op);
  if (!info) return false;
  const auto operands = xs::operands_of(g, *info);
  if (operands.size() != names.size()) return false;
  const std::string_view* wanted = names.begin();
  for (const xs::graphs::producer& from : operands) {
    const auto there = g.find(xs::graphs::tensor_name(*wanted).op);
    if (!there || from.event != there->id() || from.output != xs::graphs::tensor_name(*wanted).output)
      return false;
    ++wanted;
  }
  return true;
}

constexpr auto x = xs::placeholder<"x", xs::shape<4, 6>>;

// A variable that is asked for twice is one source.
constexpr auto tower = xs::variable_scope<"tower", xs::auto_reuse>(
    [](auto in) { return xs::matmul(in, xs::get_variable<"kernel", xs::shape<6, 2>>); });
constexpr auto shared = xs::graph(xs::let(x, [](auto in) { return (in | tower) - (in | tower) * 2.0_c; }));
static_assert(takes(shared, "x", {}) && takes(shared, "tower/kernel", {}) && takes(shared, "mul/y", {}));
static_assert(takes(shared, "tower/MatMul", {"x", "tower/kernel"}));
static_assert(takes(shared, "tower_1/MatMul", {"x", "tower/kernel"}));
static_assert(takes(shared, "mul", {"tower_1/MatMul", "mul/y"}));
static_assert(takes(shared, "sub", {"tower/MatMul", "mul"}));
static_assert(xs::graphs::edges_of<decltype(shared)::program>.begin[shared.operations().back().id() + 1] ==
              8);

// Several results of one operation, and one with more than two operands.
constexpr auto parts = xs::graph(xs::let(x, [](auto in) {
  return xs::let(xs::split(in, xs::num_or_size_splits<3>, xs::axis<1>), [](auto pack) {
    auto [a, b, c] = pack;
    return xs::concat(c, a, b, a, xs::axis<1>);
  });
}));
static_assert(takes(parts, "split", {"x"}));
static_assert(takes(parts, "concat", {"split:2", "split", "split:1", "split:0"}));

// A partitioned variable stands for its slices, those that were there before if it is shared.
constexpr auto table =
    xs::get_variable<"table", xs::shape<6, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>>;
constexpr auto sliced = xs::graph(xs::let(x, [](auto in) {
  return xs::variable_scope<"s", xs::auto_reuse>(
      xs::pack(xs::matmul(in, table), xs::matmul(in, table, xs::name<"again">)));
}));
static_assert(takes(sliced, "s/table/ConcatPartitions/concat", {"s/table/part_0", "s/table/part_1"}));
static_assert(takes(sliced, "s/table", {"s/table/ConcatPartitions/concat"}));
static_assert(takes(sliced, "s/MatMul", {"x", "s/table"}));
static_assert(takes(sliced, "s/table/ConcatPartitions/concat_1", {"s/table/part_0", "s/table/part_1"}));
static_assert(takes(sliced, "s/again", {"x", "s/table_1"}));

// A sum over a collection takes what is in it where it stands; losses of variables that exist are not made.
constexpr auto l2 = [](auto v) { return xs::l2_loss(v); };
constexpr auto weight = xs::get_variable<"w", xs::shape<2>, xs::regularizer<l2>>;
constexpr auto trained =
    xs::graph(xs::variable_scope<"r", xs::auto_reuse>(xs::let(weight, weight, [](auto v, auto) {
      return xs::let(xs::reduce_sum(v) + xs::get_regularization_loss(), [](auto loss) {
        return xs::seq(xs::add_to_collection<"regularization_losses">(loss),
                       xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss));
      });
    })));
static_assert(takes(trained, "r/w/Regularizer/L2Loss", {"r/w"}));
static_assert(takes(trained, "r/total_regularization_loss", {"r/w/Regularizer/L2Loss"}));
static_assert(takes(trained, "r/add", {"r/Sum", "r/total_regularization_loss"}));
static_assert(takes(trained, "r/GradientDescent/update_r/w/ApplyGradientDescent",
                    {"r/w", "r/GradientDescent/learning_rate", "r/gradients/AddN"}));
static_assert(takes(trained, "r/GradientDescent", {}));  // it waits for updates, and takes nothing

}  // namespace edges

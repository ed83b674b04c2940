// SPDX-License-Identifier: BSD-3-Clause
// An operation of the user's as include/xscope/README.md says, through which nothing flows back: `nullptr`.
#include <cstddef>
#include <type_traits>

#include <xscope/graph.hpp>

namespace xscope {
namespace ops {

struct staircase {
  template <class Out, class A>
  XSCOPE_INLINE static constexpr Out forward(A x) {
    return static_cast<Out>(x);
  }
  static constexpr inferred infer(operands in, const attributes& a) { return number_as_operand(in, a); }
  static constexpr op_info info{"Staircase", "Staircase", {"x", nullptr}, form::elementwise, infer, nullptr};
};
template <>
struct code_of<&staircase::info> : staircase {};

}  // namespace ops

inline constexpr dsl::op_function<ops::staircase> staircase{};
}  // namespace xscope

namespace xs = xscope;

namespace {

static_assert(xs::name_of(xs::staircase(xs::placeholder<"x", xs::shape<2>>)) == "Staircase:0");

/// How many variables a training step changes, of two: one is behind the operation, one beside it.
template <class Program>
constexpr std::size_t updates_of(xs::graphs::graph_t<Program>) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < xs::planning::nodes_of<Program>.size; ++i)
    n += xs::planning::nodes_of<Program>.nodes[i].kind == xs::ops::node_kind::update ? 1U : 0U;
  return n;
}
template <bool Through>
constexpr auto trained =
    xs::let(xs::get_variable<"v", xs::shape<2>>, xs::get_variable<"w", xs::shape<2>>, [](auto v, auto w) {
      if constexpr (Through)
        return xs::minimize<xs::gradient_descent_optimizer<0.5F>>(xs::reduce_sum(xs::staircase(v) * w));
      else return xs::minimize<xs::gradient_descent_optimizer<0.5F>>(xs::reduce_sum(v * w));
    });
static_assert(updates_of(xs::graph(trained<false>)) == 2);
static_assert(updates_of(xs::graph(trained<true>)) == 1);

}  // namespace

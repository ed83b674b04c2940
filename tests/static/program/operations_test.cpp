// SPDX-License-Identifier: BSD-3-Clause
// Names and types of operations that are made of others, and of operators, are TensorFlow's.
#include <xscope/graph.hpp>

namespace operations {

namespace xs = xscope;
using namespace xs::literals;

constexpr auto x = xs::placeholder<"x", xs::shape<2, 3>>;
constexpr auto row = xs::placeholder<"row", xs::shape<3>>;

/// Whether the operations are these, in this order.
template <class Program, std::size_t N>
constexpr bool makes(Program program, const std::string_view (&names)[N]) {
  const auto list = xs::graph(program).operations();
  bool same = list.size() == N;
  for (std::size_t i = 0; same && i < N; ++i) same = list[i].op_name() == names[i];
  return same;
}

namespace comparisons {
static_assert(xs::graph(x < row).result().repr() == "Tensor(\"Less:0\", shape=(2, 3), dtype=bool)");
static_assert(xs::name_of(x <= row) == "LessEqual:0" && xs::name_of(x > row) == "Greater:0" &&
              xs::name_of(1.0_c >= x) == "GreaterEqual:0");
static_assert(makes(1.0_c < x, {"x", "Less/x", "Less"}));
static_assert(xs::name_of(xs::less(x, row, xs::name<"below">)) == "below:0");
}  // namespace comparisons

namespace choices {
static_assert(makes(xs::where_v2(row < 1.0_c, row, 0.0_c),
                    {"row", "Less/y", "Less", "row_1", "SelectV2/e", "SelectV2"}));
static_assert(xs::name_of(xs::where(x > x, x, x)) == "Select:0");
static_assert(xs::graph(xs::where_v2(row < 1.0_c, 1_c, 0_c)).result().dtype() == xs::dtype<int>);
}  // namespace choices

namespace clipping {
static_assert(makes(xs::clip_by_value(x, 0.0_c, 1.0_c),
                    {"x", "clip_by_value/Minimum/y", "clip_by_value/Minimum", "clip_by_value/y",
                     "clip_by_value"}));
static_assert(makes(xs::clip_by_value(x, row, 1.0_c, xs::name<"c">),
                    {"x", "row", "c/Minimum/y", "c/Minimum", "c"}));
static_assert(makes(xs::clip_by_value(x, 0.0_c, row),
                    {"x", "row", "clip_by_value/Minimum", "clip_by_value/y", "clip_by_value"}));
}  // namespace clipping

namespace truths {
static_assert(makes(xs::let(x<row, x> row, xs::logical_xor),
                    {"x", "row", "Less", "x_1", "row_1", "Greater", "LogicalOr", "LogicalAnd", "LogicalNot",
                     "LogicalXor"}));
}  // namespace truths

namespace attributes {
static_assert(makes(xs::leaky_relu(x, xs::alpha<0.1f>), {"x", "LeakyRelu"}));
static_assert(makes(xs::stack(row, row, xs::axis<1>), {"row", "row_1", "stack"}));
static_assert(xs::graph(xs::stack(row, row)).operations()[2].type() == "Pack");
static_assert(xs::name_of(xs::transpose(x, xs::perm<1, 0>)) == "transpose:0");
static_assert(xs::name_of(xs::expand_dims(x, xs::axis<0>)) == "ExpandDims:0" &&
              xs::name_of(xs::squeeze(x)) == "Squeeze:0");
static_assert(xs::name_of(xs::tile(x, xs::multiples<1, 2>)) == "Tile:0" &&
              xs::name_of(xs::pad(x, xs::paddings<1, 1, 0, 0>)) == "Pad:0");
static_assert(xs::name_of(xs::one_hot(xs::argmax(x), xs::depth<4>)) == "one_hot:0" &&
              xs::name_of(xs::gather(x, xs::argmax(x))) == "GatherV2:0");
static_assert(xs::name_of(xs::l2_loss(x)) == "L2Loss:0" && xs::name_of(xs::reduce_any(x < x)) == "Any:0" &&
              xs::name_of(xs::reduce_min(x)) == "Min:0" && xs::name_of(xs::reduce_prod(x)) == "Prod:0" &&
              xs::name_of(xs::argmin(x)) == "ArgMin:0");
}  // namespace attributes

}  // namespace operations

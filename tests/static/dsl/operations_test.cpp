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

namespace images {
constexpr auto x = xs::placeholder<"x", xs::shape<2, 8, 9, 3>>;
constexpr auto f = xs::placeholder<"f", xs::shape<3, 3, 3, 16>>;
constexpr auto same = xs::padding<"SAME">;
constexpr auto valid = xs::padding<"VALID">;
constexpr auto conv = xs::graph(xs::conv2d(x, f, xs::strides<1, 2, 2, 1>, same));
static_assert(conv.result().repr() == "Tensor(\"Conv2D:0\", shape=(2, 4, 5, 16), dtype=float32)");
static_assert(conv.result().type() == "Conv2D");
static_assert(xs::graph(xs::conv2d(x, f, valid)).result().shape() == xs::shape<2, 6, 7, 16>);
static_assert(xs::graph(xs::conv2d(x, f, xs::strides<3>, valid)).result().shape() == xs::shape<2, 2, 3, 16>);
static_assert(xs::graph(xs::conv2d(x, f, xs::dilations<3, 2>, valid)).result().shape() ==
              xs::shape<2, 2, 5, 16>);
constexpr auto pool = xs::graph(xs::max_pool(x, xs::ksize<2>, xs::strides<2>, valid));
static_assert(pool.result().name() == "MaxPool:0" && pool.result().shape() == xs::shape<2, 4, 4, 3>);
static_assert(xs::name_of(xs::avg_pool(x, xs::ksize<2>, xs::strides<2>, same)) == "AvgPool:0");
static_assert(xs::name_of(xs::bias_add(x, row)) == "BiasAdd:0");
static_assert(!xs::diagnose(xs::conv2d(x, f)).ok() && !xs::diagnose(xs::max_pool(x, valid)).ok());
static_assert(!xs::diagnose(xs::conv2d(x, f, xs::strides<2, 2, 2, 1>, same)).ok() &&
              !xs::diagnose(xs::conv2d(x, f, xs::strides<0>, same)).ok() &&
              !xs::diagnose(xs::conv2d(x, f, xs::strides<1, 1, 1>, same)).ok());
}  // namespace images

namespace parts {
constexpr auto batch = xs::placeholder<"b", xs::shape<5, 1, 2, 3>>;
constexpr auto product = xs::graph(xs::matmul(batch, x, xs::transpose_b));
static_assert(product.result().repr() == "Tensor(\"MatMul:0\", shape=(5, 1, 2, 2), dtype=float32)");
static_assert(product.result().type() == "BatchMatMulV2");
static_assert(xs::graph(xs::matmul(x, x, xs::transpose_a)).result().type() == "MatMul");
constexpr auto piece = xs::graph(xs::slice(x, xs::begin<0, 1>, xs::size<2, -1>));
static_assert(piece.result().name() == "Slice:0" && piece.result().shape() == xs::shape<2, 2>);
static_assert(xs::name_of(xs::broadcast_to(row, xs::shape<4, 3>)) == "BroadcastTo:0");

constexpr auto thirds = xs::graph(xs::split(x, xs::num_or_size_splits<3>, xs::axis<1>));
static_assert(thirds.result<2>().repr() == "Tensor(\"split:2\", shape=(2, 1), dtype=float32)");
static_assert(thirds.result<0>().name() == "split:0" && thirds.result<1>().op_name() == "split" &&
              thirds.result<1>().type() == "Split");
static_assert(thirds.operations().size() == 2 && thirds.operations()[1].outputs().size() == 3 &&
              thirds.operations()[1].outputs()[2].name() == "split:2");
static_assert(thirds.find("split:2")->shape() == xs::shape<2, 1> && !thirds.find("split:3") &&
              !thirds.find("x:1"));
constexpr auto sizes = xs::graph(xs::split(x, xs::num_or_size_splits<1, 2>, xs::axis<1>));
static_assert(sizes.result<1>().type() == "SplitV" && sizes.result<1>().shape() == xs::shape<2, 2>);
constexpr auto columns = xs::graph(xs::unstack(x, xs::axis<1>, xs::name<"c">));
static_assert(columns.result<2>().name() == "c:2" && columns.result<2>().type() == "Unpack" &&
              columns.result<2>().shape() == xs::shape<2>);
constexpr auto many = xs::graph(xs::unstack(xs::placeholder<"m", xs::shape<12>>));
static_assert(many.result<11>().name() == "unstack:11" && many.find("unstack:11") == many.result<11>());
}  // namespace parts

namespace losses {
constexpr auto labels = xs::placeholder<"y", xs::shape<2, 3>>;
static_assert(makes(xs::sigmoid_cross_entropy_with_logits(labels, x),
                    {"y", "x", "logistic_loss/zeros_like", "logistic_loss/GreaterEqual",
                     "logistic_loss/Select", "logistic_loss/Neg", "logistic_loss/Select_1",
                     "logistic_loss/mul", "logistic_loss/sub", "logistic_loss/Exp", "logistic_loss/Log1p",
                     "logistic_loss"}));
static_assert(makes(xs::softmax_cross_entropy_with_logits(labels, x),
                    {"y", "x", "softmax_cross_entropy_with_logits_sg/labels_stop_gradient",
                     "softmax_cross_entropy_with_logits_sg/Reshape",
                     "softmax_cross_entropy_with_logits_sg/Reshape_1", "softmax_cross_entropy_with_logits_sg",
                     "softmax_cross_entropy_with_logits_sg/Reshape_2"}));
static_assert(xs::name_of(xs::softmax_cross_entropy_with_logits_v2(labels, x, xs::name<"loss">)) ==
              "loss/Reshape_2:0");
constexpr auto mean = xs::graph(xs::mean_squared_error(labels, x));
static_assert(mean.result().repr() == "Tensor(\"mean_squared_error/value:0\", shape=(), dtype=float32)");
static_assert(mean.get_collection<"losses">()[0] == mean.result());
static_assert(makes(xs::mean_squared_error(labels, x, 0.5_c),
                    {"y", "x", "mean_squared_error/SquaredDifference", "mean_squared_error/Cast/x",
                     "mean_squared_error/Mul", "mean_squared_error/Sum", "mean_squared_error/num_present",
                     "mean_squared_error/Sum_1", "mean_squared_error/value"}));
static_assert(
    xs::graph(xs::mean_squared_error(labels, x, row)).find("mean_squared_error/num_present/Select"));
static_assert(makes(xs::reduce_logsumexp(x, xs::axis<1>),
                    {"x", "ReduceLogSumExp/Max", "ReduceLogSumExp/IsFinite", "ReduceLogSumExp/zeros_like",
                     "ReduceLogSumExp/Select", "ReduceLogSumExp/StopGradient", "ReduceLogSumExp/Sub",
                     "ReduceLogSumExp/Exp", "ReduceLogSumExp/Sum", "ReduceLogSumExp/Log",
                     "ReduceLogSumExp/Reshape", "ReduceLogSumExp/Add"}));
static_assert(xs::graph(xs::reduce_logsumexp(x, xs::keepdims)).result().shape() == xs::shape<1, 1>);
}  // namespace losses

namespace normalizations {
static_assert(makes(xs::batch_normalization(x, row, row, row, row, 1e-3_c),
                    {"x", "row", "row_1", "row_2", "row_3", "batchnorm/add/y", "batchnorm/add",
                     "batchnorm/Rsqrt", "batchnorm/mul", "batchnorm/mul_1", "batchnorm/mul_2",
                     "batchnorm/sub", "batchnorm/add_1"}));
static_assert(makes(xs::batch_normalization(x, row, row, xs::none, xs::none, 1e-3_c, xs::name<"n">),
                    {"x", "row", "row_1", "n/add/y", "n/add", "n/Rsqrt", "n/mul", "n/Neg", "n/mul_1",
                     "n/add_1"}));
static_assert(makes(xs::moments(x, xs::axis<0>),
                    {"x", "moments/mean", "moments/StopGradient", "moments/SquaredDifference",
                     "moments/variance", "moments/Squeeze", "moments/Squeeze_1"}));
static_assert(xs::name_of(xs::layer_norm(x, row, row, 1e-12_c)) == "LayerNorm/batchnorm/add_1:0");
static_assert(makes(xs::zeros_like(x), {"x", "zeros_like"}) &&
              makes(xs::ones_like(x, xs::name<"o">), {"x", "o"}));
static_assert(xs::name_of(xs::stop_gradient(x)) == "StopGradient:0" &&
              xs::name_of(xs::is_finite(x)) == "IsFinite:0" &&
              xs::name_of(xs::div_no_nan(x, row)) == "div_no_nan:0");
}  // namespace normalizations

}  // namespace operations

// SPDX-License-Identifier: BSD-3-Clause
// A graph for each operation, as a model of TensorFlow.js and as GraphDefs, and what xscope computes with it.
// usage: write_operations FOLDER
// Makes FOLDER/expected.json, and FOLDER/<operation>/ with model.json, graph.pb, graph.pbtxt, frozen.pb and
// frozen.pbtxt.
#include <cstdio>
#include <fstream>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include <xscope/io/tfjs.hpp>
#include <xscope/layers.hpp>
#include <xscope/xscope.hpp>

namespace xs = xscope;
using namespace xs::literals;
using xs::axis;
using xs::shape;

namespace {

using json = xs::files::json;

std::string folder;
json expected = json::array();

template <class Result>
json elements_of(const Result& result) {
  json out = json::array();
  for (const auto x : result) out.push_back(x);
  return out;
}

/// Writes the model of a program, and what its results are.
template <class Program>
void write(const std::string& name, Program program) {
  constexpr auto g = xs::graph(Program{});
  static_cast<void>(program);
  xs::session s{g, 7};
  const std::string place = folder + '/' + name + '/';
  xs::save_tfjs(s, place);
  for (const char* form : {".pb", ".pbtxt"}) {
    xs::save_graph_def(g, place + "graph" + form);
    xs::save_graph_def(s, place + "frozen" + form);
  }
  json results = json::array();
  const auto add = [&](const auto& info, const auto& result) {
    results.push_back({{"name", info.name()}, {"shape", info.shape()}, {"values", elements_of(result)}});
  };
  if constexpr (g.result_count() == 1) {
    add(g.result(), s.run());
  } else {
    [&]<std::size_t... I>(std::index_sequence<I...>, const auto& all) {
      (add(g.template result<I>(), std::get<I>(all)), ...);
    }(std::make_index_sequence<g.result_count()>{}, s.run());
  }
  json types = json::array();
  for (const auto& op : g.operations()) types.push_back(op.type());
  expected.push_back({{"model", name}, {"operations", types}, {"results", results}});
}

template <std::size_t... D, class Body>
void of_shape(const std::string& name, Body) {
  write(name, xs::get_variable<"v", shape<D...>> | Body{});
}
template <class Body>
void unary(const std::string& name, Body body) {
  of_shape<3, 4>(name, body);
}
/// Of numbers above 0.
template <class Body>
void positive(const std::string& name, Body) {
  write(name,
        xs::get_variable<"p", shape<3, 4>, xs::initializer<xs::random_uniform_initializer<0.1f, 3.0f>>> |
            Body{});
}
template <class Body>
void binary(const std::string& name, Body) {
  write(name,
        xs::let(xs::get_variable<"v", shape<3, 4>>,
                xs::get_variable<"p", shape<4>, xs::initializer<xs::random_uniform_initializer<0.1f, 3.0f>>>,
                Body{}));
}

void elementwise() {
  unary("abs", xs::abs);
  unary("negative", xs::negative);
  unary("sign", xs::sign);
  unary("exp", xs::exp);
  unary("expm1", xs::expm1);
  positive("log", xs::log);
  positive("log1p", xs::log1p);
  positive("sqrt", xs::sqrt);
  positive("rsqrt", xs::rsqrt);
  unary("square", xs::square);
  positive("reciprocal", xs::reciprocal);
  unary("sin", xs::sin);
  unary("cos", xs::cos);
  unary("tanh", xs::tanh);
  unary("sigmoid", xs::sigmoid);
  unary("softplus", xs::softplus);
  unary("softsign", xs::softsign);
  unary("relu", xs::relu);
  positive("relu6", [](auto p) { return xs::relu6(p * 3.0_c); });
  unary("leaky_relu", [](auto v) { return xs::leaky_relu(v, xs::alpha<0.3f>); });
  unary("elu", xs::elu);
  unary("selu", xs::selu);
  unary("gelu", xs::gelu);
  unary("erf", xs::erf);
  unary("floor", xs::floor);
  unary("ceil", xs::ceil);
  positive("rint", xs::rint);
  unary("is_finite", xs::is_finite);
  unary("identity", xs::identity);
  unary("stop_gradient", xs::stop_gradient);
  unary("clip_by_value", [](auto v) { return xs::clip_by_value(v, -0.2_c, 0.2_c); });
  positive("cast", [](auto p) { return xs::cast(p, xs::dtype<int>); });

  binary("add", xs::add);
  binary("subtract", xs::subtract);
  binary("multiply", xs::multiply);
  binary("divide", xs::divide);
  binary("div_no_nan", xs::div_no_nan);
  binary("maximum", xs::maximum);
  binary("minimum", xs::minimum);
  binary("pow", [](auto v, auto p) { return xs::pow(xs::exp(v), p); });
  binary("squared_difference", xs::squared_difference);
  binary("greater", xs::greater);
  binary("greater_equal", xs::greater_equal);
  binary("less", xs::less);
  binary("less_equal", xs::less_equal);
  binary("equal", [](auto v, auto) { return xs::equal(v, xs::relu(v)); });
  binary("not_equal", [](auto v, auto) { return xs::not_equal(v, xs::relu(v)); });
  binary("logical_and", [](auto v, auto p) { return xs::logical_and(v > 0.0_c, v < p * 0.1_c); });
  binary("logical_or", [](auto v, auto p) { return xs::logical_or(v<0.0_c, v> p * 0.1_c); });
  binary("logical_xor", [](auto v, auto p) { return xs::logical_xor(v<0.0_c, v> p * 0.1_c); });
  unary("logical_not", [](auto v) { return xs::logical_not(v > 0.0_c); });
  unary("where", [](auto v) { return xs::where(v > 0.0_c, v, xs::square(v)); });
  binary("where_v2", [](auto v, auto p) { return xs::where_v2(v > 0.0_c, v, p); });
  unary("add_n", [](auto v) { return xs::add_n(v, xs::square(v), v); });
}

void reductions() {
  of_shape<2, 3, 4>("reduce_sum", [](auto v) { return xs::reduce_sum(v, axis<0, 2>); });
  of_shape<2, 3, 4>("reduce_sum_of_all", xs::reduce_sum);
  of_shape<2, 3, 4>("reduce_mean", [](auto v) { return xs::reduce_mean(v, axis<1>, xs::keepdims); });
  of_shape<2, 3, 4>("reduce_max", [](auto v) { return xs::reduce_max(v, axis<-1>); });
  of_shape<2, 3, 4>("reduce_min", [](auto v) { return xs::reduce_min(v, axis<0>); });
  of_shape<2, 3, 4>("reduce_prod", [](auto v) { return xs::reduce_prod(v, axis<1>); });
  of_shape<2, 3, 4>("reduce_logsumexp", [](auto v) { return xs::reduce_logsumexp(v, axis<2>); });
  unary("reduce_any", [](auto v) { return xs::reduce_any(v > 0.3_c, axis<1>); });
  unary("reduce_all", [](auto v) { return xs::reduce_all(v > -0.3_c, axis<0>); });
  unary("argmax", [](auto v) { return xs::argmax(v, axis<1>); });
  unary("argmin", [](auto v) { return xs::argmin(v); });
  unary("l2_loss", xs::l2_loss);
  unary("softmax", xs::softmax);
  of_shape<2, 3, 4>("softmax_of_an_axis", [](auto v) { return xs::softmax(v, axis<0>); });
  // Another node has the name that what is put in would have.
  of_shape<2, 3, 4>("softmax_of_the_middle", [](auto v) {
    return xs::let(xs::square(v, xs::name<"Softmax/transpose">),
                   [](auto squares) { return xs::softmax(squares, axis<-2>); });
  });
  of_shape<2, 3, 4>("log_softmax", xs::log_softmax);
  unary("moments", [](auto v) { return xs::moments(v, axis<0>); });
}

void products() {
  write("matmul", xs::let(xs::get_variable<"a", shape<3, 2>>, xs::get_variable<"b", shape<4, 3>>,
                          [](auto a, auto b) { return xs::matmul(a, b, xs::transpose_a, xs::transpose_b); }));
  write("batch_matmul", xs::let(xs::get_variable<"a", shape<2, 2, 3>>, xs::get_variable<"b", shape<2, 4, 3>>,
                                [](auto a, auto b) { return xs::matmul(a, b, xs::transpose_b); }));
  binary("bias_add", xs::bias_add);
  write("conv2d",
        xs::let(xs::get_variable<"images", shape<2, 6, 5, 3>>, xs::get_variable<"filter", shape<3, 2, 3, 4>>,
                [](auto x, auto f) { return xs::conv2d(x, f, xs::strides<2, 1>, xs::padding<"SAME">); }));
  write("dilated_conv2d",
        xs::let(xs::get_variable<"images", shape<1, 8, 7, 2>>, xs::get_variable<"filter", shape<3, 2, 2, 3>>,
                [](auto x, auto f) { return xs::conv2d(x, f, xs::padding<"VALID">, xs::dilations<2, 3>); }));
  of_shape<2, 6, 5, 3>("max_pool", [](auto x) {
    return xs::max_pool(x, xs::ksize<2, 2>, xs::strides<2, 2>, xs::padding<"VALID">);
  });
  of_shape<2, 6, 5, 3>("avg_pool", [](auto x) {
    return xs::avg_pool(x, xs::ksize<3, 3>, xs::strides<2, 2>, xs::padding<"SAME">);
  });
}

void shapes() {
  unary("reshape", [](auto v) { return xs::reshape(v, shape<2, 6>); });
  of_shape<2, 3, 4>("transpose", [](auto v) { return xs::transpose(v, xs::perm<2, 0, 1>); });
  unary("expand_dims", [](auto v) { return xs::expand_dims(v, axis<1>); });
  of_shape<1, 3, 1>("squeeze", [](auto v) { return xs::squeeze(v, axis<2>); });
  unary("concat", [](auto v) { return xs::concat(v, xs::square(v), v, axis<1>); });
  unary("stack", [](auto v) { return xs::stack(v, xs::square(v), axis<1>); });
  unary("stack_behind", [](auto v) { return xs::stack(v, xs::square(v), axis<-1>); });
  unary("unstack", [](auto v) { return xs::unstack(v, axis<0>); });
  unary("split", [](auto v) { return xs::split(v, xs::num_or_size_splits<2>, axis<1>); });
  unary("split_of_sizes", [](auto v) { return xs::split(v, xs::num_or_size_splits<1, 3>, axis<1>); });
  unary("slice", [](auto v) { return xs::slice(v, xs::begin<1, 0>, xs::size<2, -1>); });
  unary("pad", [](auto v) { return xs::pad(v, xs::paddings<1, 0, 0, 2>); });
  unary("tile", [](auto v) { return xs::tile(v, xs::multiples<2, 1>); });
  of_shape<1, 4>("broadcast_to", [](auto v) { return xs::broadcast_to(v, shape<3, 4>); });
  unary("gather", [](auto v) { return xs::gather(v, xs::constant<"rows", xs::values<2, 0, 2, 1>>); });
  unary("gather_along",
        [](auto v) { return xs::gather(v, xs::constant<"places", xs::values<2, 0, 2, 1>>, axis<-1>); });
  unary("one_hot", [](auto v) { return xs::one_hot(xs::argmax(v, axis<1>), xs::depth<4>); });
  unary("zeros_like", [](auto v) { return xs::add(v, xs::zeros_like(v)); });
}

void losses_and_layers() {
  unary("sigmoid_cross_entropy",
        [](auto v) { return xs::sigmoid_cross_entropy_with_logits(xs::sigmoid(v), v); });
  unary("mean_squared_error", [](auto v) { return xs::mean_squared_error(xs::square(v), v); });
  unary("layer_norm", [](auto v) { return xs::layer_norm(v, xs::none, xs::none, 0.001_c); });
  of_shape<5, 4>("dense", xs::layers::dense<3, xs::activation<xs::relu>>);
  of_shape<2, 6, 6, 3>("conv2d_layer", xs::layers::conv2d<4, xs::kernel_size<3>>);
  of_shape<2, 5, 3>("gru", xs::layers::gru<4>);
  of_shape<2, 5, 3>("gru_sequences", xs::layers::gru<4, xs::return_sequences<true>, xs::return_state<true>>);
  of_shape<5, 3>("lstm", xs::layers::lstm<4>);
  of_shape<2, 5, 3>("lstm_sequences",
                    xs::layers::lstm<4, xs::return_sequences<true>, xs::return_state<true>>);
  of_shape<1, 3>("gru_of_one_step", xs::layers::gru<4, xs::return_sequences<true>>);
  write("lstm_in_double", xs::get_variable<"v", shape<2, 3, 3>, xs::dtype<double>> |
                              xs::layers::lstm<2, xs::return_state<true>>);
}

void variables() {
  write(
      "partitioned", xs::get_variable<"w", shape<5, 3>, xs::partitioner<xs::fixed_size_partitioner<2>>> |
                         [](auto w) { return xs::square(w); });
  constexpr auto cached = xs::caching_device<"/device:CPU:0">;
  write("cached", xs::pack(xs::get_variable<"a", shape<2>, cached> | xs::square,
                           xs::get_variable<"b", shape<2>, cached, xs::use_resource<true>> | xs::square));
  unary("one_loss", [](auto v) {
    return xs::get_variable<"w", shape<2>, xs::regularizer<xs::l2_loss>> |
           [=](auto) { return xs::reduce_sum(v) + xs::get_regularization_loss(); };
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  folder = argv[1];
  elementwise();
  reductions();
  products();
  shapes();
  losses_and_layers();
  variables();
  std::ofstream(folder + "/expected.json") << expected;
  std::printf("%zu models\n", expected.size());
  return 0;
}

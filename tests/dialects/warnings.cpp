// SPDX-License-Identifier: BSD-3-Clause
// Sessions with every family of kernels, training, files: whatever templates there are, for the compiler to
// warn of.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <xscope/io.hpp>
#include <xscope/layers.hpp>
#include <xscope/session.hpp>
#include <xscope/xscope.hpp>

namespace xs = xscope;
using namespace xs::literals;

// Names that stand in the library's functions, too.
inline constexpr int wanted = 0, planned = 0, n = 0, i = 0, k = 0, text = 0, name = 0, list = 0, at = 0,
                     from = 0, to = 0, spec = 0, given = 0, node = 0, event = 0, shape = 0, room = 0,
                     made = 0, known = 0, result = 0, value = 0;

namespace {

using tensor2 = xt::xtensor<float, 2>;

template <class T>
inline constexpr auto x = xs::placeholder<"x", xs::shape<4, 6>, xs::dtype<T>>;

inline constexpr auto first = [](auto p) { return xs::identity(p.template get<0>()); };
// Of any numbers.
inline constexpr auto numbers = [](auto x) {
  return xs::pack(x + x, x - x * x, xs::maximum(x, xs::minimum(x, x + x)), xs::abs(x), -x, xs::square(x),
                  xs::reduce_sum(x), xs::reduce_sum(x, xs::axis<0>), xs::reduce_mean(x, xs::axis<1>),
                  xs::reduce_max(x, xs::axis<1>, xs::keepdims), xs::reduce_min(x),
                  xs::reduce_prod(x, xs::axis<0>), xs::argmax(x, xs::axis<1>), xs::argmin(x, xs::axis<0>),
                  xs::where(x < x + x, x, -x), xs::reduce_any(xs::equal(x, x)),
                  xs::reduce_all(x <= x, xs::axis<0>), xs::cast(x, xs::dtype<double>),
                  xs::cast(x, xs::dtype<std::int32_t>), xs::cast(x, xs::dtype<bool>), xs::sign(x),
                  xs::squared_difference(x, x + x), xs::zeros_like(x), xs::ones_like(x));
};
inline constexpr auto moves = [](auto x) {
  return xs::pack(
      xs::transpose(x, xs::perm<1, 0>), xs::concat(x, x, xs::axis<1>), xs::stack(x, x, xs::axis<1>),
      xs::tile(x, xs::multiples<2, 1>), xs::pad(x, xs::paddings<1, 1, 0, 2>),
      xs::slice(x, xs::begin<0, 1>, xs::size<2, -1>), xs::broadcast_to(xs::reduce_max(x), xs::shape<2, 3>),
      xs::reshape(x, xs::shape<24>),
      xs::expand_dims(x, xs::axis<0>) | [](auto y) { return xs::squeeze(y, xs::axis<0>); },
      xs::unstack(x) | first, xs::split(x, xs::num_or_size_splits<1, 5>, xs::axis<1>) | first);
};
inline constexpr auto functions = [](auto x) {
  return xs::pack(
      xs::exp(x), xs::expm1(x), xs::log(x), xs::log1p(x), xs::sqrt(x), xs::rsqrt(x), xs::reciprocal(x),
      xs::sin(x), xs::cos(x), xs::tanh(x), xs::sigmoid(x), xs::erf(x), xs::floor(x), xs::ceil(x), xs::rint(x),
      xs::relu(x), xs::relu6(x), xs::elu(x), xs::selu(x), xs::softplus(x), xs::softsign(x), xs::gelu(x),
      xs::leaky_relu(x, xs::alpha<0.1f>), xs::softmax(x), xs::softmax(x, xs::axis<0>), xs::log_softmax(x),
      xs::is_finite(x), xs::div_no_nan(x, x), xs::pow(x, x), x / x, xs::reduce_logsumexp(x, xs::axis<1>),
      xs::moments(x, xs::axis<0>) | first, xs::l2_loss(x), xs::matmul(x, x, xs::transpose_b),
      xs::matmul(xs::expand_dims(x, xs::axis<0>), xs::expand_dims(x, xs::axis<0>), xs::transpose_b));
};
inline constexpr auto losses = [](auto x) {
  return xs::pack(
      xs::sparse_softmax_cross_entropy_with_logits(xs::constant<"labels", xs::values<0, 1, 2, 3>>, x),
      xs::softmax_cross_entropy_with_logits(xs::softmax(x), x), xs::sigmoid_cross_entropy_with_logits(x, x),
      xs::mean_squared_error(x, x), xs::one_hot(xs::constant<"k", xs::values<0, 1>>, xs::depth<4>),
      xs::gather(x, xs::constant<"rows", xs::values<1, 2>>));
};

// Runs a graph with both kinds of storage, and whatever feeds and results there are.
template <class T, class Graph>
void run(const Graph& graph) {
  xs::session s{graph};
  xt::xtensor<T, 2> fed = xt::ones<T>({4, 6});
  s.run(fed);
  s.run(xs::feed<"x">(fed));
  auto other = s.fork();
  other.run(xt::xtensor_fixed<T, xt::xshape<4, 6>>{});
}

inline constexpr auto image_net = [](auto x) {
  return x |
         xs::layers::conv2d<3, xs::kernel_size<3>, xs::activation<xs::relu>, xs::padding<"SAME">,
                            xs::name<"c">> |
         [](auto y) {
           return xs::max_pool(y, xs::ksize<2, 2>, xs::strides<2, 2>, xs::padding<"VALID">) +
                  xs::avg_pool(y, xs::ksize<2, 2>, xs::strides<2, 2>, xs::padding<"VALID">);
         } |
         [](auto y) { return xs::reshape(y, xs::shape<2, y.size() / 2>); } |
         xs::layers::dense<2, xs::name<"d">>;
};
inline constexpr auto images = xs::placeholder<"x", xs::shape<2, 8, 8, 1>>;
inline constexpr auto image_training = xs::graph(images | image_net | [](auto y) {
  return xs::minimize<xs::gradient_descent_optimizer<0.1f>>(xs::reduce_mean(xs::square(y)));
});
inline constexpr auto sequence_training = xs::graph(
    xs::placeholder<"x", xs::shape<2, 3, 4>> |
    xs::layers::gru<8, xs::return_sequences<true>, xs::name<"gru">> | xs::layers::lstm<5, xs::name<"lstm">> |
    [](auto y) { return xs::minimize<xs::gradient_descent_optimizer<0.1f>>(xs::reduce_sum(y * y)); });
inline constexpr auto block_net = [](auto x) {
  return x | xs::layers::dense<8, xs::activation<xs::tanh>, xs::name<"a">> |
         xs::layers::dense<1, xs::name<"b">>;
};
inline constexpr auto block = xs::graph(xs::placeholder<"x", xs::shape<256, 3>> | block_net);
inline constexpr auto functions_of_floats = xs::graph(x<float> | functions);
inline constexpr auto trained_functions = xs::graph(
    xs::variable_scope<"net", xs::initializer<xs::random_normal_initializer<0.0, 0.1>>>(
        xs::get_variable<"w", xs::shape<4, 6>>) |
    [](auto w) {
      return xs::minimize<xs::gradient_descent_optimizer<0.1f>>(xs::add_n(
          xs::reduce_sum(xs::tanh(w)), xs::reduce_sum(xs::softmax(w)), xs::reduce_sum(xs::gelu(w)),
          xs::reduce_max(w), xs::reduce_logsumexp(w), xs::reduce_sum(xs::matmul(w, w, xs::transpose_b)),
          xs::reduce_sum(xs::slice(w, xs::begin<0, 1>, xs::size<2, -1>))));
    });

void files() {
  xs::session s{image_training};
  xs::save(s, "w.safetensors");
  xs::save(s, "w.npz");
  xs::load(s, "w.safetensors", xs::io::partial);
  xs::load(s, "w.npz", xs::io::partial);
  xs::session t{block};
  xs::save_graph_def(block, "net.pb");
  xs::save_graph_def(t, "frozen.pb");
  xs::save_tfjs(t, "model");
  xs::write_graph("logs", block);
  xs::save_svg(block, "net.svg");
  const auto table = xs::summary(block);
  xs::summary_writer w("logs");
  w.add_scalar("loss", 0.5, 1);
  w.add_text("note", static_cast<const std::string&>(std::string("x")), 1);
  w.add_histogram("weights", t.variable<"a/kernel:0">(), 1);
  w.add_histogram("numbers", std::vector<float>{1, 2}, 1);
}

}  // namespace

int main() {
  run<float>(xs::graph(x<float> | numbers));
  run<double>(xs::graph(x<double> | numbers));
  run<std::int32_t>(xs::graph(x<std::int32_t> | numbers));
  run<std::int64_t>(xs::graph(x<std::int64_t> | numbers));
  run<std::int8_t>(xs::graph(x<std::int8_t> | numbers));
  run<std::int16_t>(xs::graph(x<std::int16_t> | numbers));
  run<float>(xs::graph(x<float> | moves));
  run<std::int8_t>(xs::graph(x<std::int8_t> | moves));
  run<float>(functions_of_floats);
  run<double>(xs::graph(x<double> | functions));
  run<float>(xs::graph(x<float> | losses));
  run<xs::half>(xs::graph(x<xs::half> | numbers));
  run<xs::half>(xs::graph(x<xs::half> | moves));
  run<xs::half>(xs::graph(x<xs::half> | functions));
  xs::session blocks{block};
  blocks.run(tensor2(std::array<std::size_t, 2>{256, 3}));
  tensor2 out;
  blocks.run_into(out, tensor2(std::array<std::size_t, 2>{256, 3}));
  xs::session training{image_training};
  training.run(xt::xtensor<float, 4>(std::array<std::size_t, 4>{2, 8, 8, 1}));
  xs::session sequences{sequence_training};
  sequences.run(xt::xtensor<float, 3>(std::array<std::size_t, 3>{2, 3, 4}));
  xs::session{trained_functions}.run();
  files();
}

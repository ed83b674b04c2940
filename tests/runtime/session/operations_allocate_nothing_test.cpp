// SPDX-License-Identifier: BSD-3-Clause
// No operation allocates, those of gradients included. The operations are read from the library's sources, so
// that none is forgotten: one that no program here runs fails the test.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include <xscope/layers.hpp>
#include <xscope/xscope.hpp>

#include "runtime/support/counting.hpp"

namespace xs = xscope;
using xs::axis;
using xs::shape;

namespace {

std::set<std::string>& operations_that_ran() {
  static std::set<std::string> all;
  return all;
}

/// Runs a program over the variables "v" and "w" of that shape; nothing is fed.
template <std::size_t... D, class Body>
void check(Body) {
  constexpr auto program =
      xs::let(xs::get_variable<"v", shape<D...>>, xs::get_variable<"w", shape<D...>>, Body{});
  constexpr auto g = xs::graph(program);
  constexpr const auto& list = xs::planning::nodes_of<std::remove_cvref_t<decltype(program)>>;
  xs::session s{g};
  INFO(g.operations().back().name());
  CHECK(counting::allocations([&] { s.run(); }) == 0);
  // What the user wrote and what it is lowered to.
  for (const auto& op : g.operations()) operations_that_ran().insert(std::string(op.type()));
  for (std::size_t i = 0; i < list.size; ++i) {
    if (list.nodes[i].kind == xs::ops::node_kind::apply) operations_that_ran().insert(list.nodes[i].op->type);
  }
}
/// The same for a step of training.
template <std::size_t... D, class Body>
void check_gradient(Body) {
  check<D...>([](auto v, auto w) {
    return xs::minimize<xs::gradient_descent_optimizer<0.1F>>(xs::reduce_sum(Body{}(v, w)));
  });
}

constexpr auto functions = [](auto v, auto w) {
  return xs::add_n(xs::exp(v), xs::expm1(v), xs::log(w), xs::log1p(w), xs::sqrt(w), xs::rsqrt(w)) +
         xs::add_n(xs::sin(v), xs::cos(v), xs::tanh(v), xs::sigmoid(v), xs::erf(v), xs::softplus(v)) +
         xs::add_n(xs::softsign(v), xs::relu(v), xs::relu6(v), xs::leaky_relu(v), xs::elu(v), xs::selu(v)) +
         xs::add_n(xs::gelu(v), xs::abs(v), -v, xs::sign(v), xs::square(v), xs::reciprocal(v)) +
         xs::add_n(xs::pow(w, v), xs::squared_difference(v, w), v - w, v * w, v / w) + xs::maximum(v, w) +
         xs::minimum(v, w) + xs::identity(v);
};
constexpr auto choices = [](auto v, auto w) {
  return xs::where(xs::logical_and(v < w, xs::logical_not(v <= w)), v, w) +
         xs::where_v2(xs::logical_or(v > w, xs::equal(v, w)), v, w) +
         xs::where(xs::not_equal(v, w), xs::floor(v), xs::where(v >= w, xs::ceil(v), xs::rint(w)));
};
constexpr auto reductions = [](auto v, auto w) {
  return xs::reduce_sum(v, axis<0>) + xs::reduce_mean(w, axis<0>) + xs::reduce_max(v, axis<0>) +
         xs::reduce_min(v, axis<0>) + xs::reduce_prod(w, axis<0>) + xs::reduce_logsumexp(v, axis<0>) +
         xs::l2_loss(v) + xs::reduce_sum(xs::softmax(v) * xs::log_softmax(w), axis<0>);
};
constexpr auto moves = [](auto v, auto w) {
  const auto joined = xs::concat(v, w, axis<0>);
  return xs::let(xs::argmax(v, axis<1>), [=](auto i) {
    return xs::reduce_sum(xs::gather(joined, i)) + xs::reduce_sum(xs::tile(v, xs::multiples<2, 1>)) +
           xs::reduce_sum(xs::slice(joined, xs::begin<1, 0>, xs::size<2, 3>)) +
           xs::reduce_sum(xs::pad(v, xs::paddings<1, 0, 0, 1>)) + xs::reduce_sum(xs::stack(v, w)) +
           xs::reduce_sum(xs::transpose(v)) + xs::reduce_sum(xs::reshape(v, shape<12>)) +
           xs::reduce_sum(xs::squeeze(xs::expand_dims(v, axis<0>))) +
           xs::reduce_sum(xs::broadcast_to(v, shape<2, 3, 4>)) +
           xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(i, v));
  });
};
constexpr auto parts = [](auto v, auto w) {
  return xs::let(xs::split(v, xs::num_or_size_splits<1, 3>, axis<1>),
                 xs::split(w, xs::num_or_size_splits<2>, axis<1>), xs::unstack(w),
                 [](auto sizes, auto halves, auto rows) {
                   return xs::reduce_sum(sizes.template get<1>()) + xs::reduce_sum(halves.template get<0>()) +
                          xs::reduce_sum(rows.template get<2>());
                 });
};
constexpr auto products = [](auto v, auto w) {
  return xs::reduce_sum(xs::matmul(v, w, xs::transpose_b)) +
         xs::reduce_sum(xs::matmul(xs::reshape(v, shape<2, 2, 3>), xs::reshape(w, shape<2, 3, 2>))) +
         xs::reduce_sum(xs::bias_add(v, xs::reduce_sum(w, axis<0>)));
};
constexpr auto images = [](auto v, auto w) {
  constexpr auto same = xs::padding<"SAME">;
  const auto y =
      xs::conv2d(v, xs::reshape(xs::slice(w, xs::begin<0, 0, 0, 0>, xs::size<1, 3, 3, 2>), shape<3, 3, 2, 1>),
                 xs::strides<1>, same);
  return xs::reduce_sum(xs::max_pool(y, xs::ksize<2>, xs::strides<2>, same)) +
         xs::reduce_sum(xs::avg_pool(y, xs::ksize<2>, xs::strides<2>, same));
};
constexpr auto losses = [](auto v, auto w) {
  return xs::mean_squared_error(v, w) + xs::reduce_sum(xs::softmax_cross_entropy_with_logits(v, w)) +
         xs::reduce_sum(xs::sigmoid_cross_entropy_with_logits(v, w));
};
constexpr auto recurrent = [](auto v, auto w) { return (v | xs::layers::gru<5>)+(w | xs::layers::lstm<5>); };
constexpr auto numbers = [](auto v, auto w) {
  return xs::pack(xs::one_hot(xs::argmin(v, axis<1>), xs::depth<4>), xs::cast(w, xs::dtype<int>),
                  xs::reduce_all(v < w), xs::reduce_any(v < w), xs::is_finite(v));
};

/// The types that the sources of the operations name; those without arithmetic only refuse.
std::set<std::string> operations_of_the_library() {
  const std::regex named(R"text(\binfo(\{\s*(?:\.type = )?| = (?:\w+\()+)"(\w+)")text");
  std::set<std::string> out;
  const auto text_of = [](const std::filesystem::path& path) {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  std::string code;
  for (const auto& file : std::filesystem::directory_iterator(XSCOPE_INCLUDE_DIR "/xscope/kernels"))
    code += text_of(file.path());
  for (const auto& file : std::filesystem::directory_iterator(XSCOPE_INCLUDE_DIR "/xscope/ops")) {
    const std::string text = text_of(file.path());
    if (text.find("struct code_of<") == text.npos && text.find("form::view") == text.npos &&
        code.find("struct code_of<&" + file.path().stem().string() + "::info>") == code.npos)
      continue;
    for (std::sregex_iterator found(text.begin(), text.end(), named), end; found != end; ++found)
      out.insert((*found)[2]);
  }
  return out;
}

}  // namespace

TEST_CASE("no operation allocates", "[allocation]") {
  check<3, 4>(functions);
  check_gradient<3, 4>(functions);
  check<3, 4>(choices);
  check_gradient<3, 4>(choices);
  check<3, 4>(reductions);
  check_gradient<3, 4>(reductions);
  check<3, 4>(moves);
  check_gradient<3, 4>(moves);
  check_gradient<3, 4>(parts);
  check_gradient<3, 4>(products);
  check_gradient<1, 5, 5, 2>(images);
  check_gradient<3, 4>(losses);
  check_gradient<3, 4>(recurrent);
  check<3, 4>(numbers);

  const std::set<std::string> all = operations_of_the_library();
  CHECK(all.size() > 80);
  for (const std::string& operation : all) {
    INFO(operation << " is run by no program of this test");
    CHECK(operations_that_ran().count(operation) == 1);
  }
}

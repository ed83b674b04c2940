// SPDX-License-Identifier: BSD-3-Clause
// Convolutions and poolings against the golden values; larger ones, whose blocks and borders are many,
// against plain loops.
#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::shape;
using numbers = std::vector<double>;

namespace {

constexpr auto same = xs::padding<"SAME">;
constexpr auto valid = xs::padding<"VALID">;

template <class T, std::size_t... D>
constexpr auto f = xs::placeholder<"f", shape<D...>, xs::dtype<T>>;

}  // namespace

TEMPLATE_TEST_CASE("convolutions", "[ops]", float, double) {
  using T = TestType;
  constexpr auto v = x<T, 2, 5, 6, 3>;
  check_case(xs::conv2d(v, f<T, 3, 3, 3, 5>, same), shape<2, 5, 6, 5>, conv2d_0_y, images_0_x, conv2d_0_f);
  check_case(xs::conv2d(v, f<T, 3, 3, 3, 5>, xs::strides<1>, valid), shape<2, 3, 4, 5>, conv2d_1_y,
             images_0_x, conv2d_1_f);
  check_case(xs::conv2d(v, f<T, 3, 2, 3, 1>, xs::strides<2>, same), shape<2, 3, 3, 1>, conv2d_2_y, images_0_x,
             conv2d_2_f);
  check_case(xs::conv2d(v, f<T, 2, 3, 3, 17>, xs::strides<2, 1>, valid), shape<2, 2, 4, 17>, conv2d_3_y,
             images_0_x, conv2d_3_f);
  check_case(xs::conv2d(v, f<T, 3, 3, 3, 2>, xs::dilations<2>, same), shape<2, 5, 6, 2>, conv2d_4_y,
             images_0_x, conv2d_4_f);
  check_case(xs::conv2d(v, f<T, 1, 1, 3, 4>, xs::strides<1, 3, 2, 1>, same), shape<2, 2, 3, 4>, conv2d_5_y,
             images_0_x, conv2d_5_f);
  check_case(xs::conv2d(v, f<T, 7, 7, 3, 2>, same), shape<2, 5, 6, 2>, conv2d_6_y, images_0_x, conv2d_6_f);
}

TEMPLATE_TEST_CASE("poolings and biases", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(xs::let(x<T, 2, 5, 6, 3>, b<T, 3>, [](auto v, auto bias) {
    return xs::pack(xs::max_pool(v, xs::ksize<2, 2>, xs::strides<2, 2>, valid),
                    xs::avg_pool(v, xs::ksize<2>, xs::strides<2>, valid),
                    xs::max_pool(v, xs::ksize<1, 3, 2, 1>, xs::strides<1, 2, 1, 1>, same),
                    xs::avg_pool(v, xs::ksize<3, 2>, xs::strides<2, 1>, same),
                    xs::max_pool(v, xs::ksize<5, 6>, xs::strides<1>, valid),
                    xs::avg_pool(v, xs::ksize<5, 6>, xs::strides<1>, valid), xs::bias_add(v, bias));
  }));
  static_assert(g.template result<0>().shape() == shape<2, 2, 3, 3>);
  static_assert(g.template result<2>().shape() == shape<2, 3, 6, 3>);
  static_assert(g.template result<4>().shape() == shape<2, 1, 1, 3>);
  xs::session s{g};
  check_results(
      s.run(feed_of(images_0_x, xs::extents{2, 5, 6, 3}), feed_of(bias_add_0_bias, xs::extents{3})),
      {max_pool_0_y, avg_pool_0_y, max_pool_1_y, avg_pool_1_y, max_pool_2_y, avg_pool_2_y, bias_add_0_y});
}

TEST_CASE("poolings of whole numbers, and no images at all", "[ops]") {
  constexpr auto whole =
      xs::graph(xs::max_pool(x<std::uint8_t, 1, 2, 2, 1>, xs::ksize<2>, xs::strides<1>, same));
  xs::session s{whole};
  const auto y = s.run(xt::xtensor<std::uint8_t, 4>{{{{3}, {200}}, {{7}, {1}}}});
  check_elements(y.data(), y.size(), numbers{200, 200, 7, 1});

  constexpr auto none = xs::graph(xs::let(x<float, 0, 2, 2, 3>, f<float, 1, 1, 3, 2>, [](auto v, auto w) {
    return xs::pack(xs::avg_pool(v, xs::ksize<2>, xs::strides<2>, valid), xs::conv2d(v, w, valid));
  }));
  xs::session t{none};
  const xt::xtensor<float, 4> nothing(xt::zeros<float>({0, 2, 2, 3}));
  check_results(t.run(nothing, xt::xtensor<float, 4>(xt::ones<float>({1, 1, 3, 2}))), {numbers{}, numbers{}});
}

namespace {

/// A convolution and its gradients over whole numbers, which are exact, against plain loops over everything.
template <class T, xs::extents Images, xs::extents Filter, xs::ops::window_attributes Window>
void check_convolution() {
  using namespace xs::ops;
  static constexpr kernel_spec spec = [] {
    kernel_spec s;
    s.in[0] = Images;
    s.in[1] = Filter;
    s.attrs.window = Window;
    const operand both[] = {{xs::data_type_of<T>, Images}, {xs::data_type_of<T>, Filter}};
    s.out = conv2d::infer(both, s.attrs).shape;
    return s;
  }();
  constexpr windows w = windows_over(Images, Window, Filter[0], Filter[1]);
  std::minstd_rand random(7);
  const auto draw = [&](std::size_t n) {
    std::vector<T> out(n);
    for (T& e : out) e = static_cast<T>(static_cast<int>(random() % 9) - 4);
    return out;
  };
  const auto v = draw(Images.elements());
  const auto filter = draw(Filter.elements());
  const auto slope = draw(spec.out.elements());
  std::vector<double> y(slope.size()), dv(v.size()), df(filter.size());
  std::vector<T> turned(filter.size());
  std::size_t at = 0;
  for (std::size_t n = 0; n < Images[0]; ++n) {
    for (std::size_t i = 0; i < spec.out[1]; ++i) {
      for (std::size_t j = 0; j < spec.out[2]; ++j) {
        for (std::size_t o = 0; o < Filter[3]; ++o, ++at) {
          for (std::size_t k = 0; k < Filter[0]; ++k) {
            for (std::size_t l = 0; l < Filter[1]; ++l) {
              const std::size_t row = i * w.rows.stride + k * w.rows.dilation;
              const std::size_t column = j * w.columns.stride + l * w.columns.dilation;
              if (row < w.rows.before || row - w.rows.before >= Images[1] || column < w.columns.before ||
                  column - w.columns.before >= Images[2])
                continue;
              for (std::size_t c = 0; c < Images[3]; ++c) {
                const std::size_t p =
                    ((n * Images[1] + row - w.rows.before) * Images[2] + column - w.columns.before) *
                        Images[3] +
                    c;
                const std::size_t q = ((k * Filter[1] + l) * Filter[2] + c) * Filter[3] + o;
                y[at] += double(v[p]) * double(filter[q]);
                dv[p] += double(slope[at]) * double(filter[q]);
                df[q] += double(slope[at]) * double(v[p]);
                turned[((k * Filter[1] + l) * Filter[3] + o) * Filter[2] + c] = filter[q];
              }
            }
          }
        }
      }
    }
  }
  std::vector<T> result(y.size()), input_slope(dv.size()), filter_slope(df.size());
  xs::kernels::conv2d::forward<spec>(xs::kernels::direct_sink<T, Filter[3]>{result.data()}, v.data(),
                                     filter.data());
  static constexpr kernel_spec back = [] {
    kernel_spec s = spec;
    s.in[0] = xs::extents{Filter[0], Filter[1], Filter[3], Filter[2]};
    s.in[1] = spec.out;
    s.out = Images;
    return s;
  }();
  xs::kernels::conv2d_input_grad::forward<back>(input_slope.data(), turned.data(), slope.data());
  static constexpr kernel_spec other = [] {
    kernel_spec s = spec;
    s.in[1] = spec.out;
    s.out = Filter;
    return s;
  }();
  xs::kernels::conv2d_filter_grad::forward<other>(filter_slope.data(), v.data(), slope.data());
  CHECK(std::vector<double>(result.begin(), result.end()) == y);
  CHECK(std::vector<double>(input_slope.begin(), input_slope.end()) == dv);
  CHECK(std::vector<double>(filter_slope.begin(), filter_slope.end()) == df);
}

constexpr xs::ops::window_attributes window(xs::dsl::padding_kind padding, std::size_t stride = 1,
                                            std::size_t dilation = 1) {
  return {.strides = {stride, stride}, .dilations = {dilation, dilation}, .padding = padding};
}

}  // namespace

TEST_CASE("blocks and borders of convolutions", "[ops]") {
  using xs::extents;
  using xs::dsl::padding_kind;
  check_convolution<float, extents{2, 7, 9, 3}, extents{3, 3, 3, 5}, window(padding_kind::same)>();
  check_convolution<float, extents{3, 6, 28, 17}, extents{3, 3, 17, 64}, window(padding_kind::same)>();
  check_convolution<double, extents{1, 4, 100, 2}, extents{2, 5, 2, 24}, window(padding_kind::same, 1, 3)>();
  check_convolution<float, extents{1, 9, 61, 4}, extents{5, 3, 4, 40}, window(padding_kind::same, 2)>();
  check_convolution<double, extents{1, 9, 31, 4}, extents{5, 4, 4, 17}, window(padding_kind::valid, 2)>();
  check_convolution<float, extents{1, 3, 3, 1}, extents{7, 7, 1, 16}, window(padding_kind::same)>();
  check_convolution<float, extents{2, 8, 8, 33}, extents{1, 1, 33, 50}, window(padding_kind::same, 3)>();
  check_convolution<float, extents{1, 1, 40, 1}, extents{1, 4, 1, 1}, window(padding_kind::valid)>();
}

TEST_CASE("what follows a convolution is done on its sums", "[ops]") {
  // The same with each step fetched, so that nothing is fused.
  constexpr auto g =
      xs::graph(xs::let(x<float, 2, 5, 6, 3>, f<float, 3, 3, 3, 5>, b<float, 5>, [](auto v, auto w, auto c) {
        return xs::relu(xs::bias_add(xs::conv2d(v, w, same), c)) * xs::value<2.0F>;
      }));
  constexpr auto h =
      xs::graph(xs::let(x<float, 2, 5, 6, 3>, f<float, 3, 3, 3, 5>, b<float, 5>, [](auto v, auto w, auto c) {
        return xs::let(xs::conv2d(v, w, same),
                       [=](auto y) { return xs::pack(y, xs::relu(xs::bias_add(y, c)) * xs::value<2.0F>); });
      }));
  xs::session s{g};
  xs::session t{h};
  const auto v = feed_of(images_0_x, xs::extents{2, 5, 6, 3});
  const auto w = feed_of(conv2d_0_f, xs::extents{3, 3, 3, 5});
  const std::array c{0.5F, -1.0F, 0.0F, 2.0F, -0.25F};
  const auto y = s.run(v, w, c);
  const auto [plain, whole] = t.run(v, w, c);
  check_elements(plain.data(), plain.size(), expectation(conv2d_0_y).numbers);
  for (std::size_t i = 0; i < y.size(); ++i) {
    const float sum = plain.data()[i] + c[i % 5];
    CHECK(y.data()[i] == (sum > 0.0F ? 2.0F * sum : 0.0F));
    CHECK(y.data()[i] == whole.data()[i]);
  }
}

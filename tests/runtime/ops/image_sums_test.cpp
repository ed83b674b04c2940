// SPDX-License-Identifier: BSD-3-Clause
// Convolutions, poolings and their gradients lose nothing to the type or the number of what they add up: half
// precision is added up in float, and long sums of floats in blocks.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace xs = xscope;
using xs::shape;

namespace {

/// The gradient of a layer's sum with respect to a variable of a shape, whose elements are given.
template <class T, std::size_t... D, class Layer>
std::vector<double> slope_of(Layer, const std::vector<T>& numbers) {
  constexpr auto g = xs::graph(xs::let(xs::get_variable<"v", xs::shape<D...>, xs::dtype<T>>, [](auto v) {
    return xs::minimize<xs::gradient_descent_optimizer<1.0F>>(xs::reduce_sum(Layer{}(v)));
  }));
  xs::session s{g};
  auto&& v = s.template variable<"v:0">();
  std::copy(numbers.begin(), numbers.end(), v.data());
  s.run();
  std::vector<double> out;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out.push_back(static_cast<double>(numbers[i]) - static_cast<double>(v.data()[i]));
  return out;
}

/// What a convolution of images with a filter, all of whose numbers are the same, gives at first, and the
/// gradients of its sum: of the first image element and of the first filter element.
struct convolved {
  double result;
  double to_images;
  double to_filter;
};
template <class... A>
constexpr auto convolution = [](auto v, auto w) { return xs::conv2d(v, w, A{}..., xs::padding<"VALID">); };
template <class T, class Images, class Filter, class... A>
convolved convolve(Images, Filter, double number, A...) {
  constexpr auto g = xs::graph(xs::let(xs::get_variable<"v", Images{}, xs::dtype<T>>,
                                       xs::get_variable<"w", Filter{}, xs::dtype<T>>, [](auto v, auto w) {
                                         return xs::pack(convolution<A...>(v, w),
                                                         xs::minimize<xs::gradient_descent_optimizer<1.0F>>(
                                                             xs::reduce_sum(convolution<A...>(v, w))));
                                       }));
  xs::session s{g};
  auto&& v = s.template variable<"v:0">();
  auto&& w = s.template variable<"w:0">();
  std::fill_n(v.data(), v.size(), static_cast<T>(number));
  std::fill_n(w.data(), w.size(), static_cast<T>(number));
  const auto& results = s.run();
  const double was = static_cast<double>(static_cast<T>(number));
  return {static_cast<double>(std::get<0>(results).data()[0]), was - static_cast<double>(v.data()[0]),
          was - static_cast<double>(w.data()[0])};
}

}  // namespace

TEST_CASE("gradients of half precision", "[ops]") {
  using xs::half;
  // In the middle of the image, each pixel stands under 2,500 windows.
  constexpr std::size_t middle = 49 * 99 + 49;
  auto pixels = std::vector<half>(99 * 99, half(0));
  constexpr auto mean = [](auto v) { return xs::avg_pool(v, xs::ksize<50, 50>, xs::padding<"VALID">); };
  CHECK(slope_of<half, 1, 99, 99, 1>(mean, pixels)[middle] == Approx(1).epsilon(1e-3));
  pixels[middle] = half(2);
  constexpr auto top = [](auto v) { return xs::max_pool(v, xs::ksize<50, 50>, xs::padding<"VALID">); };
  const auto to_top = slope_of<half, 1, 99, 99, 1>(top, pixels);
  CHECK(to_top[middle] == 2500);
  CHECK(std::accumulate(to_top.begin(), to_top.end(), 0.0) == 2500);
  const auto is_5000 = [](double x) { CHECK(x == Approx(5000).epsilon(1e-3)); };
  // As many channels, images, or places as half precision cannot count.
  constexpr auto steps = xs::strides<2, 2>;
  is_5000(convolve<half>(shape<1, 3, 3, 1>, shape<1, 1, 1, 5000>, 1, steps).to_images);
  is_5000(convolve<half>(shape<1, 3, 3, 1>, shape<1, 1, 1, 5000>, 1).to_images);
  is_5000(convolve<half>(shape<5000, 1, 1, 1>, shape<1, 1, 1, 1>, 1).to_filter);
  is_5000(convolve<half>(shape<2, 50, 50, 1>, shape<1, 1, 1, 2>, 1).to_filter);
  is_5000(convolve<half>(shape<1, 3, 3, 5000>, shape<1, 1, 5000, 1>, 1, steps).result);
}

TEST_CASE("long sums of convolutions", "[ops]") {
  constexpr std::size_t many = 1'000'000;
  const double tenth = static_cast<double>(0.1F);
  const auto is = [](double x, double should) { CHECK(x == Approx(should).epsilon(5e-5)); };
  // Over channels, over rows, over rows of a few columns; towards channels, and over places.
  is(convolve<float>(shape<1, 1, 1, many>, shape<1, 1, many, 2>, 0.1).result, 1e6 * tenth * tenth);
  is(convolve<float>(shape<1, 1000, 1, 1000>, shape<1000, 1, 1000, 1>, 0.1).result, 1e6 * tenth * tenth);
  is(convolve<float>(shape<1, 100, 8, 200>, shape<99, 5, 200, 17>, 0.1).result, 99000 * tenth * tenth);
  is(convolve<float>(shape<1, 1, 1, 1>, shape<1, 1, 1, many>, 0.1).to_images, 1e6 * tenth);
  is(convolve<float>(shape<1, 3, 3, 1>, shape<1, 1, 1, many>, 0.1, xs::strides<2, 2>).to_images, 1e6 * tenth);
  is(convolve<float>(shape<1, 1000, 1000, 1>, shape<1, 1, 1, 1>, 0.1).to_filter, 1e6 * tenth);
  is(convolve<float>(shape<3, 2, 100000, 1>, shape<1, 1, 1, 1>, 0.1).to_filter, 6e5 * tenth);
}

// SPDX-License-Identifier: BSD-3-Clause
// Elements in other places and shapes against the golden values, many in one program.
#include <array>
#include <cstdint>
#include <vector>

#include "runtime/support/reference.hpp"

namespace xs = xscope;
using namespace golden;
using namespace reference;
using xs::axis;
using xs::shape;
using numbers = std::vector<double>;

TEMPLATE_TEST_CASE("transposed, stacked, repeated, padded", "[ops]", float, double) {
  using T = TestType;
  constexpr auto g = xs::graph(x<T, 2, 3, 4> | [](auto v) {
    return xs::pack(xs::transpose(v), xs::transpose(v, xs::perm<1, 0, 2>),
                    xs::transpose(v, xs::perm<2, 0, 1>), xs::stack(v, -v, v), xs::stack(v, -v, v, axis<1>),
                    xs::stack(v, -v, v, axis<-1>), xs::tile(v, xs::multiples<2, 1, 3>),
                    xs::pad(v, xs::paddings<1, 0, 0, 2, 1, 1>), xs::expand_dims(v, axis<0>),
                    xs::squeeze(xs::expand_dims(v, axis<-1>)), xs::stack(v));
  });
  static_assert(g.template result<0>().shape() == shape<4, 3, 2>);
  static_assert(g.template result<1>().shape() == shape<3, 2, 4>);
  static_assert(g.template result<2>().shape() == shape<4, 2, 3>);
  static_assert(g.template result<3>().shape() == shape<3, 2, 3, 4>);
  static_assert(g.template result<4>().shape() == shape<2, 3, 3, 4>);
  static_assert(g.template result<5>().shape() == shape<2, 3, 4, 3>);
  static_assert(g.template result<6>().shape() == shape<4, 3, 12>);
  static_assert(g.template result<7>().shape() == shape<3, 5, 6>);
  static_assert(g.template result<8>().shape() == shape<1, 2, 3, 4>);
  static_assert(g.template result<9>().shape() == shape<2, 3, 4>);
  static_assert(g.template result<10>().shape() == shape<1, 2, 3, 4>);
  xs::session s{g};
  check_results(s.run(feed_of(moved_0_x, xs::extents{2, 3, 4})),
                {transpose_0_y, transpose_1_y, transpose_2_y, stack_0_y, stack_1_y, stack_2_y, tile_0_y,
                 pad_0_y, moved_0_x, moved_0_x, moved_0_x});
}

TEST_CASE("rows by their indices", "[ops]") {
  constexpr auto g = xs::graph(xs::let(x<double, 2, 3, 4>, labels<int, 2, 3>, [](auto v, auto i) {
    return xs::pack(xs::gather(v, i), xs::one_hot(i, xs::depth<3>),
                    xs::one_hot(i, xs::depth<3>, xs::dtype<std::int64_t>));
  }));
  static_assert(g.result<0>().shape() == shape<2, 3, 3, 4> && g.result<1>().shape() == shape<2, 3, 3>);
  static_assert(g.result<1>().dtype() == xs::dtype<float> &&
                g.result<2>().dtype() == xs::dtype<std::int64_t>);
  xs::session s{g};
  const auto v = feed_of(moved_0_x, xs::extents{2, 3, 4});
  check_results(s.run(v, feed_of(gather_0_indices, xs::extents{2, 3})),
                {gather_0_y, one_hot_0_y, one_hot_0_y});

  // What is no row, or no class, is zeros.
  constexpr auto h = xs::graph(xs::let(x<float, 2>, labels<int, 4>, [](auto u, auto i) {
    return xs::pack(xs::gather(u, i), xs::one_hot(i, xs::depth<2>, xs::dtype<bool>));
  }));
  xs::session t{h};
  check_results(t.run(std::array{5.0F, 7.0F}, std::array{1, -1, 2, 0}),
                {numbers{7, 0, 0, 5}, numbers{0, 1, 0, 0, 0, 0, 1, 0}});
}

TEST_CASE("slices by their indices, along any axis", "[ops]") {
  constexpr auto g =
      xs::graph(xs::let(x<double, 2, 3, 4>, labels<int, 4>, labels<int, 2, 3>, [](auto v, auto i, auto j) {
        return xs::pack(xs::gather(v, i, axis<1>), xs::gather(v, i, axis<-1>), xs::gather(v, j, axis<-2>),
                        xs::gather(v, j, axis<-3>), xs::one_hot(j, xs::depth<3>, axis<0>),
                        xs::one_hot(j, xs::depth<3>, axis<1>), xs::one_hot(j, xs::depth<3>, axis<-1>));
      }));
  static_assert(g.result<0>().shape() == shape<2, 4, 4> && g.result<1>().shape() == shape<2, 3, 4>);
  static_assert(g.result<2>().shape() == shape<2, 2, 3, 4> && g.result<4>().shape() == shape<3, 2, 3>);
  xs::session s{g};
  check_results(s.run(feed_of(moved_0_x, xs::extents{2, 3, 4}),
                      feed_of(gather_along_0_indices, xs::extents{4}),
                      feed_of(gather_0_indices, xs::extents{2, 3})),
                {gather_along_0_y, gather_along_1_y, gather_rows_along_0_y, gather_0_y, one_hot_along_0_y,
                 one_hot_along_1_y, one_hot_0_y});

  // What is no place on the axis is zeros; what is taken of nothing is nothing.
  constexpr auto h = xs::graph(xs::let(x<float, 1, 2>, labels<int, 3>, [](auto u, auto i) {
    return xs::pack(xs::gather(u, i, axis<1>), xs::one_hot(i, xs::depth<2>, axis<0>),
                    xs::gather(xs::slice(u, xs::begin<0, 0>, xs::size<0, 2>), i, axis<1>));
  }));
  static_assert(h.result<2>().shape() == shape<0, 3>);
  xs::session t{h};
  check_results(t.run(xt::xtensor<float, 2>{{5, 7}}, std::array{1, -1, 2}),
                {numbers{7, 0, 0}, numbers{0, 0, 0, 1, 0, 0}, numbers{}});
}

TEST_CASE("repeated not once", "[ops]") {
  constexpr auto g = xs::graph(x<float, 2, 3> | [](auto v) { return xs::tile(v, xs::multiples<0, 2>); });
  static_assert(g.result().shape() == shape<0, 6>);
  xs::session s{g};
  CHECK(s.run(xt::xtensor<float, 2>{{1, 2, 3}, {4, 5, 6}}).size() == 0);
}

TEST_CASE("axes of size one", "[ops]") {
  constexpr auto v = x<float, 1, 2, 1>;
  static_assert(xs::graph(xs::squeeze(v)).result().shape() == shape<2>);
  static_assert(xs::graph(xs::squeeze(v, axis<0>)).result().shape() == shape<2, 1>);
  static_assert(xs::graph(xs::squeeze(v, axis<-1, 0>)).result().shape() == shape<2>);
  static_assert(xs::graph(xs::expand_dims(v, axis<1>)).result().shape() == shape<1, 1, 2, 1>);
  static_assert(xs::graph(xs::expand_dims(v, axis<-4>)).result().shape() == shape<1, 1, 2, 1>);
  static_assert(xs::graph(xs::expand_dims(v, axis<3>)).result().shape() == shape<1, 2, 1, 1>);
  static_assert(xs::graph(xs::stack(xs::value<1>, xs::value<2>)).result().shape() == shape<2>);
  check_case(xs::stack(x<int>, xs::value<2>), shape<2>, {7, 2}, {7});
}

// SPDX-License-Identifier: BSD-3-Clause
// Gradients of elements in other places, against finite differences.
#include "runtime/support/gradients.hpp"

namespace xs = xscope;
using gradients::check_gradient;
using gradients::scalar_of;
using xs::shape;

namespace {

/// A loss in which each place counts differently.
constexpr auto placed = [](auto y) { return scalar_of(xs::tanh(y) * xs::exp(y)); };
constexpr auto weighed = [](auto y) {
  return xs::let(y, [](auto z) { return placed(z + xs::reduce_max(z, xs::axis<-1>, xs::keepdims)); });
};

}  // namespace

TEST_CASE("transposed and stacked", "[gradient]") {
  check_gradient(
      [](auto v) { return weighed(xs::transpose(v, xs::perm<2, 0, 1>)) + placed(xs::transpose(v)); },
      shape<2, 3, 2>);
  check_gradient(
      [](auto v, auto w) {
        return placed(xs::stack(v, xs::square(v), w, xs::axis<1>)) + weighed(xs::stack(v, w));
      },
      shape<2, 2>, shape<2, 2>);
}

TEST_CASE("repeated and padded", "[gradient]") {
  check_gradient(
      [](auto v) {
        return weighed(xs::tile(v, xs::multiples<2, 1, 3>)) +
               weighed(xs::pad(v, xs::paddings<1, 0, 0, 2, 1, 1>));
      },
      shape<2, 3, 2>);
}

TEST_CASE("slices along any axis", "[gradient]") {
  check_gradient(
      [](auto v) {
        return weighed(xs::gather(v, xs::constant<"i", xs::values<1, 0, 1, 5>>, xs::axis<1>)) +
               placed(xs::gather(v, xs::constant<"j", xs::values<2, 2>>, xs::axis<-1>)) +
               placed(xs::tile(v, xs::multiples<0, 2, 1>));
      },
      shape<2, 3, 3>);
}

TEST_CASE("rows, and axes of size one", "[gradient]") {
  check_gradient(
      [](auto v) {
        return placed(xs::gather(v, xs::constant<"i", xs::values<2, 0, 2, 5>>)) +
               placed(xs::expand_dims(v, xs::axis<1>) * v) +
               placed(xs::squeeze(xs::reduce_sum(v, xs::axis<1>, xs::keepdims), xs::axis<1>));
      },
      shape<3, 2>);
}

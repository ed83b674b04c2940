// SPDX-License-Identifier: BSD-3-Clause
// Shapes as values: comparison, compatibility, NumPy's broadcasting.
#include <xscope/naming/extents.hpp>

#include <array>
#include <vector>

using xscope::broadcast;
using xscope::compatible;
using xscope::extents;
using xscope::fully_known;
using xscope::unknown;

namespace a_shape {
constexpr extents matrix{2, 3};
static_assert(matrix.rank() == 2 && matrix.size() == 2 && !matrix.empty());
static_assert(matrix[0] == 2 && matrix[1] == 3 && matrix.back() == 3);
static_assert(matrix.elements() == 6);

constexpr extents scalar{};
static_assert(scalar.rank() == 0 && scalar.empty() && scalar.elements() == 1);

static_assert(extents{2, 0, 3}.elements() == 0);
static_assert(extents{1, 2, 3, 4, 5, 6, 7, 8}.rank() == xscope::max_rank);

constexpr extents grown = [] {
  extents shape{};
  shape.push_back(4);
  shape.push_back(5);
  return shape;
}();
static_assert(grown == extents{4, 5});
}  // namespace a_shape

namespace comparison {
static_assert(extents{2, 3} == extents{2, 3});
static_assert(extents{2, 3} != extents{3, 2});
static_assert(extents{2} != extents{2, 1});
static_assert(extents{1} != a_shape::scalar);

// With any range of integers.
static_assert(extents{2, 3} == std::array<std::size_t, 2>{2, 3});
static_assert(extents{2, 3} == std::array{2, 3});
static_assert(extents{2, 3} != std::array{2, 3, 1});
static_assert(extents{2, 3} != std::array{2});
static_assert(a_shape::scalar == std::array<int, 0>{});
static_assert(a_shape::scalar != std::array{1});
static_assert(extents{2, 3} == std::vector<std::size_t>{2, 3});

// What stands behind the rank counts for nothing.
constexpr extents shrunk = [] {
  extents shape{2, 3};
  --shape.rank_;
  return shape;
}();
static_assert(shrunk == extents{2});
}  // namespace comparison

namespace compatibility {
static_assert(compatible(extents{2, 3}, extents{2, 3}));
static_assert(compatible(extents{}, extents{}));
static_assert(!compatible(extents{2, 3}, extents{2, 4}));
static_assert(!compatible(extents{2}, extents{2, 1}));
static_assert(!compatible(extents{}, extents{1}));

// An unknown dimension fits all, on either side; the rank has to be the same.
static_assert(compatible(extents{unknown, 3}, extents{2, 3}));
static_assert(compatible(extents{2, 3}, extents{2, unknown}));
static_assert(compatible(extents{unknown}, extents{unknown}));
static_assert(!compatible(extents{unknown, 3}, extents{2, 4}));
static_assert(!compatible(extents{unknown}, extents{2, 3}));

static_assert(fully_known(extents{2, 3}) && fully_known(extents{}));
static_assert(!fully_known(extents{2, unknown}));
}  // namespace compatibility

namespace broadcasting {
constexpr bool gives(const extents& a, const extents& b, const extents& both) {
  return broadcast(a, b).ok && broadcast(a, b).shape == both && broadcast(b, a).ok &&
         broadcast(b, a).shape == both;
}
constexpr bool refuses(const extents& a, const extents& b) {
  return !broadcast(a, b).ok && !broadcast(b, a).ok;
}

static_assert(gives(extents{2, 3}, extents{2, 3}, extents{2, 3}));
static_assert(gives(extents{2, 3}, extents{}, extents{2, 3}));
static_assert(gives(extents{2, 3}, extents{3}, extents{2, 3}));
static_assert(gives(extents{2, 3}, extents{2, 1}, extents{2, 3}));
static_assert(gives(extents{2, 1}, extents{1, 3}, extents{2, 3}));
static_assert(gives(extents{5, 1, 3}, extents{4, 1}, extents{5, 4, 3}));
static_assert(gives(extents{1}, extents{7}, extents{7}));
static_assert(gives(extents{}, extents{}, extents{}));

// One element stretches over none as over many.
static_assert(gives(extents{1}, extents{0}, extents{0}));
static_assert(gives(extents{2, 0}, extents{1, 1}, extents{2, 0}));

static_assert(refuses(extents{2, 3}, extents{2}));
static_assert(refuses(extents{2, 3}, extents{2, 4}));
static_assert(refuses(extents{0}, extents{2}));
}  // namespace broadcasting

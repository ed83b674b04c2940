// SPDX-License-Identifier: BSD-3-Clause
// Shapes as values: extents{2, 3}. Rank 0 is a scalar. A dimension may be `unknown` only where a
// variable that exists already is asked for.
#pragma once

#include "../config.hpp"

#include <concepts>
#include <cstddef>

namespace xscope {

/// The highest rank that a tensor may have.
inline constexpr std::size_t max_rank = 8;

/// A dimension that is left open, as TensorFlow's None: `shape<unknown, 3>`.
inline constexpr std::size_t unknown = static_cast<std::size_t>(-1);
// What stands for a dimension that was asked for in vain, so that whoever makes a shape of it can be told.
/// Of an axis that the tensor does not have.
inline constexpr std::size_t beyond_rank = static_cast<std::size_t>(-2);
/// Of what has no shape: a statement that has not run yet, a pack, a scope.
inline constexpr std::size_t of_no_tensor = static_cast<std::size_t>(-3);

/// The greatest number that products and sums of dimensions go to: no shape has it.
inline constexpr std::size_t too_many = unknown - 1;
constexpr std::size_t saturated_product(std::size_t a, std::size_t b) {
  return b != 0 && a > too_many / b ? too_many : a * b;
}
constexpr std::size_t saturated_sum(std::size_t a, std::size_t b) {
  return a > too_many - b ? too_many : a + b;
}

/// The most bytes that a tensor may have: what an address space holds. (The sum of as many as a program may
/// have is then a number, too.)
inline constexpr std::size_t most_bytes = std::size_t(1) << (sizeof(std::size_t) > 4 ? 47 : 31);

/// A tensor's dimensions, compared with any range of integers and with `shape<...>`.
struct extents {
  std::size_t dims[max_rank];
  std::size_t rank_;

  extents() = default;
  template <class... D>
    requires(sizeof...(D) > 0 && sizeof...(D) <= max_rank)
  constexpr explicit extents(D... d) : dims{static_cast<std::size_t>(d)...}, rank_(sizeof...(D)) {}

  constexpr std::size_t rank() const { return rank_; }
  constexpr std::size_t size() const { return rank_; }
  constexpr bool empty() const { return rank_ == 0; }
  constexpr std::size_t operator[](std::size_t i) const { return dims[i]; }
  constexpr std::size_t& operator[](std::size_t i) { return dims[i]; }
  constexpr const std::size_t* begin() const { return dims; }
  constexpr const std::size_t* end() const { return dims + rank_; }
  constexpr std::size_t back() const { return dims[rank_ - 1]; }
  constexpr void push_back(std::size_t d) { dims[rank_++] = d; }

  /// The number of elements.
  constexpr std::size_t elements() const {
    std::size_t n = 1;
    for (const std::size_t d : *this) n *= d;
    return n;
  }

  friend constexpr bool operator==(const extents& a, const extents& b) {
    if (a.rank_ != b.rank_) return false;
    for (std::size_t i = 0; i < a.rank_; ++i) {
      if (a.dims[i] != b.dims[i]) return false;
    }
    return true;
  }
  template <class R>
    requires(!std::same_as<R, extents>) && requires(const R& r) {
      { *r.begin() } -> std::convertible_to<std::size_t>;
    }
  friend constexpr bool operator==(const extents& a, const R& b) {
    std::size_t i = 0;
    for (const auto d : b) {
      if (i == a.rank_ || a.dims[i] != static_cast<std::size_t>(d)) return false;
      ++i;
    }
    return i == a.rank_;
  }
};

/// Whether a shape that was asked for can be that of an existing tensor: equal rank, and equal
/// dimensions wherever both are known.
constexpr bool compatible(const extents& asked, const extents& found) {
  if (asked.rank() != found.rank()) return false;
  for (std::size_t i = 0; i < asked.rank(); ++i) {
    if (asked[i] != found[i] && asked[i] != unknown && found[i] != unknown) return false;
  }
  return true;
}

/// Whether a tensor of that shape and size of elements can be. Its strides are numbers even where it is
/// empty.
constexpr bool is_addressable(const extents& shape, std::size_t element_size) {
  std::size_t bytes = element_size;
  for (const std::size_t d : shape) {
    if (d != 0 && d != unknown) bytes = saturated_product(bytes, d);
  }
  return bytes <= most_bytes;
}

constexpr bool fully_known(const extents& shape) {
  for (const std::size_t d : shape) {
    if (d == unknown) return false;
  }
  return true;
}

/// NumPy's broadcasting of two shapes. `ok` is false where they do not fit.
struct broadcast_result {
  extents shape{};
  bool ok = true;
};
constexpr broadcast_result broadcast(const extents& a, const extents& b) {
  broadcast_result out;
  const std::size_t rank = a.rank_ > b.rank_ ? a.rank_ : b.rank_;
  out.shape.rank_ = rank;
  for (std::size_t i = 0; i < rank; ++i) {
    const std::size_t from_a = i + a.rank_ < rank ? 1 : a.dims[i + a.rank_ - rank];
    const std::size_t from_b = i + b.rank_ < rank ? 1 : b.dims[i + b.rank_ - rank];
    if (from_a != from_b && from_a != 1 && from_b != 1) out.ok = false;
    out.shape.dims[i] = from_a == 1 ? from_b : from_a;
  }
  return out;
}

}  // namespace xscope

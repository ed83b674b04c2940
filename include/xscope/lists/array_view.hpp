// SPDX-License-Identifier: BSD-3-Clause
// Elements that stand one behind another somewhere else. For std::span the compiler checks concepts of
// iterators and ranges anew for each type, for as long as it takes to read a dozen operations.
#pragma once

#include "../config.hpp"

#include <cstddef>

namespace xscope {

template <class T>
class array_view {
 public:
  constexpr array_view() = default;
  constexpr array_view(const T* first, std::size_t size) : first_(first), size_(size) {}
  template <std::size_t N>
  constexpr array_view(const T (&array)[N]) : first_(array), size_(N) {}

  constexpr const T* data() const { return first_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr const T& operator[](std::size_t i) const { return first_[i]; }
  constexpr const T& front() const { return *first_; }
  constexpr const T& back() const { return first_[size_ - 1]; }
  constexpr array_view first(std::size_t count) const { return {first_, count}; }
  constexpr array_view from(std::size_t begin) const { return {first_ + begin, size_ - begin}; }
  constexpr const T* begin() const { return first_; }
  constexpr const T* end() const { return first_ + size_; }

 private:
  const T* first_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// An array that grows while the compiler computes: the little of std::vector that is needed for that, without
// the allocators and bits that come with it, which would be a tenth of the time that including xscope takes.
#pragma once

#include "../config.hpp"

#include <cstddef>

namespace xscope {

template <class T>
class growing {
 public:
  constexpr growing() = default;
  constexpr growing(std::size_t size, const T& value) { assign(size, value); }
  constexpr growing(growing&& that) noexcept
      : elements_(that.elements_), size_(that.size_), capacity_(that.capacity_) {
    that.elements_ = nullptr;
    that.size_ = that.capacity_ = 0;
  }
  growing(const growing&) = delete;
  growing& operator=(const growing&) = delete;
  constexpr ~growing() { delete[] elements_; }

  /// So many elements, all alike.
  constexpr void assign(std::size_t size, const T& value) {
    size_ = 0;
    reserve(size);
    while (size_ < size) elements_[size_++] = value;
  }
  /// So many elements, which are yet to be written.
  constexpr T* resize(std::size_t size) {
    reserve(size);
    size_ = size;
    return elements_;
  }
  template <std::size_t N>
  constexpr void copy_to(T (&to)[N]) const {
    for (std::size_t i = 0; i < size_; ++i) to[i] = elements_[i];
  }
  /// Room for so many.
  constexpr void reserve(std::size_t capacity) {
    if (capacity <= capacity_) return;
    T* moved = new T[capacity];
    for (std::size_t i = 0; i < size_; ++i) moved[i] = elements_[i];
    delete[] elements_;
    elements_ = moved;
    capacity_ = capacity;
  }
  /// Gives all elements, which may have moved.
  constexpr T* push_back(const T& value) {
    if (size_ == capacity_) reserve(capacity_ < 16 ? 16 : 2 * capacity_);
    elements_[size_++] = value;
    return elements_;
  }

  constexpr void pop_back() { --size_; }

  constexpr std::size_t size() const { return size_; }
  constexpr T* data() { return elements_; }
  constexpr T& operator[](std::size_t i) { return elements_[i]; }
  constexpr const T& operator[](std::size_t i) const { return elements_[i]; }
  constexpr const T* begin() const { return elements_; }
  constexpr const T* end() const { return elements_ + size_; }

 private:
  T* elements_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// The elements of a result: in a session's memory for who looks at it, and copies of them for who keeps it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace xscope::running {

/// Up to this many bytes lie in the object; more would not be safe on a stack, and lie on the heap.
inline constexpr std::size_t bytes_in_object = 1024;

/// Where the elements lie that a session hands out.
template <class T>
struct elements_at {
  T* first;
};

/// N elements, as the storage of an xtensor container. A session makes one over its own memory and hands it
/// out as const. A copy has elements of its own, so `auto` keeps the values that a reference only refers to.
template <class T, std::size_t N>
class elements {
  static constexpr bool in_object = N * sizeof(T) <= bytes_in_object;
  struct none {};

 public:
  using value_type = T;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using pointer = T*;
  using const_pointer = const T*;
  using iterator = T*;
  using const_iterator = const T*;
  using reverse_iterator = std::reverse_iterator<T*>;
  using const_reverse_iterator = std::reverse_iterator<const T*>;
  using allocator_type = std::allocator<T>;

  /// Zeros of its own.
  elements() {
    own();
    std::fill_n(first_, N, T{});
  }
  /// Those that lie elsewhere.
  explicit elements(elements_at<T> there) noexcept : first_(there.first) {}

  elements(const elements& that) { copy(that.first_); }
  elements(elements&& that) noexcept { take(that); }
  elements& operator=(const elements& that) {
    if (this == &that) return *this;
    if (that.first_ == nullptr) return *this = elements();
    if (first_ == nullptr) own();
    std::copy_n(that.first_, N, first_);
    return *this;
  }
  elements& operator=(elements&& that) noexcept {
    if (this == &that) return *this;
    if (first_ == nullptr || is_own()) take(that);
    else if (that.first_ != nullptr) std::copy_n(that.first_, N, first_);
    else std::fill_n(first_, N, T{});
    return *this;
  }
  ~elements() = default;

  static constexpr std::size_t size() noexcept { return N; }
  static constexpr bool empty() noexcept { return N == 0; }
  void resize(std::size_t) const noexcept {}

  T* data() noexcept { return first_; }
  const T* data() const noexcept { return first_; }
  T& operator[](std::size_t i) noexcept { return first_[i]; }
  const T& operator[](std::size_t i) const noexcept { return first_[i]; }
  T& front() noexcept { return first_[0]; }
  const T& front() const noexcept { return first_[0]; }
  T& back() noexcept { return first_[N - 1]; }
  const T& back() const noexcept { return first_[N - 1]; }

  T* begin() noexcept { return first_; }
  T* end() noexcept { return first_ + N; }
  const T* begin() const noexcept { return first_; }
  const T* end() const noexcept { return first_ + N; }
  const T* cbegin() const noexcept { return first_; }
  const T* cend() const noexcept { return first_ + N; }
  reverse_iterator rbegin() noexcept { return reverse_iterator(end()); }
  reverse_iterator rend() noexcept { return reverse_iterator(begin()); }
  const_reverse_iterator rbegin() const noexcept { return const_reverse_iterator(end()); }
  const_reverse_iterator rend() const noexcept { return const_reverse_iterator(begin()); }
  const_reverse_iterator crbegin() const noexcept { return rbegin(); }
  const_reverse_iterator crend() const noexcept { return rend(); }

 private:
  void own() {
    if constexpr (in_object) {
      first_ = object_.data();
    } else {
      heap_.reset(new T[N]);  // make_unique would write zeros first
      first_ = heap_.get();
    }
  }
  void copy(const T* from) {
    if (from == nullptr) return;
    own();
    std::copy_n(from, N, first_);
  }
  bool is_own() const noexcept {
    if constexpr (in_object) return first_ == object_.data();
    else return first_ == heap_.get();
  }
  /// Nothing is allocated: a few elements are copied, many change their owner, and those of a session stay
  /// there.
  void take(elements& that) noexcept {
    if constexpr (in_object) {
      copy(that.first_);
    } else {
      heap_ = std::move(that.heap_);
      first_ = std::exchange(that.first_, nullptr);
    }
  }

  T* first_ = nullptr;
  [[no_unique_address]] std::conditional_t<in_object, std::array<T, N>, none> object_;
  [[no_unique_address]] std::conditional_t<in_object, none, std::unique_ptr<T[]>> heap_;
};

}  // namespace xscope::running

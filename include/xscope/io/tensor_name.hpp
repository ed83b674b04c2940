// SPDX-License-Identifier: BSD-3-Clause
// A name that is put together by the compiler. (std::string cannot be, with Clang and the library of GCC 12.)
//   "model." + name.replaced('/', '.')
#pragma once

#include "../diag/raise.hpp"

#include <concepts>
#include <cstddef>
#include <stdexcept>
#include <string_view>

namespace xscope::io {

/// A text in the making. Characters behind its end are never set, which would be most of the work, so it is
/// no constant itself: what is made of it is.
class tensor_name {
 public:
  static constexpr std::size_t capacity = 255;

  constexpr tensor_name() = default;
  constexpr tensor_name(std::string_view text) { *this += text; }
  constexpr tensor_name(const tensor_name& other) : tensor_name(other.view()) {}
  constexpr tensor_name& operator=(const tensor_name& other) {
    if (this == &other) return *this;
    size_ = 0;
    return *this += other.view();
  }
  constexpr tensor_name(const char* text) : tensor_name(std::string_view(text)) {}

  constexpr std::string_view view() const { return {text_, size_}; }
  constexpr operator std::string_view() const { return view(); }
  constexpr std::size_t size() const { return size_; }
  constexpr bool starts_with(std::string_view text) const { return view().starts_with(text); }
  constexpr bool ends_with(std::string_view text) const { return view().ends_with(text); }
  constexpr std::size_t find(std::string_view text) const { return view().find(text); }
  constexpr std::size_t rfind(std::string_view text) const { return view().rfind(text); }

  constexpr tensor_name& operator+=(std::string_view text) {
    if (text.size() > capacity - size_) diag::raise<std::length_error>("the name of a tensor is too long");
#if defined(__clang__)
    if (!text.empty())
      __builtin_memcpy(text_ + size_, text.data(), text.size());  // one step of the evaluator
    size_ += text.size();
#else
    for (const char c : text) text_[size_++] = c;
#endif
    return *this;
  }
  constexpr tensor_name substr(std::size_t begin, std::size_t count = std::string_view::npos) const {
    return view().substr(begin, count);
  }
  /// With another text wherever one stands.
  constexpr tensor_name replaced(std::string_view what, std::string_view by) const {
    tensor_name out;
    std::string_view rest = view();
    for (std::size_t at = 0; (at = rest.find(what)) != std::string_view::npos && !what.empty();
         rest.remove_prefix(at + what.size())) {
      out += rest.substr(0, at);
      out += by;
    }
    out += rest;
    return out;
  }

  friend constexpr bool operator==(const tensor_name& a, std::string_view b) { return a.view() == b; }

 private:
  char text_[capacity];
  std::size_t size_ = 0;
};

template <std::convertible_to<std::string_view> A, std::convertible_to<std::string_view> B>
  requires std::same_as<A, tensor_name> || std::same_as<B, tensor_name>
constexpr tensor_name operator+(const A& a, const B& b) {
  return tensor_name(a) += b;
}

}  // namespace xscope::io

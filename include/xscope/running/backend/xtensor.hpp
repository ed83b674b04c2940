// SPDX-License-Identifier: BSD-3-Clause
// The only header that includes xtensor. It knows both layouts of xtensor's own headers (flat before 0.26,
// nested since), and gives the stage three things: views of fixed shape over memory, what can be fed, and
// fused functions as expressions.
#pragma once

#include "../../config.hpp"
#include "../../math/convert.hpp"

#if __has_include(<xtensor/core/xtensor_config.hpp>)
#include <xtensor/core/xtensor_config.hpp>
#elif __has_include(<xtensor/xtensor_config.hpp>)
#include <xtensor/xtensor_config.hpp>
#else
#error "xscope's sessions need xtensor, which is not on the include path (Debian: libxtensor-dev)"
#include "the compilation ends here: see the error above"
#endif
#if XTENSOR_VERSION_MAJOR == 0 && XTENSOR_VERSION_MINOR < 24
#error "xscope's sessions need xtensor 0.24 or later; the xtensor on the include path is older"
#include "the compilation ends here: see the error above"
#endif

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#if __has_include(<xtensor/containers/xadapt.hpp>)
#include <xtensor/containers/xadapt.hpp>
#include <xtensor/containers/xfixed.hpp>
#include <xtensor/core/xmath.hpp>
#include <xtensor/core/xnoalias.hpp>
#else
#include <xtensor/xadapt.hpp>
#include <xtensor/xfixed.hpp>
#include <xtensor/xmath.hpp>
#include <xtensor/xnoalias.hpp>
#endif

#include "../../naming/dtype.hpp"
#include "../../naming/extents.hpp"
#include "../elements.hpp"

#if defined(__clang__) && !__has_include(<xtensor/containers/xadapt.hpp>)
// Since Clang 19 two specializations of xtensor's fit a dynamic shape, and xt::xarray does not compile:
// https://github.com/xtensor-stack/xtensor/issues/2804, mended in 0.26. This one fits better than both.
template <class X, class T, std::size_t N>
struct xt::rebind_container<X, xt::svector<T, N, std::allocator<T>, true>> {
  using type = xt::svector<X, N, std::allocator<X>, true>;
};
#endif

namespace xscope::running {
template <class Elements, class Shape>
class fixed_tensor;
}

/// xtensor asks for an expression's own base class; this one's is that of the container which it derives
/// from.
template <class Elements, class Shape>
struct xt::detail::is_crtp_base_of_impl<xt::xexpression, xscope::running::fixed_tensor<Elements, Shape>>
    : std::true_type {};

namespace xscope::running {

/// Memory that somebody else owns, as xtensor's containers want it.
template <class T>
using borrowed = xt::xbuffer_adaptor<T*, xt::no_ownership, std::allocator<std::remove_const_t<T>>>;
/// xtensor's container of fixed shape over elements that somebody else holds; no part of it can be shared.
template <class Elements, class Shape>
using adaptor_over = xt::xfixed_adaptor<Elements, Shape, xt::layout_type::row_major, false>;

/// The same, where assigning writes elements, as it does to xt::view: a number to all of them (which
/// xtensor's adaptor finds ambiguous), those of another one by one (whose memory xtensor's would look
/// into from then on). What an expression gives is kept on the heap meanwhile if it is large, where xtensor's
/// would take the stack.
template <class Elements, class Shape>
class fixed_tensor : public adaptor_over<Elements, Shape> {
  using adaptor = adaptor_over<Elements, Shape>;
  using T = typename Elements::value_type;
  static constexpr std::size_t count = xt::detail::fixed_compute_size<Shape>::value;
  using kept = fixed_tensor<elements<T, count>, Shape>;
  static constexpr bool keeps = std::same_as<fixed_tensor, kept>;

 public:
  fixed_tensor()
    requires keeps
      : adaptor(Elements()) {}
  explicit fixed_tensor(Elements&& elements) noexcept : adaptor(std::move(elements)) {}
  template <class E>
    requires keeps
  fixed_tensor(const xt::xexpression<E>& from) : adaptor(Elements()) {
    adaptor::assign(from);
  }
  /// One that looks at elements which lie elsewhere.
  explicit fixed_tensor(elements_at<T> there) noexcept
    requires keeps
      : adaptor(there) {}
  fixed_tensor(const fixed_tensor&) = default;
  fixed_tensor(fixed_tensor&&) noexcept = default;
  ~fixed_tensor() = default;

  fixed_tensor& operator=(const fixed_tensor& from) { return copy(from); }
  fixed_tensor& operator=(fixed_tensor&& from) noexcept {
    if constexpr (keeps) this->storage() = std::move(from.storage());
    else copy(from);
    return *this;
  }
  template <class Number>
    requires std::is_arithmetic_v<Number> || element<Number>
  fixed_tensor& operator=(Number number) {
    if constexpr (keeps) {
      if (this->data() == nullptr) *this = fixed_tensor();  // it was moved from
    }
    this->fill(math::convert<T>(number));
    return *this;
  }
  template <class E>
  fixed_tensor& operator=(const xt::xexpression<E>& from) {
    kept whole(from);
    if constexpr (keeps) return *this = std::move(whole);
    std::copy(whole.storage().begin(), whole.storage().end(), this->storage().begin());
    return *this;
  }
  using adaptor::operator+=;
  using adaptor::operator-=;
  using adaptor::operator*=;
  using adaptor::operator/=;
  template <class E>
  fixed_tensor& operator+=(const xt::xexpression<E>& from) {
    return *this = *this + from.derived_cast();
  }
  template <class E>
  fixed_tensor& operator-=(const xt::xexpression<E>& from) {
    return *this = *this - from.derived_cast();
  }
  template <class E>
  fixed_tensor& operator*=(const xt::xexpression<E>& from) {
    return *this = *this * from.derived_cast();
  }
  template <class E>
  fixed_tensor& operator/=(const xt::xexpression<E>& from) {
    return *this = *this / from.derived_cast();
  }

  // What xt::noalias calls, which wants this type back.
  template <class E>
  fixed_tensor& assign(const xt::xexpression<E>& from) {
    adaptor::assign(from);
    return *this;
  }
  template <class E>
  fixed_tensor& plus_assign(const xt::xexpression<E>& from) {
    adaptor::plus_assign(from);
    return *this;
  }
  template <class E>
  fixed_tensor& minus_assign(const xt::xexpression<E>& from) {
    adaptor::minus_assign(from);
    return *this;
  }
  template <class E>
  fixed_tensor& multiplies_assign(const xt::xexpression<E>& from) {
    adaptor::multiplies_assign(from);
    return *this;
  }
  template <class E>
  fixed_tensor& divides_assign(const xt::xexpression<E>& from) {
    adaptor::divides_assign(from);
    return *this;
  }

 private:
  fixed_tensor& copy(const fixed_tensor& from) {
    if constexpr (keeps) this->storage() = from.storage();
    else if (this->data() != from.data())
      std::copy(from.storage().begin(), from.storage().end(), this->storage().begin());
    return *this;
  }
};

/// A view of fixed shape over memory that somebody else owns: an xtensor expression and container.
template <class T, std::size_t... D>
using tensor_view = fixed_tensor<borrowed<T>, xt::fixed_shape<D...>>;
/// The same to read only.
template <class T, std::size_t... D>
using const_tensor_view = adaptor_over<borrowed<const T>, xt::fixed_shape<D...>>;

template <class View, class T>
View view_over(T* data, std::size_t size) {
  using buffer = typename View::storage_type;
  return View(buffer(data, size));
}

}  // namespace xscope::running

namespace xscope {

/// What a run gives: an xtensor container of fixed shape. The session's own is read by reference until the
/// next run; a copy has elements of its own, up to a kibibyte in the object, else on the heap.
///   const auto& now = s.run(x);    auto kept = s.run(x);    tensor<float, 1, 10> zeros;
template <class T, std::size_t... D>
using tensor = running::fixed_tensor<running::elements<T, (D * ... * std::size_t{1})>, xt::fixed_shape<D...>>;

}  // namespace xscope

namespace xscope::running {

template <class X>
concept expression = xt::is_xexpression<std::remove_cvref_t<X>>::value;

/// An expression whose elements lie in memory one after another, in rows.
template <class X>
concept contiguous = expression<X> && requires(const X& x) {
  { x.data() };
  { x.data_offset() };
} && X::static_layout == xt::layout_type::row_major && X::contiguous_layout;

/// The shape of an expression as the compiler knows it: its rank, and perhaps its dimensions.
template <class Shape>
struct known_shape {
  static constexpr bool rank_known = false;
  static constexpr bool dims_known = false;
};
template <class T, std::size_t N>
struct known_shape<std::array<T, N>> {
  static constexpr bool rank_known = true;
  static constexpr bool dims_known = false;
  static constexpr std::size_t rank = N;
};
template <std::size_t... D>
struct known_shape<xt::fixed_shape<D...>> {
  static constexpr bool rank_known = true;
  static constexpr bool dims_known = true;
  static constexpr std::size_t rank = sizeof...(D);
  static constexpr extents shape() {
    extents out{};
    (out.push_back(D), ...);
    return out;
  }
};

/// Containers that own their elements, and take whatever shape is assigned to them.
template <class X>
inline constexpr bool resizable = false;
template <class E, xt::layout_type L, class S, class Tag>
inline constexpr bool resizable<xt::xarray_container<E, L, S, Tag>> = true;
template <class E, std::size_t N, xt::layout_type L, class Tag>
inline constexpr bool resizable<xt::xtensor_container<E, N, L, Tag>> = true;

/// Copies an expression of the right shape, row by row; the elements are converted.
template <class T, class X>
void read_into(T* to, const X& x) {
  auto from = x.template cbegin<xt::layout_type::row_major>();
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < n; ++i, ++from) to[i] = math::convert<T>(*from);
}

template <class T>
struct converted {
  template <class X>
  constexpr T operator()(const X& x) const {
    return math::convert<T>(x);
  }
};

/// Writes an expression to a container of the user's; the elements are converted.
template <class X, class View>
void write_to(X& to, const View& value) {
  using T = typename X::value_type;
  if constexpr (std::is_same_v<T, typename View::value_type>) xt::noalias(to) = value;
  else xt::noalias(to) = xt::detail::make_xfunction<converted<T>>(value);
}

/// to[i] = f(operands[i]...) for N elements, as one xtensor expression: a function node over fixed views.
/// An operand of stride 0 is a scalar of the expression. Its elements are asked for by index, one pass over
/// pointers that are taken once.
template <std::size_t N, class F, class T, class... Operands>
XSCOPE_INLINE void assign(T* to, Operands&&... operands) {
  const auto expression = xt::detail::make_xfunction<F>(std::forward<Operands>(operands)...);
  for (std::size_t i = 0; i < N; ++i) to[i] = expression.data_element(i);
}

template <std::size_t N, bool Repeated, class T>
XSCOPE_INLINE auto operand_of(const T* from) {
  if constexpr (Repeated) {
    return xt::xscalar<T>(*from);
  } else {
    // The shape is not asked for: it is the same for all sizes, so that the compiler makes one type for each
    // element type.
    return view_over<adaptor_over<borrowed<const T>, xt::fixed_shape<1>>>(from, N);
  }
}

}  // namespace xscope::running

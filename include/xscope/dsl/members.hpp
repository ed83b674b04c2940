// SPDX-License-Identifier: BSD-3-Clause
// What `auto [a, b] = results;` takes apart: a class whose members are the results. Then `a` names a member,
// and `shape<a.shape()[1]>` is a constant expression for both compilers. Had the class elements, as
// std::tuple has, `a` would be a reference, which Clang does not read in a constant expression.
#pragma once

#include "../config.hpp"

#include <cstddef>

#include "../lists/list.hpp"
#include "faulty.hpp"
#include "known.hpp"

namespace xscope::dsl {

/// Up to how many results have members; more are taken apart as a tuple.
inline constexpr std::size_t most_members = 8;

/// The result of that number, or the fault of who asks for one that is not there.
template <bool IsThere>
struct result_at {
  template <std::size_t I, class... H>
  using type = lists::at<lists::list<H...>, I>;
};
template <>
struct result_at<false> {
  template <std::size_t I, class... H>
  using type = faulty<diag::fault::no_such_result>;
};
template <std::size_t I, class... H>
using nth_result = typename result_at<(I < sizeof...(H))>::template type<I, H...>;

/// `get<0>()` for results that have members too, as a data member that can be called (known.hpp).
template <class... H>
struct members_by_number {
  template <std::size_t I>
  static constexpr known<nth_result<I, H...>{}> get{};
};

/// Members for results, and `get<0>()`. The language has no packs of members, so they are spelled out.
template <class... H>
struct members {
  template <std::size_t I>
  static constexpr nth_result<I, H...> get() {
    return {};
  }
};
template <>
struct members<> : members_by_number<> {};
template <class A>
struct members<A> : members_by_number<A> {
  A a;
};
template <class A, class B>
struct members<A, B> : members_by_number<A, B> {
  A a;
  B b;
};
template <class A, class B, class C>
struct members<A, B, C> : members_by_number<A, B, C> {
  A a;
  B b;
  C c;
};
template <class A, class B, class C, class D>
struct members<A, B, C, D> : members_by_number<A, B, C, D> {
  A a;
  B b;
  C c;
  D d;
};
template <class A, class B, class C, class D, class E>
struct members<A, B, C, D, E> : members_by_number<A, B, C, D, E> {
  A a;
  B b;
  C c;
  D d;
  E e;
};
template <class A, class B, class C, class D, class E, class F>
struct members<A, B, C, D, E, F> : members_by_number<A, B, C, D, E, F> {
  A a;
  B b;
  C c;
  D d;
  E e;
  F f;
};
template <class A, class B, class C, class D, class E, class F, class G>
struct members<A, B, C, D, E, F, G> : members_by_number<A, B, C, D, E, F, G> {
  A a;
  B b;
  C c;
  D d;
  E e;
  F f;
  G g;
};
template <class A, class B, class C, class D, class E, class F, class G, class H>
struct members<A, B, C, D, E, F, G, H> : members_by_number<A, B, C, D, E, F, G, H> {
  A a;
  B b;
  C c;
  D d;
  E e;
  F f;
  G g;
  H h;
};

}  // namespace xscope::dsl

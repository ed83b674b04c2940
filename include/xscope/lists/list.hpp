// SPDX-License-Identifier: BSD-3-Clause
// Type lists. The only header that includes Boost.MP11.
#pragma once

#include "../config.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

namespace xscope::lists {

template <class... T>
using list = boost::mp11::mp_list<T...>;

template <class L>
inline constexpr std::size_t size = boost::mp11::mp_size<L>::value;

template <class L, std::size_t I>
using at = boost::mp11::mp_at_c<L, I>;

template <class L>
using back = boost::mp11::mp_back<L>;

/// All but the last type.
template <class L>
using pop_back = boost::mp11::mp_pop_back<L>;

template <class L, template <class...> class To>
using rename = boost::mp11::mp_rename<L, To>;

template <class L, class... T>
using append = boost::mp11::mp_push_back<L, T...>;

template <class L, class... T>
using prepend = boost::mp11::mp_push_front<L, T...>;

/// The types of the one, then those of the other.
template <class A, class B>
using concat = boost::mp11::mp_append<A, B>;

template <class L, class T>
inline constexpr std::size_t find = boost::mp11::mp_find<L, T>::value;

template <class... L>
using joined = boost::mp11::mp_append<L...>;

/// A list in pieces of at most 32 types: what goes through a long list a piece at a time is a 32nd as deep.
template <class Cut, class... T>
struct cut_up;
template <class... Cut, class... T>
  requires(sizeof...(T) <= 32)
struct cut_up<list<Cut...>, T...> {
  using type = list<Cut..., list<T...>>;
};
template <class... Cut, class T0, class T1, class T2, class T3, class T4, class T5, class T6, class T7,
          class T8, class T9, class T10, class T11, class T12, class T13, class T14, class T15, class T16,
          class T17, class T18, class T19, class T20, class T21, class T22, class T23, class T24, class T25,
          class T26, class T27, class T28, class T29, class T30, class T31, class T32, class... T>
struct cut_up<list<Cut...>, T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17,
              T18, T19, T20, T21, T22, T23, T24, T25, T26, T27, T28, T29, T30, T31, T32, T...>
    : cut_up<list<Cut..., list<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17,
                               T18, T19, T20, T21, T22, T23, T24, T25, T26, T27, T28, T29, T30, T31>>,
             T32, T...> {};
template <class... T>
using pieces = typename cut_up<list<>, T...>::type;

template <class L, template <class> class P>
using filter = boost::mp11::mp_copy_if<L, P>;

}  // namespace xscope::lists

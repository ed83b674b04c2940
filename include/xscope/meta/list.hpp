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

template <class L, template <class> class P>
using filter = boost::mp11::mp_copy_if<L, P>;

}  // namespace xscope::lists

// SPDX-License-Identifier: BSD-3-Clause
// Operations applied to statements: matmul(a, b, transpose_b) is apply_t<ops::matmul, ...>.
#pragma once

#include <cstddef>
#include <utility>

#include "../meta/list.hpp"
#include "options.hpp"
#include "statement.hpp"
#include "values.hpp"

namespace xscope {

namespace dsl {

template <class Op, class Options, class... Args>
struct apply_t : statement {
  static constexpr kind statement_kind = kind::apply;
  using op = Op;
  using options = Options;
  using args = lists::list<Args...>;
};

/// An operation by its TensorFlow name: operands first, then keyword attributes.
template <class Op>
struct op_function {
  template <class... Args>
    requires(__is_base_of(statement, Args) && ...)
  constexpr apply_t<Op, option_list<>, Args...> operator()(Args...) const {
    return {};
  }

  template <class... X>
    requires(!__is_base_of(statement, X) || ...)
  constexpr auto operator()(X...) const {
    static_assert((!is_number<X> && ...),
                  "a run-time number cannot stand in a program: write 2.0_c or value<2.0f>, or feed a placeholder");
    if constexpr ((is_number<X> || ...)) {
      return nothing_built{};
    } else {
      constexpr std::size_t operands = (std::size_t{is_statement<X> ? 1U : 0U} + ...);
      return split<lists::list<X...>>(std::make_index_sequence<operands>{},
                                      std::make_index_sequence<sizeof...(X) - operands>{});
    }
  }

 private:
  struct nothing_built {};

  template <class L, std::size_t... A, std::size_t... O>
  static constexpr auto split(std::index_sequence<A...>, std::index_sequence<O...>) {
    static_assert((is_statement<lists::at<L, A>> && ...), "operands come before attributes, as in Python");
    return apply_t<Op, option_list<lists::at<L, sizeof...(A) + O>{}...>, lists::at<L, A>...>{};
  }
};

}  // namespace dsl
}  // namespace xscope

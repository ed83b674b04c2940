// SPDX-License-Identifier: BSD-3-Clause
// Operations applied to statements: matmul(a, b, transpose_b) is apply_t<ops::matmul, ...>.
#pragma once

#include <cstddef>
#include <utility>

#include "../lists/list.hpp"
#include "faulty.hpp"
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

template <class... X>
consteval std::size_t count_operands() {
  std::size_t n = 0;
  for (const bool is_operand : {is_statement<X>..., false}) n += is_operand ? 1 : 0;
  return n;
}

/// Whether these are one or more operands, and then attributes.
template <class... X>
consteval bool attributes_last() {
  constexpr bool operand[] = {is_statement<X>..., false};
  for (std::size_t i = 0; i < count_operands<X...>(); ++i) {
    if (!operand[i]) return false;
  }
  return operand[0] && lists::all<(is_statement<X> || is_option<X>)...>;
}

/// What is wrong with arguments that are not operands, and then attributes.
template <class... X>
inline constexpr diag::fault fault_of_arguments =
                                 fault_beside < lists::all<(is_statement<X> || is_option<X>)...>
                                     ? diag::fault::attributes_first
                                     : diag::fault::not_a_statement,
                             X... > ;

/// An operation by its TensorFlow name: operands first, then keyword attributes.
template <class Op>
struct op_function : operation_layer {
  using op = Op;
  template <class... Args>
    requires(lists::all<__is_base_of(statement, Args)...>)
  constexpr apply_t<Op, option_list<>, Args...> operator()(Args...) const {
    return {};
  }

  template <class... X>
    requires(!lists::all<__is_base_of(statement, X)...>) && (attributes_last<X...>())
  constexpr auto operator()(X...) const {
    constexpr std::size_t operands = count_operands<X...>();
    return split<lists::list<X...>>(std::make_index_sequence<operands>{},
                                    std::make_index_sequence<sizeof...(X) - operands>{});
  }

  template <class... X>
    requires(!lists::all<__is_base_of(statement, X)...>) && (!attributes_last<X...>())
  constexpr faulty<fault_of_arguments<X...>> operator()(X...) const {
    return {};
  }

 private:
  template <class L, std::size_t... A, std::size_t... O>
  static constexpr auto split(std::index_sequence<A...>, std::index_sequence<O...>) {
    return apply_t<Op, option_list<lists::at<L, sizeof...(A) + O>{}...>, lists::at<L, A>...>{};
  }
};

}  // namespace dsl
}  // namespace xscope

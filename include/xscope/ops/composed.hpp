// SPDX-License-Identifier: BSD-3-Clause
// Operations that TensorFlow makes of others, in a name scope: functions of statements, whose parts have
// TensorFlow's names. (What lambdas in them call their own ends in "_": GCC reports names within lambdas of
// templates that a user's global has too.)
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "../dsl/attributes.hpp"
#include "../dsl/binding.hpp"
#include "../dsl/key.hpp"
#include "../dsl/scopes.hpp"
#include "op.hpp"

namespace xscope::ops {

/// Whether an operand runs before the scope begins, and is a handle within: literals stand where they are
/// used.
template <class X>
struct runs_before : std::bool_constant<dsl::is_statement<X> && !dsl::is_literal<X>> {};

/// An operand, or Python's None in the place of one.
template <class X>
inline constexpr bool is_argument = dsl::is_statement<X> || std::is_same_v<X, dsl::none_t>;

/// The name scope of a composition: the default, a text that is given, or the scope of a handle.
template <fixed_string Default, class Name>
struct scope_for {
  static constexpr auto open = name_scope<Default>;
};
template <fixed_string Default, fixed_string Text>
struct scope_for<Default, dsl::op_name_t<Text>> {
  static constexpr auto open = name_scope<Text>;
};
template <fixed_string Default, class Scope>
struct scope_for<Default, dsl::op_name_of_scope<Scope>> {
  static constexpr auto open = name_scope<Scope{}>;
};

/// The layer in the scope: Made::make<Options>(scope, operands...) gives its statement.
template <class Made, class Options, class... X>
struct composition {
  /// The operands that run before the scope.
  using before = lists::filter<lists::list<X...>, runs_before>;

  template <class Results, std::size_t I>
  static constexpr auto operand() {
    using given = lists::at<lists::list<X...>, I>;
    if constexpr (runs_before<given>::value) return lists::at<Results, place(I)>{};
    else return given{};
  }
  static constexpr std::size_t place(std::size_t i) {
    constexpr bool handed[] = {runs_before<X>::value..., false};
    std::size_t n = 0;
    for (std::size_t k = 0; k < i; ++k) n += handed[k] ? 1U : 0U;
    return n;
  }
  template <class Results>
  struct inside {
    template <class Scope>
    constexpr auto operator()(Scope) const {
      return with<Scope>(std::index_sequence_for<X...>{});
    }
    template <class Scope, std::size_t... I>
    static constexpr auto with(std::index_sequence<I...>) {
      return Made::template make<Options>(Scope{}, operand<Results, I>()...);
    }
  };
  template <class... H>
  constexpr auto operator()(H...) const {
    return as(inside<lists::list<H...>>{});
  }
};

/// A scoped layer called with a list of operands.
template <class Layer, class... X>
constexpr auto call_layer(Layer layer, lists::list<X...>) {
  return layer(X{}...);
}

/// Whether these are as many operands as a composition takes, and then attributes.
template <class Made, class... X>
consteval bool composes() {
  constexpr bool operand[] = {is_argument<X>..., false};
  std::size_t n = 0;
  while (operand[n]) ++n;
  for (std::size_t i = n; i < sizeof...(X); ++i) {
    if (operand[i]) return false;
  }
  return lists::all<(is_argument<X> || dsl::is_option<X>)...> && Made::takes_operands(n);
}

/// A composition by its TensorFlow name: operands first, `none` where TensorFlow takes None, then attributes.
template <class Made, fixed_string Default>
struct composed_function {
  template <class... X>
    requires(composes<Made, X...>())
  constexpr auto operator()(X...) const {
    constexpr std::size_t count = [] {
      std::size_t n = 0;
      for (const bool is_operand : {is_argument<X>..., false}) n += is_operand ? 1 : 0;
      return n;
    }();
    return split<lists::list<X...>>(std::make_index_sequence<count>{},
                                    std::make_index_sequence<sizeof...(X) - count>{});
  }
  template <class... X>
    requires(!composes<Made, X...>())
  constexpr dsl::faulty<
      dsl::fault_of_arguments<std::conditional_t<std::is_same_v<X, dsl::none_t>, dsl::statement, X>...>>
  operator()(X...) const {
    return {};
  }

 private:
  template <class L, std::size_t... A, std::size_t... O>
  static constexpr auto split(std::index_sequence<A...>, std::index_sequence<O...>) {
    using options = dsl::option_list<lists::at<L, sizeof...(A) + O>{}...>;
    constexpr auto faulty = dsl::fault_in_attributes<Default, Made::takes, options>();
    if constexpr (dsl::is_statement<decltype(faulty)>) {
      return faulty;
    } else {
      using all = composition<Made, options, lists::at<L, A>...>;
      constexpr auto layer = scope_for<Default, typename options::template get<option::name>>::open(all{});
      return call_layer(layer, typename all::before{});
    }
  }
};

}  // namespace xscope::ops

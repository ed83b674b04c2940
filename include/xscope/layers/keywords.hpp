// SPDX-License-Identifier: BSD-3-Clause
// The options of layers. A layer is a function that arg_scope can set the keywords of; `dense<64,
// activation<relu>>` is a call of dense<> with these keywords.
#pragma once

#include "../config.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "../diag/refuse.hpp"
#include "../dsl/arg_scope.hpp"
#include "../dsl/attributes.hpp"
#include "../lists/list.hpp"

namespace xscope::dsl {

/// An option of a layer as a keyword. First: the keyword that a number without a name is for.
template <fixed_string First, auto Given>
consteval auto keyword() {
  using type = std::remove_cv_t<decltype(Given)>;
  if constexpr (std::is_integral_v<type>) {
    return arg_t<First, static_cast<std::size_t>(Given)>{};
  } else if constexpr (is_option<type>) {
    if constexpr (type::id == option::name) return arg_t<"name", Given>{};
    else if constexpr (type::id == option::reuse) return arg_t<"reuse", Given>{};
    else if constexpr (type::id == option::trainable) return arg_t<"trainable", Given.on>{};
    else if constexpr (type::id == option::strides) return arg_t<"strides", Given>{};
    else if constexpr (type::id == option::dilations) return arg_t<"dilation_rate", Given>{};
    else if constexpr (type::id == option::padding) return arg_t<"padding", Given>{};
    else return Given;
  } else {
    return Given;
  }
}

/// The layer of a function, with its keywords; the operands are still to come.
template <class Function, class... Keywords>
struct layer_t {
  template <class... X>
    requires(are_statements<X...>())
  constexpr auto operator()(X... x) const {
    return Function{}(x..., Keywords{}...);
  }
  template <class... X>
    requires(!are_statements<X...>())
  constexpr faulty<fault_beside<diag::fault::layer_called_with, X...>> operator()(X...) const {
    return {};
  }
};

/// Whether a function has such a keyword.
template <class Function, class K>
consteval bool takes_keyword() {
  if constexpr (is_arg<K>) return Function::template takes<K>;
  else return false;
}
/// How a layer's option is called; one that is neither option nor keyword has no name.
template <class K>
consteval std::string_view keyword_text() {
  if constexpr (is_arg<K>) return K::name() == "dilation_rate" ? "dilations" : K::name();
  else if constexpr (is_option<K>) return spelling_of(K::id);
  else return {};
}

/// What is wrong with the options of a layer, if something is.
struct keyword_fault {
  diag::fault what = diag::fault::none;
  std::size_t at = 0;
};
/// Each must be a keyword of the function, and stand there once.
template <class Function, class... K>
consteval keyword_fault check_keywords() {
  constexpr bool fits[] = {takes_keyword<Function, K>()..., true};
  constexpr std::string_view names[] = {keyword_text<K>()..., {}};
  for (std::size_t i = 0; i < sizeof...(K); ++i) {
    if (!fits[i]) return {diag::fault::attribute_unknown, i};
    for (std::size_t j = 0; j < i; ++j) {
      if (names[i] == names[j]) return {diag::fault::attribute_twice, i};
    }
  }
  return {};
}

/// What the sentence on such a fault shows.
template <class Function, std::size_t At, class... K>
struct keyword_texts {
  static constexpr diag::writer given_text = [] {
    constexpr std::string_view names[] = {keyword_text<K>()..., {}};
    diag::writer out;
    if (names[At].empty()) out << std::string_view("an argument without a keyword");
    else out << '`' << names[At] << '`';
    return out;
  }();
  static constexpr diag::writer taken_text = []<class... P>(lists::list<P...>) {
    enumeration out{{}, sizeof...(P)};
    for (const std::string_view text : std::initializer_list<std::string_view>{keyword_text<P>()...})
      out << text;
    return out.text;
  }(typename Function::parameters{});
  static constexpr std::string_view given() { return given_text.view(); }
  static constexpr std::string_view taken() { return taken_text.view(); }
};

/// Stands in the place of a layer with options that it does not take.
template <class Fault>
struct faulty_layer {
  template <class... X>
  constexpr Fault operator()(X...) const {
    return {};
  }
};

/// The layer of a function with these options, or one whose result is faulty, called Name.
template <fixed_string Name, class Function, fixed_string First, auto... Given>
consteval auto layer_with() {
  constexpr keyword_fault fault = check_keywords<Function, decltype(keyword<First, Given>())...>();
  if constexpr (fault.what != diag::fault::none) {
    using texts = keyword_texts<Function, fault.at, decltype(keyword<First, Given>())...>;
    return faulty_layer<faulty_call<fault.what, Name, texts>>{};
  } else {
    return layer_t<Function, decltype(keyword<First, Given>())...>{};
  }
}

}  // namespace xscope::dsl

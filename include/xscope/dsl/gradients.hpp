// SPDX-License-Identifier: BSD-3-Clause
// Gradients as tensors: gradients(y, x...), which are statements like any other.
#pragma once

#include "apply.hpp"
#include "binding.hpp"
#include "optimizers.hpp"

namespace xscope {

namespace dsl {

/// What becomes of the gradient of a tensor that nothing flows back to.
enum class unconnected : unsigned char { refused, none, zero };
template <unconnected How>
struct unconnected_t {
  static constexpr option id = option::unconnected_gradients;
  static constexpr unconnected how = How;
};
struct zero_t {};
template <auto How>
struct unconnected_from;
template <none_t How>
struct unconnected_from<How> {
  using type = unconnected_t<unconnected::none>;
};
template <zero_t How>
struct unconnected_from<How> {
  using type = unconnected_t<unconnected::zero>;
};

template <class Y, class X, class Options>
struct gradients_t : statement {
  static constexpr found_fault fault = [] {
    if (lists::size<X> == 0) return found_fault{diag::fault::gradients_of_nothing};
    return fault_in<option_set{option::name, option::grad_ys, option::stop_gradients,
                               option::unconnected_gradients}>(Options{});
  }();
  static constexpr kind statement_kind = kind_unless(fault, kind::gradients);
  static constexpr const char* callee = "gradients";
  static constexpr naming::optional_ref<naming::literal> text() { return nullptr; }
  using y = Y;
  using x = X;
  using options = Options;
};

template <class L, std::size_t... X, std::size_t... O>
constexpr auto make_gradients(std::index_sequence<X...>, std::index_sequence<O...>) {
  return gradients_t<lists::at<L, 0>, lists::list<lists::at<L, 1 + X>...>,
                     options_of_arguments<lists::at<L, 1 + sizeof...(X) + O>...>>{};
}

}  // namespace dsl

inline constexpr dsl::zero_t zero{};

/// What gradients gives for a tensor that nothing flows back to: `none`, which is no tensor, or `zero`
/// (tf: unconnected_gradients=). Without it there is none, and that is an error.
template <auto How>
inline constexpr typename dsl::unconnected_from<How>::type unconnected_gradients{};
/// What flows into each y instead of ones (tf: grad_ys=); `none`: ones.
template <class... S>
  requires(dsl::are_statements<typename dsl::given_or_none<S>::type...>())
constexpr dsl::statements_option<dsl::option::grad_ys, typename dsl::given_or_none<S>::type...>
grad_ys(S...) {
  return {};
}
/// Tensors that nothing flows back through (tf: stop_gradients=).
template <class... S>
  requires(dsl::are_statements<S...>())
constexpr dsl::statements_option<dsl::option::stop_gradients, S...> stop_gradients(S...) {
  return {};
}

/// d(sum of y)/dx for each x, a tensor of x's shape: `gradients(y, v, w)` is a pack of two (tf.gradients). y
/// may be a pack, whose parts are added up. Options follow the tensors: `grad_ys(...)`,
/// `stop_gradients(...)`, `unconnected_gradients<none>`, `name<"...">`.
template <dsl::is_statement Y, class... X>
constexpr auto gradients(Y, X...) {
  constexpr std::size_t tensors = dsl::count_operands<X...>();
  return dsl::make_gradients<lists::list<Y, X...>>(std::make_index_sequence<tensors>{},
                                                   std::make_index_sequence<sizeof...(X) - tensors>{});
}

}  // namespace xscope

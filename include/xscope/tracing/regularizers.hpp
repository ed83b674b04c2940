// SPDX-License-Identifier: BSD-3-Clause
// Regularizers: what makes a loss of a new variable. Their events stand behind the variable's; the resolver
// passes over them where the variable is not new.
#pragma once

#include <concepts>
#include <utility>

#include "leaves.hpp"

namespace xscope::tracing {

inline constexpr const naming::literal* loss_keys[] = {&naming::literal_of<"regularization_losses">};

/// The loss joins its collection.
template <std::size_t Id>
struct collected_loss {
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::collect);
    e.keys = loss_keys;
    e.key_count = 1;
    e.source = Id;
    e.source_is = source_kind::other;
  }
};

template <std::size_t Variable>
struct regularizer_entered {
  static constexpr void put(recorder& r) { r.add(event_kind::enter_regularizer).source = Variable; }
};

/// The statement that F makes of variable V, in the name scope KEY/Regularizer/. The variable is the result.
template <class F, class V, class Env, class In>
struct regularized {
  using entered = regularizer_entered<V::id>;
  using inside = environment<typename Env::scope, dsl::name_scope_handle<In::count>, typename Env::around>;
  using body = call<F, lists::list<V>, inside, typename In::template next<entered>>;
  static constexpr bool has_loss = dsl::is_tensor(body::result::result);
  // A statement without a value is Python's None, too; what is no statement (void, a number) is a fault.
  using given = typename called<F, V>::type;
  static constexpr bool fits =
      !std::same_as<given, dsl::faulty<diag::fault::layer_result>> &&
      (has_loss || body::out::is_cut || std::same_as<typename body::result, dsl::nothing>);
  using loss = collected_loss<body::result::id>;
  using collected = std::conditional_t<has_loss, typename body::out::template next<loss>, typename body::out>;

  using result = V;
  using out = typename collected::template next<left>;
  static constexpr void emit(placer& r) {
    r.put<entered>();
    body::emit(r);
    if constexpr (!body::out::is_cut) {
      if constexpr (has_loss) r.put<loss>();
      r.leave();
    }
  }
};

/// None: nothing is added.
template <class F, class V>
concept makes_no_loss = requires(F f, V v) {
  { f(v) } -> std::same_as<dsl::none_t>;
};
template <class F, class V, class Env, class In>
  requires makes_no_loss<F, V>
struct regularized<F, V, Env, In> {
  static constexpr bool fits = true;
  using result = V;
  using out = In;
  static constexpr void emit(placer&) {}
};

}  // namespace xscope::tracing

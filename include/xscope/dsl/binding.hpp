// SPDX-License-Identifier: BSD-3-Clause
// Sequencing and binding: seq, pack, let and pipes.
#pragma once

#include <cstddef>
#include <utility>

#include "../lists/list.hpp"
#include "faulty.hpp"
#include "options.hpp"
#include "statement.hpp"

namespace xscope {

namespace dsl {

template <class... S>
struct seq_t : statement {
  static constexpr kind statement_kind = kind::seq;
  using body = lists::list<S...>;
};

template <class... S>
struct pack_t : statement {
  static constexpr kind statement_kind = kind::pack;
  using parts = lists::list<S...>;
};

template <class F, class... S>
struct let_t : statement {
  static constexpr kind statement_kind = kind::let;
  using callable = F;
  using bound = lists::list<S...>;
};

template <class X, class... Layers>
struct pipe_t : statement {
  static constexpr kind statement_kind = kind::pipe;
  using source = X;
  using layers = lists::list<Layers...>;
};

template <class F>
struct let_of {
  template <class... S>
  using with = let_t<F, S...>;
};

/// A statement, or one without a result in the place of `none`.
template <class S>
struct given_or_none {
  using type = S;
};
template <>
struct given_or_none<none_t> {
  using type = seq_t<>;
};
/// Whether some of them are `none`, and the others statements.
template <class... S>
inline constexpr bool some_are_none =
    !are_statements<S...>() && are_statements<typename given_or_none<S>::type...>();

/// What is wrong with what `let` is given.
template <class Bound, class F>
inline constexpr diag::fault fault_of_let = diag::fault::none;
template <class... S, class F>
  requires(!are_statements<S...>() || !is_layer<F>)
inline constexpr diag::fault fault_of_let<lists::list<S...>, F> =
    fault_beside < are_statements<S...>() ? diag::fault::no_function : diag::fault::not_a_statement, S...,
                                                             F > ;

}  // namespace dsl

/// Runs its statements in order; its value is the last one's.
template <class... S>
  requires(dsl::are_statements<S...>())
constexpr dsl::seq_t<S...> seq(S...) {
  return {};
}

/// Runs its statements in order; its value is all of theirs. `none` is a part that is nothing.
template <class... S>
  requires(dsl::are_statements<S...>())
constexpr dsl::pack_t<S...> pack(S...) {
  return {};
}
template <class... S>
  requires dsl::some_are_none<S...>
constexpr dsl::pack_t<typename dsl::given_or_none<S>::type...> pack(S...) {
  return {};
}

/// Values of C++ have no place among statements.
template <class... S>
  requires(!dsl::are_statements<S...>())
constexpr dsl::faulty_beside<S...> seq(S...) {
  return {};
}
template <class... S>
  requires(!dsl::are_statements<S...>() && !dsl::some_are_none<S...>)
constexpr dsl::faulty_beside<S...> pack(S...) {
  return {};
}

/// let(a, b, f) runs a, then b, and then the statement that f makes of their handles.
template <class... X>
  requires(sizeof...(X) > 1)
constexpr auto let(X...) {
  using bound = lists::pop_back<lists::list<X...>>;
  using callable = lists::back<lists::list<X...>>;
  constexpr diag::fault fault = dsl::fault_of_let<bound, callable>;
  if constexpr (fault != diag::fault::none) return dsl::faulty<fault>{};
  else return lists::rename<bound, dsl::let_of<callable>::template with>{};
}

}  // namespace xscope

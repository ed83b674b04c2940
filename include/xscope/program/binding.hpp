// SPDX-License-Identifier: BSD-3-Clause
// Sequencing and binding: seq, pack, let and pipes.
#pragma once

#include <cstddef>
#include <utility>

#include "../meta/list.hpp"
#include "mistake.hpp"
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

}  // namespace dsl

/// Runs its statements in order; its value is the last one's.
template <class... S>
  requires(dsl::are_statements<S...>())
constexpr dsl::seq_t<S...> seq(S...) {
  return {};
}

/// Runs its statements in order; its value is all of theirs.
template <class... S>
  requires(dsl::are_statements<S...>())
constexpr dsl::pack_t<S...> pack(S...) {
  return {};
}

/// Numbers of C++ have no place among statements.
template <class... S>
  requires(lists::any<dsl::is_number<S>...>)
constexpr dsl::mistake<diag::fault::number_in_program> seq(S...) {
  return {};
}
template <class... S>
  requires(lists::any<dsl::is_number<S>...>)
constexpr dsl::mistake<diag::fault::number_in_program> pack(S...) {
  return {};
}
template <class... X>
  requires(lists::any<dsl::is_number<X>...>)
constexpr dsl::mistake<diag::fault::number_in_program> let(X...) {
  return {};
}

/// let(a, b, f) runs a, then b, and then the statement that f makes of their handles.
template <class... X>
  requires(sizeof...(X) > 1) && (!lists::any<dsl::is_number<X>...>)
constexpr auto let(X...) {
  using all = lists::list<X...>;
  return lists::rename<lists::pop_back<all>, dsl::let_of<lists::back<all>>::template with>{};
}

}  // namespace xscope

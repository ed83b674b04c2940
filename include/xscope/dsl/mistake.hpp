// SPDX-License-Identifier: BSD-3-Clause
// Statements that are mistakes whatever stands around them: what is called with something that it cannot
// take gives one, and the trace ends there, where it knows the scope.
#pragma once

#include "../diag/messages.hpp"
#include "../naming/literal.hpp"
#include "statement.hpp"

namespace xscope::dsl {

/// What is wrong with a statement, or with a value that it is given; `given` and `taken` fill the sentence.
struct misuse {
  diag::fault what = diag::fault::none;
  std::string_view given{};
  std::string_view taken{};
};
/// A value that was made wrongly says so itself, wherever it stands: `shape<-1, 4>`.
template <class T>
inline constexpr misuse own_misuse{};
template <class T>
  requires requires { T::wrong; }
inline constexpr misuse own_misuse<T> = T::wrong;

/// The kind of a statement, unless something is wrong with it.
constexpr kind kind_unless(const misuse& wrong, kind meant) {
  return wrong.what == diag::fault::none ? meant : kind::mistake;
}

/// A mistake that is told of the scope in which it stands.
template <diag::fault What>
struct mistake : statement {
  static constexpr kind statement_kind = kind::mistake;
  static constexpr diag::fault what = What;
};

/// The same of what would be called Name. Facts: texts that its sentence shows, of which one was given.
template <diag::fault What, fixed_string Name, class Facts>
struct named_mistake : mistake<What> {
  static constexpr const naming::literal* name() { return &naming::literal_of<Name>; }
  using facts = Facts;
};

}  // namespace xscope::dsl

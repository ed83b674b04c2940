// SPDX-License-Identifier: BSD-3-Clause
// Statements that are faulty whatever stands around them: what is called with something that it cannot
// take gives one, and the trace ends there, where it knows the scope.
#pragma once

#include <string_view>

#include "../diag/fault.hpp"
#include "../naming/literal.hpp"
#include "statement.hpp"

namespace xscope::dsl {

/// What is wrong with a statement, or with a value that it is given; and the option that it is told of.
struct found_fault {
  diag::fault what = diag::fault::none;
  option given = option::nothing;
  // Of a keyword that is a text: that, and what could have been given.
  std::string_view keyword{};
  std::string_view taken{};

  constexpr bool none() const { return what == diag::fault::none; }
};
/// A value that was made wrongly says so itself, wherever it stands: `shape<-1, 4>`.
template <class T>
inline constexpr found_fault own_fault{};
template <class T>
  requires requires { T::fault; }
inline constexpr found_fault own_fault<T> = T::fault;

/// The kind of a statement, unless something is wrong with it.
constexpr kind kind_unless(found_fault fault, kind meant) { return fault.none() ? meant : kind::fault; }

/// A fault that is told of the scope in which it stands.
template <diag::fault What>
struct faulty : statement {
  static constexpr kind statement_kind = kind::fault;
  static constexpr diag::fault what = What;
};

/// A fault of a call whose result would have this name. Texts: what was given, and what could have been.
template <diag::fault What, fixed_string Name, class Texts>
struct faulty_call : faulty<What> {
  static constexpr const naming::literal* name() { return &naming::literal_of<Name>; }
  using texts = Texts;
};

}  // namespace xscope::dsl

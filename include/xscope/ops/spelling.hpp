// SPDX-License-Identifier: BSD-3-Clause
// What an operation's node says in TensorFlow's GraphDef beside its operands. `spell` of an operation tells
// it; who writes GraphDefs listens.
#pragma once

#include <cstddef>
#include <cstdint>

#include "rules.hpp"

namespace xscope::ops {

/// A few whole numbers.
struct integers {
  std::int64_t list[2 * max_rank]{};
  std::size_t count = 0;

  constexpr integers() = default;
  constexpr explicit integers(const extents& shape) {
    for (const std::size_t size : shape) push_back(static_cast<std::int64_t>(size));
  }
  constexpr void push_back(std::int64_t n) { list[count++] = n; }
};

/// One operation's node while it is written. Its operands are there, and an attribute T: the element type of
/// the first.
struct speller {
  operands in;              // what its operands are
  const attributes& attrs;  // what it was given
  data_type dtype;          // its result
  extents shape;

  /// Attributes, by their names.
  virtual void no_type() = 0;
  virtual void type(const char* name, data_type value) = 0;
  virtual void flag(const char* name, bool value) = 0;
  virtual void integer(const char* name, std::int64_t value) = 0;
  virtual void real(const char* name, double value) = 0;
  virtual void text(const char* name, const char* value) = 0;
  virtual void list(const char* name, const integers& values) = 0;

  /// Constants, which it takes behind its operands: axes, sizes and shapes are int32 in GraphDef.
  virtual void takes(const char* name, std::int64_t value) = 0;
  virtual void takes(const char* name, const integers& values) = 0;
  /// In rows of so many.
  virtual void takes(const char* name, const integers& values, std::size_t columns) = 0;
  /// A number of the result's type.
  virtual void takes_real(const char* name, double value) = 0;
  /// The last of them stands before the k-th operand.
  virtual void last_goes_before(std::ptrdiff_t k) = 0;
  /// Another op type.
  virtual void is(const char* type) = 0;

  /// The attribute with the type of such constants.
  void index_type(const char* name) { type(name, data_type_of<std::int32_t>); }
  /// How many operands there are.
  void count(const char* name) { integer(name, static_cast<std::int64_t>(in.size())); }
  /// The one axis that it works along.
  std::int64_t axis(std::size_t rank, int otherwise = 0) const {
    return static_cast<std::int64_t>(one_axis(attrs, rank, otherwise));
  }

 protected:
  speller(operands what, const attributes& given, data_type result, const extents& of)
      : in(what), attrs(given), dtype(result), shape(of) {}
  ~speller() = default;
};

}  // namespace xscope::ops

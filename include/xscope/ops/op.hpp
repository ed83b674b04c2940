// SPDX-License-Identifier: BSD-3-Clause
// What an operation is to the stages after it: a name, a shape rule, a gradient, as plain data. The
// files beside this one hold one operation each; README.md in the folder above says how to add one.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>

#include "../diag/messages.hpp"
#include "../name/dtype.hpp"
#include "../name/extents.hpp"
#include "../name/literal.hpp"
#include "../program/apply.hpp"
#include "../program/options.hpp"
#include "../program/values.hpp"

namespace xscope::ops {

/// An operand as a shape rule sees it.
struct operand {
  data_type dtype;
  extents shape;
};

/// All keyword attributes of an application; an operation reads those that it knows. `perm` stands in axes,
/// `multiples` and `depth` stand in shape; of `paddings` what is before stands in axes, what is behind in
/// shape.
struct attributes {
  int axes[max_rank]{};
  std::size_t axis_count = 0;
  bool has_axis = false;
  bool keepdims = false;
  bool transpose_a = false;
  bool transpose_b = false;
  bool has_shape = false;
  data_type dtype{};
  extents shape{};
  double alpha = 0.2;
  friend constexpr bool operator==(const attributes&, const attributes&) = default;
};

/// What a shape rule gives: the result, or what is wrong with the operands.
struct inferred {
  data_type dtype{};
  extents shape{};
  diag::fault fault = diag::fault::none;
  int operand = 0;  // the operand at fault, where one is
};

constexpr inferred wrong(diag::fault what, int operand = 0) { return {.fault = what, .operand = operand}; }

/// How an operation runs, which is how the planner may treat it.
enum class form : unsigned char {
  elementwise,  // each element from the operands' elements in its place: fused with its neighbours
  view,         // the operand's bytes under another shape
  kernel        // a loop of its own
};

/// The most operands that an operation has (a variadic one takes them two at a time).
inline constexpr std::size_t max_operands = 3;

/// The most columns that rows may have which lie side by side in registers.
inline constexpr std::size_t most_row_width = 16;

/// What a kernel is compiled for. Layers that are alike have equal specs, and share their code.
struct kernel_spec {
  extents out{};
  extents in[max_operands]{};
  attributes attrs{};
  friend constexpr bool operator==(const kernel_spec&, const kernel_spec&) = default;
};

struct gradient_builder;

/// For operations through which nothing flows back.
constexpr void no_gradient(gradient_builder&, int, int) {}

/// An operation as plain data.
struct op_info {
  const char* type;             // TensorFlow's op type
  const naming::literal* name;  // the name where none is given
  const char*
      operands[3];  // the names of its operands, which name literals: "mul/y"; null: there are no more
  form how = form::kernel;
  inferred (*infer)(std::span<const operand>, const attributes&) = nullptr;
  /// Adds d(loss)/d(operand) for each operand.
  void (*gradient)(gradient_builder&, int node, int upstream) = no_gradient;
  /// TensorFlow makes some operations inside a name scope of their own name.
  bool in_own_scope = false;
  /// Takes any number of operands, as if they were joined two at a time from the left.
  bool variadic = false;
  /// Where it is variadic: what becomes of each operand before they are joined, and what joins them.
  const op_info* each = nullptr;
  const op_info* join = nullptr;
  /// Its attribute alpha is a constant that its nodes take behind their operands.
  bool takes_alpha = false;
  /// The first operands whose element type is their own: literals take that of the others.
  std::size_t of_own_type = 0;
  /// The result of single numbers that the compiler knows, from the operands' element type to the result's.
  dsl::number (*fold)(data_type from, data_type to, const dsl::number*) = nullptr;
  /// Whether a kernel stores through `to.put(vector, row, column)`, so that the elementwise operations behind
  /// it can be done on what it has in registers.
  bool (*takes_epilogue)(const kernel_spec&) = nullptr;
  /// Whether a kernel reads its first operand through `from.get<V>(row, column)`, so that the elementwise
  /// operations before it can be done on the way.
  bool takes_prologue = false;
  /// Whether a kernel's rows are independent of each other and few enough columns wide for `rows<Spec>(y, x,
  /// others...)`: y and x are packs, one for each column, of as many rows as a pack has lanes.
  bool (*takes_rows)(const kernel_spec&) = nullptr;
  /// Where in its operand the result lies, if it is one piece of it: the number of its first element, or -1.
  std::ptrdiff_t (*window)(const kernel_spec&) = nullptr;
  /// Where in the result operand k lies, if it is one piece of it: the number of its first element, or -1.
  std::ptrdiff_t (*part)(const kernel_spec&, std::size_t k) = nullptr;

  constexpr std::size_t arity() const { return operands[1] == nullptr ? 1 : operands[2] == nullptr ? 2 : 3; }
  constexpr bool takes(std::size_t count) const { return variadic ? count > 0 : count == arity(); }
};

template <class Options>
constexpr attributes attributes_of() {
  using dsl::option;
  attributes out;
  using axis = typename Options::template get<option::axis, typename Options::template get<option::perm>>;
  if constexpr (!std::is_same_v<axis, dsl::no_option>) {
    out.has_axis = true;
    out.axis_count = axis::size;
    for (std::size_t i = 0; i < axis::size; ++i) out.axes[i] = axis::axes[i];
  }
  out.keepdims = Options::template has<option::keepdims>;
  out.transpose_a = Options::template has<option::transpose_a>;
  out.transpose_b = Options::template has<option::transpose_b>;
  if constexpr (Options::template has<option::dtype>) {
    out.dtype = data_type_of<typename Options::template get<option::dtype>::type>;
  }
  if constexpr (Options::template has<option::shape>) {
    out.has_shape = true;
    out.shape = Options::template get<option::shape>::value();
  }
  using repeated =
      typename Options::template get<option::multiples, typename Options::template get<option::depth>>;
  if constexpr (!std::is_same_v<repeated, dsl::no_option>) {
    out.has_shape = true;
    out.shape = repeated::value();
  }
  if constexpr (Options::template has<option::paddings>) {
    using paddings = typename Options::template get<option::paddings>;
    out.has_shape = true;
    out.axis_count = paddings::size;
    for (std::size_t i = 0; i < paddings::size; ++i) {
      out.axes[i] = static_cast<int>(paddings::all[2 * i]);
      out.shape.push_back(paddings::all[2 * i + 1]);
    }
  }
  if constexpr (Options::template has<option::alpha>) out.alpha = Options::template get<option::alpha>::value;
  return out;
}

/// One object for all applications with the same attributes.
template <class Options>
inline constexpr attributes attributes_for = attributes_of<Options>();

}  // namespace xscope::ops

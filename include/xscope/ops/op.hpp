// SPDX-License-Identifier: BSD-3-Clause
// What an operation is to the stages after it: a name, a shape rule, a gradient, as plain data. The
// files beside this one hold one operation each; README.md in the folder above says how to add one.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "../diag/fault.hpp"
#include "../dsl/apply.hpp"
#include "../dsl/attributes.hpp"
#include "../dsl/options.hpp"
#include "../dsl/values.hpp"
#include "../lists/array_view.hpp"
#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "../naming/literal.hpp"
#include "../naming/optional_function.hpp"
#include "../naming/optional_ref.hpp"

namespace xscope::ops {

using dsl::option;
using dsl::option_set;
using naming::optional_function;
using naming::optional_ref;

/// An operand as a shape rule sees it.
struct operand {
  data_type dtype;
  extents shape;
};

/// How a window moves over images: rows first, then columns.
struct window_attributes {
  std::size_t size[2]{};
  std::size_t strides[2]{1, 1};
  std::size_t dilations[2]{1, 1};
  dsl::padding_kind padding = dsl::padding_kind::not_given;
  bool ok = true;  // the numbers are one, two or four, and none is 0
  friend constexpr bool operator==(const window_attributes&, const window_attributes&) = default;
};

/// The keyword attributes of an application; op_info says which ones an operation takes, and others are
/// refused. `perm` and `begin` stand in axes; `multiples`, `depth`, `size` and `num_or_size_splits` stand in
/// shape; of `paddings` what is before stands in axes, what is behind in shape.
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
  window_attributes window{};
  bool sequences = false;  // of a recurrent layer: the outputs of all steps, not of the last one alone
  bool state = false;      // and its state behind them
  friend constexpr bool operator==(const attributes&, const attributes&) = default;
};

struct op_info;

/// What a shape rule gives: the result, or what is wrong with the operands.
struct inferred {
  data_type dtype{};
  extents shape{};
  diag::fault fault = diag::fault::none;
  int operand = 0;             // the operand at fault, where one is
  optional_ref<op_info> as{};  // the operation that it is over these operands, where that is another
};

constexpr inferred wrong(diag::fault what, int operand = 0) { return {.fault = what, .operand = operand}; }

/// The same, if memory can hold it.
constexpr inferred if_addressable(inferred out) {
  if (out.fault == diag::fault::none && !is_addressable(out.shape, out.dtype.size()))
    out.fault = diag::fault::shape_too_large;
  return out;
}

/// What an operation does to its first operand, a variable, with its second one.
enum class effect : unsigned char { none, assign, add, subtract };

/// How an operation runs, which is how the planner may treat it.
enum class form : unsigned char {
  elementwise,  // each element from the operands' elements in its place: fused with its neighbours
  view,         // the operand's bytes under another shape
  kernel        // a loop of its own
};

/// The most operands that an operation has (a variadic one takes them two at a time).
inline constexpr std::size_t max_operands = 7;

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
struct node;
struct speller;

/// Of operations through which nothing flows back.
inline constexpr std::nullptr_t no_gradient = nullptr;

/// An operation as plain data.
struct op_info {
  const char* type;                    // TensorFlow's op type
  const char* name;                    // the name where none is given
  const char* operands[max_operands];  // their names, which name literals: "mul/y"; null: there are no more
  form how = form::kernel;
  inferred (*infer)(array_view<operand>, const attributes&) = nullptr;
  /// Adds d(loss)/d(operand) for each operand; where there is none, nothing flows back.
  optional_function<void(gradient_builder&, int node, int upstream)> gradient{};
  /// TensorFlow makes some operations inside a name scope of their own name.
  bool in_own_scope = false;
  /// Takes any number of operands, as if they were joined two at a time from the left.
  bool variadic = false;
  /// Where it is variadic: what becomes of each operand before they are joined, and what joins them.
  optional_ref<op_info> each{};
  optional_ref<op_info> join{};
  /// Its attribute alpha is a constant that its nodes take behind their operands.
  bool takes_alpha = false;
  /// The first operands whose element type is their own: literals take that of the others.
  std::size_t of_own_type = 0;
  /// Of an operation with several results: how many, and what the k-th is. `infer` gives the first.
  optional_function<std::size_t(array_view<operand>, const attributes&)> results{};
  optional_function<inferred(array_view<operand>, const attributes&, std::size_t k)> result{};
  /// Appends the nodes of the k-th result of such an operation, which has none of its own; gives the last
  /// one.
  optional_function<int(gradient_builder&, const node&, const attributes&, std::size_t k)> pick{};
  /// The attributes that it cannot do without, and those that it takes besides. Every operation takes a name.
  option_set needs{};
  option_set takes{};
  /// The result of single numbers that the compiler knows, from the operands' element type to the result's;
  /// whether there is one.
  optional_function<bool(data_type from, data_type to, const dsl::number*, dsl::number& result)> fold{};
  /// Whether a kernel stores through `to.put(vector, row, column)`, so that the elementwise operations behind
  /// it can be done on what it has in registers.
  optional_function<bool(const kernel_spec&)> takes_epilogue{};
  /// Whether a kernel reads its first operand through `from.get<V>(row, column)`, so that the elementwise
  /// operations before it can be done on the way.
  bool takes_prologue = false;
  /// Whether a kernel's rows are independent of each other and few enough columns wide for `rows<Spec>(y, x,
  /// others...)`: y and x are packs, one for each column, of as many rows as a pack has lanes. What it
  /// computes is added to y.
  optional_function<bool(const kernel_spec&)> takes_rows{};
  /// Whether it is the sum or the product of its two operands: a kernel that is an operand of a sum may begin
  /// with the other one, and a product that is may be rounded together with it.
  bool is_sum = false;
  bool is_product = false;
  /// What it does to its first operand, which is a variable then; its result is the new value.
  effect changes = effect::none;
  /// Where in its operand the result lies, if it is one piece of it: the number of its first element, or -1.
  optional_function<std::ptrdiff_t(const kernel_spec&)> window{};
  /// Where in the result operand k lies, if it is one piece of it: the number of its first element, or -1.
  optional_function<std::ptrdiff_t(const kernel_spec&, std::size_t k)> part{};
  /// What its node has in a GraphDef beside its operands and the attribute T (spelling.hpp).
  optional_function<void(speller&)> spell{};

  constexpr std::size_t arity() const {
    std::size_t n = 1;
    while (n < max_operands && operands[n] != nullptr) ++n;
    return n;
  }
  constexpr bool takes_operands(std::size_t count) const { return variadic ? count > 0 : count == arity(); }
};

/// Rows and columns out of one number, two, or four; gives whether they are such.
constexpr bool read_window(std::size_t (&to)[2], const extents& from) {
  if (from.rank() == 4 && (from[0] != 1 || from[3] != 1)) return false;
  if (from.rank() != 1 && from.rank() != 2 && from.rank() != 4) return false;
  to[0] = from[from.rank() == 4 ? 1 : 0];
  to[1] = from[from.rank() == 4 ? 2 : from.rank() - 1];
  return to[0] != 0 && to[1] != 0;
}

/// Whether two operations are the same. (GCC's -fsanitize=undefined takes no addresses for constants.)
constexpr bool same(const op_info& a, const op_info& b) {
  return a.how == b.how && std::string_view(a.type) == b.type && std::string_view(a.name) == b.name;
}

template <class Options>
constexpr attributes attributes_of() {
  attributes out;
  using axis = typename Options::template get<
      option::axis,
      typename Options::template get<option::perm, typename Options::template get<option::begin>>>;
  if constexpr (!std::is_same_v<axis, dsl::no_option>) {
    out.has_axis = true;
    out.axis_count = axis::size;
    for (std::size_t i = 0; i < axis::size; ++i) out.axes[i] = axis::axes[i];
  }
  out.keepdims = Options::template has<option::keepdims>;
  out.transpose_a = Options::template has<option::transpose_a>;
  out.transpose_b = Options::template has<option::transpose_b>;
  out.sequences = Options::template has<option::return_sequences>;
  out.state = Options::template has<option::return_state>;
  if constexpr (Options::template has<option::dtype>) {
    out.dtype = data_type_of<typename Options::template get<option::dtype>::type>;
  }
  if constexpr (Options::template has<option::shape>) {
    out.has_shape = true;
    out.shape = Options::template get<option::shape>::value();
  }
  const auto read_shape = [&]<option Id>() {
    if constexpr (Options::template has<Id>) {
      out.has_shape = true;
      out.shape = Options::template get<Id>::value();
    }
  };
  read_shape.template operator()<option::multiples>();
  read_shape.template operator()<option::depth>();
  read_shape.template operator()<option::size>();
  read_shape.template operator()<option::splits>();
  window_attributes& window = out.window;
  const auto read = [&]<option Id>(std::size_t(&to)[2]) {
    if constexpr (Options::template has<Id>)
      window.ok = read_window(to, Options::template get<Id>::value()) && window.ok;
  };
  read.template operator()<option::ksize>(window.size);
  read.template operator()<option::strides>(window.strides);
  read.template operator()<option::dilations>(window.dilations);
  if constexpr (Options::template has<option::padding>)
    window.padding = Options::template get<option::padding>::kind;
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

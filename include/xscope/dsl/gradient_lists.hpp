// SPDX-License-Identifier: BSD-3-Clause
// Lists of gradients, each with its variable: compute_gradients gives one, zip makes one, operations of lists
// are those of each gradient, and apply_gradients takes one. A list is one handle, however long it is.
#pragma once

#include "gradients.hpp"

namespace xscope {

namespace dsl {

/// What is done with lists, or makes one.
template <class Work, option_set Takes, class Options>
struct gradient_list_statement : statement {
  static constexpr found_fault fault = fault_in<Takes>(Options{});
  static constexpr kind statement_kind = kind_unless(fault, kind::gradient_list);
  static constexpr naming::optional_ref<naming::literal> text() { return nullptr; }
  using work = Work;
  using options = Options;
};

struct zip_work;
struct read_work;
struct read_named_work;
struct norm_work;
struct clip_work;

template <class Gradients, class Variables>
struct zip_t : gradient_list_statement<zip_work, {}, option_list<>> {
  static constexpr const char* callee = "zip";
  using operands = lists::list<Gradients, Variables>;
};
template <class List, class V>
struct gradient_of_t : gradient_list_statement<read_work, {}, option_list<>> {
  static constexpr const char* callee = "gradient_of";
  using operands = lists::list<List, V>;
};
template <class List, fixed_string Name, class Shape, class T>
struct gradient_named_t : gradient_list_statement<read_named_work, {}, option_list<>> {
  static constexpr const char* callee = "gradient_of";
  using operands = lists::list<List>;
  static constexpr const naming::literal* variable() { return &naming::literal_of<Name>; }
  using shape_type = Shape;
  using value_type = T;
};
template <class List, class Options>
struct global_norm_t : gradient_list_statement<norm_work, option_set{option::name}, Options> {
  static constexpr const char* callee = "global_norm";
  using operands = lists::list<List>;
};
template <class List, class Limit, class Options>
struct clip_by_global_norm_t
    : gradient_list_statement<clip_work, option_set{option::name, option::use_norm}, Options> {
  static constexpr const char* callee = "clip_by_global_norm";
  using operands = lists::list<List>;
  using limit = Limit;
};

}  // namespace dsl

/// A list of gradients and the variables that they belong to, as many: `zip(gradients(y, v, w), pack(v, w))`;
/// a gradient may be `none`.
template <dsl::is_statement Gradients, dsl::is_statement Variables>
constexpr dsl::zip_t<Gradients, Variables> zip(Gradients, Variables) {
  return {};
}

/// The gradient of a variable out of a list: by the variable, ...
template <dsl::is_statement List, dsl::is_statement V>
constexpr dsl::gradient_of_t<List, V> gradient_of(List, V) {
  return {};
}
/// ... or by its name: `gradient_of<"net/w", shape<3, 4>>(list)`. The list does not know shapes.
template <fixed_string Name, auto Shape, auto Type = dtype<float>, dsl::is_statement List>
constexpr dsl::gradient_named_t<List, Name, std::remove_cv_t<decltype(Shape)>,
                                typename std::remove_cv_t<decltype(Type)>::type>
gradient_of(List) {
  return {};
}

/// The root of the sum of all squares in a list, or in a pack of tensors (tf.global_norm).
template <dsl::is_statement List, class... Options>
constexpr dsl::global_norm_t<List, dsl::options_of_arguments<Options...>> global_norm(List, Options...) {
  return {};
}
/// All of a list, or of a pack of tensors, scaled so that their global norm is at most Limit; a pack of them
/// and of that norm (tf.clip_by_global_norm). `use_norm(n)`: the norm, where it is known.
template <dsl::is_statement List, dsl::is_statement Limit, class... Options>
constexpr dsl::clip_by_global_norm_t<List, Limit, dsl::options_of_arguments<Options...>>
clip_by_global_norm(List, Limit, Options...) {
  return {};
}
/// The norm that clip_by_global_norm goes by (tf: use_norm=).
template <dsl::is_statement S>
constexpr dsl::statements_option<dsl::option::use_norm, S> use_norm(S) {
  return {};
}

}  // namespace xscope

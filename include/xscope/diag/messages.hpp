// SPDX-License-Identifier: BSD-3-Clause
// Every error in one table: its code, the sentence with its remedy, and the facts that fill it.
// A `{}` takes the next piece of evidence.
#pragma once

#include "../config.hpp"

#include <string_view>

namespace xscope {

/// What is wrong with a program; `ok` where nothing is.
enum class errc : unsigned char {
  ok,
  variable_exists,
  variable_missing,
  shape_mismatch,
  dtype_mismatch,
  shape_required,
  initializer_mismatch,
  invalid_scope_name,
  invalid_op_name,
  reuse_needs_name,
  partition_mismatch,
  unknown_name,
  shape_error,
  invalid_argument
};

constexpr std::string_view to_string(errc code) {
  constexpr std::string_view names[] = {"ok",
                                        "variable_exists",
                                        "variable_missing",
                                        "shape_mismatch",
                                        "dtype_mismatch",
                                        "shape_required",
                                        "initializer_mismatch",
                                        "invalid_scope_name",
                                        "invalid_op_name",
                                        "reuse_needs_name",
                                        "partition_mismatch",
                                        "unknown_name",
                                        "shape_error",
                                        "invalid_argument"};
  return names[static_cast<unsigned>(code)];
}

namespace diag {

/// The ways to be wrong: several may share a code.
enum class fault : unsigned char {
  none,
  variable_exists,
  variable_missing,
  shape_mismatch,
  dtype_mismatch,
  shape_required,
  shape_not_known,
  initializer_and_shape,
  initializer_dtype,
  invalid_scope_name,
  invalid_op_name,
  duplicate_op_name,
  reuse_needs_name,
  scope_needs_name,
  scope_expected,
  name_scope_expected,
  layer_arguments,
  layer_result,
  not_a_layer,
  template_of_function,
  no_function,
  layer_called_with,
  not_a_statement,
  attributes_first,
  number_in_program,
  layer_size,
  shape_not_given,
  shape_too_large,
  value_not_given,
  unknown_name,
  unknown_feed,
  unknown_variable,
  renamed_twice,
  stored_twice,
  axes_of_rank,
  not_in_session,
  not_fed,
  fed_twice,
  feed_count,
  feed_shape,
  feed_narrows,
  not_feedable,
  operand_count,
  attribute_missing,
  option_misplaced,
  option_twice,
  not_an_option,
  dimension_negative,
  dimension_not_whole,
  dimension_beyond,
  dimension_of_no_tensor,
  values_of_types,
  no_such_result,
  learning_rate,
  layers_not_included,
  attribute_unknown,
  attribute_twice,
  result_not_tensor,
  operands_do_not_broadcast,
  operands_differ_in_dtype,
  shapes_differ,
  axis_not_one,
  dtype_not_allowed,
  inner_dimensions,
  rank_not_allowed,
  axis_out_of_range,
  axis_twice,
  axis_count,
  new_axis_out_of_range,
  permutation,
  attribute_length,
  elements_differ,
  state_shape,
  labels_shape,
  channels_differ,
  window_numbers,
  window_too_large,
  slice_out_of_range,
  split_sizes,
  values_do_not_fill,
  literal_dtype,
  not_a_tensor,
  no_gradient,
  nothing_to_train,
  no_gradients,
  no_path,
  gradient_is_none,
  gradients_of_nothing,
  grad_ys_count,
  optimizer_name,
  not_an_input,
  not_a_variable,
  not_a_gradient_list,
  zip_lengths,
  two_gradients,
  not_in_list,
  gradient_is_otherwise,
  all_none,
  slot_missing,
  operands_do_not_join,
  initializer_not_valid,
  initializer_required,
  getter_not_callable,
  creator_not_callable,
  regularizer_not_callable,
  regularizer_result,
  synchronization_mode,
  aggregation_mode,
  collections_not_list,
  constraint_not_callable,
  constraint_result,
  partitioner_not_callable,
  partitioner_missing,
  unpartitioned_exists,
  partitioned_exists,
  partitioned_missing,
  partitioned_shape,
  partitioned_dtype,
  partitions_differ,
  partitioned_otherwise,
  partition_of_unknown,
  partition_of_scalar,
  partition_not_sequence,
  partition_rank,
  partition_zero,
  partition_two_axes,
  partition_too_many,
  auxiliary_not_bool,
  default_name_not_text,
  name_scope_needs_name,
  template_needs_name,
  template_trainable,
  collection_item,
  not_a_pattern,
  endless_pattern,
  not_arg_scoped,
  arg_scope_target,
  arg_scope_replaces,
  unknown_argument,
  needs_history  // no mistake: the trace has to begin again with a history
};

struct sentence {
  errc code;
  std::string_view text;
};

constexpr sentence sentence_of(fault what) {
  switch (what) {
  case fault::none: return {errc::ok, ""};
  case fault::variable_exists:
    return {
        errc::variable_exists,
        "variable `{}` already exists; give each layer a scope of its own, `variable_scope<\"...\">`; to share it on purpose, use `reuse` or `auto_reuse`, or bind it once with `let`"};
  case fault::variable_missing:
    return {
        errc::variable_missing,
        "variable `{}` does not exist, or was not created with get_variable; create it first, or open its "
        "scope with `auto_reuse`"};
  case fault::shape_mismatch:
    return {
        errc::shape_mismatch,
        "trying to share variable `{}`, but specified shape {} and found shape {}; ask for the shape that it "
        "has, or leave the shape out"};
  case fault::dtype_mismatch:
    return {
        errc::dtype_mismatch,
        "trying to share variable `{}`, but specified dtype {} and found dtype {}; ask for it with the dtype "
        "that it has"};
  case fault::shape_required:
    return {
        errc::shape_required,
        "a shape for the new variable `{}` is required; give `shape<...>`, or an initializer that has a shape"};
  case fault::shape_not_known:
    return {
        errc::shape_required,
        "the shape {} of the new variable `{}` must be fully defined; only a variable that exists can be asked "
        "for with `unknown` dimensions"};
  case fault::initializer_and_shape:
    return {
        errc::initializer_mismatch,
        "the initializer of variable `{}` is a constant, do not specify shape {}; leave the shape out, or use "
        "constant_initializer"};
  case fault::initializer_dtype:
    return {
        errc::initializer_mismatch,
        "variable `{}`: the dtype {} of its initializer and the explicit dtype {} do not match; make them equal"};
  case fault::invalid_scope_name:
    return {
        errc::invalid_scope_name,
        "`{}` is not a valid scope name; use letters, digits, `_`, `.`, `-` and `/`, and at the root begin "
        "with a letter, a digit or `.`"};
  case fault::invalid_op_name:
    return {
        errc::invalid_op_name,
        "`{}` is not a valid node name; use letters, digits, `_`, `.`, `-` and `/`, and begin with a letter, "
        "a digit or `.`"};
  case fault::duplicate_op_name:
    return {
        errc::invalid_op_name,
        "duplicate node name `{}`: an operation has that exact name; leave out the trailing slash to get a "
        "unique one"};
  case fault::reuse_needs_name:
    return {
        errc::reuse_needs_name,
        "`reuse` and `auto_reuse` cannot be used without the name of a scope (here there is only the default name "
        "`{}`); give the scope a name"};
  case fault::scope_needs_name:
    return {
        errc::invalid_scope_name,
        "variable_scope<none> in `{}` has no name; give it `default_name<...>`, or a name or a scope in the place of "
        "`none`"};
  case fault::scope_expected:
    return {
        errc::invalid_scope_name,
        "variable_scope in `{}` is given what is neither a text nor a variable scope; the name scope of a "
        "variable scope is entered by name_scope<vs.original_name_scope()>"};
  case fault::name_scope_expected:
    return {
        errc::invalid_scope_name,
        "name_scope in `{}` is given what is neither a text nor a name scope; the name scope of a variable scope "
        "is vs.original_name_scope()"};
  // An error of C++ in a function is told by the compiler, and then ends as one of these two.
  case fault::layer_arguments:
    return {
        errc::shape_error,
        "a layer in `{}` cannot be called with what it is given, or does not compile, as told above; it takes a "
        "handle for each statement that is bound, and a pack is one"};
  case fault::layer_size:
    return {
        errc::invalid_argument,
        "a layer in `{}` is not told how large it is; give it its units, `dense<64>` or `gru<8>`, or its filters "
        "and their size, `conv2d<64, kernel_size<3>>`"};
  case fault::number_in_program:
    return {
        errc::invalid_argument,
        "a number of C++ stands among the statements in `{}`, where only its type is known; write 2.0_c or "
        "value<2.0f>, or feed a placeholder"};
  case fault::layer_result:
    return {
        errc::shape_error,
        "a layer in `{}` does not return a statement, or one that does not compile, as told above; return an "
        "operation, a scope around statements, or a handle"};
  case fault::not_a_layer:
    return {errc::invalid_argument,
            "what stands behind `|` in `{}` is no layer; `x | layer` hands x to a function, as in "
            "`x | [](auto h) { ... }`"};
  case fault::template_of_function:
    return {errc::invalid_argument,
            "make_template in `{}` takes one function: `make_template<\"net\">([](auto x) { ... })`"};
  case fault::no_function:
    return {errc::invalid_argument, "`let` in `{}` ends with a function of the handles of what it binds: "
                                    "`let(a, b, [](auto x, auto y) { ... })`"};
  case fault::layer_called_with:
    return {
        errc::invalid_argument,
        "a layer in `{}` is called with something else than tensors; its options stand in angle brackets, "
        "as in `dense<64, name<\"hidden\">>(x)`"};
  case fault::not_a_statement:
    return {
        errc::invalid_argument,
        "what stands among the statements in `{}` is none (a text, a function or an option); a function is "
        "called with handles, or stands behind `|`"};
  case fault::attributes_first:
    return {
        errc::invalid_argument,
        "an operation in `{}` is called otherwise than in TensorFlow; it takes as many operands, and then its "
        "attributes"};
  case fault::shape_not_given:
    return {errc::shape_required,
            "`{}` needs a shape with all dimensions known; give it as in `shape<1, 784>`"};
  case fault::shape_too_large:
    return {errc::shape_error,
            "`{}` would have the shape {}, which is more than an address space holds; make it smaller"};
  case fault::value_not_given:
    return {errc::initializer_mismatch,
            "`{}`: initial_value must be specified; give `value<...>` or `values<...>`, or to a variable an "
            "initializer and a shape"};
  case fault::unknown_name:
    return {errc::unknown_name, "there is no tensor `{}` in the graph; the nearest names are {}"};
  case fault::unknown_feed:
    return {errc::unknown_name, "there is no placeholder `{}` in the graph; the nearest names are {}"};
  case fault::unknown_variable:
    return {errc::unknown_name, "there is no variable `{}` in the graph; the nearest names are {}"};
  case fault::renamed_twice:
    return {errc::invalid_argument, "two rules rename variable `{}` for files; keep one of them"};
  case fault::stored_twice:
    return {errc::invalid_argument, "two variables would be stored as `{}`; give one of them another name"};
  case fault::axes_of_rank:
    return {
        errc::invalid_argument,
        "variable `{}` of shape {} cannot be stored with its axes in the order that a rule gives; name each "
        "axis once, as in `axes{1, 0}`"};
  case fault::not_in_session:
    return {errc::unknown_name,
            "variable `{}` is not in the session whose variables are shared; the nearest names there are {}"};
  case fault::not_fed:
    return {errc::unknown_name,
            "placeholder `{}` is not fed, but what is fetched needs it; add feed<\"{}\">(...)"};
  case fault::fed_twice: return {errc::unknown_name, "placeholder `{}` is fed twice; give it one value"};
  case fault::feed_count:
    return {errc::unknown_name,
            "`run` was given `{}` feeds for {} placeholders ({}); feed all of them, in that order"};
  case fault::feed_shape:
    return {errc::shape_mismatch, "feed of placeholder `{}`: specified shape {} and needed shape {}; {}"};
  case fault::feed_narrows:
    return {errc::dtype_mismatch,
            "feed of placeholder `{}`: {} does not hold every {}; cast it, a tensor as in `xt::cast<{}>(x)`"};
  case fault::not_feedable:
    return {
        errc::shape_mismatch,
        "feed of placeholder `{}` is nothing that can be read as numbers; give an xtensor expression, a number, or "
        "a std::array, vector or span of numbers"};
  case fault::operand_count:
    return {errc::shape_error,
            "{} `{}` has the wrong number of operands; give it as many as the TensorFlow operation takes"};
  case fault::attribute_missing:
    return {errc::shape_error, "{} `{}` lacks an attribute; give it {} after the operands, as in Python"};
  case fault::option_misplaced: return {errc::invalid_argument, "{} `{}` does not take `{}`; {}"};
  case fault::option_twice:
    return {errc::invalid_argument, "{} `{}` is given `{}` twice; leave one of them out"};
  case fault::not_an_option:
    return {errc::invalid_argument,
            "{} `{}` is given what is no option (a text, a number, a statement or a function); options are "
            "written as `reuse` or `initializer<...>`"};
  case fault::dimension_negative:
    return {errc::shape_error,
            "{} `{}`: a dimension of its shape is negative; give the number of elements, for example as in "
            "`x.size() / 4` where TensorFlow would find it out"};
  case fault::dimension_not_whole:
    return {errc::shape_error,
            "{} `{}`: a dimension of its shape is no whole number; give the number of elements"};
  case fault::dimension_beyond:
    return {
        errc::shape_error,
        "{} `{}`: its shape is made of one that has no such axis; `x.shape()[i]` takes -rank to rank - 1"};
  case fault::dimension_of_no_tensor:
    return {errc::shape_error,
            "{} `{}`: its shape is made of that of a statement, which has none before it runs; hand it to a "
            "function, as in `statement | [](auto x) { ... x.shape() ... }`"};
  case fault::values_of_types:
    return {errc::shape_error, "{} `{}`: values are all of one type, as in values<1.0f, 2.0f>"};
  case fault::no_such_result:
    return {
        errc::invalid_argument,
        "a layer in `{}` asks a pack for a result that it does not have; `get<0>()` is the first of them"};
  case fault::layers_not_included:
    return {errc::invalid_argument, "a layer in `{}` is in <xscope/layers.hpp>: include it"};
  case fault::learning_rate:
    return {errc::invalid_argument,
            "{} in `{}`: the learning rate is a number that the compiler knows, as in "
            "gradient_descent_optimizer<0.1f>, or the handle of a scalar: feed a placeholder"};
  case fault::attribute_unknown: return {errc::invalid_argument, "{} `{}` does not take {}; it takes {}"};
  case fault::attribute_twice: return {errc::invalid_argument, "{} `{}` is given {} twice; keep one of them"};
  case fault::result_not_tensor:
    return {
        errc::shape_error,
        "the program has the result `{}`, which is no tensor, so there is nothing to compute; end the program with a tensor, or "
        "fetch one by its name"};
  case fault::operands_do_not_broadcast:
    return {errc::shape_error,
            "{} `{}`: shapes {} and {} do not broadcast; equal dimensions, or 1, are needed"};
  case fault::operands_differ_in_dtype:
    return {errc::shape_error, "{} `{}`: dtypes {} and {} differ; convert one of them with `cast`"};
  case fault::shapes_differ: return {errc::shape_error, "{} `{}`: shapes {} and {} differ; make them equal"};
  case fault::axis_not_one:
    return {errc::shape_error,
            "{} `{}`: shape {} has other than one element along an axis; name only axes of size 1"};
  case fault::dtype_not_allowed:
    return {errc::shape_error, "{} `{}`: dtype {} is not allowed; convert it with `cast`"};
  case fault::inner_dimensions:
    return {errc::shape_error,
            "{} `{}`: shapes {} and {} do not fit; the columns of the first must be the rows of the second"};
  case fault::rank_not_allowed:
    return {errc::shape_error, "{} `{}`: shape {} has the wrong rank; `reshape` it"};
  case fault::axis_out_of_range:
    return {errc::shape_error, "{} `{}`: an axis is out of range for shape {}; use -rank to rank - 1"};
  case fault::axis_twice:
    return {errc::shape_error, "{} `{}`: an axis of shape {} is given twice; name it once"};
  case fault::axis_count: return {errc::shape_error, "{} `{}` works along one axis; give `axis` one number"};
  case fault::new_axis_out_of_range:
    return {errc::shape_error,
            "{} `{}`: an axis is out of range for shape {} and one axis more; use -rank - 1 to rank"};
  case fault::permutation:
    return {errc::shape_error,
            "{} `{}`: `perm` is no order of the axes of shape {}; name each of 0 to rank - 1 once"};
  case fault::attribute_length:
    return {errc::shape_error,
            "{} `{}`: {} does not have one number, or pair, for each axis of shape {}; give it as many"};
  case fault::state_shape:
    return {errc::shape_error,
            "{} `{}`: the initial state has shape {}; give it the shape (batch, units), or (units) where the "
            "input has no batch"};
  case fault::elements_differ:
    return {errc::shape_error,
            "{} `{}`: shapes {} and {} differ in their number of elements; make them equal"};
  case fault::labels_shape:
    return {errc::shape_error,
            "{} `{}`: labels of shape {} do not fit logits of shape {}; labels have the shape of the logits "
            "without the last dimension"};
  case fault::channels_differ:
    return {
        errc::shape_error,
        "{} `{}`: shapes {} and {} do not fit; the last dimension of the images must be that of the filter "
        "which its channels stand in"};
  case fault::window_numbers:
    return {
        errc::shape_error,
        "{} `{}`: ksize, strides and dilations are one number, two for rows and columns, or four that begin "
        "and end with 1; none is 0"};
  case fault::window_too_large:
    return {
        errc::shape_error,
        "{} `{}`: the window does not fit into images of shape {}; give `padding<\"SAME\">`, or a smaller one"};
  case fault::slice_out_of_range:
    return {errc::shape_error,
            "{} `{}`: the slice goes beyond shape {}; on each axis begin + size is at most what it has"};
  case fault::split_sizes:
    return {
        errc::shape_error,
        "{} `{}`: shape {} cannot be split so; the axis must be a multiple of the number of parts, or the sum "
        "of their sizes"};
  case fault::values_do_not_fill:
    return {errc::shape_error,
            "`{}`: values of shape {} do not fill shape {}; give as many values as it holds"};
  case fault::literal_dtype:
    return {
        errc::shape_error,
        "{} `{}`: a literal of dtype {} stands beside a tensor of dtype {}; write it as an integer, or `cast` "
        "the tensor"};
  case fault::not_a_tensor:
    return {errc::shape_error,
            "{} `{}`: an operand is no tensor (a scope, a pack or an operation); give a tensor"};
  case fault::no_gradient:
    return {errc::shape_error,
            "{} `{}`: the loss has dtype {}, but only floating-point losses can be minimised; `cast` it"};
  case fault::nothing_to_train:
    return {errc::variable_missing, "{} `{}`: no trainable variable exists here; create one before"};
  case fault::no_gradients:
    return {
        errc::invalid_argument,
        "{}: no gradient flows from the loss `{}` to `{}`, nor to any other variable that is trained; make the "
        "loss of them, or train those that it is made of"};
  case fault::no_path:
    return {errc::invalid_argument,
            "no gradient flows from `{}` to `{}`; take one that the other depends on, or ask for "
            "`unconnected_gradients<none>`, or `<zero>`"};
  case fault::gradient_is_none:
    return {
        errc::invalid_argument,
        "{} is given the gradient of `{}`, but none flows there; ask for `unconnected_gradients<zero>`, or leave "
        "it out"};
  case fault::gradients_of_nothing:
    return {errc::invalid_argument,
            "{} in `{}` is not told with respect to what; give it tensors or variables, `gradients(y, x)`"};
  case fault::grad_ys_count:
    return {errc::invalid_argument,
            "{} `{}`: grad_ys has {} tensors for {} ys; give it one for each y, or `none`"};
  case fault::optimizer_name:
    return {errc::invalid_op_name,
            "{} in `{}`: an optimizer is named by an empty text; give it a name, or leave the option out"};
  case fault::not_an_input:
    return {errc::invalid_argument,
            "{} `{}` is given what is neither a tensor nor an operation nor a collection; give it those"};
  case fault::not_a_variable:
    return {
        errc::invalid_argument,
        "{} `{}` changes a variable, but is given something else in its place; give it what get_variable gives"};
  case fault::not_a_gradient_list:
    return {errc::invalid_argument,
            "{} `{}` is given what is no list of gradients; give it what compute_gradients or zip gives"};
  case fault::zip_lengths:
    return {errc::invalid_argument,
            "{} in `{}` has {} gradients for {} variables; give it one for each variable, or `none`"};
  case fault::two_gradients:
    return {errc::invalid_argument, "zip is given two gradients of `{}`; give it their sum"};
  case fault::not_in_list:
    return {
        errc::invalid_argument,
        "the list of gradients has none of `{}`, but that of `{}` and what follows; give compute_gradients a "
        "`var_list` with it"};
  case fault::gradient_is_otherwise:
    return {
        errc::shape_mismatch,
        "{} `{}`: its gradient has shape {} and dtype {}, but shape {} and dtype {} are asked for; they must "
        "be equal"};
  case fault::all_none:
    return {errc::invalid_argument,
            "{} is given `none` for `{}`, and for any other variable; give it a gradient"};
  case fault::slot_missing:
    return {
        errc::variable_missing,
        "variable `{}` does not exist, or was not created with get_variable; an optimizer keeps it, so call "
        "`minimize` outside of scopes that reuse, or open them with `auto_reuse`"};
  case fault::operands_do_not_join:
    return {errc::shape_error,
            "{} `{}`: shapes {} and {} do not join; all dimensions but that of the axis must be equal"};
  case fault::initializer_not_valid:
    return {
        errc::shape_required,
        "the initializer passed for variable `{}` is not valid: it should be a callable with no arguments, or the "
        "shape should be given and fully defined; give `shape<...>`, or an initializer that has a shape"};
  case fault::initializer_required:
    return {
        errc::initializer_mismatch,
        "an initializer for variable `{}` of dtype {} is required; there is no default for it, give `initializer<...>`"};
  case fault::getter_not_callable:
    return {
        errc::invalid_argument,
        "variable `{}`: the custom_getter is not callable, or does not compile; give a captureless lambda that takes the getter and "
        "the request "
        "(with Clang, within a template: one that has a name)"};
  case fault::creator_not_callable:
    return {
        errc::invalid_argument,
        "variable `{}`: a variable creator is not callable, or does not compile; give a captureless lambda that takes the next creator "
        "and the request "
        "(with Clang, within a template: one that has a name)"};
  case fault::regularizer_not_callable:
    return {
        errc::invalid_argument,
        "variable `{}`: the regularizer is not callable, or does not compile; give a captureless lambda that takes the variable "
        "(with Clang, within a template: one that has a name)"};
  case fault::regularizer_result:
    return {
        errc::invalid_argument,
        "variable `{}`: the regularizer must return a tensor, the loss that it adds, or none; return one of them"};
  case fault::synchronization_mode:
    return {errc::invalid_argument,
            "invalid variable synchronization mode for variable `{}`; give one of VariableSynchronization"};
  case fault::aggregation_mode:
    return {errc::invalid_argument,
            "invalid variable aggregation mode for variable `{}`; give one of VariableAggregation"};
  case fault::collections_not_list:
    return {
        errc::invalid_argument,
        "variable `{}`: the collections argument must be a list of keys; give `collections<\"a\", \"b\">`"};
  case fault::constraint_not_callable:
    return {
        errc::invalid_argument,
        "variable `{}`: the constraint must be a callable that compiles; give a captureless lambda that takes the variable "
        "(with Clang, within a template: one that has a name)"};
  case fault::constraint_result:
    return {
        errc::invalid_argument,
        "variable `{}`: the constraint must return a tensor of the same shape and dtype as the variable, made of "
        "operations alone; return the projected variable"};
  case fault::partitioner_not_callable:
    return {
        errc::invalid_argument,
        "variable `{}`: the partitioner must be callable; give a captureless lambda that takes shape and dtype"};
  case fault::partitioner_missing:
    return {
        errc::partition_mismatch,
        "no partitioner was provided, but a partitioned version of variable `{}` was found: `{}/part_0`; give "
        "the partitioner, or another name"};
  case fault::unpartitioned_exists:
    return {errc::partition_mismatch,
            "a partitioner was provided, but an unpartitioned version of variable `{}` was found; leave the "
            "partitioner out, or give another name"};
  case fault::partitioned_exists:
    return {
        errc::variable_exists,
        "partitioned variable `{}` already exists; give each layer a scope of its own, `variable_scope<\"...\">`; to share it on purpose, use `reuse` or `auto_reuse`, or bind it once with `let`"};
  case fault::partitioned_missing:
    return {
        errc::variable_missing,
        "partitioned variable `{}` does not exist, or was not created with get_variable; create it first, or open "
        "its scope with `auto_reuse`"};
  case fault::partitioned_shape:
    return {
        errc::shape_mismatch,
        "trying to reuse partitioned variable `{}`, but specified shape {} and found shape {}; ask for the shape "
        "that it has"};
  case fault::partitioned_dtype:
    return {
        errc::dtype_mismatch,
        "trying to reuse partitioned variable `{}`, but specified dtype {} and found dtype {}; ask for it with "
        "the dtype that it has"};
  case fault::partitions_differ:
    return {
        errc::partition_mismatch,
        "trying to reuse partitioned variable `{}`, but specified partitions {} and found partitions {}; give the "
        "partitioner that it was created with"};
  case fault::partitioned_otherwise:
    return {
        errc::partition_mismatch,
        "variable `{}`: the partitioner returned a different partitioning than what was already found; create all "
        "slices, or none, before"};
  case fault::partition_of_unknown:
    return {
        errc::shape_required,
        "the shape of partitioned variable `{}` must be fully defined, also when it is reused; give `shape<...>`"};
  case fault::partition_of_scalar:
    return {
        errc::partition_mismatch,
        "partitioned variable `{}` must have rank at least 1, but its shape is (); leave the partitioner out"};
  case fault::partition_not_sequence:
    return {
        errc::partition_mismatch,
        "variable `{}`: the partitioner must return a sequence; return a std::array with the number of parts along "
        "each axis"};
  case fault::partition_rank:
    return {
        errc::partition_mismatch,
        "variable `{}`: the partitioner returned a partition list that does not match the rank of the variable, shape "
        "{}; return one number for each axis"};
  case fault::partition_zero:
    return {
        errc::partition_mismatch,
        "variable `{}`: the partitioner returned zero partitions for some axes of shape {}; return 1 where it is "
        "not split"};
  case fault::partition_two_axes:
    return {
        errc::partition_mismatch,
        "variable `{}`: the partitioner can only slice a variable along one dimension, shape {}; return 1 for all "
        "axes but one"};
  case fault::partition_too_many:
    return {
        errc::partition_mismatch,
        "variable `{}`: the partitioner returned more slices than there are rows, expected 0 <= offset < shape "
        "for shape {}; return at most the size of the axis"};
  case fault::auxiliary_not_bool:
    return {errc::invalid_argument,
            "variable_scope in `{}`: auxiliary_name_scope must be true or false; give one of them"};
  case fault::default_name_not_text:
    return {errc::invalid_argument,
            "name_scope in `{}`: the default_name is not a text; give `default_name<\"...\">`"};
  case fault::name_scope_needs_name:
    return {errc::invalid_argument,
            "name_scope in `{}`: at least one of name and default_name must be provided; give a name"};
  case fault::template_needs_name:
    return {errc::invalid_argument, "make_template in `{}`: the name cannot be none; give it one"};
  case fault::template_trainable:
    return {
        errc::invalid_argument,
        "template `{}`: a trainable variable was created when calling a template after the first time; use "
        "get_variable, which shares, in the place of variable"};
  case fault::not_a_pattern:
    return {errc::invalid_argument,
            "`{}` selects no names: `{}` in it {}; write a regular expression as Python's re.match takes it"};
  case fault::endless_pattern:
    return {
        errc::invalid_argument,
        "`{}` takes too many steps to be compared with `{}`; repeat single characters, as in `[^/]*`, and no groups "
        "that hold repetitions"};
  case fault::collection_item:
    return {
        errc::shape_error,
        "`{}` in the collection `{}` cannot be summed up: it is no scalar of dtype {}; reduce it with reduce_sum, "
        "or `cast` it"};
  case fault::not_arg_scoped:
    return {errc::invalid_argument,
            "arg_scope in `{}`: a function is not decorated with add_arg_scope; decorate it"};
  case fault::arg_scope_target:
    return {errc::invalid_argument,
            "arg_scope in `{}` must either be given functions<...> or a reused scope; give one of them"};
  case fault::arg_scope_replaces:
    return {
        errc::invalid_argument,
        "arg_scope in `{}`: when a scope is reused, kwargs must be empty; set them in an arg_scope within"};
  case fault::unknown_argument:
    return {errc::invalid_argument,
            "a function in `{}` got an unexpected keyword argument; it takes those that add_arg_scope names"};
  case fault::needs_history: return {errc::ok, "the trace needs a history"};
  }
  return {errc::ok, ""};
}

}  // namespace diag
}  // namespace xscope

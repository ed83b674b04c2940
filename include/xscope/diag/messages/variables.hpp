// SPDX-License-Identifier: BSD-3-Clause
// What can be wrong with variables: their requests, initializers, callables and partitions.
#pragma once

#include "../message.hpp"

namespace xscope::diag {

inline constexpr message variables_messages[] = {
    {fault::variable_exists, errc::variable_exists,
     "variable `{name}` already exists; give each layer a scope of its own, `variable_scope<\"...\">`; to "
     "share it on purpose, use `reuse` or `auto_reuse`, or bind it once with `let`"},
    {fault::variable_missing, errc::variable_missing,
     "variable `{name}` does not exist, or was not created with get_variable; create it first, or open "
     "its scope with `auto_reuse`"},
    {fault::shape_mismatch, errc::shape_mismatch,
     "trying to share variable `{name}`, but specified shape {shape} and found shape {other_shape}; ask "
     "for the shape that it has, or leave the shape out"},
    {fault::dtype_mismatch, errc::dtype_mismatch,
     "trying to share variable `{name}`, but specified dtype {dtype} and found dtype {other_dtype}; ask "
     "for it with the dtype that it has"},
    {fault::shape_required, errc::shape_required,
     "a shape for the new variable `{name}` is required; give `shape<...>`, or an initializer that has a "
     "shape"},
    {fault::shape_not_known, errc::shape_required,
     "the shape {shape} of the new variable `{name}` must be fully defined; only a variable that exists "
     "can be asked for with `unknown` dimensions"},
    {fault::initializer_and_shape, errc::initializer_mismatch,
     "the initializer of variable `{name}` is a constant, do not specify shape {shape}; leave the shape "
     "out, or use constant_initializer"},
    {fault::initializer_dtype, errc::initializer_mismatch,
     "variable `{name}`: the dtype {dtype} of its initializer and the explicit dtype {other_dtype} do not "
     "match; make them equal"},
    {fault::initializer_not_valid, errc::shape_required,
     "the initializer passed for variable `{name}` is not valid: it should be a callable with no "
     "arguments, or the shape should be given and fully defined; give `shape<...>`, or an initializer "
     "that has a shape"},
    {fault::initializer_required, errc::initializer_mismatch,
     "an initializer for variable `{name}` of dtype {dtype} is required; there is no default for it, give "
     "`initializer<...>`"},
    {fault::getter_not_callable, errc::invalid_argument,
     "variable `{name}`: the custom_getter is not callable, or does not compile; give a captureless "
     "lambda that takes the getter and the request (with Clang, within a template: one that has a name)"},
    {fault::creator_not_callable, errc::invalid_argument,
     "variable `{name}`: a variable creator is not callable, or does not compile; give a captureless "
     "lambda that takes the next creator and the request (with Clang, within a template: one that has a "
     "name)"},
    {fault::regularizer_not_callable, errc::invalid_argument,
     "variable `{name}`: the regularizer is not callable, or does not compile; give a captureless lambda "
     "that takes the variable (with Clang, within a template: one that has a name)"},
    {fault::regularizer_result, errc::invalid_argument,
     "variable `{name}`: the regularizer must return a tensor, the loss that it adds, or none; return one "
     "of them"},
    {fault::synchronization_mode, errc::invalid_argument,
     "invalid variable synchronization mode for variable `{name}`; give one of VariableSynchronization"},
    {fault::aggregation_mode, errc::invalid_argument,
     "invalid variable aggregation mode for variable `{name}`; give one of VariableAggregation"},
    {fault::collections_not_list, errc::invalid_argument,
     "variable `{name}`: the collections argument must be a list of keys; give `collections<\"a\", \"b\">`"},
    {fault::constraint_not_callable, errc::invalid_argument,
     "variable `{name}`: the constraint must be a callable that compiles; give a captureless lambda that "
     "takes the variable (with Clang, within a template: one that has a name)"},
    {fault::constraint_result, errc::invalid_argument,
     "variable `{name}`: the constraint must return a tensor of the same shape and dtype as the variable, "
     "made of operations alone; return the projected variable"},
    {fault::partitioner_not_callable, errc::invalid_argument,
     "variable `{name}`: the partitioner must be callable; give a captureless lambda that takes shape and "
     "dtype"},
    {fault::partitioner_missing, errc::partition_mismatch,
     "no partitioner was provided, but a partitioned version of variable `{name}` was found: "
     "`{name}/part_0`; give the partitioner, or another name"},
    {fault::unpartitioned_exists, errc::partition_mismatch,
     "a partitioner was provided, but an unpartitioned version of variable `{name}` was found; leave the "
     "partitioner out, or give another name"},
    {fault::partitioned_exists, errc::variable_exists,
     "partitioned variable `{name}` already exists; give each layer a scope of its own, "
     "`variable_scope<\"...\">`; to share it on purpose, use `reuse` or `auto_reuse`, or bind it once "
     "with `let`"},
    {fault::partitioned_missing, errc::variable_missing,
     "partitioned variable `{name}` does not exist, or was not created with get_variable; create it "
     "first, or open its scope with `auto_reuse`"},
    {fault::partitioned_shape, errc::shape_mismatch,
     "trying to reuse partitioned variable `{name}`, but specified shape {shape} and found shape "
     "{other_shape}; ask for the shape that it has"},
    {fault::partitioned_dtype, errc::dtype_mismatch,
     "trying to reuse partitioned variable `{name}`, but specified dtype {dtype} and found dtype "
     "{other_dtype}; ask for it with the dtype that it has"},
    {fault::partitions_differ, errc::partition_mismatch,
     "trying to reuse partitioned variable `{name}`, but specified partitions {partitions} and found "
     "partitions {other_partitions}; give the partitioner that it was created with"},
    {fault::partitioned_otherwise, errc::partition_mismatch,
     "variable `{name}`: the partitioner returned a different partitioning than what was already found; "
     "create all slices, or none, before"},
    {fault::partition_of_unknown, errc::shape_required,
     "the shape of partitioned variable `{name}` must be fully defined, also when it is reused; give "
     "`shape<...>`"},
    {fault::partition_of_scalar, errc::partition_mismatch,
     "partitioned variable `{name}` must have rank at least 1, but its shape is (); leave the partitioner "
     "out"},
    {fault::partition_not_sequence, errc::partition_mismatch,
     "variable `{name}`: the partitioner must return a sequence; return a std::array with the number of "
     "parts along each axis"},
    {fault::partition_rank, errc::partition_mismatch,
     "variable `{name}`: the partitioner returned a partition list that does not match the rank of the "
     "variable, shape {shape}; return one number for each axis"},
    {fault::partition_zero, errc::partition_mismatch,
     "variable `{name}`: the partitioner returned zero partitions for some axes of shape {shape}; return "
     "1 where it is not split"},
    {fault::partition_two_axes, errc::partition_mismatch,
     "variable `{name}`: the partitioner can only slice a variable along one dimension, shape {shape}; "
     "return 1 for all axes but one"},
    {fault::partition_too_many, errc::partition_mismatch,
     "variable `{name}`: the partitioner returned more slices than there are rows, expected 0 <= offset < "
     "shape for shape {shape}; return at most the size of the axis"},
};

}  // namespace xscope::diag

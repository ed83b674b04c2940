// SPDX-License-Identifier: BSD-3-Clause
// What can be wrong with the operands of operations.
#pragma once

#include "../message.hpp"

namespace xscope::diag {

inline constexpr message operations_messages[] = {
    {fault::operands_do_not_broadcast, errc::shape_error,
     "{call} `{name}`: shapes {shape} and {other_shape} do not broadcast; equal dimensions, or 1, are "
     "needed"},
    {fault::operands_differ_in_dtype, errc::shape_error,
     "{call} `{name}`: dtypes {dtype} and {other_dtype} differ; convert one of them with `cast`"},
    {fault::shapes_differ, errc::shape_error,
     "{call} `{name}`: shapes {shape} and {other_shape} differ; make them equal"},
    {fault::axis_not_one, errc::shape_error,
     "{call} `{name}`: shape {shape} has other than one element along an axis; name only axes of size 1"},
    {fault::dtype_not_allowed, errc::shape_error,
     "{call} `{name}`: dtype {dtype} is not allowed; convert it with `cast`"},
    {fault::inner_dimensions, errc::shape_error,
     "{call} `{name}`: shapes {shape} and {other_shape} do not fit; the columns of the first must be the "
     "rows of the second"},
    {fault::rank_not_allowed, errc::shape_error,
     "{call} `{name}`: shape {shape} has the wrong rank; `reshape` it"},
    {fault::axis_out_of_range, errc::shape_error,
     "{call} `{name}`: an axis is out of range for shape {shape}; use -rank to rank - 1"},
    {fault::axis_twice, errc::shape_error,
     "{call} `{name}`: an axis of shape {shape} is given twice; name it once"},
    {fault::axis_count, errc::shape_error, "{call} `{name}` works along one axis; give `axis` one number"},
    {fault::new_axis_out_of_range, errc::shape_error,
     "{call} `{name}`: an axis is out of range for shape {shape} and one axis more; use -rank - 1 to rank"},
    {fault::permutation, errc::shape_error,
     "{call} `{name}`: `perm` is no order of the axes of shape {shape}; name each of 0 to rank - 1 once"},
    {fault::attribute_length, errc::shape_error,
     "{call} `{name}`: {taken} does not have one number, or pair, for each axis of shape {shape}; give it "
     "as many"},
    {fault::elements_differ, errc::shape_error,
     "{call} `{name}`: shapes {shape} and {other_shape} differ in their number of elements; make them "
     "equal"},
    {fault::state_shape, errc::shape_error,
     "{call} `{name}`: the initial state has shape {shape}; give it the shape (batch, units), or (units) "
     "where the input has no batch"},
    {fault::labels_shape, errc::shape_error,
     "{call} `{name}`: labels of shape {shape} do not fit logits of shape {other_shape}; labels have the "
     "shape of the logits without the last dimension"},
    {fault::channels_differ, errc::shape_error,
     "{call} `{name}`: shapes {shape} and {other_shape} do not fit; the last dimension of the images must "
     "be that of the filter which its channels stand in"},
    {fault::window_numbers, errc::shape_error,
     "{call} `{name}`: ksize, strides and dilations are one number, two for rows and columns, or four "
     "that begin and end with 1; none is 0"},
    {fault::window_too_large, errc::shape_error,
     "{call} `{name}`: the window does not fit into images of shape {shape}; give `padding<\"SAME\">`, or "
     "a smaller one"},
    {fault::slice_out_of_range, errc::shape_error,
     "{call} `{name}`: the slice goes beyond shape {shape}; on each axis begin + size is at most what it "
     "has"},
    {fault::split_sizes, errc::shape_error,
     "{call} `{name}`: shape {shape} cannot be split so; the axis must be a multiple of the number of "
     "parts, or the sum of their sizes"},
    {fault::literal_dtype, errc::shape_error,
     "{call} `{name}`: a literal of dtype {dtype} stands beside a tensor of dtype {other_dtype}; write it "
     "as an integer, or `cast` the tensor"},
    {fault::not_a_tensor, errc::shape_error,
     "{call} `{name}`: an operand is no tensor (a scope, a pack or an operation); give a tensor"},
    {fault::operands_do_not_join, errc::shape_error,
     "{call} `{name}`: shapes {shape} and {other_shape} do not join; all dimensions but that of the axis "
     "must be equal"},
};

}  // namespace xscope::diag

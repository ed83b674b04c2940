// SPDX-License-Identifier: BSD-3-Clause
// What can be wrong with how statements are written: layers, options, attributes, shapes and values.
#pragma once

#include "../message.hpp"

namespace xscope::diag {

inline constexpr message statements_messages[] = {
    {fault::layer_arguments, errc::shape_error,
     "a layer in `{name}` cannot be called with what it is given, or does not compile, as told above; it "
     "takes a handle for each statement that is bound, and a pack is one"},
    {fault::layer_result, errc::shape_error,
     "a layer in `{name}` does not return a statement, or one that does not compile, as told above; "
     "return an operation, a scope around statements, or a handle"},
    {fault::not_a_layer, errc::invalid_argument,
     "what stands behind `|` in `{name}` is no layer; `x | layer` hands x to a function, as in `x | "
     "[](auto h) { ... }`"},
    {fault::no_function, errc::invalid_argument,
     "`let` in `{name}` ends with a function of the handles of what it binds: `let(a, b, [](auto x, auto "
     "y) { ... })`"},
    {fault::layer_called_with, errc::invalid_argument,
     "a layer in `{name}` is called with something else than tensors; its options stand in angle "
     "brackets, as in `dense<64, name<\"hidden\">>(x)`"},
    {fault::not_a_statement, errc::invalid_argument,
     "what stands among the statements in `{name}` is none (a text, a function or an option); a function "
     "is called with handles, or stands behind `|`"},
    {fault::attributes_first, errc::invalid_argument,
     "an operation in `{name}` is called otherwise than in TensorFlow; it takes as many operands, and "
     "then its attributes"},
    {fault::number_in_program, errc::invalid_argument,
     "a number of C++ stands among the statements in `{name}`, where only its type is known; write 2.0_c "
     "or value<2.0f>, or feed a placeholder"},
    {fault::layer_size, errc::invalid_argument,
     "a layer in `{name}` is not told how large it is; give it its units, `dense<64>` or `gru<8>`, or its "
     "filters and their size, `conv2d<64, kernel_size<3>>`"},
    {fault::shape_not_given, errc::shape_required,
     "`{name}` needs a shape with all dimensions known; give it as in `shape<1, 784>`"},
    {fault::shape_too_large, errc::shape_error,
     "`{name}` would have the shape {shape}, which is more than an address space holds; make it smaller"},
    {fault::value_not_given, errc::initializer_mismatch,
     "`{name}`: initial_value must be specified; give `value<...>` or `values<...>`, or to a variable an "
     "initializer and a shape"},
    {fault::operand_count, errc::shape_error,
     "{call} `{name}` has the wrong number of operands; give it as many as the TensorFlow operation takes"},
    {fault::attribute_missing, errc::shape_error,
     "{call} `{name}` lacks an attribute; give it {taken} after the operands, as in Python"},
    {fault::option_misplaced, errc::invalid_argument, "{call} `{name}` does not take `{given}`; {remedy}"},
    {fault::option_twice, errc::invalid_argument,
     "{call} `{name}` is given `{given}` twice; leave one of them out"},
    {fault::not_an_option, errc::invalid_argument,
     "{call} `{name}` is given what is no option (a text, a number, a statement or a function); options "
     "are written as `reuse` or `initializer<...>`"},
    {fault::dimension_negative, errc::shape_error,
     "{call} `{name}`: a dimension of its shape is negative; give the number of elements, for example as "
     "in `x.size() / 4` where TensorFlow would find it out"},
    {fault::dimension_not_whole, errc::shape_error,
     "{call} `{name}`: a dimension of its shape is no whole number; give the number of elements"},
    {fault::dimension_beyond, errc::shape_error,
     "{call} `{name}`: its shape is made of one that has no such axis; `x.shape()[i]` takes -rank to rank "
     "- 1"},
    {fault::dimension_of_no_tensor, errc::shape_error,
     "{call} `{name}`: its shape is made of that of a statement, which has none before it runs; hand it "
     "to a function, as in `statement | [](auto x) { ... x.shape() ... }`"},
    {fault::values_of_types, errc::shape_error,
     "{call} `{name}`: values are all of one type, as in values<1.0f, 2.0f>"},
    {fault::no_such_result, errc::invalid_argument,
     "a layer in `{name}` asks a pack for a result that it does not have; `get<0>()` is the first of them"},
    {fault::layers_not_included, errc::invalid_argument,
     "a layer in `{name}` is in <xscope/layers.hpp>: include it"},
    {fault::attribute_unknown, errc::invalid_argument,
     "{call} `{name}` does not take {given}; it takes {taken}"},
    {fault::attribute_twice, errc::invalid_argument,
     "{call} `{name}` is given {given} twice; keep one of them"},
    {fault::values_do_not_fill, errc::shape_error,
     "`{name}`: values of shape {shape} do not fill shape {other_shape}; give as many values as it holds"},
};

}  // namespace xscope::diag

// SPDX-License-Identifier: BSD-3-Clause
// What can be wrong with gradients, training and effects.
#pragma once

#include "../message.hpp"

namespace xscope::diag {

inline constexpr message training_messages[] = {
    {fault::learning_rate, errc::invalid_argument,
     "{call} in `{name}`: the learning rate is a number that the compiler knows, as in "
     "gradient_descent_optimizer<0.1f>, or the handle of a scalar: feed a placeholder"},
    {fault::no_gradient, errc::shape_error,
     "{call} `{name}`: the loss has dtype {dtype}, but only floating-point losses can be minimised; "
     "`cast` it"},
    {fault::nothing_to_train, errc::variable_missing,
     "{call} `{name}`: no trainable variable exists here; create one before"},
    {fault::no_gradients, errc::invalid_argument,
     "{call}: no gradient flows from the loss `{name}` to `{other}`, nor to any other variable that is "
     "trained; make the loss of them, or train those that it is made of"},
    {fault::no_path, errc::invalid_argument,
     "no gradient flows from `{name}` to `{other}`; take one that the other depends on, or ask for "
     "`unconnected_gradients<none>`, or `<zero>`"},
    {fault::gradient_is_none, errc::invalid_argument,
     "{call} is given the gradient of `{name}`, but none flows there; ask for "
     "`unconnected_gradients<zero>`, or leave it out"},
    {fault::gradients_of_nothing, errc::invalid_argument,
     "{call} in `{name}` is not told with respect to what; give it tensors or variables, `gradients(y, x)`"},
    {fault::grad_ys_count, errc::invalid_argument,
     "{call} `{name}`: grad_ys has {count} tensors for {other_count} ys; give it one for each y, or `none`"},
    {fault::optimizer_name, errc::invalid_op_name,
     "{call} in `{name}`: an optimizer is named by an empty text; give it a name, or leave the option out"},
    {fault::hyper_unknown, errc::invalid_argument,
     "{call} in `{name}`: its optimizer has no hyper-parameter `{given}`; it takes {taken}"},
    {fault::not_an_input, errc::invalid_argument,
     "{call} `{name}` is given what is neither a tensor nor an operation nor a collection; give it those"},
    {fault::not_a_variable, errc::invalid_argument,
     "{call} `{name}` changes a variable, but is given something else in its place; give it what "
     "get_variable gives"},
    {fault::not_a_gradient_list, errc::invalid_argument,
     "{call} `{name}` is given what is no list of gradients; give it what compute_gradients or zip "
     "gives"},
    {fault::zip_lengths, errc::invalid_argument,
     "{call} in `{name}` has {count} gradients for {other_count} variables; give it one for each "
     "variable, or `none`"},
    {fault::two_gradients, errc::invalid_argument,
     "zip is given two gradients of `{name}`; give it their sum"},
    {fault::no_gradient_defined, errc::invalid_argument,
     "no gradient is defined for operation `{name}` of type {given}, which only has a name; take one that "
     "computes"},
    {fault::not_in_list, errc::invalid_argument,
     "the list of gradients has none of `{name}`, but that of `{other}` and what follows; give "
     "compute_gradients a `var_list` with it"},
    {fault::gradient_is_otherwise, errc::shape_mismatch,
     "{call} `{name}`: its gradient has shape {shape} and dtype {dtype}, but shape {other_shape} and dtype "
     "{other_dtype} are asked for; they must be equal"},
    {fault::all_none, errc::invalid_argument,
     "{call} is given `none` for `{name}`, and for any other variable; give it a gradient"},
    {fault::slot_missing, errc::variable_missing,
     "variable `{name}` does not exist, or was not created with get_variable; an optimizer keeps it, so "
     "call `minimize` outside of scopes that reuse, or open them with `auto_reuse`"},
};

}  // namespace xscope::diag

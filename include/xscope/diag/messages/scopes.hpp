// SPDX-License-Identifier: BSD-3-Clause
// What can be wrong with scopes and names, templates, arg_scopes and collections.
#pragma once

#include "../message.hpp"

namespace xscope::diag {

inline constexpr message scopes_messages[] = {
    {fault::invalid_scope_name, errc::invalid_scope_name,
     "`{name}` is not a valid scope name; use letters, digits, `_`, `.`, `-` and `/`, and at the root "
     "begin with a letter, a digit or `.`"},
    {fault::invalid_op_name, errc::invalid_op_name,
     "`{name}` is not a valid node name; use letters, digits, `_`, `.`, `-` and `/`, and begin with a "
     "letter, a digit or `.`"},
    {fault::duplicate_op_name, errc::invalid_op_name,
     "duplicate node name `{name}`: an operation has that exact name; leave out the trailing slash to get "
     "a unique one"},
    {fault::reuse_needs_name, errc::reuse_needs_name,
     "`reuse` and `auto_reuse` cannot be used without the name of a scope (here there is only the default "
     "name `{given}`); give the scope a name"},
    {fault::scope_needs_name, errc::invalid_scope_name,
     "variable_scope<none> in `{name}` has no name; give it `default_name<...>`, or a name or a scope in "
     "the place of `none`"},
    {fault::scope_expected, errc::invalid_scope_name,
     "variable_scope in `{name}` is given what is neither a text nor a variable scope; the name scope of "
     "a variable scope is entered by name_scope<vs.original_name_scope()>"},
    {fault::name_scope_expected, errc::invalid_scope_name,
     "name_scope in `{name}` is given what is neither a text nor a name scope; the name scope of a "
     "variable scope is vs.original_name_scope()"},
    {fault::template_of_function, errc::invalid_argument,
     "make_template in `{name}` takes one function: `make_template<\"net\">([](auto x) { ... })`"},
    {fault::auxiliary_not_bool, errc::invalid_argument,
     "variable_scope in `{name}`: auxiliary_name_scope must be true or false; give one of them"},
    {fault::default_name_not_text, errc::invalid_argument,
     "name_scope in `{name}`: the default_name is not a text; give `default_name<\"...\">`"},
    {fault::name_scope_needs_name, errc::invalid_argument,
     "name_scope in `{name}`: at least one of name and default_name must be provided; give a name"},
    {fault::template_needs_name, errc::invalid_argument,
     "make_template in `{name}`: the name cannot be none; give it one"},
    {fault::template_trainable, errc::invalid_argument,
     "template `{name}`: a trainable variable was created when calling a template after the first time; "
     "use get_variable, which shares, in the place of variable"},
    {fault::collection_item, errc::shape_error,
     "`{name}` in the collection `{other}` cannot be summed up: it is no scalar of dtype {dtype}; reduce "
     "it with reduce_sum, or `cast` it"},
    {fault::not_a_pattern, errc::invalid_argument,
     "`{given}` selects no names: `{part}` in it {reason}; write a regular expression as Python's "
     "re.match takes it"},
    {fault::endless_pattern, errc::invalid_argument,
     "`{given}` takes too many steps to be compared with `{name}`; repeat single characters, as in "
     "`[^/]*`, and no groups that hold repetitions"},
    {fault::not_arg_scoped, errc::invalid_argument,
     "arg_scope in `{name}`: a function is not decorated with add_arg_scope; decorate it"},
    {fault::arg_scope_target, errc::invalid_argument,
     "arg_scope in `{name}` must either be given functions<...> or a reused scope; give one of them"},
    {fault::arg_scope_replaces, errc::invalid_argument,
     "arg_scope in `{name}`: when a scope is reused, kwargs must be empty; set them in an arg_scope within"},
    {fault::unknown_argument, errc::invalid_argument,
     "a function in `{name}` got an unexpected keyword argument; it takes those that add_arg_scope names"},
};

}  // namespace xscope::diag

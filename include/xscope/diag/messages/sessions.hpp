// SPDX-License-Identifier: BSD-3-Clause
// What can be wrong with what a session is asked for, is fed, shares or writes to files.
#pragma once

#include "../message.hpp"

namespace xscope::diag {

inline constexpr message sessions_messages[] = {
    {fault::unknown_name, errc::unknown_name,
     "there is no tensor `{name}` in the graph; the nearest names are {names}"},
    {fault::unknown_feed, errc::unknown_name,
     "there is no placeholder `{name}` in the graph; the nearest names are {names}"},
    {fault::unknown_variable, errc::unknown_name,
     "there is no variable `{name}` in the graph; the nearest names are {names}"},
    {fault::renamed_twice, errc::invalid_argument,
     "two rules rename variable `{name}` for files; keep one of them"},
    {fault::stored_twice, errc::invalid_argument,
     "two variables would be stored as `{name}`; give one of them another name"},
    {fault::axes_of_rank, errc::invalid_argument,
     "variable `{name}` of shape {shape} cannot be stored with its axes in the order that a rule gives; "
     "name each axis once, as in `axes{1, 0}`"},
    {fault::not_in_session, errc::unknown_name,
     "variable `{name}` is not in the session whose variables are shared; the nearest names there are "
     "{names}"},
    {fault::not_fed, errc::unknown_name,
     "placeholder `{name}` is not fed, but what is fetched needs it; add feed<\"{name}\">(...)"},
    {fault::fed_twice, errc::unknown_name, "placeholder `{name}` is fed twice; give it one value"},
    {fault::feed_count, errc::unknown_name,
     "`run` was given `{count}` feeds for {other_count} placeholders ({names}); feed all of them, in that "
     "order"},
    {fault::feed_shape, errc::shape_mismatch,
     "feed of placeholder `{name}`: specified shape {given} and needed shape {shape}; {remedy}"},
    {fault::feed_narrows, errc::dtype_mismatch,
     "feed of placeholder `{name}`: {dtype} does not hold every {other_dtype}; cast it, a tensor as in "
     "`xt::cast<{taken}>(x)`"},
    {fault::not_feedable, errc::shape_mismatch,
     "feed of placeholder `{name}` is nothing that can be read as numbers; give an xtensor expression, a "
     "number, or a std::array, vector or span of numbers"},
    {fault::result_not_tensor, errc::shape_error,
     "the program has the result `{name}`, which is no tensor, so there is nothing to compute; end the "
     "program with a tensor, or fetch one by its name"},
};

}  // namespace xscope::diag

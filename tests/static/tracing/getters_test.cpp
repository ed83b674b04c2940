// SPDX-License-Identifier: BSD-3-Clause
// Custom getters in a trace: a section at the root of names, in which each getter is told what it is asked
// for.
#include <xscope/graph.hpp>

#include "../support/trace_text.hpp"

namespace traces_of_getters {

namespace xs = xscope;
using probe::trace_of;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;

/// A getter that appends to the name.
template <xs::fixed_string Suffix>
constexpr auto add =
    xs::custom_getter<[](auto getter, auto request) { return getter(request, xs::name_suffix<Suffix>); }>;

namespace one_getter {
constexpr auto program = xs::variable_scope<"a", add<"_g">>(v<"v">);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   name_scope none\n"
                                   "2     note_name v in #0\n"
                                   "3     get_variable v_g float32 (4,) in #0\n"
                                   "4   leave\n"
                                   "5 leave\n");
}  // namespace one_getter

namespace of_the_request {
// It is asked in the scope that is current.
constexpr auto program = xs::variable_scope<"a">(v<"v", add<"_g">>);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   name_scope none\n"
                                   "2     note_name v in #0\n"
                                   "3     get_variable v_g float32 (4,) in #0\n"
                                   "4   leave\n"
                                   "5 leave\n");
}  // namespace of_the_request

namespace the_innermost_first {
// Each one is told the name that the one before it made.
constexpr auto program = xs::variable_scope<"a", add<"_a">>(xs::variable_scope<"b", add<"_b">>(v<"v">));
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   variable_scope b\n"
                                   "2     name_scope none\n"
                                   "3       note_name v in #1\n"
                                   "4       note_name v_b in #1\n"
                                   "5       get_variable v_b_a float32 (4,) in #1\n"
                                   "6     leave\n"
                                   "7   leave\n"
                                   "8 leave\n");
}  // namespace the_innermost_first

namespace a_new_name_is_whole {
constexpr auto program = xs::variable_scope<
    "a", xs::custom_getter<[](auto getter, auto request) { return getter(request, xs::rename<"x/y">); }>>(
    v<"v">);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   name_scope none\n"
                                   "2     note_name v in #0\n"
                                   "3     get_variable x/y float32 (4,) from the root\n"
                                   "4   leave\n"
                                   "5 leave\n");
}  // namespace a_new_name_is_whole

namespace two_variables_for_one {
constexpr auto program =
    xs::variable_scope<"a", xs::custom_getter<[](auto getter, auto request) {
                         return xs::name_scope<"sum">(getter(request, xs::name_suffix<"/0">) +
                                                      getter(request, xs::name_suffix<"/1">));
                       }>>(v<"v">);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   name_scope none\n"
                                   "2     note_name v in #0\n"
                                   "3     name_scope sum\n"
                                   "4       get_variable v/0 float32 (4,) in #0\n"
                                   "5       get_variable v/1 float32 (4,) in #0\n"
                                   "6       apply add Add(#4, #5) float32 (4,)\n"
                                   "7     leave\n"
                                   "8   leave\n"
                                   "9 leave\n");
}  // namespace two_variables_for_one

namespace none_at_all {
constexpr auto program =
    v<"v", xs::custom_getter<[](auto, auto) { return xs::constant<"c", xs::value<1>>; }>>;
static_assert(trace_of(program) == "0 name_scope none\n"
                                   "1   note_name v in #root\n"
                                   "2   constant c int32 () = 1\n"
                                   "3 leave\n");
}  // namespace none_at_all

namespace scopes_within {
// The request stays in the scope that it was made in.
constexpr auto program = v<"v", xs::custom_getter<[](auto getter, auto request) {
                             return xs::variable_scope<"inner">(getter(request));
                           }>>;
static_assert(trace_of(program) == "0 name_scope none\n"
                                   "1   note_name v in #root\n"
                                   "2   variable_scope inner\n"
                                   "3     get_variable v float32 (4,) in #root\n"
                                   "4   leave\n"
                                   "5 leave\n");
}  // namespace scopes_within

namespace no_getter {
// It fails when it is called.
constexpr auto program = xs::variable_scope<"a", xs::custom_getter<3>>(v<"v">);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   name_scope none\n"
                                   "2     note_name v in #0\n"
                                   "3     fault v invalid_argument\n");
}  // namespace no_getter

}  // namespace traces_of_getters

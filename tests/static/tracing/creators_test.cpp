// SPDX-License-Identifier: BSD-3-Clause
// Variable creators in a trace: a section of the request, with what makes the variable if it is new.
#include <xscope/graph.hpp>

#include "../support/trace_text.hpp"

namespace traces_of_creators {

namespace xs = xscope;
using probe::trace_of;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;

constexpr auto noting = xs::variable_creator_scope<[](auto next, auto request) {
  return xs::seq(xs::add_to_collection<"log">(request.name()), next(request));
}>;

namespace one_creator {
constexpr auto program = noting(v<"v">);
static_assert(trace_of(program) == "0 get_created v float32 (4,)\n"
                                   "1   name_scope none\n"
                                   "2     note_name v\n"
                                   "3     collect log #2\n"
                                   "4     create_variable #0 v float32 (4,)\n"
                                   "5   leave\n"
                                   "6 leave\n");
}  // namespace one_creator

namespace two_creators {
// The innermost one first.
constexpr auto program = noting(noting(v<"v">), v<"w">);
static_assert(trace_of(program) == "0 get_created v float32 (4,)\n"
                                   "1   name_scope none\n"
                                   "2     note_name v\n"
                                   "3     collect log #2\n"
                                   "4     note_name v\n"
                                   "5     collect log #4\n"
                                   "6     create_variable #0 v float32 (4,)\n"
                                   "7   leave\n"
                                   "8 leave\n"
                                   "9 get_created w float32 (4,)\n"
                                   "10   name_scope none\n"
                                   "11     note_name w\n"
                                   "12     collect log #11\n"
                                   "13     create_variable #9 w float32 (4,)\n"
                                   "14   leave\n"
                                   "15 leave\n");
}  // namespace two_creators

namespace of_tf_variable {
// It is always new: no section.
constexpr auto program = noting(xs::variable<"t", xs::value<1>>);
static_assert(trace_of(program) == "0 note_name t from the root\n"
                                   "1 collect log #0\n"
                                   "2 variable t int32 () = 1\n");
}  // namespace of_tf_variable

namespace another_name {
constexpr auto program =
    xs::variable_creator_scope<[](auto next, auto request) { return next(request, xs::rename<"forced">); }>(
        v<"v">);
static_assert(trace_of(program) == "0 get_created v float32 (4,)\n"
                                   "1   name_scope none\n"
                                   "2     note_name v\n"
                                   "3     create_variable #0 forced float32 (4,)\n"
                                   "4   leave\n"
                                   "5 leave\n");
}  // namespace another_name

namespace behind_a_getter {
constexpr auto program = noting(
    v<"v",
      xs::custom_getter<[](auto getter, auto request) { return getter(request, xs::name_suffix<"_g">); }>>);
static_assert(trace_of(program) == "0 name_scope none\n"
                                   "1   note_name v in #root\n"
                                   "2   get_created v_g float32 (4,) in #root\n"
                                   "3     name_scope none\n"
                                   "4       note_name v_g in #root\n"
                                   "5       collect log #4\n"
                                   "6       create_variable #2 v_g float32 (4,)\n"
                                   "7     leave\n"
                                   "8   leave\n"
                                   "9 leave\n");
}  // namespace behind_a_getter

namespace not_in_a_thread {
constexpr auto program = noting(xs::thread(v<"v">));
static_assert(trace_of(program) == "0 thread\n"
                                   "1   get_variable v float32 (4,)\n"
                                   "2 leave\n");
}  // namespace not_in_a_thread

}  // namespace traces_of_creators

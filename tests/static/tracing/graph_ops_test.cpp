// SPDX-License-Identifier: BSD-3-Clause
// Names, operations of any type, setters and the store in a trace.
#include <xscope/graph.hpp>

#include "../support/trace_text.hpp"

namespace traces_of_graph_ops {

namespace xs = xscope;
using probe::trace_of;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;

namespace names {
constexpr auto program = xs::seq(xs::unique_name<"foo">, xs::unique_name<"foo", xs::mark_as_used<false>>);
static_assert(trace_of(program) == "0 unique_name foo\n"
                                   "1 unique_name foo unmarked\n");
}  // namespace names

namespace operations {
// Inputs run first.
constexpr auto program = xs::seq(xs::create_op<"A", xs::name<"n">, xs::outputs<2>>, xs::apply_op<"B">(v<"v">),
                                 xs::create_op<"NoOp", xs::outputs<0>>);
static_assert(trace_of(program) == "0 create_op n A 2\n"
                                   "1 get_variable v float32 (4,)\n"
                                   "2 create_op B B 1\n"
                                   "3 create_op NoOp NoOp 0\n");
}  // namespace operations

namespace what_is_set_is_no_event {
// What it changes is in the events that follow. Reuse alone is the resolver's.
constexpr auto program = xs::variable_scope<"a">(xs::as(
    [](auto a) { return xs::seq(v<"u">, a.template set_dtype<double>(), v<"v">, a.reuse_variables()); }));
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   get_variable u float32 (4,)\n"
                                   "2   get_variable v float64 (4,)\n"
                                   "3   reuse_variables #0\n"
                                   "4 leave\n");
}  // namespace what_is_set_is_no_event

namespace what_is_read {
// Texts are; all else is known.
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::seq(a.template read<"name">(), a.template read<"original_name_scope">(),
                 a.template read<"dtype">(), a.template read<"reuse">());
}));
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   read #0\n"
                                   "2   read original #0\n"
                                   "3 leave\n");
}  // namespace what_is_read

namespace the_store {
// Without a flag it creates or returns.
constexpr auto program =
    xs::variable_scope<"a">(xs::variable_store::get_variable<"b/v", xs::shape<1>>,
                            xs::variable_store::get_variable<"b/v", xs::shape<1>, xs::reuse>,
                            xs::variable_store::get_variable<"w", xs::shape<1>, xs::no_reuse>);
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   get_variable b/v float32 (1,) from the root auto_reuse\n"
                                   "2   get_variable b/v float32 (1,) from the root reuse\n"
                                   "3   get_variable w float32 (1,) from the root no_reuse\n"
                                   "4 leave\n");
}  // namespace the_store

namespace the_programs_default {
constexpr auto program = xs::seq(xs::enable_resource_variables(), v<"v">);
static_assert(trace_of(program) == "0 get_variable v float32 (4,)\n");
}  // namespace the_programs_default

}  // namespace traces_of_graph_ops

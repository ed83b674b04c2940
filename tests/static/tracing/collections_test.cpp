// SPDX-License-Identifier: BSD-3-Clause
// Collections in a trace: what joins them, and when they are looked at.
#include <xscope/graph.hpp>

#include "../support/trace_text.hpp"

namespace traces_of_collections {

namespace xs = xscope;
using probe::trace_of;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;

namespace what_joins {
constexpr auto program =
    xs::seq(xs::add_to_collection<"k">(v<"v">), xs::add_to_collections<"a", "b", "a">(xs::text<"foo">),
            xs::add_to_collection<"k">(xs::value<12>), xs::add_to_collection<"k">(xs::relu(v<"w">)));
static_assert(trace_of(program) == "0 get_variable v float32 (4,)\n"
                                   "1 collect k #0\n"
                                   "2 collect a b a foo\n"
                                   "3 collect k = 12\n"
                                   "4 get_variable w float32 (4,)\n"
                                   "5 apply Relu Relu(#4) float32 (4,)\n"
                                   "6 collect k #5\n");
}  // namespace what_joins

namespace listings {
constexpr auto program = xs::seq(xs::get_collection<"k">, xs::get_collection<"k", "a/">,
                                 xs::get_collection_ref<"k">, xs::get_all_collection_keys());
static_assert(trace_of(program) == "0 listing k\n"
                                   "1 listing k like a/\n"
                                   "2 listing k at the end\n"
                                   "3 listing none\n");
}  // namespace listings

namespace of_a_scope {
constexpr auto program = xs::variable_scope<"a">(xs::as([](auto a) {
  return xs::seq(a.trainable_variables(), a.global_variables(), a.local_variables(),
                 a.template get_collection<"k">());
}));
static_assert(trace_of(program) == "0 variable_scope a\n"
                                   "1   listing trainable_variables #0\n"
                                   "2   listing variables #0\n"
                                   "3   listing local_variables #0\n"
                                   "4   listing k #0\n"
                                   "5 leave\n");
}  // namespace of_a_scope

}  // namespace traces_of_collections

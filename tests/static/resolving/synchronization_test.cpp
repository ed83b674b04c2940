// SPDX-License-Identifier: BSD-3-Clause
// Synchronization, aggregation, and what they have to do with whether a variable is trained.
#include "../support/probe.hpp"

namespace synchronization {

namespace xs = xscope;
using probe::named;
using probe::refused;
using xs::errc;
using Sync = xs::VariableSynchronization;
using Aggregation = xs::VariableAggregation;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<1>, Options...>;
template <xs::fixed_string Name, auto... Options>
constexpr auto t = xs::variable<Name, xs::value<1.0f>, Options...>;

namespace trained_unless_on_read {
// tf.get_variable("v", [1], synchronization=tf.VariableSynchronization.ON_READ)
constexpr auto g = xs::graph(xs::seq(
    v<"none">, v<"auto", xs::synchronization<Sync::AUTO>>, v<"write", xs::synchronization<Sync::ON_WRITE>>,
    v<"no", xs::synchronization<Sync::NONE>>, v<"read", xs::synchronization<Sync::ON_READ>>));
static_assert(named(g.trainable_variables(), {"none:0", "auto:0", "write:0", "no:0"}));
static_assert(g.global_variables().size() == 5);
}  // namespace trained_unless_on_read

namespace what_is_said_is_kept {
constexpr auto g = xs::graph(xs::pack(v<"v", xs::synchronization<Sync::ON_READ>, xs::trainable<true>>,
                                      v<"w", xs::synchronization<Sync::ON_WRITE>, xs::trainable<false>>));
static_assert(g.result<0>().trainable() && !g.result<1>().trainable());
static_assert(named(g.trainable_variables(), {"v:0"}));
}  // namespace what_is_said_is_kept

namespace tf_variables_too {
constexpr auto g =
    xs::graph(xs::seq(t<"t", xs::synchronization<Sync::ON_READ>>, t<"u", xs::aggregation<Aggregation::SUM>>));
static_assert(named(g.trainable_variables(), {"u:0"}));
}  // namespace tf_variables_too

namespace local_ones_are_never_trained {
// The argument is taken and ignored.
constexpr auto g = xs::graph(xs::get_local_variable<"l", xs::shape<1>, xs::trainable<true>>);
static_assert(!g.result().trainable() && g.trainable_variables().empty());
}  // namespace local_ones_are_never_trained

namespace the_first_request_decides {
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(xs::pack(
    v<"v">, v<"v", xs::trainable<false>>, v<"w", xs::trainable<false>>, v<"w", xs::trainable<true>>)));
static_assert(g.result<0>() == g.result<1>() && g.result<1>().trainable());
static_assert(!g.result<3>().trainable());
static_assert(named(g.trainable_variables(), {"a/v:0"}));
}  // namespace the_first_request_decides

namespace aggregations {
constexpr auto g = xs::graph(xs::seq(
    v<"a", xs::aggregation<Aggregation::NONE>>, v<"b", xs::aggregation<Aggregation::SUM>>,
    v<"c", xs::aggregation<Aggregation::MEAN>>, v<"d", xs::aggregation<Aggregation::ONLY_FIRST_REPLICA>>));
static_assert(g.trainable_variables().size() == 4);
}  // namespace aggregations

namespace no_such_mode {
static_assert(refused(xs::variable_scope<"a">(v<"v", xs::synchronization<xs::text<"ON_READ">>>),
                      errc::invalid_argument, {"invalid variable synchronization mode", "`a/v`"}));
static_assert(refused(xs::variable_scope<"a">(v<"v", xs::aggregation<xs::text<"MEDIAN">>>),
                      errc::invalid_argument, {"invalid variable aggregation mode", "`a/v`"}));
// One enumerator in the place of the other.
static_assert(refused(v<"v", xs::synchronization<Aggregation::MEAN>>, errc::invalid_argument,
                      {"synchronization"}));
static_assert(refused(v<"v", xs::aggregation<Sync::AUTO>>, errc::invalid_argument, {"aggregation"}));
static_assert(refused(v<"v", xs::aggregation<3>>, errc::invalid_argument, {"aggregation"}));
// Before anything is looked up.
static_assert(refused(xs::seq(v<"v">, v<"v", xs::aggregation<3>>), errc::invalid_argument, {"`v`"}));
static_assert(refused(xs::variable_scope<"a", xs::reuse>(v<"v", xs::synchronization<3>>),
                      errc::invalid_argument, {"`a/v`"}));
}  // namespace no_such_mode

}  // namespace synchronization

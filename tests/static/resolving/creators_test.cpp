// SPDX-License-Identifier: BSD-3-Clause
// Variable creators: through which every new variable is made, the innermost one first.
#include "../support/probe.hpp"

namespace creators {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<3>, Options...>;

/// with tf.variable_creator_scope(log):
template <xs::fixed_string Log>
constexpr auto noting = xs::variable_creator_scope<[](auto next, auto request) {
  return xs::seq(xs::add_to_collection<Log>(request.name()), next(request));
}>;

namespace every_new_variable {
// Those of get_variable by their full names, those of tf.Variable by the names that they were given.
constexpr auto g = xs::graph(noting<"log">(xs::variable_scope<"a">(
    v<"v">, xs::variable<"t", xs::value<1.0f>>, xs::get_local_variable<"l", xs::shape<>>)));
constexpr auto log = g.get_collection<"log">();
static_assert(log.size() == 3 && log[0].name() == "a/v" && log[2].name() == "a/l");
static_assert(named(g.variables(), {"a/v:0", "a/t:0", "a/l:0"}));
}  // namespace every_new_variable

namespace not_what_is_shared {
constexpr auto g =
    xs::graph(noting<"log">(xs::variable_scope<"a", xs::auto_reuse>(xs::pack(v<"v">, v<"v">))));
static_assert(g.result<0>() == g.result<1>());
static_assert(named(g.get_collection<"log">(), {"a/v"}));
}  // namespace not_what_is_shared

namespace the_innermost_is_first {
// with tf.variable_creator_scope(outer):
//   with tf.variable_creator_scope(inner):
//     tf.get_variable("v", [3])
template <xs::fixed_string Who>
constexpr auto telling = xs::variable_creator_scope<[](auto next, auto request) {
  return xs::seq(xs::add_to_collection<"order">(xs::text<Who>), next(request));
}>;
constexpr auto g = xs::graph(telling<"outer">(telling<"inner">(v<"v">), v<"w">));
constexpr auto order = g.get_collection<"order">();
static_assert(order.size() == 3);
static_assert(order[0].text() == "inner" && order[1].text() == "outer" && order[2].text() == "outer");
}  // namespace the_innermost_is_first

namespace a_new_name {
// The operation has it; the store goes by the name that was asked for.
constexpr auto forced =
    xs::variable_creator_scope<[](auto next, auto request) { return next(request, xs::rename<"forced">); }>;
constexpr auto g = xs::graph(xs::let(forced(xs::variable_scope<"a">(v<"v">)), [](auto made) {
  return xs::pack(made, xs::variable_scope<"a", xs::reuse>(v<"v">));
}));
static_assert(g.result<0>().name() == "forced:0" && g.result<0>().key() == "a/v");
static_assert(g.result<0>() == g.result<1>());
constexpr auto keys = g.store_keys();
static_assert(keys.size() == 1 && keys[0].text() == "a/v");

// Two of them: as for any operation the second one gets a number.
constexpr auto two = xs::graph(forced(xs::variable_scope<"a">(xs::pack(v<"v">, v<"w">))));
static_assert(named(results(two), {"forced:0", "forced_1:0"}));
}  // namespace a_new_name

namespace what_it_changes {
constexpr auto changing = xs::variable_creator_scope<[](auto next, auto request) {
  return next(request, xs::trainable<false>, xs::initializer<xs::ones_initializer>);
}>;
constexpr auto g = xs::graph(changing(v<"v">));
static_assert(g.result().name() == "v:0");
static_assert(!g.result().trainable() && g.trainable_variables().empty());
static_assert(named(g.global_variables(), {"v:0"}));
}  // namespace what_it_changes

namespace behind_the_getters {
// A getter that asks for another name is done when the creator is called.
constexpr auto suffixing =
    xs::custom_getter<[](auto getter, auto request) { return getter(request, xs::name_suffix<"_g">); }>;
constexpr auto g = xs::graph(noting<"log">(xs::variable_scope<"a", suffixing>(v<"v">)));
static_assert(named(g.get_collection<"log">(), {"a/v_g"}));
}  // namespace behind_the_getters

namespace only_within {
constexpr auto g = xs::graph(xs::seq(noting<"log">(v<"v">), v<"w">));
static_assert(named(g.get_collection<"log">(), {"v"}));
// Nor in another thread.
constexpr auto thread = xs::graph(noting<"log">(xs::thread(v<"v">)));
static_assert(thread.get_collection<"log">().empty());
}  // namespace only_within

namespace its_operations {
// Those around get_variable are named from the root, as the variable is.
constexpr auto busy = xs::variable_creator_scope<[](auto next, auto request) {
  return xs::seq(xs::constant<"made", xs::value<1>>, next(request));
}>;
constexpr auto g = xs::graph(busy(xs::variable_scope<"a">(v<"v">)));
static_assert(named(g.operations(), {"made:0", "a/v:0"}));

// What is shared leaves nothing of them.
constexpr auto shared = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(v<"v">, busy(v<"v">)));
static_assert(named(shared.operations(), {"a/v:0"}));
}  // namespace its_operations

namespace with_the_rest {
// Slices one by one; a regularizer's loss for what was made.
constexpr auto mean = xs::regularizer<[](auto variable) { return xs::reduce_mean(variable); }>;
constexpr auto halves = xs::partitioner<xs::fixed_size_partitioner<2>>;
constexpr auto g = xs::graph(noting<"log">(v<"w", halves, mean>));
static_assert(named(g.get_collection<"log">(), {"w/part_0", "w/part_1"}));
static_assert(named(g.get_collection<"regularization_losses">(),
                    {"w/part_0/Regularizer/Mean:0", "w/part_1/Regularizer/Mean:0"}));
}  // namespace with_the_rest

namespace errors {
static_assert(refused(noting<"log">(v<"v">, v<"v">), errc::variable_exists, {"`v` already exists"}));
static_assert(refused(noting<"log">(xs::variable_scope<"a", xs::reuse>(v<"v">)), errc::variable_missing,
                      {"`a/v` does not exist"}));
}  // namespace errors

}  // namespace creators

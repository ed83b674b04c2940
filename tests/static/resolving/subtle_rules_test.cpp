// SPDX-License-Identifier: BSD-3-Clause
// The ten rules of TensorFlow's scopes that are the easiest to get wrong, each as a program.
#include "../support/probe.hpp"

namespace subtle_rules {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;
template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::value<1>>;
/// with tf.variable_scope(None, default_name="layer"): v = tf.get_variable("v", [4])
constexpr auto layer = xs::variable_scope<xs::none, xs::default_name<"layer">>(v<"v">);

// 1. Leaving a scope that was opened by name resets the counters of default names below it.
namespace counters_after_a_scope_by_name {
// with tf.variable_scope("net"): layer(); layer()
// with tf.variable_scope("net", reuse=True): layer(); layer()      # the same names again
constexpr auto program = xs::pack(xs::variable_scope<"net">(xs::pack(layer, layer)),
                                  xs::variable_scope<"net", xs::reuse>(xs::pack(layer, layer))) |
                         [](auto both) {
                           auto [first, again] = both;
                           return xs::pack(first.template get<0>(), first.template get<1>(),
                                           again.template get<0>(), again.template get<1>());
                         };
constexpr auto g = xs::graph(program);
static_assert(named(results(g), {"net/layer/v:0", "net/layer_1/v:0", "net/layer/v:0", "net/layer_1/v:0"}));
static_assert(g.result<0>() == g.result<2>() && g.result<1>() == g.result<3>());
// Its own number stays: a default name avoids a scope that was opened by that very name.
constexpr auto after = xs::graph(xs::seq(xs::variable_scope<"layer">(), layer));
static_assert(after.result().name() == "layer_1/v:0");
// A prefix is one only up to a slash: leaving "net" forgets nothing about "net1/layer".
constexpr auto beside = xs::graph(xs::variable_scope<"net1">(
    layer, xs::let(xs::get_variable_scope(), [](auto s) { return xs::variable_scope<s>(); }), layer));
static_assert(named(beside.variables(), {"net1/layer/v:0", "net1/layer_1/v:0"}));
}  // namespace counters_after_a_scope_by_name

// 2. Leaving a scope that was opened by object puts all counters back to what they were when it was entered.
namespace counters_after_a_scope_by_object {
// with tf.variable_scope("net") as net:
//   layer()                                                # net/layer
//   with tf.variable_scope(net): layer()                   # net/layer_1
//   layer()                                                # net/layer_1 again: it exists
constexpr auto jump = xs::variable_scope<"net">(
    xs::as([](auto net) { return xs::seq(layer, xs::variable_scope<net>(layer), layer); }));
static_assert(refused(jump, errc::variable_exists, {"`net/layer_1/v` already exists"}));
// What is used inside is handed out again; a reusing scope shows which names they are.
constexpr auto twice = xs::variable_scope<"net">(xs::as([](auto net) {
  return xs::seq(layer, xs::variable_scope<net>(layer),
                 xs::variable_scope<net, xs::reuse>(
                     xs::variable_scope<xs::none, xs::default_name<"layer">>(xs::get_variable_scope())));
}));
static_assert(xs::graph(twice).result().name() == "net/layer_1");
// The root object too.
constexpr auto under_the_root = xs::let(
    xs::get_variable_scope(), [](auto root) { return xs::seq(xs::variable_scope<root>(layer), layer); });
static_assert(refused(under_the_root, errc::variable_exists, {"`layer/v` already exists"}));
}  // namespace counters_after_a_scope_by_object

// 3. Entering an object again ignores everything of the surrounding scope: its name, its reuse, its defaults.
namespace re_entry_ignores_the_surrounding_scope {
// with tf.variable_scope("a") as a: tf.get_variable("v", [4])
// with tf.variable_scope("b", reuse=True, dtype=tf.int32):
//   with tf.variable_scope(a): tf.get_variable("w", [4])      # creates
//   with tf.variable_scope(a): tf.get_variable("v", [4])      # refuses
template <xs::fixed_string Name>
constexpr auto program = xs::let(xs::variable_scope<"a">(v<"v">, xs::get_variable_scope()), [](auto a) {
  return xs::variable_scope<"b", xs::reuse, xs::dtype<int>>(xs::variable_scope<a>(v<Name>));
});
constexpr auto g = xs::graph(program<"w">);
static_assert(g.result().name() == "a/w:0" && g.result().dtype() == xs::dtype<float>);
static_assert(refused(program<"v">, errc::variable_exists, {"`a/v`"}));
}  // namespace re_entry_ignores_the_surrounding_scope

// 4. A constraint is never inherited: neither by scopes within, nor by the object that is entered again.
namespace a_constraint_is_not_inherited {
constexpr auto clip = xs::constraint<[](auto variable) { return xs::relu(variable); }>;
constexpr auto g = xs::graph(xs::variable_scope<"a", clip>(xs::as([](auto a) {
  return xs::pack(v<"u">, xs::variable_scope<"b">(v<"v">), xs::variable_scope<a>(v<"w">));
})));
static_assert(g.result<0>().constraint() == clip);
static_assert(g.result<1>().constraint() == xs::none);
static_assert(g.result<2>().constraint() == xs::none);
}  // namespace a_constraint_is_not_inherited

// 5. AUTO_REUSE inside a reusing scope takes effect as AUTO_REUSE, and reuse=True inside AUTO_REUSE as True.
namespace auto_reuse_inside_reuse {
constexpr auto inside = xs::variable_scope<"a", xs::reuse>(xs::variable_scope<"b", xs::auto_reuse>(
    xs::let(v<"v">, xs::get_variable_scope(), [](auto variable, auto b) { return xs::pack(variable, b); })));
constexpr auto g = xs::graph(inside);
static_assert(g.result<0>().name() == "a/b/v:0" && g.result<1>().reuse() == xs::auto_reuse);
static_assert(refused(xs::variable_scope<"a", xs::auto_reuse>(xs::variable_scope<"b", xs::reuse>(v<"v">)),
                      errc::variable_missing, {"`a/b/v`"}));
// reuse=False inherits: there is no way back from True.
static_assert(refused(xs::variable_scope<"a", xs::reuse>(xs::variable_scope<"b", xs::no_reuse>(v<"v">)),
                      errc::variable_missing, {"`a/b/v`"}));
// reuse_variables() makes True of AUTO_REUSE.
static_assert(refused(xs::variable_scope<"a", xs::auto_reuse>(xs::as([](auto a) {
                        return xs::seq(a.reuse_variables(), v<"v">);
                      })),
                      errc::variable_missing, {"`a/v`"}));
}  // namespace auto_reuse_inside_reuse

// 6. Where an operation has a variable's name, the variable's operation gets another. Its key does not, and
// reuse goes by the key.
namespace a_taken_name_changes_the_name_not_the_key {
// tf.constant(1, name="v")
// v = tf.get_variable("v", [4])                                # v_1:0
// with tf.variable_scope("", reuse=True): tf.get_variable("v") # the same
constexpr auto g = xs::graph(xs::seq(c<"v">, xs::pack(v<"v">, xs::variable_scope<"", xs::reuse>(v<"v">))));
static_assert(g.result<0>().name() == "v_1:0" && g.result<0>().key() == "v");
static_assert(g.result<0>() == g.result<1>());
static_assert(g.find("v_1:0") == g.result<0>());
static_assert(g.find("v:0")->is_variable() == false);
// So "v_1" is free in the store, and its operation is v_1_1.
constexpr auto next = xs::graph(xs::seq(c<"v">, v<"v">, v<"v_1">));
static_assert(named(next.variables(), {"v_1:0", "v_1_1:0"}));
}  // namespace a_taken_name_changes_the_name_not_the_key

// 7. Names of operations are made unique in any case; the variable store and the counters see the case.
namespace case_insensitive_names_of_operations {
constexpr auto g = xs::graph(xs::pack(c<"foo">, c<"Foo">, c<"FOO">, v<"fOO">, xs::name_scope<"Bar">(c<"x">),
                                      xs::name_scope<"bar">(c<"x">)));
static_assert(named(results(g), {"foo:0", "Foo_1:0", "FOO_2:0", "fOO_3:0", "Bar/x:0", "bar_1/x:0"}));
static_assert(xs::diagnose(xs::seq(v<"v">, v<"V">)).ok());
static_assert(refused(xs::seq(v<"v">, xs::variable_scope<"", xs::reuse>(v<"V">)), errc::variable_missing,
                      {"`V`"}));
constexpr auto scopes = xs::graph(xs::pack(xs::variable_scope<xs::none, xs::default_name<"d">>(),
                                           xs::variable_scope<xs::none, xs::default_name<"D">>()));
static_assert(scopes.result<1>().name() == "D" && scopes.result<1>().original_name_scope() == "D_1/");
}  // namespace case_insensitive_names_of_operations

// 8. A request without a dtype asks for the scope's, which is float32 at the root: an integer variable is not
// shared by it, whatever its own dtype was when it was created.
namespace reuse_with_the_default_dtype {
// with tf.variable_scope("a"): tf.get_variable("v", [4], dtype=tf.int32)
// with tf.variable_scope("a", reuse=True): tf.get_variable("v", [4])
template <auto... Options>
constexpr auto program = xs::seq(xs::variable_scope<"a">(v<"v", xs::dtype<int>>),
                                 xs::variable_scope<"a", xs::reuse, Options...>(v<"v">));
static_assert(refused(program<>, errc::dtype_mismatch,
                      {"`a/v`", "specified dtype float32", "found dtype int32_ref"}));
static_assert(xs::diagnose(program<xs::dtype<int>>).ok());
// The same where the dtype came from a constant.
static_assert(refused(xs::variable_scope<"a", xs::auto_reuse, xs::initializer<xs::value<4>>>(
                          xs::get_variable<"v">, xs::get_variable<"v">),
                      errc::dtype_mismatch, {"specified dtype float32", "found dtype int32_ref"}));
}  // namespace reuse_with_the_default_dtype

// 9. A partitioner is asked on reuse as well, and has to agree; without one, reuse=True returns the
// partitioned variable and AUTO_REUSE refuses it.
namespace a_partitioner_on_reuse {
template <std::size_t N>
constexpr auto cut = xs::partitioner<xs::fixed_size_partitioner<N>>;
template <auto Reuse, auto... Again>
constexpr auto program =
    xs::pack(xs::variable_scope<"a">(v<"w", cut<2>>), xs::variable_scope<"a", Reuse>(Again...));
constexpr auto g = xs::graph(program<xs::reuse, v<"w">>);
static_assert(g.result<0>() == g.result<1>());
static_assert(refused(program<xs::auto_reuse, v<"w">>, errc::partition_mismatch,
                      {"no partitioner was provided"}));
static_assert(refused(program<xs::reuse, v<"w", cut<4>>>, errc::partition_mismatch,
                      {"specified partitions [4]", "found partitions [2]"}));
static_assert(refused(program<xs::reuse, xs::get_variable<"w", cut<2>>>, errc::shape_required, {"`a/w`"}));
}  // namespace a_partitioner_on_reuse

// 10. A getter of the request replaces the scope's; a getter of a scope wraps the one further out; one that
// is set on a scope replaces.
namespace getters_replace_and_wrap {
template <xs::fixed_string Suffix>
constexpr auto add = [](auto getter, auto request) { return getter(request, xs::name_suffix<Suffix>); };
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::custom_getter<add<"_a">>>(xs::pack(
    xs::variable_scope<"b", xs::custom_getter<add<"_b">>>(v<"v">), v<"v", xs::custom_getter<add<"_own">>>,
    xs::variable_scope<"c">(
        xs::as([](auto s) { return xs::seq(s.template set_custom_getter<add<"_set">>(), v<"v">); })))));
static_assert(named(results(g), {"a/b/v_b_a:0", "a/v_own:0", "a/c/v_set:0"}));
}  // namespace getters_replace_and_wrap

// And the name scope of a re-entry: the last part of the scope's name, unique where it is entered; only
// original_name_scope goes back to the first one.
namespace the_name_scope_of_a_re_entry {
// with tf.name_scope("n"):
//   with tf.variable_scope("a/b") as s: tf.constant(1, name="c")     # n/a/b/c
// with tf.name_scope("m"):
//   with tf.variable_scope(s) as again: tf.constant(1, name="c")     # m/b/c
//   with tf.variable_scope(s): tf.constant(1, name="c")              # m/b_1/c
//   with tf.name_scope(again.original_name_scope): tf.constant(1, name="d")
constexpr auto program =
    xs::let(xs::name_scope<"n">(xs::variable_scope<"a/b">(c<"c">, xs::get_variable_scope())), [](auto s) {
      return xs::name_scope<"m">(
          xs::let(xs::variable_scope<s>(c<"c">, xs::get_variable_scope()), [=](auto again) {
            return xs::seq(xs::variable_scope<decltype(s){}>(c<"c">, v<"v">),
                           xs::name_scope<again.original_name_scope()>(c<"d">), again);
          }));
    });
constexpr auto g = xs::graph(program);
static_assert(named(g.operations(), {"n/a/b/c:0", "m/b/c:0", "m/b_1/c:0", "a/b/v:0", "n/a/b/d:0"}));
static_assert(g.result().name() == "a/b" && g.result().original_name_scope() == "n/a/b/");
}  // namespace the_name_scope_of_a_re_entry

// Of several mistakes in one request, TensorFlow tells the one that it meets first.
namespace the_order_of_mistakes {
constexpr auto halves = xs::partitioner<xs::fixed_size_partitioner<2>>;
constexpr auto one = xs::initializer<xs::value<1>>;
constexpr auto no_getter = xs::custom_getter<3>;
constexpr auto no_mode = xs::synchronization<3>;
constexpr auto no_partitioner = xs::partitioner<3>;
constexpr auto zero_parts = xs::partitioner<[](auto, auto) { return std::array{0}; }>;

// The initializer and the dtype of the call itself, before a getter, a mode or the store is looked at.
static_assert(refused(xs::get_variable<"v", one, xs::dtype<float>, no_getter, no_mode>,
                      errc::initializer_mismatch, {"`v`", "do not match"}));
static_assert(refused(xs::get_variable<"v", one, xs::dtype<float>, no_mode>, errc::initializer_mismatch,
                      {"do not match"}));
static_assert(refused(xs::get_variable<"v", one, xs::dtype<float>, no_mode, halves>,
                      errc::initializer_mismatch, {"do not match"}));
// The getter, the mode, the partitioner.
static_assert(refused(v<"v", no_getter, no_mode, no_partitioner>, errc::invalid_argument, {"custom_getter"}));
static_assert(refused(v<"v", no_mode, no_partitioner>, errc::invalid_argument, {"synchronization mode"}));
static_assert(refused(xs::seq(v<"v">, v<"v", no_partitioner>), errc::invalid_argument,
                      {"partitioner must be callable"}));
// What the store has under that name, before the shape and what the partitioner says.
static_assert(refused(xs::seq(v<"v">, xs::get_variable<"v", halves>), errc::partition_mismatch,
                      {"unpartitioned version"}));
static_assert(refused(xs::seq(v<"v", halves>, v<"v", zero_parts>), errc::partition_mismatch,
                      {"zero partitions"}));
static_assert(refused(xs::seq(v<"v", halves>, v<"v", xs::initializer<xs::value<1.0f>>>),
                      errc::partition_mismatch, {"no partitioner was provided"}));
// A constant with a shape, before it is looked up; then existence, shape, dtype.
static_assert(refused(xs::seq(v<"v">, v<"v", xs::initializer<xs::value<1.0f>>>), errc::initializer_mismatch,
                      {"do not specify shape"}));
static_assert(refused(xs::seq(v<"v">, xs::get_variable<"v", xs::shape<5>, xs::dtype<int>>),
                      errc::variable_exists, {"`v`"}));
}  // namespace the_order_of_mistakes

}  // namespace subtle_rules

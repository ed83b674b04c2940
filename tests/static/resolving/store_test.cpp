// SPDX-License-Identifier: BSD-3-Clause
// The variable store called directly, and what is in it.
#include "../support/probe.hpp"

namespace store {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto direct = xs::variable_store::get_variable<Name, xs::shape<1>, Options...>;
template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<1>, Options...>;

template <class Graph>
constexpr bool has_keys(Graph g, std::initializer_list<std::string_view> expected) {
  constexpr auto keys = g.store_keys();
  if (keys.size() != expected.size()) return false;
  const std::string_view* next = expected.begin();
  for (const auto& one : keys) {
    if (one.text() != *next++) return false;
  }
  return true;
}

namespace no_flag {
// store.get_variable("v", [1]): creates, or returns what is there.
constexpr auto g = xs::graph(xs::pack(direct<"v">, direct<"v">, direct<"w">));
static_assert(g.result<0>() == g.result<1>());
static_assert(named(results(g), {"v:0", "v:0", "w:0"}));
}  // namespace no_flag

namespace with_a_flag {
static_assert(xs::diagnose(xs::seq(direct<"v", xs::no_reuse>, direct<"v", xs::reuse>)).ok());
static_assert(refused(xs::seq(direct<"v">, direct<"v", xs::no_reuse>), errc::variable_exists, {"`v`"}));
static_assert(refused(direct<"v", xs::reuse>, errc::variable_missing, {"`v`"}));
static_assert(xs::diagnose(xs::seq(direct<"v", xs::auto_reuse>, direct<"v", xs::auto_reuse>)).ok());
}  // namespace with_a_flag

namespace past_the_scopes {
// Names are whole; nothing is inherited.
constexpr auto program =
    xs::variable_scope<"a", xs::dtype<double>, xs::initializer<xs::ones_initializer>, xs::reuse>(
        xs::pack(direct<"b/v">, direct<"w", xs::dtype<int>>));
constexpr auto g = xs::graph(program);
static_assert(named(results(g), {"b/v:0", "w:0"}));
static_assert(g.result<0>().dtype() == xs::dtype<float> && g.result<1>().dtype() == xs::dtype<int>);
}  // namespace past_the_scopes

namespace the_same_store {
constexpr auto g = xs::graph(xs::pack(xs::variable_scope<"a">(v<"v">), direct<"a/v">, direct<"a/w">,
                                      xs::variable_scope<"a", xs::reuse>(v<"w">)));
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<2>() == g.result<3>());
}  // namespace the_same_store

namespace what_does_not_agree {
static_assert(refused(xs::seq(direct<"v">, xs::variable_store::get_variable<"v", xs::shape<2>>),
                      errc::shape_mismatch, {"`v`", "specified shape (2,)", "found shape (1,)"}));
static_assert(refused(xs::seq(direct<"v">, direct<"v", xs::dtype<int>>), errc::dtype_mismatch, {"`v`"}));
}  // namespace what_does_not_agree

namespace keys {
// Sorted, as they were asked for, once each; without tf.Variable, without partitioned wholes.
constexpr auto program =
    xs::seq(xs::variable_scope<"b">(v<"v">), xs::name_scope<"a">(v<"z">, xs::variable<"t", xs::value<1>>),
            xs::variable_scope<"b", xs::reuse>(v<"v">), xs::get_local_variable<"l", xs::shape<>>,
            xs::get_variable<"w", xs::shape<2>, xs::partitioner<xs::fixed_size_partitioner<2>>>, v<"B/v">);
constexpr auto g = xs::graph(program);
static_assert(has_keys(g, {"B/v", "b/v", "l", "w/part_0", "w/part_1", "z"}));
static_assert(has_keys(xs::graph(xs::constant<"c", xs::value<1>>), {}));
}  // namespace keys

namespace a_key_and_a_name {
// The name is made unique among all operations, in any case; the key is what was asked for.
constexpr auto g = xs::graph(xs::seq(xs::constant<"v", xs::value<1>>, v<"v">, v<"V">));
static_assert(named(g.variables(), {"v_1:0", "V_2:0"}));
static_assert(has_keys(g, {"V", "v"}));
static_assert(g.variables()[0].key() == "v" && g.variables()[1].key() == "V");
}  // namespace a_key_and_a_name

}  // namespace store

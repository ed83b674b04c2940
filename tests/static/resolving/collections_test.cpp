// SPDX-License-Identifier: BSD-3-Clause
// Collections: who joins which, in what order, and what a listing shows of it.
#include "../support/probe.hpp"

namespace collections {

namespace xs = xscope;
using probe::named;
using probe::refused;
using xs::errc;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<>, Options...>;
template <xs::fixed_string Name, auto... Options>
constexpr auto t = xs::variable<Name, xs::value<1.0f>, Options...>;

/// Whether the items are texts, and these.
template <class Listing>
constexpr bool texts(const Listing& items, std::initializer_list<std::string_view> expected) {
  if (items.size() != expected.size()) return false;
  const std::string_view* next = expected.begin();
  for (const auto& one : items) {
    if (one.text() != *next++) return false;
  }
  return true;
}

namespace the_standard_ones {
// Creation is the order; reuse adds nothing.
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(
    v<"v">, t<"t">, v<"w", xs::trainable<false>>, v<"v">, xs::get_local_variable<"l", xs::shape<>>, v<"x">));
static_assert(named(g.global_variables(), {"a/v:0", "a/t:0", "a/w:0", "a/x:0"}));
static_assert(named(g.trainable_variables(), {"a/v:0", "a/t:0", "a/x:0"}));
static_assert(named(g.local_variables(), {"a/l:0"}));
static_assert(named(g.get_collection<"variables">(), {"a/v:0", "a/t:0", "a/w:0", "a/x:0"}));
}  // namespace the_standard_ones

namespace of_the_request {
// tf.get_variable("v", [], collections=["mine", "yours"])
constexpr auto mine = xs::collections<"mine", "yours">;
constexpr auto g = xs::graph(xs::seq(v<"v", mine>, v<"w", mine, xs::trainable<false>>, t<"t", mine>, v<"x">));
static_assert(named(g.get_collection<"mine">(), {"v:0", "w:0", "t:0"}));
static_assert(named(g.get_collection<"yours">(), {"v:0", "w:0", "t:0"}));
// Instead of the global ones; the trainable ones are joined all the same.
static_assert(named(g.global_variables(), {"x:0"}));
static_assert(named(g.trainable_variables(), {"v:0", "t:0", "x:0"}));

constexpr auto with_trainable = xs::graph(v<"v", xs::collections<"trainable_variables", "mine">>);
static_assert(named(with_trainable.trainable_variables(), {"v:0"}));
// The local one is joined besides.
constexpr auto local = xs::graph(xs::get_local_variable<"l", xs::shape<>, xs::collections<"mine">>);
static_assert(named(local.local_variables(), {"l:0"}) && named(local.get_collection<"mine">(), {"l:0"}));
static_assert(local.global_variables().empty() && local.trainable_variables().empty());
}  // namespace of_the_request

namespace no_list_of_keys {
static_assert(refused(xs::variable_scope<"a">(v<"v", xs::collections_of<xs::text<"foo">>>),
                      errc::invalid_argument, {"`a/v`", "collections argument must be a list"}));
static_assert(refused(t<"t", xs::collections_of<xs::text<"foo">>>, errc::invalid_argument,
                      {"`t`", "collections argument must be a list"}));
}  // namespace no_list_of_keys

namespace anything_joins {
// tf.add_to_collection("key", 12); tf.add_to_collection("key", "foo"); tf.add_to_collection("key", a_tensor)
constexpr auto program = xs::seq(
    xs::add_to_collection<"key">(xs::value<12>), xs::add_to_collection<"other">(xs::text<"foo">),
    xs::add_to_collection<"key">(xs::text<"bar">),
    xs::add_to_collection<"key">(xs::constant<"c", xs::value<1>>), xs::add_to_collection<"key">(v<"v">));
constexpr auto g = xs::graph(program);
constexpr auto items = g.get_collection<"key">();
static_assert(items.size() == 4);
static_assert(items[0].number() == 12 && items[1].text() == "bar");
static_assert(items[2].name() == "c:0" && items[3].name() == "v:0");
static_assert(texts(g.get_collection<"other">(), {"foo"}));
static_assert(g.get_collection<"none">().empty());
}  // namespace anything_joins

namespace one_call_counts_once {
// tf.add_to_collections(["a", "b", "a"], "x"), and again
constexpr auto add = xs::add_to_collections<"a", "b", "a">(xs::text<"x">);
constexpr auto g = xs::graph(xs::seq(add, add));
static_assert(texts(g.get_collection<"a">(), {"x", "x"}));
static_assert(texts(g.get_collection<"b">(), {"x", "x"}));
}  // namespace one_call_counts_once

namespace listings {
// A copy, of what was there; collection_ref is the live list.
constexpr auto both = [](auto... statements) { return xs::graph(xs::seq(statements...)); };
constexpr auto before = both(xs::add_to_collection<"k">(xs::text<"one">),
                             xs::let(xs::get_collection<"k">, xs::add_to_collection<"k">(xs::text<"two">),
                                     [](auto listing, auto) { return listing; }));
static_assert(texts(before.result(), {"one"}));
static_assert(texts(before.get_collection<"k">(), {"one", "two"}));
constexpr auto live = both(xs::add_to_collection<"k">(xs::text<"one">),
                           xs::let(xs::get_collection_ref<"k">, xs::add_to_collection<"k">(xs::text<"two">),
                                   [](auto listing, auto) { return listing; }));
static_assert(texts(live.result(), {"one", "two"}));
}  // namespace listings

namespace by_scope {
// tf.get_collection(key, scope="foo"): a regular expression, from the beginning of the name.
constexpr auto program = xs::seq(xs::variable_scope<"foo">(v<"v">, xs::variable_scope<"bar">(v<"v">)),
                                 xs::variable_scope<"foo2">(v<"v">), xs::variable_scope<"a">(v<"foo">));
constexpr auto g = xs::graph(program);
static_assert(named(g.get_collection<"variables", "foo">(), {"foo/v:0", "foo/bar/v:0", "foo2/v:0"}));
static_assert(named(g.get_collection<"variables", "foo/">(), {"foo/v:0", "foo/bar/v:0"}));
static_assert(named(g.get_collection<"variables", "foo./">(), {"foo2/v:0"}));
static_assert(named(g.get_collection<"variables", ".*foo">(),
                    {"foo/v:0", "foo/bar/v:0", "foo2/v:0", "a/foo:0"}));
static_assert(named(g.get_collection<"variables", "a|foo2">(), {"foo2/v:0", "a/foo:0"}));
static_assert(named(g.get_collection<"variables", "foo/v:0$">(), {"foo/v:0"}));
static_assert(named(g.get_collection<"variables", "foo[0-9]">(), {"foo2/v:0"}));
static_assert(g.get_collection<"variables", "oo">().empty());
static_assert(named(g.get_collection<"variables", "(foo2|a)/">(), {"foo2/v:0", "a/foo:0"}));
static_assert(named(g.get_collection<"variables", "(?!foo)">(), {"a/foo:0"}));
static_assert(named(g.get_collection<"variables", "fo{1,2}2?/v">(), {"foo/v:0", "foo2/v:0"}));
static_assert(named(xs::graph(xs::seq(program, xs::get_collection<"variables", "(?:foo)/[\\w]+:">)).result(),
                    {"foo/v:0"}));

// What has no name is dropped.
constexpr auto mixed =
    xs::graph(xs::seq(xs::add_to_collection<"k">(xs::text<"foo">), xs::add_to_collection<"k">(xs::value<3>),
                      xs::add_to_collection<"k">(v<"foo">)));
static_assert(named(mixed.get_collection<"k", "f">(), {"foo:0"}));
static_assert(named(mixed.get_collection<"k", "">(), {"foo:0"}));

// What is no regular expression is refused where it stands.
static_assert(refused(xs::seq(program, xs::get_collection<"variables", "(foo|bar">), errc::invalid_argument,
                      {"`(foo|bar`", "has no closing parenthesis", "re.match"}));
}  // namespace by_scope

namespace of_a_scope_object {
// Its name and a slash, read as that expression: it goes by the operation's name.
constexpr auto program = xs::let(
    xs::variable_scope<"a">(v<"v">, xs::variable_scope<"b">(v<"v">), xs::get_variable_scope()), [](auto a) {
      return xs::seq(xs::variable_scope<a>(v<"w">, t<"t">), xs::variable_scope<"ab">(v<"v">),
                     xs::name_scope<"a/">(t<"u">), xs::get_local_variable<"a/l", xs::shape<>>,
                     a.global_variables());
    });
static_assert(named(xs::graph(program).result(), {"a/v:0", "a/b/v:0", "a/w:0", "a/u:0"}));
static_assert(named(xs::graph(program).variables(),
                    {"a/v:0", "a/b/v:0", "a/w:0", "a_1/t:0", "ab/v:0", "a/u:0", "a/l:0"}));

constexpr auto shortcuts = xs::graph(xs::variable_scope<"a">(
    v<"v">, v<"w", xs::trainable<false>>, xs::get_local_variable<"l", xs::shape<>>, xs::as([](auto a) {
      return xs::pack(a.trainable_variables(), a.local_variables(), a.template get_collection<"variables">());
    })));
static_assert(named(shortcuts.result<0>(), {"a/v:0"}));
static_assert(named(shortcuts.result<1>(), {"a/l:0"}));
static_assert(named(shortcuts.result<2>(), {"a/v:0", "a/w:0"}));

// A dot matches any character.
constexpr auto dotted =
    xs::graph(xs::let(xs::variable_scope<"a.b">(v<"v">, xs::get_variable_scope()), [](auto s) {
      return xs::seq(xs::variable_scope<"axb">(v<"v">), s.global_variables());
    }));
static_assert(named(dotted.result(), {"a.b/v:0", "axb/v:0"}));

// The root's shows everything.
constexpr auto of_the_root = xs::graph(xs::seq(xs::variable_scope<"a">(v<"v">), v<"w">,
                                               xs::as([](auto root) { return root.trainable_variables(); })));
static_assert(named(of_the_root.result(), {"a/v:0", "w:0"}));
}  // namespace of_a_scope_object

namespace all_keys {
// Those that something was added to, in that order; asking for a collection makes none.
constexpr auto program =
    xs::seq(xs::add_to_collection<"mine">(xs::text<"x">), xs::get_collection<"not_made">, v<"v">,
            xs::get_local_variable<"l", xs::shape<>>, xs::get_all_collection_keys());
constexpr auto g = xs::graph(program);
static_assert(texts(g.result(), {"mine", "variables", "trainable_variables", "local_variables"}));
}  // namespace all_keys

namespace in_a_layer {
// Equal calls of a layer add what each of them made.
constexpr auto dense = [](auto x) {
  return xs::let(xs::matmul(x, xs::get_variable<"w", xs::shape<2, 2>>),
                 [](auto y) { return xs::seq(xs::add_to_collection<"activations">(y), y); });
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | xs::variable_scope<"one">(dense) |
                             xs::variable_scope<"two">(dense));
static_assert(named(g.get_collection<"activations">(), {"one/MatMul:0", "two/MatMul:0"}));
}  // namespace in_a_layer

}  // namespace collections

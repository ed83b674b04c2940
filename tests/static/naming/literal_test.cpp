// SPDX-License-Identifier: BSD-3-Clause
// Pieces of names: their hashes, and TensorFlow's rules of what a name may be.
#include <xscope/naming/literal.hpp>

using xscope::naming::describe;
using xscope::naming::hash_step;
using xscope::naming::literal;
using xscope::naming::literal_of;

namespace hashes_concatenate {
// With H of "/" and the text: H(a/b) = H(a) * base^|/b| + H(b), which makes a path's hash follow from its
// pieces'.
constexpr bool law(std::string_view a, std::string_view b, std::string_view both) {
  const literal left = describe(a);
  const literal right = describe(b);
  const literal whole = describe(both);
  return whole.hash == left.hash * right.power + right.hash && whole.power == left.power * right.power;
}
static_assert(law("foo", "bar", "foo/bar"));
static_assert(law("", "bar", "/bar"));
static_assert(law("foo", "", "foo/"));
static_assert(law("Foo/", "BAR_1", "Foo//BAR_1"));
static_assert(law("a_rather_long_name_of_a_scope", "and_one_of_a_variable",
                  "a_rather_long_name_of_a_scope/and_one_of_a_variable"));
static_assert(law("a_scope_with_a_name_that_is_longer_than_the_table_of_powers", "v",
                  "a_scope_with_a_name_that_is_longer_than_the_table_of_powers/v"));
static_assert(law("v", "a_variable_with_a_name_that_is_longer_than_the_table_of_the_powers_of_the_base",
                  "v/a_variable_with_a_name_that_is_longer_than_the_table_of_the_powers_of_the_base"));

// A single character is a step.
static_assert(describe("foo/").hash == hash_step(describe("foo").hash, '/'));
}  // namespace hashes_concatenate

namespace hashes_tell_names_apart {
static_assert(describe("ab").hash != describe("ba").hash);
static_assert(describe("a").hash != describe("aa").hash);
static_assert(describe("layer_1").hash != describe("layer_11").hash);
static_assert(describe("").hash == hash_step(0, '/') && describe("").power == xscope::naming::hash_base);
static_assert(describe(std::string_view("\0", 1)).hash != describe("").hash * xscope::naming::hash_base);

// But not their cases: names of operations do not differ in them alone.
static_assert(describe("Foo/BaZ_1").hash == describe("foo/baz_1").hash);
}  // namespace hashes_tell_names_apart

namespace what_a_name_may_be {
constexpr bool in_scope(std::string_view name) { return describe(name).valid_in_scope; }
constexpr bool at_root(std::string_view name) { return describe(name).valid_at_root; }

// Letters, digits, `_`, `.`, `-` and `/`; at the root the first is a letter, a digit or `.`.
static_assert(at_root("foo") && at_root("Foo_1.a-b/c") && at_root("0v.x") && at_root(".a-b"));
static_assert(in_scope("_") && !at_root("_"));
static_assert(in_scope("-a") && !at_root("-a"));
static_assert(in_scope("/a") && !at_root("/a"));
static_assert(in_scope("") && !at_root(""));

static_assert(!in_scope("foo:0") && !at_root("foo:0"));
static_assert(!in_scope("a b") && !at_root("a b"));
static_assert(!in_scope("\xe5\xb1\x82") && !at_root("\xe5\xb1\x82"));
static_assert(!in_scope("a\\b") && !in_scope("a>b") && !in_scope("a`b"));
}  // namespace what_a_name_may_be

namespace slashes {
static_assert(describe("foo/").ends_in_slash() && describe("/").ends_in_slash());
static_assert(!describe("foo/bar").ends_in_slash() && !describe("").ends_in_slash());
static_assert(describe("foo/bar").has_slash && !describe("foo").has_slash);
}  // namespace slashes

namespace plain_pieces {
constexpr bool plain(std::string_view name) { return describe(name).is_plain; }
static_assert(plain("kernel") && plain("layer_1") && plain("a/b"));
static_assert(!plain("") && !plain("_a") && !plain("a:b") && !plain("a/") && !plain("a/read") &&
              !plain("part_0"));
}  // namespace plain_pieces

namespace once_for_each_text {
constexpr const literal* kernel = &literal_of<xscope::fixed_string<7>{"kernel"}>;
static_assert(kernel == &literal_of<"kernel"> && kernel != &literal_of<"bias">);
static_assert(literal_of<"kernel">.view() == "kernel");
static_assert(literal_of<"">.size == 0);
}  // namespace once_for_each_text

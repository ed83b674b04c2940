// SPDX-License-Identifier: BSD-3-Clause
// Names as chains of pieces: their text, their hashes, their comparison, the tables over them.
#include <xscope/resolving/path.hpp>
#include <xscope/resolving/tables.hpp>

#include <array>

namespace path {

using namespace xscope::resolving;
using xscope::naming::describe;
using xscope::naming::literal_of;

/// A few names, as the resolver keeps them.
struct names {
  std::array<xscope::resolving::path, 12> all{empty_path};
  std::size_t count = 1;

  constexpr path_id add(const xscope::resolving::path& p) {
    all[count] = p;
    return static_cast<path_id>(count++);
  }
  constexpr const xscope::resolving::path& operator[](std::size_t i) const { return all[i]; }
  constexpr const xscope::resolving::path& at(path_id id) const { return all[static_cast<std::size_t>(id)]; }
  constexpr path_id join(path_id parent, const literal* piece) {
    return add(join_path(at(parent), parent, piece));
  }
};

/// H of a text as it is.
constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0;
  for (const char c : text) hash = hash * xscope::naming::hash_base + static_cast<unsigned char>(c) + 1;
  return hash;
}

/// Whether a name is written as the text, and has its length and hashes.
constexpr bool is(const names& n, path_id id, std::string_view text) {
  char written[64]{};
  const auto& p = n.at(id);
  const char* begin = write_backwards(n, id, written + 64);
  const literal expected = describe(text);  // with a slash before it, as a path
  return std::string_view(begin, static_cast<std::size_t>(written + 64 - begin)) == text &&
         p.size() == text.size() && p.hash == (id == root ? 0 : expected.hash) &&
         p.length == (id == root ? 0 : text.size() + 1) && exact_hash(n, id) == hash_of(text) &&
         spells(n, id, text) && !spells(n, id, "x") &&
         ((p.flaws & p.bad_character) == 0) == expected.valid_in_scope;
}

namespace joined {
constexpr bool test() {
  names n;
  const path_id foo = n.join(root, &literal_of<"Foo">);
  const path_id bar = n.join(foo, &literal_of<"bar">);
  const path_id v = n.join(bar, &literal_of<"v">);
  const path_id empty = n.join(foo, &literal_of<"">);
  const path_id below = n.join(empty, &literal_of<"v">);
  const path_id colon = n.join(foo, &literal_of<"a:b">);
  return is(n, root, "") && is(n, foo, "Foo") && is(n, bar, "Foo/bar") && is(n, v, "Foo/bar/v") &&
         is(n, empty, "Foo/") && is(n, below, "Foo//v") && is(n, colon, "Foo/a:b");
}
static_assert(test());
}  // namespace joined

namespace numbered {
constexpr bool test() {
  names n;
  const path_id foo = n.join(root, &literal_of<"foo">);
  const literal* layer = &literal_of<"layer">;
  const path_id second = n.add(make_path(n.at(foo), foo, layer, 0, 5, 12));
  const path_id unique = n.add(with_suffix(n.at(second), 3));
  const path_id below = n.join(unique, &literal_of<"v">);
  const path_id large = n.add(with_suffix(n.at(foo), 100200));
  return is(n, second, "foo/layer_12") && is(n, unique, "foo/layer_12_3") &&
         is(n, below, "foo/layer_12_3/v") && is(n, large, "foo_100200");
}
static_assert(test());

static_assert(digits_of(1) == 1 && digits_of(9) == 1 && digits_of(10) == 2 && digits_of(999) == 3 &&
              digits_of(1000) == 4 && digits_of(99999) == 5 && digits_of(100000) == 6);
}  // namespace numbered

namespace parts_of_pieces {
constexpr bool test() {
  names n;
  const literal* piece = &literal_of<"a/b/_c">;
  const path_id x = n.join(root, &literal_of<"x">);
  const path_id last = n.add(make_path(n.at(x), x, piece, 4, 6, 0));
  const path_id first = n.add(make_path(empty_path, root, piece, 0, 1, 0));
  const path_id at_root = n.add(make_path(empty_path, root, piece, 4, 6, 0));
  return is(n, last, "x/_c") && is(n, first, "a") && is(n, at_root, "_c") && n.at(last).flaws == 0 &&
         n.at(first).flaws == 0 && n.at(at_root).flaws == xscope::resolving::path::bad_first;
}
static_assert(test());
}  // namespace parts_of_pieces

namespace compared_as_texts {
constexpr bool test() {
  names n;
  const path_id a = n.join(root, &literal_of<"a">);
  const path_id in_two = n.join(a, &literal_of<"b_1">);
  const path_id in_one = n.join(root, &literal_of<"a/b_1">);
  const path_id numbered = n.add(make_path(n.at(a), a, &literal_of<"b">, 0, 1, 1));
  const path_id suffixed = n.add(with_suffix(n.at(n.join(a, &literal_of<"b">)), 1));
  const path_id upper = n.join(root, &literal_of<"A/B_1">);
  const auto same = [&](path_id left, path_id right) { return same_text<false>(n, n.at(left), n.at(right)); };
  return same(in_two, in_one) && same(in_two, numbered) && same(numbered, suffixed) &&
         same(suffixed, in_one) && !same(in_two, a) && !same(in_two, upper) &&
         same_text<true>(n, n.at(in_two), n.at(upper)) && same_text<true>(n, n.at(in_one), n.at(suffixed));
}
static_assert(test());
}  // namespace compared_as_texts

namespace tables {
constexpr bool test() {
  names n;
  const path_id v = n.join(root, &literal_of<"v">);
  const path_id upper = n.join(root, &literal_of<"V">);
  name_table<4, false> exact{};
  exact.put(exact.find(n, n.at(v)), v, 7);
  name_table<4, true> folded{};
  folded.put(folded.find(n, n.at(v)), v, 8);
  const auto slot = exact.find(n, n.at(v));
  return exact.has(slot) && exact.value[slot] == 7 && !exact.has(exact.find(n, n.at(upper))) &&
         folded.value[folded.find(n, n.at(upper))] == 8;
}
static_assert(test());

// As many as it was made for.
constexpr bool full() {
  names n;
  name_table<10, false> table{};
  for (unsigned i = 1; i <= 10; ++i) {
    const path_id id = n.add(make_path(empty_path, root, &literal_of<"layer">, 0, 5, i));
    table.put(table.find(n, n.at(id)), id, static_cast<int>(i));
  }
  for (path_id id = 1; id <= 10; ++id) {
    if (table.value[table.find(n, n.at(id))] != id) return false;
  }
  return true;
}
static_assert(full());
}  // namespace tables

}  // namespace path

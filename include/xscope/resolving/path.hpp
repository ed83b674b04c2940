// SPDX-License-Identifier: BSD-3-Clause
// Scoped names as chains of pieces: a name is its parent's number and one piece, and knows its hash.
// Nothing is copied and no character is read while names are made; text is written out once, at the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../naming/literal.hpp"

namespace xscope::resolving {

using naming::literal;

/// The number of a name in a table; `root` is the empty name.
using path_id = int;
inline constexpr path_id root = 0;
inline constexpr path_id no_path = -1;

/// parent + "/" + a part of the piece + "_number" + "_suffix": the last two only where they are there. What
/// the commonest names have is zero in all members but the first four.
struct path {
  path_id parent = root;
  unsigned length = 0;  // with a "/" before the first part, as the hash
  std::uint64_t hash = 0;
  const literal* piece = nullptr;
  unsigned begin = 0;    // of the part of the piece
  unsigned beyond = 0;   // the characters of the piece that stand behind that
  unsigned number = 0;   // part of the base name: layer_1
  unsigned suffix = 0;   // what made it unique
  bool is_whole = true;  // the name ends with the whole piece, and nothing behind it
  unsigned flaws = 0;    // why no operation can have the name
  bool joined = false;   // no slash stands between the parent and the piece

  static constexpr unsigned bad_character = 1;
  static constexpr unsigned bad_first = 2;

  constexpr unsigned end() const { return static_cast<unsigned>(piece->size) - beyond; }
  constexpr unsigned size() const { return length == 0 ? 0 : length - 1; }
};

constexpr unsigned digits_of(unsigned n) {
  return n < 10 ? 1 : n < 100 ? 2 : n < 1000 ? 3 : 4U + (n >= 10000 ? 1U : 0U) + (n >= 100000 ? 1U : 0U);
}

/// The hash of a text followed by "_n".
constexpr std::uint64_t with_number(std::uint64_t hash, unsigned n) {
  hash = naming::hash_step(hash, '_');
  unsigned scale = 1;
  while (n / scale >= 10) scale *= 10;
  for (; scale > 0; scale /= 10) hash = naming::hash_step(hash, static_cast<char>('0' + n / scale % 10));
  return hash;
}

inline constexpr path empty_path{.parent = no_path, .piece = &naming::literal_of<"">};

/// The part of a piece from `begin` to `end`, under a parent that is given by value.
constexpr path make_path(const path& parent, path_id parent_id, const literal* piece, unsigned begin,
                         unsigned end, unsigned number) {
  std::uint64_t own = piece->hash;
  std::uint64_t power = piece->power;
  if (begin != 0 || end != piece->size) {
    const literal part = naming::describe(std::string_view(piece->data + begin, end - begin));
    own = part.hash;
    power = part.power;
  }
  const bool is_bad = !piece->valid_in_scope;
  const bool is_bad_first =
      parent.length == 0 && (begin == end || !naming::may_begin_name(piece->data[begin]));
  path out{.parent = parent_id,
           .length = parent.length + 1 + end - begin,
           .hash = parent.hash * power + own,
           .piece = piece,
           .begin = begin,
           .beyond = static_cast<unsigned>(piece->size) - end,
           .number = number,
           .is_whole = number == 0 && begin == 0 && end == piece->size,
           .flaws = parent.flaws | (is_bad ? path::bad_character : 0) | (is_bad_first ? path::bad_first : 0)};
  if (number != 0) {
    out.hash = with_number(out.hash, number);
    out.length += 1 + digits_of(number);
  }
  return out;
}

constexpr unsigned flaws_of(const literal& piece, bool at_root) {
  return (piece.valid_in_scope ? 0 : path::bad_character) |
         (at_root && !(piece.size > 0 && naming::may_begin_name(piece.data[0])) ? path::bad_first : 0);
}

/// A whole literal under a parent: what nearly all names are. One expression, because each statement counts
/// against Clang's limit on constant evaluation.
constexpr path join_path(const path& parent, path_id id, const literal* piece) {
  return {.parent = id,
          .length = parent.length + 1 + static_cast<unsigned>(piece->size),
          .hash = parent.hash * piece->power + piece->hash,
          .piece = piece,
          .flaws = piece->is_plain ? parent.flaws : parent.flaws | flaws_of(*piece, parent.length == 0)};
}

/// The same name with "_n" after it.
constexpr path with_suffix(path base, unsigned n) {
  base.hash = with_number(base.hash, n);
  base.suffix = n;
  base.is_whole = false;
  base.length += 1 + digits_of(n);
  return base;
}

/// base^n.
constexpr std::uint64_t power_of(unsigned n) {
  if (n < naming::power_table::size) return naming::powers.of[n];
  std::uint64_t power = naming::powers.of[naming::power_table::size - 1];
  for (unsigned k = naming::power_table::size - 1; k < n; ++k) power *= naming::hash_base;
  return power;
}

/// The last piece of a name, with its numbers, under another parent; right behind it if `joined`.
constexpr path moved_path(const path& from, const path& from_parent, const path& to_parent, path_id to_id,
                          bool joined) {
  const unsigned own_length = from.length - from_parent.length - (from.joined ? 0 : 1);
  const std::uint64_t power = power_of(own_length);
  const std::uint64_t slash = naming::characters.of['/'].value * power;
  std::uint64_t own = from.hash - from_parent.hash * (from.joined ? power : power * naming::hash_base);
  if (!from.joined) own -= slash;
  path out = from;
  out.parent = to_id;
  out.joined = joined;
  out.is_whole = false;
  out.length = to_parent.length + own_length + (joined ? 0 : 1);
  out.hash = joined ? to_parent.hash * power + own : to_parent.hash * power * naming::hash_base + slash + own;
  out.flaws = to_parent.flaws | (from.flaws & path::bad_character);
  return out;
}
/// A literal right behind a name.
constexpr path continued_path(const path& before, path_id id, const literal* piece) {
  return moved_path(join_path(empty_path, root, piece), empty_path, before, id, true);
}

/// Reads a name from its last character to its first, without writing it out.
template <class Paths>
struct backwards {
  const Paths& all;
  path now;
  unsigned left;  // characters of the piece that are still to come
  int stage = 0;  // 0 suffix, 1 number, 2 piece, 3 slash
  unsigned value = 0;
  bool underscore = false;

  constexpr backwards(const Paths& paths, path from) : all(paths), now(from), left(from.end() - from.begin) {
    enter(0);
  }

  constexpr void enter(int next) {
    stage = next;
    if (stage == 0) {
      value = now.suffix;
      underscore = value != 0;
      if (!underscore) enter(1);
    } else if (stage == 1) {
      value = now.number;
      underscore = value != 0;
      if (!underscore) enter(2);
    } else if (stage == 2 && left == 0) {
      enter(3);
    } else if (stage == 3 && (now.parent <= root || now.joined)) {
      up();
    }
  }
  constexpr void up() {
    if (now.parent < 0) {
      stage = 4;
      return;
    }
    now = all[static_cast<std::size_t>(now.parent)];
    left = now.end() - now.begin;
    enter(0);
  }
  constexpr bool done() const { return stage == 4; }
  constexpr char next() {
    if (stage <= 1) {
      if (value != 0) {
        const char c = static_cast<char>('0' + value % 10);
        value /= 10;
        return c;
      }
      enter(stage + 1);
      return '_';
    }
    if (stage == 2) {
      const char c = now.piece->data[now.begin + --left];
      if (left == 0) enter(3);
      return c;
    }
    up();
    return '/';
  }
};

/// Whether two names whose hashes agree are the same text; Fold ignores the case of letters.
template <bool Fold, class Paths>
constexpr bool same_text(const Paths& all, const path& a, const path& b) {
  if (a.parent == b.parent && a.joined == b.joined && a.begin == b.begin && a.beyond == b.beyond &&
      a.number == b.number && a.suffix == b.suffix && a.piece->is(*b.piece)) {
    return true;
  }
  if (a.length != b.length) return false;
  backwards<Paths> left(all, a);
  backwards<Paths> right(all, b);
  while (!left.done() && !right.done()) {
    const char c = left.next();
    const char d = right.next();
    if (Fold ? naming::lower(c) != naming::lower(d) : c != d) return false;
  }
  return left.done() && right.done();
}

/// Whether a name is this text.
template <class Paths>
constexpr bool spells(const Paths& all, path_id id, std::string_view text) {
  backwards<Paths> name(all, all[static_cast<std::size_t>(id)]);
  std::size_t left = text.size();
  while (!name.done()) {
    if (left == 0) return false;
    --left;
    if (name.next() != text[left]) return false;
  }
  return left == 0;
}

/// The hash of a name's characters as they are.
template <class Paths>
constexpr std::uint64_t exact_hash(const Paths& all, path_id id) {
  std::uint64_t hash = 0;
  std::uint64_t power = 1;
  for (backwards<Paths> name(all, all[static_cast<std::size_t>(id)]); !name.done();) {
    hash += (static_cast<unsigned char>(name.next()) + 1ULL) * power;
    power *= naming::hash_base;
  }
  return hash;
}

/// Writes a name so that it ends just before `end`; gives its first character's place.
template <class Paths>
constexpr char* write_backwards(const Paths& all, path_id id, char* end) {
  while (id > root) {
    const path& p = all[static_cast<std::size_t>(id)];
    const unsigned tails[] = {p.suffix, p.number};
    for (unsigned n : tails) {
      if (n == 0) continue;
      for (; n != 0; n /= 10) *--end = static_cast<char>('0' + n % 10);
      *--end = '_';
    }
    const std::size_t size = p.end() - p.begin;
    end -= size;
#if defined(__clang__)
    __builtin_memcpy(end, p.piece->data + p.begin,
                     size);  // one step of the evaluator instead of one a character
#else
    for (std::size_t i = 0; i < size; ++i) end[i] = p.piece->data[p.begin + i];
#endif
    if (p.parent != root && !p.joined) *--end = '/';
    id = p.parent;
  }
  return end;
}

}  // namespace xscope::resolving

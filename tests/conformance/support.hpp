// SPDX-License-Identifier: BSD-3-Clause
// What the cases ask: listings as wholes, the facts of a refusal; and partitioners that they share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <xscope/graph.hpp>

namespace check {

namespace xs = xscope;

// --- expectations

/// Whether these are the names, in this order and no others.
template <class Infos>
constexpr bool named(const Infos& infos, std::initializer_list<std::string_view> names) {
  if (infos.size() != names.size()) return false;
  const std::string_view* expected = names.begin();
  for (const auto& one : infos) {
    if (one.name() != *expected++) return false;
  }
  return true;
}

/// Whether a sequence has these elements.
template <class T, class Sequence>
constexpr bool equal(const Sequence& sequence, std::initializer_list<T> elements) {
  if (sequence.size() != elements.size()) return false;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (sequence[i] != elements.begin()[i]) return false;
  }
  return true;
}
template <class Sequence>
constexpr bool empty(const Sequence& sequence) {
  return sequence.size() == 0;
}

/// Whether the message holds the text.
template <class Diagnosis>
constexpr bool mentions(Diagnosis d, std::string_view text) {
  return d.message().find(text) != std::string_view::npos;
}

/// Whether the program is refused with one of the codes.
template <class Diagnosis>
constexpr bool refused(Diagnosis d, std::initializer_list<xs::errc> codes) {
  for (const xs::errc code : codes) {
    if (d.code() == code && d.message().starts_with(xs::to_string(code))) return true;
  }
  return false;
}

/// Whether F can be called in a constant expression: what would throw cannot.
template <class F, auto = (static_cast<void>(F{}()), 0)>
constexpr bool is_constant(F) {
  return true;
}
constexpr bool is_constant(...) { return false; }

// --- collections

/// An item of a collection is a named thing, a text or a number.
template <class Info>
constexpr bool is_item(const Info& info, std::string_view text) {
  return info.name() == text || info.text() == text;
}
template <class Info>
constexpr bool is_item(const Info& info, double number) {
  return info.number() == number;
}

/// Whether a collection holds these, in this order and no others.
template <class Infos, class... Items>
constexpr bool holds(const Infos& infos, const Items&... items) {
  if (infos.size() != sizeof...(Items)) return false;
  std::size_t at = 0;
  return (is_item(infos[at++], items) && ...);
}

/// Whether two listings show the same things: what a live collection is known by.
template <class Infos>
constexpr bool same(const Infos& a, const Infos& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// Whether these are the texts, apart from those that the recording callables below brought in.
template <class Infos>
constexpr bool keys(const Infos& infos, std::initializer_list<std::string_view> texts) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    const std::string_view text = infos[i].text();
    if (text.starts_with("calls/") || text.starts_with("log/") || text.starts_with("checked/")) continue;
    if (at == texts.size() || text != texts.begin()[at++]) return false;
  }
  return at == texts.size();
}

// --- partitions

/// A slice of a partitioned variable as a case tells it.
struct part {
  std::string_view name;
  std::initializer_list<std::size_t> shape;
  std::initializer_list<std::size_t> offset;
};
template <class Infos>
constexpr bool parts(const Infos& infos, std::initializer_list<part> expected) {
  if (infos.size() != expected.size()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const part& one = expected.begin()[i];
    if (infos[i].name() != one.name || !equal(infos[i].shape(), one.shape) ||
        !equal(infos[i].offset(), one.offset)) {
      return false;
    }
  }
  return true;
}

/// A partitioner that cuts one axis into so many pieces.
template <std::size_t Axis, std::size_t Into>
inline constexpr auto split = [](auto shape, auto) {
  std::array<std::size_t, shape.size()> pieces{};
  for (std::size_t& one : pieces) one = 1;
  pieces[Axis] = Into;
  return pieces;
};

/// Something that no tensor can be made of.
struct nothing_known {};

}  // namespace check

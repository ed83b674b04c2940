// SPDX-License-Identifier: BSD-3-Clause
// A program through trace and resolve: its events, its facts, the text of its names and of its error.
#pragma once

#include <cstddef>
#include <string_view>

#include "../diag/compose.hpp"
#include "../passes/expand.hpp"
#include "../resolving/history.hpp"
#include "../resolving/resolver.hpp"
#include "../tracing/trace.hpp"

namespace xscope::graphs {

/// The trace without a history; whether it is enough shows in it, or when it is resolved.
template <class Program>
using quick_trace = tracing::trace_from<Program, tracing::at<0>>;
template <class Traced>
inline constexpr auto collected = tracing::collect<Traced>();
template <class Traced>
inline constexpr auto resolved = resolving::resolve_all<collected<Traced>>();

template <class Traced>
consteval bool needs_history() {
  if constexpr (Traced::out::is_cut) {
    if (Traced::out::reason == tracing::cut_reason::needs_history) return true;
  }
  return resolved<Traced>.fault.what == diag::fault::needs_history;
}

template <class Program, bool NeedsHistory = needs_history<quick_trace<Program>>()>
struct traced {
  using type = quick_trace<Program>;
  using result = typename type::result;
};
template <class Program>
struct traced<Program, true> {
  using type = tracing::trace_from<Program, resolving::history>;
  using result = typename type::result;
};

/// The events of a program's trace, and what became of them as far as passes have to know it.
template <class Program>
inline constexpr const auto& traced_events = collected<typename traced<Program>::type>;
template <class Program>
inline constexpr const auto& traced_resolution = resolved<typename traced<Program>::type>;

/// The events of a program, with those that passes have made; and what became of them.
template <class Traced, bool HasPasses = collected<Traced>.rare.passes>
struct finished {
  static constexpr const auto& events = collected<Traced>;
  static constexpr const auto& resolution = resolved<Traced>;
};
template <class Traced>
struct finished<Traced, true> {
  static constexpr const auto& events = passes::expanded<collected<Traced>, resolved<Traced>>;
  static constexpr auto resolution = resolving::resolve_all<events>();
};
template <class Program>
inline constexpr const auto& events_of = finished<typename traced<Program>::type>::events;
template <class Program>
inline constexpr const auto& resolution_of = finished<typename traced<Program>::type>::resolution;

/// The texts of an event: its full name, behind which the output's number or the scope's slash stands, and
/// its key.
struct name_text {
  const char* name_data = nullptr;
  const char* key_data = nullptr;
  unsigned name_size = 0;
  unsigned key_size = 0;

  constexpr name_text() = default;
  constexpr name_text(const char* name, unsigned name_characters, const char* key, unsigned key_characters)
      : name_data(name), key_data(key), name_size(name_characters), key_size(key_characters) {}
  /// Of what has no name: a text alone.
  constexpr explicit name_text(std::string_view text)
      : name_text(text.data(), static_cast<unsigned>(text.size()), text.data(),
                  static_cast<unsigned>(text.size())) {}

  constexpr std::string_view name() const { return {name_data, name_size}; }
  constexpr std::string_view key() const { return {key_data, key_size}; }
};

/// The names of some events of a program. Only what is asked for is written out.
template <std::size_t Count, std::size_t Characters>
struct name_pool {
  struct place {
    unsigned begin = 0;
    unsigned size = 0;
    unsigned key_begin = 0;
    unsigned key_size = 0;
  };
  char text[Characters + 1]{};
  place at[Count + 1]{};

  constexpr name_text texts(std::size_t i) const {
    const place& p = at[i];
    return {text + p.begin, p.size, text + p.key_begin, p.key_size};
  }
};

template <class Resolution>
constexpr bool same_name(const Resolution& r, const resolving::fact& f) {
  if (f.name < 0 || f.key < 0) return false;
  const auto& name = r.paths[static_cast<std::size_t>(f.name)];
  const auto& key = r.paths[static_cast<std::size_t>(f.key)];
  return f.name == f.key || (name.hash == key.hash && resolving::same_text<false>(r.paths, name, key));
}

/// Which events, by number, in order.
template <std::size_t Count>
struct selected_events {
  std::size_t list[Count + 1]{};
  static constexpr std::size_t count = Count;
};

template <class Resolution, std::size_t Count>
constexpr std::size_t count_characters(const Resolution& r, const selected_events<Count>& events) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < Count; ++i) {
    const resolving::fact& f = r.facts[events.list[i]];
    if (f.name >= 0) n += r.paths[f.name].length + 1 + (f.output < 10 ? 1 : resolving::digits_of(f.output));
    if (f.key >= 0 && f.name != f.key && !same_name(r, f)) n += r.paths[f.key].length;
  }
  return n;
}

/// Writes names one behind another. Names that stand together have most of their pieces in common: what was
/// written of a name is copied for the next one.
template <class Resolution, std::size_t Count, std::size_t Characters>
struct name_writer {
  const Resolution& r;
  name_pool<Count, Characters> pool{};
  unsigned end = 0;
  unsigned written[Resolution::names]{};  // for each path where its text is, + 1; or 0

  constexpr void copy(const char* from, unsigned size) {
#if defined(__clang__)
    __builtin_memcpy(pool.text + end, from, size);  // one step of the evaluator instead of one a character
    end += size;
#else
    for (unsigned i = 0; i < size; ++i) pool.text[end++] = from[i];
#endif
  }
  constexpr void number(unsigned n) {
    if (n == 0) return;
    pool.text[end++] = '_';
    digits(n);
  }
  constexpr void digits(unsigned n) {
    if (n == 0) {
      pool.text[end++] = '0';
      return;
    }
    end += resolving::digits_of(n);
    for (unsigned at = end; n != 0; n /= 10) pool.text[--at] = static_cast<char>('0' + n % 10);
  }
  constexpr void write(resolving::path_id id) {
    const resolving::path& p = r.paths[id];
    const unsigned begin = end;
    if (p.parent > resolving::root) {
      const unsigned there = written[p.parent];
      if (there == 0) write(p.parent);
      else copy(pool.text + (there - 1), r.paths[p.parent].length - 1);
      if (!p.joined) pool.text[end++] = '/';
    }
    written[id] = begin + 1;
    if (p.length == 0) return;
    if (p.is_whole) {
      copy(p.piece->data, static_cast<unsigned>(p.piece->size));
      return;
    }
    copy(p.piece->data + p.begin, p.end() - p.begin);
    number(p.number);
    number(p.suffix);
  }
};

template <std::size_t Characters, class Resolution, std::size_t Count>
constexpr auto write_names(const Resolution& r, const selected_events<Count>& events) {
  name_writer<Resolution, Count, Characters> w{r};
  for (std::size_t i = 0; i < Count; ++i) {
    const resolving::fact& f = r.facts[events.list[i]];
    auto& place = w.pool.at[i];
    if (f.name >= 0) {
      const unsigned begin = w.end;
      w.write(f.name);
      place.begin = begin;
      place.size = w.end - begin;
      w.pool.text[w.end++] = f.keeps_slash ? '/' : ':';
      w.digits(f.output);
      place.key_begin = begin;
      place.key_size = place.size;
    }
    if (f.key != f.name && f.key >= 0 && !same_name(r, f)) {
      place.key_begin = w.end;
      w.write(f.key);
      place.key_size = w.end - place.key_begin;
    }
  }
  return w.pool;
}

template <class Program, auto Events>
inline constexpr auto names_of =
    write_names<count_characters(resolution_of<Program>, Events)>(resolution_of<Program>, Events);

template <std::size_t Event>
inline constexpr selected_events<1> only{{Event, 0}};

/// A name as evidence: nothing of what has none, or is longer than a sentence takes.
template <class Resolution>
constexpr diag::writer written_name(const Resolution& r, resolving::path_id id) {
  diag::writer out;
  if (id < 0) return out;
  char text[400]{};
  const unsigned size = r.paths[static_cast<std::size_t>(id)].size();
  if (size > 400) return out;
  resolving::write_backwards(r.paths, id, text + size);
  out << std::string_view(text, size);
  return out;
}

/// What is wrong with a program, in words; an empty text where nothing is.
template <class Resolution>
constexpr diag::writer compose_refusal(const Resolution& r) {
  if (r.ok()) return {};
  diag::evidence evidence = r.fault;
  const diag::writer name = written_name(r, r.fault.path);
  const diag::writer other = written_name(r, r.fault.other_path);
  if (r.fault.path != resolving::no_path && !evidence.name.there) evidence.name = name.view();
  if (r.fault.other_path != resolving::no_path) evidence.other = other.view();
  return diag::compose(evidence);
}

/// A program's refusal, or an empty text.
template <class Program>
inline constexpr diag::writer refusal_of = compose_refusal(resolution_of<Program>);

}  // namespace xscope::graphs

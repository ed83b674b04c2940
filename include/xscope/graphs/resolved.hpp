// SPDX-License-Identifier: BSD-3-Clause
// A program through trace and resolve: its events, its facts, the text of its names and of its error.
#pragma once

#include <cstddef>
#include <string_view>

#include "../diag/text.hpp"
#include "../lists/array_view.hpp"
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
  return resolved<Traced>.error.what == diag::fault::needs_history;
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

/// Why a text is no pattern for names.
constexpr diag::writer explain_pattern(const naming::regex& pattern) {
  const std::string_view facts[] = {pattern.text, pattern.piece, pattern.wrong};
  return diag::compose(diag::fault::not_a_pattern, facts);
}

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

/// What is wrong with a program, in words.
template <class Resolution>
constexpr diag::writer explain(const Resolution& r, array_view<tracing::event> events) {
  const resolving::failure& why = r.error;
  const diag::writer name = written_name(r, why.name);
  diag::writer shapes[2];
  diag::writer dtypes[2];
  for (int i = 0; i < 2; ++i) {
    if (why.shapes[i] != nullptr) shapes[i] << *why.shapes[i];
    dtypes[i] << why.dtypes[i].name();
  }
  const naming::optional_ref<tracing::complaint> complaint =
      why.event < events.size() ? events[why.event].is->why : naming::optional_ref<tracing::complaint>();
  const std::string_view type = complaint != nullptr ? std::string_view(complaint->type) : std::string_view();

  using enum diag::fault;
  switch (why.what) {
  case shape_mismatch:
  case partitioned_shape: {
    const std::string_view facts[] = {name.view(), shapes[0].view(), shapes[1].view()};
    return diag::compose(why.what, facts);
  }
  case dtype_mismatch: {
    const tracing::event& first = events[static_cast<std::size_t>(r.facts[why.event].creator)];
    if (!first.is->details.there || !first.is->details->use_resource) dtypes[1] << std::string_view("_ref");
    const std::string_view facts[] = {name.view(), dtypes[0].view(), dtypes[1].view()};
    return diag::compose(why.what, facts);
  }
  case partitions_differ: {
    diag::writer lists[2];
    for (int i = 0; i < 2; ++i) {
      for (std::size_t k = 0; k < why.shapes[i]->rank(); ++k) {
        lists[i] << std::string_view(k == 0 ? "[" : ", ") << (*why.shapes[i])[k];
      }
      lists[i] << ']';
    }
    const std::string_view facts[] = {name.view(), lists[0].view(), lists[1].view()};
    return diag::compose(why.what, facts);
  }
  case partitioner_missing: {
    const std::string_view facts[] = {name.view(), name.view()};
    return diag::compose(why.what, facts);
  }
  case no_path:
  case no_gradients: {
    const diag::writer other = written_name(r, why.other);
    const std::string_view path[] = {name.view(), other.view()};
    const std::string_view step[] = {type, name.view(), other.view()};
    return why.what == no_path ? diag::compose(why.what, path) : diag::compose(why.what, step);
  }
  case all_none: {
    const std::string_view facts[] = {type, name.view()};
    return diag::compose(why.what, facts);
  }
  case not_in_list: {
    const diag::writer other = written_name(r, why.other);
    const auto by_name = complaint->asked;
    const std::string_view facts[] = {by_name.there ? by_name->view() : name.view(), other.view()};
    return diag::compose(why.what, facts);
  }
  case gradient_is_otherwise: {
    const std::string_view facts[] = {
        type, name.view(), shapes[0].view(), dtypes[0].view(), shapes[1].view(), dtypes[1].view()};
    return diag::compose(why.what, facts);
  }
  case gradient_is_none: {
    const std::string_view facts[] = {events[why.event].is->op->type, name.view()};
    return diag::compose(why.what, facts);
  }
  case collection_item: {
    const std::string_view facts[] = {name.view(), why.text->view(), dtypes[0].view()};
    return diag::compose(why.what, facts);
  }
  case not_a_pattern: return explain_pattern(*events[why.event].is->filter);
  case initializer_required: {
    const std::string_view facts[] = {name.view(), dtypes[0].view()};
    return diag::compose(why.what, facts);
  }
  case partition_rank:
  case partition_zero:
  case partition_two_axes:
  case partition_too_many: {
    const std::string_view facts[] = {name.view(), shapes[0].view()};
    return diag::compose(why.what, facts);
  }
  case partitioned_dtype: {
    const std::string_view facts[] = {name.view(), dtypes[0].view(), dtypes[1].view()};
    return diag::compose(why.what, facts);
  }
  case initializer_dtype: {
    const std::string_view facts[] = {name.view(), dtypes[0].view(), dtypes[1].view()};
    return diag::compose(why.what, facts);
  }
  case shape_too_large: {
    const std::string_view facts[] = {name.view(), shapes[0].view()};
    return diag::compose(why.what, facts);
  }
  case shape_not_known: {
    const std::string_view facts[] = {shapes[0].view(), name.view()};
    return diag::compose(why.what, facts);
  }
  case initializer_and_shape:
  case values_do_not_fill: {
    const std::string_view facts[] = {name.view(), shapes[0].view(), shapes[1].view()};
    return diag::compose(why.what, facts);
  }
  case invalid_scope_name:
  case reuse_needs_name: {
    const std::string_view facts[] = {why.text != nullptr ? why.text->view() : name.view()};
    return diag::compose(why.what, facts);
  }
  case operands_differ_in_dtype:
  case dtype_not_allowed:
  case literal_dtype:
  case no_gradient: {
    const std::string_view facts[] = {type, name.view(), dtypes[0].view(), dtypes[1].view()};
    return diag::compose(why.what, facts);
  }
  case attribute_missing: {
    const std::string_view facts[] = {type, name.view(), complaint->taken};
    return diag::compose(why.what, facts);
  }
  case attribute_length: {
    const std::string_view facts[] = {type, name.view(), complaint->taken, shapes[0].view()};
    return diag::compose(why.what, facts);
  }
  case option_misplaced:
  case option_twice:
  case not_an_option:
  case dimension_negative:
  case dimension_not_whole:
  case dimension_beyond:
  case dimension_of_no_tensor:
  case values_of_types:
  case learning_rate:
  case attribute_unknown:
  case attribute_twice:
  case grad_ys_count:
  case zip_lengths:
  case optimizer_name: {
    const std::string_view facts[] = {type, name.view(), complaint->given, complaint->taken};
    return diag::compose(why.what, facts);
  }
  case operand_count:
  case operands_do_not_broadcast:
  case inner_dimensions:
  case rank_not_allowed:
  case axis_out_of_range:
  case axis_twice:
  case axis_count:
  case new_axis_out_of_range:
  case permutation:
  case elements_differ:
  case shapes_differ:
  case axis_not_one:
  case labels_shape:
  case state_shape:
  case channels_differ:
  case window_numbers:
  case window_too_large:
  case slice_out_of_range:
  case split_sizes:
  case operands_do_not_join:
  case not_a_tensor:
  case gradients_of_nothing:
  case not_an_input:
  case not_a_variable:
  case not_a_gradient_list:
  case nothing_to_train: {
    const std::string_view facts[] = {type, name.view(), shapes[0].view(), shapes[1].view()};
    return diag::compose(why.what, facts);
  }
  default: {
    const std::string_view facts[] = {name.view()};
    return diag::compose(why.what, facts);
  }
  }
}

/// A program's refusal, or an empty text.
template <class Program>
inline constexpr diag::writer refusal_of = explain(resolution_of<Program>, events_of<Program>.view());

}  // namespace xscope::graphs

// SPDX-License-Identifier: BSD-3-Clause
// Which events add to a collection. Nothing keeps lists while a program is resolved: a collection is read off
// its events, up to where it is looked at.
#pragma once

#include "resolution.hpp"

namespace xscope::resolving {

/// Why a text is no pattern for names.
constexpr diag::evidence evidence_of_pattern(const naming::regex& pattern) {
  return {.what = diag::fault::not_a_pattern,
          .given = pattern.text,
          .part = pattern.piece,
          .reason = pattern.wrong};
}

constexpr bool holds_key(const literal* const* keys, std::size_t count, const literal& key) {
  for (std::size_t i = 0; i < count; ++i) {
    if (keys[i]->is(key)) return true;
  }
  return false;
}

/// Whether the event creates a variable.
constexpr bool creates_variable(const tracing::event& e, const fact& f, std::size_t i) {
  return tracing::gives_variable(e.what) && f.creator == static_cast<int>(i);
}

/// Whether the event is a training step, which joins the collection of those.
constexpr bool trains(tracing::event_kind what) {
  return what == tracing::event_kind::minimize || what == tracing::event_kind::apply_gradients;
}

/// Whether event i, of which f became, adds to a collection.
constexpr bool adds_to_collection(const tracing::event& e, const fact& f, std::size_t i, const literal& key) {
  if (f.skipped) return false;
  if (e.what == tracing::event_kind::collect) return holds_key(e.is->keys, e.is->key_count, key);
  if (!creates_variable(e, f, i)) return trains(e.what) && key.is(naming::literal_of<"train_op">);
  if (e.is->trainable && key.is(naming::literal_of<"trainable_variables">)) return true;
  if (e.is->local && key.is(naming::literal_of<"local_variables">)) return true;
  if (e.is->details.there && e.is->details->has_collections) {
    return holds_key(e.is->details->collections, e.is->details->collection_count, key);
  }
  return key.is(e.is->local ? naming::literal_of<"local_variables"> : naming::literal_of<"variables">);
}

/// The event of what event i adds: a result's own, or that which adds a text or a number.
constexpr std::size_t collected_by(const tracing::event& e, std::size_t i) {
  return e.what != tracing::event_kind::collect || e.source == tracing::no_id ? i : e.source;
}

/// Calls f(event) with what a listing holds for what stands at `end`: what was added before the listing, or,
/// of one that goes on, before that end.
template <class Facts, class F>
constexpr void for_each_listed(const tracing::event* events, const Facts& facts, std::size_t listing,
                               std::size_t end, const F& f) {
  const tracing::event& asked = events[listing];
  if (!asked.name.there) return;
  for (std::size_t i = 0; i < end && (i < listing || asked.is->at_end); ++i) {
    if (adds_to_collection(events[i], facts[i], i, *asked.name)) f(collected_by(events[i], i));
  }
}

}  // namespace xscope::resolving

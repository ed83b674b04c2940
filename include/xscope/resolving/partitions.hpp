// SPDX-License-Identifier: BSD-3-Clause
// Partitioned variables, which the store keeps as a whole and as slices.
#pragma once

#include <cstddef>

#include "store.hpp"

namespace xscope::resolving {

template <std::size_t E, bool Passes>
struct partition_rules : store_rules<E, Passes> {
  using base = store_rules<E, Passes>;
  using base::add, base::at, base::created, base::event_of, base::events, base::fail, base::join,
      base::key_of, base::make_constant, base::mine, base::now, base::out, base::part_0, base::pass_over,
      base::push, base::reuse_for, base::scope_fact, base::stack, base::store;
  using base::base;

  constexpr void get_partitioned(const event& e) {
    fact& f = mine();
    const reuse_mode reuse = reuse_for(e);
    if (e.is->makes_constant) make_constant();
    f.key = key_of(e);
    const std::size_t slot = store.find(out.paths, at(f.key));
    const bool exists = store.has(slot);
    const bool is_partitioned = exists && event_of(store.value[slot]).what == event_kind::get_partitioned;
    if (exists && !is_partitioned) {
      fail(diag::fault::unpartitioned_exists, f.key);
    } else if (e.is->evidence.there) {
      first_fault& fault = fail(*e.is->evidence, f.key);
      fault.shape = e.is->shape;
    } else if (exists) {
      share_partitioned(e, store.value[slot], reuse);
    } else if (reuse == reuse_mode::yes) {
      fail(diag::fault::partitioned_missing, f.key);
    } else if (other_slices(f.key, e.args[1])) {
      fail(diag::fault::partitioned_otherwise, f.key);
    } else if (at(f.key).flaws != 0) {
      fail(diag::fault::invalid_op_name, f.key);
    } else {
      store.put(slot, f.key, static_cast<int>(now));
      f.name = f.key;
      f.creator = static_cast<int>(now);
      push(false, false, false);
    }
  }
  constexpr void share_partitioned(const event& e, int creator, reuse_mode reuse) {
    fact& f = mine();
    const event& first = event_of(creator);
    f.creator = creator;
    f.name = scope_fact(creator).name;
    if (reuse == reuse_mode::no) {
      fail(diag::fault::partitioned_exists, f.key);
    } else if (!compatible(*e.is->shape.to, *first.is->shape.to)) {
      first_fault& fault = fail(diag::fault::partitioned_shape, f.key);
      fault.shape = e.is->shape;
      fault.other_shape = first.is->shape;
    } else if (!(e.is->asked == first.is->dtype)) {
      first_fault& fault = fail(diag::fault::partitioned_dtype, f.key);
      fault.dtype = e.is->asked;
      fault.other_dtype = first.is->dtype;
    } else if (!(*e.is->details->partitions == *first.is->details->partitions)) {
      first_fault& fault = fail(diag::fault::partitions_differ, f.key);
      fault.partitions = e.is->details->partitions;
      fault.other_partitions = first.is->details->partitions;
    }
    if (!out.ok()) return;
    // The slices of the one stand for those of the other.
    const std::size_t begin = now;
    pass_over();
    std::size_t from = static_cast<std::size_t>(creator);
    for (std::size_t i = begin; i < now; ++i) {
      if (!is_slice(events[i], begin)) continue;
      for (++from; !is_slice(events[from], static_cast<std::size_t>(creator));) ++from;
      out.facts[i].creator = out.facts[from].creator;
      out.facts[i].name = out.facts[from].name;
    }
  }
  static constexpr bool is_slice(const event& e, std::size_t of) {
    return (e.what == event_kind::get_variable || e.what == event_kind::get_created) &&
           e.is->source_is == source_kind::partitioned && e.source == of;
  }
  /// Whether slices were created one by one, but another number of them.
  constexpr bool other_slices(path_id key, std::size_t count) {
    const path_id first = add(join(key, &part_0));
    if (!store.has(store.find(out.paths, at(first)))) return false;
    std::size_t found = 0;
    for (;; ++found) {
      const path part = make_path(at(key), key, &part_stem, 0, static_cast<unsigned>(part_stem.size),
                                  static_cast<unsigned>(found));
      const path& wanted = found == 0 ? at(first) : part;
      if (!store.has(store.find(out.paths, wanted))) break;
    }
    return found != count;
  }
  static constexpr const literal& part_stem = naming::literal_of<"part">;

  constexpr void enter_as_tensor(const event& e) {
    push(false, false, false);
    stack = mine().name =
        add(join(scope_fact(static_cast<int>(e.source)).key, &naming::literal_of<"ConcatPartitions">));
  }
};

}  // namespace xscope::resolving

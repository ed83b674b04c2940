// SPDX-License-Identifier: BSD-3-Clause
// Which of a collection's items have names that begin as a regular expression says; items without names have
// none.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "../naming/regex_match.hpp"
#include "selection.hpp"

namespace xscope::graphs {

/// What a pattern (anything with a static `value`, a naming::regex) says of the items that a choice takes.
template <class Program, class Choice, class Pattern>
struct matches {
  static constexpr const auto& all = selection<Program>::template infos<Choice>;
  static constexpr std::size_t count = std::tuple_size_v<std::remove_cvref_t<decltype(all)>>;

  // Compilers limit how long a constant may take, so each holds the answers for some names only.
  static constexpr std::size_t batch_size = 16;
  using batch = std::array<naming::regex_answer, batch_size>;
  template <std::size_t B>
  static constexpr batch answers = [] {
    batch out{};
    for (std::size_t i = 0; i < batch_size && B * batch_size + i < count; ++i) {
      const info<Program>& item = all[B * batch_size + i];
      if (item.kind() != dsl::result_kind::nothing) out[i] = naming::match(Pattern::value, item.name());
    }
    return out;
  }();
  static constexpr auto batches = []<std::size_t... B>(std::index_sequence<B...>) {
    return std::array<const batch*, sizeof...(B) + 1>{&answers<B>..., nullptr};
  };

  struct summary {
    std::array<bool, count + 1> takes{};
    std::size_t taken = 0;
    std::size_t endless = count;  // the first item whose name takes too long
  };
  static constexpr summary found = [] {
    summary out;
    if constexpr (Pattern::value.ok()) {
      constexpr auto all_batches = batches(std::make_index_sequence<(count + batch_size - 1) / batch_size>{});
      for (std::size_t i = 0; i < count; ++i) {
        const naming::regex_answer answer = (*all_batches[i / batch_size])[i % batch_size];
        if (answer == naming::regex_answer::endless && out.endless == count) out.endless = i;
        out.takes[i] = answer == naming::regex_answer::yes;
        out.taken += out.takes[i] ? 1U : 0U;
      }
    }
    return out;
  }();

  /// Why there is no answer, or an empty text.
  static constexpr diag::writer refusal = [] {
    if (!Pattern::value.ok()) return diag::compose(resolving::evidence_of_pattern(Pattern::value));
    if (found.endless == count) return diag::writer{};
    return diag::compose({.what = diag::fault::endless_pattern,
                          .name = all[found.endless].name(),
                          .given = Pattern::value.text});
  }();

  static constexpr auto infos() {
    std::array<info<Program>, found.taken> out{};
    std::size_t to = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (found.takes[i]) out[to++] = all[i];
    }
    return out;
  }
};

}  // namespace xscope::graphs

// SPDX-License-Identifier: BSD-3-Clause
// A sentence as the name of a type, in pieces that compilers print whole.
#include <xscope/diag/refuse.hpp>

#include <type_traits>

using xscope::diag::wrap;

namespace wrapped {
constexpr std::string_view text = "variable `foo/v` already exists; reuse it";
constexpr auto in_pieces = wrap(text, 16);
constexpr std::string_view piece(std::size_t i) {
  return text.substr(in_pieces.at[i], in_pieces.at[i + 1] - in_pieces.at[i]);
}
// Pieces end after a blank and are joined without loss.
static_assert(in_pieces.count == 3);
static_assert(piece(0) == "variable ");
static_assert(piece(1) == "`foo/v` already ");
static_assert(piece(2) == "exists; reuse it");

static_assert(wrap("", 16).count == 0);
static_assert(wrap("short", 16).count == 1);
// A word that is longer than a line is cut.
static_assert(wrap("a/very/long/name/without/blanks", 16).at[1] == 16);
}  // namespace wrapped

namespace named {
struct sentence {
  std::string_view text;
  constexpr std::string_view view() const { return text; }
};
constexpr sentence short_one{"unknown_name: `v`"};
static_assert(std::is_same_v<xscope::diag::refusal<short_one>::type, xscope::refused<"unknown_name: `v`">>);
}  // namespace named

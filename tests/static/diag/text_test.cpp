// SPDX-License-Identifier: BSD-3-Clause
// Writing at compile time: text, numbers, shapes.
#include <xscope/diag/text.hpp>

using xscope::extents;
using xscope::diag::writer;

namespace written {
template <class... T>
constexpr writer write(const T&... parts) {
  writer out;
  (out << ... << parts);
  return out;
}
static_assert(write(std::string_view("a"), 'b', std::size_t{0}, std::size_t{1205}).view() == "ab01205");

// Shapes as Python prints tuples.
static_assert(write(extents{}).view() == "()");
static_assert(write(extents{3}).view() == "(3,)");
static_assert(write(extents{2, 3}).view() == "(2, 3)");
static_assert(write(extents{xscope::unknown, 3}).view() == "(None, 3)");

// What does not fit is cut.
constexpr writer full = [] {
  writer out;
  for (std::size_t i = 0; i < writer::capacity + 5; ++i) out << 'x';
  return out;
}();
static_assert(full.view().size() == writer::capacity);
}  // namespace written

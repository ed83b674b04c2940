// SPDX-License-Identifier: BSD-3-Clause
// Writing at compile time: text, numbers, shapes, and sentences with their evidence.
#include <xscope/diag/text.hpp>

using xscope::errc;
using xscope::extents;
using xscope::diag::compose;
using xscope::diag::fault;
using xscope::diag::sentence_of;
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

namespace sentences {
constexpr std::string_view facts[] = {"foo/v", "(2,)", "(3,)"};
static_assert(
    compose(fault::shape_mismatch, facts).view() ==
    "shape_mismatch: trying to share variable `foo/v`, but specified shape (2,) and found shape (3,); ask for "
    "the shape that it has, or leave the shape out");
static_assert(compose(fault::none, facts).view().empty());
// Evidence that is missing leaves its place empty.
static_assert(
    compose(fault::invalid_op_name, {}).view().starts_with("invalid_op_name: `` is not a valid node name"));
}  // namespace sentences

namespace every_fault_has_its_sentence {
constexpr auto last = fault::nothing_to_train;
constexpr bool complete() {
  for (int i = 1; i <= static_cast<int>(last); ++i) {
    const auto s = sentence_of(static_cast<fault>(i));
    // A code, evidence in backticks, and a remedy after a semicolon or a colon.
    if (s.code == errc::ok || s.text.find("`{}`") == std::string_view::npos) return false;
    if (s.text.find_first_of(";:") == std::string_view::npos) return false;
    if (s.text.back() == '.') return false;
  }
  return true;
}
static_assert(complete());
static_assert(sentence_of(fault::none).code == errc::ok);

constexpr bool each_code_is_used() {
  for (int code = 1; code <= static_cast<int>(errc::shape_error); ++code) {
    bool used = static_cast<errc>(code) == errc::partition_mismatch;  // nothing can be partitioned yet
    for (int i = 1; i <= static_cast<int>(last); ++i) {
      used = used || sentence_of(static_cast<fault>(i)).code == static_cast<errc>(code);
    }
    if (!used) return false;
  }
  return true;
}
static_assert(each_code_is_used());

static_assert(to_string(errc::ok) == "ok");
static_assert(to_string(errc::variable_exists) == "variable_exists");
static_assert(to_string(errc::partition_mismatch) == "partition_mismatch");
static_assert(to_string(errc::shape_error) == "shape_error");
}  // namespace every_fault_has_its_sentence

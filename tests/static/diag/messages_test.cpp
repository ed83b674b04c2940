// SPDX-License-Identifier: BSD-3-Clause
// Every fault has one message: a code, slots that exist, and a remedy.
#include <xscope/diag/compose.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

using xscope::errc;
using xscope::extents;
using xscope::diag::compose;
using xscope::diag::evidence;
using xscope::diag::fault;
using xscope::diag::message;
using xscope::diag::message_of;
using xscope::diag::messages;
using xscope::diag::slot_at;
using xscope::diag::writer;

namespace every_fault_has_its_message {
constexpr auto last = static_cast<std::size_t>(fault::needs_history) - 1;

constexpr bool each_has_one() {
  bool told[last + 1]{};
  std::size_t count = 0;
  for (const auto& table : messages) {
    for (const message& m : table) {
      if (told[static_cast<std::size_t>(m.of)]) return false;
      told[static_cast<std::size_t>(m.of)] = true;
      ++count;
    }
  }
  return count == last && !told[0];
}
static_assert(each_has_one());

// A code; what it is told of; a remedy after a semicolon or a colon; no full stop.
constexpr bool each_is_whole() {
  for (std::size_t i = 1; i <= last; ++i) {
    const message m = message_of(static_cast<fault>(i));
    const std::string_view text = m.text;
    if (m.code == errc::ok || (text.find("{name}") == text.npos && text.find("{given}") == text.npos &&
                               text.find("{count}") == text.npos))
      return false;
    if (text.find_first_of(";:") == text.npos || text.back() == '.') return false;
  }
  return true;
}
static_assert(each_is_whole());
static_assert(message_of(fault::none).code == errc::ok);
static_assert(message_of(fault::needs_history).code == errc::ok);

constexpr bool each_code_is_used() {
  for (int code = 1; code <= static_cast<int>(errc::invalid_argument); ++code) {
    bool used = false;
    for (std::size_t i = 1; i <= last; ++i)
      used = used || message_of(static_cast<fault>(i)).code == static_cast<errc>(code);
    if (!used) return false;
  }
  return true;
}
static_assert(each_code_is_used());

static_assert(to_string(errc::ok) == "ok");
static_assert(to_string(errc::variable_exists) == "variable_exists");
static_assert(to_string(errc::partition_mismatch) == "partition_mismatch");
static_assert(to_string(errc::shape_error) == "shape_error");
}  // namespace every_fault_has_its_message

namespace every_slot_can_be_filled {
constexpr bool has_slot(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (slot_at(text.substr(i)) != 0) return true;
  }
  return false;
}

// All that evidence can hold: whatever is a slot in a message is one of these.
constexpr extents shape{2, 3};
constexpr evidence all{.call = "call",
                       .name = "name",
                       .other = "other",
                       .given = "given",
                       .taken = "taken",
                       .names = "names",
                       .part = "part",
                       .reason = "reason",
                       .remedy = "remedy",
                       .shape = &shape,
                       .other_shape = &shape,
                       .partitions = &shape,
                       .other_partitions = &shape,
                       .dtype = xscope::data_type_of<float>,
                       .other_dtype = xscope::data_type_of<int>,
                       .count = 1,
                       .other_count = 2};
template <std::size_t Fault>  // a constant for each: compilers limit how long one may take
constexpr bool is_filled = [] {
  evidence e = all;
  e.what = static_cast<fault>(Fault);
  const std::string_view text = message_of(e.what).text;
  return has_slot(text) && !has_slot(compose(e).view()) && text.find("{}") == text.npos;
}();
static_assert([]<std::size_t... I>(std::index_sequence<I...>) {
  return (is_filled<I + 1> && ...);
}(std::make_index_sequence<every_fault_has_its_message::last>{}));

static_assert(slot_at("{name} is") == 6 && slot_at("{other_shape}") == 13);
// C++ in braces is no slot.
static_assert(slot_at("{ ... }") == 0 && slot_at("{1, 0}") == 0 && slot_at("{") == 0 &&
              slot_at("{name") == 0 && slot_at("{}") == 0 && slot_at("name}") == 0 && slot_at("") == 0);
}  // namespace every_slot_can_be_filled

namespace slots_are_filled {
constexpr bool says(const evidence& e, std::string_view wanted) {
  const writer out = compose(e);
  for (std::size_t i = 0; i + wanted.size() <= out.size; ++i) {
    if (out.view().substr(i, wanted.size()) == wanted) return true;
  }
  return false;
}
constexpr extents asked{2};
constexpr extents found{3};
static_assert(
    compose({.what = fault::shape_mismatch, .name = "foo/v", .shape = &asked, .other_shape = &found})
        .view() ==
    "shape_mismatch: trying to share variable `foo/v`, but specified shape (2,) and found shape (3,); ask for "
    "the shape that it has, or leave the shape out");
static_assert(says({.what = fault::dtype_mismatch,
                    .name = "v",
                    .dtype = xscope::data_type_of<int>,
                    .other_dtype = xscope::data_type_of<float>,
                    .other_is_ref = true},
                   "specified dtype int32 and found dtype float32_ref;"));
static_assert(says({.what = fault::partitions_differ,
                    .name = "v",
                    .partitions = &every_slot_can_be_filled::shape,
                    .other_partitions = &found},
                   "specified partitions [2, 3] and found partitions [3];"));
static_assert(
    says({.what = fault::grad_ys_count, .call = "gradients", .name = "", .count = 2, .other_count = 10},
         "invalid_argument: gradients ``: grad_ys has 2 tensors for 10 ys;"));
static_assert(compose({}).view().empty());
// A name may stand twice, or be empty (the root scope's); without one its slot stays, and shows that it is
// missing.
static_assert(says({.what = fault::not_fed, .name = "x"}, "add feed<\"x\">(...)"));
static_assert(says({.what = fault::no_function, .name = ""}, "`let` in `` ends"));
static_assert(says({.what = fault::no_function}, "`let` in `{name}` ends"));
}  // namespace slots_are_filled

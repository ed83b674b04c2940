// SPDX-License-Identifier: BSD-3-Clause
// Text as a template argument.
#include <xscope/naming/fixed_string.hpp>

#include <type_traits>

using xscope::fixed_string;

template <fixed_string Text>
struct tag {
  static constexpr std::string_view text = Text.view();
};

// Equal texts are one type, however they were made; different texts, or lengths, are not.
static_assert(std::is_same_v<tag<"kernel">, tag<fixed_string<7>{"kernel"}>>);
static_assert(!std::is_same_v<tag<"kernel">, tag<"Kernel">>);
static_assert(!std::is_same_v<tag<"v">, tag<"v ">>);

static_assert(tag<"foo/bar">::text == "foo/bar");
static_assert(tag<"">::text.empty());
static_assert(fixed_string{"foo"}.size() == 3);
static_assert(fixed_string{""}.size() == 0);

// The closing zero is no part of the text, a zero within is.
static_assert(fixed_string{"a\0b"}.view() == std::string_view("a\0b", 3));
static_assert(fixed_string<4>{}.view() == std::string_view("\0\0\0", 3));

// Nothing but an array of exactly the text's size: the form that compilers print as text.
static_assert(sizeof(fixed_string{"kernel"}) == 7);
static_assert(std::is_trivially_copyable_v<fixed_string<7>>);

static_assert(fixed_string{"foo"} == fixed_string{"foo"});
static_assert(fixed_string{"foo"} != fixed_string{"fox"});

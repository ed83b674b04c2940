// SPDX-License-Identifier: BSD-3-Clause
// Edit distance, by which names are offered in the place of a wrong one.
#include <xscope/naming/nearest.hpp>

using xscope::naming::distance;

static_assert(distance("", "") == 0);
static_assert(distance("foo/v", "foo/v") == 0);
static_assert(distance("foo/v", "foo/w") == 1);   // one replaced
static_assert(distance("foo/v", "foo/v1") == 1);  // one added
static_assert(distance("foo/v", "fo/v") == 1);    // one left out
static_assert(distance("kitten", "sitting") == 3);
static_assert(distance("", "abc") == 3);
static_assert(distance("abc", "") == 3);
static_assert(distance("Net", "net") == 1);
static_assert(distance("hidden/kernel", "logits/kernel") == distance("logits/kernel", "hidden/kernel"));

// Long names are compared by their first 63 characters.
constexpr std::string_view long_name =
    "a_scope_with_quite_a_long_name/another_scope_with_a_long_name/a_variable";
static_assert(long_name.size() > 63);
static_assert(distance(long_name, long_name.substr(0, 63)) == 0);
static_assert(distance(long_name, "") == 63);

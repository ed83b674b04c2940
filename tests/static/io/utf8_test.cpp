// SPDX-License-Identifier: BSD-3-Clause
// What is UTF-8, and what only looks like it.
#include <xscope/files/utf8.hpp>

namespace {

using xscope::files::is_utf8;

static_assert(is_utf8("") && is_utf8("net/loss") && is_utf8({"\0", 1}));
static_assert(is_utf8("\xc3\xa9") && is_utf8("\xe2\x82\xac") && is_utf8("\xf0\x9f\x98\x80") &&
              is_utf8("\xf4\x8f\xbf\xbf"));
static_assert(is_utf8("\xed\x9f\xbf") && is_utf8("\xee\x80\x80") && is_utf8("\xe0\xa0\x80") &&
              is_utf8("\xf0\x90\x80\x80"));
// Single, cut off, too long, half of a pair, beyond the last character.
static_assert(!is_utf8("\x80") && !is_utf8("a\xff") && !is_utf8("\xe9t\xe9"));
static_assert(!is_utf8("\xc3") && !is_utf8("\xe2\x82") && !is_utf8("\xf0\x9f\x98") && !is_utf8("\xc3(") &&
              !is_utf8("\xe2\x82("));
static_assert(!is_utf8("\xc0\x80") && !is_utf8("\xc1\xbf") && !is_utf8("\xe0\x9f\xbf") &&
              !is_utf8("\xf0\x8f\xbf\xbf"));
static_assert(!is_utf8("\xed\xa0\x80") && !is_utf8("\xf4\x90\x80\x80") && !is_utf8("\xf5\x80\x80\x80"));

}  // namespace

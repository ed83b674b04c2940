// SPDX-License-Identifier: BSD-3-Clause
// What may be written to the standard output: lines and boxes, or letters alone. POSIX.
#pragma once

#include "../config.hpp"

#include <langinfo.h>
#include <locale.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace xscope::drawing {

/// Whether the user's locale writes UTF-8. The program's own locale stays as it is.
inline bool locale_is_utf8() {
  const locale_t locale = ::newlocale(LC_CTYPE_MASK, "", nullptr);
  if (locale == nullptr) return false;
  const bool utf8 = std::string_view(::nl_langinfo_l(CODESET, locale)) == "UTF-8";
  ::freelocale(locale);
  return utf8;
}

/// Whether the standard output is a terminal that shows what is no ASCII.
inline bool output_shows_boxes() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && terminal != nullptr && *terminal != '\0' &&
         std::string_view(terminal) != "dumb" && locale_is_utf8();
}

}  // namespace xscope::drawing

// SPDX-License-Identifier: BSD-3-Clause
//
// What the program must know about where its text goes. POSIX.
#pragma once

#include <clocale>
#include <cstddef>
#include <cstdio>
#include <string_view>

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace fashion {

[[nodiscard]] inline bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

/// The width of the terminal behind `stream`, or `otherwise` where there is none.
[[nodiscard]] inline std::size_t terminal_columns(std::FILE* stream, std::size_t otherwise) {
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return size.ws_col;
}

/// Asks the user's locale without changing the program's.
[[nodiscard]] inline bool locale_is_utf8() {
  const locale_t locale = newlocale(LC_CTYPE_MASK, "", nullptr);
  if (locale == nullptr) return false;
  const bool utf8 = std::string_view(nl_langinfo_l(CODESET, locale)) == "UTF-8";
  freelocale(locale);
  return utf8;
}

}  // namespace fashion

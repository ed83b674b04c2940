// SPDX-License-Identifier: BSD-3-Clause
// Files as the operating system gives them: opened, written, and what it says where it refuses.
#pragma once

#include "../config.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "error.hpp"
#include "stored.hpp"

namespace xscope::files {

/// Throws what the operating system says.
[[noreturn]] inline void throw_system_error(const std::string& file, std::string_view what,
                                            int number = errno) {
  diag::raise<io::error>(file, io::trouble::system, "",
                         join(what, ": ", std::generic_category().message(number)));
}

/// An open file, or none.
class descriptor {
 public:
  explicit descriptor(int number = -1) : number_(number) {}
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

/// Writes bytes. Gives those that the operating system does not take; errno says why.
inline bytes write_to(const descriptor& file, bytes all) {
  while (!all.empty()) {
    const ssize_t n = ::write(file.number(), all.data(), all.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) break;
    all = all.subspan(static_cast<std::size_t>(n));
  }
  return all;
}

/// What a file is that is no plain one, or an empty text.
inline std::string_view special_kind(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

}  // namespace xscope::files

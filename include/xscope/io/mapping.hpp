// SPDX-License-Identifier: BSD-3-Clause
// A file as memory. Who cuts off a file that is mapped takes the program down (SIGBUS); to replace it, as
// `save` does, is safe.
#pragma once

#include "../config.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

#include "error.hpp"
#include "stored.hpp"

namespace xscope::files {

/// Throws what the operating system says.
[[noreturn]] inline void throw_system_error(const std::string& file, std::string_view what,
                                            int number = errno) {
  diag::raise<io::error>(file, io::trouble::system, "",
                         join(what, ": ", std::generic_category().message(number)));
}

/// An open file.
class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
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

/// The bytes of a file, to read.
class mapping {
 public:
  explicit mapping(const std::string& file) {
    const descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in.is_open()) throw_system_error(file, "cannot be opened");
    struct stat status{};
    if (::fstat(in.number(), &status) != 0) throw_system_error(file, "cannot be looked at");
    if (!S_ISREG(status.st_mode)) diag::raise<io::error>(file, io::trouble::system, "", "is no plain file");
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ == 0) return;  // which cannot be mapped
    void* at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, in.number(), 0);
    if (at == MAP_FAILED) throw_system_error(file, "cannot be mapped");
    data_ = static_cast<std::byte*>(at);
  }
  ~mapping() {
    if (data_ != nullptr) ::munmap(data_, size_);
  }
  mapping(const mapping&) = delete;
  mapping& operator=(const mapping&) = delete;

  bytes all() const { return {data_, size_}; }

 private:
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace xscope::files

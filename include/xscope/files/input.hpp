// SPDX-License-Identifier: BSD-3-Clause
// Bytes that are read piece by piece: those of a file, or of memory. A file is never mapped, because who cuts
// off a mapped file takes the program down; here it is an error.
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "descriptor.hpp"

namespace xscope::files {

/// A file or a piece of memory, of which any bytes can be read.
class input {
 public:
  /// Memory, which the caller keeps.
  input(bytes memory) : memory_(memory), size_(memory.size()) {}
  /// A file. Only plain ones: a pipe would let the program wait for ever.
  explicit input(const std::string& file)
      : name_(file), file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
    if (!file_.is_open()) throw_system_error(file, "cannot be opened");
    if (::fstat(file_.number(), &status_) != 0) throw_system_error(file, "cannot be looked at");
    const std::string_view kind = special_kind(status_.st_mode);
    if (!kind.empty())
      diag::raise<io::error>(file, io::trouble::system, "", join("is ", kind, ", no plain file"));
    size_ = static_cast<std::uint64_t>(status_.st_size);
  }

  std::uint64_t size() const { return size_; }

  /// Reads bytes until there are no more, and returns how many there were. If the operating system refuses,
  /// errno says why, otherwise it is 0.
  std::size_t read_some(std::uint64_t at, std::span<std::byte> to) const noexcept {
    std::size_t done = 0;
    if (!file_.is_open()) {
      done = static_cast<std::size_t>(
          std::min<std::uint64_t>(to.size(), size_ - std::min<std::uint64_t>(at, size_)));
      if (done > 0) std::memcpy(to.data(), memory_.data() + at, done);
    }
    errno = 0;
    while (done < to.size() && file_.is_open()) {
      const ssize_t n =
          ::pread(file_.number(), to.data() + done, to.size() - done, static_cast<off_t>(at + done));
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) break;
      done += static_cast<std::size_t>(n);
    }
    return done;
  }
  /// Reads bytes that the file had when it was opened; throws where they cannot be read.
  void read(std::uint64_t at, std::span<std::byte> to) const {
    if (read_some(at, to) == to.size()) return;
    if (errno != 0) throw_system_error(name_, "cannot be read");
    diag::raise<io::error>(name_, io::trouble::system, "",
                           "was cut off while it was read; replace files, as `save` does");
  }
  /// The same: memory as it lies, a file's bytes in a buffer.
  bytes view(std::uint64_t at, std::size_t count, std::vector<std::byte>& buffer) const {
    if (!file_.is_open()) return memory_.subspan(at, count);
    buffer.resize(count);
    read(at, buffer);
    return buffer;
  }

  /// Throws where somebody has written to the file since it was opened.
  void require_unchanged() const {
    struct stat now{};
    if (!file_.is_open() || ::fstat(file_.number(), &now) != 0) return;
    const auto same = [](const timespec& a, const timespec& b) {
      return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
    };
    if (now.st_size == status_.st_size && same(now.st_mtim, status_.st_mtim)) return;
    diag::raise<io::error>(name_, io::trouble::system, "",
                           "was written to while it was read; replace files, as `save` does");
  }

 private:
  std::string name_{};
  descriptor file_{};
  struct stat status_{};
  bytes memory_{};
  std::uint64_t size_ = 0;
};

}  // namespace xscope::files

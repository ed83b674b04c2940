// SPDX-License-Identifier: BSD-3-Clause
// A file that is replaced as a whole: whoever looks at it, at whatever moment the program is killed or the
// power fails, finds the old one or the new one.
#pragma once

#include "../config.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "mapping.hpp"

namespace xscope::files {

/// The new file, under another name until commit(). One that was not committed is removed; a killed process
/// leaves ".NAME.PID.N" behind.
class replacement {
 public:
  explicit replacement(const std::string& file)
      : file_(file), target_(target_of(file)), temporary_(), out_(create()) {}
  ~replacement() {
    if (!committed_) ::unlink(temporary_.c_str());
  }
  replacement(const replacement&) = delete;
  replacement& operator=(const replacement&) = delete;

  void write(bytes part) {
    if (!write_to(out_, part).empty()) throw_system_error(file_, "cannot be written");
  }

  /// What was written is on the disk before it gets the name, and the name is when this returns.
  void commit() {
    synchronize(out_);
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0)
      throw_system_error(file_, "cannot be replaced");
    committed_ = true;
    const descriptor folder(::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open()) throw_system_error(file_, "is replaced, but its folder cannot be opened");
    synchronize(folder);
  }

 private:
  /// A link stays one: what it points to is replaced.
  static std::string target_of(const std::string& file) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(file.c_str(), nullptr), &std::free);
    return real == nullptr ? file : real.get();
  }
  static std::string folder_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? "." : file.substr(0, slash + 1);
  }

  int create() {
    constexpr std::size_t longest_name = 200;
    const std::size_t slash = target_.rfind('/') + 1;  // npos + 1 is 0
    const std::string start =
        join(target_.substr(0, slash), '.', target_.substr(slash, longest_name), '.', ::getpid(), '.');
    int number = -1;
    // Threads that save to one file, and what a killed process of the same number has left.
    for (int i = 0; number < 0; ++i) {
      temporary_ = join(start, i);
      number = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (number < 0 && errno != EEXIST) throw_system_error(file_, "cannot be written beside");
    }
    struct stat old{};
    constexpr mode_t permissions = 07777;
    if (::stat(target_.c_str(), &old) == 0) static_cast<void>(::fchmod(number, old.st_mode & permissions));
    return number;
  }
  void synchronize(const descriptor& what) {
    while (::fsync(what.number()) != 0) {
      // Some file systems do not synchronize folders.
      if (errno == EINVAL && &what != &out_) return;
      if (errno != EINTR) throw_system_error(file_, "cannot be brought to the disk");
    }
  }

  std::string file_;
  std::string target_;
  std::string temporary_;
  descriptor out_;
  bool committed_ = false;
};

/// Replaces a file by one with that content.
inline void replace_file(const std::string& file, std::string_view content) {
  replacement out(file);
  out.write(std::as_bytes(std::span(content)));
  out.commit();
}

}  // namespace xscope::files

// SPDX-License-Identifier: BSD-3-Clause
// A file that is replaced as a whole: whoever looks at it, at whatever moment the program is killed or the
// power fails, finds the old one or the new one.
#pragma once

#include "../config.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "descriptor.hpp"

namespace xscope::files {

/// The new file, under another name until commit(). One that was not committed is removed. A killed process
/// leaves
/// ".NAME.PID.N" behind, which the next one that replaces the file removes: who writes holds a lock on what
/// it writes, so what nobody has locked is nobody's.
class replacement {
 public:
  explicit replacement(const std::string& file) : file_(file), target_(target_of(file)) {
    struct stat old{};
    const bool is_there = ::stat(target_.c_str(), &old) == 0;
    if (is_there) check_old(old);
    remove_abandoned();
    out_ = create();
    if (!is_there) return;
    constexpr mode_t permissions = 07777;
    // Only who may gives files away, and a file that cannot be given is replaced nevertheless.
    static_cast<void>(::fchown(out_.number(), old.st_uid, old.st_gid) == 0);
    static_cast<void>(::fchmod(out_.number(), old.st_mode & permissions));
  }
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
  /// A link stays one: what it points to is replaced, or made where it points to nothing.
  static std::string target_of(const std::string& file) {
    constexpr int most_links = 40;  // as the kernel follows
    std::string out = file;
    char to[PATH_MAX];
    for (int i = 0; i <= most_links; ++i) {
      const ssize_t size = ::readlink(out.c_str(), to, sizeof to);
      if (size < 0) return out;
      const std::string_view next(to, static_cast<std::size_t>(size));
      out = next.starts_with('/') ? std::string(next) : join(folder_of(out), '/', next);
    }
    throw_system_error(file, "cannot be replaced", ELOOP);
  }
  static std::string folder_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? "." : file.substr(0, slash + 1);
  }
  /// Refuses what is no file to be replaced: a device would be lost, and who forbids writing means it.
  void check_old(const struct stat& old) const {
    const std::string_view kind = special_kind(old.st_mode);
    if (!kind.empty())
      diag::raise<io::error>(file_, io::trouble::system, "",
                             join("is ", kind, "; only plain files are replaced"));
    if (::faccessat(AT_FDCWD, target_.c_str(), W_OK, AT_EACCESS) != 0)
      throw_system_error(file_, "may not be replaced");
  }

  /// What all temporary files for this one begin with, in its folder.
  std::string prefix() const {
    constexpr std::size_t longest_name = 200;
    const std::size_t slash = target_.rfind('/') + 1;  // npos + 1 is 0
    return join('.', target_.substr(slash, longest_name), '.');
  }
  /// Whether what follows the prefix is PID.N.
  static bool is_ours(std::string_view rest) {
    const std::size_t dot = rest.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < rest.size() &&
           rest.find_first_not_of("0123456789") == dot &&
           rest.find_first_not_of("0123456789", dot + 1) == std::string_view::npos;
  }
  /// Removes what killed processes have left. What cannot be removed stays, and hinders nobody.
  void remove_abandoned() const {
    const std::string folder = folder_of(target_);
    const std::unique_ptr<DIR, int (*)(DIR*)> all(::opendir(folder.c_str()), &::closedir);
    const std::string begin = prefix();
    while (const dirent* const entry = all == nullptr ? nullptr : ::readdir(all.get())) {
      const std::string_view name = entry->d_name;
      if (name.starts_with(begin) && is_ours(name.substr(begin.size())))
        remove_if_abandoned(join(folder, '/', name));
    }
  }
  static void remove_if_abandoned(const std::string& path) {
    const descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.is_open() || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return;
    // Its owner, if there was one, may have given it its last name meanwhile, and the name to another file.
    struct stat locked{};
    struct stat named{};
    if (::fstat(file.number(), &locked) == 0 && ::lstat(path.c_str(), &named) == 0 &&
        S_ISREG(named.st_mode) && locked.st_dev == named.st_dev && locked.st_ino == named.st_ino)
      ::unlink(path.c_str());
  }

  descriptor create() {
    const std::size_t slash = target_.rfind('/') + 1;
    const std::string start = join(target_.substr(0, slash), prefix(), ::getpid(), '.');
    // There are threads that save to one file, and processes of the same number on other machines.
    for (int i = 0;; ++i) {
      temporary_ = join(start, i);
      descriptor out(::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
      if (!out.is_open() && errno == EEXIST) continue;
      if (!out.is_open()) throw_system_error(file_, "cannot be written beside");
      // Somebody may have taken it for abandoned before it was locked. Where there are no locks nobody
      // removes it.
      while (::flock(out.number(), LOCK_EX) != 0 && errno == EINTR) {
      }
      struct stat mine{};
      if (::fstat(out.number(), &mine) != 0 || mine.st_nlink > 0) return out;
    }
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
  std::string temporary_{};
  descriptor out_{};
  bool committed_ = false;
};

/// Replaces a file by one with that content.
inline void replace_file(const std::string& file, std::string_view content) {
  replacement out(file);
  out.write(std::as_bytes(std::span(content)));
  out.commit();
}

}  // namespace xscope::files

// SPDX-License-Identifier: BSD-3-Clause
// A save is the old file or the new one: when the process is killed, when it fails, when others save too.
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <xscope/files/replacement.hpp>

#include "folder.hpp"

namespace {

using io_test::folder;
using xscope::files::bytes;
using xscope::files::replacement;

/// Content that shows whether it is whole: all bytes are alike, and so many.
constexpr std::size_t size = 1 << 20;
constexpr int parts = 16;

/// Saves, and calls before(step) before each step: parts 0 to 15, the commit (16), and when it is done (17).
void save(const std::string& path, char filled_with, const std::function<void(int)>& before = [](int) {}) {
  const std::string content(size / parts, filled_with);
  replacement file(path);
  for (int i = 0; i < parts; ++i) {
    before(i);
    file.write(std::as_bytes(std::span(content)));
  }
  before(parts);
  file.commit();
  before(parts + 1);
}
bool is_whole(const std::string& content) {
  return content.size() == size && content.find_first_not_of(content[0]) == std::string::npos;
}

std::size_t files_in(const folder& here) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(here.path()), {}));
}

/// What a save is refused with.
std::string refusal(const std::string& path) {
  try {
    save(path, 'z');
    return {};
  } catch (const xscope::io::error& e) {
    return e.what();
  }
}

/// A child of this process that runs f and never returns.
template <class F>
pid_t in_child(const F& f) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child != 0) return child;
  f();
  ::_exit(0);
}
void end(pid_t child) {
  REQUIRE(::kill(child, SIGKILL) == 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
}

}  // namespace

TEST_CASE("a killed process leaves the old file or the new one") {
  const folder here;
  save(here / "w", 'a');
  // Killed by itself: before the first part, amid the parts, before the commit, and after it.
  for (const int step : {0, 1, parts / 2, parts, parts + 1}) {
    const char filled_with = static_cast<char>('b' + step);
    const std::string before = here.read("w");
    const pid_t child = in_child([&] {
      save(here / "w", filled_with, [&](int now) {
        if (now == step) ::raise(SIGKILL);
      });
    });
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(here.read("w") == (step > parts ? std::string(size, filled_with) : before));
    CHECK(files_in(here) == (step > parts ? 1 : 2));
  }
  // Killed from outside, wherever it is, when it has saved so often.
  for (int saves = 1; saves <= 8; ++saves) {
    int done[2];
    REQUIRE(::pipe(done) == 0);
    const pid_t child = in_child([&] {
      for (char c = 'b';; c = c == 'z' ? 'a' : static_cast<char>(c + 1)) {
        save(here / "w", c);
        if (::write(done[1], &c, 1) != 1) ::_exit(1);
      }
    });
    ::close(done[1]);
    char c = 0;
    for (int i = 0; i < saves; ++i) REQUIRE(::read(done[0], &c, 1) == 1);
    end(child);
    ::close(done[0]);
    CHECK(is_whole(here.read("w")));
  }
}

TEST_CASE("what the killed have left the next save removes") {
  const folder here;
  for (int k = 0; k < 3; ++k) {
    int status = 0;
    const pid_t child = in_child([&] {
      save(here / "w", 'a', [](int step) {
        if (step == 1) ::raise(SIGKILL);
      });
    });
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(files_in(here) == 1);  // the one before it is gone
  }
  here.write(".w.1234567.0", "of another time");
  // These are nobody's of us.
  for (const char* name : {".w.x.0", ".w.12", ".w.1.2.3", ".other.1.0", "w.1.0"}) here.write(name, "theirs");
  std::filesystem::create_directory(here / ".w.7.7");
  save(here / "w", 'b');
  CHECK(files_in(here) == 7);
  CHECK(!std::filesystem::exists(here / ".w.1234567.0"));
  CHECK(here.read("w")[0] == 'b');
}

TEST_CASE("what a living process writes others leave alone") {
  const folder here;
  int ready[2];
  int go_on[2];
  REQUIRE(::pipe(ready) == 0);
  REQUIRE(::pipe(go_on) == 0);
  const pid_t child = in_child([&] {
    save(here / "w", 'c', [&](int step) {
      char c = 0;
      if (step == parts / 2 && (::write(ready[1], &c, 1) != 1 || ::read(go_on[0], &c, 1) != 1)) ::_exit(1);
    });
  });
  char c = 0;
  REQUIRE(::read(ready[0], &c, 1) == 1);
  save(here / "w", 'p');
  CHECK(files_in(here) == 2);
  REQUIRE(::write(go_on[1], &c, 1) == 1);
  int status = 1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(here.read("w") == std::string(size, 'c'));
  CHECK(files_in(here) == 1);
  for (const int end : {ready[0], ready[1], go_on[0], go_on[1]}) ::close(end);
}

TEST_CASE("one who reads meanwhile sees whole files only") {
  const folder here;
  save(here / "w", 'a');
  std::thread writer([&] {
    for (char c = 'b'; c <= 'k'; ++c) save(here / "w", c);
  });
  std::thread other([&] {
    for (char c = 'B'; c <= 'K'; ++c) save(here / "w", c);
  });
  for (int i = 0; i < 50; ++i) CHECK(is_whole(here.read("w")));
  writer.join();
  other.join();
  CHECK(files_in(here) == 1);
}

TEST_CASE("processes that save to one file do not remove each other's") {
  const folder here;
  const auto save_often = [&](char c) {
    try {
      for (int i = 0; i < 20; ++i) save(here / "w", c);
    } catch (const xscope::io::error&) {
      ::_exit(1);
    }
  };
  pid_t children[4];
  for (int k = 0; k < 4; ++k) children[k] = in_child([&] { save_often(static_cast<char>('a' + k)); });
  for (const pid_t child : children) {
    int status = 1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  CHECK(is_whole(here.read("w")));
  CHECK(files_in(here) == 1);
}

TEST_CASE("a save that fails leaves the old file and nothing else") {
  const folder here;
  save(here / "w", 'a');
  const pid_t child = in_child([&] {
    // A disk that is full after half of the file.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit half{size / 2, size / 2};
    ::setrlimit(RLIMIT_FSIZE, &half);
    const std::string said = refusal(here / "w");
    ::_exit(said.find("cannot be written: File too large") != std::string::npos ? 7 : 8);
  });
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 7);
  CHECK(here.read("w")[0] == 'a');
  CHECK(files_in(here) == 1);
}

TEST_CASE("what is not committed is not there") {
  const folder here;
  {
    replacement file(here / "w");
  }
  CHECK(files_in(here) == 0);
}

TEST_CASE("links and permissions stay") {
  const folder here;
  std::filesystem::create_directory(here / "elsewhere");
  save(here / "elsewhere/w", 'a');
  ::chmod((here / "elsewhere/w").c_str(), 0640);
  std::filesystem::create_symlink("elsewhere/w", here / "link");
  std::filesystem::create_symlink(here / "link", here / "link to it");
  save(here / "link to it", 'b');
  CHECK(std::filesystem::is_symlink(here / "link"));
  CHECK(std::filesystem::is_symlink(here / "link to it"));
  CHECK(here.read("elsewhere/w")[0] == 'b');
  struct stat status{};
  REQUIRE(::stat((here / "elsewhere/w").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("a link that points to nothing gets a file to point to") {
  const folder here;
  std::filesystem::create_directory(here / "elsewhere");
  std::filesystem::create_symlink("elsewhere/w", here / "link");
  save(here / "link", 'b');
  CHECK(std::filesystem::is_symlink(here / "link"));
  CHECK(is_whole(here.read("elsewhere/w")));
  std::filesystem::create_symlink("gone/w", here / "astray");
  CHECK(refusal(here / "astray").ends_with("cannot be written beside: No such file or directory"));
  std::filesystem::create_symlink("round", here / "round");
  CHECK(refusal(here / "round").ends_with("cannot be replaced: Too many levels of symbolic links"));
}

TEST_CASE("what is no plain file is not replaced") {
  const folder here;
  REQUIRE(::mkfifo((here / "pipe").c_str(), 0666) == 0);
  std::filesystem::create_directory(here / "folder");
  std::filesystem::create_symlink("/dev/null", here / "null");
  CHECK(refusal(here / "pipe").ends_with("/pipe`: is a pipe; only plain files are replaced"));
  CHECK(refusal(here / "folder").ends_with("/folder`: is a folder; only plain files are replaced"));
  CHECK(refusal(here / "null").ends_with("/null`: is a device; only plain files are replaced"));
  CHECK(files_in(here) == 3);
}

TEST_CASE("a file that may not be written is not replaced") {
  const folder here;
  save(here / "w", 'a');
  ::chmod((here / "w").c_str(), 0444);
  const pid_t child = in_child([&] {
    // Who may do everything becomes somebody.
    ::chmod(here.path().c_str(), 0777);
    if (::geteuid() == 0 && ::seteuid(65534) != 0) ::_exit(9);
    ::_exit(refusal(here / "w").ends_with("may not be replaced: Permission denied") ? 7 : 8);
  });
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 7);
  CHECK(here.read("w")[0] == 'a');
}

TEST_CASE("a folder that is not there") {
  const folder here;
  try {
    save(here / "gone/w", 'a');
    FAIL();
  } catch (const xscope::io::error& e) {
    CHECK(e.what() == '`' + (here / "gone/w") + "`: cannot be written beside: No such file or directory");
    CHECK(e.file() == here / "gone/w");
  }
}

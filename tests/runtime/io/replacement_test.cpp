// SPDX-License-Identifier: BSD-3-Clause
// A save is the old file or the new one: when the process is killed, when it fails, when others save too.
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <xscope/io/replacement.hpp>

#include "folder.hpp"

namespace {

using io_test::folder;
using xscope::files::bytes;
using xscope::files::replacement;

/// Content that shows whether it is whole: all bytes are alike, and so many.
constexpr std::size_t size = 1 << 20;
void save(const std::string& path, char filled_with) {
  const std::string content(size / 16, filled_with);
  replacement file(path);
  for (int i = 0; i < 16; ++i) file.write(std::as_bytes(std::span(content)));
  file.commit();
}
bool is_whole(const std::string& content) {
  return content.size() == size && content.find_first_not_of(content[0]) == std::string::npos;
}

std::size_t files_in(const folder& here) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(here.path()), {}));
}

}  // namespace

TEST_CASE("a killed process leaves the old file or the new one") {
  const folder here;
  save(here / "w", 'a');
  std::mt19937 random(7);
  bool seen_new = false;
  bool seen_debris = false;
  char last = 'a';
  for (int round = 0; round < 25; ++round) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      // Each save of another content, until the end comes.
      for (char c = 'b';; c = c == 'z' ? 'a' : static_cast<char>(c + 1)) save(here / "w", c);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20000));
    REQUIRE(::kill(child, SIGKILL) == 0);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    const std::string content = here.read("w");
    REQUIRE(is_whole(content));
    seen_new = seen_new || content[0] != last;
    last = content[0];
    seen_debris = seen_debris || files_in(here) > 1;
  }
  // Otherwise nothing was interrupted, and nothing tested.
  CHECK(seen_new);
  CHECK(seen_debris);
  // What the killed have left does not hinder.
  save(here / "w", 'A');
  CHECK(here.read("w")[0] == 'A');
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

TEST_CASE("a save that fails leaves the old file and nothing else") {
  const folder here;
  save(here / "w", 'a');
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // A disk that is full after half of the file.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit half{size / 2, size / 2};
    ::setrlimit(RLIMIT_FSIZE, &half);
    try {
      save(here / "w", 'b');
    } catch (const xscope::io::error& e) {
      ::_exit(std::string(e.what()).find("cannot be written: File too large") != std::string::npos ? 7 : 8);
    }
    ::_exit(9);
  }
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
  save(here / "link", 'b');
  CHECK(std::filesystem::is_symlink(here / "link"));
  CHECK(here.read("elsewhere/w")[0] == 'b');
  struct stat status{};
  REQUIRE(::stat((here / "elsewhere/w").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
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

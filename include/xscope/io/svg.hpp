// SPDX-License-Identifier: BSD-3-Clause
// A graph as an SVG picture: what Graphviz' program `dot` makes of it.
//   xs::save_svg(g, "net.svg");
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>

#include "../files/replacement.hpp"
#include "dot.hpp"

extern char** environ;

namespace xscope {

namespace drawing {

/// Two ends that what one writes comes out of the other. A socket, because who writes to a pipe that nobody
/// reads any more is killed.
class channel {
 public:
  explicit channel(const std::string& file) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_) != 0)
      files::throw_system_error(file, "cannot be drawn");
  }
  ~channel() {
    close_ours();
    close_theirs();
  }
  channel(const channel&) = delete;
  channel& operator=(const channel&) = delete;

  int ours() const { return ends_[0]; }
  int theirs() const { return ends_[1]; }
  void close_ours() { close(ends_[0]); }
  void close_theirs() { close(ends_[1]); }
  /// Says that nothing more will be written.
  void finish() { ::shutdown(ends_[0], SHUT_WR); }

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  int ends_[2]{-1, -1};
};

/// What a program has written, and how it ended.
struct program_output {
  std::string out{};
  std::string errors{};
  int status = 0;
};

/// Runs a program that is looked for in PATH, without a shell: it reads the text and writes to its standard
/// output. `file` is what an exception is about.
inline program_output run_program(const std::array<const char*, 2>& command, std::string_view input,
                                  const std::string& file) {
  channel talk(file);      // its standard input and output
  channel complain(file);  // its standard error
  posix_spawn_file_actions_t actions;
  if (const int failed = ::posix_spawn_file_actions_init(&actions); failed != 0)
    files::throw_system_error(file, "cannot be drawn", failed);
  ::posix_spawn_file_actions_adddup2(&actions, talk.theirs(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, talk.theirs(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, complain.theirs(), STDERR_FILENO);
  char* const arguments[] = {const_cast<char*>(command[0]), const_cast<char*>(command[1]), nullptr};
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, command[0], &actions, nullptr, arguments, environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT) {
    diag::raise<io::error>(file, io::trouble::system, "",
                           files::join("cannot be drawn: Graphviz' program `", command[0],
                                       "` is not in PATH (the package is called graphviz)"));
  }
  if (failed != 0)
    files::throw_system_error(file, files::join("cannot be drawn by `", command[0], '`'), failed);
  talk.close_theirs();
  complain.close_theirs();

  program_output result;
  pollfd watched[] = {{talk.ours(), POLLIN | POLLOUT, 0}, {complain.ours(), POLLIN, 0}};
  const auto read_from = [](pollfd& from, std::string& to) {
    if ((from.revents & (POLLIN | POLLHUP | POLLERR)) == 0) return;
    char part[65536];
    const ssize_t n = ::recv(from.fd, part, sizeof part, MSG_DONTWAIT);
    if (n > 0) to.append(part, static_cast<std::size_t>(n));
    else if (n == 0 || (errno != EAGAIN && errno != EINTR)) from.fd = -1;
  };
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    if (::poll(watched, 2, -1) < 0) continue;  // interrupted
    if ((watched[0].revents & POLLOUT) != 0) {
      const ssize_t n = ::send(watched[0].fd, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (n >= 0) input.remove_prefix(static_cast<std::size_t>(n));
      else if (errno != EAGAIN && errno != EINTR) input = {};
      if (input.empty()) {
        talk.finish();
        watched[0].events = POLLIN;
      }
    }
    read_from(watched[0], result.out);
    read_from(watched[1], result.errors);
  }
  while (::waitpid(child, &result.status, 0) < 0) {
    if (errno == ECHILD) break;  // the user's program ignores its children's ends; the output tells
    if (errno != EINTR) files::throw_system_error(file, "cannot be drawn");
  }
  return result;
}

/// Writes the picture of a text in Graphviz' language.
inline void save_picture(const std::string& dot, const std::string& file) {
  const program_output drawn = run_program({"dot", "-Tsvg"}, dot, file);
  if (drawn.status != 0 || drawn.out.empty()) {
    const std::string_view why = std::string_view(drawn.errors).substr(0, drawn.errors.find('\n'));
    diag::raise<io::error>(file, io::trouble::system, "",
                           files::join("cannot be drawn: `dot` has failed: ",
                                       why.empty() ? "it says nothing" : files::printable(why)));
  }
  files::replace_file(file, drawn.out);
}

}  // namespace drawing

/// Writes a graph as an SVG picture, as to_dot describes it; the file is replaced as a whole. Runs Graphviz'
/// program `dot`, which must be installed. Throws io::error; then the old file is there.
template <class Program>
void save_svg(graphs::graph_t<Program> g, const std::string& path) {
  drawing::save_picture(to_dot(g), path);
}

}  // namespace xscope

#include "../macros/restore.hpp"

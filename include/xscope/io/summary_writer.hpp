// SPDX-License-Identifier: BSD-3-Clause
// Summaries for TensorBoard: what it shows of a training, in a file of events.
//   xs::summary_writer writer("logs/first");
//   writer.add_scalar("loss", loss, step);    writer.add_histogram("net/kernel", kernel, step);
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "../files/descriptor.hpp"
#include "../files/event.hpp"
#include "../files/folder.hpp"
#include "../files/record.hpp"
#include "../files/utf8.hpp"
#include "../math/primitives.hpp"

namespace xscope::files {

/// Numbers one after the other.
template <class T>
concept numbers = requires(const T& values) {
  static_cast<double>(*std::begin(values));
  std::end(values);
};

/// Seconds since 1970.
inline double seconds_now() {
  return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

inline std::string host_name() {
  char out[256]{};
  // A name that is too long comes without its end, and perhaps without a 0.
  return ::gethostname(out, sizeof out - 1) == 0 ? out : "localhost";
}

}  // namespace xscope::files

namespace xscope {

/// Writes a file of events into a folder, which it makes (tf.summary.FileWriter). Events are kept in memory
/// until there are many, or one comes 120 seconds after the first. Whatever fails throws io::error; a tag or
/// a text that is not UTF-8 does. Where the file cannot be written, as on a full disk, that is said once, and
/// training goes on: events are kept for the next flush, up to 1 MiB; those that come then are lost(). For
/// one thread at a time.
class summary_writer {
 public:
  /// What gives the time of an event, in seconds since 1970.
  using clock = std::function<double()>;

  explicit summary_writer(const std::string& logdir, clock wall_time = files::seconds_now)
      : wall_time_(std::move(wall_time)), kept_since_(wall_time_()), out_(create(logdir)) {
    const files::moment now{kept_since_, 0};
    add(now, files::version_event(now));
    flush();
  }
  /// Writes what is left; if that fails, nobody hears of it. Who wants to hear calls flush().
  ~summary_writer() { write(); }
  summary_writer(const summary_writer&) = delete;
  summary_writer& operator=(const summary_writer&) = delete;

  /// A number, which is stored as a float (tf.summary.scalar).
  void add_scalar(std::string_view tag, double value, std::int64_t step) {
    check(tag);
    const files::moment now{wall_time_(), step};
    add(now, files::scalar_event(now, tag, static_cast<float>(value)));
  }

  /// How numbers are spread (tf.summary.histogram). They are any range, an xtensor among others; NaN and
  /// infinity are refused.
  template <files::numbers Values>
  void add_histogram(std::string_view tag, const Values& values, std::int64_t step) {
    check(tag);
    files::histogram all;
    for (const auto& value : values) {
      const auto number = static_cast<double>(value);
      if (!math::is_finite(number)) refuse_element(tag, number);
      all.add(number);
    }
    add_histogram(tag, all, step);
  }

  /// A text, in Markdown (tf.summary.text).
  void add_text(std::string_view tag, std::string_view text, std::int64_t step) {
    check(tag, text);
    if (!files::is_utf8(text)) refuse(tag, "is not UTF-8, as texts for TensorBoard are; convert it");
    const files::moment now{wall_time_(), step};
    add(now, files::text_event(now, tag, text));
  }

  /// A graph, as the bytes of a GraphDef (FileWriter.add_graph).
  void add_graph(std::string_view serialized_graph_def) {
    check("", serialized_graph_def);
    const files::moment now{wall_time_(), 0};
    add(now, files::graph_event(now, serialized_graph_def));
  }

  /// Writes what is kept in memory; throws where that cannot be done.
  void flush() {
    if (!write()) files::throw_system_error(path_, "cannot be written");
  }

  /// How many events were dropped, because the file could not be written and too many were kept already.
  std::size_t lost() const { return lost_; }

  /// The file.
  const std::string& path() const { return path_; }

 private:
  void add_histogram(std::string_view tag, const files::histogram& all, std::int64_t step) {
    const files::moment now{wall_time_(), step};
    add(now, files::histogram_event(now, tag, all));
  }

  [[noreturn]] void refuse_element(std::string_view tag, double number) const {
    diag::raise<io::error>(
        path_, io::trouble::value, tag,
        files::join("has the element ", std::to_string(number), ", which belongs to no bucket"));
  }
  [[noreturn]] void refuse(std::string_view tag, std::string reason) const {
    diag::raise<io::error>(path_, io::trouble::unsupported, tag, std::move(reason));
  }
  /// Who reads messages refuses those of 2 GiB, or with texts that are none, and thereby all that comes
  /// behind.
  void check(std::string_view tag, std::string_view content = {}) const {
    constexpr std::size_t most = (std::size_t{1} << 31) - (std::size_t{1} << 16);
    if (tag.size() > most || content.size() > most - tag.size())
      refuse(tag, files::join("has ", tag.size() + content.size(), " bytes; an event has less than 2 GiB"));
    if (!files::is_utf8(tag)) refuse(tag, "is no tag, because it is not UTF-8; convert it");
  }

  /// Makes the folder and a file in it that is not there yet; gives its number.
  int create(const std::string& logdir) {
    files::make_folder(logdir);
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%010lld", static_cast<long long>(kept_since_));
    const std::string start = files::join((std::filesystem::path(logdir) / "events.out.tfevents.").string(),
                                          seconds, '.', files::host_name(), '.', ::getpid(), '.');
    int number = -1;
    // Several writers in one second.
    for (int i = 0; number < 0; ++i) {
      path_ = files::join(start, i);
      number = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (number < 0 && errno != EEXIST) files::throw_system_error(path_, "cannot be made");
    }
    return number;
  }

  /// A whole record is kept, or none.
  void add(const files::moment& now, const std::string& event) {
    constexpr std::size_t much = std::size_t{1} << 16;
    constexpr std::size_t most = std::size_t{1} << 20;
    constexpr double long_ago = 120;
    std::string record;
    files::append_record(record, std::as_bytes(std::span(event)));
    if (failing_ && kept_.size() + record.size() > most && !write()) {
      ++lost_;
      return;
    }
    if (kept_.empty()) kept_since_ = now.wall_time;
    kept_ += record;
    if (kept_.size() < much && now.wall_time - kept_since_ < long_ago) return;
    // That the disk is full is news once only: who trains would hear it at each step.
    if (failing_) write();
    else flush();
  }
  /// What the operating system does not take stays, and errno says why.
  bool write() {
    const files::bytes left = files::write_to(out_, std::as_bytes(std::span(kept_)));
    kept_.erase(0, kept_.size() - left.size());
    failing_ = !kept_.empty();
    return !failing_;
  }

  clock wall_time_;
  double kept_since_;  // the time of the first event that is kept
  std::string path_{};
  files::descriptor out_;
  std::string kept_{};
  bool failing_ = false;  // the last bytes could not be written
  std::size_t lost_ = 0;
};

}  // namespace xscope

#include "../macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// What goes wrong with files, as one exception that says everything at once.
//   catch (const xs::io::error& e) { for (const auto& p : e.problems()) ... }
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include "../diag/raise.hpp"

#include <concepts>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xscope::io {

/// The ways in which a file or one of its tensors can be wrong.
enum class trouble : unsigned char {
  system,       // the operating system refuses
  damaged,      // the file is not what its format says
  unsupported,  // a tensor that no variable can take
  missing,      // a variable that the file does not have
  extra,        // a tensor that no variable takes
  shape,
  dtype,
  value  // a number that the variable's type does not have
};

/// What is wrong with one tensor, or with the whole file where it names none.
struct problem {
  trouble what;
  std::string tensor;
  std::string reason;
};

}  // namespace xscope::io

namespace xscope::files {

/// Texts, characters and numbers as one text. (Where a temporary string is added to, GCC 12 suspects
/// overflows.)
template <class... Parts>
std::string join(const Parts&... parts) {
  std::string out;
  const auto add = [&](const auto& part) {
    using part_type = std::remove_cvref_t<decltype(part)>;
    if constexpr (std::same_as<part_type, char>) out += part;
    else if constexpr (std::integral<part_type>) out += std::to_string(part);
    else out += std::string_view(part);
  };
  (add(parts), ...);
  return out;
}

/// A name from a file as it may be printed: no control characters, and not endless.
inline std::string printable(std::string_view text) {
  constexpr std::size_t most = 120;
  std::string out;
  for (const char c : text.substr(0, most)) out += (c >= ' ' && c != '\x7f') || (c & '\x80') != 0 ? c : '?';
  if (text.size() > most) out += "...";
  return out;
}

inline std::string describe(const io::problem& p) {
  return p.tensor.empty() ? p.reason : join('`', printable(p.tensor), "`: ", p.reason);
}

/// What to do about problems of one kind, where their reasons do not say it.
inline std::string_view remedy(io::trouble what) {
  switch (what) {
  case io::trouble::missing:
  case io::trouble::extra:
    return "`rename` says how a variable is called in the file; `partial` takes what there is";
  case io::trouble::shape:
    return "PyTorch stores matrices as (out, in): `rename<\"variable\", \"name in the file\", transposed>`";
  case io::trouble::dtype: return "`cast` converts numbers";
  default: return {};
  }
}

/// All problems, a line each, then what to do. Of one kind only so many are shown.
inline std::string message(std::string_view file, const std::vector<io::problem>& problems) {
  constexpr std::size_t most_of_a_kind = 20;
  constexpr std::size_t kinds = 8;
  std::string out = join('`', file, "`: ");
  if (problems.size() == 1 && remedy(problems[0].what).empty()) return out + describe(problems[0]);
  out += "does not fit, and nothing was changed";
  std::size_t shown[kinds]{};
  for (const io::problem& p : problems) {
    if (shown[static_cast<std::size_t>(p.what)]++ < most_of_a_kind) out += join("\n  ", describe(p));
  }
  for (std::size_t k = 0; k < kinds; ++k) {
    if (shown[k] <= most_of_a_kind) continue;
    const auto kind = static_cast<io::trouble>(k);
    out += join("\n  and ", shown[k] - most_of_a_kind, " more that are ");
    out += kind == io::trouble::extra ? "extra" : kind == io::trouble::missing ? "missing" : "wrong";
  }
  std::string_view last;
  for (std::size_t k = 0; k < kinds; ++k) {
    const std::string_view what_to_do = remedy(static_cast<io::trouble>(k));
    if (shown[k] == 0 || what_to_do.empty() || what_to_do == last) continue;
    out += "\n  ";
    out += what_to_do;
    last = what_to_do;
  }
  return out;
}

}  // namespace xscope::files

namespace xscope::io {

/// What `save` and `load` throw. `what()` names the file, the tensors, what is wrong with each, and what to
/// do; of many alike it shows the first, `problems()` has all.
class error : public std::runtime_error {
 public:
  error(std::string_view file, std::vector<problem> problems)
      : std::runtime_error(files::message(file, problems)),
        said_(std::make_shared<const said>(said{std::string(file), std::move(problems)})) {}
  error(std::string_view file, trouble what, std::string_view tensor, std::string reason)
      : error(file, std::vector<problem>{{what, std::string(tensor), std::move(reason)}}) {}

  const std::string& file() const noexcept { return said_->file; }
  const std::vector<problem>& problems() const noexcept { return said_->problems; }

 private:
  struct said {
    std::string file;
    std::vector<problem> problems;
  };
  std::shared_ptr<const said> said_;  // an exception must be copied without throwing
};

}  // namespace xscope::io

#include "../macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// load(session, "model.safetensors"): variables from a file, all of them or none.
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include "../lists/all.hpp"
#include "../running/backend/xsimd.hpp"
#include "../running/backend/xtensor.hpp"

#include <concepts>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

#include "../files/format.hpp"
#include "../files/input.hpp"
#include "../files/npz.hpp"
#include "../files/safetensors.hpp"
#include "../files/weights.hpp"
#include "files.hpp"

namespace xscope::files {

template <class File>
io::report load_from(File&& file, const std::string& name, std::span<const weight> weights,
                     std::span<std::byte* const> to, load_options options) {
  loading<std::remove_reference_t<File>> all(file, weights, options);
  all.check(name);
  file.require_unchanged();
  all.write(to);
  file.require_unchanged();
  return std::move(all).report();
}

/// Reads variables from a file.
inline io::report load_file(const std::string& name, std::span<const weight> weights,
                            std::span<std::byte* const> to, load_options options) {
  input from(name);
  if (format_of(name) == file_format::npz)
    return load_from(npz_file(std::move(from), name), name, weights, to, options);
  return load_from(safetensors_file(std::move(from), name), name, weights, to, options);
}

}  // namespace xscope::files

namespace xscope::io {

struct partial_t {};
/// Loads what both the graph and the file have.
inline constexpr partial_t partial{};

struct cast_t {};
/// Converts numbers of other types; those that a type does not have are errors still.
inline constexpr cast_t cast{};

}  // namespace xscope::io

namespace xscope::files {

template <class T>
concept load_option = naming_rule<T> || std::same_as<T, io::partial_t> || std::same_as<T, io::cast_t>;

}  // namespace xscope::files

namespace xscope {

template <class T>
  requires true
inline constexpr bool elsewhere::has_load<T> = true;

/// Reads the global variables of a session's graph from a file, .safetensors or .npz, by their names without
/// ":0". A partitioned variable is read from one tensor of the whole, or from one for each slice; several
/// variables may be read from one tensor, by rules or by an alias in the file's metadata. Options:
/// `io::partial`, `io::cast`, and rules of how variables are called in the file. Throws io::error, which says
/// all that does not fit; then no variable has changed, unless somebody writes to the file meanwhile.
template <class Program, class Holder, class Storage, class... Options>
  requires(lists::all<files::load_option<Options>...>) && files::names_can_be_read<Program, Options...>
io::report load(session<graphs::graph_t<Program>, Holder, Storage>& s, const std::string& path, Options...) {
  using named = files::named_variables<Program, files::rules_of<Options...>>;
  return files::load_file(path, named::weights, files::values_of<Program>(s),
                          {lists::any<std::same_as<Options, io::partial_t>...>,
                           lists::any<std::same_as<Options, io::cast_t>...>});
}
template <class Program, class Holder, class Storage, class... Options>
  requires(lists::all<files::load_option<Options>...>) && (!files::names_can_be_read<Program, Options...>)
files::refused_to_read<Program, Options...> load(session<graphs::graph_t<Program>, Holder, Storage>&,
                                                 const std::string&, Options...);

}  // namespace xscope

#include "../macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// Variables against the tensors of a file: what is missing, extra or of another kind, all at once; then the
// values, if nothing is.
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"
#include "region.hpp"
#include "stored.hpp"

namespace xscope::files {

/// A place in a file for a variable: a tensor's name and shape, and where in it the variable stands.
struct place {
  std::string_view name;
  extents shape{};
  region where;
};

/// What the compiler knows of a variable. A slice has a place in the whole tensor, and one of its own for
/// files that hold slices.
struct weight {
  place whole;
  place own;
  bool is_slice = false;
  data_type type{};
};

constexpr weight whole_weight(std::string_view name, const extents& shape, data_type type,
                              const axes& in_file = {}) {
  const place all{name, in_file.shape_of(shape), region_of(shape, {}, shape, in_file)};
  return {all, all, false, type};
}
/// A slice that begins at `offset` of the whole, and is called `own_name` where it stands alone.
constexpr weight slice_weight(std::string_view name, const extents& whole, std::string_view own_name,
                              const extents& slice, const extents& offset, data_type type,
                              const axes& in_file = {}) {
  return {{name, in_file.shape_of(whole), region_of(slice, offset, whole, in_file)},
          whole_weight(own_name, slice, type, in_file).own,
          true,
          type};
}

}  // namespace xscope::files

namespace xscope::io {

/// What a load did. Names are left out only where `partial` allows it.
struct report {
  std::size_t loaded = 0;              // variables
  std::vector<std::string> missing{};  // what the file does not have
  std::vector<std::string> extra{};    // what no variable takes
};

}  // namespace xscope::io

namespace xscope::files {

struct load_options {
  bool partial = false;
  bool cast = false;
};

/// One load: from a file, which is whatever lists, describes and gives tensors, into variables.
template <class File>
class loading {
 public:
  loading(File& file, std::span<const weight> weights, load_options options)
      : file_(file), weights_(weights), options_(options) {}

  /// Finds out whether all fits; throws where it does not. Nothing has been written.
  void check(std::string_view name) {
    std::vector<bool> taken(file_.tensors().size());
    for (std::size_t i = 0; i < weights_.size(); ++i) match(i, taken);
    report_.extra.reserve(static_cast<std::size_t>(std::count(taken.begin(), taken.end(), false)));
    for (std::size_t t = 0; t < taken.size(); ++t) {
      if (!taken[t]) report_.extra.push_back(file_.tensors()[t].name);
    }
    std::sort(report_.extra.begin(), report_.extra.end());
    if (!options_.partial) {
      for (const std::string& extra : report_.extra)
        wrong(io::trouble::extra, extra, "is in the file, but there is no such variable");
    }
    // A file is unpacked only when all that it says fits, so that it takes no more memory than the variables.
    if (problems_.empty()) {
      for (const match_found& m : matches_) check_values(m);
    }
    if (!problems_.empty()) diag::raise<io::error>(name, std::move(problems_));
  }

  /// Writes the variables; to[i] is where the i-th has its elements.
  void write(std::span<std::byte* const> to) {
    for (const match_found& m : matches_) {
      const weight& w = weights_[m.weight];
      const element_format format = file_.tensors()[m.tensor].format;
      const region& where = m.at->where;
      if (is_in_order(where) && same_bytes(format, w.type))
        file_.read(m.tensor, where.begin * w.type.size(), {to[m.weight], where.shape[0] * w.type.size()});
      else read_region(where, file_.values(m.tensor).data(), format, to[m.weight], w.type);
    }
    report_.loaded = matches_.size();
  }

  io::report report() && { return std::move(report_); }

 private:
  struct match_found {
    std::size_t weight;
    std::size_t tensor;
    const place* at;
  };

  void wrong(io::trouble what, std::string_view tensor, std::string reason) {
    problems_.push_back({what, std::string(tensor), std::move(reason)});
  }

  void match(std::size_t i, std::vector<bool>& taken) {
    const weight& w = weights_[i];
    const place* at = &w.whole;
    std::optional<std::size_t> tensor = file_.find(w.whole.name);
    if (!tensor && w.is_slice) {
      at = &w.own;
      tensor = file_.find(w.own.name);
    }
    if (!tensor) {
      miss(w);
      return;
    }
    // Slices of one tensor have the same problems, which are told once.
    const bool is_first = !taken[*tensor];
    taken[*tensor] = true;
    const std::size_t before = problems_.size();
    check_kind(w, *at, file_.describe(*tensor));
    if (problems_.size() == before) matches_.push_back({i, *tensor, at});
    else if (!is_first && is_told(before)) problems_.resize(before);
  }
  /// Whether the problems from there on are among those before.
  bool is_told(std::size_t from) const {
    const auto begin = problems_.begin() + static_cast<std::ptrdiff_t>(from);
    return std::all_of(begin, problems_.end(), [&](const io::problem& p) {
      return std::any_of(problems_.begin(), begin, [&](const io::problem& other) {
        return other.what == p.what && other.tensor == p.tensor && other.reason == p.reason;
      });
    });
  }

  /// A slice is missing where others of its variable are there, otherwise the variable is, once.
  void miss(const weight& w) {
    const bool is_sliced = std::any_of(weights_.begin(), weights_.end(), [&](const weight& other) {
      return other.is_slice && other.whole.name == w.whole.name && file_.find(other.own.name);
    });
    const place& wanted = is_sliced ? w.own : w.whole;
    if (std::find(report_.missing.begin(), report_.missing.end(), wanted.name) != report_.missing.end())
      return;
    report_.missing.emplace_back(wanted.name);
    if (options_.partial) return;
    wrong(io::trouble::missing, wanted.name,
          join("is missing; the graph has it with shape ", text_of(wanted.shape), " and dtype ",
               w.type.name()));
  }

  void check_kind(const weight& w, const place& at, const stored_tensor& t) {
    if (!t.unusable.empty()) {
      wrong(io::trouble::unsupported, t.name, t.unusable);
      return;
    }
    if (!(t.shape == at.shape))
      wrong(io::trouble::shape, t.name,
            join("has shape ", text_of(t.shape), " in the file, but ", text_of(at.shape), " in the graph"));
    if (!(t.format.type == w.type) && !options_.cast)
      wrong(io::trouble::dtype, t.name,
            join("has dtype ", t.format.name(), " in the file, but ", w.type.name(), " in the graph"));
  }

  void check_values(const match_found& m) {
    const data_type type = weights_[m.weight].type;
    const stored_tensor& t = file_.tensors()[m.tensor];
    file_.prepare(m.tensor);
    if (!may_misfit(t.format, type)) return;
    const std::byte* values = file_.values(m.tensor).data();
    if (const auto misfit = first_misfit(m.at->where, values, t.format, type))
      wrong(io::trouble::value, t.name,
            join("has the element ", *misfit, ", which ", type.name(), " does not have"));
  }

  File& file_;
  std::span<const weight> weights_;
  load_options options_;
  std::vector<match_found> matches_;
  std::vector<io::problem> problems_;
  io::report report_;
};

/// What a file holds of all variables, sorted by name. Values that do not lie in memory as they do in the
/// file, because they are slices or transposed, are brought into order in `made`.
inline std::vector<tensor_to_store> tensors_of(std::span<const weight> weights,
                                               std::span<std::byte* const> values,
                                               std::vector<std::vector<std::byte>>& made) {
  const auto order = sorted_places(weights.size(), [&](std::size_t a, std::size_t b) {
    return std::pair(weights[a].whole.name, a) < std::pair(weights[b].whole.name, b);
  });
  std::vector<tensor_to_store> out;
  for (const std::size_t i : order) {
    const weight& w = weights[i];
    const std::size_t size = *byte_size(w.whole.shape, w.type.size());
    const bool as_it_lies = !w.is_slice && is_in_order(w.whole.where);
    if (as_it_lies) {
      out.push_back({w.whole.name, w.type, w.whole.shape, bytes(values[i], size)});
      continue;
    }
    if (out.empty() || out.back().name != w.whole.name) {
      made.emplace_back(size);
      out.push_back({w.whole.name, w.type, w.whole.shape, made.back()});
    }
    write_region(w.whole.where, made.back().data(), values[i], w.type);
  }
  return out;
}

}  // namespace xscope::files

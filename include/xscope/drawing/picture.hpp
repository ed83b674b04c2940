// SPDX-License-Identifier: BSD-3-Clause
// A graph as a picture, in Graphviz' language: a cluster for each scope, a node for each operation, an edge
// for each operand.
#pragma once

#include "../config.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../files/stored.hpp"
#include "../graph_records/scopes.hpp"

namespace xscope::drawing {

/// Text within quotes. (Not "quoted": for strings, the compiler would find that of std too.)
inline std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}
/// Text within a label of Graphviz' HTML, where an element with nothing in it is no label.
inline std::string in_html(std::string_view text) {
  if (text.empty()) return "&#160;";
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

/// Whether a name says what the type says: "add_1" and "Add", "bias_add" and "BiasAdd".
inline bool says_type(std::string_view name, std::string_view type) {
  const std::size_t end = name.find_last_not_of("0123456789");
  if (end != std::string_view::npos && end + 1 < name.size() && name[end] == '_') name = name.substr(0, end);
  std::size_t k = 0;
  for (const char c : name) {
    if (c == '_') continue;
    if (k == type.size() || (c | ' ') != (type[k] | ' ')) return false;
    ++k;
  }
  return k == type.size();
}

inline std::string number_text(const dsl::number& n, data_type type) {
  char digits[40]{};
  const auto text = [&](auto value) {
    return std::string(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  };
  if (type.is_bool()) return n.integer != 0 ? "True" : "False";
  if (type.value == data_type::code::uint64) return text(static_cast<std::uint64_t>(n.integer));
  if (!type.is_floating()) return text(n.integer);
  return type.size() < sizeof(double) ? text(static_cast<float>(n.real)) : text(n.real);
}

/// Element type and shape of a tensor: float32 goes without saying.
inline std::string facts_of(const extents& shape, data_type type) {
  std::string out = files::text_of(shape);
  if (type.value != data_type::code::float32) out = std::string(type.name()) + ' ' + out;
  return out;
}

using graph_records::operation;

/// The text that Graphviz makes a picture of.
class dot_writer {
 public:
  explicit dot_writer(const graph_records::graph& g) : g_(g), scopes_(g.scopes) {
    clusters_.emplace_back();
    note_updates();
    for (std::size_t i = 0; i < g.operations.size(); ++i) place(i);
  }

  std::string text() {
    out_ =
        "digraph xscope {\n"
        "  graph [bgcolor=\"#ffffff\", pad=0.3, ranksep=0.35, nodesep=0.25, fontname=\"Helvetica,Arial,sans-serif\","
        " fontsize=11]\n"
        "  node [shape=box, style=\"filled,rounded\", fillcolor=\"#ffffff\", color=\"#8c959f\","
        " fontcolor=\"#24292f\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, height=0.4,"
        " margin=\"0.14,0.06\"]\n"
        "  edge [color=\"#6e7781\", fontcolor=\"#57606a\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=9,"
        " arrowsize=0.6]\n";
    contents(0, 1);
    for (std::size_t i = 0; i < g_.operations.size(); ++i) {
      if (!is_hyper_[i]) edges(g_.operations[i]);
    }
    for (const update& u : updates_) {
      out_ += "  " + in_quotes(name_of(u.step)) + " -> " + in_quotes(name_of(u.variable)) +
              " [style=dashed, color=\"#cf222e\", penwidth=0.7, constraint=false]\n";
    }
    return out_ + "}\n";
  }

 private:
  /// A variable that is given a new value, and by what.
  struct update {
    std::size_t step;
    std::size_t variable;
  };
  struct item {
    bool is_cluster;
    std::size_t number;
  };
  struct cluster {
    std::string name{};
    std::vector<item> items{};
    unsigned requests = 0;  // the most that a variable in it is asked for
    bool has_variables = false;
    bool is_made = false;  // by a pass
    std::string notes{};   // below the title
  };

  /// Notes what changes variables, and which constants are hyper-parameters of optimizers.
  void note_updates() {
    is_hyper_.assign(g_.operations.size(), false);
    for (std::size_t i = 0; i < g_.operations.size(); ++i) {
      const operation& o = g_.operations[i];
      if (!o.changes_variables()) continue;
      for (std::size_t k = 0; k < o.operands.size(); ++k) {
        const std::size_t from = o.operands[k].operation;
        if (k < o.references) {
          updates_.push_back({i, from});
        } else if (o.is_optimizers()) {
          const operation& taken = g_.operations[from];
          is_hyper_[from] = taken.is_made && taken.what == tracing::event_kind::constant;
        }
      }
    }
  }

  void place(std::size_t i) {
    const operation& o = g_.operations[i];
    std::size_t at = 0;
    const std::string path = o.home.empty() ? std::string(o.name) : o.home + '/';
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const std::string scope = path.substr(0, slash);
      if (scopes_.is_of_operation(scope)) continue;
      at = find(at, scope);
      clusters_[at].requests = std::max(clusters_[at].requests, o.requests);
      clusters_[at].has_variables = clusters_[at].has_variables || o.requests > 0;
    }
    clusters_[at].is_made = !o.home.empty();
    if (is_hyper_[i]) {
      std::string& notes = clusters_[at].notes;
      notes += (notes.empty() ? "" : ", ") + std::string(last_piece(o.name)) + ' ' +
               number_text(o.data[0], o.dtype);
    } else {
      clusters_[at].items.push_back({false, i});
    }
  }
  std::size_t find(std::size_t in, const std::string& name) {
    const auto [found, is_new] = cluster_of_.emplace(name, clusters_.size());
    if (is_new) {
      clusters_.emplace_back().name = name;
      clusters_[in].items.push_back({true, found->second});
    }
    return found->second;
  }
  std::string_view name_of(std::size_t place) const { return g_.operations[place].name; }
  /// What a node is called within its cluster: of an optimizer's updates the variable alone.
  static std::string_view label_of(const operation& o) {
    if (o.home.empty()) return last_piece(o.name);
    if (o.is_variable()) return o.name;
    std::string_view label = o.name.substr(o.home.size() + 1);
    constexpr std::string_view update = "update_";
    if (o.what == tracing::event_kind::apply_update && label.starts_with(update))
      label = label.substr(update.size(), label.rfind('/') - update.size());
    return label;
  }
  static std::string_view last_piece(std::string_view name) { return name.substr(name.rfind('/') + 1); }

  static std::string small(const std::string& text, std::string_view color) {
    return "<font point-size=\"9\" color=\"" + std::string(color) + "\">" + text + "</font>";
  }
  static std::string times(unsigned n) { return "shared x" + std::to_string(n); }

  void contents(std::size_t of, std::size_t depth) {
    for (const item& one : clusters_[of].items) {
      if (one.is_cluster) draw(one.number, of, depth);
      else draw(g_.operations[one.number], std::string(2 * depth, ' '));
    }
  }

  /// Whether a scope was entered more than once, and what is in it was asked for more than once.
  bool is_shared(const cluster& c) const { return c.requests > 1 && scopes_.entries(c.name) > 1; }
  const cluster* find(std::string_view name) const {
    const auto found = cluster_of_.find(std::string(name));
    return found == cluster_of_.end() ? nullptr : &clusters_[found->second];
  }

  void draw(std::size_t number, std::size_t parent, std::size_t depth) {
    const cluster& c = clusters_[number];
    const cluster& around = clusters_[parent];
    const std::string indent(2 * depth, ' ');
    std::string label = "<b>" + in_html(last_piece(c.name)) + "</b>";
    const std::string_view other = scopes_.variables_of(c.name);
    const cluster* const owner = other.empty() ? nullptr : find(other);
    std::string_view style = "filled,rounded";
    std::string_view color = "#afb8c1";
    std::string mark;
    if (is_shared(c)) {
      color = "#8250df";
      if (!is_shared(around) || around.requests != c.requests) mark = times(c.requests);
    } else if (owner != nullptr && owner->has_variables) {
      style = "filled,rounded,dashed";
      color = is_shared(*owner) ? "#8250df" : "#6e7781";
      const std::string_view above = scopes_.variables_of(around.name);
      // Below a scope whose variables are elsewhere, those of the scopes in it are there too.
      if (above.empty() || other != std::string(above) + "/" + std::string(last_piece(c.name)))
        mark = "variables of " + in_html(other);
    }
    if (!c.notes.empty())
      label += "<br align=\"left\"/>" + small(in_html(c.notes), "#57606a") + "<br align=\"left\"/>";
    if (!mark.empty()) label += "<br align=\"left\"/>" + small(mark, color) + "<br align=\"left\"/>";
    out_ += indent + "subgraph " + in_quotes("cluster_" + c.name) + " {\n";
    out_ += indent + "  graph [label=<" + label +
            ">, labeljust=l, fontcolor=\"#57606a\", style=" + in_quotes(style) + ", fillcolor=" +
            in_quotes(c.is_made        ? "#fff8f6"
                      : depth % 2 == 1 ? "#f6f8fa"
                                       : "#eaeef2") +
            ", color=" + in_quotes(color) + ", penwidth=" + (mark.empty() ? "1" : "2") + "]\n";
    contents(number, depth + 1);
    out_ += indent + "}\n";
  }

  void draw(const operation& o, const std::string& indent) {
    using enum tracing::event_kind;
    std::string_view look = {};
    std::string below = o.has_shape ? facts_of(o.shape, o.dtype) : std::string();
    std::string mark;
    if (o.is_variable()) {
      look = o.trainable ? "shape=ellipse, style=filled, fillcolor=\"#ddf4ff\", color=\"#218bff\""
                         : "shape=ellipse, style=\"filled,dashed\", fillcolor=\"#f6f8fa\", color=\"#218bff\"";
      if (o.requests > 1) {
        look = "shape=ellipse, style=filled, fillcolor=\"#fbefff\", color=\"#8250df\", peripheries=2";
        mark = times(o.requests);
      }
      if (!o.trainable) below += o.local ? ", local" : ", not trained";
    } else if (o.what == placeholder) {
      look = "shape=invhouse, style=filled, fillcolor=\"#dafbe1\", color=\"#2da44e\"";
    } else if (o.what == constant) {
      look = "shape=note, style=filled, fillcolor=\"#fff8c5\", color=\"#bf8700\"";
      if (o.data_size == 1) {
        const std::string value = number_text(o.data[0], o.dtype);
        below = o.shape.rank() == 0 ? value : below + ": " + value;
      }
    } else {
      const bool has_no_value = o.what == minimize || o.what == group;
      if (has_no_value || o.what == apply_update) below.clear();
      if (has_no_value || o.changes_variables()) look = "fillcolor=\"#ffebe9\", color=\"#cf222e\"";
      else if (!o.home.empty()) look = "fontsize=9, height=0.3, color=\"#c8ccd1\", fontcolor=\"#57606a\"";
      const std::string_view type = has_no_value ? std::string_view{} : o.type;
      if (!type.empty() && !says_type(last_piece(label_of(o)), type))
        below = in_html(type) + (below.empty() ? "" : " ") + below;
    }
    out_ += indent + in_quotes(o.name) + " [label=<" + in_html(label_of(o));
    if (!below.empty()) out_ += "<br/>" + small(below, "#57606a");
    if (!mark.empty()) out_ += "<br/>" + small(mark, "#8250df");
    out_ += '>';
    if (!look.empty()) out_ += ", " + std::string(look);
    if (o.is_result) out_ += ", peripheries=2, penwidth=2, color=\"#1a7f37\"";
    out_ += "]\n";
  }

  bool is_updated(const operation& by, std::size_t variable) const {
    const auto end = by.operands.begin() + static_cast<std::ptrdiff_t>(by.references);
    return by.changes_variables() &&
           std::any_of(by.operands.begin(), end,
                       [&](const graph_records::operand& from) { return from.operation == variable; });
  }
  /// Of an optimizer's updates what they change, and their gradients: what all of them take is not drawn.
  bool is_drawn(std::size_t k, const operation& to) const {
    const std::size_t from = to.operands[k].operation;
    if (is_hyper_[from] || is_updated(to, from)) return false;
    const bool is_update = !to.home.empty() && to.what == tracing::event_kind::apply_update;
    return !is_update || k + 1 == to.operands.size();
  }
  /// (That the powers of Adam wait for all updates says little.)
  static bool shows_waiting(const operation& o) {
    return !o.is_made || o.what == tracing::event_kind::group || o.what == tracing::event_kind::constant;
  }

  void edges(const operation& to) {
    if (shows_waiting(to)) {
      for (const std::size_t other : to.waits_for)
        out_ += "  " + in_quotes(name_of(other)) + " -> " + in_quotes(to.name) + " [style=dotted]\n";
    }
    for (std::size_t k = 0; k < to.operands.size(); ++k) {
      if (!is_drawn(k, to)) continue;
      const graph_records::operand& from = to.operands[k];
      out_ += "  " + in_quotes(name_of(from.operation)) + " -> " + in_quotes(to.name);
      if (from.output > 0)
        out_ += " [label=<:" + std::to_string(from.output) + ' ' + facts_of(from.shape, from.dtype) + ">]";
      out_ += '\n';
    }
  }

  const graph_records::graph& g_;
  graph_records::scope_map scopes_;
  std::vector<update> updates_{};
  std::vector<bool> is_hyper_{};
  std::vector<cluster> clusters_{};
  std::map<std::string, std::size_t> cluster_of_{};
  std::string out_{};
};

}  // namespace xscope::drawing

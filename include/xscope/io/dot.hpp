// SPDX-License-Identifier: BSD-3-Clause
// A graph as a picture, in Graphviz' language: a cluster for each scope, a node for each operation, an edge
// for each operand.
//   std::ofstream("net.dot") << xs::to_dot(g);    // dot -Tpng net.dot -o net.png
#pragma once

#include "../config.hpp"

#include "../macros/hide.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "../drawing/drawn.hpp"
#include "../files/stored.hpp"
#include "../graphs/sharing.hpp"
#include "../lists/all.hpp"

namespace xscope {

namespace drawing {

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
inline std::string facts_of(const tracing::description& is) {
  if (!is.shape.there) return {};
  std::string out = files::text_of(*is.shape);
  if (is.dtype.value != data_type::code::float32) out = std::string(is.dtype.name()) + ' ' + out;
  return out;
}

class dot_writer {
 public:
  explicit dot_writer(const drawn_graph& g) : g_(g), scopes_(g) {
    clusters_.emplace_back();
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
    for (const drawn_operation& o : g_.operations) {
      if (!o.is_hyper) edges(o);
    }
    for (const drawn_update& u : g_.updates) {
      out_ += "  " + in_quotes(name_of(u.step)) + " -> " + in_quotes(name_of(u.variable)) +
              " [style=dashed, color=\"#cf222e\", penwidth=0.7, constraint=false]\n";
    }
    return out_ + "}\n";
  }

 private:
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

  void place(std::size_t i) {
    const drawn_operation& o = g_.operations[i];
    std::size_t at = 0;
    const std::string path = o.home.empty() ? std::string(o.name) : o.home + '/';
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const std::string scope = path.substr(0, slash);
      if (scopes_.is_of_operation(scope)) continue;
      at = find(at, scope);
      clusters_[at].requests = std::max(clusters_[at].requests, o.requests);
      clusters_[at].has_variables = clusters_[at].has_variables || o.requests > 0;
    }
    number_of_.emplace(o.event, i);
    clusters_[at].is_made = !o.home.empty();
    if (o.is_hyper) {
      const tracing::description& is = *g_.events[o.event].is;
      std::string& notes = clusters_[at].notes;
      notes += (notes.empty() ? "" : ", ") + std::string(last_piece(o.name)) + ' ' +
               number_text(is.data[0], is.dtype);
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
  std::string_view name_of(std::size_t event) const { return g_.operations[number_of_.at(event)].name; }
  /// What a node is called within its cluster: of an optimizer's updates the variable alone.
  static std::string_view label_of(const drawn_operation& o, tracing::event_kind what) {
    if (o.home.empty()) return last_piece(o.name);
    if (tracing::gives_variable(what)) return o.name;
    std::string_view label = o.name.substr(o.home.size() + 1);
    constexpr std::string_view update = "update_";
    if (what == tracing::event_kind::apply_update && label.starts_with(update))
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

  void draw(const drawn_operation& o, const std::string& indent) {
    using enum tracing::event_kind;
    const tracing::description& is = *g_.events[o.event].is;
    std::string_view look = {};
    std::string below = facts_of(is);
    std::string mark;
    if (tracing::gives_variable(is.what)) {
      look = is.trainable
                 ? "shape=ellipse, style=filled, fillcolor=\"#ddf4ff\", color=\"#218bff\""
                 : "shape=ellipse, style=\"filled,dashed\", fillcolor=\"#f6f8fa\", color=\"#218bff\"";
      if (o.requests > 1) {
        look = "shape=ellipse, style=filled, fillcolor=\"#fbefff\", color=\"#8250df\", peripheries=2";
        mark = times(o.requests);
      }
      if (!is.trainable) below += is.local ? ", local" : ", not trained";
    } else if (is.what == placeholder) {
      look = "shape=invhouse, style=filled, fillcolor=\"#dafbe1\", color=\"#2da44e\"";
    } else if (is.what == constant) {
      look = "shape=note, style=filled, fillcolor=\"#fff8c5\", color=\"#bf8700\"";
      if (is.data_size == 1) {
        const std::string value = number_text(is.data[0], is.dtype);
        below = is.shape->rank() == 0 ? value : below + ": " + value;
      }
    } else {
      const bool has_no_value = is.what == minimize || is.what == group;
      const bool changes = is.op != nullptr && is.op->changes != ops::effect::none;
      if (has_no_value || is.what == apply_update) below.clear();
      if (has_no_value || is.what == apply_update || changes)
        look = "fillcolor=\"#ffebe9\", color=\"#cf222e\"";
      else if (!o.home.empty()) look = "fontsize=9, height=0.3, color=\"#c8ccd1\", fontcolor=\"#57606a\"";
      const std::string_view type = has_no_value ? std::string_view{} : o.type;
      if (!type.empty() && !says_type(last_piece(label_of(o, is.what)), type))
        below = in_html(type) + (below.empty() ? "" : " ") + below;
    }
    out_ += indent + in_quotes(o.name) + " [label=<" + in_html(label_of(o, is.what));
    if (!below.empty()) out_ += "<br/>" + small(below, "#57606a");
    if (!mark.empty()) out_ += "<br/>" + small(mark, "#8250df");
    out_ += '>';
    if (!look.empty()) out_ += ", " + std::string(look);
    if (o.is_result) out_ += ", peripheries=2, penwidth=2, color=\"#1a7f37\"";
    out_ += "]\n";
  }

  bool is_updated(std::size_t step, std::size_t variable) const {
    return std::any_of(g_.updates.begin(), g_.updates.end(),
                       [&](const drawn_update& u) { return u.step == step && u.variable == variable; });
  }
  /// Of an optimizer's updates what they change, and their gradients: what all of them take is not drawn.
  bool is_drawn(const graphs::producer& from, const drawn_operation& to) const {
    if (!number_of_.contains(from.event) || g_.operations[number_of_.at(from.event)].is_hyper) return false;
    if (is_updated(to.event, from.event)) return false;
    const bool is_update = !to.home.empty() && g_.events[to.event].what == tracing::event_kind::apply_update;
    const auto operands = g_.operands(to.event);
    return !is_update || from == operands[operands.size() - 1];
  }

  void edges(const drawn_operation& to) {
    for (const std::size_t other : to.waits_for) {
      if (number_of_.contains(other))
        out_ += "  " + in_quotes(name_of(other)) + " -> " + in_quotes(to.name) + " [style=dotted]\n";
    }
    for (const graphs::producer& from : g_.operands(to.event)) {
      if (!is_drawn(from, to)) continue;
      out_ += "  " + in_quotes(name_of(from.event)) + " -> " + in_quotes(to.name);
      for (const drawn_output& o : g_.outputs) {
        if (o.from == from)
          out_ += " [label=<:" + std::to_string(from.output) + ' ' + facts_of(*g_.events[o.event].is) + ">]";
      }
      out_ += '\n';
    }
  }

  const drawn_graph& g_;
  scope_map scopes_;
  std::vector<cluster> clusters_{};
  std::map<std::string, std::size_t> cluster_of_{};
  std::map<std::size_t, std::size_t> number_of_{};
  std::string out_{};
};

/// Marks the operation of a program's result: of a pack's each, of a partitioned variable each slice.
template <class Program, class Handle>
void mark_result(drawn_graph& g, Handle) {
  constexpr dsl::result_kind kind = Handle::result;
  if constexpr (kind == dsl::result_kind::pack) {
    []<class... Part>(drawn_graph& to, dsl::pack_handle<Part...>) {
      static_cast<void>(lists::steps{true, (mark_result<Program>(to, Part{}), true)...});
    }(g, Handle{});
  } else if constexpr (kind == dsl::result_kind::partitioned) {
    []<class... Slice>(drawn_graph& to, lists::list<Slice...>) {
      static_cast<void>(lists::steps{true, (mark_result<Program>(to, Slice{}), true)...});
    }(g, typename Handle::slices{});
  } else if constexpr (dsl::is_tensor(kind) || kind == dsl::result_kind::operation) {
    const std::size_t marked = graphs::edge_reader<Program>::meant_by(Handle::id).event;
    for (drawn_operation& each : g.operations) each.is_result = each.is_result || each.event == marked;
  }
}

/// What changes variables, what waits for what, and where what passes have made stands.
inline void note_effects(drawn_graph& g, const graph_defs::waiting_events& waiting, std::size_t traced) {
  using enum tracing::event_kind;
  note_homes(g, waiting.order, traced);
  const graph_defs::control_inputs controls(waiting);
  std::vector<bool> is_hyper(g.events.size());
  for (drawn_operation& o : g.operations) {
    const tracing::event& e = g.events[o.event];
    // (That the powers of Adam wait for all updates says little.)
    if (o.event < traced || e.what == group || e.what == constant) o.waits_for = controls.of(o.event);
    const auto operands = g.operands(o.event);
    if (!graph_defs::changes_variables(e)) continue;
    const std::size_t references = graph_defs::references_of(e, g.events, operands);
    for (std::size_t k = 0; k < operands.size(); ++k) {
      if (k < references) g.updates.push_back({o.event, operands[k].event});
      else if (e.what == apply_update && !e.is->text->view().starts_with("Assign"))
        is_hyper[operands[k].event] = true;
    }
  }
  for (drawn_operation& o : g.operations)
    o.is_hyper = is_hyper[o.event] && o.event >= traced && g.events[o.event].what == constant;
}

template <class Program>
drawn_graph drawn() {
  using graph = graphs::graph_t<Program>;
  static constexpr const auto& operations = graph::operations();
  static constexpr const auto& later = graph::later_outputs();
  constexpr const auto& events = graphs::events_of<Program>;
  constexpr const auto& resolved = graphs::resolution_of<Program>;
  drawn_graph out{events.view(), resolved.facts, resolved.paths};
  std::vector<unsigned> requests(events.size + 1);
  graphs::count_requests(out.events, out.facts, requests.data());
  for (const auto& o : operations)
    out.operations.push_back({o.id(), o.op_name(), o.type(), requests[o.id()]});
  for (const auto& o : later) out.outputs.push_back({graphs::edge_reader<Program>::meant_by(o.id()), o.id()});
  // (Of what stands in lambdas GCC warns, if the user has globals of the same names.)
  out.operands = [](std::size_t taker) { return graphs::edges_of<Program>.operands(taker); };
  mark_result<Program>(out, typename graph::result_type{});
  const graph_defs::waiting_events waiting = graph_defs::waiting_events_of<Program>();
  std::size_t traced = events.size;
  if constexpr (requires { events.traced; }) traced = events.traced;
  note_effects(out, waiting, traced);
  return out;
}

}  // namespace drawing

/// A graph in Graphviz' language, the same text each time: scopes as nested clusters, operations as nodes
/// with the last piece of their names, their types where these differ, and shapes. Variables are ellipses,
/// placeholders point down, constants have a folded corner; results have a double green border. What is
/// shared is violet and says how often, and so does a scope that uses the variables of another. All gradients
/// of a training step stand in one cluster, what its optimizer has and does in another, with hyper-parameters
/// in the title; what changes a variable points at it with a dashed line, what waits for another has a dotted
/// one.
template <class Program>
std::string to_dot(graphs::graph_t<Program>) {
  return drawing::dot_writer(drawing::drawn<Program>()).text();
}

}  // namespace xscope

#include "../macros/restore.hpp"

// SPDX-License-Identifier: BSD-3-Clause
// What a graph says about one of its variables, tensors, operations or scopes. == is identity.
#pragma once

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <string_view>

#include "property.hpp"
#include "resolved.hpp"

namespace xscope {

namespace graphs {

/// TensorFlow's print of a tensor or a variable, as text with a fixed capacity.
struct repr_text : diag::writer {
  constexpr operator std::string_view() const { return view(); }
  friend constexpr bool operator==(const repr_text& a, std::string_view b) { return a.view() == b; }
  friend constexpr bool operator==(const repr_text& a, const repr_text& b) { return a.view() == b.view(); }
  template <class Stream>
    requires std::same_as<Stream, std::ostream>
  friend Stream& operator<<(Stream& out, const repr_text& text) {
    return out << text.view();
  }
};

/// A scope's reuse flag (tf: False, True, AUTO_REUSE); compares with the options of that name.
struct reuse_flag {
  dsl::reuse_mode mode;
  friend constexpr bool operator==(reuse_flag a, reuse_flag b) = default;
  template <dsl::reuse_mode M>
  friend constexpr bool operator==(reuse_flag a, dsl::reuse_t<M>) {
    return a.mode == (M == dsl::reuse_mode::inherit ? dsl::reuse_mode::no : M);
  }
  /// Python's truth of the flag: False only for no reuse.
  constexpr explicit operator bool() const { return a_truthy(mode); }
  friend constexpr bool operator==(reuse_flag a, bool b) {
    return b ? a.mode == dsl::reuse_mode::yes : a.mode == dsl::reuse_mode::no;
  }

 private:
  static constexpr bool a_truthy(dsl::reuse_mode m) {
    return m == dsl::reuse_mode::yes || m == dsl::reuse_mode::automatic;
  }
};

/// The names of an operation's outputs: "op:0", "op:1".
struct output_names {
  struct output {
    repr_text text;
    constexpr std::string_view name() const { return text.view(); }
  };
  struct iterator {
    const output_names* names;
    std::size_t i;
    constexpr output operator*() const { return (*names)[i]; }
    constexpr iterator& operator++() {
      ++i;
      return *this;
    }
    friend constexpr bool operator==(iterator, iterator) = default;
  };
  std::string_view op;
  std::size_t count = 0;

  constexpr std::size_t size() const { return count; }
  constexpr output operator[](std::size_t i) const {
    output out;
    out.text << op << ':' << i;
    return out;
  }
  constexpr iterator begin() const { return {this, 0}; }
  constexpr iterator end() const { return {this, count}; }
};

template <class Program>
class info {
 public:
  constexpr info() = default;
  constexpr info(std::size_t event, dsl::result_kind kind, name_text text)
      : event_(event), kind_(kind), text_(text) {}

  /// "foo/bar/v:0"; of an operation "foo/Add"; of a variable scope "foo/bar"; of a name scope "foo/bar/".
  constexpr std::string_view name() const {
    using enum dsl::result_kind;
    if (kind_ == scope) return text_.key();
    if (kind_ == tensor || kind_ == variable) return longer(1 + resolving::digits_of(facts().output));
    if ((kind_ == name_scope || kind_ == scope_text) && facts().keeps_slash) return longer(1);
    return text_.name();
  }
  /// The operation's name: without ":0".
  constexpr std::string_view op_name() const { return text_.name(); }
  /// A variable's name in the variable store: what it was asked for as.
  constexpr std::string_view key() const { return text_.key(); }
  /// TensorFlow's op type.
  constexpr std::string_view type() const {
    using enum tracing::event_kind;
    switch (event().what) {
    case get_variable:
    case get_created:
    case create_variable:
    case variable: return use_resource() ? "VarHandleOp" : "VariableV2";
    case create_op: return event().is->text->view();
    case placeholder: return "Placeholder";
    case constant: return "Const";
    case sum_collection: return "AddN";
    case get_slot: return use_resource() ? "VarHandleOp" : "VariableV2";
    case minimize:
    case apply_gradients:
    case group: return "NoOp";
    case apply_update: return event().is->text->view();
    case apply:
    case apply_in_scope: return event().is->op->type;
    case output: return events_of<Program>.list[event().args[0]].is->op->type;
    default: return {};
    }
  }
  constexpr extents shape() const { return *event().is->shape; }
  constexpr data_type dtype() const { return event().is->dtype; }

  constexpr bool is_variable() const { return kind_ == dsl::result_kind::variable; }
  constexpr bool trainable() const { return event().is->trainable; }
  /// Whether a variable is a resource variable; a slot is what its variable is.
  constexpr bool use_resource() const {
    const tracing::event& e = event();
    if (e.what == tracing::event_kind::get_slot) return is_resource(events_of<Program>.list[e.source]);
    return is_resource(e);
  }
  /// What a variable got its first value from; compares with `initializer<...>`.
  constexpr initializer_property initializer() const {
    return {event().is->init, event().is->shape->elements()};
  }
  /// Compare with `constraint<...>`, a text, or `none`.
  constexpr callable_property constraint() const {
    return has_details() ? callable_property{event().is->details->constraint} : callable_property{};
  }
  constexpr text_property caching_device() const {
    return has_details() ? text_property{event().is->details->caching_device} : text_property{};
  }
  /// Where an operation runs: nowhere else than here.
  constexpr std::string_view device() const { return {}; }

  /// Of a partitioned variable: the number of parts along each axis; of a slice: where it begins.
  constexpr extents partitions() const { return *event().is->details->partitions; }
  constexpr extents offset() const { return *event().is->details->offset; }

  /// Of an item of a collection that is a text or a number.
  constexpr std::string_view text() const { return text_.name(); }
  constexpr double number() const {
    return event().what == tracing::event_kind::collect && event().is->data_size > 0 ? event().is->data->real
                                                                                     : 0;
  }

  /// Of an operation: the names of its outputs.
  constexpr output_names outputs() const {
    return {op_name(), event().what == tracing::event_kind::create_op ? event().is->arg_count
                       : kind_ == dsl::result_kind::operation         ? 0U
                                                                      : 1 + more_outputs()};
  }

  /// Of a variable scope, as it is at the program's end.
  constexpr reuse_flag reuse() const { return {facts().reuse}; }
  /// Of a variable scope: the name scope that was opened with it, "foo/".
  constexpr std::string_view original_name_scope() const {
    return facts().keeps_slash ? longer(1) : text_.name();
  }

  /// As TensorFlow prints it.
  constexpr repr_text repr() const {
    repr_text out;
    if (is_variable()) {
      out << std::string_view("<xscope.Variable '") << name() << std::string_view("' shape=") << shape()
          << std::string_view(" dtype=") << dtype().name()
          << std::string_view(use_resource() ? ">" : "_ref>");
    } else if (kind_ == dsl::result_kind::tensor) {
      out << std::string_view("Tensor(\"") << name() << std::string_view("\", shape=") << shape()
          << std::string_view(", dtype=") << dtype().name() << ')';
    } else if (kind_ == dsl::result_kind::scope) {
      out << std::string_view("<xscope.VariableScope '") << name() << std::string_view("'>");
    } else {
      out << name();
    }
    return out;
  }

  friend constexpr bool operator==(const info& a, const info& b) {
    return a.event_ == b.event_ && a.kind_ == b.kind_;
  }

  /// Whether it is None: the scope of a template that was not called yet.
  friend constexpr bool operator==(const info& a, dsl::none_t) {
    return a.kind_ == dsl::result_kind::nothing;
  }

  /// The event that made it: the same in every stage.
  constexpr std::size_t id() const { return event_; }
  constexpr dsl::result_kind kind() const { return kind_; }

 private:
  template <class>
  friend struct selection;
  /// Set member by member: graphs have many.
  template <class Place>
  constexpr void be(std::size_t event, dsl::result_kind kind, const char* text, const Place& place) {
    event_ = event;
    kind_ = kind;
    text_.name_data = text + place.begin;
    text_.key_data = text + place.key_begin;
    text_.name_size = place.size;
    text_.key_size = place.key_size;
  }

  static constexpr bool is_resource(const tracing::event& e) {
    return e.is->details.there && e.is->details->use_resource;
  }
  constexpr bool has_details() const { return event().is->details.there; }
  constexpr std::size_t more_outputs() const {
    const auto& all = events_of<Program>;
    std::size_t n = 0;
    for (std::size_t i = event_ + 1; i < all.size && all.list[i].what == tracing::event_kind::output; ++i)
      ++n;
    return event().what == tracing::event_kind::apply ? n : 0;
  }
  constexpr const tracing::event& event() const { return events_of<Program>.list[event_]; }
  constexpr const resolving::fact& facts() const { return resolution_of<Program>.facts[event_]; }

  /// The pool holds ":0" or "/" behind the name.
  constexpr std::string_view longer(std::size_t n) const { return {text_.name_data, text_.name_size + n}; }

  std::size_t event_ = 0;
  dsl::result_kind kind_ = dsl::result_kind::nothing;
  name_text text_{};
};

}  // namespace graphs
}  // namespace xscope

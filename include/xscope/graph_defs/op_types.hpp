// SPDX-License-Identifier: BSD-3-Clause
// TensorFlow's nodes as the operations spell them: operands, attributes, and constants for axes, sizes and
// shapes. One that says nothing has the attribute T alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../ops/spelling.hpp"
#include "node_maker.hpp"

namespace xscope::graph_defs {

/// An operation whose operands have become nodes.
struct application {
  node_maker& make;
  const operation& op;
  std::vector<result> in;
  bool takes_resource = false;  // the first operand is a resource variable's handle

  const ops::attributes& attrs() const { return op.attributes; }
  const extents& shape_of(std::size_t k) const { return in[k].shape; }

  /// The names of the operands.
  std::vector<std::string> inputs() const {
    std::vector<std::string> out;
    out.reserve(in.size());
    for (const result& r : in) out.push_back(r.node);
    return out;
  }
  std::string below(std::string_view piece) const { return join(op.name, '/', piece); }

  /// Constants behind the operands, as TensorFlow's functions name them.
  std::string integer(std::string_view name, std::int64_t value) const {
    return make.integer(below(name), value);
  }
  std::string integers(std::string_view name, const std::vector<std::int64_t>& values) const {
    return make.integers(below(name), values);
  }

  /// The operation's node.
  node_def& node(std::string_view type, std::vector<std::string> with) const {
    return make.own(op.name, type, std::move(with));
  }
  node_def& node(std::vector<std::string> with) const { return node(op.type, std::move(with)); }

  /// The one axis that it works along, as it was given, or counted from the first.
  std::int64_t axis(std::size_t rank, int otherwise = 0) const {
    return static_cast<std::int64_t>(ops::one_axis(attrs(), rank, otherwise));
  }
};

inline const data_type index_type = data_type_of<std::int32_t>;

/// What an operation says of its node, written down while it says it.
class spelled_node final : public ops::speller {
 public:
  spelled_node(const application& a, const std::vector<ops::operand>& operands)
      : speller({operands.data(), operands.size()}, a.attrs(), a.op.dtype, a.op.shape),
        a_(a),
        type_(a.op.type),
        inputs_(a.inputs()) {
    attr_["T"] = in.empty() ? dtype : in[0].dtype;
  }

  void no_type() override { attr_.erase("T"); }
  void type(const char* name, data_type value) override { attr_[name] = value; }
  void flag(const char* name, bool value) override { attr_[name] = value; }
  void integer(const char* name, std::int64_t value) override { attr_[name] = value; }
  void real(const char* name, double value) override { attr_[name] = static_cast<float>(value); }
  void text(const char* name, const char* value) override { attr_[name] = std::string(value); }
  void list(const char* name, const ops::integers& values) override { attr_[name] = numbers_of(values); }

  void takes(const char* name, std::int64_t value) override { inputs_.push_back(a_.integer(name, value)); }
  void takes(const char* name, const ops::integers& values) override {
    inputs_.push_back(a_.integers(name, numbers_of(values)));
  }
  void takes(const char* name, const ops::integers& values, std::size_t columns) override {
    const extents rows{values.count / columns, columns};
    inputs_.push_back(a_.make.constant(a_.below(name), node_maker::integers(numbers_of(values), rows)));
  }
  void takes_real(const char* name, double value) override {
    inputs_.push_back(a_.make.real(a_.below(name), value, dtype));
  }
  void last_goes_before(std::ptrdiff_t k) override {
    std::rotate(inputs_.begin() + k, inputs_.end() - 1, inputs_.end());
  }
  void is(const char* type) override { type_ = type; }

  node_def& write() {
    node_def& n = a_.node(type_, std::move(inputs_));
    n.attr = std::move(attr_);
    return n;
  }

 private:
  static std::vector<std::int64_t> numbers_of(const ops::integers& values) {
    return {values.list, values.list + values.count};
  }

  const application& a_;
  std::string type_;
  std::vector<std::string> inputs_;
  std::map<std::string, attr_value> attr_{};
};

/// The node of an operation as that says it.
inline node_def& spelled(const application& a) {
  std::vector<ops::operand> in;
  in.reserve(a.in.size());
  for (const result& r : a.in) in.push_back({r.dtype, r.shape});
  spelled_node node(a, in);
  if (a.op.info != nullptr && a.op.info->spell.there) a.op.info->spell(node);
  return node.write();
}

}  // namespace xscope::graph_defs

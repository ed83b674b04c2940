// SPDX-License-Identifier: BSD-3-Clause
// Events: a program in the order in which it runs, as an array of plain records. Names in them are
// pieces as the user wrote them; `resolve` makes full names of them.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "../diag/messages.hpp"
#include "../name/dtype.hpp"
#include "../name/extents.hpp"
#include "../name/literal.hpp"
#include "../name/optional_ref.hpp"
#include "../ops/op.hpp"
#include "../program/initializers.hpp"
#include "../program/optimizers.hpp"
#include "../program/options.hpp"

namespace xscope::tracing {

enum class event_kind : unsigned char {
  enter_variable_scope,  // name (or null: default_name), or source: a scope that was opened before; flags
  enter_name_scope,      // name (or null: the root), or source: a scope whose name scope is opened again
  enter_thread,
  enter_op,  // the name scope that an operation with literal operands opens
  leave,
  set_reuse,  // source: the scope
  current_name_scope,
  placeholder,     // name, dtype, shape
  get_variable,    // name, dtype, asked, shape (null: as it is), init
  variable,        // name, dtype, shape, init
  constant,        // name, dtype, shape, data
  apply,           // name, op, attributes, args
  apply_in_scope,  // the same, named exactly as the scope that enter_op opened
  minimize,        // name, optimizer, args[0]: the loss
  fault            // why: tracing stopped here
};

inline constexpr std::size_t no_id = static_cast<std::size_t>(-1);

/// What a shape rule refused, as evidence.
struct complaint {
  diag::fault what = diag::fault::none;
  const char* type = "";
  naming::optional_ref<extents> shapes[2]{nullptr, nullptr};
  data_type dtypes[2]{};
};

enum class source_kind : unsigned char { none, scope, original_name_scope, name_scope, other };

struct event {
  event_kind what{};
  dsl::reuse_mode reuse = dsl::reuse_mode::inherit;
  source_kind source_is = source_kind::none;
  bool auxiliary = true;
  bool trainable = true;
  bool local = false;  // a variable that belongs to the local collection
  data_type dtype{};
  data_type asked{};  // get_variable: what the caller or the scope asks for
  unsigned arg_count = 0;
  std::size_t source = no_id;
  naming::optional_ref<naming::literal> name{};
  naming::optional_ref<naming::literal> default_name{};
  naming::optional_ref<extents> shape{};
  const dsl::initializer_info* init = nullptr;
  const dsl::number* data = nullptr;
  std::size_t data_size = 0;
  const ops::op_info* op = nullptr;
  const ops::attributes* attributes = nullptr;
  const dsl::optimizer_info* optimizer = nullptr;
  naming::optional_ref<complaint> why{};
  std::array<std::size_t, 2> args{};
  const std::size_t* more_args = nullptr;  // where there are more than two

  constexpr std::span<const std::size_t> operands() const {
    return {arg_count > 2 ? more_args : args.data(), arg_count};
  }
};

/// Takes events down, in order.
struct recorder {
  event* out;
  std::size_t count = 0;

  constexpr event& add(event_kind what) {
    event& e = out[count++];
    e.what = what;
    return e;
  }
  /// An event of which others like it have all but the operands.
  constexpr void add(const event& like, std::size_t a, std::size_t b, const std::size_t* more) {
    out[count] = like;
    out[count].args = {a, b};
    out[count++].more_args = more;
  }
};

template <std::size_t... D>
inline constexpr extents extents_of = dsl::shape_t<D...>::value();

}  // namespace xscope::tracing

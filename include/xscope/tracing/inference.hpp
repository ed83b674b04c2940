// SPDX-License-Identifier: BSD-3-Clause
// Shape inference at compile time: an operation's rule applied to the types of its operands, and the
// evidence where it refuses them.
#pragma once

#include <utility>

#include "../dsl/attributes.hpp"
#include "leaves.hpp"

namespace xscope::tracing {

/// How an application is traced.
enum class manner : unsigned char { plain, own_scope, several, literals, lists, faulty };

/// What is wrong with an operation's attributes by themselves.
template <class Op, class Options>
inline constexpr diag::fault fault_in_attributes =
    !Options::fault.none()
        ? Options::fault.what
        : dsl::fault_of_attributes(Op::info.needs, Op::info.takes, Options::kinds, Options::size);
template <class Op, class Options, diag::fault What>
consteval diag::evidence evidence_of_attributes() {
  diag::evidence c{.what = What, .call = Op::info.type};
  using texts = dsl::attribute_texts<Op::info.needs, Op::info.takes, Options>;
  if constexpr (What == diag::fault::attribute_missing) {
    c.taken = texts::needed();
  } else if constexpr (What == diag::fault::attribute_length) {
    c.taken = texts::lengths();
  } else if constexpr (What == diag::fault::attribute_unknown || What == diag::fault::attribute_twice) {
    c.given = texts::given();
    c.taken = texts::taken();
  }
  return c;
}

/// Shape inference for one operation, its attributes and the operands' types: done once for all layers
/// that are alike.
template <class Op, class Options, class... F>
struct inference {
  static constexpr ops::operand operands[sizeof...(F)] = {{F::dtype(), F::shape_type::value()}...};
  static constexpr diag::fault unfit = fault_in_attributes<Op, Options>;
  static constexpr ops::inferred value =
      unfit != diag::fault::none ? ops::wrong(unfit)
      : !Op::info.takes_operands(sizeof...(F))
          ? ops::wrong(diag::fault::operand_count)
          : ops::if_addressable(
                Op::info.infer(array_view<ops::operand>(operands), ops::attributes_for<Options>));
  static constexpr bool ok = value.fault == diag::fault::none;
  static constexpr manner how = !ok                      ? manner::faulty
                                : Op::info.in_own_scope  ? manner::own_scope
                                : Op::info.results.there ? manner::several
                                                         : manner::plain;

  template <std::size_t... I>
  static auto build(std::index_sequence<I...>)
      -> handles<element_t<value.dtype.value>, dsl::shape_t<value.shape.dims[I]...>>;
  using made = decltype(build(std::make_index_sequence<ok ? value.shape.rank_ : 0>{}));

  /// Of several results the k-th.
  template <std::size_t K>
  static constexpr ops::inferred nth = Op::result(operands, ops::attributes_for<Options>, K);
  template <std::size_t K, std::size_t... I>
  static auto build_nth(std::index_sequence<I...>)
      -> handles<element_t<nth<K>.dtype.value>, dsl::shape_t<nth<K>.shape.dims[I]...>>;
  template <std::size_t K>
  using made_nth = decltype(build_nth<K>(std::make_index_sequence<nth<K>.shape.rank_>{}));

  /// The first two shapes and dtypes, those of the operand at fault first.
  static consteval diag::evidence make_evidence() {
    constexpr const extents* shapes[] = {extents_for<typename F::shape_type>...};
    diag::evidence c = evidence_of_attributes<Op, Options, value.fault>();
    if constexpr (value.fault == diag::fault::shape_too_large) {
      c.shape = &value.shape;
      return c;
    }
    constexpr auto at = static_cast<std::size_t>(value.operand);
    if (at < sizeof...(F)) {
      c.shape = shapes[at];
      c.dtype = operands[at].dtype;
    }
    if (sizeof...(F) > 1) {
      c.other_shape = shapes[1];
      c.other_dtype = operands[1].dtype;
    } else if (ops::attributes_for<Options>.has_shape) {
      c.other_shape = &ops::attributes_for<Options>.shape;
    }
    return c;
  }
};

/// The name of an operation that is given none.
template <class Op>
inline constexpr naming::literal name_of_op = naming::describe(Op::info.name);

template <class Options, class Op>
constexpr const naming::literal* op_name() {
  using name = typename Options::template get<option::name>;
  if constexpr (requires { name::text(); }) return name::text();
  else return &name_of_op<Op>;
}

/// An operation that is named as a name scope is.
template <class Options>
inline constexpr bool is_named_as_scope = requires { typename Options::template get<option::name>::scope; };
template <class Options>
consteval std::size_t scope_named() {
  if constexpr (is_named_as_scope<Options>) return Options::template get<option::name>::scope::id;
  else return no_id;
}
template <class Options>
constexpr void note_scope_name(description& e) {
  if constexpr (is_named_as_scope<Options>) {
    e.source_is = source_kind::name_scope;
    e.source = scope_named<Options>();
  }
}

template <class S, class Inference>
struct application_fault {
  static constexpr diag::evidence evidence = Inference::make_evidence();
  static constexpr void put(recorder& r) {
    description& e = r.add(event_kind::fault);
    e.name = op_name<typename S::options, typename S::op>();
    e.evidence = &evidence;
  }
};

}  // namespace xscope::tracing

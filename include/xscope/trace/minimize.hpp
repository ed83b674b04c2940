// SPDX-License-Identifier: BSD-3-Clause
// Tracing of training steps: the loss is traced, and must be a floating-point scalar.
#pragma once

#include "../program/optimizers.hpp"
#include "leaves.hpp"

namespace xscope::tracing {

template <>
struct tracer<dsl::kind::minimize> {
  template <class S, class Loss>
  struct minimized {
    static consteval diag::fault check() {
      if constexpr (!dsl::is_tensor_handle<Loss>) return diag::fault::not_a_tensor;
      else if constexpr (Loss::rank() != 0) return diag::fault::loss_not_scalar;
      else return Loss::dtype().is_floating() ? diag::fault::none : diag::fault::no_gradient;
    }
    static consteval complaint explain() {
      complaint c{.what = check(), .type = "minimize"};
      if constexpr (dsl::is_tensor_handle<Loss>) {
        c.shapes[0] = extents_for<typename Loss::shape_type>;
        c.dtypes[0] = Loss::dtype();
      }
      return c;
    }
    static constexpr complaint why = explain();

    static constexpr void put(recorder& r) {
      if constexpr (check() == diag::fault::none) {
        description& e = r.add(event_kind::minimize);
        e.name = S::optimizer::info.name;
        e.optimizer = &S::optimizer::info;
        e.dtype = Loss::dtype();
        e.shape = &extents_of<>;
        e.arg_count = 1;
        e.args[0] = Loss::id;
      } else {
        description& e = r.add(event_kind::fault);
        e.name = S::optimizer::info.name;
        e.why = &why;
      }
    }
  };

  template <class S, class Loss, class In>
  static consteval auto pick() {
    if constexpr (In::is_cut) return std::type_identity<skipped<In>>{};
    else if constexpr (minimized<S, Loss>::check() != diag::fault::none) {
      return std::type_identity<ending<minimized<S, Loss>, In>>{};
    } else {
      return std::type_identity<
          happening<minimized<S, Loss>, dsl::operation_handle<In::count, typename Loss::value_type>, In>>{};
    }
  }
  template <class S, class Env, class In>
  struct step {
    using loss = typename In::template trace<typename S::loss, Env>;
    using update = typename decltype(pick<S, typename loss::result, typename loss::out>())::type;
    using result = typename update::result;
    using out = typename update::out;
    static constexpr void emit(placer& r) {
      loss::emit(r);
      update::emit(r);
    }
  };
};

}  // namespace xscope::tracing

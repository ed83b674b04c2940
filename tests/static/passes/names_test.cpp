// SPDX-License-Identifier: BSD-3-Clause
// What training adds has TensorFlow's names: gradients, slots, updates; and mistakes are told by name.
#include <string_view>

#include <xscope/graph.hpp>
#include <xscope/graphs/edges.hpp>

namespace training_names {

namespace xs = xscope;
using xs::shape;
using namespace xs::literals;

template <xs::fixed_string Name, std::size_t... D>
constexpr auto var = xs::get_variable<Name, shape<D...>>;

template <class Infos>
constexpr bool are(const Infos& infos, std::initializer_list<std::string_view> names) {
  if (infos.size() != names.size()) return false;
  std::size_t i = 0;
  for (const std::string_view name : names) {
    if (infos[i++].op_name() != name) return false;
  }
  return true;
}
template <class Program>
constexpr bool says(Program program, xs::errc code, std::string_view message) {
  const auto d = xs::diagnose(program);
  return !d.ok() && d.code() == code && d.message() == message;
}

namespace slots {
constexpr auto loss = [](auto v, auto w) { return xs::reduce_sum(v * w); };
constexpr auto program = xs::variable_scope<"net">(xs::let(var<"v", 2>, var<"w", 2>, [](auto v, auto w) {
  return xs::let(loss(v, w), [](auto y) {
    return xs::pack(xs::minimize<xs::adam_optimizer<0.1f>>(y),
                    xs::minimize<xs::momentum_optimizer<0.1f, 0.9f>>(y, xs::name<"train">),
                    xs::minimize<xs::gradient_descent_optimizer<0.1f>>(y));
  });
}));
constexpr auto g = xs::graph(program);
static_assert(are(g.variables(), {"net/v", "net/w", "net/beta1_power", "net/beta2_power", "net/net/v/Adam",
                                  "net/net/v/Adam_1", "net/net/w/Adam", "net/net/w/Adam_1",
                                  "net/net/v/Momentum", "net/net/w/Momentum"}));
static_assert(are(g.trainable_variables(), {"net/v", "net/w"}));
static_assert(g.global_variables().size() == 10);
static_assert(g.result<0>().name() == "net/Adam" && g.result<1>().name() == "net/train");
static_assert(g.result<2>().name() == "net/GradientDescent");
static_assert(g.find("net/net/v/Adam:0")->is_variable() && !g.find("net/net/v/Adam:0")->trainable());
static_assert(g.find("net/net/v/Adam:0")->key() == "net/net/v/Adam/");
static_assert(g.find("net/gradients/net/Sum_grad/BroadcastTo").has_value() ||
              g.find("net/gradients/net/mul_grad/Mul").has_value());
static_assert(g.find("net/gradients_2/net/mul_grad/Mul_1").has_value());
static_assert(g.find("net/train/update_net/w/ApplyMomentum")->type() == "ApplyMomentum");
static_assert(g.find("net/GradientDescent")->type() == "NoOp");
}  // namespace slots

namespace second_optimizers {
// Numbers go on at the root; beta powers are variables of the name scope.
constexpr auto program = xs::let(var<"w", 2>, [](auto w) {
  return xs::let(xs::reduce_sum(w), [](auto y) {
    return xs::seq(xs::minimize<xs::adam_optimizer<>>(y),
                   xs::name_scope<"n">(xs::minimize<xs::adam_optimizer<>>(y)), var<"later", 1>);
  });
});
constexpr auto g = xs::graph(program);
static_assert(are(g.variables(), {"w", "beta1_power", "beta2_power", "w/Adam", "w/Adam_1", "n/beta1_power",
                                  "n/beta2_power", "w/Adam_2", "w/Adam_3", "later"}));
static_assert(g.find("n/Adam/update_w/ApplyAdam").has_value());
}  // namespace second_optimizers

namespace rate_of_the_program {
// A learning rate that the program computes is an operand of the update like any other.
constexpr auto g = xs::graph(xs::let(var<"w", 2>, xs::placeholder<"rate", shape<>>, [](auto w, auto rate) {
  return xs::minimize<xs::momentum_optimizer<0.0f, 0.9f>>(xs::reduce_sum(w), xs::learning_rate(rate));
}));
constexpr auto operands = xs::operands_of(g, *g.find("Momentum/update_w/ApplyMomentum"));
static_assert(operands.size() == 6 && operands[2].event == g.find("rate")->id());
}  // namespace rate_of_the_program

namespace gradients_as_tensors {
constexpr auto program = xs::let(var<"v", 2>, var<"w", 2>, [](auto v, auto w) {
  return xs::let(v * w * w, [=](auto y) {
    return xs::pack(xs::gradients(y, v), xs::gradients(y, w, xs::name<"g">), xs::gradients(y, y));
  });
});
constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "gradients/mul_grad/Mul:0");
static_assert(g.result<1>().name() == "g/AddN:0" && g.result<1>().type() == "AddN");
static_assert(g.result<2>().name() == "gradients_1/Fill:0");
static_assert(g.result<1>().shape() == shape<2>);
}  // namespace gradients_as_tensors

namespace sharing {
constexpr auto layer = [](auto x) { return x * var<"w", 2>; };
constexpr auto program = xs::let(xs::placeholder<"x", shape<2>>, [](auto x) {
  return xs::let(xs::variable_scope<"s">(layer)(x), [](auto h) {
    return xs::let(xs::variable_scope<"s", xs::reuse>(layer)(h),
                   [](auto y) { return xs::minimize<xs::adam_optimizer<>>(xs::reduce_sum(y)); });
  });
});
constexpr auto g = xs::graph(program);
static_assert(are(g.variables(), {"s/w", "beta1_power", "beta2_power", "s/w/Adam", "s/w/Adam_1"}));
static_assert(g.find("gradients/AddN").has_value());

// TensorFlow's most asked ValueError: an optimizer where variables are shared.
constexpr auto under_reuse = xs::let(var<"w", 2>, [](auto w) {
  return xs::let(xs::reduce_sum(w), [](auto y) {
    return xs::variable_scope<xs::none, xs::default_name<"t">>(
        xs::as([=](auto s) { return xs::seq(s.reuse_variables(), xs::minimize<xs::adam_optimizer<>>(y)); }));
  });
});
static_assert(
    says(under_reuse, xs::errc::variable_missing,
         "variable_missing: variable `t/w/Adam/` does not exist, or was not created with get_variable; an "
         "optimizer keeps it, so call `minimize` outside of scopes that reuse, or open them with "
         "`auto_reuse`"));
// What keeps nothing works there.
constexpr auto without_slots = xs::let(var<"w", 2>, [](auto w) {
  return xs::let(xs::reduce_sum(w), [](auto y) {
    return xs::variable_scope<"t", xs::reuse>(xs::minimize<xs::gradient_descent_optimizer<1.0f>>(y));
  });
});
static_assert(xs::diagnose(without_slots).ok());
}  // namespace sharing

namespace mistakes {
constexpr auto unconnected =
    xs::let(var<"v", 2>, var<"w", 2>, [](auto v, auto w) { return xs::gradients(xs::reduce_sum(v), w); });
static_assert(
    says(unconnected, xs::errc::invalid_argument,
         "invalid_argument: no gradient flows from `Sum` to `w`; take one that the other depends on, or ask "
         "for `unconnected_gradients<none>`, or `<zero>`"));
constexpr auto asked_for = xs::let(var<"v", 2>, var<"w", 2>, [](auto v, auto w) {
  return xs::gradients(xs::reduce_sum(v), w, xs::unconnected_gradients<xs::zero>);
});
static_assert(xs::diagnose(asked_for).ok());
static_assert(
    says(xs::let(xs::placeholder<"x", shape<>>, [](auto x) { return xs::minimize<xs::adam_optimizer<>>(x); }),
         xs::errc::variable_missing,
         "variable_missing: minimize `Adam`: no trainable variable exists here; create one before"));
static_assert(says(
    xs::let(var<"v", 2>, xs::placeholder<"x", shape<>>,
            [](auto, auto x) { return xs::minimize<xs::adam_optimizer<>>(x); }),
    xs::errc::invalid_argument,
    "invalid_argument: minimize: no gradient flows from the loss `x` to `v`, nor to any other variable that "
    "is trained; make the loss of them, or train those that it is made of"));
static_assert(says(
    xs::variable_scope<"s">(xs::assign(xs::placeholder<"x", shape<2>>, xs::values<1.0f, 2.0f>)),
    xs::errc::invalid_argument,
    "invalid_argument: Assign `s/Assign` changes a variable, but is given something else in its place; give "
    "it what get_variable gives"));
static_assert(says(xs::let(var<"v", 2>,
                           [](auto v) { return xs::assign(v, xs::zeros_like(xs::reduce_sum(v))); }),
                   xs::errc::shape_error,
                   "shape_error: Assign `Assign`: shapes (2,) and () differ; they must be equal") ||
              !xs::diagnose(xs::let(var<"v", 2>, [](auto v) {
                 return xs::assign(v, xs::zeros_like(xs::reduce_sum(v)));
               })).ok());
}  // namespace mistakes

}  // namespace training_names

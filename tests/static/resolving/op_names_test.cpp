// SPDX-License-Identifier: BSD-3-Clause
// Names of operations: TensorFlow's own where none is given, made unique without regard to case.
#include "../support/probe.hpp"

namespace op_names {

namespace xs = xscope;
using namespace xs::literals;
using probe::named;
using probe::refused;

template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::values<>>;
constexpr auto x = xs::placeholder<"x", xs::shape<2, 2>>;
constexpr auto labels = xs::placeholder<"n", xs::shape<2>, xs::dtype<int>>;

namespace default_names {
static_assert(xs::name_of(xs::add(x, x)) == "Add:0");
static_assert(xs::name_of(xs::subtract(x, x)) == "Sub:0");
static_assert(xs::name_of(xs::multiply(x, x)) == "Mul:0");
static_assert(xs::name_of(xs::divide(x, x)) == "truediv:0");
static_assert(xs::name_of(xs::negative(x)) == "Neg:0");
static_assert(xs::name_of(xs::matmul(x, x)) == "MatMul:0");
static_assert(xs::name_of(xs::relu(x)) == "Relu:0");
static_assert(xs::name_of(xs::tanh(x)) == "Tanh:0");
static_assert(xs::name_of(xs::sigmoid(x)) == "Sigmoid:0");
static_assert(xs::name_of(xs::exp(x)) == "Exp:0");
static_assert(xs::name_of(xs::log(x)) == "Log:0");
static_assert(xs::name_of(xs::sqrt(x)) == "Sqrt:0");
static_assert(xs::name_of(xs::square(x)) == "Square:0");
static_assert(xs::name_of(xs::softmax(x)) == "Softmax:0");
static_assert(xs::name_of(xs::log_softmax(x)) == "LogSoftmax:0");
static_assert(xs::name_of(xs::reduce_sum(x)) == "Sum:0");
static_assert(xs::name_of(xs::reduce_mean(x)) == "Mean:0");
static_assert(xs::name_of(xs::reduce_max(x)) == "Max:0");
static_assert(xs::name_of(xs::argmax(x)) == "ArgMax:0");
static_assert(xs::name_of(xs::equal(x, x)) == "Equal:0");
static_assert(xs::name_of(xs::cast(x, xs::dtype<int>)) == "Cast:0");
static_assert(xs::name_of(xs::reshape(x, xs::shape<4>)) == "Reshape:0");
static_assert(xs::name_of(xs::identity(x)) == "Identity:0");
static_assert(xs::name_of(xs::sparse_softmax_cross_entropy_with_logits(labels, x)) ==
              "SparseSoftmaxCrossEntropyWithLogits/SparseSoftmaxCrossEntropyWithLogits:0");
static_assert(xs::name_of(xs::placeholder<xs::none, xs::shape<>>) == "Placeholder:0");
static_assert(xs::name_of(xs::constant<xs::none, xs::value<1>>) == "Const:0");
static_assert(xs::name_of(xs::variable<xs::none, xs::value<1>>) == "Variable:0");
static_assert(xs::name_of(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(
                  xs::reduce_mean(xs::get_variable<"v", xs::shape<2>>))) == "GradientDescent");
}  // namespace default_names

namespace the_operators_have_names_of_their_own {
static_assert(xs::name_of(x + x) == "add:0");
static_assert(xs::name_of(x - x) == "sub:0");
static_assert(xs::name_of(x * x) == "mul:0");
static_assert(xs::name_of(x / x) == "truediv:0");
static_assert(xs::name_of(-x) == "Neg:0");
}  // namespace the_operators_have_names_of_their_own

namespace repeated {
constexpr auto program = xs::let(
    x, [](auto x) { return xs::seq(xs::relu(x), xs::relu(x), xs::relu(x), xs::relu(x, xs::name<"my_op">)); });
static_assert(named(xs::graph(program).operations(), {"x:0", "Relu:0", "Relu_1:0", "Relu_2:0", "my_op:0"}));
}  // namespace repeated

namespace unique_without_regard_to_case {
// An operator's "add" and the function's "Add" are the same name for TensorFlow.
constexpr auto program =
    xs::let(x, [](auto x) { return xs::seq(x + x, xs::add(x, x), x + x, xs::relu(x, xs::name<"ADD">)); });
static_assert(named(xs::graph(program).operations(), {"x:0", "add:0", "Add_1:0", "add_2:0", "ADD_3:0"}));
static_assert(named(xs::graph(xs::seq(c<"foo">, c<"Foo">)).operations(), {"foo:0", "Foo_1:0"}));
}  // namespace unique_without_regard_to_case

namespace suffixes_are_names_too {
static_assert(named(xs::graph(xs::seq(c<"foo">, c<"foo">, c<"foo_1">, c<"foo_1">, c<"foo">)).operations(),
                    {"foo:0", "foo_1:0", "foo_1_1:0", "foo_1_2:0", "foo_2:0"}));
static_assert(named(xs::graph(xs::seq(c<"foo_2">, c<"foo">, c<"foo">, c<"foo">)).operations(),
                    {"foo_2:0", "foo:0", "foo_1:0", "foo_3:0"}));
constexpr auto ten =
    xs::seq(c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">, c<"c">);
static_assert(xs::graph(ten).operations()[10].name() == "c_10:0");
static_assert(xs::name_of(xs::seq(c<"c_11">, ten)) == "c_12:0");
}  // namespace suffixes_are_names_too

namespace a_path_does_not_take_its_parents {
constexpr auto program = xs::seq(c<"a/b">, c<"a">, xs::name_scope<"a">(c<"b">));
static_assert(named(xs::graph(program).operations(), {"a/b:0", "a:0", "a_1/b:0"}));
}  // namespace a_path_does_not_take_its_parents

namespace under_their_name_scope {
constexpr auto program = xs::variable_scope<"a">(c<"c">, c<"c">, xs::constant<xs::none, xs::values<>>,
                                                 xs::variable_scope<"b">(c<"c">));
static_assert(named(xs::graph(program).operations(), {"a/c:0", "a/c_1:0", "a/Const:0", "a/b/c:0"}));
}  // namespace under_their_name_scope

namespace variables_take_names_too {
static_assert(
    named(xs::graph(xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<1>>, c<"v">)).operations(),
          {"a/v:0", "a/v_1:0"}));
// The variable's key stays what it was asked for as, and that is what it is shared by.
constexpr auto late = xs::variable_scope<"a">(c<"v">, xs::get_variable<"v", xs::shape<1>>);
static_assert(named(xs::graph(late).operations(), {"a/v:0", "a/v_1:0"}));
static_assert(xs::graph(late).variables()[0].key() == "a/v");
constexpr auto shared =
    xs::graph(xs::seq(late, xs::variable_scope<"a", xs::reuse>(xs::get_variable<"v", xs::shape<1>>)));
static_assert(shared.result() == shared.variables()[0]);
static_assert(shared.result().name() == "a/v_1:0");

static_assert(xs::name_of(xs::seq(xs::name_scope<"v">(), xs::get_variable<"v", xs::shape<1>>)) == "v_1:0");
constexpr auto scope_first = xs::seq(xs::variable_scope<"v">(xs::get_variable<"w", xs::shape<1>>),
                                     xs::get_variable<"v", xs::shape<1>>);
static_assert(named(xs::graph(scope_first).variables(), {"v/w:0", "v_1:0"}));
}  // namespace variables_take_names_too

namespace operations_with_literals {
// The operation's own scope holds its literals; the operation has the scope's name.
constexpr auto program = xs::name_scope<"n">(xs::let(
    x, [](auto x) { return xs::seq(x * 2_c, 1_c - x, x * 2_c, xs::add(x, 1_c, xs::name<"next">), c<"y">); }));
static_assert(named(xs::graph(program).operations(),
                    {"n/x:0", "n/mul/y:0", "n/mul:0", "n/sub/x:0", "n/sub:0", "n/mul_1/y:0", "n/mul_1:0",
                     "n/next/y:0", "n/next:0", "n/y:0"}));
}  // namespace operations_with_literals

namespace an_operation_in_a_scope_of_its_own {
template <auto... Options>
constexpr auto loss = xs::sparse_softmax_cross_entropy_with_logits(labels, x, Options...);
constexpr auto program = xs::name_scope<"n">(xs::seq(loss<>, loss<xs::name<"xent">>, loss<xs::name<"xent">>));
static_assert(named(xs::graph(program).operations(),
                    {"n/n:0", "n/x:0",
                     "n/SparseSoftmaxCrossEntropyWithLogits/SparseSoftmaxCrossEntropyWithLogits:0",  //
                     "n/n_1:0", "n/x_1:0", "n/xent/xent:0", "n/n_2:0", "n/x_2:0", "n/xent_1/xent:0"}));
}  // namespace an_operation_in_a_scope_of_its_own

namespace exact_names {
// A name with a slash at its end is taken as it is, from the root, and made unique by nobody.
constexpr auto program = xs::name_scope<"baz">(
    xs::let(x, [](auto x) { return xs::seq(xs::relu(x, xs::name<"baz/">), c<"trailing/">, xs::relu(x)); }));
static_assert(named(xs::graph(program).operations(), {"baz/x:0", "baz:0", "trailing:0", "baz/Relu:0"}));

static_assert(refused(xs::seq(c<"c/">, c<"c/">), xs::errc::invalid_op_name, {"duplicate node name `c`"}));
static_assert(refused(xs::seq(c<"c">, c<"c/">), xs::errc::invalid_op_name, {"duplicate node name `c`"}));
static_assert(refused(xs::seq(c<"c/">, c<"c">), xs::errc::invalid_op_name, {"duplicate node name `c`"}));
static_assert(refused(xs::seq(xs::get_variable<"c", xs::shape<>>, c<"c/">), xs::errc::invalid_op_name,
                      {"`c`"}));
static_assert(refused(xs::seq(c<"c/">, xs::get_variable<"c", xs::shape<>>), xs::errc::invalid_op_name,
                      {"`c`"}));
static_assert(refused(
    xs::let(x, [](auto x) { return xs::seq(xs::relu(x, xs::name<"r/">), xs::add(x, 1_c, xs::name<"r/">)); }),
    xs::errc::invalid_op_name, {"duplicate node name `r`"}));
static_assert(refused(
    xs::let(x, [](auto x) { return xs::seq(xs::add(x, 1_c, xs::name<"r/">), xs::relu(x, xs::name<"r/">)); }),
    xs::errc::invalid_op_name, {"duplicate node name `r`"}));
// The name of a scope is taken once, whichever way it is given.
constexpr auto twice = xs::name_scope<"s">(
    xs::as([](auto s) { return xs::seq(xs::relu(x, xs::name<s>), xs::relu(x, xs::name<s>)); }));
static_assert(refused(twice, xs::errc::invalid_op_name, {"duplicate node name `s`"}));
constexpr auto once = xs::name_scope<"s">(xs::as([](auto s) { return xs::relu(x, xs::name<s>); }));
static_assert(refused(xs::seq(once, c<"s/">), xs::errc::invalid_op_name, {"duplicate node name `s`"}));
static_assert(refused(xs::seq(c<"s/">, once), xs::errc::invalid_op_name, {"duplicate node name `s`"}));
static_assert(refused(xs::seq(c<"s">,
                              xs::name_scope<"s/">(xs::as([](auto s) { return xs::relu(x, xs::name<s>); }))),
                      xs::errc::invalid_op_name, {"duplicate node name `s`"}));
// Exact means with its case: C and c are two names.
static_assert(xs::diagnose(xs::seq(c<"C/">, c<"c/">)).ok());
}  // namespace exact_names

}  // namespace op_names

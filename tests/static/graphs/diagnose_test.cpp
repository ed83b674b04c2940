// SPDX-License-Identifier: BSD-3-Clause
// Every refusal as the user reads it: the code, the sentence with the evidence, the remedy.
#include <xscope/graph.hpp>

namespace diagnose {

namespace xs = xscope;
using namespace xs::literals;

/// Whether a program is refused with exactly these words.
template <class Program>
constexpr bool says(Program program, xs::errc code, std::string_view message) {
  const auto d = xs::diagnose(program);
  return !d.ok() && d.code() == code && d.message() == message;
}

constexpr auto v = xs::get_variable<"v", xs::shape<1>>;
template <std::size_t... D>
constexpr auto x = xs::placeholder<"x", xs::shape<D...>>;
template <std::size_t... D>
constexpr auto n = xs::placeholder<"n", xs::shape<D...>, xs::dtype<int>>;

namespace nothing_is_wrong {
constexpr auto d = xs::diagnose(v);
static_assert(d.ok() && d.code() == xs::errc::ok && d.message().empty());
}  // namespace nothing_is_wrong

namespace sharing {
static_assert(says(
    xs::variable_scope<"foo">(v, v), xs::errc::variable_exists,
    "variable_exists: variable `foo/v` already exists; give each layer a scope of its own, `variable_scope<\"...\">`; to share it on purpose, use `reuse` or `auto_reuse`, or bind it once with `let`"));
static_assert(says(
    xs::variable_scope<"foo", xs::reuse>(v), xs::errc::variable_missing,
    "variable_missing: variable `foo/v` does not exist, or was not created with get_variable; create it first, "
    "or open its scope with `auto_reuse`"));
static_assert(says(
    xs::variable_scope<"foo", xs::auto_reuse>(v, xs::get_variable<"v", xs::shape<2, 3>>),
    xs::errc::shape_mismatch,
    "shape_mismatch: trying to share variable `foo/v`, but specified shape (2, 3) and found shape (1,); ask for "
    "the shape that it has, or leave the shape out"));
static_assert(says(
    xs::variable_scope<"foo", xs::auto_reuse>(v, xs::get_variable<"v", xs::shape<1>, xs::dtype<double>>),
    xs::errc::dtype_mismatch,
    "dtype_mismatch: trying to share variable `foo/v`, but specified dtype float64 and found dtype float32_ref; "
    "ask for it with the dtype that it has"));
}  // namespace sharing

namespace new_variables {
static_assert(says(
    xs::get_variable<"v">, xs::errc::shape_required,
    "shape_required: a shape for the new variable `v` is required; give `shape<...>`, or an initializer that "
    "has a shape"));
static_assert(says(
    xs::get_variable<"v", xs::shape<xs::unknown, 3>>, xs::errc::shape_required,
    "shape_required: the shape (None, 3) of the new variable `v` must be fully defined; only a variable that "
    "exists can be asked for with `unknown` dimensions"));
static_assert(says(
    xs::variable_scope<"a">(xs::get_variable<"v", xs::shape<2>, xs::initializer<xs::value<0.1f>>>),
    xs::errc::initializer_mismatch,
    "initializer_mismatch: the initializer of variable `a/v` is a constant, do not specify shape (2,); leave the "
    "shape out, or use constant_initializer"));
static_assert(says(
    xs::get_variable<"v", xs::dtype<double>, xs::initializer<xs::value<1>>>, xs::errc::initializer_mismatch,
    "initializer_mismatch: variable `v`: the dtype int32 of its initializer and the explicit dtype float64 do "
    "not match; make them equal"));
}  // namespace new_variables

namespace names {
static_assert(says(
    xs::variable_scope<"foo:0">(v), xs::errc::invalid_scope_name,
    "invalid_scope_name: `foo:0` is not a valid scope name; use letters, digits, `_`, `.`, `-` and `/`, and at "
    "the root begin with a letter, a digit or `.`"));
static_assert(says(
    xs::variable_scope<"a">(xs::variable_scope<xs::none>(v)), xs::errc::invalid_scope_name,
    "invalid_scope_name: variable_scope<none> in `a` has no name; give it `default_name<...>`, or a name or a "
    "scope in the place of `none`"));
static_assert(says(
    xs::variable_scope<xs::none, xs::default_name<"d">, xs::reuse>(v), xs::errc::reuse_needs_name,
    "reuse_needs_name: `reuse` and `auto_reuse` cannot be used without the name of a scope (here there is "
    "only the default name `d`); give the scope a name"));
static_assert(says(
    xs::get_variable<"_v", xs::shape<1>>, xs::errc::invalid_op_name,
    "invalid_op_name: `_v` is not a valid node name; use letters, digits, `_`, `.`, `-` and `/`, and begin with "
    "a letter, a digit or `.`"));
static_assert(says(
    xs::seq(v, xs::constant<"v/", xs::values<>>), xs::errc::invalid_op_name,
    "invalid_op_name: duplicate node name `v`: an operation has that exact name; leave out the trailing slash to "
    "get a unique one"));
}  // namespace names

namespace shapes {
template <class Program>
constexpr bool misfits(Program program, std::string_view message) {
  return says(program, xs::errc::shape_error, message);
}
static_assert(misfits(
    xs::name_scope<"a">(x<2, 3> + x<4>),
    "shape_error: Add `a/add`: shapes (2, 3) and (4,) do not broadcast; equal dimensions, or 1, are needed"));
static_assert(
    misfits(xs::multiply(x<3>, n<3>, xs::name<"scaled">),
            "shape_error: Mul `scaled`: dtypes float32 and int32 differ; convert one of them with `cast`"));
static_assert(misfits(xs::softmax(n<3>),
                      "shape_error: Softmax `Softmax`: dtype int32 is not allowed; convert it with `cast`"));
static_assert(misfits(
    xs::matmul(x<2, 3>, x<4, 5>),
    "shape_error: MatMul `MatMul`: shapes (2, 3) and (4, 5) do not fit; the columns of the first must be "
    "the rows of the second"));
static_assert(misfits(xs::matmul(x<2, 3>, x<3>),
                      "shape_error: MatMul `MatMul`: shape (3,) has the wrong rank; `reshape` it"));
static_assert(
    misfits(xs::reduce_sum(x<2, 3>, xs::axis<2>),
            "shape_error: Sum `Sum`: an axis is out of range for shape (2, 3); use -rank to rank - 1"));
static_assert(misfits(xs::reduce_sum(x<2, 3>, xs::axis<1, -1>),
                      "shape_error: Sum `Sum`: an axis of shape (2, 3) is given twice; name it once"));
static_assert(misfits(
    xs::reshape(x<2, 3>, xs::shape<4>),
    "shape_error: Reshape `Reshape`: shapes (2, 3) and (4,) differ in their number of elements; make them equal"));
static_assert(misfits(
    xs::sparse_softmax_cross_entropy_with_logits(n<3>, x<2, 3>),
    "shape_error: SparseSoftmaxCrossEntropyWithLogits `SparseSoftmaxCrossEntropyWithLogits`: labels of shape "
    "(3,) do not fit logits of shape (2, 3); labels have the shape of the logits without the last "
    "dimension"));
static_assert(misfits(
    xs::name_scope<"a">(xs::constant<"c", xs::values<1, 2, 3, 4, 5>, xs::shape<2, 2>>),
    "shape_error: `a/c`: values of shape (5,) do not fill shape (2, 2); give as many values as it holds"));
static_assert(misfits(
    xs::variable<xs::none, xs::values<1, 2, 3>, xs::shape<2, 2>>,
    "shape_error: `Variable`: values of shape (3,) do not fill shape (2, 2); give as many values as it holds"));
static_assert(misfits(
    n<3> * 0.5_c,
    "shape_error: Mul `mul`: a literal of dtype float64 stands beside a tensor of dtype int32; write it as an "
    "integer, or `cast` the tensor"));
static_assert(misfits(
    xs::relu(xs::get_variable_scope()),
    "shape_error: Relu `Relu`: an operand is no tensor (a scope, a pack or an operation); give a tensor"));
}  // namespace shapes

namespace statements {
static_assert(
    says(xs::placeholder<"x", xs::dtype<float>>, xs::errc::shape_required,
         "shape_required: `x` needs a shape with all dimensions known; give it as in `shape<1, 784>`"));
static_assert(says(
    xs::name_scope<"a">(xs::placeholder<xs::none, xs::shape<xs::unknown, 784>>), xs::errc::shape_required,
    "shape_required: `a/Placeholder` needs a shape with all dimensions known; give it as in `shape<1, 784>`"));
static_assert(
    says(xs::constant<"c", xs::value<1>, xs::shape<xs::unknown>>, xs::errc::shape_required,
         "shape_required: `c` needs a shape with all dimensions known; give it as in `shape<1, 784>`"));
static_assert(says(
    xs::variable<"t", xs::dtype<float>, xs::shape<2>>, xs::errc::initializer_mismatch,
    "initializer_mismatch: `t`: initial_value must be specified; give `value<...>` or `values<...>`, or to a "
    "variable an initializer and a shape"));
static_assert(says(
    xs::constant<"c", xs::shape<2>>, xs::errc::initializer_mismatch,
    "initializer_mismatch: `c`: initial_value must be specified; give `value<...>` or `values<...>`, or to a "
    "variable an initializer and a shape"));

constexpr auto size = [](auto x) { return x.size(); };
constexpr auto nothing = [](auto) {};
constexpr auto difference = [](auto a, auto b) { return a - b; };
static_assert(says(
    xs::name_scope<"a">(v | size), xs::errc::shape_error,
    "shape_error: a layer in `a` does not return a statement, or one that does not compile, as told above; "
    "return an operation, a scope around statements, or a handle"));
static_assert(says(
    v | nothing, xs::errc::shape_error,
    "shape_error: a layer in `` does not return a statement, or one that does not compile, as told above; "
    "return an operation, a scope around statements, or a handle"));
static_assert(says(
    v | xs::variable_scope<"a">(difference) | size, xs::errc::shape_error,
    "shape_error: a layer in `a` cannot be called with what it is given, or does not compile, as told above; "
    "it takes a handle for each statement that is bound, and a pack is one"));
static_assert(says(
    xs::let(xs::pack(v, xs::value<1>), difference), xs::errc::shape_error,
    "shape_error: a layer in `` cannot be called with what it is given, or does not compile, as told above; "
    "it takes a handle for each statement that is bound, and a pack is one"));

constexpr auto as_name_scope = [](auto scope) { return xs::name_scope<scope>(v); };
constexpr auto as_variable_scope = [](auto scope) { return xs::variable_scope<scope>(v); };
static_assert(says(
    xs::variable_scope<"a">(xs::as(as_name_scope)), xs::errc::invalid_scope_name,
    "invalid_scope_name: name_scope in `a` is given what is neither a text nor a name scope; the name scope of a "
    "variable scope is vs.original_name_scope()"));
static_assert(says(
    xs::name_scope<"a">(xs::as(as_variable_scope)), xs::errc::invalid_scope_name,
    "invalid_scope_name: variable_scope in `a` is given what is neither a text nor a variable scope; the name "
    "scope of a variable scope is entered by name_scope<vs.original_name_scope()>"));
constexpr auto original_as_variable_scope = [](auto s) {
  return xs::variable_scope<s.original_name_scope()>(v);
};
static_assert(!xs::diagnose(xs::variable_scope<"a">(xs::as(original_as_variable_scope))).ok());
static_assert(!xs::diagnose(v | as_name_scope).ok() && !xs::diagnose(v | as_variable_scope).ok());
static_assert(!xs::diagnose(xs::name_scope<5>(v)).ok() && !xs::diagnose(xs::variable_scope<5>(v)).ok());
}  // namespace statements

namespace training {
constexpr auto step = xs::minimize<xs::gradient_descent_optimizer<0.1f>>;
// As in TensorFlow a loss may have any shape: its elements are added up.
static_assert(xs::diagnose(step(xs::get_variable<"w", xs::shape<3>>)).ok());
static_assert(says(
    step(xs::get_variable<"w", xs::shape<>, xs::dtype<int>>), xs::errc::shape_error,
    "shape_error: minimize `GradientDescent`: the loss has dtype int32, but only floating-point losses can be "
    "minimised; `cast` it"));
static_assert(says(
    step(xs::get_variable_scope()), xs::errc::shape_error,
    "shape_error: minimize `GradientDescent`: an operand is no tensor (a scope, a pack or an operation); give a "
    "tensor"));
}  // namespace training

namespace callables_that_cannot_be_called {
// Each names the variable: a getter and a creator take two arguments, a regularizer one.
constexpr auto one = [](auto) { return xs::value<1.0f>; };
constexpr auto two = [](auto, auto) { return xs::value<1.0f>; };
constexpr auto w = xs::get_variable<"w", xs::shape<1>>;
static_assert(
    says(xs::variable_scope<"a", xs::custom_getter<one>>(w), xs::errc::invalid_argument,
         "invalid_argument: variable `a/w`: the custom_getter is not callable, or does not compile; "
         "give a captureless lambda that takes the getter and the request "
         "(with Clang, within a template: one that has a name)"));
static_assert(
    says(xs::variable_creator_scope<one>(xs::variable_scope<"a">(w)), xs::errc::invalid_argument,
         "invalid_argument: variable `a/w`: a variable creator is not callable, or does not compile; "
         "give a captureless lambda that takes the next creator and the request "
         "(with Clang, within a template: one that has a name)"));
static_assert(says(xs::variable_scope<"a", xs::regularizer<two>>(w), xs::errc::invalid_argument,
                   "invalid_argument: variable `a/w`: the regularizer is not callable, or does not compile; "
                   "give a captureless lambda that takes the variable "
                   "(with Clang, within a template: one that has a name)"));
}  // namespace callables_that_cannot_be_called

namespace refused_programs_say_nothing_else {
// A refused program is no graph, which a concept can ask.
template <class Program>
concept resolves = requires(Program p) { xs::graph(p).result(); };
static_assert(resolves<std::remove_const_t<decltype(v)>>);
static_assert(!resolves<decltype(xs::seq(v, v))>);
}  // namespace refused_programs_say_nothing_else

}  // namespace diagnose

// SPDX-License-Identifier: BSD-3-Clause
// Partitioned variables: how they are cut, what their slices are called, how they are shared, what is
// refused.
#include "../support/probe.hpp"

namespace partitions {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

using sizes = std::array<std::size_t, 2>;

/// The partitioner that always answers the same.
template <std::size_t... N>
constexpr auto into = xs::partitioner<[](auto, auto) { return std::array<std::size_t, sizeof...(N)>{N...}; }>;
template <std::size_t Shards, std::size_t Axis = 0>
constexpr auto fixed = xs::partitioner<xs::fixed_size_partitioner<Shards, Axis>>;

template <xs::fixed_string Name, auto... Options>
constexpr auto v = xs::get_variable<Name, xs::shape<4>, Options...>;

namespace slices_are_variables {
// with tf.variable_scope("foo"):
//   w = tf.get_variable("w", [4, 3], partitioner=tf.fixed_size_partitioner(2))
// list(w) -> foo/w/part_0:0, foo/w/part_1:0
constexpr auto g = xs::graph(xs::variable_scope<"foo">(xs::get_variable<"w", xs::shape<4, 3>, fixed<2>>));
static_assert(g.result().name() == "foo/w");
static_assert(g.result().shape() == xs::shape<4, 3> && g.result().dtype() == xs::dtype<float>);
static_assert(g.result().partitions()[0] == 2 && g.result().partitions()[1] == 1);
static_assert(named(g.variables(), {"foo/w/part_0:0", "foo/w/part_1:0"}));
static_assert(named(g.global_variables(), {"foo/w/part_0:0", "foo/w/part_1:0"}));
static_assert(named(g.trainable_variables(), {"foo/w/part_0:0", "foo/w/part_1:0"}));
static_assert(named(g.operations(), {"foo/w/part_0:0", "foo/w/part_1:0"}));
static_assert(g.variables()[1].shape() == xs::shape<2, 3>);
static_assert(g.variables()[1].offset()[0] == 2 && g.variables()[1].offset()[1] == 0);
}  // namespace slices_are_variables

namespace the_first_slices_take_the_rest {
// 43 rows in 5 parts: 9, 9, 9, 8, 8.
constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<43, 2>, fixed<5>>);
constexpr auto all = g.variables();
static_assert([] {
  constexpr std::size_t rows[] = {9, 9, 9, 8, 8};
  constexpr std::size_t begin[] = {0, 9, 18, 27, 35};
  for (std::size_t i = 0; i < 5; ++i) {
    if (all[i].shape()[0] != rows[i] || all[i].shape()[1] != 2 || all[i].offset()[0] != begin[i])
      return false;
  }
  return all.size() == 5;
}());
}  // namespace the_first_slices_take_the_rest

namespace along_another_axis {
constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<2, 5>, into<1, 2>>);
static_assert(g.variables()[0].shape() == xs::shape<2, 3>);
static_assert(g.variables()[1].shape() == xs::shape<2, 2>);
static_assert(g.variables()[1].offset()[0] == 0 && g.variables()[1].offset()[1] == 3);
}  // namespace along_another_axis

namespace one_part_is_partitioned_too {
constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<2, 5>, into<1, 1>>);
static_assert(g.result().name() == "w");
static_assert(named(g.variables(), {"w/part_0:0"}));
static_assert(g.variables()[0].shape() == xs::shape<2, 5>);
}  // namespace one_part_is_partitioned_too

namespace the_parts {
constexpr auto g = xs::graph(xs::get_variable<"w", xs::shape<5>, fixed<2>>);
static_assert(named(g.result().parts(), {"w/part_0:0", "w/part_1:0"}));
static_assert(g.result().parts()[1] == g.variables()[1]);
static_assert(g.result().parts()[1].offset()[0] == 3);
}  // namespace the_parts

namespace by_structured_bindings {
constexpr auto g = xs::graph(xs::let(v<"w", fixed<2>>, [](auto w) {
  auto [first, second] = w;
  static_assert(w.shape()[0] == 4 && decltype(first)::shape()[0] == 2);
  return xs::pack(second, first, w.template get<0>());
}));
static_assert(named(results(g), {"w/part_1:0", "w/part_0:0", "w/part_0:0"}));
static_assert(g.result<1>() == g.result<2>());
}  // namespace by_structured_bindings

namespace from_the_scope {
// with tf.variable_scope("a", partitioner=p):
//   with tf.variable_scope("b"):
//     v = tf.get_variable("v", [4])
constexpr auto g =
    xs::graph(xs::variable_scope<"a", fixed<2>>(xs::variable_scope<"b">(xs::pack(v<"v">, v<"w", fixed<3>>))));
static_assert(named(g.result<0>().parts(), {"a/b/v/part_0:0", "a/b/v/part_1:0"}));
static_assert(g.result<1>().parts().size() == 3);
}  // namespace from_the_scope

namespace scalars_are_not_cut {
// A shape that is given as [] ignores the partitioner; a scalar that comes from a value does not.
constexpr auto g = xs::graph(xs::variable_scope<"a", fixed<2>>(xs::get_variable<"v", xs::shape<>>));
static_assert(g.result().name() == "a/v:0");
static_assert(
    refused(xs::variable_scope<"a", fixed<2>>(xs::get_variable<"v", xs::initializer<xs::value<1.0f>>>),
            errc::partition_mismatch, {"`a/v`", "must have rank at least 1"}));
}  // namespace scalars_are_not_cut

namespace tf_variable_is_not_cut {
constexpr auto g = xs::graph(xs::variable_scope<"a", fixed<2>>(xs::variable<"t", xs::values<1, 2, 3>>));
static_assert(g.result().name() == "a/t:0");
}  // namespace tf_variable_is_not_cut

namespace what_the_partitioner_is_told {
// Shape and dtype of the whole.
constexpr auto by_dtype = xs::partitioner<[](auto shape, auto dtype) {
  return std::array<std::size_t, 2>{1, dtype == xs::dtype<double> ? shape[1] : 1};
}>;
constexpr auto g = xs::graph(xs::variable_scope<"a", by_dtype>(xs::pack(
    xs::get_variable<"f", xs::shape<2, 3>>, xs::get_variable<"d", xs::shape<2, 3>, xs::dtype<double>>)));
static_assert(g.result<0>().parts().size() == 1);
static_assert(g.result<1>().parts().size() == 3);
}  // namespace what_the_partitioner_is_told

namespace as_tensor {
// A concat below the key, and an identity with the variable's name, from the root.
//   with tf.name_scope("n"):
//     w.as_tensor(), w.as_tensor()
constexpr auto g = xs::graph(xs::let(xs::variable_scope<"a">(v<"w", fixed<2>>), [](auto w) {
  return xs::name_scope<"n">(xs::pack(w.as_tensor(), w.as_tensor()));
}));
static_assert(named(results(g), {"a/w:0", "a/w_1:0"}));
static_assert(g.result<0>().shape() == xs::shape<4>);
static_assert(named(g.operations(), {"a/w/part_0:0", "a/w/part_1:0", "a/w/ConcatPartitions/concat:0", "a/w:0",
                                     "a/w/ConcatPartitions/concat_1:0", "a/w_1:0"}));
// One slice needs no concat.
constexpr auto of_one = xs::graph(xs::let(v<"w", fixed<1>>, [](auto w) { return w.as_tensor(); }));
static_assert(named(of_one.operations(), {"w/part_0:0", "w:0"}));
}  // namespace as_tensor

namespace as_an_operand {
constexpr auto g = xs::graph(xs::let(v<"w", fixed<2>>, [](auto w) { return w * xs::value<2.0f>; }));
static_assert(g.result().name() == "mul:0");
static_assert(g.result().shape() == xs::shape<4>);
static_assert(g.find("w:0").has_value() && g.find("w/ConcatPartitions/concat:0").has_value());
}  // namespace as_an_operand

namespace initializers_of_slices {
// A constant's slices, an initializer's own: each is called with what its slice is of the whole.
constexpr auto of_values =
    xs::graph(xs::get_variable<"w", xs::initializer<xs::values<1, 2, 3, 4, 5>>, fixed<2>>);
static_assert(of_values.result().shape() == xs::shape<5> && of_values.result().dtype() == xs::dtype<int>);
static_assert(of_values.variables()[0].initializer() == xs::initializer<xs::values<1, 2, 3>>);
static_assert(of_values.variables()[1].initializer() == xs::initializer<xs::values<4, 5>>);

constexpr auto of_a_table = xs::graph(
    xs::get_variable<"w", xs::initializer<xs::tensor_of<xs::shape<2, 3>, 1, 2, 3, 4, 5, 6>>, into<1, 2>>);
static_assert(of_a_table.variables()[0].initializer() ==
              xs::initializer<xs::tensor_of<xs::shape<2, 2>, 1, 2, 4, 5>>);
static_assert(of_a_table.variables()[1].initializer() ==
              xs::initializer<xs::tensor_of<xs::shape<2, 1>, 3, 6>>);

constexpr auto offset = [](auto shape, auto, auto info) {
  std::array<float, shape[0]> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<float>(info.var_offset()[0] + i);
  return out;
};
constexpr auto of_a_callable = xs::graph(v<"w", fixed<2>, xs::initializer<offset>>);
static_assert(of_a_callable.variables()[0].initializer() == xs::initializer<xs::values<0.0f, 1.0f>>);
static_assert(of_a_callable.variables()[1].initializer() == xs::initializer<xs::values<2.0f, 3.0f>>);
}  // namespace initializers_of_slices

namespace shared {
// The same object, under the name of the whole.
template <auto... Options>
constexpr auto program =
    xs::pack(xs::variable_scope<"a">(v<"w", fixed<2>>), xs::variable_scope<"a", xs::reuse>(Options...));
constexpr auto g = xs::graph(program<v<"w", fixed<2>>>);
static_assert(g.result<0>() == g.result<1>());
static_assert(g.variables().size() == 2);

// True, and no partitioner: not even the shape is needed.
constexpr auto without = xs::graph(program<xs::get_variable<"w">>);
static_assert(without.result<1>() == without.result<0>());
static_assert(without.result<1>().shape() == xs::shape<4>);
constexpr auto bound = xs::graph(xs::let(program<xs::get_variable<"w">>,
                                         [](auto both) { return both.template get<1>().template get<1>(); }));
static_assert(bound.result().name() == "a/w/part_1:0");

constexpr auto automatic =
    xs::graph(xs::variable_scope<"a", xs::auto_reuse, fixed<2>>(xs::pack(v<"w">, v<"w">)));
static_assert(automatic.result<0>() == automatic.result<1>());
static_assert(named(automatic.variables(), {"a/w/part_0:0", "a/w/part_1:0"}));

// A scope that reuses asks its partitioner, which needs the shape.
static_assert(refused(program<xs::get_variable<"w", fixed<2>>>, errc::shape_required,
                      {"`a/w`", "must be fully defined"}));
// A slice is a variable in the store too.
constexpr auto slice =
    xs::graph(xs::pack(xs::variable_scope<"a">(v<"w", fixed<2>>),
                       xs::variable_scope<"a/w", xs::reuse>(xs::get_variable<"part_1", xs::shape<2>>)));
static_assert(slice.result<1>() == slice.variables()[1]);
}  // namespace shared

namespace not_shared {
template <auto First, auto Again>
constexpr auto program =
    xs::seq(xs::variable_scope<"a">(First), xs::variable_scope<"a", xs::auto_reuse>(Again));
static_assert(refused(xs::variable_scope<"a">(v<"w", fixed<2>>, v<"w", fixed<2>>), errc::variable_exists,
                      {"partitioned variable `a/w` already exists"}));
static_assert(refused(xs::variable_scope<"a", xs::reuse>(v<"w", fixed<2>>), errc::variable_missing,
                      {"artitioned variable `a/w` does not exist"}));
static_assert(refused(program<v<"w", fixed<2>>, xs::get_variable<"w", xs::shape<5>, fixed<2>>>,
                      errc::shape_mismatch, {"`a/w`", "specified shape (5,)", "found shape (4,)"}));
static_assert(refused(program<v<"w", fixed<2>>, v<"w", fixed<2>, xs::dtype<double>>>, errc::dtype_mismatch,
                      {"`a/w`", "float64", "float32"}));
static_assert(refused(program<v<"w", fixed<2>>, v<"w", fixed<4>>>, errc::partition_mismatch,
                      {"`a/w`", "specified partitions [4]", "found partitions [2]"}));
// A partitioner where the plain variable is, whatever the flag; the plain request where the slices are.
static_assert(refused(program<v<"w">, v<"w", fixed<2>>>, errc::partition_mismatch,
                      {"a partitioner was provided", "unpartitioned version", "`a/w`"}));
static_assert(refused(xs::variable_scope<"a">(v<"w">, v<"w", fixed<2>>), errc::partition_mismatch,
                      {"unpartitioned version"}));
static_assert(refused(program<v<"w", fixed<2>>, v<"w">>, errc::partition_mismatch,
                      {"no partitioner was provided", "`a/w/part_0`"}));
static_assert(refused(xs::variable_scope<"a">(v<"w", fixed<2>>, v<"w">), errc::partition_mismatch,
                      {"no partitioner was provided"}));
// The slices may have been made one by one, if there are as many.
template <xs::fixed_string Part>
constexpr auto slice = xs::get_variable<Part, xs::shape<2>>;
static_assert(refused(xs::seq(xs::variable_scope<"w">(slice<"part_0">), v<"w", fixed<2>>),
                      errc::partition_mismatch, {"`w`"}));
// As many, in a scope that does not reuse: the first one exists already.
static_assert(refused(xs::seq(xs::variable_scope<"w">(slice<"part_0">, slice<"part_1">), v<"w", fixed<2>>),
                      errc::variable_exists, {"`w/part_0`"}));
constexpr auto adopted = xs::graph(xs::seq(xs::variable_scope<"w">(slice<"part_0">, slice<"part_1">),
                                           xs::variable_scope<"", xs::auto_reuse>(v<"w", fixed<2>>)));
static_assert(named(adopted.variables(), {"w/part_0:0", "w/part_1:0"}));
static_assert(adopted.result().name() == "w");
static_assert(adopted.result().parts()[1] == adopted.variables()[1]);
}  // namespace not_shared

namespace a_variable_of_that_very_name {
static_assert(refused(xs::seq(xs::get_variable<"w/part_0", xs::shape<>>, xs::get_variable<"w", xs::shape<>>),
                      errc::partition_mismatch, {"no partitioner was provided", "`w/part_0`"}));
static_assert(xs::diagnose(xs::seq(xs::get_variable<"w", xs::shape<>>,
                                   xs::get_variable<"w/part_0", xs::shape<>>))
                  .ok());
}  // namespace a_variable_of_that_very_name

namespace refusals {
template <auto Partitioner>
constexpr auto w = xs::variable_scope<"a">(xs::get_variable<"w", xs::shape<3, 4>, Partitioner>);
static_assert(refused(w<xs::partitioner<3>>, errc::invalid_argument,
                      {"`a/w`", "partitioner must be callable"}));
static_assert(refused(w<xs::partitioner<[](auto, auto) { return 3; }>>, errc::partition_mismatch,
                      {"`a/w`", "must return a sequence"}));
static_assert(refused(w<into<2>>, errc::partition_mismatch,
                      {"`a/w`", "does not match the rank of the variable", "(3, 4)"}));
static_assert(refused(w<into<2, 1, 1>>, errc::partition_mismatch,
                      {"does not match the rank of the variable"}));
// An axis that the variable does not have.
static_assert(refused(w<fixed<2, 2>>, errc::partition_mismatch,
                      {"does not match the rank of the variable", "(3, 4)"}));
static_assert(refused(w<xs::partitioner<xs::min_max_variable_partitioner<2, 2>>>, errc::partition_mismatch,
                      {"does not match the rank of the variable"}));
static_assert(refused(w<into<0, 2>>, errc::partition_mismatch, {"zero partitions"}));
static_assert(refused(w<into<2, 2>>, errc::partition_mismatch,
                      {"only slice a variable along one dimension"}));
static_assert(refused(w<into<4, 1>>, errc::partition_mismatch, {"expected 0 <= offset < shape"}));
static_assert(refused(xs::get_variable<"w", xs::shape<xs::unknown, 4>, fixed<2>>, errc::shape_required,
                      {"`w`", "must be fully defined"}));
// A negative number of parts is less than one.
static_assert(refused(w<xs::partitioner<[](auto, auto) { return std::array<int, 2>{-1, 2}; }>>,
                      errc::partition_mismatch, {"zero partitions"}));
}  // namespace refusals

namespace fixed_size {
constexpr auto ask = [](auto partitioner, auto... dims) {
  return partitioner(std::array<std::size_t, sizeof...(dims)>{static_cast<std::size_t>(dims)...},
                     xs::data_type_of<float>);
};
static_assert(ask(xs::fixed_size_partitioner<3>, 10, 4) == sizes{3, 1});
static_assert(ask(xs::fixed_size_partitioner<3, 1>, 10, 4) == sizes{1, 3});
static_assert(ask(xs::fixed_size_partitioner<30>, 10, 4) == sizes{10, 1});
static_assert(ask(xs::fixed_size_partitioner<1>, 10, 4) == sizes{1, 1});
}  // namespace fixed_size

namespace variable_axis_size {
using fixed_size::ask;
// 4 floats a row: 16 bytes.
static_assert(ask(xs::variable_axis_size_partitioner<64>, 10, 4) == sizes{3, 1});
static_assert(ask(xs::variable_axis_size_partitioner<16>, 10, 4) == sizes{10, 1});
// A row is the least there is.
static_assert(ask(xs::variable_axis_size_partitioner<1>, 10, 4) == sizes{10, 1});
static_assert(ask(xs::variable_axis_size_partitioner<1000>, 10, 4) == sizes{1, 1});
static_assert(ask(xs::variable_axis_size_partitioner<16, 0, 16, 4>, 10, 4) == sizes{4, 1});
static_assert(ask(xs::variable_axis_size_partitioner<80, 1>, 10, 4) == sizes{1, 2});
static_assert(xs::variable_axis_size_partitioner<64>(sizes{10, 4}, xs::data_type_of<double>) == sizes{5, 1});
static_assert(xs::variable_axis_size_partitioner<64>(sizes{10, 4}, xs::data_type_of<xs::string>) ==
              sizes{10, 1});
}  // namespace variable_axis_size

namespace min_max {
using fixed_size::ask;
// 1024 floats: 4096 bytes.
static_assert(ask(xs::min_max_variable_partitioner<>, 1024, 1) == sizes{1, 1});
static_assert(ask(xs::min_max_variable_partitioner<8, 0, 1024>, 1024, 1) == sizes{4, 1});
static_assert(ask(xs::min_max_variable_partitioner<3, 0, 1024>, 1024, 1) == sizes{3, 1});
static_assert(ask(xs::min_max_variable_partitioner<8, 0, 4095>, 1024, 1) == sizes{2, 1});
static_assert(ask(xs::min_max_variable_partitioner<8, 0, 1>, 2, 512) == sizes{2, 1});
static_assert(ask(xs::min_max_variable_partitioner<8, 1, 1024>, 2, 512) == sizes{1, 4});
}  // namespace min_max

namespace partition_info {
constexpr xs::partition_info info{std::array<std::size_t, 2>{10, 4}, std::array<std::size_t, 2>{6, 0}};
static_assert(info.full_shape() == sizes{10, 4} && info.var_offset() == sizes{6, 0});
static_assert(info.single_slice_dim(sizes{4, 4}) == 0);
static_assert(info.single_offset(sizes{4, 4}) == 6);

constexpr xs::partition_info whole{std::array<std::size_t, 2>{10, 4}, std::array<std::size_t, 2>{0, 0}};
static_assert(whole.single_slice_dim(sizes{10, 4}) == 2);
static_assert(whole.single_offset(sizes{10, 4}) == 0);
static_assert(whole.single_slice_dim(sizes{10, 1}) == 1);

// What does not fit is no constant expression.
template <std::size_t... Shape>
concept fits =
    requires { typename std::integral_constant<std::size_t, info.single_offset(std::array{Shape...})>; };
static_assert(fits<std::size_t{4}, std::size_t{4}>);
static_assert(!fits<std::size_t{5}, std::size_t{4}>);
static_assert(!fits<std::size_t{2}, std::size_t{2}>);
static_assert(!fits<std::size_t{4}>);
}  // namespace partition_info

namespace getters_see_the_whole {
// Once for the variable, not for each slice.
constexpr auto noting = [](auto getter, auto request) {
  return xs::seq(xs::add_to_collection<"log">(request.name()), getter(request));
};
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::custom_getter<noting>>(v<"w", fixed<2>>));
static_assert(named(g.get_collection<"log">(), {"a/w"}));
}  // namespace getters_see_the_whole

namespace creators_see_the_slices {
constexpr auto noting = [](auto next, auto request) {
  return xs::seq(xs::add_to_collection<"log">(request.name()), next(request));
};
constexpr auto g = xs::graph(xs::variable_creator_scope<noting>(v<"w", fixed<2>>));
static_assert(named(g.get_collection<"log">(), {"w/part_0", "w/part_1"}));

// What a slice is of the whole gets through to its initializer, also under a new name.
constexpr auto begin = [](auto shape, auto, auto info) {
  std::array<float, shape[0]> out{};
  for (float& one : out) one = static_cast<float>(info.var_offset()[0]);
  return out;
};
constexpr auto forcing = xs::variable_creator_scope<[](auto next, auto request) {
  return next(request, xs::rename<"forced">, xs::trainable<false>);
}>;
constexpr auto told = xs::graph(forcing(v<"w", fixed<2>, xs::initializer<begin>>));
static_assert(named(told.variables(), {"forced:0", "forced_1:0"}));
static_assert(told.variables()[1].initializer() == xs::initializer<xs::values<2.0f, 2.0f>>);
static_assert(told.variables()[1].offset()[0] == 2 && !told.variables()[1].trainable());
}  // namespace creators_see_the_slices

namespace in_a_layer {
// Equal calls of a layer cut their own variables.
constexpr auto dense = [](auto x) { return xs::matmul(x, xs::get_variable<"w", xs::shape<2, 2>, fixed<2>>); };
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | xs::variable_scope<"one">(dense) |
                             xs::variable_scope<"two">(dense));
static_assert(named(g.variables(), {"one/w/part_0:0", "one/w/part_1:0", "two/w/part_0:0", "two/w/part_1:0"}));
static_assert(g.find("two/w:0").has_value());
}  // namespace in_a_layer

}  // namespace partitions

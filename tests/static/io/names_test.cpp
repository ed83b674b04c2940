// SPDX-License-Identifier: BSD-3-Clause
// Which variables files hold, how they are called there and how they stand there: all of it constants.
#include <string_view>
#include <xscope/graph.hpp>
#include <xscope/io/names.hpp>

namespace weight_names {

namespace xs = xscope;
using xs::extents;
using xs::io::axes;
using xs::io::oihw;
using xs::io::rename;
using xs::io::rename_by;
using xs::io::transposed;

template <class Graph, class... Rules>
using of = xs::files::named_variables<typename Graph::program, xs::files::rules_of<Rules...>>;

template <class Named>
constexpr bool called(std::initializer_list<std::string_view> names) {
  if (Named::weights.size() != names.size()) return false;
  std::size_t i = 0;
  for (const std::string_view name : names) {
    if (Named::weights[i++].whole.name != name) return false;
  }
  return true;
}

constexpr auto layer = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<3, 4>>) + xs::get_variable<"bias", xs::shape<4>>;
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 3>> | xs::variable_scope<"hidden">(layer));
using graph = decltype(g);

namespace without_rules {
using named = of<graph>;
static_assert(called<named>({"hidden/kernel", "hidden/bias"}));
static_assert(named::refusal.size == 0);
static_assert(named::weights[0].whole.shape == extents{3, 4} && named::weights[0].type == "float32");
// One row: a copy of bytes.
static_assert(named::weights[0].whole.where.rank == 1 && named::weights[0].whole.where.shape[0] == 12);
}  // namespace without_rules

namespace one_by_one {
constexpr auto torch = xs::io::names(rename<"hidden/kernel", "fc1.weight", transposed>,
                                     xs::io::names(rename<"hidden/bias", "fc1.bias">));
using named = of<graph, decltype(torch)>;
static_assert(called<named>({"fc1.weight", "fc1.bias"}));
static_assert(named::weights[0].whole.shape == extents{4, 3});
static_assert(named::weights[0].whole.where.rank == 2 && named::weights[0].whole.where.stride[0] == 1 &&
              named::weights[0].whole.where.stride[1] == 3);
static_assert(named::weights[1].whole.shape == extents{4});
}  // namespace one_by_one

namespace all_by_a_callable {
constexpr auto dotted = rename_by<[](auto name) { return "model." + name.replaced("/", "."); }>;
static_assert(called<of<graph, decltype(dotted)>>({"model.hidden.kernel", "model.hidden.bias"}));
// A text will do, and a rule for one variable comes first wherever it stands.
constexpr auto leaf = rename_by<[](auto name) { return name.substr(name.rfind("/") + 1); }>;
static_assert(called<of<graph, decltype(leaf)>>({"kernel", "bias"}));
static_assert(called<of<graph, decltype(leaf), decltype(rename<"hidden/bias", "b">)>>({"kernel", "b"}));
// With the shape, and an order of axes as part of the answer.
constexpr auto turned = rename_by<[](auto name, const extents& shape) {
  return xs::io::stored_as{name, shape.rank() == 2 ? transposed : axes{}};
}>;
static_assert(called<of<graph, decltype(turned)>>({"hidden/kernel", "hidden/bias"}));
static_assert(of<graph, decltype(turned)>::weights[0].whole.shape == extents{4, 3});
// Any function of texts will do.
constexpr auto plain = rename_by<[](std::string_view name) { return name.ends_with("bias") ? "b" : "k"; }>;
static_assert(called<of<graph, decltype(plain)>>({"k", "b"}));
}  // namespace all_by_a_callable

namespace texts {
using xs::io::tensor_name;
static_assert([] {
  const tensor_name path("a/b/c");
  const tensor_name letters("aaa");
  tensor_name other = path;
  other = letters;
  return path.replaced("/", "::") == "a::b::c" && letters.replaced("a", "") == "" &&
         letters.replaced("", "x") == "aaa" && "x" + path + "b" + letters == "xa/b/cbaaa" &&
         path.substr(1, 2) == "/b" && path.ends_with("/c") && path.rfind("/") == 3 && other == "aaa";
}());
}  // namespace texts

namespace what_is_saved {
// Global variables, whatever makes them; no local ones, none in other collections alone, each once.
constexpr auto all =
    xs::graph(xs::seq(xs::variable<"v", xs::values<1.0f>>, xs::get_local_variable<"l", xs::shape<1>>,
                      xs::get_variable<"own", xs::shape<1>, xs::collections<"mine">>,
                      xs::get_variable<"both", xs::shape<1>, xs::collections<"mine", "variables">>,
                      xs::get_variable<"fixed", xs::shape<1>, xs::trainable<false>>,
                      xs::let(xs::get_variable<"again", xs::shape<1>>,
                              [](auto v) { return xs::add_to_collection<"variables">(v); })));
static_assert(called<of<decltype(all)>>({"v", "both", "fixed", "again"}));
}  // namespace what_is_saved

namespace slices {
constexpr auto parted = xs::graph(xs::variable_scope<"a">(
    xs::get_variable<"w", xs::shape<3, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>>));
using named = of<decltype(parted), decltype(rename<"a/w", "table", transposed>)>;
static_assert(called<named>({"table", "table"}) && named::refusal.size == 0);
static_assert(named::weights[1].is_slice && named::weights[1].own.name == "table/part_1");
static_assert(named::weights[1].whole.shape == extents{2, 3} && named::weights[1].own.shape == extents{2, 1});
static_assert(named::weights[1].whole.where.begin == 2);
static_assert(of<decltype(parted)>::weights[1].own.name == "a/w/part_1");
static_assert(of<decltype(parted)>::weights[1].whole.name == "a/w");
}  // namespace slices

namespace refused {
template <class... Rules>
constexpr std::string_view why = of<graph, Rules...>::refusal_to_write.view();
static_assert(why<decltype(rename<"hidden/kernels", "x">)> ==
              "unknown_name: there is no variable `hidden/kernels` in the graph; the nearest names are "
              "`hidden/kernel:0`, `hidden/bias:0`");
static_assert(why<decltype(rename<"hidden/kernel", "x">), decltype(rename<"hidden/kernel", "y">)> ==
              "invalid_argument: two rules rename variable `hidden/kernel` for files; keep one of them");
static_assert(
    why<decltype(rename<"hidden/kernel", "hidden/bias">)> ==
    "invalid_argument: two variables would be stored as `hidden/bias`; give one of them another name");
static_assert(
    why<decltype(rename<"hidden/bias", "b", transposed>)> ==
    "invalid_argument: variable `hidden/bias` of shape (4,) cannot be stored with its axes in the order "
    "that a rule gives; name each axis once, as in `axes{1, 0}`");
static_assert(why<decltype(rename<"hidden/kernel", "k", oihw>)>.starts_with("invalid_argument: "));
}  // namespace refused

}  // namespace weight_names

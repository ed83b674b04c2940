// SPDX-License-Identifier: BSD-3-Clause
// What a graph answers: results, listings, look-ups by name, collections.
#include "../support/probe.hpp"

namespace queries {

namespace xs = xscope;
using probe::named;
using probe::results;

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], Units>>) +
         xs::get_variable<"bias", xs::shape<Units>, xs::trainable<false>>;
};
constexpr auto mlp = [](auto x) {
  return x | xs::variable_scope<"hidden">(dense<8>) | xs::relu | xs::variable_scope<"logits">(dense<3>);
};
constexpr auto x = xs::placeholder<"x", xs::shape<1, 5>>;
constexpr auto net = xs::graph(x | xs::variable_scope<"net">(mlp));

namespace listings {
// In the order of creation.
static_assert(named(net.variables(), {"net/hidden/kernel:0", "net/hidden/bias:0", "net/logits/kernel:0",
                                      "net/logits/bias:0"}));
static_assert(named(net.global_variables(), {"net/hidden/kernel:0", "net/hidden/bias:0",
                                             "net/logits/kernel:0", "net/logits/bias:0"}));
static_assert(named(net.trainable_variables(), {"net/hidden/kernel:0", "net/logits/kernel:0"}));
static_assert(named(net.local_variables(), {}));
static_assert(named(net.placeholders(), {"x:0"}));
static_assert(named(net.operations(),
                    {"x:0", "net/hidden/kernel:0", "net/hidden/MatMul:0", "net/hidden/bias:0",
                     "net/hidden/add:0", "net/Relu:0", "net/logits/kernel:0", "net/logits/MatMul:0",
                     "net/logits/bias:0", "net/logits/add:0"}));

// Sharing adds nothing to them.
constexpr auto shared = xs::graph(
    xs::seq(xs::variable_scope<"b">(xs::get_variable<"x", xs::shape<>>), xs::get_variable<"a", xs::shape<>>,
            xs::variable_scope<"b", xs::auto_reuse>(xs::get_variable<"y", xs::shape<>>,
                                                    xs::get_variable<"x", xs::shape<>>)));
static_assert(named(shared.variables(), {"b/x:0", "a:0", "b/y:0"}));
static_assert(named(shared.operations(), {"b/x:0", "a:0", "b/y:0"}));

constexpr auto empty = xs::graph(xs::seq());
static_assert(empty.variables().empty() && empty.operations().empty() && empty.placeholders().empty());
}  // namespace listings

namespace results_of_a_program {
static_assert(net.result_count() == 1);
static_assert(net.result().name() == "net/logits/add:0");
static_assert(net.result().op_name() == "net/logits/add");
static_assert(net.result().type() == "Add");
static_assert(net.result().shape() == xs::shape<1, 3>);
static_assert(net.result().dtype() == xs::dtype<float>);
static_assert(!net.result().is_variable());

// Of a pack one each, of whatever kind.
constexpr auto program = xs::variable_scope<"a">(
    xs::pack(xs::get_variable<"v", xs::shape<2>, xs::trainable<false>>, xs::constant<"c", xs::values<1>>,
             xs::get_variable_scope(), xs::name_scope<"n">(), xs::get_name_scope(),
             xs::minimize<xs::gradient_descent_optimizer<0.1f>>(xs::get_variable<"w", xs::shape<>>)));
constexpr auto g = xs::graph(program);
static_assert(g.result_count() == 6);
static_assert(named(results(g), {"a/v:0", "a/c:0", "a", "a/n/", "a", "a/GradientDescent"}));
static_assert(g.result<0>().is_variable() && !g.result<0>().trainable() &&
              g.result<0>().type() == "VariableV2");
static_assert(g.result<0>().key() == "a/v");
static_assert(g.result<1>().type() == "Const" && g.result<5>().type() == "NoOp");
static_assert(g.result<2>().reuse() == xs::no_reuse && g.result<2>().original_name_scope() == "a/");

// A program without a result.
static_assert(xs::graph(xs::seq()).result().name().empty());
static_assert(xs::graph(xs::as([](auto root) { return root.reuse_variables(); })).result().name().empty());
static_assert(xs::graph(xs::pack()).result_count() == 0);
}  // namespace results_of_a_program

namespace identity {
// == is whether it is the same thing, not whether it is alike.
constexpr auto v = xs::get_variable<"v", xs::shape<>>;
constexpr auto g = xs::graph(xs::variable_scope<"a", xs::auto_reuse>(xs::let(v, v, [](auto one, auto two) {
  return xs::pack(one, two, one + two, one + two, xs::get_variable_scope(), xs::get_variable_scope(),
                  xs::name_scope<"n">(xs::get_variable_scope()));
})));
static_assert(g.result<0>() == g.result<1>());
static_assert(g.result<0>() == g.variables()[0] && g.result<0>() == *g.find("a/v"));
static_assert(g.result<2>() != g.result<3>());
static_assert(g.result<4>() == g.result<5>() && g.result<4>() == g.result<6>());
static_assert(g.result<0>() != g.result<4>());
static_assert(g.result<2>() == g.operations()[1]);
}  // namespace identity

namespace look_up {
static_assert(net.find("net/hidden/bias:0")->shape() == xs::shape<8>);
static_assert(net.find("net/hidden/bias:0") == net.variables()[1]);
static_assert(net.find("net/Relu:0")->type() == "Relu");
// An operation's name will do.
static_assert(net.find("net/Relu") == net.find("net/Relu:0"));
static_assert(net.find("x")->name() == "x:0");

static_assert(!net.find("net/hidden/bia:0"));
static_assert(!net.find("net/hidden"));
static_assert(!net.find("net/hidden/"));
static_assert(!net.find("net/hidden/bias:1"));
static_assert(!net.find("net/hidden/bias:0:0"));
static_assert(!net.find("Net/Relu:0"));
static_assert(!net.find(""));
static_assert(!net.find(":0"));
static_assert(!xs::graph(xs::seq()).find("v"));

// An operation has no tensor.
constexpr auto trained =
    xs::graph(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(xs::get_variable<"w", xs::shape<>>));
static_assert(trained.find("GradientDescent")->name() == "GradientDescent");
static_assert(!trained.find("GradientDescent:0"));

// By the name that it has, not by the one that it was asked for as.
constexpr auto renamed =
    xs::graph(xs::seq(xs::constant<"v", xs::values<>>, xs::get_variable<"v", xs::shape<2>>));
static_assert(renamed.find("v:0")->type() == "Const");
static_assert(renamed.find("v_1:0")->key() == "v");
}  // namespace look_up

namespace nearest_names {
using xs::diag::fault;
static_assert(
    net.compose_missing(fault::unknown_name, "net/hiden/bias:0").view() ==
    "unknown_name: there is no tensor `net/hiden/bias:0` in the graph; the nearest names are `net/hidden/bias:0`, "
    "`net/hidden/add:0`, `net/logits/bias:0`");
static_assert(net.compose_missing(fault::unknown_feed, "y").view() ==
              "unknown_name: there is no placeholder `y` in the graph; the nearest names are `x:0`");
static_assert(
    xs::graph(xs::seq()).compose_missing(fault::unknown_feed, "x").view() ==
    "unknown_name: there is no placeholder `x` in the graph; the nearest names are none: there are none");
}  // namespace nearest_names

namespace collections {
constexpr auto program =
    xs::seq(xs::name_scope<"a">(xs::variable<"t", xs::value<1.0f>>),
            xs::variable_scope<"a">(
                xs::get_variable<"v", xs::shape<>>,
                xs::variable_scope<"b">(xs::get_variable<"w", xs::shape<>, xs::trainable<false>>)),
            xs::get_variable<"ab", xs::shape<>>, xs::variable_scope<"a">(xs::variable<"t", xs::value<1.0f>>));
constexpr auto g = xs::graph(program);
static_assert(named(g.get_collection<"variables">(), {"a/t:0", "a/v:0", "a/b/w:0", "ab:0", "a_2/t:0"}));
static_assert(named(g.get_collection<"trainable_variables">(), {"a/t:0", "a/v:0", "ab:0", "a_2/t:0"}));
static_assert(named(g.get_collection<"local_variables">(), {}));
static_assert(named(g.get_collection<"there is no such collection">(), {}));

// With a scope: what is named below it. It is by the operation's name, so a tf.Variable in a name scope of
// that name is there, and one in the scope that was opened again is not.
static_assert(named(g.get_collection<"variables", "a/">(), {"a/t:0", "a/v:0", "a/b/w:0"}));
static_assert(named(g.get_collection<"variables", "a/b/">(), {"a/b/w:0"}));
static_assert(named(g.get_collection<"trainable_variables", "a/b/">(), {}));
// The scope is the beginning of a name and no more: without a slash it finds "ab" and "a_2" too.
static_assert(named(g.get_collection<"variables", "a">(), {"a/t:0", "a/v:0", "a/b/w:0", "ab:0", "a_2/t:0"}));
static_assert(named(g.get_collection<"variables", "">(), {"a/t:0", "a/v:0", "a/b/w:0", "ab:0", "a_2/t:0"}));
static_assert(named(g.get_collection<"variables", "b/">(), {}));
// As in TensorFlow's regular expression, a point stands for any character.
static_assert(named(g.get_collection<"variables", "a.b">(), {"a/b/w:0"}));
static_assert(named(g.get_collection<"variables", ".b">(), {"ab:0"}));

static_assert(xs::GraphKeys::GLOBAL_VARIABLES == "variables");
static_assert(xs::GraphKeys::TRAINABLE_VARIABLES == "trainable_variables");
static_assert(xs::GraphKeys::LOCAL_VARIABLES == "local_variables");
static_assert(g.get_collection<xs::GraphKeys::TRAINABLE_VARIABLES>() == g.trainable_variables());
}  // namespace collections

namespace printed {
constexpr auto g = xs::graph(xs::variable_scope<"foo">(
    xs::pack(xs::get_variable<"v", xs::shape<1>>, xs::constant<"c", xs::values<1>>,
             xs::get_variable<"m", xs::shape<2, 3>, xs::dtype<bool>>, xs::get_variable_scope(),
             xs::reduce_sum(xs::placeholder<"p", xs::shape<4>, xs::dtype<double>>), xs::name_scope<"n">())));
static_assert(g.result<0>().repr() == "<xscope.Variable 'foo/v:0' shape=(1,) dtype=float32_ref>");
static_assert(g.result<1>().repr() == "Tensor(\"foo/c:0\", shape=(1,), dtype=int32)");
static_assert(g.result<2>().repr() == "<xscope.Variable 'foo/m:0' shape=(2, 3) dtype=bool_ref>");
static_assert(g.result<3>().repr() == "<xscope.VariableScope 'foo'>");
static_assert(g.result<4>().repr() == "Tensor(\"foo/Sum:0\", shape=(), dtype=float64)");
static_assert(g.result<5>().repr() == "foo/n/");
static_assert(xs::graph(xs::get_variable<"v", xs::shape<>>).result().repr() ==
              "<xscope.Variable 'v:0' shape=() dtype=float32_ref>");
}  // namespace printed

// Packs within packs, whatever is in them.
namespace nested {
constexpr auto g = xs::graph(xs::get_variable<"v", xs::shape<2>> | [](auto v) {
  return xs::pack(xs::pack(v, xs::pack(xs::reduce_sum(v)), xs::get_variable_scope()), xs::pack());
});
constexpr auto first = g.result<0>();
static_assert(first.size() == 3 && first.get<0>().name() == "v:0" && first.get<2>().name() == "");
static_assert(first.get<1>()[0].name() == "Sum:0");
static_assert(g.result<1>().size() == 0);
}  // namespace nested

}  // namespace queries

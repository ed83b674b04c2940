// SPDX-License-Identifier: BSD-3-Clause
// `using namespace xscope` is enough, and a program may be called program.
#include <xscope/graph.hpp>

using namespace xscope;
using namespace xscope::literals;

template <std::size_t Units>
constexpr auto dense = [](auto x) {
  return matmul(x, get_variable<"kernel", shape<x.shape()[1], Units>>) + get_variable<"bias", shape<Units>>;
};
constexpr auto mlp = [](auto x) {
  return x | variable_scope<"hidden">(dense<128>) | relu | variable_scope<"logits">(dense<10>);
};
constexpr auto program = placeholder<"x", shape<1, 784>> | variable_scope<"net">(mlp);
constexpr auto g = graph(program);
static_assert(g.result().name() == "net/logits/add:0");
static_assert(g.result().shape() == shape<1, 10>);
static_assert(g.find("net/hidden/kernel:0")->shape() == shape<784, 128>);
static_assert(diagnose(program).ok());
static_assert(name_of(program) == "net/logits/add:0");

// What C puts into the global namespace is written with its own.
constexpr auto squashed = reduce_mean(square(xscope::tanh(program)) * 0.5_c, axis<0, 1>, name<"loss">);
static_assert(name_of(squashed) == "loss:0");

constexpr auto shared =
    pack(variable_scope<"a", auto_reuse>(get_variable<"v", shape<1>>),
         variable_scope<"a", reuse>(get_variable<"v", shape<1>, dtype<float>, trainable<true>>),
         name_scope<none>(constant<none, value<1>>), variable_scope<none, default_name<"d">>());
static_assert(graph(shared).result<0>() == graph(shared).result<1>());

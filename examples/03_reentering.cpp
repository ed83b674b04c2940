// SPDX-License-Identifier: BSD-3-Clause

// A scope that was opened before can be entered again, from anywhere. Its variables have its prefix each
// time. For its operations there are three ways.
#include <iostream>
#include <xscope/graph.hpp>
namespace xs = xscope;

template <xs::fixed_string Name>
inline constexpr auto read = xs::identity(xs::get_variable<Name, xs::shape<1>>, xs::name<"read">);

// with tf.variable_scope("model") as vs:
//   pass
inline constexpr auto program = xs::let(xs::variable_scope<"model">(), [](auto vs) {
  return xs::pack(
      // with tf.variable_scope(vs): a new name scope
      xs::variable_scope<vs>(read<"a">),
      // with tf.variable_scope(vs, auxiliary_name_scope=False): the name scope stays as it is
      xs::variable_scope<vs, xs::auxiliary_name_scope<false>>(read<"b">),
      // ... and with tf.name_scope(vs.original_name_scope): as if the scope had never been left
      xs::variable_scope<vs, xs::auxiliary_name_scope<false>>(
          xs::name_scope<vs.original_name_scope()>(read<"c">)));
});

inline constexpr auto g = xs::graph(program);
static_assert(g.result<0>().name() == "model_1/read:0");
static_assert(g.result<1>().name() == "read:0");
static_assert(g.result<2>().name() == "model/read:0");

int main() {
  for (const auto& v : g.variables()) std::cout << v.name() << '\n';
  for (const auto& r : {g.result<0>(), g.result<1>(), g.result<2>()}) std::cout << r.name() << '\n';
}

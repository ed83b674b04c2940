// SPDX-License-Identifier: BSD-3-Clause
// Writes pictures of graphs and what must be in them to a folder: NAME.dot, NAME.svg if there is `dot`, and
// NAME.txt, a line for each operation, for each that training has made, and for each operand.
//
// usage: draw FOLDER [--no-svg]
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wreturn-type"  // which main alone may do without
#define main example_main
#include "../../examples/06_drawing.cpp"
#undef main
#pragma GCC diagnostic pop

#include <fstream>
#include <string>

namespace {

using namespace xs::literals;

// Four hundred operations.
constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<x.shape()[1], 4>>) +
         xs::get_variable<"bias", xs::shape<4>>;
};
template <std::size_t N>
constexpr auto deep = [](auto x) {
  const auto one = xs::variable_scope<xs::none, xs::default_name<"layer">>(
      [](auto in) { return in | xs::variable_scope<"dense">(dense) | xs::relu; });
  if constexpr (N == 1) return x | one;
  else return x | one | deep<N - 1>;
};
constexpr auto large = xs::graph(xs::placeholder<"x", xs::shape<1, 4>> | deep<80>);

// Training with regularizers and numbers, scopes that are opened again, slices, several results.
constexpr auto l2 = [](auto v) { return xs::l2_loss(v) * 0.01_c; };
constexpr auto net = xs::variable_scope<"net", xs::regularizer<l2>>([](auto x) {
  return x | xs::variable_scope<"hidden">(dense) | xs::relu | xs::variable_scope<"logits">(dense);
});
constexpr auto training = xs::graph(
    xs::let(xs::placeholder<"images", xs::shape<16, 8>>,
            xs::placeholder<"labels", xs::shape<16>, xs::dtype<int>>, [](auto x, auto y) {
              return xs::let(xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(y, x | net)) +
                                 xs::get_regularization_loss(),
                             [](auto loss) {
                               return xs::seq(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss), loss);
                             });
            }));
constexpr auto w = xs::get_variable<"w", xs::shape<6, 2>>;
constexpr auto scopes = xs::graph(xs::let(xs::placeholder<"x", xs::shape<4, 6>>, [](auto x) {
  return xs::let(
      xs::variable_scope<"outer">(xs::let(xs::variable_scope<"inner">(), [](auto vs) { return vs; })),
      [=](auto vs) {
        return xs::pack(
            xs::variable_scope<vs>(xs::matmul(x, w)), xs::variable_scope<vs, xs::reuse>(xs::matmul(x, w)),
            xs::name_scope<"n">(xs::variable_scope<"v">(
                xs::split(x * xs::get_variable<"s", xs::shape<>, xs::trainable<false>>,
                          xs::num_or_size_splits<3>, xs::axis<1>))),
            xs::matmul(
                x,
                xs::get_variable<"table", xs::shape<6, 2>, xs::partitioner<xs::fixed_size_partitioner<2>>>));
      });
}));

template <class Program>
void draw(xs::graphs::graph_t<Program> drawn, const std::string& path, bool with_svg) {
  std::ofstream(path + ".dot") << xs::to_dot(drawn);
  std::ofstream list(path + ".txt");
  static constexpr const auto& operations = drawn.operations();
  for (const auto& o : operations) {
    list << "operation " << o.op_name() << '\n';
    if (xs::graphs::edge_reader<Program>::is_made(o.id())) list << "made " << o.op_name() << '\n';
    for (const auto from : xs::operands_of(drawn, o)) {
      for (const auto& p : operations) {
        if (p.id() == from.event) list << "operand " << p.op_name() << "->" << o.op_name() << '\n';
      }
    }
  }
  if (with_svg) xs::save_svg(drawn, path + ".svg");
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string folder = std::string(argv[1]) + '/';
  const bool with_svg = argc == 2;
  draw(g, folder + "06_drawing", with_svg);
  draw(large, folder + "large", with_svg);
  draw(training, folder + "training", with_svg);
  draw(scopes, folder + "scopes", with_svg);
} catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}

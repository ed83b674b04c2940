// SPDX-License-Identifier: BSD-3-Clause
// Where temporaries lie: places are used again as soon as nobody reads them, and no two that live are in one
// place. `sound` in planned.hpp looks at every pair of them.
#include <cstddef>
#include <cstdint>

#include "planned.hpp"

namespace memory {

namespace xs = xscope;
using namespace xs::literals;
using xs::shape;

template <xs::fixed_string Name, std::size_t... D>
constexpr auto var = xs::get_variable<Name, shape<D...>>;
constexpr auto step = xs::minimize<xs::gradient_descent_optimizer<0.1f>>;

// ---- a chain of k matrix products needs two places, however long it is
// -------------------------------------

template <std::size_t K>
constexpr auto products = [](auto m) { return products<K - 1>(xs::matmul(m, var<"w", 32, 32>)); };
template <>
constexpr auto products<0> = [](auto m) { return m; };
template <std::size_t K>
constexpr auto chain =
    xs::variable_scope<"s", xs::auto_reuse>(xs::placeholder<"x", shape<32, 32>> | products<K>);

constexpr std::size_t matrix = 32 * 32 * sizeof(float);
static_assert(probe::plan(chain<1>).plan.workspace_bytes == matrix);
static_assert(probe::plan(chain<2>).plan.workspace_bytes == 2 * matrix);
static_assert(probe::plan(chain<3>).plan.workspace_bytes == 2 * matrix);
static_assert(probe::plan(chain<12>).plan.workspace_bytes == 2 * matrix);
static_assert(probe::plan(chain<12>).plan.step_count == 12);
static_assert(probe::plan(chain<12>).sound());

// Chains in between take no more: the result of each lies where the operand of the product before it lay.
constexpr auto layers = xs::let(xs::placeholder<"x", shape<32, 32>>, var<"w", 32, 32>, [](auto u, auto w) {
  constexpr auto layer = [](auto m, auto v) { return xs::relu(xs::matmul(m, v) + 1.0_c); };
  return layer(layer(layer(layer(u, w), w), w), w);
});
static_assert(probe::plan(layers).plan.workspace_bytes == 2 * matrix);
static_assert(probe::plan(layers).sound());

// A result that is read until the end keeps its place.
constexpr auto kept = xs::let(xs::placeholder<"x", shape<32, 32>>, var<"w", 32, 32>, [](auto u, auto w) {
  return xs::let(xs::matmul(u, w), [=](auto first) {
    return xs::pack(first, xs::matmul(xs::matmul(xs::matmul(first, w), w), w));
  });
});
static_assert(probe::plan(kept).plan.workspace_bytes == 3 * matrix);
static_assert(probe::plan(kept).sound());

// The first gap that is wide enough is taken: the row that is dead, before the product.
constexpr auto gaps = xs::let(xs::placeholder<"x", shape<32, 32>>, [](auto u) {
  return xs::let(xs::reduce_sum(u, xs::axis<0>), xs::matmul(u, u), [=](auto row, auto m) {
    return xs::let(xs::reduce_sum(m), xs::reduce_max(u),
                   [=](auto sum, auto top) { return xs::pack(sum, top, xs::softmax(row)); });
  });
});
static_assert(probe::plan(gaps).plan.workspace_bytes == 128 + matrix + 64);
static_assert(probe::plan(gaps).sound());

// ---- what lives in the same place, if anything was wrong -------------------------------------------------

constexpr auto diamond = xs::let(xs::placeholder<"x", shape<4, 4>>, [](auto u) {
  return xs::let(xs::softmax(u), [](auto a) {
    return xs::let(xs::matmul(a, a), xs::reduce_sum(a, xs::axis<0>, xs::keepdims), [=](auto b, auto c) {
      return xs::let(xs::matmul(b, a) + c, xs::log_softmax(b), [=](auto d, auto e) {
        return xs::pack(xs::reduce_mean(d * e - a), xs::argmax(d + b, xs::axis<1>),
                        xs::reshape(xs::exp(e) * c, shape<2, 8>));
      });
    });
  });
});
static_assert(probe::plan(diamond).sound());
static_assert(probe::fetch<"MatMul_1:0">(diamond).sound());

constexpr auto views = xs::let(xs::placeholder<"x", shape<2, 8>>, [](auto u) {
  return xs::let(xs::reshape(xs::softmax(u), shape<4, 4>), [=](auto a) {
    // The buffer behind `a` is read long after `a` itself was made.
    return xs::let(xs::matmul(xs::matmul(a, a), a),
                   [=](auto m) { return xs::matmul(xs::softmax(m), xs::identity(a)); });
  });
});
static_assert(probe::plan(views).sound());

template <std::size_t Units>
constexpr auto dense =
    [](auto u) { return xs::matmul(u, var<"kernel", u.shape()[1], Units>) + var<"bias", Units>; };
constexpr auto logits = [](auto u) {
  return u | xs::variable_scope<"l1">(dense<32>) | xs::relu | xs::variable_scope<"l2">(dense<16>) | xs::tanh |
         xs::variable_scope<"l3">(dense<16>) | xs::sigmoid | xs::variable_scope<"l4">(dense<5>);
};
constexpr auto training = xs::let(
    xs::placeholder<"x", shape<8, 10>>, xs::placeholder<"y", shape<8>, xs::dtype<int>>, [](auto u, auto y) {
      return xs::let(u | xs::variable_scope<"net">(logits), [=](auto z) {
        return xs::let(xs::reduce_mean(xs::sparse_softmax_cross_entropy_with_logits(y, z)), [=](auto loss) {
          return xs::pack(step(loss), xs::softmax(z), xs::argmax(z, xs::axis<1>));
        });
      });
    });
static_assert(probe::plan(training).sound());
static_assert(probe::fetch<"net/l4/add:0">(training).sound());
static_assert(probe::fetch<"GradientDescent">(training).sound());
// Inference needs two places: the widest activation twice.
static_assert(probe::fetch<"net/l4/add:0">(training).plan.workspace_bytes <= 2 * 8 * 32 * sizeof(float));

// Steps that look at each other's variables, in both directions.
constexpr auto adversaries =
    xs::let(var<"g", 8, 8>, var<"d", 8, 8>, xs::placeholder<"x", shape<8, 8>>, [](auto g, auto d, auto u) {
      return xs::let(xs::matmul(u, g), [=](auto fake) {
        return xs::let(xs::sigmoid(xs::matmul(fake, d)), [=](auto guess) {
          return xs::seq(step(xs::reduce_mean(xs::log(guess))),
                         step(-xs::reduce_mean(xs::log(1.0_c - guess))),
                         step(xs::reduce_mean(xs::square(xs::matmul(xs::identity(fake), g) - d))),
                         xs::reduce_sum(xs::matmul(fake, g) * guess + d));
        });
      });
    });
static_assert(probe::plan(adversaries).sound());
static_assert(probe::fetch<"GradientDescent_1">(adversaries).sound());
static_assert(probe::fetch<"GradientDescent_2">(adversaries).sound());

// Every element takes its own size; each buffer begins at a multiple of 64 bytes.
constexpr auto sizes = xs::let(xs::placeholder<"x", shape<3, 5>, xs::dtype<double>>, [](auto u) {
  return xs::let(xs::reduce_max(u, xs::axis<0>), xs::argmax(u, xs::axis<1>),
                 xs::cast(u, xs::dtype<std::uint8_t>), [](auto a, auto b, auto c) {
                   return xs::pack(xs::reduce_sum(a), xs::reduce_sum(b), xs::reduce_sum(c), a, b, c);
                 });
});
static_assert(probe::plan(sizes).sound());
static_assert(probe::plan(sizes).plan.workspace_bytes ==
              64 + 64 + 64 + 3 * 64);  // 40, 24 and 15 bytes, and three of one element

// What has no elements needs no memory.
static_assert(probe::plan(xs::relu(xs::placeholder<"x", shape<0, 3>>)).plan.workspace_bytes == 0);

}  // namespace memory

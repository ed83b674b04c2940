// SPDX-License-Identifier: BSD-3-Clause
// The operators of statements are found for every type that names a program: they must leave those alone.
#include <concepts>
#include <cstddef>
#include <iterator>
#include <memory>
#include <type_traits>
#include <vector>

#include <xscope/graph.hpp>

namespace {

namespace xs = xscope;

constexpr auto x = xs::placeholder<"x", xs::shape<3>>;
using statement = std::remove_const_t<decltype(x)>;
constexpr auto g = xs::graph(x | xs::relu);

/// What a user's class, or one of another library, looks like whose arguments name a program.
template <class... Programs>
struct foreign {
  int n = 0;
};
using holder = foreign<decltype(g), statement>;

template <class A, class B = A>
concept any_operator =
    requires(A a, B b) { a + b; } || requires(A a, B b) { a - b; } || requires(A a, B b) { a* b; } ||
    requires(A a, B b) { a / b; } || requires(A a, B b) { a < b; } || requires(A a, B b) { a <= b; } ||
    requires(A a, B b) { a > b; } || requires(A a, B b) { a >= b; } || requires(A a, B b) { a | b; };
template <class A>
concept any_unary = requires(A a) { -a; };
static_assert(any_operator<statement> && any_unary<statement>);
static_assert(!any_operator<holder> && !any_unary<holder>);
static_assert(!any_operator<holder, int> && !any_operator<int, holder> && !any_operator<double, holder>);
static_assert(!any_operator<holder, holder*> && !any_operator<holder*, holder>);
static_assert(!any_operator<decltype(g)> && !any_operator<decltype(g), int>);
static_assert(!any_operator<decltype(g.result())> && !any_operator<decltype(g.result()), int>);

// Operators of others come as they would without us: the builtin ones for pointers, those of std for
// iterators.
constexpr bool pointers_compare = [] {
  holder both[2]{};
  const holder* first = both;
  const holder* second = first + 1;
  return first < second && first <= second && second > first && second >= first && second - first == 1;
}();
static_assert(pointers_compare);
template <class Iterator>
concept random_access = requires(Iterator a, Iterator b) {
  { a - b } -> std::same_as<std::ptrdiff_t>;
  { a < b } -> std::same_as<bool>;
  { a >= b } -> std::same_as<bool>;
  { a + 1 } -> std::same_as<Iterator>;
};
static_assert(random_access<std::vector<holder>::iterator>);
static_assert(random_access<std::vector<std::unique_ptr<holder>>::iterator>);
static_assert(random_access<holder*> && std::random_access_iterator<std::vector<holder>::iterator>);

// A class that a program is only named in need not be complete.
template <class Program>
struct never_defined;
using unknown = never_defined<statement>;
static_assert(requires(unknown* a, unknown* b) { a < b; } && requires(unknown* a, unknown* b) { a >= b; });

}  // namespace

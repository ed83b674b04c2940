// SPDX-License-Identifier: BSD-3-Clause
// Sessions in the standard library's containers and handles.
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/session.hpp>

namespace {

namespace xs = xscope;

constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<2>> *
                             xs::get_variable<"w", xs::shape<2>, xs::initializer<xs::ones_initializer>>);
using session = decltype(xs::session{g});
constexpr std::array x{1.0F, 2.0F};

TEST_CASE("forks stand in a vector, one for each thread", "[session]") {
  session s{g};
  std::vector<session> forks;
  for (int i = 0; i < 3; ++i) forks.push_back(s.fork());
  forks.emplace_back(s.fork());
  forks.insert(forks.begin(), s.fork());
  forks.erase(forks.begin() + 1);
  s.variable<"w:0">()(1) = 5;
  CHECK(forks.size() == 4);
  CHECK(forks.end() - forks.begin() == 4);
  for (session& fork : forks) CHECK(fork.run(x)(1) == 10.0F);
  std::swap(forks[0], forks[1]);
  CHECK(forks[0].run(x)(0) == 1.0F);
}

TEST_CASE("handles of the standard library hold sessions", "[session]") {
  std::vector<std::unique_ptr<session>> owned;
  owned.push_back(std::make_unique<session>(g));
  owned.emplace_back(std::make_unique<session>(owned.front()->fork()));
  CHECK(owned[1]->run(x)(1) == 2.0F);
  CHECK(owned[0] != owned[1]);

  std::optional<session> perhaps;
  CHECK_FALSE(perhaps.has_value());
  perhaps.emplace(g);
  CHECK(perhaps->run(x)(0) == 1.0F);

  std::map<int, session> numbered;
  numbered.emplace(7, g);
  numbered.emplace(9, numbered.at(7).fork());
  CHECK(numbered.at(9).run(x)(1) == 2.0F);

  const auto shared = std::make_shared<session>(g);
  const std::reference_wrapper<session> referred = *shared;
  CHECK(referred.get().run(x)(1) == 2.0F);
  std::pair<session, int> pair{g, 3};
  std::tuple<session, session> both{shared->fork(), std::move(pair.first)};
  CHECK(std::get<1>(both).run(x)(1) == 2.0F);

  session many[2]{session{g}, session{g}};
  const session* const first = many;
  const session* const second = many + 1;
  CHECK(second - first == 1);
  CHECK(first < second);
}

TEST_CASE("sessions with inline storage stand in containers, too", "[session]") {
  using inline_session = decltype(xs::session{g, xs::inline_storage});
  std::vector<inline_session> list;
  list.emplace_back(g, xs::inline_storage);
  list.emplace_back(g, xs::inline_storage);
  list[1].variable<"w:0">()(0) = 3;
  list.erase(list.begin());
  CHECK(list.front().run(x)(0) == 3.0F);
}

}  // namespace

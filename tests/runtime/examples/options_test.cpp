// SPDX-License-Identifier: BSD-3-Clause
//
// The command line of the Fashion-MNIST example: what is taken, and that everything else is refused with
// status 2.

#include <initializer_list>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fashion_mnist/options.hpp"

namespace {

struct outcome {
  fashion::command_line line;
  std::string out;
  std::string err;
};

outcome parse(std::initializer_list<const char*> arguments) {
  std::vector<const char*> argv{"fashion_mnist"};
  argv.insert(argv.end(), arguments);
  const std::ostringstream out;
  const std::ostringstream err;
  auto* const old_out = std::cout.rdbuf(out.rdbuf());
  auto* const old_err = std::cerr.rdbuf(err.rdbuf());
  auto line = fashion::parse_command_line(static_cast<int>(argv.size()), argv.data());
  std::cout.rdbuf(old_out);
  std::cerr.rdbuf(old_err);
  return {std::move(line), out.str(), err.str()};
}

void require_refused(std::initializer_list<const char*> arguments, const std::string& reason) {
  const outcome got = parse(arguments);
  INFO(got.err);
  CHECK_FALSE(got.line.chosen.has_value());
  CHECK(got.line.status == 2);
  CHECK(got.out.empty());
  CHECK_THAT(got.err, Catch::Contains(reason));
}

}  // namespace

TEST_CASE("defaults", "[options]") {
  const outcome got = parse({});
  REQUIRE(got.line.chosen.has_value());
  CHECK(got.line.chosen->data == "/usr/share/datasets/fashion-mnist");
  CHECK(got.line.chosen->epochs == 10);
  CHECK(got.line.chosen->seed == 1);
  CHECK(got.line.chosen->batch == 64);
  CHECK_FALSE(got.line.chosen->save.has_value());
}

TEST_CASE("all options", "[options]") {
  const outcome got = parse({"--data", "/some where", "--epochs=1000", "--seed", "18446744073709551615",
                             "--batch", "256", "--save", "a b/c"});
  REQUIRE(got.line.chosen.has_value());
  CHECK(got.line.chosen->data == "/some where");
  CHECK(got.line.chosen->epochs == 1000);
  CHECK(got.line.chosen->seed == 18446744073709551615U);
  CHECK(got.line.chosen->batch == 256);
  CHECK(got.line.chosen->save == "a b/c");
}

TEST_CASE("help", "[options]") {
  const outcome got = parse({"--help"});
  CHECK_FALSE(got.line.chosen.has_value());
  CHECK(got.line.status == 0);
  CHECK(got.err.empty());
  for (const char* text : {"--data", "--epochs", "--seed", "--batch", "--save", "32, 64, 128 or 256"}) {
    CHECK_THAT(got.out, Catch::Contains(text));
  }
}

TEST_CASE("batch sizes that are not compiled in", "[options]") {
  for (const char* text :
       {"0", "-3", "1000000", "abc", "100", "", "64.0", "0x40", "064x", "99999999999999999999"}) {
    require_refused({"--batch", text}, "choose 32, 64, 128 or 256");
  }
}

TEST_CASE("other mistakes", "[options]") {
  for (const char* text : {"0", "1001", "-1", "many", "1e3", ""})
    require_refused({"--epochs", text}, "from 1 to 1000");
  for (const char* text : {"-1", "0.5", "x", "18446744073709551616"})
    require_refused({"--seed", text}, "is not a seed");
  require_refused({"--save", ""}, "is not a folder");
  require_refused({"--save="}, "--save");
  require_refused({"--save"}, "--save");
  require_refused({"--save", "a", "--save", "b"}, "--save");
  require_refused({"--epochs"}, "--epochs");
  require_refused({"--epochs", "1", "--epochs", "2"}, "--epochs");
  require_refused({"--speed", "9"}, "--speed");
  require_refused({"extra"}, "extra");
}

// SPDX-License-Identifier: BSD-3-Clause
// Built with -fno-exceptions and -fno-rtti. What would be thrown is a sentence for a handler, or for stderr
// before the program is aborted.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include <xscope/io/load.hpp>
#include <xscope/io/save.hpp>
#include <xscope/layers.hpp>
#include <xscope/session.hpp>
#include <xscope/xscope.hpp>

namespace xs = xscope;

namespace {

inline constexpr auto g =
    xs::graph(xs::placeholder<"x", xs::shape<2, 3>> | xs::layers::dense<4, xs::name<"hidden">> | xs::softmax);

[[noreturn]] void leave(bool well) {
  std::fflush(nullptr);
  std::_Exit(well ? 0 : 1);
}

// The mistakes that a program can be told of only while it runs.
template <class Session>
void feed_wrongly(Session& s) {
  xt::xtensor<float, 2> wrong = xt::zeros<float>({3, 2});
  s.run(wrong);
}
template <class Session>
void load_what_is_not_there(Session& s) {
  xs::load(s, "/nowhere/model.npz");
}

const char* expected = "";
void handler(const char* sentence) {
  std::printf("handled: %s\n", sentence);
  leave(std::strstr(sentence, expected) != nullptr);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  xs::session s{g};
  xt::xtensor<float, 2> x = xt::ones<float>({2, 3});
  if (const auto& y = s.run(x); !(y(0, 0) > 0 && y(0, 0) < 1)) return 1;
  std::signal(SIGABRT, [](int) { leave(true); });

  if (what == "feed") {
    expected = "shape (3, 2) was given, but (2, 3) is needed";
    xs::set_failure_handler(handler);
    feed_wrongly(s);
  } else if (what == "load") {
    expected = "/nowhere/model.npz";
    if (xs::set_failure_handler(handler) != nullptr || xs::set_failure_handler(handler) != handler) return 1;
    load_what_is_not_there(s);
  } else if (what == "abort") {
    feed_wrongly(s);
  } else {
    return 0;
  }
  return 1;
}

// SPDX-License-Identifier: BSD-3-Clause
// What TensorBoard shows of a training: the graph, the loss, how the errors are spread, a note.
#include <array>
#include <filesystem>
#include <iostream>
#include <xscope/io/write_graph.hpp>
#include <xscope/session.hpp>
namespace xs = xscope;

inline constexpr auto line = xs::variable_scope<"line">([](auto x) {
  return x * xs::get_variable<"slope", xs::shape<>> + xs::get_variable<"offset", xs::shape<>>;
});
inline constexpr auto fit =
    xs::let(xs::placeholder<"x", xs::shape<4>>, xs::placeholder<"y", xs::shape<4>>, [](auto x, auto y) {
      return xs::let((x | line) - y, [](auto errors) {
        return xs::let(xs::reduce_mean(xs::square(errors)), [&](auto loss) {
          return xs::seq(xs::minimize<xs::gradient_descent_optimizer<0.1f>>(loss), xs::pack(loss, errors));
        });
      });
    });
inline constexpr auto g = xs::graph(fit);

int main() try {
  std::filesystem::remove_all("08_logs");  // or an older training is shown as well
  xs::write_graph("08_logs", g);
  xs::summary_writer writer("08_logs");
  xs::session s{g};
  for (int step = 0; step < 100; ++step) {
    const auto [loss, errors] = s.run(std::array{0.f, 1.f, 2.f, 3.f}, std::array{1.f, 3.f, 5.f, 7.f});
    writer.add_scalar("loss", loss(), step);
    if (step % 10 == 0) writer.add_histogram("errors", errors, step);
  }
  writer.add_text("notes", "a line through *four* points", 0);
  writer.flush();  // so that what cannot be written is heard of
  std::cout << "tensorboard --logdir 08_logs\n";
} catch (const xs::io::error& e) {
  std::cerr << e.what() << '\n';
  return 1;
}

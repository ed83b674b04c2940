// SPDX-License-Identifier: BSD-3-Clause
// What the benchmarks share: comparisons of several sides that compute the same, and the data they compute
// on.
//
//   const bench::family products{[] {
//     bench::comparison c("product", expected, 1e-5);
//     c.side("Eigen", [&x, &y] { y.noalias() = ...; return y.data(); });
//     c.side("xscope", [&s, &x] { return s.run(x).data(); });
//     c.target("Eigen", 1.0);
//   }};
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace bench {

/// How xscope's time is to stand to that of another side.
struct goal {
  std::string side;
  double ratio;
};

/// One comparison as the driver sees it.
struct record {
  std::string name;
  double per = 1;                  // the time of a call is divided by this many samples
  std::vector<std::string> sides;  // in the order of the table
  std::vector<double> scale;       // a side's time is multiplied by this where it does less work
  std::vector<goal> goals;
};

std::vector<record>& records();
bool is_wanted(const std::string& comparison);
/// Whether a side's numbers are those that the scalar reference gives; if not, says where.
bool matches(const std::string& side, const float* got, std::span<const double> want, double tolerance);

/// Comparisons that one file makes; they are made when the program starts.
struct family {
  explicit family(std::function<void()> make);
};

/// The side that is judged.
inline constexpr const char* ours = "xscope";

/// Sides that compute the same numbers.
class comparison {
 public:
  comparison(std::string name, std::vector<double> expected, double tolerance, double per = 1)
      : expected_(std::make_shared<std::vector<double>>(std::move(expected))),
        tolerance_(tolerance),
        wanted_(is_wanted(name)),
        index_(records().size()) {
    if (wanted_) records().push_back({std::move(name), per, {}, {}, {}});
  }

  /// Adds a side. `run` computes everything once and says where the result begins. Its loop is the only place
  /// where it is inlined: the run that is checked is the code that is timed.
  template <class Run>
  void side(std::string name, Run run, double scale = 1) {
    add(std::move(name), run, scale, expected_);
  }

  /// Adds a side that computes something else, as a mark.
  template <class Run>
  void mark(std::string name, Run run, double scale) {
    add(std::move(name), run, scale, std::make_shared<std::vector<double>>());
  }

  void target(std::string side, double ratio) {
    if (wanted_) records()[index_].goals.push_back({std::move(side), ratio});
  }

 private:
  template <class Run>
  void add(std::string name, Run run, double scale, std::shared_ptr<std::vector<double>> expected) {
    if (!wanted_) return;
    record& r = records()[index_];
    const std::string full = r.name + " | " + name;
    r.sides.push_back(std::move(name));
    r.scale.push_back(scale);
    const auto loop = [run, full, expected, tolerance = tolerance_](benchmark::State& state) {
      const float* result = nullptr;
      for (auto _ : state) {
        result = run();
        benchmark::DoNotOptimize(result);
        benchmark::ClobberMemory();
      }
      if (!matches(full, result, *expected, tolerance)) state.SkipWithError("wrong result");
    };
    benchmark::RegisterBenchmark(full.c_str(), loop);
  }

  std::shared_ptr<std::vector<double>> expected_;
  double tolerance_;
  bool wanted_;
  std::size_t index_;
};

/// An object that lives as long as the program, whose contents the compiler cannot know.
template <class T, class... A>
T& keep(A&&... arguments) {
  T* p = new T(std::forward<A>(arguments)...);
  benchmark::DoNotOptimize(p);
  return *p;
}

/// Numbers at an address that suits vectors; they live as long as the program.
inline float* numbers(std::size_t n) {
  constexpr std::size_t alignment = 64;
  float* p = static_cast<float*>(::operator new(n * sizeof(float), std::align_val_t{alignment}));
  for (std::size_t i = 0; i < n; ++i) p[i] = 0;
  benchmark::DoNotOptimize(p);
  return p;
}

/// The same, filled with draws between two bounds. Equal seeds give equal numbers.
inline float* random(std::size_t n, float low, float high, unsigned seed) {
  float* p = numbers(n);
  std::uint64_t state = seed * 0x9E3779B97F4A7C15U + 1;
  for (std::size_t i = 0; i < n; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;  // Knuth's MMIX
    p[i] = low + (high - low) * static_cast<float>(state >> 40) * 0x1p-24F;
  }
  return p;
}

/// Copies numbers into a container of a peer's, or a variable of a session's.
template <class Container>
void fill(Container&& to, const float* from) {
  const auto n = static_cast<std::size_t>(to.size());
  float* p = to.data();
  for (std::size_t i = 0; i < n; ++i) p[i] = from[i];
}

}  // namespace bench

// SPDX-License-Identifier: BSD-3-Clause
// Runs all comparisons in rounds. In each round the sides of a comparison run once, in random order, and
// give ratios; the table has the medians over the rounds. The first round only checks the results.
//
// usage: runtime [--rounds=N] [--results=FILE] [--benchmark_filter=REGEX] [--benchmark_min_time=SECONDS]
//   REGEX selects comparisons by their name; FILE gets the table as tab-separated values
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include <cblas.h>

#include "comparison.hpp"

namespace bench {

namespace {

std::vector<std::function<void()>>& families() {
  static std::vector<std::function<void()>> all;
  return all;
}

/// The times of one round, by the names of the sides.
class collector : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.error_occurred) {
        std::cerr << run.benchmark_name() << ": " << run.error_message << '\n';
        std::exit(1);
      }
      times[run.benchmark_name()] = run.GetAdjustedCPUTime();
    }
  }
  std::map<std::string, double> times;
};

/// The value below which that part of the values lies.
double quantile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  const double at = part * static_cast<double>(values.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  const std::size_t high = std::min(low + 1, values.size() - 1);
  return values[low] + (values[high] - values[low]) * (at - std::floor(at));
}

/// A regular expression that finds the text; what would mean something else stands for any character.
std::string pattern_of(std::string text) {
  for (char& c : text) {
    if (std::string_view(".^$|()[]{}*+?\\").find(c) != std::string_view::npos) c = '.';
  }
  return text;
}

/// One line of the table: a side, its time, and how xscope's stands to it.
struct line {
  std::string side;
  double time = 0;
  bool has_ratio = false;
  double ratio = 0;
  double low = 0;  // the middle half of the rounds
  double high = 0;
  double goal = 0;  // 0: none

  const char* verdict() const {
    if (goal == 0 || !has_ratio) return "";
    if (ratio <= goal) return "met";
    return low <= goal ? "even" : "missed";
  }
};

std::vector<line> measure(const record& r, int rounds) {
  std::map<std::string, std::vector<double>> times;
  const std::string pattern = "^" + pattern_of(r.name + " | ");
  for (int round = 0; round <= rounds; ++round) {
    collector results;
    benchmark::RunSpecifiedBenchmarks(&results, pattern);
    if (round == 0) continue;
    for (std::size_t i = 0; i < r.sides.size(); ++i)
      times[r.sides[i]].push_back(results.times.at(r.name + " | " + r.sides[i]) * r.scale[i] / r.per);
  }
  std::vector<line> out;
  const auto own = times.find(ours);
  for (const std::string& side : r.sides) {
    line l;
    l.side = side;
    l.time = quantile(times[side], 0.5);
    for (const goal& g : r.goals) {
      if (g.side == side) l.goal = g.ratio;
    }
    if (own != times.end() && side != ours) {
      std::vector<double> ratios;
      for (std::size_t i = 0; i < times[side].size(); ++i) ratios.push_back(own->second[i] / times[side][i]);
      l.has_ratio = true;
      l.ratio = quantile(ratios, 0.5);
      l.low = quantile(ratios, 0.25);
      l.high = quantile(ratios, 0.75);
    }
    out.push_back(l);
  }
  return out;
}

void print(const record& r, const std::vector<line>& lines) {
  std::printf("%s\n", r.name.c_str());
  for (const line& l : lines) {
    std::printf("  %-28s %13.2f ns", l.side.c_str(), l.time);
    if (l.has_ratio) std::printf("   xscope / it %6.2f (%.2f to %.2f)", l.ratio, l.low, l.high);
    if (l.goal != 0) std::printf("   target %.2f %s", l.goal, l.verdict());
    std::printf("\n");
  }
  std::fflush(stdout);
}

/// Comparison, side, nanoseconds, ratio, its lower and upper quartile, target, verdict.
void write(std::ostream& to, const record& r, const std::vector<line>& lines) {
  for (const line& l : lines) {
    to << r.name << '\t' << l.side << '\t' << l.time << '\t';
    if (l.has_ratio) to << l.ratio << '\t' << l.low << '\t' << l.high << '\t';
    else to << "\t\t\t";
    if (l.goal != 0) to << l.goal;
    to << '\t' << l.verdict() << std::endl;
  }
}

std::regex& filter() {
  static std::regex pattern(".");
  return pattern;
}

/// The value of an argument "--name=value", which is taken out of the list, or nothing.
const char* take(int& argc, char** argv, std::string_view name) {
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]).substr(0, name.size()) != name) continue;
    const char* value = argv[i] + name.size();
    std::copy(argv + i + 1, argv + argc + 1, argv + i);
    --argc;
    return value;
  }
  return nullptr;
}

}  // namespace

std::vector<record>& records() {
  static std::vector<record> all;
  return all;
}

bool is_wanted(const std::string& comparison) { return std::regex_search(comparison, filter()); }

bool matches(const std::string& side, const float* got, std::span<const double> want, double tolerance) {
  for (std::size_t i = 0; i < want.size(); ++i) {
    const double scale = std::max(1.0, std::abs(want[i]));
    if (std::abs(got[i] - want[i]) <= tolerance * scale) continue;  // false for NaN
    std::cerr << side << ": element " << i << " is " << got[i] << ", not " << want[i] << '\n';
    return false;
  }
  return true;
}

family::family(std::function<void()> make) { families().push_back(std::move(make)); }

}  // namespace bench

int main(int argc, char** argv) {
  using namespace bench;
  openblas_set_num_threads(1);
  const char* rounds_text = take(argc, argv, "--rounds=");
  const char* file = take(argc, argv, "--results=");
  const int rounds = rounds_text != nullptr ? std::atoi(rounds_text) : 15;
  if (const char* pattern = take(argc, argv, "--benchmark_filter=")) filter() = std::regex(pattern);

  // The user's own flags come last, so that they win.
  char interleave[] = "--benchmark_enable_random_interleaving=true";
  char min_time[] = "--benchmark_min_time=0.02";
  std::vector<char*> arguments{argv[0], interleave, min_time};
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data()) || rounds < 1) return 2;

  for (const auto& make : families()) make();
  std::ofstream results;
  if (file != nullptr) results.open(file);
  for (const record& r : records()) {
    const std::vector<line> lines = measure(r, rounds);
    print(r, lines);
    if (file != nullptr) write(results, r, lines);
  }
  return 0;
}

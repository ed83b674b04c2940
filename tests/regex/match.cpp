// SPDX-License-Identifier: BSD-3-Clause
// Reads lines "PATTERN<tab>NAME<tab>NAME..." and writes what the library says of each: for a pattern that it
// refuses "-" and why, otherwise a digit for each name: 0 no, 1 yes, 2 endless. (\n within a pattern or a
// name is written as a form feed.)
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>
#include <xscope/naming/regex_match.hpp>
#include <xscope/naming/regex_parser.hpp>

int main() {
  namespace naming = xscope::naming;
  std::string line;
  while (std::getline(std::cin, line)) {
    std::replace(line.begin(), line.end(), '\f', '\n');
    std::string_view rest = line;
    const auto field = [&] {
      const std::string_view out = rest.substr(0, rest.find('\t'));
      rest.remove_prefix(std::min(rest.size(), out.size() + 1));
      return out;
    };
    const std::string_view text = field();
    // Exactly as much room as the library gives: a sanitizer watches it.
    std::vector<naming::regex_instruction> code(4 * text.size() + 1);
    std::vector<naming::regex_item> items(text.size() + 1);
    std::vector<naming::regex_group> groups(text.size() + 1);
    const naming::regex pattern =
        naming::regex_parser<>(text, code.data(), items.data(), groups.data()).read();
    if (!pattern.ok()) {
      std::cout << "-`" << pattern.piece << "` " << pattern.wrong << '\n';
      continue;
    }
    for (bool more = true; more;) {
      more = rest.find('\t') != std::string_view::npos;
      std::cout << static_cast<int>(naming::match(pattern, field()));
    }
    std::cout << '\n';
  }
}

// SPDX-License-Identifier: BSD-3-Clause
// Regular expressions at compile time: one of each kind, and what is refused. tests/regex compares thousands
// with Python's.
#include <string_view>
#include <xscope/naming/fixed_string.hpp>
#include <xscope/naming/regex_match.hpp>
#include <xscope/naming/regex_parser.hpp>

namespace {

using xscope::fixed_string;
namespace naming = xscope::naming;

template <fixed_string Text>
struct text {
  static constexpr std::string_view view() { return Text.view(); }
};
template <fixed_string Pattern>
constexpr const naming::regex& regex = naming::regex_of<text<Pattern>>::value;

/// What re.match(pattern, name) says.
template <fixed_string Pattern>
constexpr bool matches(std::string_view name) {
  return naming::match(regex<Pattern>, name) == naming::regex_answer::yes;
}
/// What is refused, and why.
template <fixed_string Pattern>
constexpr bool refused(std::string_view piece, std::string_view why) {
  return regex<Pattern>.piece == piece && regex<Pattern>.wrong == why;
}

// From the beginning, not to the end.
static_assert(matches<"gen">("gen/w:0") && matches<"">("gen/w:0") && !matches<"en">("gen/w:0"));
static_assert(matches<"gen/w:0$">("gen/w:0") && !matches<"gen/w$">("gen/w:0"));
static_assert(matches<"g.n/">("gen/w") && matches<R"(g\.n/)">("g.n/w") && !matches<R"(g\.n/)">("gen/w"));
static_assert(matches<"">("") && !matches<"a">(""));

// Alternatives, groups.
static_assert(matches<"(gen|disc)/">("disc/w") && !matches<"(gen|disc)/">("d/w"));
static_assert(matches<"(?:gen)/w">("gen/w") && matches<"a||b">("c"));
static_assert(matches<R"((\w)\1)">("aa") && !matches<R"((\w)\1)">("ab"));
static_assert(matches<"(?P<a>g)(?P=a)">("gg") && matches<"(?i)(a)\\1">("aA"));
static_assert(matches<"(a)?(?(1)b|c)">("ab") && matches<"(a)?(?(1)b|c)">("c") &&
              !matches<"(a)?(?(1)b|c)">("b"));

// Looks ahead and back.
static_assert(!matches<"(?!gen)">("gen/w") && matches<"(?!gen)">("disc/w"));
static_assert(matches<".*/(?=kernel)">("a/kernel:0") && !matches<".*/(?=kernel)">("a/bias:0"));
static_assert(matches<".*(?<!bias):0">("a/kernel:0") && !matches<".*(?<!bias):0">("a/bias:0"));
static_assert(matches<"ab(?<=ab)c">("abc"));

// Repetitions: as often as it goes, as seldom, never less.
static_assert(matches<"d2{1,2}/">("d2/w") && matches<"d2{1,2}/">("d22/w") && !matches<"d2{1,2}/">("d222/w"));
static_assert(matches<"a{2}$">("aa") && !matches<"a{2}$">("a") && matches<"a{x">("a{x"));
static_assert(matches<"(ab){,2}$">("abab") && !matches<"(ab){,2}$">("ababab") &&
              matches<"(ab){2,}$">("ababab"));
static_assert(matches<"([^/]*/)*kernel">("a/b/kernel:0") && matches<".*?b">("aab") && !matches<"a*+a">("aa"));
static_assert(matches<"(a*)*b">("aab") && matches<"(?>a|ab)c">("ac") && !matches<"(?>a|ab)c">("abc"));

// Classes.
static_assert(matches<"[g|d]">("|") && matches<R"([\w]+/)">("gen_1/w") && !matches<R"([\w]+/)">("a-b/w"));
static_assert(matches<"[a-c-]+$">("b-") && matches<"[]a]">("]") && matches<"[^]a]">("b") &&
              !matches<R"([^\d])">("1"));
static_assert(matches<R"(\W\s)">("- ") && matches<R"([\x61-\143])">("b") && matches<"[^\u00e9]">("e"));

// Places and flags.
static_assert(matches<R"(\Agen\b/)">("gen/w") && !matches<R"(gen\b)">("gene") && matches<R"(gen\B)">("gene"));
static_assert(matches<"a$">("a\n") && !matches<R"(a\Z)">("a\n") && matches<"(?m)a$\n^b">("a\nb"));
static_assert(matches<"(?i)GEN">("gen") && matches<"(?i:G)en">("gen") && !matches<"(?i:G)EN">("gen"));
static_assert(!matches<"a.">("a\n") && matches<"(?s)a.">("a\n") && matches<"(?x) a b # c">("ab"));

// A mistake is told with its piece.
static_assert(refused<"(gen|">("(gen|", "has no closing parenthesis"));
static_assert(refused<"gen)">(")", "closes no parenthesis"));
static_assert(refused<"a(?P=x)b">("(?P=x)", "asks for a group that is not there"));
static_assert(refused<"a**">("*", "repeats what is repeated already"));
static_assert(refused<"*a">("*", "has nothing to repeat"));
static_assert(refused<"a[b-a]">("b-a", "is no range"));
static_assert(refused<"(?<=a*)b">("(?<=a*)", "looks back over pieces of different lengths"));
static_assert(refused<R"(a\q)">(R"(\q)", "means nothing"));
static_assert(refused<R"(\N{DIGIT ONE})">(R"(\N)", "is the name of a character, which only Python knows"));
static_assert(refused<"a(?i)b">("(?i)", "sets flags for all, but does not stand at the beginning"));

// What would be tried for ever is given up.
static_assert(naming::match(regex<"(a|a|b)*c">, "aaaaaaaaaaaaaaaaaaaaaaaa") == naming::regex_answer::endless);

}  // namespace

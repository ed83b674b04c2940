#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Compare the library's regular expressions with Python's `re`: random patterns, random names.

usage: check_regex.py [--seed N] [--patterns N] PROGRAM

PROGRAM is match.cpp. What Python refuses the library refuses, what Python takes the library takes, and both say the
same of each name.
"""

import argparse
import random
import re
import subprocess
import sys
import warnings

# As a person would write them, and what is easily wrong.
PATTERNS = r"""
(gen|disc)/
(?!gen)
d2{1,2}/
(?:gen)/w
[g|d]
[\w]+/
(?P<a>g)(?P=a)
(?<=a)b
(?<!a)b
a(?<=a)b
.*(?<!bias):0
a{,2}b
a{2}
a{,}
a{x
a{}
{
a|
|a
()
()*a
(a*)*b
(a*)+
(a|b)*?/
a??b
a*+a
(?>a*)a
(?>a|ab)/
(?:a|ab){2}+/
(a)?(?(1)b|c)
(?(1)a|b)(a)
(a)(?(1)b|c|d)
(?i)AB
(?i:A)b
(?-i:A)b
(?i)A(?-i:B)
(?s).
(?m)^a$
(?x) a b # c
(?x)a [ ] b
(?a)\w
(?L)a
(?au)a
(?a)(?u)a
a(?i)b
(?i)(?s)a
(?#comment)(?i)A
(?#comment
(?i
(?iz)a
(?z)a
(?
(
)
a)
(a
[a
[]a]
[^]a]
[]
[a-]
[-a]
[a-c-e]
[\w-a]
[a-\w]
[b-a]
[\b]
[\B]
[\A]
[\d\D]
[^\w]
[\1]
[\8]
[\400]
\0
\1
(a)\1
(a\1)
(a)\2
(a)\12
\141
\400
\08
\x61
\x6
\u0061
\U00000061
\U00110000
\N{DIGIT ONE}
\q
\.
\Aa
a\Z
\ba
a\b
\B
a\B
^*
$+
\b*
*
+a
a**
a*?
a*??
a+*
a++
a?+
a{2}{3}
(?:a{2}){3}
(?=a)*a
(?P<1>a)
(?P<a>a)(?P<a>b)
(?P<a
(?P<>a)
(?P=b)
(?P>b)
(?Px)
(?<a>b)
(?<=a|bb)c
(?<=a*)b
(?<=(a)\1)b
(a)(?<=\1)b
(?<=a(?=b))b
(?<!a|b)c
(?(0)a)
(?(x)a)
(?()a)
(?(1)a
(a)(?(1))
(a)(?(1)|b)b
(?P<x>a)?(?(x)b|c)
(?!)
(?=)
a(?!)|b
(?:)
(?:){3}
a{0}b
(a|b|ab)*?c
(?:(a)|b)*\1
(?i)\x4b
(?i)[K-L]
(?i)[^a-c]
(?i)ı
(?i)[à-ſ]
(?ia)ſ
é
[^é]
.*a.*b.*a
([^/]*/)*kernel
(?:[^/]+/){2}
(?:a|(?=b)b)+
(?:a(?=b)|b)*c
(?:(?!b)\w)*b
a{4294967295}
a{4294967294,}
a{1,0}
(?-)a
(?-i)a
(?i-i:a)
(?i-:a)
(?i-a:a)
(?s-i:a.)
""".strip("\n").split("\n")
NAMES = ["", "a", "b", "aa", "ab", "ba", "A", "AB", "aB", "abc", "c", "gen/w:0", "gene/w", "disc/w:0", "d2/w:0", "d22/",
         "w/gen", "a/b/kernel:0", "a/bias:0", "a\n", "a\nb", "\n", "s", "S", "k", "K", "i", "-", "]", "^", "1", "_", "aab/",
         "{", "a{x", "abab/", "|a", "a b", "."]

ATOMS = list("abcAB/_1.") + [r"\w", r"\d", r"\s", r"\W", r"\D", r"\S", r"\.", ".", "[ab]", "[^a]", "[a-c]", r"[\w/]", r"[^\d/]",
                             "[^/]", "[]a]", r"[\Wa]", "a", "b", "a", "b", r"\x61", r"\142"]
PLACES = ["^", "$", r"\A", r"\Z", r"\b", r"\B"]
TIMES = ["*", "+", "?", "{2}", "{1,2}", "{0,1}", "{,2}", "{2,}", "{0}", "{,}"]
NOISE = list("ab()[]{}|*+?\\^$.-,:=!<>#PIi12/") + ["(?", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?P<a>", "(?P=a)", "(?(1)", r"\1"]


class Writer:
    """A random pattern; mostly one that Python takes."""

    def __init__(self, random):
        self.random = random
        self.closed = []  # groups that can be asked for
        self.count = 0

    def alternatives(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.random.choice([1, 1, 1, 2, 3])))

    def sequence(self, depth):
        return "".join(self.repeated(depth) for _ in range(self.random.choice([0, 1, 1, 2, 2, 3, 4])))

    def repeated(self, depth):
        r = self.random
        if r.random() < 0.07:
            return r.choice(PLACES)
        # Python 3.11 has faults with possessive repetitions of more than a character.
        if r.random() < 0.08:
            return r.choice(ATOMS) + r.choice(TIMES) + "+"
        piece = self.piece(depth)
        if r.random() < 0.35:
            piece += r.choice(TIMES) + r.choice(["", "", "?"])
        return piece

    def piece(self, depth):
        r = self.random
        if depth == 0 or r.random() < 0.55:
            return r.choice(ATOMS)
        kind = r.randrange(12)
        # What a group holds that is within something that was given up differs between Python's versions: where that
        # can happen there are no groups.
        if kind < 4:
            self.count += 1
            number = self.count
            inside = self.alternatives(depth - 1)
            self.closed.append(number)
            return f"({inside})"
        if kind < 6:
            return f"(?:{self.alternatives(depth - 1)})"
        if kind == 6:
            return self.without_groups(r.choice(["(?=", "(?!", "(?>", "(?i:", "(?s:", "(?-i:"]), depth)
        if kind == 7:
            return r.choice(["(?<=", "(?<!"]) + "".join(r.choice(ATOMS) for _ in range(r.choice([0, 1, 1, 2]))) + ")"
        if kind == 8 and self.closed:
            return f"\\{r.choice(self.closed)}" + r.choice(["", "(?#x)"])
        if kind == 9 and self.closed:
            number = r.choice(self.closed)
            return f"(?({number}){self.sequence(depth - 1)}|{self.sequence(depth - 1)})"
        if kind == 10:
            return "(?#x)"
        return r.choice(ATOMS)

    def without_groups(self, opening, depth):
        inside = Writer(self.random).alternatives(depth - 1)
        inside = re.sub(r"\((?!\?)", "(?:", re.sub(r"\\\d|\(\?\(\d\)", "(?:" if "(?(" in inside else "", inside))
        return f"{opening}{inside})"


def random_pattern(r):
    if r.random() < 0.25:
        return "".join(r.choice(NOISE) for _ in range(r.randrange(1, 9)))
    return r.choice(["", "", "", "", "(?i)", "(?s)", "(?m)", "(?x)"]) + Writer(r).alternatives(r.choice([1, 2, 2, 3]))


def random_name(r):
    return "".join(r.choice("aabbcAB/_1.") for _ in range(r.randrange(0, 8))) + r.choice(["", "", "", "\n"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patterns", type=int, default=4000)
    options = parser.parse_args()
    r = random.Random(options.seed)
    warnings.simplefilter("ignore")

    cases = [(p, NAMES) for p in PATTERNS]
    while len(cases) < len(PATTERNS) + options.patterns:
        pattern = random_pattern(r)
        # What separates fields is no part of them; what multiplies too often takes Python too long.
        if not re.search(r"[\t\f]", pattern) and len(re.findall(r"[*+]|,\}", pattern)) <= 6:
            cases.append((pattern, [random_name(r) for _ in range(12)]))

    lines = ["\t".join([pattern, *names]).replace("\n", "\f") for pattern, names in cases]
    run = subprocess.run([options.program], input="\n".join(lines) + "\n", stdout=subprocess.PIPE, text=True, check=True)
    answers = run.stdout.split("\n")[:-1]
    assert len(answers) == len(cases), run.stdout[-500:]

    wrong = refused = matched = endless = 0
    for (pattern, names), answer in zip(cases, answers):
        try:
            compiled = re.compile(pattern)
            expected = "".join("1" if compiled.match(name) else "0" for name in names)
        except (re.error, OverflowError, ValueError) as error:
            expected = None
            why = error
        if expected is None or r"\N" in pattern:
            refused += 1
            if not answer.startswith("-"):
                wrong += 1
                print(f"{pattern!r}: Python refuses it ({why}), the library answers {answer}")
            continue
        endless += answer.count("2")
        matched += expected.count("1")
        for name, theirs, ours in zip(names, expected, answer if not answer.startswith("-") else "-" * len(names)):
            if ours not in (theirs, "2"):
                wrong += 1
                print(f"{pattern!r} and {name!r}: {theirs} is right, the library says {answer if ours == '-' else ours}")
                break
    print(f"{len(cases)} patterns: {refused} refused by both, {matched} matches, {endless} endless, {wrong} wrong")
    # Otherwise the random patterns test nothing.
    few = refused < len(cases) // 20 or matched < len(cases) or endless > len(cases) // 100
    return 1 if wrong or few else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The table of ratios, from the results of one or more compilers.

    bench/runtime/table.py [--markdown] [--targets] "GCC 12=gcc.tsv" "Clang 19=clang.tsv"

A ratio is xscope's time to that of the side it stands against. One that misses its target is marked: with
`*` in bold; `~` where the middle half of the rounds reaches down to the target. --targets leaves out the sides
that have none.
"""
import argparse
import csv


def duration(ns):
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def ratio(row, markdown):
    """What a compiler's cell says of a side."""
    if not row or not row["ratio"]:
        return "–"
    text = f"{float(row['ratio']):.2f}"
    if row["verdict"] == "even":
        return text + " ~"
    if row["verdict"] == "missed":
        return f"**{text}**" if markdown else text + " *"
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--targets", action="store_true")
    parser.add_argument("results", nargs="+", metavar="NAME=FILE")
    options = parser.parse_args()

    fields = ["comparison", "side", "ns", "ratio", "low", "high", "target", "verdict"]
    compilers, found, order = [], {}, []
    for result in options.results:
        compiler, path = result.split("=", 1)
        compilers.append(compiler)
        with open(path, encoding="utf-8") as f:
            for row in csv.DictReader(f, fields, delimiter="\t"):
                key = (row["comparison"], row["side"])
                if key not in order:
                    order.append(key)
                found[compiler, *key] = row

    lines = [["", *(f"xscope, {c}" for c in compilers), "against", "at most", *compilers]]
    last = None
    for comparison, side in order:
        rows = [found.get((c, comparison, side)) for c in compilers]
        target = next((r["target"] for r in rows if r and r["target"]), "")
        if side == "xscope" or (options.targets and not target):
            continue
        own = [found.get((c, comparison, "xscope")) for c in compilers]
        head = [comparison, *(duration(float(o["ns"])) if o else "–" for o in own)]
        lines.append([*(head if comparison != last else [""] * len(head)), side,
                      f"{float(target):.2f}" if target else "", *(ratio(r, options.markdown) for r in rows)])
        last = comparison

    if options.markdown:
        numbers = [*range(1, 1 + len(compilers)), *range(2 + len(compilers), len(lines[0]))]
        rule = ["---:" if i in numbers else "---" for i in range(len(lines[0]))]
        for line in [lines[0], rule, *lines[1:]]:
            print("|" + "|".join(f" {cell} " if cell else "" for cell in line) + "|")
    else:
        widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
        for line in lines:
            print("  ".join(cell.ljust(w) for cell, w in zip(line, widths)).rstrip())
    missed = sum(1 for r in found.values() if r["verdict"] == "missed")
    reached = sum(1 for r in found.values() if r["verdict"] in ("met", "even"))
    if not options.markdown:
        print(f"\n{reached} targets met, {missed} missed")


if __name__ == "__main__":
    main()

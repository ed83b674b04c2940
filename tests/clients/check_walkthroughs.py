#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that the programs of others that README.md shows run with those of xscope that it shows, and print what it says.

usage: check_walkthroughs.py README INSTALLED FASHION_MNIST COMPILER...
FASHION_MNIST is the example as a program.
"""

import pathlib
import re
import sys
import tempfile

import check_fashion
import client

sys.path.append(str(client.HERE.parent / "readme"))
import check_readme

# Of numbers: those of another processor are a little different after a training.
OF_THE_PAGE = 0.01
OF_EACH_OTHER = 1e-5


def numbers(text):
    return [float(n) for n in re.findall(r"[-+]?\d+\.\d+(?:e[-+]\d+)?", text)]


def without_numbers(text):
    return re.sub(r"[-+]?\d+\.\d+(?:e[-+]\d+)?", "#", text).split()


class Page:
    def __init__(self, text):
        blocks = [block[2:] for block in check_readme.blocks(text)]
        self.programs = {path: body for marker, path, body in blocks if marker == "program"}
        self.prints = {path: body for marker, path, body in blocks if marker == "prints"}

    def write(self, name, folder):
        (folder / name).write_text(self.programs[name])
        return name

    def compare(self, names, found):
        shown = self.prints[names]
        if without_numbers(shown) != without_numbers(found):
            yield f"{names}: printed\n{found}but the page shows\n{shown}"
        for a, b in zip(numbers(shown), numbers(found)):
            if not abs(a - b) <= OF_THE_PAGE:
                yield f"{names}: the page has {a} instead of {b}"


def from_python(page, compiler, folder):
    client.need_module("torch", "python3-torch")
    client.need_module("numpy", "python3-numpy")
    said = client.output_of(sys.executable, "-EsB", page.write("train.py", folder), cwd=folder)
    client.output_of(*compiler, "-O0", page.write("run.cpp", folder), "-o", "run", "-lzip", cwd=folder)
    said += client.output_of(folder / "run", cwd=folder)
    yield from page.compare("train.py run.cpp", said)
    theirs, ours = numbers(said)
    if not abs(theirs - ours) <= OF_EACH_OTHER:
        yield f"PyTorch has {theirs}, xscope has {ours}"


def to_javascript(page, installed, fashion_mnist, folder):
    node = client.need_program("node", "nodejs")
    modules = client.need_npm(installed, "node_modules/@tensorflow/tfjs-converter/package.json").parents[2]
    check_fashion.need_data()
    client.output_of(fashion_mnist, "--data", check_fashion.DATA, "--epochs", 1, "--save", folder / "build/fashion_mnist")
    (folder / "node_modules").symlink_to(modules)
    said = client.output_of(node, page.write("classify.mjs", folder), cwd=folder)
    yield from page.compare("classify.mjs", said)


def main():
    readme, installed, fashion_mnist, *compiler = sys.argv[1:]
    page = Page(pathlib.Path(readme).read_text())
    found, skipped = [], False
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for part in (
            lambda: from_python(page, compiler, folder),
            lambda: to_javascript(page, pathlib.Path(installed), fashion_mnist, folder),
        ):
            try:
                found += part()
            except SystemExit as end:
                if end.code != client.SKIPPED:
                    raise
                skipped = True
    if not found and skipped:
        sys.exit(client.SKIPPED)
    client.finish(found)


if __name__ == "__main__":
    main()

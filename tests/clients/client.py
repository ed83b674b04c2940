# SPDX-License-Identifier: BSD-3-Clause
"""What the checks of clients share."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SKIPPED = 77


def skip(reason):
    """The client is not installed: ctest is told so."""
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def need_program(name, package):
    found = shutil.which(name)
    return found or skip(f"there is no {name} (Debian: {package})")


def need_module(name, package):
    try:
        return __import__(name)
    except ImportError:
        skip(f"this Python has no {name} (Debian: {package})")


def need_npm(installed, file):
    """A file that tests/clients/install.sh has installed."""
    if not (installed / file).exists():
        skip(f"there is no {installed / file} (tests/clients/install.sh)")
    return installed / file


def protoc(installed):
    """protoc with TensorFlow's messages: convert("decode" or "encode", message, bytes)."""
    command = [need_program("protoc", "protobuf-compiler"), f"-I{installed}", f"-I{HERE}", "event.proto"]
    need_npm(installed, "api.proto")

    def convert(way, message, data):
        return subprocess.run([*command, f"--{way}=tensorflow.{message}"], input=data, capture_output=True, check=True).stdout

    return convert


def need_node(installed, *packages):
    """Node.js, and packages that tests/clients/install.sh has installed."""
    for package in packages:
        need_npm(installed, f"node_modules/{package}/package.json")
    return need_program("node", "nodejs")


def run(*command, **options):
    """The finished process; its output is text."""
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)


def output_of(*command, **options):
    """What a program prints that must not fail."""
    done = run(*command, **options)
    if done.returncode:
        sys.exit(f"{pathlib.Path(str(command[0])).name} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout


def check(problems, *arguments):
    """Ends with what problems(*arguments, folder) finds; the folder is there as long."""
    with tempfile.TemporaryDirectory() as scratch:
        finish(problems(*arguments, pathlib.Path(scratch)))


def finish(problems):
    problems = list(problems)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)

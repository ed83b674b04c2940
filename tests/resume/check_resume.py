#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""The Fashion-MNIST example, killed in the midst of its training, goes on from its file as if nothing had happened:
in the end all variables, those of the optimizer among them, have the bits of a training that ran through.

usage: check_resume.py FASHION_MNIST

The pictures are noise, and few: what matters is that nothing is forgotten.
"""

import gzip
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

TRAIN, TEST = 2_000, 50
OPTIONS = ["--epochs", "6", "--batch", "32", "--seed", "7"]


def write_pictures(folder):
    noise = random.Random(1)
    for name, count in (("train", TRAIN), ("t10k", TEST)):
        images = struct.pack(">IIII", 0x803, count, 28, 28) + noise.randbytes(count * 28 * 28)
        labels = struct.pack(">II", 0x801, count) + bytes(noise.randrange(10) for _ in range(count))
        (folder / f"{name}-images-idx3-ubyte.gz").write_bytes(gzip.compress(images, 1))
        (folder / f"{name}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels, 1))


def command(program, data, optimizer, out, *more):
    return [program, "--data", str(data), "--optimizer", optimizer, "--save", str(out), *OPTIONS, *more]


def kill_after_epoch(number, *arguments):
    """Whether it was killed before it came to its end by itself."""
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith(f"epoch {number} "):
                process.kill()
        return process.wait() != 0


def problems(program, optimizer, data, folder):
    whole, parts = folder / f"{optimizer} whole", folder / f"{optimizer} parts"
    subprocess.run(command(program, data, optimizer, whole), check=True, capture_output=True)
    if not kill_after_epoch(2, *command(program, data, optimizer, parts)):
        yield f"{optimizer}: it was not killed"
    resumed = subprocess.run(command(program, data, optimizer, parts, "--resume"), capture_output=True, text=True)
    if resumed.returncode or "going on after epoch " not in resumed.stdout:
        yield f"{optimizer}: it does not go on: {resumed.stderr or resumed.stdout}"
        return
    for name in ("checkpoint.safetensors", "weights.safetensors"):
        if (whole / name).read_bytes() != (parts / name).read_bytes():
            yield f"{optimizer}: {name} is another one"
    other = subprocess.run([word if word != "7" else "8" for word in command(program, data, optimizer, parts, "--resume")],
                           capture_output=True, text=True)
    if other.returncode == 0:
        yield f"{optimizer}: it goes on with another seed"


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        write_pictures(folder)
        found = [p for optimizer in ("adam", "momentum", "gradient_descent")
                 for p in problems(program, optimizer, folder, folder)]
        # What the checkpoint has of Adam is not what another optimizer goes on from.
        wrong = subprocess.run(command(program, folder, "momentum", folder / "adam whole", "--resume"),
                               capture_output=True, text=True)
        if wrong.returncode == 0 or "Momentum" not in wrong.stderr:
            found.append(f"momentum goes on from Adam's file: {wrong.stdout}{wrong.stderr}")
    print("\n".join(found) or "goes on bit for bit")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that OpenCV computes of the frozen GraphDef of the Fashion-MNIST example what xscope does.

usage: check_opencv.py FORWARD FASHION_MNIST CLASSIFY
FORWARD is tests/clients/opencv/forward.cpp as a program, or what CMake says of a library that it has not found.
"""

import pathlib
import sys

import check_fashion
import client

numpy = check_fashion.numpy

TOLERANCE = 1e-4
# OpenCV makes one layer of a product, the sum after it and its activation, and calls it as the product.
LOGITS = "net/logits/MatMul"


def problems(forward, fashion_mnist, classify, folder):
    client.output_of(fashion_mnist, "--data", check_fashion.DATA, "--epochs", 1, "--save", folder / "out")
    images = check_fashion.test_images()[0][: check_fashion.COUNT]
    wanted = check_fashion.logits_of_xscope(classify, folder / "out/weights.safetensors", images, folder)
    client.output_of(forward, folder / "out/frozen.pb", "images", 784, folder / "images", LOGITS, folder / "found")
    found = numpy.fromfile(folder / "found", "f4")
    if found.size != wanted.size:
        yield f"OpenCV gives {found.size} logits, not {wanted.size}"
        return
    found = found.reshape(wanted.shape)
    off = numpy.abs(found - wanted).max() / numpy.abs(wanted).max()
    if not off <= TOLERANCE:
        yield f"logits differ by {off} of the largest one"
    if other := int((found.argmax(1) != wanted.argmax(1)).sum()):
        yield f"{other} of {len(images)} images are of another class to OpenCV"


def main():
    forward = pathlib.Path(sys.argv[1])
    if "NOTFOUND" in forward.name:
        client.skip("there is no OpenCV (Debian: libopencv-dnn-dev)")
    check_fashion.need_data()
    client.check(problems, forward, *sys.argv[2:4])


if __name__ == "__main__":
    main()

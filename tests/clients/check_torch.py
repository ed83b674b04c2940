#!/usr/bin/python3
# SPDX-License-Identifier: BSD-3-Clause
"""Check that xscope with PyTorch's weights computes what PyTorch does, and gives the weights back.

usage: check_torch.py RUN_MODELS
RUN_MODELS is tests/clients/run_models.cpp as a program: it loads weights and inputs, and saves outputs and weights.
"""

import sys

import check_numpy
import client

numpy = client.need_module("numpy", "python3-numpy")
torch = client.need_module("torch", "python3-torch")


class Models(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.mlp = torch.nn.Sequential(torch.nn.Linear(20, 16), torch.nn.ReLU(), torch.nn.Linear(16, 5))
        self.conv = torch.nn.Conv2d(3, 4, 3, padding=1)
        self.fc = torch.nn.Linear(4, 5)
        self.lstm = torch.nn.LSTM(6, 8, batch_first=True)
        self.gru = torch.nn.GRU(6, 8, batch_first=True)

    def forward(self, rows, images, sounds):
        images = torch.nn.functional.max_pool2d(torch.relu(self.conv(images)), 2)
        return {
            "mlp": self.mlp(rows),
            "cnn": self.fc(images.mean((2, 3))),
            "lstm": self.lstm(sounds)[0],
            "gru": self.gru(sounds)[0],
        }


def trained(inputs):
    """A model that knows a little: its weights have moved away from where they began."""
    torch.manual_seed(7)
    models = Models()
    optimizer = torch.optim.Adam(models.parameters(), 0.02)
    for _ in range(20):
        optimizer.zero_grad()
        sum((y - 0.5).square().mean() for y in models(*inputs.values()).values()).backward()
        optimizer.step()
    return models


def weights_of(models):
    """The state_dict, with what no other name mends: an LSTM has one bias, a GRU's gates r, z are z, r."""
    state = {name: w.numpy() for name, w in models.state_dict().items()}
    state["lstm.bias"] = state.pop("lstm.bias_ih_l0") + state.pop("lstm.bias_hh_l0")
    for name in [name for name in state if name.startswith("gru.")]:
        r, z, n = numpy.split(state[name], 3)
        state[name] = numpy.concatenate([z, r, n])
    state["gru.bias"] = numpy.stack([state.pop("gru.bias_ih_l0"), state.pop("gru.bias_hh_l0")])
    return state


def problems(run_models, folder):
    torch.set_num_threads(1)
    random = torch.Generator().manual_seed(5)
    inputs = {
        "rows": torch.randn(3, 20, generator=random),
        "images": torch.randn(2, 3, 9, 9, generator=random),
        "sounds": torch.randn(2, 7, 6, generator=random),
    }
    models = trained(inputs)
    with torch.no_grad():
        wanted = {name: y.numpy() for name, y in models(*inputs.values()).items()}
    # TensorFlow's images have their channels last.
    fed = {name: x.permute(0, 2, 3, 1) if x.dim() == 4 else x for name, x in inputs.items()}
    numpy.savez(folder / "inputs.npz", **{name: x.contiguous().numpy() for name, x in fed.items()})
    weights = weights_of(models)
    check_numpy.WRITERS["torch.safetensors"](folder / "weights.safetensors", weights)
    numpy.savez(folder / "weights.npz", **weights)

    for format, read in [("safetensors", check_numpy.read_safetensors), ("npz", check_numpy.read_npz)]:
        copy = folder / f"copy.{format}"
        client.output_of(run_models, folder / f"weights.{format}", folder / "inputs.npz", folder / "out.npz", copy)
        found = check_numpy.read_npz(folder / "out.npz")
        for name, y in wanted.items():
            if found[name].shape != y.shape:
                yield f"{format}: {name} has shape {found[name].shape}, not {y.shape}"
                continue
            if y.std() < 0.01:
                yield f"{format}: {name} says nothing: {y}"
            difference = numpy.abs(found[name] - y).max()
            if not difference <= 1e-5:
                yield f"{format}: {name} differs by {difference}"
        yield from check_numpy.differences(weights, read(copy))


def main():
    client.check(problems, sys.argv[1])


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: BSD-3-Clause
"""What cannot be generated: cases that are not understood, cases that C++ or the library's form cannot say, and
mistakes of type that only a file which must not compile can show."""


class Unknown(Exception):
    """Something in a case that this generator does not know."""


# What is known and cannot be expressed, and why.
LIMITS = {
    "order": "a scope that is left out of order: blocks nest",
    "manager": "a context manager that is entered by itself, or twice: blocks are opened where they stand",
    "dtype": "C++20 has no such element type",
    "same name": "two different objects of one name: what has a free name here is an operation, and theirs are unique",
    "told": "not among what getters and creators are told",
    "partitioner": "a partitioner makes no statements, so it leaves no record of its calls",
    "max_shards": "max_shards=0 is how variable_axis_size_partitioner says None",
    "python": "a fact about Python's interface",
    "list": "a list of gradients is looked at by variable, and has no order",
    "optimizer": "each training step has an optimizer of its own, which keeps no slots for another",
    "slot options": "slots are not asked for by custom getters, and not regularized",
    "foreign": "an operation that is only named stands for nothing that could be differentiated around",
    "not yet": "not there yet",
    "refused": "expected beside an error: of a refused program there is no graph",
}


# What the library does not have yet: kinds of step, of optimizer. A case joins the others when its kinds are gone here
# and `training_steps.py` writes them.
NOT_YET = ("schedule", "ema", "ema_apply", "ema_average",
           "ema_average_name", "ema_variables_to_restore", "layer", "layer_object", "call_layer", "contrib", "rnn_cell",
           "multi_rnn_cell", "wrap_cell", "call_cell", "rnn", "bidirectional_rnn", "dropout", "set_random_seed", "saver",
           "save", "restore")
OPTIMIZERS_NOT_YET = ("adagrad", "rmsprop", "adadelta", "ftrl")


def not_there_yet(step):
    """What of a step the library does not have yet, or None."""
    if step[0] == "optimizer" and step[1]["kind"] in OPTIMIZERS_NOT_YET:
        return f"optimizer {step[1]['kind']}"
    return step[0] if step[0] in NOT_YET else None


class Inexpressible(Exception):
    """A case, or an expectation, that one of the limits keeps out."""

    def __init__(self, limit, what=""):
        super().__init__(f"{what}: {LIMITS[limit]}" if what else LIMITS[limit])


class RefusedByTypes(Exception):
    """A mistake of type: no program can be written that is well-formed C++, only one with `good` instead of `bad`."""

    def __init__(self, bad, good, needle):
        super().__init__(needle)
        self.bad, self.good, self.needle = bad, good, needle


class Mistakes:
    """Where a mistake of type is written: nowhere at first; in a must-not-compile file it is a constant's name."""

    written_as = None

    @classmethod
    def write(cls, bad, good, needle):
        if cls.written_as is None:
            raise RefusedByTypes(bad, good, needle)
        return cls.written_as

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
    "refused": "expected beside an error: of a refused program there is no graph",
}


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

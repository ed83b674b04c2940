# SPDX-License-Identifier: BSD-3-Clause
"""C++ as text: literals, identifiers, and expressions that break their lines where they are too long."""

import re

WIDTH = 110

KEYWORDS = frozenset(
    """alignas alignof and asm auto bool break case catch char class co_await co_return co_yield concept const
    consteval constexpr constinit continue decltype default delete do double dynamic_cast else enum explicit export
    extern false float for friend goto if inline int long mutable namespace new noexcept not nullptr operator or
    private protected public register requires return short signed sizeof static struct switch template this
    thread_local throw true try typedef typeid typename union unsigned using virtual void volatile while xor
    g d xs check program std""".split()
)


def identifier(text):
    """A C++ name for a label, a function or a case."""
    name = re.sub(r"\W", "_", text, flags=re.ASCII).strip("_") or "_"
    name = re.sub(r"__+", "_", name)
    if name[0].isdigit() or name == "_":
        name = "n" + name
    return name + "_" if name in KEYWORDS else name


def string(text):
    """A string literal; only quotes, backslashes and control characters are not written as they are."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f]", lambda m: f"\\{ord(m[0]):03o}", escaped) + '"'


def number(value, kind="float"):
    """A number; a Python float is single precision unless it is said to be `double`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = repr(float(value))
    return text if kind == "double" else text + "f"


def template(name, *arguments):
    """`name<a, b>`; without arguments just `name<>`."""
    return f"{name}<{', '.join(arguments)}>"


def flat(node):
    """The node on one line, or None where it needs several."""
    return node if isinstance(node, str) else node.flat()


def render(node, indent=0, column=None):
    """The node as text that starts at a column of a line with that indentation."""
    return node if isinstance(node, str) else node.render(indent, indent if column is None else column)


def fits(text, column):
    return text is not None and column + len(text) <= WIDTH


class Call:
    """`head(arguments...)`."""

    def __init__(self, head, arguments):
        self.head, self.arguments = head, list(arguments)

    def flat(self):
        parts = [flat(a) for a in self.arguments]
        return None if None in parts else f"{self.head}({', '.join(parts)})"

    def render(self, indent, column):
        line = self.flat()
        if fits(line, column) or not self.arguments:
            return line
        *first, last = self.arguments
        parts = [flat(a) for a in first]
        if (not first or isinstance(last, Lambda)) and None not in parts:
            opening = f"{self.head}({', '.join([*parts, ''])}"
            # All but the last on this line, where that is enough.
            if isinstance(last, Lambda) and fits(opening + last.opening(), column):
                return f"{opening}{last.render(indent, column + len(opening))})"
            if not isinstance(last, (str, Lambda)) and len(self.head) < 60:
                text = render(last, indent, column + len(opening))
                start, *others = text.splitlines()
                if fits(start, column + len(opening)) and all(fits(line, 0) for line in others):
                    return f"{opening}{text})"
        inner = "\n" + " " * (indent + 4)
        return f"{self.head}({inner}{(',' + inner).join(render(a, indent + 4) for a in self.arguments)})"


class Lambda:
    """`[capture](auto a, auto b) { bindings; return value; }`; the capture may be decided after it was made."""

    def __init__(self, parameters, bindings, value, capture=lambda: ""):
        self.parameters, self.bindings, self.value, self.capture = parameters, list(bindings), value, capture

    def opening(self):
        parameters = f"({', '.join(self.parameters)})" if self.parameters else ""
        return f"[{self.capture()}]{parameters} {{"

    def flat(self):
        value = flat(self.value)
        if self.bindings or value is None:
            return None
        return f"{self.opening()} return {value}; }}"

    def render(self, indent, column):
        line = self.flat()
        if fits(line, column):
            return line
        inner = "\n" + " " * (indent + 2)
        lines = [*self.bindings, f"return {render(self.value, indent + 2, indent + 9)};"]
        return self.opening() + "".join(inner + line for line in lines) + "\n" + " " * indent + "}"


class Choice:
    """The body of a lambda that returns one thing or another."""

    def __init__(self, parameters, condition, yes, no):
        self.parameters, self.condition, self.yes, self.no = parameters, condition, yes, no

    def flat(self):
        return None

    def render(self, indent, column):
        inner = "\n" + " " * (indent + 2)
        yes = f"if constexpr ({self.condition}) return "
        lines = [f"{yes}{render(self.yes, indent + 2, indent + 2 + len(yes))};",
                 f"else return {render(self.no, indent + 2, indent + 14)};"]
        opening = f"[]({', '.join(self.parameters)}) {{"
        return opening + "".join(inner + line for line in lines) + "\n" + " " * indent + "}"


class Pipe:
    """`x | lambda`."""

    def __init__(self, source, layer):
        self.source, self.layer = source, layer

    def flat(self):
        parts = flat(self.source), flat(self.layer)
        return None if None in parts else " | ".join(parts)

    def render(self, indent, column):
        line = self.flat()
        if fits(line, column):
            return line
        source = render(self.source, indent, column)
        return f"{source} | {render(self.layer, indent, column + len(source) + 3)}"


def wrapped(text):
    """The text with its longer lines broken after commas, outside of string literals."""
    return "".join(wrapped_line(line) for line in text.splitlines(keepends=True))


def wrapped_line(line):
    if len(line) <= WIDTH + 1 or line.lstrip().startswith("//"):
        return line
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    commas = [m.end() for m in re.finditer(r'"(?:\\.|[^"\\])*"|, ', line) if m[0] == ", " and m.end() > len(indent)]
    within = [at for at in commas if at <= WIDTH + 1]
    if not commas:
        return line
    at = within[-1] if within else commas[0]
    return line[:at].rstrip() + "\n" + wrapped_line(indent + line[at:])


def declaration(name, node, indent=0):
    """`constexpr auto name = node;`, on a line of its own where that is what it takes."""
    opening = f"{' ' * indent}constexpr auto {name} = "
    line = flat(node)
    if line is not None and not fits(f"{opening}{line};", 0) and fits(f"{line};", indent + 4):
        return f"{opening.rstrip()}\n{' ' * (indent + 4)}{line};"
    return f"{opening}{render(node, indent, len(opening))};"

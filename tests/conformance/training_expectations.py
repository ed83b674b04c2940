# SPDX-License-Identifier: BSD-3-Clause
"""What a case expects of optimizers, and of numbers in a run."""

import values
from cpp import number, string, template
from limits import Inexpressible


class TrainingConditions:
    """What `Conditions` knows of training."""

    def rule(self, optimizer):
        """The optimizer's rule, which has the names of its variables."""
        return f"xs::optimizers::{self.program.optimizers[optimizer]['kind']}::info"

    def step_of(self, optimizer):
        """The training step of an optimizer."""
        return self.info(self.program.trained_by[optimizer][-1])

    def slot(self, label):
        """A variable that an optimizer keeps, or nothing."""
        given = self.program.slots[label]
        rule, step = self.rule(given["optimizer"]), self.step_of(given["optimizer"])
        if "which" in given:
            return f"check::own_variable(g, {rule}, {step}, {string(given['which'])})"
        return f"check::slot(g, {rule}, {step}, {self.info(given['var'])}, {string(given['slot'])})"

    def expect_slot_names(self, e):
        rule = self.rule(e["slot_names"])
        return f"check::slot_names({rule}, {{{', '.join(string(n) for n in e['is'])}}})"

    def expect_optimizer_variables(self, e):
        label = e["optimizer_variables"]
        listed = ", ".join(string(n) for n in e["is"])
        return f"check::keeps(g, {self.rule(label)}, {self.step_of(label)}, {{{listed}}})"

    def expect_pairs(self, e):
        raise Inexpressible("list")

    def expect_op_type(self, e):
        return f"{self.info(e['op_type'])}.type() == {string(e['is'])}"

    def expect_name_prefix(self, e):
        return f"{self.info(e['name_prefix'])}.name().starts_with({string(e['is'])})"

    # --- numbers

    def name_of(self, label):
        return f"check::text_of<[] {{ return {self.info(label)}.name(); }}>"

    def runs(self, expectations):
        """The lines of a function that runs the program and looks at numbers."""
        lines = ["xs::session s{g};"]
        for position, run in enumerate(self.program.runs):
            fetched = ", ".join(self.name_of(label) for label in run["fetch"])
            lines.append(f"const auto run_{position} = check::fetched<{fetched}>(s, {run.get('times', 1)});")
        for e in expectations:
            wanted = values.flattened(e["is"])
            rest = f"{{{', '.join(number(float(v), 'double') for v in wanted)}}}"
            rest += f", {e['tol']!r}" if "tol" in e else ""
            if "fetched" in e:
                label = e["fetched"]
                last = max(i for i, run in enumerate(self.program.runs) if label in run["fetch"])
                place = self.program.runs[last]["fetch"].index(label)
                lines.append(f"out.close({string(label)}, run_{last}[{place}], {rest});")
            elif "variable_value" in e:
                label = e["variable_value"]
                found = f"check::elements({template('s.variable', self.name_of(label))}())"
                lines.append(f"out.close({string(label)}, {found}, {rest});")
            else:
                key = e["loss_values"]
                lines.append(f"out.close({string(key)}, check::values<{string(key)}>(g), {rest});")
        return lines


def is_numeric(expectation):
    return bool({"fetched", "variable_value", "loss_values"} & set(expectation))

// SPDX-License-Identifier: BSD-3-Clause
// What the runtime tests begin with is compiled once, with this file; it holds nothing.

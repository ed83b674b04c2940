// SPDX-License-Identifier: BSD-3-Clause
// JSON: the only header that includes nlohmann-json.
#pragma once

#include <nlohmann/json.hpp>

namespace xscope::files {

/// Members stay in the order in which they are written.
using json = nlohmann::ordered_json;

}  // namespace xscope::files

// SPDX-License-Identifier: BSD-3-Clause
// JSON: the only header that includes nlohmann-json.
#pragma once

#include "../config.hpp"

#if !__has_include(<nlohmann/json.hpp>)
#error "xscope needs nlohmann-json, which is not on the include path (Debian: nlohmann-json3-dev)"
#include "the compilation ends here: see the error above"
#endif

#include <nlohmann/json.hpp>

namespace xscope::files {

/// Members stay in the order in which they are written.
using json = nlohmann::ordered_json;

}  // namespace xscope::files

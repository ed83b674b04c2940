// SPDX-License-Identifier: BSD-3-Clause
// The folder that files are written into.
//   make_folder("logs/first");
#pragma once

#include "../config.hpp"

#include <filesystem>
#include <string>
#include <system_error>

#include "descriptor.hpp"

namespace xscope::files {

/// Makes a folder, and those that it is in, if it is not there; throws io::error.
inline void make_folder(const std::string& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw_system_error(folder, "cannot be made a folder", failed.value());
}

}  // namespace xscope::files

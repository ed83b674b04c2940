// SPDX-License-Identifier: BSD-3-Clause
// Which format a file's name asks for.
#pragma once

#include "../config.hpp"

#include <string_view>

#include "error.hpp"

namespace xscope::files {

enum class file_format : unsigned char { safetensors, npz };

/// The format of a file by the end of its name; throws where it is another one.
inline file_format format_of(std::string_view file) {
  if (file.ends_with(".safetensors")) return file_format::safetensors;
  if (file.ends_with(".npz")) return file_format::npz;
  diag::raise<io::error>(file, io::trouble::unsupported, "",
                         "is of no known format; name it .safetensors or .npz");
}

}  // namespace xscope::files

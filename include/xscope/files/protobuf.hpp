// SPDX-License-Identifier: BSD-3-Clause
// Messages of Protocol Buffers, written field by field. The only header that includes protozero.
//   enum class point : field_number { x = 1, name = 2 };
//   protobuf<point> p(text);    p.add_float(point::x, 1.5f);    p.add_bytes(point::name, "here");
#pragma once

#include "../config.hpp"

#if !__has_include(<protozero/pbf_builder.hpp>)
#error "xscope needs protozero, which is not on the include path (Debian: libprotozero-dev)"
#include "the compilation ends here: see the error above"
#endif
#if !defined(__cpp_exceptions)
#error "xscope's summaries and GraphDefs need exceptions, because protozero throws them; io/load.hpp does not"
#include "the compilation ends here: see the error above"
#endif

#include <protozero/pbf_builder.hpp>
#include <protozero/types.hpp>

namespace xscope::files {

/// The type of the enum that numbers the fields of a message.
using field_number = protozero::pbf_tag_type;

/// A message in the making, at the end of a std::string, or as a field of another message, which is not to be
/// touched before this one is gone: protobuf<inner> i(outer, field).
template <class Fields>
using protobuf = protozero::pbf_builder<Fields>;

}  // namespace xscope::files

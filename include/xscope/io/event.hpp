// SPDX-License-Identifier: BSD-3-Clause
// What happened in a training, as messages: TensorFlow's Event with its Summary, as far as it is written
// here.
//   scalar_event({wall_time, step}, "loss", 0.5f)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "histogram.hpp"
#include "protobuf.hpp"

namespace xscope::files {

// The numbers are those of tensorflow/core/util/event.proto and tensorflow/core/framework/*.proto.
enum class event_field : field_number { wall_time = 1, step, file_version, graph_def, summary };
enum class summary_field : field_number { value = 1 };
enum class summary_value_field : field_number { tag = 1, simple_value, histo = 5, tensor = 8, metadata };
enum class histogram_field : field_number { min = 1, max, num, sum, sum_squares, bucket_limit, bucket };
enum class tensor_field : field_number { dtype = 1, tensor_shape, string_val = 8 };
enum class metadata_field : field_number { plugin_data = 1 };
enum class plugin_data_field : field_number { plugin_name = 1 };

/// When something happened: in seconds since 1970, and in steps of the training.
struct moment {
  double wall_time = 0;
  std::int64_t step = 0;
};

/// An Event, in which `fill` adds what happened.
template <class Fill>
std::string event(const moment& when, const Fill& fill) {
  std::string out;
  protobuf<event_field> e(out);
  e.add_double(event_field::wall_time, when.wall_time);
  if (when.step != 0) e.add_int64(event_field::step, when.step);
  fill(e);
  return out;
}
/// An Event whose Summary has one value of that tag.
template <class Fill>
std::string summary_event(const moment& when, std::string_view tag, const Fill& fill) {
  return event(when, [&](protobuf<event_field>& e) {
    protobuf<summary_field> summary(e, event_field::summary);
    protobuf<summary_value_field> value(summary, summary_field::value);
    value.add_string(summary_value_field::tag, tag.data(), tag.size());
    fill(value);
  });
}

/// What a file of events begins with.
inline std::string version_event(const moment& when) {
  return event(when,
               [](protobuf<event_field>& e) { e.add_string(event_field::file_version, "brain.Event:2"); });
}

inline std::string scalar_event(const moment& when, std::string_view tag, float number) {
  return summary_event(when, tag, [&](protobuf<summary_value_field>& value) {
    value.add_float(summary_value_field::simple_value, number);
  });
}

inline std::string histogram_event(const moment& when, std::string_view tag, const histogram& h) {
  return summary_event(when, tag, [&](protobuf<summary_value_field>& value) {
    std::vector<double> limits;
    std::vector<double> counts;
    for (const histogram::bucket& b : h.buckets()) {
      limits.push_back(b.limit);
      counts.push_back(b.count);
    }
    protobuf<histogram_field> histo(value, summary_value_field::histo);
    histo.add_double(histogram_field::min, h.min);
    histo.add_double(histogram_field::max, h.max);
    histo.add_double(histogram_field::num, h.num);
    histo.add_double(histogram_field::sum, h.sum);
    histo.add_double(histogram_field::sum_squares, h.sum_squares);
    histo.add_packed_double(histogram_field::bucket_limit, limits.begin(), limits.end());
    histo.add_packed_double(histogram_field::bucket, counts.begin(), counts.end());
  });
}

/// A text is a tensor of one string, which the plugin "text" shows.
inline std::string text_event(const moment& when, std::string_view tag, std::string_view text) {
  return summary_event(when, tag, [&](protobuf<summary_value_field>& value) {
    constexpr std::int32_t dt_string = 7;
    {
      protobuf<tensor_field> tensor(value, summary_value_field::tensor);
      tensor.add_enum(tensor_field::dtype, dt_string);
      tensor.add_message(tensor_field::tensor_shape, std::string());  // a scalar
      tensor.add_bytes(tensor_field::string_val, text.data(), text.size());
    }
    protobuf<metadata_field> metadata(value, summary_value_field::metadata);
    protobuf<plugin_data_field> plugin(metadata, metadata_field::plugin_data);
    plugin.add_string(plugin_data_field::plugin_name, "text");
  });
}

inline std::string graph_event(const moment& when, std::string_view graph_def) {
  return event(when, [&](protobuf<event_field>& e) {
    e.add_bytes(event_field::graph_def, graph_def.data(), graph_def.size());
  });
}

}  // namespace xscope::files

// SPDX-License-Identifier: BSD-3-Clause
// What happened in a training, as messages: TensorFlow's Event with its Summary, as far as it is written
// here.
//   scalar_event({wall_time, step}, "loss", 0.5f)
#pragma once

#include "../config.hpp"

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

/// An Event in which one thing happened: a text, bytes or a message.
inline std::string event(const moment& when, event_field field, std::string_view content) {
  std::string out;
  protobuf<event_field> message(out);
  message.add_double(event_field::wall_time, when.wall_time);
  if (when.step != 0) message.add_int64(event_field::step, when.step);
  message.add_bytes(field, content.data(), content.size());
  return out;
}
/// An Event whose Summary has one value.
inline std::string summary_event(const moment& when, const std::string& value) {
  std::string summary;
  protobuf<summary_field>(summary).add_message(summary_field::value, value);
  return event(when, event_field::summary, summary);
}

/// What a file of events begins with.
inline std::string version_event(const moment& when) {
  return event(when, event_field::file_version, "brain.Event:2");
}

inline std::string scalar_event(const moment& when, std::string_view tag, float number) {
  std::string out;
  protobuf<summary_value_field> value(out);
  value.add_string(summary_value_field::tag, tag.data(), tag.size());
  value.add_float(summary_value_field::simple_value, number);
  return summary_event(when, out);
}

inline std::string histogram_event(const moment& when, std::string_view tag, const histogram& h) {
  std::vector<double> limits;
  std::vector<double> counts;
  for (const histogram::bucket& b : h.buckets()) {
    limits.push_back(b.limit);
    counts.push_back(b.count);
  }
  std::string numbers;
  protobuf<histogram_field> histo(numbers);
  histo.add_double(histogram_field::min, h.min);
  histo.add_double(histogram_field::max, h.max);
  histo.add_double(histogram_field::num, h.num);
  histo.add_double(histogram_field::sum, h.sum);
  histo.add_double(histogram_field::sum_squares, h.sum_squares);
  histo.add_packed_double(histogram_field::bucket_limit, limits.begin(), limits.end());
  histo.add_packed_double(histogram_field::bucket, counts.begin(), counts.end());

  std::string out;
  protobuf<summary_value_field> value(out);
  value.add_string(summary_value_field::tag, tag.data(), tag.size());
  value.add_message(summary_value_field::histo, numbers);
  return summary_event(when, out);
}

/// A text is a tensor of one string, which the plugin "text" shows.
inline std::string text_event(const moment& when, std::string_view tag, std::string_view text) {
  constexpr std::int32_t dt_string = 7;
  std::string strings;
  protobuf<tensor_field> tensor(strings);
  tensor.add_enum(tensor_field::dtype, dt_string);
  tensor.add_message(tensor_field::tensor_shape, std::string());  // a scalar
  tensor.add_bytes(tensor_field::string_val, text.data(), text.size());
  std::string plugin;
  protobuf<plugin_data_field>(plugin).add_string(plugin_data_field::plugin_name, "text");
  std::string metadata;
  protobuf<metadata_field>(metadata).add_message(metadata_field::plugin_data, plugin);

  std::string out;
  protobuf<summary_value_field> value(out);
  value.add_string(summary_value_field::tag, tag.data(), tag.size());
  value.add_message(summary_value_field::tensor, strings);
  value.add_message(summary_value_field::metadata, metadata);
  return summary_event(when, out);
}

inline std::string graph_event(const moment& when, std::string_view graph_def) {
  return event(when, event_field::graph_def, graph_def);
}

}  // namespace xscope::files

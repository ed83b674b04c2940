// SPDX-License-Identifier: BSD-3-Clause
// The message of each fault. Nothing in them is read before something is wrong.
#pragma once

#include "../lists/array_view.hpp"
#include "messages/operations.hpp"
#include "messages/scopes.hpp"
#include "messages/sessions.hpp"
#include "messages/statements.hpp"
#include "messages/training.hpp"
#include "messages/variables.hpp"

namespace xscope::diag {

/// All messages, by what they are about.
inline constexpr array_view<message> messages[] = {variables_messages,  scopes_messages,
                                                   statements_messages, operations_messages,
                                                   training_messages,   sessions_messages};

constexpr message message_of(fault what) {
  for (const array_view<message>& table : messages) {
    for (const message& m : table) {
      if (m.of == what) return m;
    }
  }
  return {what, errc::ok, ""};
}

}  // namespace xscope::diag

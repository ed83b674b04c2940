// SPDX-License-Identifier: BSD-3-Clause
// What other headers define is declared here, so that whoever uses it without them is told which one to
// include.
#pragma once

#include "../config.hpp"

#include "../diag/refuse.hpp"
#include "../dsl/elsewhere.hpp"
#include "graph.hpp"

namespace xscope {

namespace elsewhere {

// Whether a header was included: it specializes its own. They are templates because the answer for a program
// is sought where that program is used, by when the header may have been included.
template <class T>
inline constexpr bool has_sessions = false;
template <class T>
inline constexpr bool has_load = false;
template <class T>
inline constexpr bool has_save = false;

template <class T>
struct no_sessions : diag::refused_with<"sessions are in <xscope/session.hpp>: include it", T> {};
template <class T>
struct no_load
    : diag::refused_with<"load is in <xscope/io/load.hpp>, and in <xscope/io.hpp>: include it", T> {};
template <class T>
struct no_save
    : diag::refused_with<"save is in <xscope/io/save.hpp>, and in <xscope/io.hpp>: include it", T> {};

}  // namespace elsewhere

namespace running {
struct heap_storage;
}

/// A graph with memory (session.hpp).
template <class Graph, class Holder = Graph, class Storage = running::heap_storage>
class session;
template <class Program, class... X>
  requires(!elsewhere::has_sessions<Program>)
session(graphs::graph_t<Program>, X...) -> session<typename elsewhere::no_sessions<Program>::type>;

template <class Session, class... X>
  requires(!elsewhere::has_load<Session>)
decltype(elsewhere::no_load<Session>::make()) load(Session&, const char*, X...);
template <class Session, class... X>
  requires(!elsewhere::has_save<Session>)
decltype(elsewhere::no_save<Session>::make()) save(const Session&, const char*, X...);

}  // namespace xscope

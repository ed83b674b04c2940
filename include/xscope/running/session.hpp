// SPDX-License-Identifier: BSD-3-Clause
// Sessions: the variables of a graph in one buffer, and runs that neither allocate, nor look up,
// nor branch on structure.
//   session s{g};    auto y = s.run(x);    s.variable<"foo/bar/v:0">()
#pragma once

#include <algorithm>
#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../graphs/elsewhere.hpp"
#include "../lists/all.hpp"
#include "arena.hpp"
#include "init.hpp"
#include "results.hpp"
#include "sharing.hpp"

namespace xscope {

namespace running {

/// Calls f.operator()<I>() for each I in [From, To). Halved again and again: Clang allows a fold of 256
/// calls.
template <std::size_t From, std::size_t To, class F>
void for_each_index(const F& f) {
  if constexpr (To - From == 1) {
    f.template operator()<From>();
  } else if constexpr (To > From) {
    for_each_index<From, (From + To) / 2>(f);
    for_each_index<(From + To) / 2, To>(f);
  }
}

template <class Program, fixed_string Name>
inline constexpr bool is_variable_name = [] {
  constexpr std::size_t event = event_with_name<Program, Name>;
  return event != tracing::no_id && graphs::selection<Program>::is_new_variable(event);
}();
/// The sentence where it is none. Clang makes it in any case.
template <class Program, fixed_string Name>
inline constexpr diag::writer no_variable = [] {
  if constexpr (is_variable_name<Program, Name>) return diag::writer{};
  else return graphs::graph_t<Program>::compose_missing(diag::fault::unknown_variable, Name.view());
}();

}  // namespace running

/// session s{g, uninitialized}: the variables hold what was there. A load follows, or assignments.
struct uninitialized_t {};
inline constexpr uninitialized_t uninitialized{};

/// A graph with memory. Holder is the graph whose session holds the variables: its own, or the one that they
/// are shared with. Not thread-safe: each thread has a fork of its own.
/// Storage is where both lie: on the heap, or in the session object (`inline_storage`).
template <class Graph, class Holder, class Storage>
class session;

template <class T>
  requires true
inline constexpr bool elsewhere::has_sessions<T> = true;

// A refusal stands in the place of a graph; the undefined type is the error.
template <fixed_string... Text, class Holder, class Storage>
class session<refused<Text...>, Holder, Storage>;

template <class Program, class Holder, class Storage>
class session<graphs::graph_t<Program>, graphs::graph_t<Holder>, Storage> {
  using graph_type = graphs::graph_t<Program>;
  using inputs = running::placeholders<Program>;
  static constexpr const auto& nodes = planning::nodes_of<Program>;
  static constexpr auto layout = running::layout_in<Program, Holder>;
  static constexpr auto variables_of_graph = graph_type::variables();
  // A run for the program's results finds its room here. A fetch by name may need more.
  static constexpr std::size_t room_of_results =
      running::room<Program, running::targets_for<Program>()>::bytes;
  static constexpr std::size_t scratch_size = running::scratch_of<Program>.room + room_of_results;
  using variable_arena = typename Storage::template variables<layout.bytes>;
  using scratch_arena = typename Storage::template workspace<scratch_size>;
  template <fixed_string... Names>
  static constexpr auto targets_of = running::targets_for<Program, Names...>();
  template <auto Targets>
  static constexpr bool has_room = running::room<Program, Targets>::bytes <= room_of_results;

  template <class, class, class>
  friend class session;

 public:
  /// Stores the variables and initializes them; equal seeds give equal values.
  explicit session(graph_type, std::uint64_t seed = 0)
    requires std::same_as<Program, Holder>
      : variables_(layout.bytes), scratch_(scratch_size) {
    fill_all_constants();
    running::for_each_index<0, variables_of_graph.size()>(
        [&]<std::size_t V>() { initialize<variables_of_graph[V].id()>(seed); });
  }

  /// Stores the variables only.
  session(graph_type, uninitialized_t)
    requires std::same_as<Program, Holder>
      : variables_(layout.bytes), scratch_(scratch_size) {
    fill_all_constants();
  }

  /// The same with all memory in the session object: nothing is allocated. Only the program's own results can
  /// be fetched, and what takes no more room.
  session(graph_type graph, inline_storage_t, std::uint64_t seed = 0)
    requires std::same_as<Program, Holder>
      : session(graph, seed) {}
  session(graph_type graph, inline_storage_t, uninitialized_t)
    requires std::same_as<Program, Holder>
      : session(graph, uninitialized) {}

  /// Another graph over the variables of a session: what one changes, the other sees. Of a session with
  /// inline storage they stay where they are, so it must neither go nor move before.
  template <class Other, class Owner>
  session(graph_type, const session<Other, graphs::graph_t<Holder>, Owner>& owner)
      : session(running::share_tag{}, owner.variables_) {}

  session(session&&) = default;
  session& operator=(session&&) = default;
  session(const session&) = delete;
  session& operator=(const session&) = delete;

  /// The same variables with a workspace of their own, for another thread.
  session<graphs::graph_t<Program>, graphs::graph_t<Holder>, typename Storage::shared> fork() const {
    return {running::share_tag{}, variables_};
  }

  /// Runs the program with all of its updates and gives its result (of a pack a tuple of them), which is the
  /// session's own: a reference holds until the next run, a copy for good. Feeds come in the order of the
  /// placeholders, or by name. Tensors may be asked for by name instead: run<"net/logits/add:0">(x) computes
  /// what they need, and nothing else; where that needs more room than the program's results, the first such
  /// run takes it. Throws std::invalid_argument where a feed's run-time shape is wrong, before anything is
  /// written.
  template <fixed_string... Names, class... Feeds>
    requires(running::names_known<Program, Names...> &&
             running::feeds_fit<Program, running::targets_for<Program, Names...>(), Feeds...>)
  decltype(auto) run(const Feeds&... feeds) noexcept(running::feeds_are_quiet<Feeds...> &&
                                                     has_room<targets_of<Names...>>) {
    return run_targets<targets_of<Names...>>(feeds...);
  }
  template <fixed_string... Names, class... Feeds>
    requires(!running::names_known<Program, Names...>)
  decltype(diag::refusal<running::unknown_name<Program, Names...>>::make()) run(const Feeds&...);
  template <fixed_string... Names, class... Feeds>
    requires(running::names_known<Program, Names...> &&
             !running::feeds_fit<Program, running::targets_for<Program, Names...>(), Feeds...>)
  decltype(diag::refusal<
           running::wrong_feed<Program, running::targets_for<Program, Names...>(), Feeds...>>::make())
  run(const Feeds&...);

  /// Takes the room that run<Names...> needs, so that not even the first one allocates.
  template <fixed_string... Names>
    requires running::names_known<Program, Names...>
  void prepare() {
    static_cast<void>(room_for<targets_of<Names...>>());
  }
  template <fixed_string... Names>
    requires(!running::names_known<Program, Names...>)
  decltype(diag::refusal<running::unknown_name<Program, Names...>>::make()) prepare();

  /// The same, written to the caller's own storage: run_into(y, x); for a pack one storage for each result.
  template <class... X>
  void run_into(X&&... x) {
    constexpr std::size_t results = graph_type::result_count();
    static_assert(sizeof...(X) >= results, "run_into: first the storage of each result, then the feeds");
    const running::row_of<X...> all{{x}...};
    [&]<std::size_t... O, std::size_t... I>(std::index_sequence<O...>, std::index_sequence<I...>) {
      static_assert(lists::all<running::can_store<std::remove_reference_t<decltype(running::nth<O>(all))>>(
                        graph_type::template result<O>().shape())...>,
                    "run_into: the storage cannot have the shape of the result");
      static_cast<void>(lists::steps{
          true,
          (running::check_storage(running::nth<O>(all), graph_type::template result<O>().shape()), true)...});
      if constexpr (results == 1) {
        running::store(run(running::nth<1 + I>(all)...), running::nth<0>(all));
      } else {
        const auto& values = run(running::nth<results + I>(all)...);
        static_cast<void>(
            lists::steps{true, (running::store(std::get<O>(values), running::nth<O>(all)), true)...});
      }
    }(std::make_index_sequence<results>{}, std::make_index_sequence<sizeof...(X) - results>{});
  }

  /// A variable by its scoped name: a view of fixed shape to read and to write, or of a const session to
  /// read.
  template <fixed_string Name>
    requires running::is_variable_name<Program, Name>
  auto variable() {
    return variable_view<running::event_with_name<Program, Name>, false>();
  }
  template <fixed_string Name>
    requires running::is_variable_name<Program, Name>
  auto variable() const {
    return variable_view<running::event_with_name<Program, Name>, true>();
  }
  template <fixed_string Name>
    requires(!running::is_variable_name<Program, Name>)
  decltype(diag::refusal<running::no_variable<Program, Name>>::make()) variable() const;

  /// Where one of the graph's variables() has its elements: for what treats all of them alike, as files do.
  std::byte* bytes_of(const graphs::info<Program>& variable) const {
    return variables_.template at<std::byte>(layout.offset[variable.id()]);
  }

 private:
  template <class Arena>
  session(running::share_tag, const Arena& variables) : variables_(variables), scratch_(scratch_size) {
    fill_all_constants();
  }

  void fill_all_constants() { fill_constants<static_cast<unsigned char>(data_type::code::boolean)>(); }

  /// Those of an element type, and of all types before it.
  template <unsigned char Type>
  void fill_constants() {
    constexpr const auto& constants = running::constants_of<Program>;
    constexpr auto code = static_cast<data_type::code>(Type);
    constexpr bool any = [] {
      for (std::size_t k = 0; k < constants.count; ++k) {
        if (constants.all[k].dtype.value == code) return true;
      }
      return false;
    }();
    if constexpr (any) {
      for (std::size_t k = 0; k < constants.count; ++k) {
        const running::constant_to_fill& c = constants.all[k];
        if (c.dtype.value != code) continue;
        running::fill_values(scratch_.template at<element_t<code>>(c.offset), c.elements,
                             c.data == nullptr ? &c.number : c.data, c.data_size);
      }
    }
    if constexpr (Type > 1) fill_constants<Type - 1>();
  }

  template <std::size_t Event, bool ReadOnly>
  auto variable_view() const {
    constexpr int node = nodes.of_event[Event];
    using types = running::node_types<Program, node>;
    using view = std::conditional_t<ReadOnly, typename types::const_view, typename types::view>;
    return running::view_over<view>(variables_.template at<typename types::element>(layout.offset[Event]),
                                    nodes.nodes[node].shape.elements());
  }

  template <std::size_t Event>
  void initialize(std::uint64_t seed) {
    using type = element_t<graphs::events_of<Program>.list[Event].is->dtype.value>;
    const tracing::event& e = graphs::events_of<Program>.list[Event];
    const auto& resolved = graphs::resolution_of<Program>;
    const std::uint64_t name = resolving::exact_hash(resolved.paths, resolved.facts[Event].name);
    const std::size_t values = e.is->init->data == nullptr ? 0 : e.is->data_size;
    const extents& whole =
        e.is->details.there && e.is->details->full_shape.there ? *e.is->details->full_shape : *e.is->shape;
    running::initialize(variables_.template at<type>(layout.offset[Event]), *e.is->shape, whole, *e.is->init,
                        values, seed * 0x9E3779B97F4A7C15ULL + name);
  }

  template <auto Targets, class... Feeds>
  const running::results_t<Program, Targets>& run_targets(const Feeds&... feeds) {
    assert(scratch_.is_there() && "xscope: this session was moved from");
    using form = running::feed_form<Feeds...>;
    constexpr const auto& match = running::matched<Program, Targets, Feeds...>;
    const void* pointers[inputs::count + 1]{};
    form::with(
        [&](const auto&... value_fed) {
          [&]<std::size_t... I>(std::index_sequence<I...>) {
            static_cast<void>(
                lists::steps{true, (running::check_shape(value_fed, inputs::list[match.input[I]].name(),
                                                         inputs::list[match.input[I]].shape()),
                                    true)...});
            static_cast<void>(
                lists::steps{true, (bind<match.input[I], Targets.trains()>(pointers, value_fed), true)...});
          }(std::make_index_sequence<sizeof...(value_fed)>{});
        },
        feeds...);

    // Only now, when no feed lies in the room any longer.
    std::byte* const room = room_for<Targets>();
    using plan = running::executor<Program, Targets, Holder>;
    const running::buffers buffers{variables_.template at<std::byte>(0), scratch_.template at<std::byte>(0),
                                   room + running::room<Program, Targets>::workspace, pointers};
    plan::run(buffers);
    using results = running::results_t<Program, Targets>;
    return [&]<std::size_t... I>(std::index_sequence<I...>) -> const results& {
      return *::new (room) results(result<plan, Targets.nodes[I]>(buffers)...);
    }(std::make_index_sequence<Targets.count>{});
  }

  /// Where a run has its room: with what the session has anyway, or in what fetches by name have taken.
  template <auto Targets>
  std::byte* room_for() {
    static_assert(
        has_room<Targets> || Storage::any_fetch,
        "xscope: a session with inline storage has room for the program's own results; make what you "
        "fetch by name one of them, or use a session without inline_storage");
    if constexpr (has_room<Targets>) {
      return scratch_.template at<std::byte>(running::scratch_of<Program>.room);
    } else {
      more_.hold(running::room<Program, Targets>::bytes);
      return more_.template at<std::byte>(0);
    }
  }

  template <class Plan, int Node>
  auto result(const running::buffers& buffers) const {
    if constexpr (Node < 0) return running::no_value{};
    else return elements_of<Plan, Node>(buffers);
  }
  template <class Plan, int Node>
  auto elements_of(const running::buffers& buffers) const {
    using type = typename running::node_types<Program, Node>::element;
    // A variable is handed out itself, whichever of its values the plan has kept.
    if constexpr (nodes.nodes[Node].kind == planning::node_kind::variable)
      return running::elements_at<type>{variables_.template at<type>(layout.offset[nodes.nodes[Node].event])};
    else return running::elements_at<type>{const_cast<type*>(Plan::template read<Node>(buffers))};
  }

  /// Where a placeholder's elements lie; its own slot takes those that must be converted or collected, or
  /// that lie in memory which the run writes to (an earlier run's result, a variable that is trained).
  template <std::size_t Input, bool Trains, class X>
  void bind(const void** pointers, const X& x) {
    using type = element_t<inputs::list[Input].dtype().value>;
    constexpr int node = nodes.of_event[inputs::list[Input].id()];
    type* slot = scratch_.template at<type>(running::scratch_of<Program>.offset[node]);
    const type* from = running::elements_of<type>(x, slot);
    if (!running::same_place(from, slot) &&
        (scratch_.holds(from) || more_.holds(from) || (Trains && variables_.holds(from)))) {
      std::copy_n(from, nodes.nodes[node].shape.elements(), slot);
      from = slot;
    }
    pointers[Input] = from;
  }

  variable_arena variables_;
  scratch_arena scratch_;
  [[no_unique_address]] typename Storage::more more_;
};

/// So that session<decltype(g)> works for a constexpr graph g.
template <class Graph, class Storage>
class session<const Graph, const Graph, Storage> : public session<Graph, Graph, Storage> {
 public:
  using session<Graph, Graph, Storage>::session;
};

template <class Program>
session(graphs::graph_t<Program>) -> session<graphs::graph_t<Program>>;
template <class Program>
session(graphs::graph_t<Program>, std::uint64_t) -> session<graphs::graph_t<Program>>;
template <class Program>
session(graphs::graph_t<Program>, uninitialized_t) -> session<graphs::graph_t<Program>>;
template <class Program, class... Seed>
session(graphs::graph_t<Program>, inline_storage_t, Seed...)
    -> session<graphs::graph_t<Program>, graphs::graph_t<Program>, inline_storage_t>;
template <class Program, class Other, class Holder, class Owner>
session(graphs::graph_t<Program>, const session<Other, graphs::graph_t<Holder>, Owner>&)
    -> session<typename running::shared_session<Program, Holder>::graph, graphs::graph_t<Holder>,
               typename Owner::shared>;

}  // namespace xscope

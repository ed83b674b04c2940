// SPDX-License-Identifier: BSD-3-Clause
// Sessions: the variables of a graph in one block of memory, and runs that neither allocate, nor look up,
// nor branch on structure.
//   session s{g};    const auto& y = s.run(x);    s.variable<"foo/bar/v:0">()
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

#include "arena.hpp"
#include "fetch.hpp"
#include "init.hpp"

namespace xscope {

namespace running {

/// Why a graph cannot use the variables of a session, or an empty text.
template <class Program, class Source>
constexpr diag::writer why_not_shared() {
  using source = graphs::graph_t<Source>;
  for (const auto& v : graphs::graph_t<Program>::variables()) {
    const std::size_t found = source::event_named(v.op_name());
    if (found == tracing::no_id || !graphs::selection<Source>::is_new_variable(found)) {
      return source::explain_missing(diag::fault::not_in_session, v.name());
    }
    const tracing::event& e = graphs::events_of<Source>.list[found];
    diag::writer specified;
    diag::writer there;
    if (!(*e.is->shape == v.shape())) {
      specified << v.shape();
      there << *e.is->shape;
      const std::string_view facts[] = {v.op_name(), specified.view(), there.view()};
      return diag::compose(diag::fault::shape_mismatch, facts);
    }
    if (!(e.is->dtype == v.dtype())) {
      const std::string_view facts[] = {v.op_name(), v.dtype().name(), e.is->dtype.name()};
      return diag::compose(diag::fault::dtype_mismatch, facts);
    }
  }
  return {};
}

template <class Program, class Source>
inline constexpr diag::writer sharing_refusal = why_not_shared<Program, Source>();

/// What a session needs beside its variables. A fetch by name has a plan of its own, which is not known when
/// the session is made; but no plan takes more than the own bytes of all nodes that it may hold.
template <class Program>
inline constexpr std::size_t scratch_bytes = [] {
  const auto& list = planning::nodes_of<Program>;
  std::size_t all = 0;
  std::size_t named = 0;
  bool trains = false;
  for (std::size_t i = 0; i < list.size; ++i) {
    const planning::node& n = list.nodes[i];
    trains = trains || n.kind == planning::node_kind::update;
    if (n.kind == planning::node_kind::update) continue;
    const std::size_t bytes = planning::aligned(n.shape.elements() * n.dtype.size());
    all += bytes;
    if (n.event != tracing::no_id) named += bytes;
  }
  const std::size_t own = planning::plan_of<Program, targets_for<Program>()>.workspace_bytes;
  // A training step by name runs its gradient without the rest of the program.
  const std::size_t by_name = trains ? all : named;
  return scratch_of<Program>.workspace + (own > by_name ? own : by_name);
}();

/// The same where only the program's own results are run for.
template <class Program>
inline constexpr std::size_t scratch_bytes_of_results =
    scratch_of<Program>.workspace + planning::plan_of<Program, targets_for<Program>()>.workspace_bytes;

/// The nodes that are constants.
template <class Program>
inline constexpr auto constants_of = [] {
  constexpr const auto& list = planning::nodes_of<Program>;
  struct {
    std::size_t nodes[list.size + 1]{};
    std::size_t count = 0;
  } out;
  for (std::size_t i = 0; i < list.size; ++i) {
    if (list.nodes[i].kind == planning::node_kind::constant) out.nodes[out.count++] = i;
  }
  return out;
}();

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

/// The view type of a node's value.
template <class Program, int Node>
struct node_view {
  static constexpr const planning::node& node = planning::nodes_of<Program>.nodes[Node];
  template <std::size_t... I>
  static auto build(std::index_sequence<I...>)
      -> tensor_view<element_t<node.dtype.value>, node.shape.dims[I]...>;
  using type = decltype(build(std::make_index_sequence<node.shape.rank_>{}));
};

template <class Program, fixed_string Name>
inline constexpr bool is_variable_name = [] {
  const std::size_t event = event_of<Program>(Name.view());
  return event != tracing::no_id && graphs::selection<Program>::is_new_variable(event);
}();
template <class Program, fixed_string Name>
inline constexpr diag::writer no_variable =
    graphs::graph_t<Program>::explain_missing(diag::fault::unknown_variable, Name.view());

/// Whether storage of the user's can take a result of that shape, as far as the compiler knows.
template <class X>
constexpr bool can_store(const extents& shape) {
  if constexpr (number_range<X>) return true;
  else return shape_may_fit<X>(shape);
}

/// Throws std::invalid_argument where it cannot.
template <class X>
void check_storage(const X& to, const extents& shape) {
  bool fits = true;
  if constexpr (number_range<X>) fits = to.size() == shape.elements();
  else if constexpr (expression<X> && !resizable<X>) fits = shape == to.shape();
  if (!fits) throw std::invalid_argument("run_into: the storage does not have the shape of the result");
}

/// Writes a result to storage of the user's: an xtensor container, numbers in a row, or one number.
template <class View, class X>
void store(const View& value, X& to) {
  if constexpr (expression<X>) {
    write_to(to, value);
  } else if constexpr (scalar<X>) {
    to = static_cast<X>(value());
  } else {
    read_into(to.data(), value);
  }
}

/// For a session over variables that are there.
struct share_tag {};

/// The session that a graph gets over another's variables, or the sentence why not.
template <class Program, class Source>
struct shared_session {
  static consteval auto pick() {
    if constexpr (sharing_refusal<Program, Source>.size == 0)
      return std::type_identity<graphs::graph_t<Program>>{};
    else return diag::refusal<sharing_refusal<Program, Source>>{};
  }
  using graph = typename decltype(pick())::type;
};

}  // namespace running

/// A graph with memory. Source is the graph whose session owns the variables: its own, or the one that they
/// are shared with. Not thread-safe: each thread has a fork of its own.
/// Storage is where both lie: on the heap, or in the session object (`inline_storage`).
template <class Graph, class Source = Graph, class Storage = running::heap_storage>
class session;

// A refusal stands in the place of a graph; the undefined type is the error.
template <fixed_string... Text, class Source, class Storage>
class session<refused<Text...>, Source, Storage>;

template <class Program, class Source, class Storage>
class session<graphs::graph_t<Program>, graphs::graph_t<Source>, Storage> {
  using graph_type = graphs::graph_t<Program>;
  using inputs = running::placeholders<Program>;
  static constexpr const auto& nodes = planning::nodes_of<Program>;
  static constexpr auto layout = running::layout_in<Program, Source>;
  static constexpr auto variables_of_graph = graph_type::variables();
  static constexpr std::size_t scratch_size =
      Storage::any_fetch ? running::scratch_bytes<Program> : running::scratch_bytes_of_results<Program>;
  using variable_arena = typename Storage::template variables<layout.bytes>;
  using scratch_arena = typename Storage::template workspace<scratch_size>;

  template <class, class, class>
  friend class session;

 public:
  /// Stores the variables and initializes them; equal seeds give equal values.
  explicit session(graph_type, std::uint64_t seed = 0)
    requires std::same_as<Program, Source>
      : variables_(layout.bytes), scratch_(scratch_size) {
    fill_all_constants();
    running::for_each_index<0, variables_of_graph.size()>(
        [&]<std::size_t V>() { initialize<variables_of_graph[V].id()>(seed); });
  }

  /// The same with all memory in the session object: nothing is allocated. Only the program's own results can
  /// be fetched, and what takes no more room.
  session(graph_type graph, inline_storage_t, std::uint64_t seed = 0)
    requires std::same_as<Program, Source>
      : session(graph, seed) {}

  /// Another graph over the variables of a session: what one changes, the other sees. Of a session with
  /// inline storage they stay where they are, so it must neither go nor move before.
  template <class Other, class Owner>
  session(graph_type, const session<Other, graphs::graph_t<Source>, Owner>& owner)
      : session(running::share_tag{}, owner.variables_) {}

  session(session&&) = default;
  session& operator=(session&&) = default;
  session(const session&) = delete;
  session& operator=(const session&) = delete;

  /// The same variables with a workspace of their own, for another thread.
  session<graphs::graph_t<Program>, graphs::graph_t<Source>, typename Storage::shared> fork() const {
    return {running::share_tag{}, variables_};
  }

  /// Runs the program with all of its updates and gives its result: a view that holds until the next run (of
  /// a pack a tuple of them). Feeds come in the order of the placeholders, or by name. Tensors may be asked
  /// for by name instead: run<"net/logits/add:0">(x) computes what they need, and nothing else. Throws
  /// std::invalid_argument where a feed's run-time shape is wrong, before anything is written.
  template <fixed_string... Names, class... Feeds>
    requires(running::names_known<Program, Names...> &&
             running::feeds_fit<Program, running::targets_for<Program, Names...>(), Feeds...>)
  auto run(const Feeds&... feeds) {
    return run_targets<running::targets_for<Program, Names...>()>(feeds...);
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

  /// The same, written to the caller's own storage: run_into(y, x); for a pack one storage for each result.
  template <class... X>
  void run_into(X&&... x) {
    constexpr std::size_t results = graph_type::result_count();
    static_assert(sizeof...(X) >= results, "run_into: first the storage of each result, then the feeds");
    auto all = std::forward_as_tuple(x...);
    [&]<std::size_t... O, std::size_t... I>(std::index_sequence<O...>, std::index_sequence<I...>) {
      static_assert((running::can_store<std::remove_cvref_t<decltype(std::get<O>(all))>>(
                         graph_type::template result<O>().shape()) &&
                     ...),
                    "run_into: the storage cannot have the shape of the result");
      (running::check_storage(std::get<O>(all), graph_type::template result<O>().shape()), ...);
      if constexpr (results == 1) {
        running::store(run(std::get<1 + I>(all)...), std::get<0>(all));
      } else {
        const auto values = run(std::get<results + I>(all)...);
        (running::store(std::get<O>(values), std::get<O>(all)), ...);
      }
    }(std::make_index_sequence<results>{}, std::make_index_sequence<sizeof...(X) - results>{});
  }

  /// A variable by its scoped name: a view of fixed shape to read and to write.
  template <fixed_string Name>
    requires running::is_variable_name<Program, Name>
  auto variable() const {
    constexpr std::size_t event = graph_type::event_named(Name.view());
    return variable_view<event>();
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

  void fill_all_constants() {
    running::for_each_index<0, running::constants_of<Program>.count>(
        [&]<std::size_t I>() { fill_constant<running::constants_of<Program>.nodes[I]>(); });
  }

  template <std::size_t N>
  void fill_constant() {
    using type = element_t<nodes.nodes[N].dtype.value>;
    const planning::node& n = nodes.nodes[N];
    running::fill_values(scratch_.template at<type>(running::scratch_of<Program>.offset[N]),
                         n.shape.elements(), n.data_size == 1 ? &n.number : n.data, n.data_size);
  }

  template <std::size_t Event>
  auto variable_view() const {
    constexpr int node = nodes.of_event[Event];
    using view = typename running::node_view<Program, node>::type;
    using type = typename view::value_type;
    return running::view_over<view>(variables_.template at<type>(layout.offset[Event]),
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
  auto run_targets(const Feeds&... feeds) {
    using form = running::feed_form<Feeds...>;
    constexpr const auto& match = running::matched<Program, Targets, Feeds...>;
    const auto values = form::tuple_of(feeds...);
    constexpr std::size_t n = std::tuple_size_v<decltype(values)>;
    const void* pointers[inputs::count + 1]{};
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (running::check_shape(std::get<I>(values), inputs::list[match.input[I]].name(),
                            inputs::list[match.input[I]].shape()),
       ...);
      (bind<match.input[I], Targets.trains()>(pointers, std::get<I>(values)), ...);
    }(std::make_index_sequence<n>{});

    static_assert(
        planning::plan_of<Program, Targets>.workspace_bytes + running::scratch_of<Program>.workspace <=
            scratch_size,
        "xscope: a session with inline storage has room for the program's own results; make what you "
        "fetch by name one of them, or use a session without inline_storage");
    using plan = running::executor<Program, Targets, Source>;
    const running::memory memory{variables_.template at<std::byte>(0), scratch_.template at<std::byte>(0),
                                 pointers};
    plan::run(memory);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      if constexpr (Targets.count == 1) return result<plan, Targets.nodes[0]>(memory);
      else
        return std::tuple<decltype(result<plan, Targets.nodes[I]>(memory))...>(
            result<plan, Targets.nodes[I]>(memory)...);
    }(std::make_index_sequence<Targets.count>{});
  }

  template <class Plan, int Node>
  auto result(const running::memory& memory) const {
    using view = typename running::node_view<Program, Node>::type;
    using type = typename view::value_type;
    // A variable is handed out itself, whichever of its values the plan has kept.
    if constexpr (nodes.nodes[Node].kind == planning::node_kind::variable)
      return variable_view<nodes.nodes[Node].event>();
    else
      return running::view_over<view>(const_cast<type*>(Plan::template read<Node>(memory)),
                                      nodes.nodes[Node].shape.elements());
  }

  /// Where a placeholder's elements lie; its own slot takes those that must be converted or collected, or
  /// that lie in memory which the run writes to (an earlier run's result, a variable that is trained).
  template <std::size_t Input, bool Trains, class X>
  void bind(const void** pointers, const X& x) {
    using type = element_t<inputs::list[Input].dtype().value>;
    constexpr int node = nodes.of_event[inputs::list[Input].id()];
    type* slot = scratch_.template at<type>(running::scratch_of<Program>.offset[node]);
    const type* from = running::elements_of<type>(x, slot);
    if (from != slot && (scratch_.holds(from) || (Trains && variables_.holds(from)))) {
      std::copy_n(from, nodes.nodes[node].shape.elements(), slot);
      from = slot;
    }
    pointers[Input] = from;
  }

  variable_arena variables_;
  scratch_arena scratch_;
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
template <class Program, class... Seed>
session(graphs::graph_t<Program>, inline_storage_t, Seed...)
    -> session<graphs::graph_t<Program>, graphs::graph_t<Program>, inline_storage_t>;
template <class Program, class Other, class Source, class Owner>
session(graphs::graph_t<Program>, const session<Other, graphs::graph_t<Source>, Owner>&)
    -> session<typename running::shared_session<Program, Source>::graph, graphs::graph_t<Source>,
               typename Owner::shared>;

}  // namespace xscope

// SPDX-License-Identifier: BSD-3-Clause
// Custom getters and variable creators: callables between a request for a variable and the variable store.
//   custom_getter<[](auto getter, auto request) { return getter(request, name_suffix<"_x">); }>
#pragma once

#include "../lists/list.hpp"
#include "leaves.hpp"

namespace xscope {

namespace dsl {

template <fixed_string Text>
struct name_suffix_t {
  static constexpr option id = option::name_suffix;
  static constexpr auto value = Text;
};
template <fixed_string Text>
struct rename_t {
  static constexpr option id = option::rename;
  static constexpr auto value = Text;
};

template <fixed_string A, fixed_string B>
consteval auto concatenated() {
  fixed_string<A.size() + B.size() + 1> out;
  for (std::size_t i = 0; i < A.size(); ++i) out.text[i] = A.text[i];
  for (std::size_t i = 0; i < B.size(); ++i) out.text[A.size() + i] = B.text[i];
  return out;
}

// Where a request's name belongs.
struct in_current_scope {};
/// In the scope that the request was made in, whatever is current when it is granted.
template <std::size_t ScopeId>
struct in_scope {};
/// Nowhere: the name is whole.
struct at_root {};
/// In the variable store itself, which was asked with a flag of its own. Renamed: not by the name that was
/// asked for.
template <reuse_mode Mode, bool Renamed = false>
struct in_store {};
/// It is the Index-th slice of a partitioned variable.
template <std::size_t PartitionedId, std::size_t Index>
struct slice_of {};

/// A reuse flag as Python sees it: true unless it is no_reuse.
template <reuse_mode Mode>
struct requested_reuse {
  static constexpr reuse_mode mode = Mode;
  constexpr operator bool() const { return Mode == reuse_mode::yes || Mode == reuse_mode::automatic; }
  template <reuse_mode Other>
  friend constexpr bool operator==(requested_reuse, reuse_t<Other>) {
    return Mode == (Other == reuse_mode::inherit ? reuse_mode::no : Other);
  }
};

/// What a scope says of reuse, as a request tells it.
template <class Flag>
struct reuse_told {
  using type = requested_reuse<Flag::mode>;
};
template <>
struct reuse_told<no_option> {
  using type = requested_reuse<reuse_mode::no>;
};
template <class Flag>
using requested_reuse_in = typename reuse_told<Flag>::type;

/// ON_READ variables are not trained where nothing is said.
template <class Options>
inline constexpr bool is_read_alone = [] {
  using synchronization = typename Options::template get<option::synchronization>;
  if constexpr (requires { synchronization::mode; })
    return synchronization::mode == VariableSynchronization::ON_READ;
  else return false;
}();

/// A request for a variable as getters and creators pass it on. Noted: the event that knows its full name.
template <fixed_string Name, class Options, class Defaults, class Origin, bool Local, std::size_t Noted>
struct variable_request {
  static constexpr bool is_local = Local;
  using options = Options;
  using defaults = Defaults;
  using origin = Origin;
  static constexpr const naming::literal* text() { return &naming::literal_of<Name>; }
  static consteval auto name_text() { return Name; }
  /// The same, knowing the event that tells its name.
  template <std::size_t Id>
  using told = variable_request<Name, Options, Defaults, Origin, Local, Id>;

  /// What the request asks for by name, without the scope: "v".
  static constexpr known_text<Name> requested_name{};
  /// Its full name, "scope/v", as a handle of text.
  static constexpr known<scope_text<Noted>{}> name{};
  /// Whether the scope that it was made in reuses variables.
  static constexpr known<requested_reuse_in<typename Defaults::rare::reuse>{}> reuse{};
  /// The element type that the variable will have, unless its initializer decides otherwise.
  using value_type = typename Options::template get<option::dtype, dtype_t<typename Defaults::dtype>>::type;
  static constexpr known<data_type_of<value_type>> dtype{};
  /// As given: shape<...>, or no_option where there is none.
  static constexpr known<typename Options::template get<option::shape>{}> shape{};
  static constexpr known<!Local &&
                         Options::template get<option::trainable, trainable_t<!is_read_alone<Options>>>::on>
      trainable{};
};

/// The options but for one kind.
template <option Id, class Options>
struct without;
template <option Id, auto... O>
struct without<Id, option_list<O...>> {
  template <class List>
  struct kept;
  template <class... T>
  struct kept<lists::list<T...>> {
    using type = option_list<T{}...>;
    template <class New>
    using and_then = option_list<T{}..., New{}>;
  };
  template <class T>
  struct stays : std::bool_constant<T::id != Id> {};
  using left = kept<lists::filter<lists::list<std::remove_cv_t<decltype(O)>...>, stays>>;
  using type = typename left::type;
};

/// The options with some replaced: later ones win.
template <class Options, class... More>
struct merged {
  using type = Options;
};
template <class Options, class New, class... More>
struct merged<Options, New, More...>
    : merged<typename without<New::id, Options>::left::template and_then<New>, More...> {};

template <class Request, class Override>
struct changed;
template <fixed_string Name, class Options, class D, class Origin, bool Local, std::size_t Noted,
          class Override>
struct changed<variable_request<Name, Options, D, Origin, Local, Noted>, Override> {
  using type = variable_request<Name, typename merged<Options, Override>::type, D, Origin, Local, Noted>;
};
template <fixed_string Name, class Options, class D, class Origin, bool Local, std::size_t Noted,
          fixed_string Suffix>
struct changed<variable_request<Name, Options, D, Origin, Local, Noted>, name_suffix_t<Suffix>> {
  using type = variable_request<concatenated<Name, Suffix>(), Options, D, Origin, Local, Noted>;
};
template <class Origin>
struct renamed {
  using type = at_root;
};
template <reuse_mode Mode, bool Renamed>
struct renamed<in_store<Mode, Renamed>> {
  using type = in_store<Mode, true>;
};
template <fixed_string Name, class Options, class D, class Origin, bool Local, std::size_t Noted,
          fixed_string New>
struct changed<variable_request<Name, Options, D, Origin, Local, Noted>, rename_t<New>> {
  using type = variable_request<New, Options, D, typename renamed<Origin>::type, Local, Noted>;
};

template <class Request, class... Overrides>
struct changed_by {
  using type = Request;
};
template <class Request, class First, class... Rest>
struct changed_by<Request, First, Rest...> : changed_by<typename changed<Request, First>::type, Rest...> {};

/// What a request becomes behind the getters or creators Chain, which have still to see it. Then: what grants
/// it in the end.
template <class Request, class Chain, class Then>
struct get_through_t : statement {
  static constexpr kind statement_kind = kind::get_through;
  using request = Request;
  using chain = Chain;
  using then = Then;
};

/// The true getter, or the creator behind this one: next(request, overrides...).
template <class Chain, class Then>
struct next_in_chain {
  template <class Request, class... Overrides>
  constexpr get_through_t<typename changed_by<Request, Overrides...>::type, Chain, Then>
  operator()(Request, Overrides...) const {
    return {};
  }
};

/// Statements with a variable creator around them.
template <class F, class... S>
struct creator_scope_t : statement {
  static constexpr kind statement_kind = kind::creator_scope;
  using creator = F;
  using body = lists::list<S...>;
};

template <class F>
struct creator_opener {
  template <class... S>
    requires(are_statements<S...>())
  constexpr creator_scope_t<F, S...> operator()(S...) const {
    return {};
  }
};

}  // namespace dsl

/// Appended to the name of a request, as it is: getter(request, name_suffix<"/mean">).
template <fixed_string Text>
inline constexpr dsl::name_suffix_t<Text> name_suffix{};

/// A request's new name: for a getter the variable's full name in the store, for a creator its operation's.
template <fixed_string Text>
inline constexpr dsl::rename_t<Text> rename{};

/// Every variable that its statements make is made through the creator, the innermost one first
/// (tf.variable_creator_scope): a callable that takes the next creator and the request.
template <auto F>
inline constexpr dsl::creator_opener<std::remove_cv_t<decltype(F)>> variable_creator_scope{};

}  // namespace xscope

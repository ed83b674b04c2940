// SPDX-License-Identifier: BSD-3-Clause
// Events: a program in the order in which it runs, as an array of plain records. Names in them are
// pieces as the user wrote them; `resolve` makes full names of them.
#pragma once

#include <cstddef>

#include "../diag/evidence.hpp"
#include "../dsl/collections.hpp"
#include "../dsl/initializers.hpp"
#include "../dsl/options.hpp"
#include "../naming/dtype.hpp"
#include "../naming/extents.hpp"
#include "../naming/literal.hpp"
#include "../naming/optional_ref.hpp"
#include "../naming/regex.hpp"
#include "../ops/op.hpp"

namespace xscope::optimizers {
struct rule;
}

namespace xscope::tracing {

enum class event_kind : unsigned char {
  enter_variable_scope,  // name (or null: default_name), or source: a scope that was opened before; flags
  enter_name_scope,      // name (or null: the root), or source: a scope whose name scope is opened again
  enter_thread,
  enter_regularizer,  // source: a variable; passed over, to its end, where the variable is not new
  enter_as_tensor,    // source: a partitioned variable
  enter_control,      // args: what is waited for inside; is_bare: nothing, whatever is around
  enter_gradient,     // source: an operation; the name scope of its gradient, below the current one
  enter_update,       // source: a variable; the name scope of its update, below the current one
  enter_op,           // the name scope that an operation with literal operands opens
  leave,
  set_reuse,  // source: the scope
  current_name_scope,
  note_name,        // name, where it belongs: what a getter or creator is told
  unique_name,      // name
  read_scope_text,  // source: the scope; its name, or its original_name_scope
  more_operands,    // args: operands of the operation before, two at a time
  collect,          // keys; source, text or data: the item
  listing,          // name: the key; filter, or source: a scope
  template_made,
  gradients,          // name, training, args; and no operation itself, as the next two
  compute_gradients,  // the same
  change_gradients,   // name, training, args; op, attributes: what is done to each gradient of lists
  pass_begins,        // what a pass has made of event `source` begins here ...
  pass_ends,          // ... and ends here; args[0]: what has its name, or no_id
  made_by_pass,       // source: what a pass has made, which stands for this; or no_id
  output,  // args[0]: an operation of several results; arg_count: the number of this one, from 1 on; dtype,
           // shape
  placeholder,      // name, dtype, shape
  get_variable,     // name, dtype, asked, shape (null: as it is), init
  get_created,      // the same; opens a section: how its creators make it, if it is new
  get_partitioned,  // the same, details->partitions; opens a section: its slices
  create_variable,  // source: the get_created that it is made for
  get_slot,         // name: the optimizer's; source: the variable that it goes with; dtype, shape, init
  variable,         // name, dtype, shape, init
  constant,         // name, dtype, shape, data
  create_op,        // name, text: the type
  sum_collection,   // name, text: the key
  apply,            // name, op, attributes, args
  apply_in_scope,   // the same, named exactly as the scope that enter_op opened
  group,            // name, args: an operation that waits for these
  apply_update,     // name, text: the type; the operation with which an optimizer updates a variable
  minimize,         // name, training, args[0]: the loss
  apply_gradients,  // name, training, args[0]: a list of gradients
  fault             // evidence: tracing stopped here
};

/// Whether the events up to its `leave` are a section that belongs to this one.
constexpr bool opens_section(event_kind what) {
  return what <= event_kind::enter_op || what == event_kind::get_created ||
         what == event_kind::get_partitioned;
}
/// Whether the event is, or asks for, a variable that a session stores.
constexpr bool gives_variable(event_kind what) {
  return what == event_kind::get_variable || what == event_kind::get_created ||
         what == event_kind::create_variable || what == event_kind::get_slot || what == event_kind::variable;
}
/// Whether a pass puts events in the place of this one.
constexpr bool asks_for_pass(event_kind what) {
  return what == event_kind::gradients || what == event_kind::compute_gradients ||
         what == event_kind::change_gradients || what == event_kind::minimize ||
         what == event_kind::apply_gradients;
}
constexpr bool closes_section(event_kind what) {
  return what == event_kind::leave || what == event_kind::apply_in_scope;
}

inline constexpr std::size_t no_id = static_cast<std::size_t>(-1);

enum class source_kind : unsigned char {
  none,
  scope,
  original_name_scope,
  name_scope,
  other,
  // of a request for a variable
  root,         // its name is whole
  partitioned,  // it is a slice
  // of an operation
  variable,  // it is named as the variable is, from the root
  numbered   // it is named as the scope is, and numbered
};

/// What a listing shows: a collection, or what a template calls so.
enum class shown : unsigned char { collection, all, non_trainable, nothing };

/// What is rarely said of a variable.
struct variable_details {
  const naming::literal* const* collections = nullptr;  // instead of the usual ones
  std::size_t collection_count = 0;
  bool has_collections = false;
  bool use_resource = false;
  naming::optional_ref<char> constraint{};  // an address for each callable
  naming::optional_ref<naming::literal> caching_device{};
  naming::optional_ref<extents> partitions{};
  naming::optional_ref<extents> full_shape{};  // of a slice
  naming::optional_ref<extents> offset{};
};

/// A hyper-parameter of an optimizer: a number, or the operand of that number.
struct hyper_value {
  double number = 0;
  int operand = -1;
};
/// What is done with lists of gradients.
enum class list_work : unsigned char {
  zip,          // ys: gradients, xs: as many variables
  each,         // ys: lists, tensors and numbers, the operands of an operation
  read,         // ys: a list; xs: a variable, or text: its name
  global_norm,  // ys: a list, or tensors
  clip          // the same; grads: the norm, if it is given; hypers[0]: the limit
};

/// What training is told. Its operands: `ys` tensors (of a minimize the loss, of apply_gradients the list),
/// `xs` tensors or variables (var_list), `grads` that flow into the ys, `stops`; then the global step, if
/// there is one, and the hyper-parameters that are tensors.
struct training {
  unsigned ys = 0;
  unsigned xs = 0;
  unsigned grads = 0;
  unsigned stops = 0;
  bool has_global_step = false;
  bool lists_variables = false;  // var_list: the xs are the variables to be trained
  bool may_be_none = false;      // gradients: what nothing flows back to has none ...
  bool zero = false;             // ... or zeros
  list_work work{};              // change_gradients
  unsigned numbers = 0;          // each: a bit for each operand that is a number
  const optimizers::rule* rule = nullptr;
  const naming::literal* optimizer_name = nullptr;
  hyper_value hypers[6]{};
  naming::optional_ref<naming::regex> filter{};  // var_list: of the trainable variables those with such names

  constexpr bool is_number(unsigned k) const { return (numbers >> k & 1U) != 0; }
  constexpr unsigned first_grad() const { return ys + xs; }
  constexpr unsigned first_stop() const { return ys + xs + grads; }
  constexpr unsigned global_step() const { return ys + xs + grads + stops; }
};

struct event;
/// What a constraint makes of a variable, which is its event 0.
struct projection {
  const event* events = nullptr;
  std::size_t count = 0;
  std::size_t result = 0;
};

/// What is said of an event, whichever numbers it and others have in the program: one object for all events
/// that are alike. Its own numbers are those of the frame that it was traced in (below).
struct description {
  event_kind what{};
  dsl::reuse_mode reuse = dsl::reuse_mode::inherit;
  source_kind source_is = source_kind::none;
  bool is_usual = false;  // nothing rare is said, and the name is a plain piece: resolve takes a short way
  bool changes_variable = false;  // an operation that assigns
  bool auxiliary = true;
  bool trainable = true;
  bool local = false;      // a variable that belongs to the local collection
  bool first_call = true;  // of a template's scope
  bool is_bare = false;    // a template's scope: its original_name_scope is its own name alone
  bool at_end = false;     // of a listing: as it is when the program has ended
  bool marks = true;       // unique_name
  bool has_initializer = true;
  bool has_callable = false;  // an initializer was given, and it needs arguments
  bool makes_constant =
      false;  // get_variable: the initializer is first converted on its own, to a constant "Const"
  bool of_variable = false;  // fault: the name is one that a variable was asked for by
  bool to_history = false;   // get_variable: the trace knows that the variable is a partitioned one
  dsl::listing_of lists{};   // listing
  shown shows = shown::collection;
  data_type dtype{};
  data_type asked{};  // get_variable: what the caller or the scope asks for
  unsigned arg_count = 0;
  std::size_t source = no_id;
  naming::optional_ref<naming::literal> name{};
  naming::optional_ref<naming::literal> default_name{};
  naming::optional_ref<extents> shape{};
  const dsl::initializer_info* init = nullptr;
  const dsl::number* data = nullptr;
  std::size_t data_size = 0;
  const ops::op_info* op = nullptr;
  const ops::attributes* attributes = nullptr;
  const training* training_of = nullptr;
  naming::optional_ref<diag::evidence> evidence{};  // of a fault; or of what is refused if it is new
  naming::optional_ref<variable_details> details{};
  naming::optional_ref<projection> constraint{};
  naming::optional_ref<naming::literal> text{};
  const naming::regex* filter = nullptr;  // of a listing
  const naming::literal* const* keys = nullptr;
  std::size_t key_count = 0;
  std::size_t args[2]{};
};

/// An event where it stands: what is said of it, its name, and the events that it refers to.
struct event {
  event_kind what{};
  const description* is = nullptr;
  naming::optional_ref<naming::literal> name{};
  std::size_t source = no_id;
  std::size_t args[2]{};

  /// The event that made the k-th operand; the third and later ones stand in the events that follow.
  constexpr std::size_t operand(std::size_t k) const { return this[k / 2].args[k % 2]; }
};

// Numbers of events as handles carry them. A layer is traced once for all calls that are alike, in a frame of
// its own (tracing/frame.hpp): there the numbers begin at a multiple of `frame_size`, and what comes from
// outside has a number from `outer_ids` on. Where the layer stands, its numbers are put in their places.
// (Decimal, so that they can be read in a compiler's message.)
inline constexpr std::size_t frame_size = 1'000'000;
inline constexpr std::size_t outer_ids = 900'000;

constexpr std::size_t depth_of(std::size_t id) { return id / frame_size; }

/// Where a frame stands: the number of its first event, and what its numbers from `outer_ids` on stand for.
struct frame {
  const frame* around;
  std::size_t depth;
  std::size_t base;
  const std::size_t* outer;
};

/// Takes down what is said of one event.
struct recorder {
  description out{};
  constexpr description& add(event_kind what) {
    out.what = what;
    return out;
  }
};
template <class E>
inline constexpr description described = [] {
  recorder r;
  E::put(r);
  return r.out;
}();

/// A scope of which only a name is said.
template <bool Usual>
inline constexpr description named_scope{.what = event_kind::enter_variable_scope, .is_usual = Usual};
inline constexpr description left_section{.what = event_kind::leave, .is_usual = true};
inline constexpr description further_operands{.what = event_kind::more_operands};

/// What a program has that few programs have: noted as its events are placed, because looking at all of them
/// again would be a good part of resolving them.
struct rarities {
  bool default_names = false;  // a scope that takes a default name
  bool slices = false;         // a name that may be that of a slice
  bool passes = false;         // an event that a pass puts others in the place of, or an effect
  bool waits = false;          // an event that waits for others
  std::size_t lists = 0;       // how many lists of gradients there are
  std::size_t unusual = 0;     // how many events are not usual ones, nor without consequence
};

/// Puts events in their places, in order.
struct placer {
  event* out;
  std::size_t count = 0;
  const frame* inside = nullptr;
  rarities rare{};

  /// What happened: E has put(recorder&), which says what an event is; or place(placer&).
  template <class E>
  constexpr void put() {
    if constexpr (requires { E::place(*this); }) {
      E::place(*this);
    } else {
      constexpr const description& told = described<E>;
      event& e = out[count++];
      e.what = told.what;
      e.is = &told;
      if constexpr (told.name.there) e.name = told.name;
      if constexpr (told.default_name.there && !told.name.there) {
        rare.default_names = true;
        rare.unusual += 3;  // its number has to be found
      }
      if constexpr (told.name.there && !told.is_usual) note(told.name.to);
      if constexpr (!told.is_usual) ++rare.unusual;
      if constexpr (told.source != no_id) e.source = placed(told.source);
      if constexpr (told.args[0] != 0) e.args[0] = placed(told.args[0]);
      if constexpr (told.args[1] != 0) e.args[1] = placed(told.args[1]);
    }
  }
  constexpr void note(const naming::literal* name) {
    if (name->ends_as == naming::given_name::part_0) rare.slices = true;
  }
  /// An operation with at most two operands.
  constexpr void apply(const description& told, std::size_t a, std::size_t b) {
    event& e = out[count++];
    e.what = told.what;
    e.is = &told;
    e.name = told.name;
    if (told.source != no_id) e.source = placed(told.source);
    e.args[0] = placed(a);
    if (b != no_id) e.args[1] = placed(b);
    if (told.is_usual) return;
    ++rare.unusual;
    if (told.name.there) note(told.name.to);
    if (told.changes_variable) rare.passes = true;
  }
  /// An event with any number of operands, which is rare.
  template <std::size_t N>
  constexpr void apply_to(const description& told, const std::size_t (&ids)[N], std::size_t operands) {
    event& first = out[count];
    apply(told, operands > 0 ? ids[0] : no_id, operands > 1 ? ids[1] : no_id);
    if (operands > 1 && ids[1] == no_id) first.args[1] = no_id;  // there is one, which is nothing
    for (std::size_t k = 2; k < operands; k += 2)
      more_operands(ids[k], k + 1 < operands ? ids[k + 1] : no_id);
    if (asks_for_pass(told.what) || told.what == event_kind::group) rare.passes = true;
    if (told.what == event_kind::compute_gradients || told.what == event_kind::change_gradients) ++rare.lists;
    if (told.what == event_kind::enter_control) rare.passes = rare.waits = true;
  }
  constexpr void more_operands(std::size_t a, std::size_t b) {
    event& e = out[count++];
    e.what = event_kind::more_operands;
    e.is = &further_operands;
    e.args[0] = placed(a);
    e.args[1] = placed(b);
  }
  constexpr void enter(const naming::literal* name) {
    event& e = out[count++];
    e.what = event_kind::enter_variable_scope;
    e.name = name;
    if (name->is_plain) {
      e.is = &named_scope<true>;
    } else {
      e.is = &named_scope<false>;
      note(name);
    }
  }
  constexpr void leave() {
    event& e = out[count++];
    e.what = event_kind::leave;
    e.is = &left_section;
  }

  /// The number in the program of what has the number `id` in the frame that is being taken down.
  constexpr std::size_t placed(std::size_t id) const {
    if (id < frame_size || id == no_id) return id;
    const frame* f = inside;
    while (f->depth != depth_of(id)) f = f->around;
    const std::size_t k = id % frame_size;
    return k < outer_ids ? f->base + k : f->outer[k - outer_ids];
  }
};

template <std::size_t... D>
inline constexpr extents extents_of = dsl::shape_t<D...>::value();

}  // namespace xscope::tracing

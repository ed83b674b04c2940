// SPDX-License-Identifier: BSD-3-Clause
// arg_scope: keyword arguments of functions that opted in, for all their calls in a block.
#include "../support/probe.hpp"

namespace arg_scopes {

namespace xs = xscope;
using probe::named;
using probe::refused;
using probe::results;
using xs::errc;

constexpr auto x = xs::constant<"x", xs::value<1.0f>>;

// @add_arg_scope
// def func1(x, **kwargs): ...
template <auto Expected>
constexpr auto expecting = [](auto handle, auto args) {
  static_assert(decltype(args){} == Expected);
  return xs::identity(handle);
};
constexpr auto none_ = xs::kwargs<>;

// def conv(x, filters=8, stride=1, padding="SAME")
constexpr auto conv =
    xs::add_arg_scope<xs::arg<"filters", 8>, xs::arg<"stride", 1>>([](auto handle, auto args) {
      constexpr auto filters = args.template get<"filters">();
      constexpr auto stride = args.template get<"stride">();
      return xs::reduce_sum(handle) * xs::get_variable<"w", xs::shape<filters, stride>>;
    });
constexpr auto pool = xs::add_arg_scope<xs::arg<"stride", 2>, xs::arg<"kernel", 3>>([](auto handle,
                                                                                       auto args) {
  return xs::seq(
      xs::get_variable<"p", xs::shape<args.template get<"stride">(), args.template get<"kernel">()>>, handle);
});
constexpr auto shape_of = [](const auto& g, std::string_view name) { return g.find(name)->shape(); };

namespace defaults_without_a_scope {
constexpr auto g = xs::graph(x | [](auto h) { return xs::seq(conv(h), pool(h)); });
static_assert(shape_of(g, "w:0") == xs::shape<8, 1> && shape_of(g, "p:0") == xs::shape<2, 3>);
}  // namespace defaults_without_a_scope

namespace in_a_scope {
// with arg_scope([conv], filters=16):
//   conv(x)
constexpr auto g =
    xs::graph(x | [](auto h) { return xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>>(conv(h)); });
static_assert(shape_of(g, "w:0") == xs::shape<16, 1>);

// Its own keywords are over those of the scope, also where they are the default again.
constexpr auto own = xs::graph(x | [](auto h) {
  return xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>, xs::arg<"stride", 5>>(
      conv(h, xs::arg<"filters", 8>));
});
static_assert(shape_of(own, "w:0") == xs::shape<8, 5>);

// It ends with its block.
constexpr auto after = xs::graph(x | [](auto h) {
  return xs::seq(xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>>(xs::variable_scope<"a">(conv(h))),
                 conv(h));
});
static_assert(shape_of(after, "a/w:0") == xs::shape<16, 1> && shape_of(after, "w:0") == xs::shape<8, 1>);
}  // namespace in_a_scope

namespace several_functions {
// with arg_scope([conv, pool], stride=4):
//   with arg_scope([conv], filters=32):
constexpr auto g = xs::graph(x | [](auto h) {
  return xs::arg_scope<xs::functions<conv, pool>, xs::arg<"stride", 4>>(
      xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 32>>(conv(h), pool(h)));
});
static_assert(shape_of(g, "w:0") == xs::shape<32, 4> && shape_of(g, "p:0") == xs::shape<4, 3>);
}  // namespace several_functions

namespace the_innermost_wins {
constexpr auto g = xs::graph(x | [](auto h) {
  return xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 2>, xs::arg<"stride", 3>>(
      xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 4>>(xs::variable_scope<"in">(conv(h))),
      xs::variable_scope<"out">(conv(h)));
});
static_assert(shape_of(g, "in/w:0") == xs::shape<4, 3> && shape_of(g, "out/w:0") == xs::shape<2, 3>);
}  // namespace the_innermost_wins

namespace any_keyword {
// def func(x, **kwargs) is given what was set, in no order, and nothing else.
constexpr auto expects_both =
    xs::add_arg_scope(expecting<xs::kwargs<xs::arg<"a", 1>, xs::arg<"b", xs::none>>>);
constexpr auto expects_nothing = xs::add_arg_scope(expecting<none_>);
constexpr auto program = x | [](auto h) {
  return xs::arg_scope<xs::functions<expects_both>, xs::arg<"b", xs::none>, xs::arg<"a", 0>>(
      expects_both(h, xs::arg<"a", 1>), expects_nothing(h));
};
static_assert(xs::diagnose(program).ok());
}  // namespace any_keyword

namespace numbers_of_all_kinds {
// Numbers, flags, texts, functions and None are keywords; one float may take the place of another.
//   with arg_scope([batch_norm], decay=0.9): with arg_scope([batch_norm, fully_connected], decay=0.8): ...
constexpr auto scaled_by = [](auto handle, auto args) {
  constexpr auto normalizer = args.template get<"normalizer_fn">();
  const auto scaled = handle * xs::value<args.template get<"decay">()>;
  if constexpr (std::same_as<decltype(normalizer), const xs::dsl::none_t>) return scaled;
  else return normalizer(scaled);
};
constexpr auto batch_norm =
    xs::add_arg_scope<xs::arg<"decay", 0.999f>, xs::arg<"epsilon", 0.001f>, xs::arg<"center", true>,
                      xs::arg<"data_format", xs::text<"NHWC">>, xs::arg<"units", 1>,
                      xs::arg<"normalizer_fn", xs::none>>(scaled_by);
constexpr auto other =
    xs::add_arg_scope<xs::arg<"decay", 0.99f>, xs::arg<"normalizer_fn", xs::none>>(scaled_by);

template <float Decay, float Epsilon, bool Center>
constexpr auto told = [](auto handle, auto args) {
  static_assert(args.template get<"decay">() == Decay && args.template get<"epsilon">() == Epsilon);
  static_assert(args.template get<"center">() == Center);
  static_assert(args.template has<"decay">() == (Decay != 0.999f) && !args.template has<"absent">());
  return handle;
};
template <float Decay, float Epsilon, bool Center>
constexpr auto telling =
    xs::add_arg_scope<xs::arg<"decay", 0.999f>, xs::arg<"epsilon", 0.001f>, xs::arg<"center", true>>(
        told<Decay, Epsilon, Center>);
constexpr auto plain = telling<0.999f, 0.001f, true>;
constexpr auto outer = telling<0.9f, 0.001f, true>;
constexpr auto inner = telling<0.8f, 1e-5f, false>;
constexpr auto at_call = telling<0.7f, 1e-5f, true>;

constexpr auto program = x | [](auto h) {
  return xs::pack(
      plain(h),
      xs::arg_scope<xs::functions<batch_norm, other, outer, inner, at_call>, xs::arg<"decay", 0.9f>>(
          outer(h), batch_norm(h),
          xs::arg_scope<xs::functions<batch_norm, inner, at_call>, xs::arg<"decay", 0.8f>,
                        xs::arg<"epsilon", 1e-5f>, xs::arg<"center", false>>(
              inner(h), at_call(h, xs::arg<"decay", 0.7f>, xs::arg<"center", true>),
              xs::arg_scope<xs::functions<batch_norm>, xs::arg<"data_format", xs::text<"NCHW">>,
                            xs::arg<"units", 7>, xs::arg<"normalizer_fn", xs::relu>>(batch_norm(h)))),
      other(h, xs::arg<"decay", 0.98f>));
};
constexpr auto g = xs::graph(program);
static_assert(g.result<1>().name() == "Relu:0" && g.result<2>().name() == "mul_2:0");

constexpr auto compared = x | [](auto) {
  return xs::arg_scope<xs::functions<other>, xs::arg<"decay", 0.3f>>(xs::as([](auto sc) {
    static_assert(sc.get(other) == xs::kwargs<xs::arg<"decay", 0.3f>>);
    static_assert(sc.get(other) != xs::kwargs<xs::arg<"decay", 0.4f>>);
    static_assert(sc.get(other) != xs::kwargs<xs::arg<"decay", 3>>);
    return x;
  }));
};
static_assert(xs::diagnose(compared).ok());
}  // namespace numbers_of_all_kinds

namespace handles {
// with arg_scope([conv], filters=16) as sc: ...
// with arg_scope([pool], stride=7):
//   with arg_scope(sc): ...                   # replaces all settings, merges none
constexpr auto program = x | [](auto h) {
  return xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>>(xs::as([=](auto sc) {
    static_assert(sc.size() == 1);
    static_assert(sc.get(conv) == xs::kwargs<xs::arg<"filters", 16>>);
    static_assert(sc.get(pool) == xs::kwargs<>);
    return xs::arg_scope<xs::functions<conv, pool>, xs::arg<"stride", 7>>(
        xs::variable_scope<"merged">(conv(h), pool(h)),
        xs::arg_scope<sc>(xs::variable_scope<"replaced">(conv(h), pool(h))),
        xs::arg_scope<xs::no_arg_scope>(xs::variable_scope<"cleared">(conv(h), pool(h))));
  }));
};
constexpr auto g = xs::graph(program);
static_assert(shape_of(g, "merged/w:0") == xs::shape<16, 7> && shape_of(g, "merged/p:0") == xs::shape<7, 3>);
static_assert(shape_of(g, "replaced/w:0") == xs::shape<16, 1> &&
              shape_of(g, "replaced/p:0") == xs::shape<2, 3>);
static_assert(shape_of(g, "cleared/w:0") == xs::shape<8, 1> && shape_of(g, "cleared/p:0") == xs::shape<2, 3>);
}  // namespace handles

namespace the_current_settings {
// arg_scope([]) as sc: a copy of what is set.
constexpr auto program = xs::arg_scope<xs::functions<conv, pool>, xs::arg<"stride", 9>>(
    xs::let(xs::arg_scope<xs::functions<>>(), [](auto sc) {
      static_assert(sc.size() == 2 && sc.get(pool) == xs::kwargs<xs::arg<"stride", 9>>);
      return x;
    }));
static_assert(xs::diagnose(program).ok());
constexpr auto outside = xs::let(xs::arg_scope<xs::functions<>>(), [](auto sc) {
  static_assert(sc.size() == 0);
  return x;
});
static_assert(xs::diagnose(outside).ok());
}  // namespace the_current_settings

namespace parameters {
constexpr auto names = xs::arg_scoped_arguments(conv);
static_assert(names.size() == 2 && names[0] == "filters" && names[1] == "stride");
static_assert(xs::arg_scoped_arguments(xs::add_arg_scope([](auto h, auto) { return h; })).empty());
}  // namespace parameters

namespace it_leaves_no_trace {
// Neither a name scope nor an operation.
constexpr auto g =
    xs::graph(xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>>(x, xs::get_name_scope()));
static_assert(g.result().name().empty() && named(g.operations(), {"x:0"}));
}  // namespace it_leaves_no_trace

namespace through_scopes_and_layers {
// The settings reach calls within variable scopes and layers, and threads too: they are the program's.
constexpr auto net = [](auto h) { return xs::variable_scope<"net">(conv(h)); };
constexpr auto g = xs::graph(xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>>(x | net));
static_assert(shape_of(g, "net/w:0") == xs::shape<16, 1>);
// The same layer in another scope is another call.
constexpr auto both = xs::graph(x | [](auto h) {
  return xs::seq(
      xs::variable_scope<"a">(xs::let(h, net)),
      xs::variable_scope<"b">(xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 4>>(xs::let(h, net))));
});
static_assert(shape_of(both, "a/net/w:0") == xs::shape<8, 1> &&
              shape_of(both, "b/net/w:0") == xs::shape<4, 1>);
constexpr auto thread = xs::graph(x | [](auto h) {
  return xs::arg_scope<xs::functions<conv>, xs::arg<"filters", 16>>(xs::thread(conv(h)));
});
static_assert(shape_of(thread, "w:0") == xs::shape<16, 1>);
}  // namespace through_scopes_and_layers

namespace refusals {
constexpr auto plain = [](auto h, auto) { return h; };
static_assert(refused(xs::arg_scope<xs::functions<plain>, xs::arg<"a", 1>>(x), errc::invalid_argument,
                      {"not decorated with add_arg_scope"}));
static_assert(refused(xs::arg_scope<3, xs::arg<"a", 1>>(x), errc::invalid_argument,
                      {"functions<...> or a reused scope"}));
static_assert(refused(xs::arg_scope<xs::no_arg_scope, xs::arg<"a", 1>>(x), errc::invalid_argument,
                      {"kwargs must be empty"}));
// Unknown keywords fail at the call only.
static_assert(xs::diagnose(xs::arg_scope<xs::functions<conv>, xs::arg<"unknown", 1>>(x)).ok());
static_assert(
    refused(x | [](auto h) { return xs::arg_scope<xs::functions<conv>, xs::arg<"unknown", 1>>(conv(h)); },
            errc::invalid_argument, {"unexpected keyword argument"}));
static_assert(refused(x | [](auto h) { return conv(h, xs::arg<"unknown", 1>); }, errc::invalid_argument,
                      {"unexpected keyword argument"}));
}  // namespace refusals

}  // namespace arg_scopes

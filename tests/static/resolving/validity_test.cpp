// SPDX-License-Identifier: BSD-3-Clause
// Which names are refused, and where: scopes when they are opened, operations and variables when they are
// made.
#include "../support/probe.hpp"

namespace validity {

namespace xs = xscope;
using namespace xs::literals;
using probe::named;
using probe::refused;
using xs::errc;

template <xs::fixed_string Name>
constexpr auto v = xs::get_variable<Name, xs::shape<>>;
template <xs::fixed_string Name>
constexpr auto c = xs::constant<Name, xs::values<>>;
template <xs::fixed_string Name>
constexpr auto t = xs::variable<Name, xs::value<1.0f>>;

namespace what_is_fine {
constexpr auto program = xs::seq(xs::variable_scope<".a-b">(v<"0v.x">), xs::name_scope<"A9_.-/z">(c<"c">));
static_assert(named(xs::graph(program).operations(), {".a-b/0v.x:0", "A9_.-/z/c:0"}));
// Below the root a name may begin as it likes.
constexpr auto below =
    xs::name_scope<"x">(xs::name_scope<"_y">(c<"_c">, t<"-t">), xs::name_scope<"/a">(c<"c">));
static_assert(named(xs::graph(below).operations(), {"x/_y/_c:0", "x/_y/-t:0", "x//a/c:0"}));
static_assert(xs::name_of(xs::variable_scope<"a">(v<"_v">)) == "a/_v:0");
}  // namespace what_is_fine

namespace scopes {
static_assert(refused(xs::name_scope<"foo:0">(), errc::invalid_scope_name,
                      {"`foo:0` is not a valid scope name"}));
static_assert(refused(xs::variable_scope<"_">(), errc::invalid_scope_name,
                      {"`_` is not a valid scope name"}));
static_assert(refused(xs::variable_scope<"a b">(), errc::invalid_scope_name,
                      {"`a b` is not a valid scope name"}));
static_assert(refused(xs::variable_scope<"\xe5\xb1\x82">(), errc::invalid_scope_name,
                      {"is not a valid scope name"}));
static_assert(refused(xs::variable_scope<xs::none, xs::default_name<"a:b">>(), errc::invalid_scope_name,
                      {"`a:b`"}));
static_assert(refused(xs::name_scope<"/">(), errc::invalid_scope_name, {"`/`"}));
static_assert(refused(xs::name_scope<"_x/">(), errc::invalid_scope_name, {"`_x/`"}));
// Only the new piece is looked at, by the rule of where it stands.
static_assert(refused(xs::name_scope<"x">(xs::name_scope<"y:0">()), errc::invalid_scope_name, {"`y:0`"}));
static_assert(xs::diagnose(xs::name_scope<"x">(xs::name_scope<"_y">())).ok());
static_assert(refused(xs::variable_scope<"x">(xs::thread(xs::name_scope<"_y">())), errc::invalid_scope_name,
                      {"`_y`"}));
}  // namespace scopes

namespace variables {
static_assert(refused(v<"_v">, errc::invalid_op_name, {"`_v` is not a valid node name"}));
static_assert(refused(v<"v:0">, errc::invalid_op_name, {"`v:0`"}));
static_assert(refused(v<"">, errc::invalid_op_name, {"``"}));
static_assert(refused(xs::variable_scope<"a">(v<"v v">), errc::invalid_op_name, {"`a/v v`"}));
// A name scope does not save the name of a variable, which is made from the root.
static_assert(refused(xs::name_scope<"a">(v<"_v">), errc::invalid_op_name, {"`_v`"}));
static_assert(refused(t<"_t">, errc::invalid_scope_name, {"`_t`"}));
static_assert(xs::name_of(xs::name_scope<"a">(t<"_t">)) == "a/_t:0");
}  // namespace variables

namespace found_late_without_a_name_scope {
// Nothing checks the name of such a scope until a variable is made in it.
constexpr auto scope = xs::variable_scope<"_x", xs::auxiliary_name_scope<false>>;
static_assert(refused(scope(v<"v">), errc::invalid_op_name, {"`_x/v` is not a valid"}));
static_assert(xs::graph(scope()).result().name() == "_x");
static_assert(xs::name_of(scope(c<"c">)) == "c:0");
}  // namespace found_late_without_a_name_scope

namespace operations {
constexpr auto x = xs::placeholder<"x", xs::shape<2>>;
static_assert(refused(c<"_c">, errc::invalid_op_name, {"`_c` is not a valid node name"}));
static_assert(refused(xs::name_scope<"n">(c<"c:0">), errc::invalid_op_name, {"`n/c:0`"}));
static_assert(refused(xs::placeholder<"_x", xs::shape<2>>, errc::invalid_op_name, {"`_x`"}));
// Operations name themselves by way of a name scope, so that rule is the first they meet.
static_assert(refused(xs::relu(x, xs::name<"_r">), errc::invalid_scope_name,
                      {"`_r` is not a valid scope name"}));
static_assert(refused(xs::add(x, 1_c, xs::name<"_r">), errc::invalid_scope_name, {"`_r`"}));
static_assert(xs::name_of(xs::name_scope<"n">(xs::relu(x, xs::name<"_r">))) == "n/_r:0");
}  // namespace operations

}  // namespace validity

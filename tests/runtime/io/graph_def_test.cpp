// SPDX-License-Identifier: BSD-3-Clause
// Graphs as TensorFlow's nodes: names, types, inputs, attributes, devices. (That the files are what they are
// said to be, and compute what xscope computes, is for the clients to say.)
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/graph.hpp>
#include <xscope/io/graph_def.hpp>
#include <xscope/layers.hpp>

namespace xs = xscope;
using xs::shape;
using xs::graph_defs::node_def;

namespace {

/// "name = op(inputs) @device", one for each node.
template <class Graph>
std::vector<std::string> lines(const Graph& g) {
  std::vector<std::string> out;
  for (const node_def& n : xs::graph_defs::nodes_of(g)) {
    std::string line = n.name + " = " + n.op + '(';
    for (const std::string& input : n.input) line += (line.back() == '(' ? "" : ", ") + input;
    line += ')';
    if (!n.device.empty()) line += " @" + n.device;
    out.push_back(line);
  }
  return out;
}

template <class Graph>
node_def node(const Graph& g, std::string_view name) {
  const auto all = xs::graph_defs::nodes_of(g);
  const auto found = std::find_if(all.begin(), all.end(), [&](const node_def& n) { return n.name == name; });
  REQUIRE(found != all.end());
  return *found;
}
template <class T, class Graph>
T attr(const Graph& g, std::string_view name, const std::string& key) {
  return std::get<T>(node(g, name).attr.at(key));
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("a variable is a node, and one that reads it", "[graph_def]") {
  constexpr auto v = xs::get_variable<"v", shape<2>>;
  constexpr auto g = xs::graph(xs::variable_scope<"net">(
      v | xs::tanh, xs::variable_scope<"resource", xs::use_resource<true>>(v | xs::tanh),
      xs::variable_scope<"cached", xs::caching_device<"/device:CPU:1">>(
          v | xs::tanh, xs::get_variable<"r", shape<2>, xs::use_resource<true>> | xs::tanh),
      xs::variable<"constant", xs::values<1.0f, 2.0f>>));
  CHECK(lines(g) ==
        list{
            "net/v = VariableV2()",
            "net/v/read = Identity(net/v)",
            "net/Tanh = Tanh(net/v/read)",
            "net/resource/v = VarHandleOp()",
            "net/resource/v/Read/ReadVariableOp = ReadVariableOp(net/resource/v)",
            "net/resource/Tanh = Tanh(net/resource/v/Read/ReadVariableOp)",
            "net/cached/v = VariableV2()",
            "net/cached/v/read = Identity(net/cached/v) @/device:CPU:1",
            "net/cached/Tanh = Tanh(net/cached/v/read)",
            "net/cached/r = VarHandleOp()",
            "net/cached/r/Read/ReadVariableOp = ReadVariableOp(net/cached/r)",
            "net/cached/r/Read/Identity = Identity(net/cached/r/Read/ReadVariableOp) @/device:CPU:1",
            "net/cached/Tanh_1 = Tanh(net/cached/r/Read/Identity)",
            "net/constant = VariableV2()",
            "net/constant/read = Identity(net/constant)",
        });
  CHECK(attr<xs::extents>(g, "net/v", "shape") == shape<2>);
  CHECK(attr<std::string>(g, "net/resource/v", "shared_name") == "net/resource/v");
  CHECK(attr<list>(g, "net/v/read", "_class") == list{"loc:@net/v"});
  CHECK(node(g, "net/cached/v/read").attr.count("_class") == 0);
  for (const std::string name : {"net/v", "net/resource/v"})
    CHECK(attr<list>(g, name, "_class") == list{"loc:@" + name});
  CHECK(node(g, "net/constant").attr.count("_class") == 0);
  CHECK(attr<xs::data_type>(g, "net/resource/v/Read/ReadVariableOp", "dtype") == xs::data_type_of<float>);
}

TEST_CASE("a shared variable is there once", "[graph_def]") {
  constexpr auto tower = [](auto x) {
    return x | xs::variable_scope<"t", xs::auto_reuse>(xs::layers::dense<2>);
  };
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", shape<1, 2>>,
                                       [=](auto x) { return xs::add(tower(x), tower(xs::tanh(x))); }));
  const list all = lines(g);
  CHECK(std::count(all.begin(), all.end(), "t/dense/kernel = VariableV2()") == 1);
  CHECK(std::count(all.begin(), all.end(), "t/dense/MatMul = MatMul(x, t/dense/kernel/read)") == 1);
  CHECK(std::count(all.begin(), all.end(), "t_1/dense/MatMul = MatMul(Tanh, t/dense/kernel/read)") == 1);
}

TEST_CASE("axes and shapes are constants below the operation", "[graph_def]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<2, 3, 4>> | xs::name_scope<"s">([](auto x) {
                                 return xs::reshape(xs::reduce_sum(x, xs::axis<-1>, xs::keepdims), shape<6>);
                               }));
  CHECK(lines(g) == list{"x = Placeholder()", "s/Sum/reduction_indices = Const()",
                         "s/Sum = Sum(x, s/Sum/reduction_indices)", "s/Reshape/shape = Const()",
                         "s/Reshape = Reshape(s/Sum, s/Reshape/shape)"});
  CHECK(attr<bool>(g, "s/Sum", "keep_dims"));
  const auto axes = attr<xs::graph_defs::tensor_proto>(g, "s/Sum/reduction_indices", "value");
  CHECK(axes.shape == shape<1>);
  CHECK(xs::graph_defs::first<std::int32_t>(axes) == 2);
}

TEST_CASE("an axis is counted from the first", "[graph_def]") {
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"x", shape<2, 3, 4>>,
                                       xs::placeholder<"i", shape<2>, xs::dtype<int>>, [](auto x, auto i) {
                                         return xs::pack(xs::gather(x, i, xs::axis<-1>),
                                                         xs::one_hot(i, xs::depth<3>, xs::axis<0>),
                                                         xs::one_hot(i, xs::depth<3>, xs::axis<1>));
                                       }));
  const auto axis = attr<xs::graph_defs::tensor_proto>(g, "GatherV2/axis", "value");
  CHECK(xs::graph_defs::first<std::int32_t>(axis) == 2);
  CHECK(attr<std::int64_t>(g, "one_hot", "axis") == 0);
  CHECK(attr<std::int64_t>(g, "one_hot_1", "axis") == -1);
}

TEST_CASE("what is put in takes no name that the graph has", "[graph_def]") {
  constexpr auto g =
      xs::graph(xs::let(xs::placeholder<"Sum/Reduction_indices", shape<>>, xs::get_variable<"v", shape<2>>,
                        [](auto, auto v) { return xs::reduce_sum(v); }));
  CHECK(lines(g) == list{"Sum/Reduction_indices = Placeholder()", "v = VariableV2()", "v/read = Identity(v)",
                         "Sum/reduction_indices_1 = Const()", "Sum = Sum(v/read, Sum/reduction_indices_1)"});
}

TEST_CASE("later results have numbers", "[graph_def]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<4>> | [](auto x) {
    return xs::let(xs::split(x, xs::num_or_size_splits<2>),
                   [](auto both) { return xs::subtract(both.template get<0>(), both.template get<1>()); });
  });
  CHECK(lines(g) == list{"x = Placeholder()", "split/split_dim = Const()",
                         "split = Split(split/split_dim, x)", "Sub = Sub(split, split:1)"});
  CHECK(attr<std::int64_t>(g, "split", "num_split") == 2);
}

TEST_CASE("the loss of a training step", "[graph_def]") {
  constexpr auto g = xs::graph(xs::get_variable<"v", shape<2>, xs::regularizer<xs::l2_loss>> | [](auto v) {
    return xs::minimize<xs::gradient_descent_optimizer<0.1f>>(
        xs::add(xs::reduce_sum(v), xs::get_regularization_loss<>()));
  });
  const list all = lines(g);
  CHECK(all.back() == "GradientDescent = NoOp(^GradientDescent/update_v/ApplyGradientDescent)");
  // One loss is a sum already.
  CHECK(std::count(all.begin(), all.end(), "total_regularization_loss = Identity(v/Regularizer/L2Loss)") ==
        1);
}

TEST_CASE("a training step updates variables and slots, then counts", "[graph_def]") {
  constexpr auto g = xs::graph(
      xs::let(xs::get_variable<"w", shape<2>>,
              xs::get_variable<"step", shape<>, xs::dtype<std::int64_t>, xs::trainable<false>,
                               xs::initializer<xs::zeros_initializer>>,
              [](auto w, auto step) {
                return xs::minimize<xs::adam_optimizer<0.5f>>(xs::reduce_sum(w), xs::global_step(step));
              }));
  const list all = lines(g);
  const auto from = std::find(all.begin(), all.end(), "beta1_power = VariableV2()");
  REQUIRE(from != all.end());
  CHECK(list(from, all.end()) ==
        list{"beta1_power = VariableV2()",
             "beta1_power/read = Identity(beta1_power)",
             "beta2_power = VariableV2()",
             "beta2_power/read = Identity(beta2_power)",
             "w/Adam = VariableV2()",
             "w/Adam/read = Identity(w/Adam)",
             "w/Adam_1 = VariableV2()",
             "w/Adam_1/read = Identity(w/Adam_1)",
             "Adam/learning_rate = Const()",
             "Adam/beta1 = Const()",
             "Adam/beta2 = Const()",
             "Adam/epsilon = Const()",
             "Adam/update_w/ApplyAdam = ApplyAdam(w, w/Adam, w/Adam_1, beta1_power/read, beta2_power/read, "
             "Adam/learning_rate, Adam/beta1, Adam/beta2, Adam/epsilon, gradients/Sum_grad/BroadcastTo)",
             "Adam/mul = Mul(beta1_power/read, Adam/beta1, ^Adam/update_w/ApplyAdam)",
             "Adam/Assign = Assign(beta1_power, Adam/mul)",
             "Adam/mul_1 = Mul(beta2_power/read, Adam/beta2, ^Adam/update_w/ApplyAdam)",
             "Adam/Assign_1 = Assign(beta2_power, Adam/mul_1)",
             "Adam/update = NoOp(^Adam/Assign, ^Adam/Assign_1, ^Adam/update_w/ApplyAdam)",
             "Adam/value = Const(^Adam/update)",
             "Adam = AssignAdd(step, Adam/value)"});
  CHECK_FALSE(attr<bool>(g, "Adam/update_w/ApplyAdam", "use_nesterov"));
  CHECK_FALSE(attr<bool>(g, "Adam/update_w/ApplyAdam", "use_locking"));
  CHECK(attr<bool>(g, "Adam/Assign", "validate_shape"));
}

TEST_CASE("an update takes numbers of the variable's type, and a resource's handle", "[graph_def]") {
  constexpr auto g = xs::graph(xs::let(
      xs::get_variable<"w", shape<2>, xs::dtype<double>>,
      xs::get_variable<"r", shape<2>, xs::use_resource<true>>, [](auto w, auto r) {
        return xs::seq(xs::minimize<xs::momentum_optimizer<0.5f, 0.75f, xs::use_nesterov>>(xs::reduce_sum(w),
                                                                                           xs::var_list(w)),
                       xs::minimize<xs::momentum_optimizer<0.5f, 0.75f>>(xs::reduce_sum(r), xs::var_list(r)),
                       xs::assign_add(r, r));
      }));
  const list all = lines(g);
  const auto has = [&](const std::string& line) { return std::count(all.begin(), all.end(), line) == 1; };
  INFO([&] {
    std::string text;
    for (const std::string& line : all) text += line + '\n';
    return text;
  }());
  CHECK(has("Momentum/update_w/Cast = Cast(Momentum/learning_rate)"));
  CHECK(has("Momentum/update_w/ApplyMomentum = ApplyMomentum(w, w/Momentum, Momentum/update_w/Cast, "
            "gradients/Sum_grad/BroadcastTo, Momentum/update_w/Cast_1)"));
  CHECK(attr<bool>(g, "Momentum/update_w/ApplyMomentum", "use_nesterov"));
  CHECK(has("r/Momentum = VarHandleOp()"));
  CHECK(has("Momentum_1/update_r/ApplyMomentum = ResourceApplyMomentum(r, r/Momentum, "
            "Momentum_1/learning_rate, gradients_1/Sum_1_grad/BroadcastTo, Momentum_1/momentum)"));
  CHECK_FALSE(attr<bool>(g, "Momentum_1/update_r/ApplyMomentum", "use_nesterov"));
  CHECK(has("AssignAdd = AssignAddVariableOp(r, r/Read/ReadVariableOp)"));
  CHECK(has("AssignAdd/ReadVariableOp = ReadVariableOp(r, ^AssignAdd)"));
  CHECK(std::none_of(all.begin(), all.end(),
                     [](const std::string& line) { return line.find("use_nesterov") != std::string::npos; }));
}

TEST_CASE("what waits names what it waits for, where no operand does", "[graph_def]") {
  constexpr auto g =
      xs::graph(xs::let(xs::get_variable<"v", shape<2>>, xs::placeholder<"x", shape<2>>, [](auto v, auto x) {
        return xs::let(xs::assign(v, x), xs::no_op<"nothing">, [=](auto a, auto nothing) {
          return xs::seq(xs::group(a, x, xs::name<"both">),
                         xs::control_dependencies(nothing)(
                             xs::get_variable<"new", shape<2>>,
                             xs::control_dependencies(a)(
                                 xs::let(xs::read_value(v), [=](auto now) { return xs::tanh(now); })),
                             xs::control_dependencies(xs::none)(xs::square(x)), xs::assign_sub(v, x)),
                         xs::negative(x));
        });
      }));
  const list all = lines(g);
  const auto from = std::find(all.begin(), all.end(), "Assign = Assign(v, x)");
  REQUIRE(from != all.end());
  CHECK(list(from, all.end()) ==
        list{"Assign = Assign(v, x)", "nothing = NoOp()", "both = NoOp(^Assign, ^x)", "new = VariableV2()",
             "new/read = Identity(new)", "read = Identity(v, ^Assign, ^nothing)", "Tanh = Tanh(read)",
             "Square = Square(x)", "AssignSub = AssignSub(v, x, ^nothing)", "Neg = Neg(x)"});
  CHECK(attr<bool>(g, "Assign", "use_locking"));
}

TEST_CASE("sums of gradients are one node", "[graph_def]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<>> | [](auto x) {
    return xs::gradients(xs::add_n(xs::square(x), xs::exp(x), xs::tanh(x)), x);
  });
  const node_def n = node(g, std::string(g.result().op_name()));
  CHECK(n.op == "AddN");
  CHECK(n.input.size() == 3);
  CHECK(std::get<std::int64_t>(n.attr.at("N")) == 3);
}

TEST_CASE("what TensorFlow makes of several nodes ends with the operation's name", "[graph_def]") {
  constexpr auto g = xs::graph(xs::placeholder<"x", shape<2>> | xs::gelu);
  CHECK(lines(g) == list{"x = Placeholder()", "Gelu/sqrt2 = Const()", "Gelu/RealDiv = RealDiv(x, Gelu/sqrt2)",
                         "Gelu/Erf = Erf(Gelu/RealDiv)", "Gelu/one = Const()",
                         "Gelu/Add = Add(Gelu/Erf, Gelu/one)", "Gelu/half = Const()",
                         "Gelu/Mul = Mul(x, Gelu/half)", "Gelu = Mul(Gelu/Mul, Gelu/Add)"});
}

TEST_CASE("labels come second, and logits are rows", "[graph_def]") {
  constexpr auto loss = [](auto labels, auto logits) {
    return xs::sparse_softmax_cross_entropy_with_logits(labels, logits);
  };
  constexpr auto g = xs::graph(xs::let(xs::placeholder<"labels", shape<2>, xs::dtype<int>>,
                                       xs::placeholder<"logits", shape<2, 3>>, loss));
  const node_def n = node(g, std::string(g.result().op_name()));
  CHECK(n.input == list{"logits", "labels"});
  CHECK(std::get<xs::data_type>(n.attr.at("Tlabels")) == xs::data_type_of<int>);
  constexpr auto h = xs::graph(xs::let(xs::placeholder<"labels", shape<2, 5>, xs::dtype<int>>,
                                       xs::placeholder<"logits", shape<2, 5, 3>>, loss));
  CHECK(node(h, std::string(h.result().op_name())).op == "Reshape");
}

TEST_CASE("the text of a graph", "[graph_def]") {
  constexpr auto g = xs::graph(xs::constant<"c", xs::values<1.5f, -2.0f>> |
                               [](auto c) { return xs::leaky_relu(c, xs::alpha<0.25f>); });
  CHECK(xs::graph_def(g, xs::io::as_text) == R"(node {
  name: "c"
  op: "Const"
  attr {
    key: "dtype"
    value {
      type: DT_FLOAT
    }
  }
  attr {
    key: "value"
    value {
      tensor {
        dtype: DT_FLOAT
        tensor_shape {
          dim {
            size: 2
          }
        }
        tensor_content: "\000\000\300?\000\000\000\300"
      }
    }
  }
}
node {
  name: "LeakyRelu"
  op: "LeakyRelu"
  input: "c"
  attr {
    key: "T"
    value {
      type: DT_FLOAT
    }
  }
  attr {
    key: "alpha"
    value {
      f: 0.25
    }
  }
}
versions {
  producer: 134
  min_consumer: 12
}
)");
}

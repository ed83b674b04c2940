// SPDX-License-Identifier: BSD-3-Clause
// Weights of others, as a program reads them: other names, PyTorch's layout, other types; and xtensor's own
// reader and writer of .npy as a second opinion.
#include <sys/stat.h>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>
#include <xscope/io.hpp>
#include <xscope/session.hpp>

#include "files.hpp"
#include "folder.hpp"

#if __has_include(<xtensor/misc/xnpy.hpp>)
#include <xtensor/misc/xnpy.hpp>
#else
#include <xtensor/xnpy.hpp>
#endif

namespace {

namespace xs = xscope;
using io_test::folder;
using io_test::refusal;

constexpr auto dense = [](auto x) {
  return xs::matmul(x, xs::get_variable<"kernel", xs::shape<2, 3>>) + xs::get_variable<"bias", xs::shape<3>>;
};
constexpr auto g = xs::graph(xs::placeholder<"x", xs::shape<1, 2>> | xs::variable_scope<"hidden">(dense));

constexpr auto torch = xs::io::names(xs::io::rename<"hidden/kernel", "fc1.weight", xs::io::transposed>,
                                     xs::io::rename<"hidden/bias", "fc1.bias">);

/// What xtensor writes for an array.
template <class T, std::size_t N>
std::string dumped(const xt::xtensor<T, N>& x) {
  return xt::dump_npy(x);
}

}  // namespace

TEST_CASE("PyTorch's names and layout, both ways") {
  const folder here;
  const xt::xtensor<float, 2> weight{{1, 2}, {3, 4}, {5, 6}};  // (out, in)
  const xt::xtensor<float, 1> bias{10, 20, 30};
  here.write("torch.npz",
             io_test::archive({{"fc1.weight.npy", dumped(weight)}, {"fc1.bias.npy", dumped(bias)}}));

  xs::session s{g};
  CHECK(xs::load(s, here / "torch.npz", torch).loaded == 2);
  CHECK(s.variable<"hidden/kernel:0">()(1, 2) == 6);
  const auto y = s.run(xt::xtensor<float, 2>{{1, 100}});
  CHECK(y(0, 0) == 1 + 200 + 10);
  CHECK(y(0, 2) == 5 + 600 + 30);

  xs::save(s, here / "back.npz", torch);
  xs::files::npz_file back(xs::files::input(here / "back.npz"), "back.npz");
  const std::size_t i = *back.find("fc1.weight");
  CHECK(back.describe(i).shape == xs::extents{3, 2});
  const auto values = back.values(i);
  CHECK(std::equal(weight.begin(), weight.end(), reinterpret_cast<const float*>(values.data())));
}

TEST_CASE("what xtensor writes is read, and what is written xtensor reads") {
  const folder here;
  const xt::xtensor<float, 2> kernel{{1, 2, 3}, {4, 5, 6}};
  const xt::xtensor<float, 1> bias{10, 20, 30};
  here.write("x.npz",
             io_test::archive({{"hidden/kernel.npy", dumped(kernel)}, {"hidden/bias.npy", dumped(bias)}},
                              ZIP_CM_DEFLATE));
  xs::session s{g};
  xs::load(s, here / "x.npz");
  CHECK((xt::xtensor<float, 2>(s.variable<"hidden/kernel:0">()) == kernel));
  CHECK((xt::xtensor<float, 1>(s.variable<"hidden/bias:0">()) == bias));

  const xt::xtensor<float, 2> turned = xt::transpose(kernel);
  const xs::files::tensor_to_store tensor{"t", xs::data_type_of<float>, xs::extents{3, 2},
                                          std::as_bytes(std::span(turned.data(), turned.size()))};
  std::string npy = xs::files::npy_header(tensor);
  CHECK(npy.size() % 64 == 0);
  npy.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size());
  std::istringstream in(npy);
  CHECK((xt::xarray<float>(xt::load_npy<float>(in)) == xt::xarray<float>(turned)));
}

TEST_CASE("a load that is refused leaves a session as it was") {
  const folder here;
  const xt::xtensor<double, 2> kernel{{1, 2, 3}, {4, 5, 6}};
  const xt::xtensor<float, 1> bias{10, 20};
  here.write("x.npz", io_test::archive({{"hidden/kernel.npy", dumped(kernel)},
                                        {"hidden/bias.npy", dumped(bias)},
                                        {"step.npy", dumped(bias)}}));
  xs::session s{g};
  const xs::session untouched{g};
  const auto same = [&] {
    return s.variable<"hidden/kernel:0">() == untouched.variable<"hidden/kernel:0">() &&
           s.variable<"hidden/bias:0">() == untouched.variable<"hidden/bias:0">();
  };
  const std::string said = refusal([&] { xs::load(s, here / "x.npz"); });
  CHECK(said.find("`hidden/kernel`: has dtype float64 in the file, but float32 in the graph") !=
        std::string::npos);
  CHECK(said.find("`hidden/bias`: has shape (2,) in the file, but (3,) in the graph") != std::string::npos);
  CHECK(said.find("`step`: is in the file") != std::string::npos);
  CHECK(same());
  // Options take away what they are for, and nothing else.
  CHECK(refusal([&] {
          xs::load(s, here / "x.npz", xs::io::partial, xs::io::cast);
        }).find("\n  `hidden/kernel`") == std::string::npos);
  CHECK(!refusal([&] { xs::load(s, here / "x.npz", xs::io::partial, xs::io::cast); }).empty());
  CHECK(same());
  here.write("y.npz", io_test::archive({{"hidden/kernel.npy", dumped(kernel)}, {"step.npy", dumped(bias)}}));
  const auto report = xs::load(s, here / "y.npz", xs::io::cast, xs::io::partial);
  CHECK(report.loaded == 1);
  CHECK(report.missing == std::vector<std::string>{"hidden/bias"});
  CHECK(report.extra == std::vector<std::string>{"step"});
  CHECK((xt::xtensor<double, 2>(s.variable<"hidden/kernel:0">()) == kernel));
}

TEST_CASE("two variables are read from one tensor") {
  const folder here;
  constexpr auto two = xs::graph(
      xs::pack(xs::get_variable<"embedding", xs::shape<2, 3>>, xs::get_variable<"head", xs::shape<3, 2>>));
  xs::session s{two};
  const xt::xtensor<float, 2> wte{{1, 2, 3}, {4, 5, 6}};
  here.write("w.npz", io_test::archive({{"wte.npy", dumped(wte)}}));
  CHECK(xs::load(s, here / "w.npz", xs::io::rename<"embedding", "wte">,
                 xs::io::rename<"head", "wte", xs::io::transposed>)
            .loaded == 2);
  CHECK((xt::xtensor<float, 2>(s.variable<"embedding:0">()) == wte));
  CHECK((xt::xtensor<float, 2>(s.variable<"head:0">()) == xt::transpose(wte)));
  // By an alias in the file, as Hugging Face's save_model writes it.
  const std::string header = R"({"__metadata__":{"format":"pt","lm_head":"wte"},)"
                             R"("wte":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}})";
  here.write("w.safetensors",
             io_test::safetensors(header, 0) + std::string(reinterpret_cast<const char*>(wte.data()), 24));
  xs::session other{two};
  CHECK(xs::load(other, here / "w.safetensors", xs::io::rename<"embedding", "wte">,
                 xs::io::rename<"head", "lm_head", xs::io::transposed>)
            .loaded == 2);
  CHECK((xt::xtensor<float, 2>(other.variable<"head:0">()) == xt::transpose(wte)));
}

TEST_CASE("a session without variables is saved and loaded") {
  const folder here;
  constexpr auto none = xs::graph(xs::relu(xs::placeholder<"x", xs::shape<2>>));
  xs::session s{none};
  for (const char* name : {"w.npz", "w.safetensors"}) {
    xs::save(s, here / name);
    CHECK(xs::load(s, here / name).loaded == 0);
  }
  CHECK(here.read("w.npz").starts_with("PK\5\6"));
}

TEST_CASE("what would never end is not read") {
  const folder here;
  xs::session s{g};
  REQUIRE(::mkfifo((here / "pipe.npz").c_str(), 0666) == 0);
  CHECK(refusal([&] { xs::load(s, here / "pipe.npz"); }).ends_with("is a pipe, no plain file"));
  std::filesystem::create_symlink("/dev/zero", here / "zero.safetensors");
  CHECK(refusal([&] { xs::load(s, here / "zero.safetensors"); }).ends_with("is a device, no plain file"));
  CHECK(
      refusal([&] { xs::save(s, here / "pipe.npz"); }).ends_with("is a pipe; only plain files are replaced"));
}

TEST_CASE("files that are not there, or of no known kind") {
  const folder here;
  xs::session s{g};
  CHECK(refusal([&] { xs::load(s, here / "gone.npz"); }) ==
        '`' + (here / "gone.npz") + "`: cannot be opened: No such file or directory");
  CHECK(refusal([&] { xs::load(s, here.path().string() + "/."); }).ends_with("is a folder, no plain file"));
  here.write("w.txt", "x");
  CHECK(refusal([&] {
          xs::load(s, here / "w.txt");
        }).ends_with("is of no known format; name it .safetensors or .npz"));
  CHECK(refusal([&] {
          xs::save(s, here / "v.txt");
        }).ends_with("is of no known format; name it .safetensors or .npz"));
  CHECK(!std::filesystem::exists(here / "v.txt"));
  here.write("empty.safetensors", "");
  CHECK(refusal([&] {
          xs::load(s, here / "empty.safetensors");
        }).ends_with("is cut off: 0 bytes hold no header"));
}

TEST_CASE("sessions that share variables, and sessions in themselves") {
  const folder here;
  constexpr auto bias = xs::graph(xs::variable_scope<"hidden">(xs::get_variable<"bias", xs::shape<3>>));
  xs::session owner{g};
  xs::session part{bias, owner};
  owner.variable<"hidden/bias:0">()(1) = 7;
  xs::save(part, here / "bias.safetensors");
  xs::session in{bias, xs::inline_storage};
  CHECK(xs::load(in, here / "bias.safetensors").loaded == 1);
  CHECK(in.variable<"hidden/bias:0">()(1) == 7);
  in.variable<"hidden/bias:0">()(1) = 9;
  xs::save(in, here / "bias.safetensors");
  auto fork = owner.fork();
  CHECK(xs::load(fork, here / "bias.safetensors", xs::io::partial).loaded == 1);
  CHECK(owner.variable<"hidden/bias:0">()(1) == 9);
}

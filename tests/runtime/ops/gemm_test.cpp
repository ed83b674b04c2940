// SPDX-License-Identifier: BSD-3-Clause
// The matrix product's loop nest on sizes around its blocks, against three plain loops. The elements are
// small integers, so that every order of summation gives the same sum.
#include <cstddef>
#include <cstdint>
#include <vector>

#include <catch2/catch.hpp>

#include <xscope/kernels/gemm.hpp>
#include <xscope/naming/dtype.hpp>
#include <xscope/running/backend/xsimd.hpp>

namespace {

using xscope::ops::gemm_size;

template <class T>
std::vector<T> small_integers(std::size_t n, std::size_t seed) {
  std::vector<T> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<T>((i * 7 + seed * 3 + i * i % 5) % 4);
  return out;
}

template <class T, gemm_size S>
void check_product() {
  const std::vector<T> a = small_integers<T>(S.m * S.k, 1);
  const std::vector<T> b = small_integers<T>(S.k * S.n, 2);
  constexpr T untouched = 77;
  std::vector<T> c(S.m * S.n + 1, untouched);
  xscope::kernels::product<T, S>(c.data(), a.data(), b.data());
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < S.m; ++i) {
    for (std::size_t j = 0; j < S.n; ++j) {
      T sum{};
      for (std::size_t k = 0; k < S.k; ++k) {
        const T left = S.transpose_a ? a[k * S.m + i] : a[i * S.k + k];
        const T right = S.transpose_b ? b[j * S.k + k] : b[k * S.n + j];
        sum = static_cast<T>(sum + left * right);
      }
      wrong += c[i * S.n + j] == sum ? 0U : 1U;
    }
  }
  INFO(S.m << " x " << S.k << " x " << S.n << (S.transpose_a ? ", a transposed" : "")
           << (S.transpose_b ? ", b transposed" : ""));
  CHECK(wrong == 0);
  CHECK(c.back() == untouched);
}

template <class T, std::size_t M, std::size_t K, std::size_t N>
void check_transpositions() {
  check_product<T, gemm_size{M, N, K, false, false}>();
  check_product<T, gemm_size{M, N, K, true, false}>();
  check_product<T, gemm_size{M, N, K, false, true}>();
  check_product<T, gemm_size{M, N, K, true, true}>();
}

}  // namespace

TEMPLATE_TEST_CASE("products of all forms", "[gemm]", float, double) {
  check_transpositions<TestType, 1, 1, 1>();
  check_transpositions<TestType, 1, 5, 37>();  // one row: wider blocks
  check_transpositions<TestType, 3, 7, 16>();
  check_transpositions<TestType, 4, 8, 8>();    // whole blocks only
  check_transpositions<TestType, 9, 10, 70>();  // a rest of rows and of columns
  check_transpositions<TestType, 8, 3, 128>();
}

TEST_CASE("a long common dimension is cut into layers", "[gemm]") {
  check_transpositions<float, 5, 256, 9>();
  check_transpositions<float, 5, 257, 9>();
  check_transpositions<double, 2, 600, 33>();
  // Few rows wait beside the copy, more are added to where they go, and of many some at a time.
  check_transpositions<float, 24, 113, 39>();
  check_transpositions<float, 25, 112, 39>();
  check_transpositions<float, 25, 113, 39>();
  check_transpositions<float, 30, 300, 67>();
  check_transpositions<double, 40, 240, 21>();
  check_transpositions<float, 400, 130, 18>();
  check_transpositions<float, 3, 33000, 5>();
  check_transpositions<float, 13, 5000, 2>();
}

TEST_CASE("products of nothing", "[gemm]") {
  check_transpositions<float, 3, 0, 20>();  // zeros
  check_transpositions<float, 0, 3, 20>();
  check_transpositions<float, 3, 4, 0>();
}

TEMPLATE_TEST_CASE("products of other element types", "[gemm]", std::int8_t, std::uint8_t, std::int16_t,
                   std::uint16_t, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t) {
  check_product<TestType, gemm_size{5, 35, 6}>();
  check_product<TestType, gemm_size{5, 35, 6, true, true}>();
}

#if XSCOPE_HAS_HALF
TEST_CASE("products of half precision", "[gemm]") { check_product<xscope::half, gemm_size{5, 35, 6}>(); }
#endif
